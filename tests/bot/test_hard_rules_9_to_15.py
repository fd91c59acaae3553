"""The hard rules R9-R15 of the design (domain.md 4.5), as `test_hard_rules` shows R1-R8."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain

import pytest
import yaml

from bot.policy_file import PLACES
from bot.reminders import purge, tick
from bot.service.answers import Correct
from dialogs import registry
from dialogs.fields import Choice, Pick
from dialogs.texts import LANGUAGES
from meldcode import commands
from meldcode.choices import Grounds
from meldcode.people import Role
from storage.erasing import Erasure
from storage.records import Organisation
from tests import builders, builders_rights
from tests.bot import test_hard_rules
from tests.bot.hard_rules import everything, story, words
from tests.bot.house import House, organisation
from tests.bot.service.test_access import GONE, answers
from tests.dialogs.desks import desk
from tests.dialogs.gallery import screens
from tests.dialogs.reading import keys, says
from tests.school import CALENDAR, POLICY
from tests.storage.builders import member
from tests.words import FACTS, load

HOLDS: dict[str, tuple[commands.Command, ...]] = {
    "nothing": (),
    "open": (builders.REOPEN,),
    "complaint": (builders_rights.HOLD,),
    "request": (replace(builders_rights.ASK, on=date(2026, 11, 2)),),
}


def test_every_hard_rule_has_a_test() -> None:
    """All fifteen."""
    names = [*vars(test_hard_rules), *globals()]
    found = {int(name[6:8]) for name in names if re.match(r"test_r\d\d_", name)}

    assert found == set(range(1, 16))


CLIMB = ({"ib"}, {"deputy"}, {"attention", "director"})
"""Who is told of a signal that nobody answers, a school day at a time."""


@pytest.mark.parametrize("raised", [date(2026, 11, 2 + n) for n in range(5)] + [date(2026, 10, 9)])
async def test_r09_an_unanswered_signal_climbs_on_school_days(house: House, raised: date) -> None:
    """From any day of the week, over a weekend and a holiday, without a word about it."""
    house.clock.now = datetime.combine(raised, time(15, 20), CALENDAR.zone).astimezone(UTC)
    await house.signal()
    told: dict[date, set[str]] = {}
    for day in (raised + timedelta(n) for n in range(1, 15)):
        house.rows("UPDATE outbox SET state = 'sent'")
        house.clock.now = datetime.combine(day, time(8, 5), CALENDAR.zone).astimezone(UTC)
        await tick(house.tools)
        assert {(kind, key) for kind, key in content(house)} <= {("digest", "")}
        told |= {day: {who for who, _ in house.outbox()}} if house.outbox() else {}
    days = [CALENDAR.add(raised, n) for n in (1, 2, 3)]

    assert told == dict(zip(days, CLIMB, strict=True))


def content(house: House) -> list[tuple[str, str]]:
    """The kind of what waits, and all that it says of its own."""
    rows = house.rows("SELECT kind, text_key, params FROM outbox WHERE state = 'waiting'")
    assert {str(params) for _, _, params in rows} <= {"{}", "None"}
    return [(kind, text) for kind, text, _ in rows]


async def test_r10_nothing_of_a_case_disappears_by_itself(house: House) -> None:
    """A term that is over sends a word without content; years later every entry is still there."""
    kept = replace(POLICY, retention_resolved=1, retention_unfounded=1, retention_withdrawn=1)
    agreed = replace(house, tools=replace(house.tools, policy=kept))
    open_case = await agreed.do("ib", await agreed.signal(), commands.TakeCase())
    close = commands.CloseCase(Grounds.UNFOUNDED, "It was a fall.")
    left = commands.NoteLeft(house.clock().date())
    closed = await agreed.do("ib", await agreed.signal(), commands.TakeCase(), close, left)
    house.rows("UPDATE outbox SET state = 'sent'")
    journal = "SELECT * FROM case_event", 'SELECT id, code FROM "case"'
    before = [house.rows(query) for query in journal]
    due = "SELECT at FROM due WHERE kind = 'expires' AND audience = 'holder'"
    warned = [str(at)[:10] for (at,) in house.rows(due)]
    for _ in range(8):
        house.clock.later(days=365)
        await tick(agreed.tools)
        await purge(agreed.tools)

    assert warned == ["2027-10-06", "2027-11-03"]
    assert [house.rows(query) for query in journal] == before
    assert await house.case(open_case.id) == open_case
    assert await house.case(closed.id) == closed


@pytest.mark.parametrize("holds", HOLDS)
async def test_r10_nobody_erases_what_is_held(house: House, holds: str) -> None:
    """Not while it goes on, a complaint runs or somebody waits; not even on a person's decision."""
    kept = replace(POLICY, retention_resolved=1)
    agreed = replace(house, tools=replace(house.tools, policy=kept))
    close = commands.CloseCase(Grounds.RESOLVED, "It goes well.")
    left = commands.NoteLeft(date(2025, 1, 6))
    taken = await agreed.do("ib", await agreed.signal(), commands.TakeCase())
    case = await agreed.do("ib", taken, close, left, *HOLDS[holds])
    handle = await agreed.handle("ib", case)
    raw = {"ground": "term", "decider": "ib", "reason": "It is over."}
    decided = await agreed.submit("ib", "erase", raw, handle)
    confirmed = await agreed.submit("ib", "erase_now", {"sure": "yes"}, handle)
    gone = await house.tools.store.read(lambda unit: unit.erased.of_school("s1"))

    assert isinstance(decided, Correct) == bool(HOLDS[holds])
    assert isinstance(confirmed, Correct) == bool(HOLDS[holds])
    assert len(gone) == (not HOLDS[holds])


