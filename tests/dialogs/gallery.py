"""Every screen and envelope that the conversations can make, by name."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from dialogs import registry
from dialogs.conversations import absence, for_me, help, meeting, notebook, signal, signs, stop  # noqa: A004 - the module
from dialogs.conversations.account import account_link
from dialogs.conversations.agenda import agenda
from dialogs.conversations.beside import search
from dialogs.conversations.chronology import OLDER, TIMELINE
from dialogs.conversations.colleague import colleague
from dialogs.conversations.confidential import emergency
from dialogs.conversations.copy import COPY
from dialogs.conversations.erasing import erased
from dialogs.conversations.facts import FACTS
from dialogs.conversations.handle_with_care import handle_with_care
from dialogs.conversations.hide import hidden
from dialogs.conversations.home import home
from dialogs.conversations.joined import JOINED, joined
from dialogs.conversations.scanned import scanned
from dialogs.conversations.sent import sent
from dialogs.conversations.step_up import none, step_up
from dialogs.conversations.today import today
from dialogs.desk import (
    AgendaLine,
    AgreedLine,
    Beside,
    Desk,
    DueLine,
    HomeDesk,
    JoinedDesk,
    MeetingDesk,
    SlipDesk,
    SlipLine,
    TodayDesk,
)
from dialogs.say import say
from dialogs.screen import Screen
from meldcode import commands
from meldcode.access import Relation
from meldcode.choices import Link, Urgency
from meldcode.duties import Kind
from meldcode.people import Role
from meldcode.policy import Policy
from meldcode.refusal import NOT_YOURS
from tests import builders, builders_rights
from tests.builders_after import MOVES_TO, moving, unfounded
from tests.dialogs.desks import MEETING, PAGE, WORDS, cases, desk, desks, room
from tests.dialogs.gallery_homes import STRICT, homes, lines
from tests.dialogs.gallery_looks import looks
from tests.dialogs.gallery_school import of_school
from tests.school import (
    CHAIR,
    COLLEAGUE,
    DEPUTY,
    MEETING_ON,
    NOW,
    POLICY,
    TEACHER,
    TODAY,
)


def screens() -> dict[str, Screen]:
    """All of them; the names say where each comes from."""
    return dict(
        (
            *(*_about_cases(), *looks(), *_signals(), *homes(), *_aside(), *_beside()),
            *(*of_school(), *_others()),
        )
    )


FURTHER_PAGES = {*OLDER[1:], *TIMELINE[2:], *COPY[2:], *FACTS[2:]}


def _about_cases() -> Iterator[tuple[str, Screen]]:
    """Whoever may not have a screen gets the case as they see it, which stands here once."""
    for name, case in cases().items():
        for at in desks(case):
            whole = registry.SCREENS["open"](at)
            yield f"{name}/{at.relation}{at.part}/open", whole
            for action, screen in _behind(at):
                if screen != whole:
                    yield f"{name}/{at.relation}{at.part}/{action}", screen


def _behind(at: Desk) -> Iterator[tuple[str, Screen]]:
    """What every button and every sent form leads to."""
    for action, make in registry.SCREENS.items():
        if action not in FURTHER_PAGES:
            yield action, make(at)
    for form, make in registry.AFTER.items():
        yield f"after {form}", make(at)


def _signals() -> Iterator[tuple[str, Screen]]:
    opening = signal.opening("Some words")
    danger = builders.raised(replace(builders.SIGNAL, urgency=Urgency.NOW))
    yield "signal/opening", opening
    yield "signal/resumed", signal.resumed({"text": "Draft"}, "more")
    yield "signal/at school", signal.at_school(opening, (WORDS, WORDS))
    yield "signal/acute", signal.acute(opening)
    yield "signal/called", signal.called(opening)
    yield "signal/colleague", colleague(WORDS)
    yield "signal/colleague/policy", colleague(WORDS, STRICT)
    yield "signal/stranger", signal.unknown_person(WORDS)
    yield "signal/stranger nowhere", signal.unknown_person(None)
    yield "signal/no receiver", signal.no_one_to_route_to(WORDS)
    yield "signal/sent again", sent(desk(danger, TEACHER), again=True)
    for days in (1, 2):
        policy = Policy(answer_promise=days)
        yield f"signal/promise {days}", sent(desk(danger, TEACHER, policy=policy))
    yield "signal/danger", registry.SCREENS["open"](desk(danger))


KNOWING: tuple[dict[str, Any], ...] = (
    *({}, {"parents_informed": True}, {}),
    {"parents_informed": False},
    {"parents_informed": False, "not_informed": "It is not safe to tell them."},
)


def agenda_line(number: int = 1) -> AgendaLine:
    return AgendaLine(
        code="K7T4XM",
        handle=f"handle{number}",
        question="What can we do?",
        bringer=Role.INTERN_BEGELEIDER,
        parents_invited=False,
        parents_reason="It is not safe.",
        minutes=10,
        age=number,
        handled=number == 1,
        evaluation=number == 1,
        earlier=(AgreedLine("Call the parents.", Role.OKA, TODAY),) * 5,
        place=number % 3,
        acute=number % 3 == 0,
        guests=(Role.OKA, Role.JGZ),
        **KNOWING[number % len(KNOWING)],
        put_off=number % 4,
        first_on=MEETING_ON,
    )


def slips(count: int) -> tuple[SlipLine, ...]:
    """Notes, questions that wait and answers, as many of each."""
    made = (
        ({"text": "Words.", "question": "How do I begin?"}, True),
        ({"text": "Words.", "question": "How do I begin?", "answer": "Ask."}, False),
    )
    return tuple(
        SlipLine(f"handle{number}", body, MEETING_ON, TEACHER.name, waiting)
        for number in range(count)
        for body, waiting in made
    )


def _aside() -> Iterator[tuple[str, Screen]]:
    at = room(TEACHER)
    for count in (0, 1, 12):
        mine = SlipDesk(at, mine=slips(count), schools=(WORDS,), typing={"text": "Typed"})
        yield f"notebook/{count}", notebook.notebook(mine)
        yield f"for me/teacher/{count}", for_me.for_me(mine, say("for_me.sent"))
        yield f"for me/two schools/{count}", for_me.for_me(replace(mine, schools=(WORDS, WORDS)))
        care = SlipDesk(room(), others=slips(count))
        yield f"for me/care/{count}", for_me.for_me(care, say("for_me.told"))
    asked, answered = slips(1)
    yield "for me/answering", for_me.answering(asked)
    yield "for me/answered", for_me.answered(answered)
    yield "for me/erased", for_me.for_me(SlipDesk(at, schools=(WORDS,)), say("for_me.erased"))
    yield "for me/gone", for_me.gone()
    for count in (0, 2):
        gentle = tuple(
            SlipLine(f"handle{number}", {"child": "Sam", "word": "Fox"}, MEETING_ON)
            for number in range(count)
        )
        at_school = SlipDesk(room(policy=STRICT), others=gentle)
        yield f"gentle/{count}", handle_with_care(at_school)
    yield "home/handle with care", home(HomeDesk(room(policy=STRICT)))


BESIDE = (
    Beside("other", "BCDFGH", "handle1"),
    Beside("same", "JKMNPQ", "handle2", Link.SAME_CHILD),
    Beside("family", "RSTVWX", "handle3", Link.SIBLING),
)


def _beside() -> Iterator[tuple[str, Screen]]:
    for name, case in cases().items():
        for at in (one for one in desks(case) if one.relation is Relation.CARE):
            for near in (BESIDE, BESIDE[:1]):
                for action in ("open", "beside", "link", "unlink"):
                    screen = registry.SCREENS[action](replace(at, beside=near))
                    yield f"{name}/{len(near)} beside/{action}", screen
    long = builders.play(
        builders.raised(), *(commands.AddObservation(f"Words {number}") for number in range(60))
    )
    for case in (builders.taken(), long):
        table = JoinedDesk((desk(cases()["everything"]), desk(case)), BESIDE[2:])
        for action in JOINED[:2]:
            yield f"joined/{len(case.entries)}/{action}", joined(action, table)
    yield "search", search()
    yield "emergency", emergency()
    yield "closing/second", registry.SCREENS["open"](desk(builders.closed(), DEPUTY))
    yield "away until", absence.away(DEPUTY.name)
    yield "arranged", absence.arranged(DEPUTY.name, MEETING_ON)
    for count in (0, 1, 12):
        yield f"search/{count}", search(tuple(lines())[:count])


def _others() -> Iterator[tuple[str, Screen]]:
    at = room(CHAIR)
    items = tuple(agenda_line(number) for number in range(40))
    yield "agenda/full", agenda(MeetingDesk(at, MEETING, "handle", items))
    yield "agenda/empty", agenda(MeetingDesk(at, MEETING, "handle", ()))
    due = tuple(DueLine(kind, "K7T4XM", "handle") for kind in Kind) * 5
    yield "today/full", today(TodayDesk(at, due))
    yield "today/task", today(TodayDesk(at, (DueLine(Kind.FOLLOW_LAST),)))
    yield "today/now", today(TodayDesk(at, (DueLine(Kind.ACUTE),)))
    yield "today/aside", today(TodayDesk(at, (DueLine(Kind.CHECK_IN, "", "handle"),)))
    yield "today/empty", today(TodayDesk(at, ()))
    yield "meeting", meeting.new_meeting(at)
    for number in (0, 2):
        counts = {"read": 40, "strange": number, "named": number, "quoted": 0}
        yield f"selfscan/{number}", scanned(MEETING_ON, counts)
    yield "help", help.help_screen()
    yield "hidden", hidden("handle")
    yield "account", account_link(PAGE)
    yield "account/home", home(HomeDesk(at, linked=False))
    yield "step up", step_up("handle")
    yield "step up/none", none()
    for policy in (POLICY, replace(POLICY, signs_confirmed=True)):
        yield f"signs/{policy.signs_confirmed}", signs.signs(room(TEACHER, policy))
    for make in (stop.loading, stop.refused, stop.old, stop.ended, stop.failed, stop.thanks):
        yield f"stop/{make.__name__}", make()
    yield "stop/because", stop.because(NOT_YOURS)
    yield "erased", erased("K7T4XM")
    kept = replace(POLICY, retention_resolved=1)
    for case in (builders.closed(), builders.play(builders.closed(), builders_rights.LEFT)):
        yield f"kept/{case.version}", registry.SCREENS["keeping"](desk(case, policy=kept))
    late = desk(cases()["planned"], COLLEAGUE, now=NOW + timedelta(hours=9))
    yield "talk that takes long", registry.SCREENS["open"](late)
    snoozed = builders.play(builders.decided(), *[commands.Snooze(1)] * 3)
    yield "snooze why", registry.SCREENS["snooze"](desk(snoozed))
    policy = replace(
        POLICY, retention_unfounded=1, facts=replace(POLICY.facts, pass_on="Dat er zorg is.")
    )
    for name, case in (("unfounded", unfounded()), ("moving", moving(MOVES_TO))):
        for action in ("open", "move", "close"):
            yield f"{name}/{action}/agreed", registry.SCREENS[action](desk(case, policy=policy))
