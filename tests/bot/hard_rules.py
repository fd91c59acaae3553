"""A whole case played at a house with a mark in every text, and what may be seen of it outside."""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.slack import render
from bot.slack.parse import Click
from dialogs import registry
from dialogs.fields import Text
from dialogs.screen import Envelope, Screen
from meldcode.case import Case
from meldcode.commands import TakeCase
from storage.errors import StoreError
from storage.records import Message, Subject
from tests.bot.house import House
from tests.bot.postman import FakePostman
from tests.bot.service.filled import FILLED
from tests.school import CALENDAR
from tests.words import load

MARK = "zqxmark"
CHILD = "Robin 12-03-2018"
TOLD = f"She saw a bruise, {MARK}."
FIGURES = frozenset({"minutes", "rhythm", "days"})
"""Texts of a form that are numbers."""

STORY = (
    *(("teacher", form) for form in ("add", "injury", "answer", "correct")),
    *(("ib", form) for form in ("mark", "nature", "answer", "ask", "talk", "advice")),
    *(("ib", form) for form in ("sheet", "consult", "observe", "observed", "discussion")),
    *(("ib", form) for form in ("parent", "plan_talk", "no_talk")),
    *(("ib", form) for form in ("schedule", "outcome", "weighing", "question1")),
    *(("ib", form) for form in ("question2", "question3", "question4", "question5")),
    *(("ib", form) for form in ("weighing_again", "question1", "unsafe", "decision_report")),
    *(("ib", form) for form in ("melding", "unknown", "known", "reported", "parents_told")),
    *(("ib", form) for form in ("vt_agreement", "helping", "chase", "feedback", "agreement")),
    *(("teacher", form) for form in ("note", "moves")),
    *(("ib", form) for form in ("move", "oka", "aftercare", "handover", "follower")),
    ("ib", "answer_follower"),
)
"""Who sends which form, in an order that the rules accept."""

OTHERWISE: Mapping[str, tuple[str, dict[str, Any]]] = {
    "unsafe": ("question2", {"answer": "yes"}),
    "unknown": ("anonymous", {"parents_by": "deputy"}),
}
"""Step -> the form, and in what it differs from the one that is filled in for all tests."""

PLUMBING = frozenset({"action_id", "block_id", "callback_id", "private_metadata", "value"})
"""Properties of a view that nobody reads, and that come back to the bot."""

TEXTS = load("nl")


def filled(form: str) -> tuple[str, dict[str, Any]]:
    """The form's name and its values, with the mark in every text that people write."""
    if form in OTHERWISE:
        name, more = OTHERWISE[form]
        return name, filled(name)[1] | more
    fields = registry.FORMS[form].fields()
    written = {name for name, kind in fields.items() if isinstance(kind, Text)} - FIGURES
    values = FILLED[form].items()
    return form, {k: f"{v} {MARK}" if k in written else v for k, v in values}


async def story(house: House) -> AsyncIterator[Case]:
    """The case after each form; fails if one is refused."""
    case = await house.signal(text=TOLD, child=CHILD, urgency="now")
    yield case
    yield await house.do("ib", case, TakeCase())
    for who, step in STORY:
        form, values = filled(step)
        before = await house.case(case.id)
        handle = await house.handle(who, _about(before, form))
        answer = await house.submit(who, form, values, handle)
        after = await house.case(case.id)
        assert after.version > before.version, (step, answer)
        yield after


def _about(case: Case, form: str) -> Case | Subject:
    return Subject("part", f"{case.id}/{case.items[0].id}") if form == "outcome" else case


class Posted(FakePostman):
    """Keeps each message as it would go to chat."""

    def __init__(self) -> None:
        super().__init__()
        self.payloads: list[str] = []

    async def send(
        self,
        account: str,
        envelope: Envelope,
        root: Message | None,
        key: str,
        since: datetime | None,
    ) -> Message:
        self.payloads.append(str(render.message(envelope, TEXTS)))
        return await super().send(account, envelope, root, key, since)


def plumbing(node: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """What a view holds beside what people read in it, its title included."""
    if isinstance(node, list):
        for one in node:
            yield from plumbing(one)
    if isinstance(node, dict):
        yield from (str(value) for key, value in node.items() if key in PLUMBING)
        for value in node.values():
            yield from plumbing(value)


def words(screen: Screen, texts: Any = TEXTS) -> str:  # noqa: ANN401 - as in dialogs.texts
    """The screen as Slack would get it."""
    draw = render.home if screen.name == "home" else render.modal
    return str(draw(screen, texts))


@dataclass
class Order:
    """A store that is away and windows that work, each writing down when it is asked."""

    happened: list[str] = field(default_factory=list)
    shown: list[Screen] = field(default_factory=list)

    async def write(self, _work: object, *, whole_board: bool = False) -> None:
        self.happened.append("store")
        raise StoreError

    read = write

    async def around(self, _view: str, _form: str, screen: Screen, _inputs: object) -> None:
        self.happened.append("shown")
        self.shown.append(screen)


def danger() -> Click:
    """Somebody chooses "Er is nu gevaar" in the form."""
    raw = {"text": TOLD, "urgency": "now"}
    return Click("U-teacher", "urgency", "", "trigger", "view", "signal", raw, (), "key")


def in_class(moment: datetime) -> bool:
    """Whether a class may be looking at the screen, or nobody is at school."""
    there = moment.astimezone(CALENDAR.zone)
    open_now = CALENDAR.is_school_day(there.date()) and CALENDAR.open_hours.holds(there.time())
    return not open_now or any(lesson.holds(there.time()) for lesson in CALENDAR.lessons)


def everything(house: House) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    tables = house.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name: house.rows(f'SELECT * FROM "{name}"') for (name,) in tables}  # noqa: S608 - our own table names
