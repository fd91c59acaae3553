"""The hard rules R1-R8 of the design (domain.md 4.5), each shown on the product as a whole.

What each room does for them is shown in that room's own tests.
"""

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations_with_replacement, product
from typing import Any, cast

import pytest
from structlog.testing import capture_logs

from bot.delivery import Delivery
from bot.slack import render
from bot.slack.clicks import Clicks
from bot.tasks import Tasks
from dialogs import registry
from dialogs.conversations.copy import COPY
from dialogs.conversations.facts import FACTS
from meldcode import commands
from meldcode.access import ACTION_OF, may
from meldcode.case import Case
from meldcode.choices import Answer, Decision, Form, Grounds, ParentsTalk, Present, Urgency
from meldcode.choices_melding import Unknown
from meldcode.duties import duties
from meldcode.refusal import Refusal
from meldcode.shielding import shielded
from tests import builders, builders_melding, builders_rights
from tests.bot.hard_rules import (
    CHILD,
    MARK,
    TEXTS,
    Order,
    Posted,
    danger,
    everything,
    in_class,
    plumbing,
    story,
    words,
)
from tests.bot.house import House, organisation
from tests.dialogs.desks import STAFF, cases, desk, desks
from tests.dialogs.gallery import screens
from tests.dialogs.gallery_homes import STRICT
from tests.dialogs.reading import keys
from tests.school import CALENDAR, DEPUTY, MEETING_ON, NOW, POLICY, TEACHER

SECRETS = re.compile(f"{MARK}|Robin|12-03-2018|Name of teacher|bruise", re.IGNORECASE)
PEOPLE = [f"U-{one.id}" for one in organisation().people]
PHONES = ("112", "0800-2000")


async def test_r01_nothing_of_a_case_goes_into_chat(house: House) -> None:
    """Messages, Home, references of windows and the log hold no name, date or word of a case."""
    posted, shown, seen = Posted(), "", list[str]()
    delivery = Delivery(house.tools, posted)
    with capture_logs() as lines:
        async for case in story(house):
            await delivery.drain()
            screen = await house.show("ib", "open", await house.handle("ib", case))
            seen += plumbing(render.modal(screen, TEXTS))
            seen += [words(await house.service.home(account)) for account in PEOPLE]
            shown += words(screen)
    seen += [*posted.payloads, str(lines)]

    assert CHILD in shown
    assert len(posted.payloads) > len(PEOPLE)
    assert [text for text in seen if SECRETS.search(text)] == []


UNSAFE = [
    (first, second, *rest)
    for count in range(4)
    for first, second in product((Answer.YES, Answer.DOUBT), repeat=2)
    for rest in product((Answer.YES, Answer.NO), repeat=count)
]


@pytest.mark.parametrize("given", UNSAFE, ids="-".join)
def test_r02_yes_or_doubt_on_safety_leaves_only_a_report(given: tuple[Answer, ...]) -> None:
    """Whatever else is answered, help alone can be neither chosen nor arranged nor closed away."""
    case = builders.answered(*given)
    ways: tuple[commands.Command, ...] = (
        *(builders.decision(chosen) for chosen in (Decision.HELP, Decision.NO_SUSPICION)),
        *(commands.CloseCase(grounds, "It goes well.") for grounds in Grounds),
        builders_melding.HELP,
    )
    offered = keys(registry.SCREENS["decision"](desk(case)))
    both = builders.ask(case, builders.decision(Decision.BOTH))

    assert [way for way in ways if not isinstance(builders.ask(case, way), Refusal)] == []
    assert not isinstance(both, Refusal)
    assert "dec.what.melding" in offered
    assert "dec.what.help" not in offered


SEATS = [Present(who, role) for who in "abc" for role in ("teacher", "intern_begeleider")]


def test_r03_nobody_weighs_or_decides_alone() -> None:
    """Of all ways to fill three seats only those with two people in two roles are accepted."""
    weighing, deciding = builders.on_agenda(), builders.answered(*builders.UNSAFE)
    for seats in (s for n in range(4) for s in combinations_with_replacement(SEATS, n)):
        enough = len({one.person for one in seats}) > 1 and len({one.role for one in seats}) > 1
        weigh = replace(builders.WEIGH, present=seats)
        decide = replace(builders.decision(Decision.MELDING), present=seats)

        assert isinstance(builders.ask(weighing, weigh), Refusal) != enough
        assert isinstance(builders.ask(deciding, decide), Refusal) != enough

    wanted = {
        ACTION_OF[kind] for kind in (commands.Weigh, commands.AnswerQuestion, commands.Decide)
    }

    assert [1 for case in cases().values() for one in wanted if may(TEACHER, one, case)] == []


async def test_r04_danger_is_answered_before_anything_is_stored(house: House) -> None:
    """Also with a store that is away the numbers are there at once, on top of what was typed."""
    order, tasks = Order(), Tasks()
    with capture_logs():
        service = house.with_store(order).service
        await Clicks(service, cast("Any", order), tasks).handle(danger())
        await tasks.settled()

    assert order.happened[:2] == ["shown", "store"]
    assert all(number in words(order.shown[0]) for number in PHONES)