async def test_r10_what_is_erased_leaves_a_stub(house: House) -> None:
    """That there was a case, when and on what ground; asked for, it looks as if it never was."""
    case, other = await house.signal(), await house.signal()
    order = Erasure(case.id, "term", "director", house.clock())
    await house.tools.store.erase(lambda _unit: (order,))
    (stub,) = await house.tools.store.read(lambda unit: unit.erased.of_school("s1"))
    opened = await house.show("ib", "open", await house.handle("ib", case))

    assert (stub.code, stub.entries, stub.ground) == (case.code, case.version, "term")
    assert opened == await house.show("ib", "open", await house.handle("ib", GONE))
    assert await house.case(other.id) == other


NAMING = ("consult", "plan_talk", "schedule", "agreement", "handover", "follower", "weighing_again")
"""Screens on which somebody is chosen."""


@pytest.mark.parametrize("who", ["ib", "chair", "oka", "director", "colleague"])
async def test_r11_who_is_kept_out_cannot_see_that_it_is_there(house: House, who: str) -> None:
    """At every stage: no way in, no name on a list, no message and no line on Home."""
    empty = words(await house.service.home(f"U-{who}"))
    async for case in story(house):
        last = case
    out = [commands.ExcludePerson(who, "Family.")]
    last = await house.do("deputy", last, *out)
    home = words(await house.service.home(f"U-{who}"))
    opened = await house.show(who, "open", await house.handle(who, last))
    house.clock.later(days=30)
    await tick(house.tools)
    told = {one for one, _ in house.outbox()}
    deputy = await house.handle("deputy", last)
    lists = [(await house.show("deputy", name, deputy)).options for name in NAMING]
    offered = {one.value.partition(":")[0] for some in lists for one in chain(*some.values())}

    assert home == empty
    assert opened == await house.show(who, "open", "A" * 20)
    assert who not in told
    assert "attention" in offered
    assert who not in offered


async def test_r12_an_administrator_reads_no_case(house: House) -> None:
    """At any stage everything that is asked about it is answered as if there were no such case."""
    admin = member("admin", Role.ADMIN)
    staff = (*organisation().people, admin)
    await house.work(
        lambda work: work.unit.people.apply(
            Organisation(organisation().schools, staff, organisation().meetings)
        )
    )
    async for case in story(house):
        last = case
        home = words(await house.service.home("U-admin"))
        opened = await house.show("admin", "open", await house.handle("admin", case))

        assert case.code not in home
        assert opened.name == "refused"

    theirs = await answers(house, "admin", await house.handle("admin", last))
    nothing = await answers(house, "admin", await house.handle("admin", GONE))

    assert theirs == nothing
    assert await house.case(last.id) == last


async def test_r13_the_record_only_grows(house: House) -> None:
    """Whatever is sent, corrected or taken back, each entry stays byte for byte as it was."""
    before: list[tuple[object, ...]] = []
    async for case in story(house):
        after = house.rows("SELECT * FROM case_event ORDER BY seq")

        assert after[: len(before)] == before
        assert len(after) == case.version > len(before)

        before = after


OTHERS = {"emergency": "199", "veilig_thuis": "0888-1111"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_r14_numbers_and_law_come_from_the_dated_policy(language: str) -> None:
    """Other numbers in the policy show on every screen; nowhere is it called a duty."""
    texts = load(language, {**FACTS, **OTHERS})
    shown = {name: words(screen, texts) for name, screen in screens().items()}
    old = re.compile(r"\b112\b|0800-2000|meldplicht|duty to report", re.IGNORECASE)

    assert [name for name, text in shown.items() if old.search(text)] == []
    assert all(number in shown["signal/opening"] for number in OTHERS.values())


def test_r14_every_number_and_wording_has_an_owner_and_a_date() -> None:
    """The file that comes along is dated; each item says who answers for it, and since when."""
    found = yaml.safe_load(PLACES[0].read_text(encoding="utf-8"))
    items = [
        item for name in ("phones", "law", "wordings") for item in found["items"][name].values()
    ]
    case = builders.answered(*builders.UNSAFE)
    norm = load("nl", {}).entries["dec.norm"]

    assert found["valid_from"]
    assert [
        item for item in items if not (item["owner"] and item["source"] and "confirmed" in item)
    ] == []
    assert "beroepsnorm" in norm
    assert "dec.norm" in keys(registry.SCREENS["decision"](desk(case)))


async def test_r15_signs_are_read_and_never_counted(house: House) -> None:
    """Looking at examples changes nothing, shows no figure, and no form offers one to choose."""
    await house.service.home("U-teacher")
    before, seen = everything(house), [await house.show("teacher", "signs", "") for _ in range(3)]
    listed = {key for key in keys(seen[0]) if key.endswith(".list")}
    shown = [s for s in screens().values() if listed & set(keys(s))]
    offered = {
        key
        for form in registry.FORMS.values()
        for mark in form.fields().values()
        if isinstance(mark, Choice | Pick)
        for key in (mark.label, mark.empty)
    }

    assert seen[0] == seen[1] == seen[2]
    assert everything(house) == before
    assert listed
    assert [s.name for s in shown if s.form or "signs.caveat" not in keys(s)] == []
    assert {key for key in offered if key.startswith("signs.")} == set()
    assert {name for s in shown for text in says(s) for name in text.args if name == "n"} == set()
