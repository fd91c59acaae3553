from dataclasses import replace

from dialogs import registry
from dialogs.conversations.chronology import blocks
from dialogs.conversations.facts import FACTS
from dialogs.screen import Line, Quote, Screen
from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Origin
from meldcode.chronology import by_event
from tests import builders
from tests.builders_melding import CLAIM, HELP, PLAN, TOLD, planned
from tests.dialogs.desks import desk
from tests.dialogs.reading import actions, keys, parts, written
from tests.school import CALENDAR, TEACHER, TODAY

SEEN = commands.AddObservation("He hid his arm.", origin=Origin.SEEN, on=TODAY)
THOUGHT = commands.AddObservation("I think he is afraid.", origin=Origin.OWN)
HEADS = ("facts.seen", "facts.done", "facts.thought")


def facts(case: Case, action: str = "facts") -> Screen:
    return registry.SCREENS[action](desk(case))


def pages(case: Case) -> list[Screen]:
    """Every page, by way of the buttons that lead to them."""
    found = [facts(case)]
    while on := [one for one in actions(found[-1]) if one in FACTS]:
        found.append(facts(case, on[0]))
    return found


def under(case: Case) -> dict[str, list[str]]:
    """What was written under each heading, of which every page must begin with one."""
    found: dict[str, list[str]] = {}
    for page in pages(case):
        _collect(page, found)
    return found


def _collect(page: Screen, found: dict[str, list[str]]) -> None:
    heading = ""
    for part in parts(page):
        if isinstance(part, Line) and part.text.key in HEADS:
            heading = part.text.key
        if isinstance(part, Quote) and heading:
            found.setdefault(heading, []).append(part.text)


def test_facts_stand_apart_from_what_people_think() -> None:
    """Seen and heard, done and agreed, and thought: each under a heading of its own."""
    case = builders.play(
        builders.decided(), SEEN, THOUGHT, builders.TALK, builders.ADVICE, HELP, PLAN, TOLD
    )
    found = under(case)

    assert {builders.SIGNAL.text, SEEN.text, builders.TALK.report} <= set(found["facts.seen"])
    assert {builders.ADVICE.advice, builders.OUTCOME.outcome, HELP.what} <= set(found["facts.done"])
    assert {THOUGHT.text, builders.WEIGH.reason} <= set(found["facts.thought"])
    assert THOUGHT.text not in (*found["facts.seen"], *found["facts.done"])


def test_what_was_put_right_stands_with_what_it_puts_right() -> None:
    """Veilig Thuis hears the better words, and that they are better ones."""
    case = builders.play(builders.taken(), builders.CORRECT)

    assert builders.CORRECT.text in under(case)["facts.seen"]
    assert "case.corrected" in keys(facts(case))


def test_what_is_no_fact_is_left_out() -> None:
    """The conversation between colleagues and the weighing of trust are not reported."""
    case = builders.play(planned(), commands.Write("Shall we call?"))

    assert not {"Shall we call?", PLAN.trust} & set(written(facts(case)))


def test_facts_come_in_the_order_in_which_they_happened() -> None:
    """What happened first is told first, whenever it was written down."""
    earlier = replace(builders.TALK, on=TODAY.replace(day=1), report="Long ago.")
    case = builders.play(builders.taken(), builders.TALK, earlier)
    told = [text for text in written(facts(case)) if text in {"Long ago.", builders.TALK.report}]

    assert told == ["Long ago.", builders.TALK.report]
    assert next(day for day, _ in by_event(case, case.entries, CALENDAR)) == earlier.on


def test_with_an_anonymous_signaller_her_name_is_not_in_it() -> None:
    """And the screen warns that a fact that only she knows points at her (R6)."""
    case = builders.play(planned(), SEEN, CLAIM)
    screen = facts(case)
    names = [
        part.above.args.get("who") if isinstance(part, Quote) else part.text.args.get("who")
        for part in parts(screen)
        if isinstance(part, Line | Quote)
    ]

    assert TEACHER.name not in names
    assert {"facts.shielded", "anonymous.one", "facts.known"} <= set(keys(screen))


def test_by_name_there_is_no_warning() -> None:
    """In principle a melding is by name, and then nothing is hidden."""
    found = keys(facts(builders.play(planned(), SEEN)))

    assert not {"facts.shielded", "anonymous.one", "facts.known"} & set(found)


def test_the_name_of_the_child_is_in_it() -> None:
    """Veilig Thuis needs to know whom it is about; this screen stays in the modal."""
    assert builders.SIGNAL.child in written(facts(builders.taken()))


def test_many_facts_go_on_on_other_pages() -> None:
    """Every page fits, every fact is on exactly one of them, and each leads on."""
    many = [replace(SEEN, text=f"Seen {number}.") for number in range(60)]
    case = builders.play(builders.taken(), *many)
    told = [text for page in pages(case) for text in written(page) if text.startswith("Seen")]

    assert len(pages(case)) > 1
    assert sorted(told) == sorted(one.text for one in many)
    assert {one.text for one in many} <= set(under(case)["facts.seen"])
    assert all(blocks(parts(page)) <= 100 for page in pages(case))


def test_a_page_past_the_last_shows_the_last() -> None:
    """An old button leads nowhere empty."""
    case = builders.taken()

    assert written(facts(case, "facts9")) == written(facts(case))
