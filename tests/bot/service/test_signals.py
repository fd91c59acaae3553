import pytest

from bot.service.answers import Correct, Show
from meldcode.duties import Kind
from meldcode.people import Role
from meldcode.policy import Policy
from storage.records import Organisation
from tests.bot.house import FACTS, House, organisation
from tests.dialogs.reading import keys
from tests.storage.builders import member, school

SIGNAL = {"text": FACTS, "urgency": "week", "child": "Sam", "parents": "not_yet"}


def screen(answer: object) -> str:
    """The name of the screen that is shown; fails if something must be corrected."""
    assert isinstance(answer, Show), answer
    return answer.screen.name


async def test_a_signal_becomes_a_case_with_all_that_belongs_to_it(house: House) -> None:
    """One submission leaves a case, its envelopes, its duties, a receipt and a line of access."""
    answer = await house.submit("teacher", "signal", SIGNAL, key="view:1")
    ((case_id, code),) = house.rows('SELECT id, code FROM "case"')
    case = await house.case(case_id)
    due = house.rows("SELECT kind, audience FROM due ORDER BY at")

    assert screen(answer) == "sent"
    assert case.signal is not None
    assert (case.signal.text, case.signal.child, case.raised_by) == (FACTS, "Sam", "teacher")
    assert sorted(house.outbox()) == [("ib", "new"), ("teacher", "kept")]
    assert {kind for kind, _ in due} == {Kind.SIGNAL_WAITS}
    assert house.rows("SELECT key, result FROM receipt") == [("view:1", case_id)]
    assert ("teacher", "create", 1) in house.rows(
        "SELECT person_id, action, granted FROM access_line"
    )
    assert len(code) == 6


async def test_what_was_written_is_nowhere_readable(house: House) -> None:
    """The words of a signal and of its draft are encrypted before the database gets them."""
    await house.service.keep_draft("U-teacher", {"text": FACTS})
    await house.submit("colleague", "signal", SIGNAL)
    files = house.path.parent.glob("store.sqlite*")

    assert [file.name for file in files if FACTS.encode() in file.read_bytes()] == []


async def test_the_same_submission_twice_makes_one_case(house: House) -> None:
    """A double tap and a second delivery find the first case, with its code, and say so."""
    first = await house.submit("teacher", "signal", SIGNAL, key="view:1")
    second = await house.submit("teacher", "signal", SIGNAL, key="view:1")
    assert isinstance(first, Show)
    assert isinstance(second, Show)

    assert house.rows('SELECT count(*) FROM "case"') == [(1,)]
    assert len(house.outbox()) == 2
    assert keys(second.screen) == [
        *keys(first.screen)[:2],
        "ok.dup",
        *keys(first.screen)[2:],
    ]
    assert [part for part in first.screen.parts if part not in second.screen.parts] == []


@pytest.mark.parametrize(
    "raw, errors",
    [
        ({"urgency": "week"}, {"text": "err.empty"}),
        ({"text": "  \n ", "urgency": "week"}, {"text": "err.empty"}),
        ({"text": "x" * 3001, "urgency": "week"}, {"text": "err.long"}),
        ({"text": FACTS, "urgency": "forged"}, {"urgency": "err.choose"}),
        ({"text": FACTS, "urgency": "now", "parents": "?"}, {"parents": "err.choose"}),
        ({"text": FACTS, "urgency": "now", "child": "x" * 101}, {"child": "err.long"}),
    ],
)
async def test_what_does_not_fit_is_said_beside_its_field(
    house: House, raw: dict[str, str], errors: dict[str, str]
) -> None:
    """The form stays open with a sentence at the field, and nothing is stored."""
    answer = await house.submit("teacher", "signal", raw)

    assert answer == Correct(errors)
    assert house.rows('SELECT count(*) FROM "case"') == [(0,)]


async def test_danger_reaches_ib_and_deputy_at_once(house: House) -> None:
    """An acute signal passes the lessons, and goes to the deputy as well."""
    house.clock.later(hours=-4)
    await house.submit("teacher", "signal", SIGNAL | {"urgency": "now"})
    waiting = house.rows("SELECT person_id, urgent, not_before FROM outbox ORDER BY person_id")
    moments = {not_before for _, _, not_before in waiting}

    assert [who for who, _, _ in waiting] == ["deputy", "ib", "teacher"]
    assert all(urgent for _, urgent, _ in waiting)
    assert len(moments) == 1
    assert "10:20" in moments.pop()


async def test_an_ordinary_signal_waits_for_the_end_of_the_lesson(house: House) -> None:
    """While the class may be looking at the screen nothing arrives; at noon it does."""
    house.clock.later(hours=-4)
    await house.submit("teacher", "signal", SIGNAL)
    ((moment,),) = house.rows("SELECT not_before FROM outbox WHERE person_id = 'ib'")

    assert "11:00" in moment


