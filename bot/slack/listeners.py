"""Slack's deliveries: each is received, translated, handed to one function, and rendered.

A few catch-all listeners look the rest up in tables, since Bolt tries its listeners one by one
(4.3 ms with 200 of them, 0.3 ms with one; performance.md).
"""

import re
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.health.metrics import Metrics, Outcome
from bot.service import signals
from bot.service.answers import Answer, Correct, Show, correct
from bot.service.service import Service
from bot.service.trouble import NOT_KEPT
from bot.slack import parse, render
from bot.slack.clicks import TOO_FAST, Clicks
from bot.slack.pace import Paces
from bot.slack.rehearsal import Rehearsal
from bot.slack.windows import Windows
from bot.tasks import Tasks
from dialogs import registry
from dialogs.conversations import chat
from dialogs.conversations.help import ANSWERS
from dialogs.conversations.practice import MARK
from dialogs.screen import Say, say
from dialogs.texts import Texts
from meldcode.refusal import Refusal
from storage.records import Message

Payload = dict[str, Any]
ANY = re.compile(".*")
HELP_WORDS = frozenset({"help", "hulp", "?"})
PRACTICE_WORDS = frozenset({"oefenen", "oefen", "practise", "practice"})
PLAIN_MESSAGE = None
"""The subtype of a message that somebody simply typed."""


class Listeners:
    """One method for each kind of delivery."""

    def __init__(  # noqa: PLR0913, PLR0917 - whom each kind of delivery is handed to
        self,
        service: Service,
        clicks: Clicks,
        rehearsal: Rehearsal,
        windows: Windows,
        tasks: Tasks,
        texts: Texts,
        paces: Paces,
        metrics: Metrics,
    ) -> None:
        self._service = service
        self._clicks = clicks
        self._rehearsal = rehearsal
        self._windows = windows
        self._tasks = tasks
        self._texts = texts
        self._paces = paces
        self._sent = metrics.submissions

    def register(self, app: AsyncApp) -> None:
        app.command(ANY)(self.command)
        app.action(ANY)(self.action)
        app.view_submission(ANY)(self.submission)
        app.view_closed(ANY)(self.closed)
        app.message_shortcut(ANY)(self.tell_safely)
        app.event("app_mention")(self.mention)
        app.event("app_home_opened")(self.home_opened)
        app.event("message")(self.message)

    async def command(self, ack: AsyncAck, body: Payload) -> None:
        text = parse.readable(body.get("text", "")).strip()
        if text.lower() in HELP_WORDS:
            await ack(text=self._help())
            return
        if not self._paces.hands.allows(body["user_id"]):
            await ack(text=self._texts.of(say(TOO_FAST)))
            return
        practises = text.lower() in PRACTICE_WORDS
        opened = (
            self._rehearsal.open if practises else partial(self._clicks.open_signal, typed=text)
        )
        sorry = await opened(body["user_id"], body["trigger_id"])
        await ack(text=self._texts.of(say(sorry)) if sorry else "")

    async def action(self, ack: AsyncAck, body: Payload) -> None:
        click = parse.click(body)
        mine = self._rehearsal.owns(click.action, click.form)
        clicks = self._rehearsal if mine else self._clicks
        pace = self._paces.keys if clicks.is_live(click) else self._paces.hands
        answer = clicks.handle if pace.allows(click.user) else self._clicks.slow_down
        await answer(click)
        await ack()

    async def submission(self, ack: AsyncAck, body: Payload) -> None:
        """Acknowledged only now that it is stored, or with what to correct."""
        sent = parse.submission(body)
        answer = await self._answer(sent)
        await ack(**self._response(answer, sent))
        if isinstance(answer, Show) and sent.form in registry.ON_HOME:
            self._tasks.start(self._home_again(sent.user))

    async def _answer(self, sent: parse.Submission) -> Answer:
        """Of practice, of a real case, or that somebody goes too fast."""
        if not self._paces.hands.allows(sent.user):
            self._sent.labels(Outcome.TOO_FAST).inc()
            return correct(registry.FORMS[sent.form.removeprefix(MARK)], Refusal(TOO_FAST))
        if self._rehearsal.owns(form=sent.form):
            return self._rehearsal.submit(sent)
        with self._sent.labels(Outcome.FAILED).count_exceptions():
            given = (sent.user, sent.form, sent.raw, sent.handle, sent.key)
            answer = await self._service.submit(*given)
        self._sent.labels(_outcome(answer)).inc()
        return answer

    async def closed(self, ack: AsyncAck, body: Payload) -> None:
        """A form closed half-way keeps what it tells us was in it.

        Closed together with what lay over it, it keeps nothing: that may be the route for
        colleagues, of which nothing is stored. Under anything else the form was kept already.
        """
        await ack()
        sent = parse.submission(body)
        if sent.form in signals.FORMS and sent.raw.get("text") and not body.get("is_cleared"):
            self._tasks.start(self._service.keep_draft(sent.user, sent.raw))

    async def tell_safely(self, ack: AsyncAck, body: Payload) -> None:
        """The words of one's own message go into the form; the message itself must still go."""
        typed = parse.own_words(body)
        if self._paces.hands.allows(typed.user):
            await self._clicks.open_signal(typed.user, body["trigger_id"], typed.text.strip())
            if typed.text:
                message = Message(typed.channel, typed.ts)
                self._tasks.start(self._service.moved(typed.user, message))
        await ack()

    async def mention(self, event: Payload) -> None:
        """Named in a channel: a hint that only this person sees, and of what was said no word."""
        if event.get("bot_id") or not self._paces.hands.allows(event["user"]):
            return
        where = Message(event["channel"], event.get("thread_ts", ""))
        if not await self._windows.whisper(event["user"], where, chat.mention()):
            said = Message(event["channel"], event["ts"])
            await self._service.mentioned(event["user"], said)

    async def home_opened(self, event: Payload) -> None:
        if event.get("tab") == "home" and self._paces.hands.allows(event["user"]):
            await self._home_again(event["user"])

    async def _home_again(self, account: str) -> None:
        await self._windows.home(account, await self._service.home(account))

    async def message(self, event: Payload) -> None:
        if event.get("channel_type") != "im" or event.get("bot_id"):
            return
        if event.get("subtype") == "message_deleted":
            await self._service.removed(Message(event["channel"], event["deleted_ts"]))
        elif event.get("subtype") is PLAIN_MESSAGE:
            typed = parse.typed(event)
            message = Message(typed.channel, typed.ts)
            await self._service.typed(typed.user, message, typed.thread, typed.text)

    def _response(self, answer: Answer, sent: parse.Submission) -> Payload:
        if isinstance(answer, Correct):
            errors = {
                sent.blocks[name]: self._texts.of(Say(key))
                for name, key in answer.errors.items()
                if name in sent.blocks
            }
            return {"response_action": "errors", "errors": errors}
        if sent.below:
            # The form closes, and the case under it is shown as it has become.
            self._tasks.start(self._windows.change(sent.below, answer.screen))
            return {}
        return {"response_action": "update", "view": render.modal(answer.screen, self._texts)}

    def _help(self) -> str:
        return "\n".join(self._texts.of(say(key)) for key in ("home.danger", *ANSWERS))


def _outcome(answer: Answer) -> Outcome:
    if not isinstance(answer, Correct):
        return Outcome.ACCEPTED
    return Outcome.CORRECTED if NOT_KEPT.isdisjoint(answer.errors.values()) else Outcome.NOT_KEPT
