from dataclasses import replace

from dialogs import registry
from dialogs.conversations.copy import COPY
from dialogs.screen import Line, Quote, Screen
from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices import Origin
from meldcode.events import Entry
from meldcode.parts_rights import VOLUME
from tests import builders
from tests.builders_confidential import CONFIDE, confided
from tests.builders_rights import ASK, VEIL
from tests.dialogs.desks import desk
from tests.dialogs.reading import actions, buttons, keys, parts, says, written
from tests.school import COLLEAGUE, NOW, OKA, TEACHER

NEIGHBOUR = commands.AddObservation("Mrs Jansen heard it.", origin=Origin.OTHERS)
THOUGHT = commands.AddObservation("I think he is afraid.", origin=Origin.OWN)


def made(case: Case, *, left_out: tuple[int, ...] = (), names: tuple[str, ...] = ()) -> Case:
    return builders.play(case, ASK, replace(VEIL, left_out=left_out, names=names))


def pages(case: Case) -> list[Screen]:
    """Every page of the copy, by way of the buttons that lead to them."""
    found = [registry.SCREENS["copy"](desk(case, part="request"))]
    while on := [one for one in actions(found[-1]) if one in COPY]:
        found.append(registry.SCREENS[on[0]](desk(case, part="request")))
    return found


def text(case: Case) -> str:
    return "\n".join(part for page in pages(case) for part in written(page))


def test_nobody_reads_a_copy_that_was_not_looked_through() -> None:
    """Before that there is only the request, with what must be done first."""
    case = builders.play(builders.taken(), ASK)
    screen = registry.SCREENS["copy"](desk(case, part="request"))

    assert "copy.head" not in keys(screen)
    assert "veil" in actions(screen)
    assert "copy" not in actions(screen)


def test_facts_stand_apart_from_thoughts() -> None:
    """Each under a heading of its own, and in a long case on every page again."""
    case = made(builders.play(builders.decided(), THOUGHT))
    heads = [
        part.text.key for page in pages(case) for part in parts(page) if isinstance(part, Line)
    ]
    order = [key for key in heads if key in {"facts.seen", "facts.done", "facts.thought"}]

    assert list(dict.fromkeys(order)) == ["facts.seen", "facts.done", "facts.thought"]
    assert builders.SIGNAL.text in text(case)
    assert THOUGHT.text in text(case).split(builders.OUTCOME.outcome)[1]


def test_others_are_not_in_it() -> None:
    """A name that was given is gone everywhere; an entry that was left out leaves a line."""
    case = builders.play(builders.taken(), NEIGHBOUR)
    seq = case.version
    hidden, out = made(case, names=("Jansen",)), made(case, left_out=(seq,))

    assert "Jansen" in text(made(case))
    assert "Mrs […] heard it." in text(hidden)
    assert "heard it" not in text(out)
    assert "copy.left_out" in keys(pages(out)[-1])


def test_what_puts_an_entry_right_stays_out_with_it() -> None:
    """Otherwise a correction would tell what was left out."""
    case = builders.play(builders.taken(), NEIGHBOUR)
    seq = case.version
    right = builders.play(case, commands.CorrectEntry(seq, "Mr Jansen heard it.", "A slip."))

    assert "heard it" not in text(made(right, left_out=(seq,)))


def test_who_answered_a_question_is_not_named() -> None:
    """What a colleague told stands in it, her name does not; the one who told is known."""
    asked = builders.play(builders.taken(), builders.CONSULT)
    case = made(builders.play(asked, commands.AnswerConsult("consult", "He hid."), by=COLLEAGUE))
    shown = str([parts(page) for page in pages(case)])

    assert "He hid." in text(case)
    assert COLLEAGUE.name not in shown
    assert TEACHER.name in shown


def test_only_the_care_team_sees_the_copy_or_the_request() -> None:
    """Everybody else gets the case as they see it."""
    case = made(builders.play(builders.decided(), builders.AGREEMENT))
    for viewer in (TEACHER, OKA):
        at = desk(case, viewer, part="request")
        for action in ("keeping", "asked", *COPY[:2], "veil", "verdict", "given", "erase_now"):
            found = registry.SCREENS[action](at)

            assert found == registry.SCREENS["open"](at), action
            assert ASK.name not in written(found)


def test_what_is_about_the_record_itself_is_no_part_of_it() -> None:
    """Nor the request, nor what was left out and why."""
    case = made(builders.taken(), names=("Jansen",))
    quotes = [part.text for page in pages(case) for part in parts(page) if isinstance(part, Quote)]

    assert quotes
    assert {ASK.name, ASK.words, VEIL.reason, "Jansen"}.isdisjoint(quotes)


def test_the_confidential_part_is_not_in_it_and_is_not_hidden() -> None:
    """Also whoever may read that part makes a copy without it; what to do about it is said."""
    screen = pages(made(confided()))[0]

    assert CONFIDE.text not in text(made(confided()))
    assert {"copy.confidential", "copy.confidential.how"} <= set(keys(screen))
    assert "copy.confidential" not in keys(pages(made(builders.taken()))[0])


def test_a_copy_of_very_many_pages_goes_on_to_its_end() -> None:
    """Each page says how many there are; after the last of a volume the next volume begins."""
    case = made(long())
    last = registry.SCREENS[COPY[-1]](desk(case, part="request"))
    follows = registry.SCREENS["copy"](desk(case, part=f"request+{VOLUME}"))
    (onward,) = (one for one in buttons(last) if one.action in COPY)
    back = next(one for one in buttons(follows) if one.action == "asked")

    assert (onward.action, onward.handle) == ("copy", f"handle-of-request+{VOLUME}")
    assert back.handle == "handle-of-request"
    assert [number(page) for page in (last, follows)] == [VOLUME, VOLUME + 1]
    assert set(written(last)).isdisjoint(written(follows))
    assert "Told 0." not in written(follows)


def test_the_last_page_of_a_copy_leads_no_further() -> None:
    """Also by a reference to pages that are there no longer."""
    case = made(builders.taken())
    only = registry.SCREENS["copy"](desk(case, part="request"))
    beyond = registry.SCREENS["copy5"](desk(case, part=f"request+{VOLUME}"))

    assert [one for one in actions(only) if one in COPY] == []
    assert written(only) == written(beyond)


def long() -> Case:
    """As many entries as fill a good sixty pages."""
    case = builders.taken()
    told = events.ObservationAdded("", origin=Origin.OTHERS)
    count = VOLUME * 8
    return case.then(
        Entry(case.version + n, NOW, TEACHER.id, replace(told, text=f"Told {n}."))
        for n in range(1, count)
    )


def number(screen: Screen) -> int:
    (found,) = (text.args for text in says(screen) if text.key == "copy.page")
    return int(str(found["n"]))