async def test_without_a_care_team_it_is_said_whom_to_call(house: House) -> None:
    """At a school without an IB'er or deputy nothing is stored, and the form says who to call."""
    answer = await house.submit("lonely", "signal", SIGNAL)

    assert screen(answer) == "no_ib"
    assert house.rows('SELECT count(*) FROM "case"') == [(0,)]


async def test_a_deputy_alone_is_care_enough(house: House) -> None:
    """A school with a deputy and no IB'er takes signals in."""
    deputy = member("deputy-3", Role.DEPUTY, school="s3")
    staff = Organisation(
        (*organisation().schools,), (*organisation().people, deputy), organisation().meetings
    )
    await house.work(lambda work: work.unit.people.apply(staff))
    answer = await house.submit("lonely", "signal", SIGNAL)

    assert screen(answer) == "sent"


async def test_somebody_of_two_schools_says_where(house: House) -> None:
    """The case belongs to the school that was chosen."""
    await house.submit("both", "signal_at", SIGNAL | {"school": "s2"})

    assert house.rows('SELECT school_id FROM "case"') == [("s2",)]


@pytest.mark.parametrize("forged", ["s3", "nowhere"])
async def test_a_school_of_others_is_refused(house: House, forged: str) -> None:
    """A forged choice of school makes no case, and looks the same whether the school exists."""
    answer = await house.submit("both", "signal_at", SIGNAL | {"school": forged})

    assert answer == Correct({"text": "err.access"})
    assert house.rows('SELECT count(*) FROM "case"') == [(0,)]


async def test_a_code_that_is_taken_is_drawn_again(house: House) -> None:
    """Two cases never have the same code."""
    house.ids.codes = ["BBBBBB", "BBBBBB", "CCCCCC"]
    await house.submit("teacher", "signal", SIGNAL)
    await house.submit("teacher", "signal", SIGNAL)

    assert house.rows('SELECT code FROM "case" ORDER BY rowid') == [("BBBBBB",), ("CCCCCC",)]


async def test_without_a_free_code_nothing_is_stored(house: House) -> None:
    """A drawing that keeps failing is an answer that says what to do, and leaves no half case."""
    house.ids.codes = ["BBBBBB"] * 30
    await house.submit("teacher", "signal", SIGNAL)
    answer = await house.submit("teacher", "signal", SIGNAL)

    assert answer == Correct({"text": "err.notsaved"})
    assert house.rows('SELECT count(*) FROM "case"') == [(1,)]


async def test_a_promise_is_made_only_if_the_board_made_it(house: House) -> None:
    """Without a confirmed term the confirmation names none."""
    answer = await house.submit("teacher", "signal", SIGNAL)
    assert isinstance(answer, Show)

    assert Policy().answer_promise is None
    assert "ok.body" in keys(answer.screen)
    assert "ok.body.day" not in keys(answer.screen)


async def test_a_stranger_is_told_who_can_add_them(house: House) -> None:
    """Somebody who is not in the organisation file gets a friendly no, and nothing is stored."""
    answer = await house.submit("nobody", "signal", SIGNAL)

    assert screen(answer) == "stranger"
    assert house.rows('SELECT count(*) FROM "case"') == [(0,)]


async def test_a_guest_is_a_stranger_even_with_a_known_address(house: House) -> None:
    """Whoever the platform gives no e-mail address of is nobody of ours."""
    house.directory.gone = {"U-teacher"}
    answer = await house.submit("teacher", "signal", SIGNAL)

    assert screen(answer) == "stranger"


async def test_with_one_school_a_stranger_hears_its_contact(house: House) -> None:
    """Only where there is one school can the process know whom to call."""
    only = Organisation((school("s1"),), (member("ib", Role.INTERN_BEGELEIDER),))
    many = await house.submit("nobody", "signal", SIGNAL)
    await house.work(lambda work: work.unit.people.apply(only))
    one = await house.submit("nobody", "signal", SIGNAL)
    assert isinstance(many, Show)
    assert isinstance(one, Show)

    assert "err.stranger.director" in keys(many.screen)
    assert "err.stranger.call" in keys(one.screen)


async def test_an_account_is_looked_up_once(house: House) -> None:
    """The first time it is matched by e-mail, whatever its capitals; after that it is known."""
    await house.submit("teacher", "signal", SIGNAL)
    await house.submit("teacher", "signal", SIGNAL)

    assert house.directory.asked == ["U-teacher"]


async def test_every_change_wakes_the_delivery(house: House) -> None:
    """What a change put in the outbox need not wait for the next turn of the clock."""
    await house.submit("teacher", "signal", SIGNAL)

    assert len(house.woken) == 1
