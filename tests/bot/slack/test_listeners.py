from collections.abc import Mapping
from typing import Any

import pytest

from bot.health.metrics import Metrics, Outcome
from bot.service.answers import Answer, Correct, Show
from bot.slack.listeners import Listeners
from bot.slack.pace import Paces
from bot.slack.rehearsal import Rehearsal
from bot.tasks import Tasks
from dialogs.conversations import stop
from storage.records import Message
from tests.bot.house import Clock
from tests.bot.practice.exercising import practice
from tests.words import load

Json = dict[str, Any]

TYPED = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1", "ts": "2.0"}


class FakeService:
    """Remembers what it is asked; answers a form with `answer`."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, object]] = []
        self.answer: Answer = Show(stop.old())

    async def typed(self, account: str, message: Message, thread: str, text: str) -> None:
        self.asked.append(("typed", (account, message, thread, text)))

    async def removed(self, message: Message) -> None:
        self.asked.append(("removed", message))

    async def keep_draft(self, account: str, raw: Json) -> bool:
        self.asked.append(("draft", raw))
        return True

    async def submit(self, account: str, form: str, raw: Json, handle: str, key: str) -> Answer:
        self.asked.append(("submit", (form, raw, handle)))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class FakeWindows:
    """Remembers which window became which screen."""

    def __init__(self) -> None:
        self.changed: list[tuple[str, str]] = []

    async def change(self, view: str, screen: Any) -> None:  # noqa: ANN401 - a screen of any kind
        self.changed.append((view, screen.name))


class Ear:
    """Listeners on fakes, and what they acknowledged."""

    def __init__(self) -> None:
        self.service, self.windows, self.tasks = FakeService(), FakeWindows(), Tasks()
        self.metrics = Metrics()
        self.acks: list[Json] = []
        service: Any = self.service
        windows: Any = self.windows
        clicks: Any = None
        rehearsal = Rehearsal(practice(), service, windows, self.tasks)
        paces = Paces(Clock())
        given = (service, clicks, rehearsal, windows, self.tasks, load("nl"), paces, self.metrics)
        self.hears = Listeners(*given)

    def counted(self) -> dict[str, float]:
        """How many forms there were of each outcome that there was."""
        (family,) = self.metrics.submissions.collect()
        totals = [one for one in family.samples if one.name.endswith("_total")]
        return {one.labels["outcome"]: one.value for one in totals if one.value}

    @property
    def ack(self) -> Any:  # noqa: ANN401 - stands for the class of Bolt
        async def ack(**answer: object) -> None:
            self.acks.append(answer)

        return ack

    async def submission(self, **view: object) -> Json:
        """The acknowledgement of a form that is sent."""
        await self.hears.submission(self.ack, body(**view))
        await self.tasks.settled()
        return self.acks[-1]

    async def closed(self, *, cleared: bool = False, **view: object) -> None:
        sent = body(**view) | {"is_cleared": cleared}
        await self.hears.closed(self.ack, sent)
        await self.tasks.settled()


def body(**changes: object) -> Json:
    field = {"text": {"type": "plain_text_input", "value": "Words"}}
    view = {
        "id": "V1",
        "callback_id": "answer",
        "hash": "1.a",
        "private_metadata": "handle",
        "blocks": [{"type": "input", "block_id": "text~draft"}],
        "state": {"values": {"text~draft": field}},
    }
    return {"user": {"id": "U1"}, "view": view | changes}


async def test_a_typed_message_is_handed_on() -> None:
    """What somebody types in the private chat reaches the service, with what it answers."""
    ear = Ear()
    await ear.hears.message(TYPED | {"text": "Hi", "thread_ts": "1.0"})

    assert ear.service.asked == [("typed", ("U1", Message("D1", "2.0"), "1.0", "Hi"))]


async def test_a_removed_message_is_handed_on() -> None:
    """When its author removes it, the service hears which one that was."""
    ear = Ear()
    await ear.hears.message(TYPED | {"subtype": "message_deleted", "deleted_ts": "1.5"})

    assert ear.service.asked == [("removed", Message("D1", "1.5"))]


@pytest.mark.parametrize(
    "change",
    [
        {"bot_id": "B1"},
        {"subtype": "message_changed"},
        {"subtype": "file_share"},
        {"subtype": "channel_join"},
        {"channel_type": "channel"},
        {"channel_type": "group"},
        {"channel_type": "mpim"},
    ],
)
async def test_everything_else_in_chat_is_passed_over(change: Json) -> None:
    """Own messages, edits, files, and whatever is said elsewhere."""
    ear = Ear()
    await ear.hears.message(TYPED | {"text": "Hi"} | change)

    assert ear.service.asked == []


async def test_what_must_be_corrected_stands_at_its_block() -> None:
    """A sentence is shown at the block as this edition of the form calls it."""
    ear = Ear()
    ear.service.answer = Correct({"text": "err.text", "elsewhere": "err.why"})
    answer = await ear.submission()

    assert answer == {
        "response_action": "errors",
        "errors": {"text~draft": "Schrijf hier iets op. Eén zin is genoeg."},
    }


async def test_after_success_the_form_becomes_the_next_screen() -> None:
    """With nothing below it, the window goes on as what happens now."""
    ear = Ear()
    answer = await ear.submission()

    assert answer["response_action"] == "update"
    assert answer["view"]["callback_id"] == "old"
    assert ear.windows.changed == []


async def test_after_success_the_window_below_shows_the_case() -> None:
    """Over a case the form closes, and the case is shown as it has become."""
    ear = Ear()
    answer = await ear.submission(previous_view_id="V0")

    assert answer == {}
    assert ear.windows.changed == [("V0", "old")]


@pytest.mark.parametrize(
    "view, cleared, kept",
    [
        ({"callback_id": "signal"}, False, 1),
        ({"callback_id": "signal_at"}, False, 1),
        ({"callback_id": "signal"}, True, 0),
        ({"callback_id": "answer"}, False, 0),
        ({"callback_id": "signal", "state": {"values": {}}}, False, 0),
    ],
)
async def test_a_signal_that_is_closed_half_way_is_kept(
    view: Json, *, cleared: bool, kept: int
) -> None:
    """Other forms, empty ones, and what is closed from the route for colleagues are not."""
    ear = Ear()
    await ear.closed(cleared=cleared, **view)

    assert [name for name, _ in ear.service.asked] == ["draft"] * kept


ANSWERS: Mapping[Outcome, Answer] = {
    Outcome.ACCEPTED: Show(stop.old()),
    Outcome.CORRECTED: Correct({"text": "err.text"}),
    Outcome.NOT_KEPT: Correct({"text": "err.full"}),
}


@pytest.mark.parametrize("outcome", ANSWERS)
async def test_forms_are_counted_by_what_came_of_them(outcome: Outcome) -> None:
    """Accepted, to be corrected, or not kept, which an operator must hear of."""
    ear = Ear()
    ear.service.answer = ANSWERS[outcome]
    await ear.submission()

    assert ear.counted() == {outcome: 1}


async def test_a_form_that_fails_is_counted() -> None:
    """What nobody foresaw is counted as well."""
    ear = Ear()
    ear.service.answer = ZeroDivisionError()  # type: ignore[assignment]  # what nobody foresaw
    with pytest.raises(ZeroDivisionError):
        await ear.submission()

    assert ear.counted() == {Outcome.FAILED: 1}