def test_r04_the_numbers_are_never_more_than_a_step_away() -> None:
    """Every screen that lies over no other holds them, and so does every case, for everybody."""
    above = {name: one for name, one in screens().items() if not one.handle}
    opened = [registry.SCREENS["open"](at) for case in cases().values() for at in desks(case)]
    far = {one.name for one in above.values() if not all(n in words(one) for n in PHONES)}

    assert [one.name for one in opened if not all(n in words(one) for n in PHONES)] == []
    # Planning a meeting lies over Home, and "a moment" makes room for what was asked.
    assert far == {"meeting", "loading"}


async def test_r05_about_a_colleague_nothing_is_stored(house: House) -> None:
    """Whoever opens that route leaves the store as it was; what was typed before is gone."""
    strict = replace(house, tools=replace(house.tools, policy=STRICT)).service
    for account in PEOPLE:
        await strict.home(account)
    before = everything(house)
    for account in PEOPLE:
        await strict.keep_draft(account, {"text": f"He hits, {MARK}."})
        screen = await strict.colleague(account)

        assert screen.form is None
        assert {"col.board.call", "col.inspector.call", "col.nothing"} <= set(keys(screen))

    assert everything(house) == before


@pytest.mark.parametrize("unknown", Unknown)
def test_r06_who_stays_anonymous_tells_nobody_and_is_in_no_copy(unknown: Unknown) -> None:
    """The parents hear nothing from her, and neither facts nor a copy for inspection name her."""
    again = replace(builders.SCHEDULE, item="again", meeting="next")
    claim = replace(builders_melding.CLAIM, unknown=unknown, parents_by=DEPUTY.id)
    case = builders.play(builders_melding.planned(), again, claim)
    report = replace(builders_melding.PLAN, parents_by=None)
    decide = replace(builders.decision(Decision.MELDING), reporter=report.reporter)
    hidden, names = shielded(case), {one.id: one.name for one in STAFF}
    facts = "".join(words(registry.SCREENS[page](desk(case))) for page in FACTS)
    asked = {one.person for one in duties(case, NOW, POLICY, CALENDAR)}
    shown = builders.play(case, builders_rights.ASK, replace(builders_rights.VEIL, left_out=()))
    copy = "".join(words(registry.SCREENS[page](desk(shown, part="request"))) for page in COPY)
    let = [
        (who, type(way).__name__)
        for who in hidden
        for way in (
            replace(report, parents_by=who),
            replace(builders_melding.TOLD, by=who),
            replace(claim, parents_by=who),
            replace(builders.OUTCOME, item="again", informs=who, informs_by=MEETING_ON),
            replace(decide, informs_parents=who),
        )
        if not isinstance(builders.ask(case, way), Refusal)
    ]

    assert hidden
    assert let == []
    assert asked.isdisjoint(hidden)
    assert builders.SIGNAL.text in facts
    assert builders.SIGNAL.text in copy
    assert [names[who] for who in hidden if names[who] in facts + copy] == []


ADVICE = {"talk.note", "asks.parents"}
"""What sends somebody to the parents."""

BRAKES: dict[str, Case] = {
    "calm": builders.raised(),
    "danger": builders.raised(replace(builders.SIGNAL, urgency=Urgency.NOW)),
    "doubt": builders.raised(replace(builders.SIGNAL, parents=ParentsTalk.UNSAFE)),
    "disclosure": builders.play(builders.raised(), commands.SetForms((), disclosure=True)),
    "anonymity": builders.play(builders.raised(), builders_melding.CLAIM),
    **{
        form: builders.play(builders.raised(), commands.SetForms((form,), disclosure=False))
        for form in (Form.HONOUR, Form.FORCED_MARRIAGE, Form.GENITAL_MUTILATION)
    },
}


@pytest.mark.parametrize("reason", BRAKES)
def test_r07_nothing_sends_anybody_to_the_parents_first(reason: str) -> None:
    """On no screen of anybody, at no step; with nothing against it, talking is what is advised."""
    case = builders.play(BRAKES[reason], builders.SCHEDULE)
    found = {
        (action, key)
        for at in desks(case)
        for action, make in registry.SCREENS.items()
        for key in keys(make(at))
        if key in ADVICE
    }

    assert {key for _, key in found} == (ADVICE if reason == "calm" else set())


DANGER = {("ib", "now"), ("deputy", "now")}
OTHERWISE = {("teacher", "kept"), ("ib", "today"), ("attention", "today")}
"""A receipt for one's own tap, and a child that leaves the school (docs/decisions/0005)."""


@pytest.mark.parametrize("hour", [7, 10, 13, 22])
async def test_r08_no_push_during_lessons_but_in_danger(house: House, hour: int) -> None:
    """In class, and before and after school, all that a whole case sends waits for a break."""
    house.clock.now = house.clock.now.replace(hour=hour - 1)
    async for _ in story(house):
        pass
    waiting = house.rows("SELECT person_id, text_key, urgent, not_before FROM outbox")
    posted = Posted()
    await Delivery(house.tools, posted).drain()
    later = [datetime.fromisoformat(at) for _, _, urgent, at in waiting if not urgent]

    assert in_class(house.clock.now)
    assert {(who, text) for who, text, urgent, _ in waiting if urgent} == DANGER | OTHERWISE
    assert len(posted.sent) == len(waiting) - len(later)
    assert [moment for moment in later if in_class(moment.replace(tzinfo=UTC))] == []
