from dataclasses import dataclass, replace

from bot.demo.workspace import events
from bot.demo.workspace.chat import Message
from bot.demo.workspace.checking import check_message
from bot.demo.workspace.controls import TEXT_KINDS, Control, escaped, with_ids
from bot.demo.workspace.desk import Desk
from bot.demo.workspace.errors import NoAnswer, NotShown, SlackError
from bot.demo.workspace.form import Value, selected
from bot.demo.workspace.identity import Json, Member
from bot.demo.workspace.outcome import Outcome
from bot.demo.workspace.payloads import Payloads
from bot.demo.workspace.places import Place


@dataclass(frozen=True)
class Interactions:
    """What people do, carried to the app; each returns when the app has acknowledged."""

    desk: Desk
    commands: frozenset[str]

    @property
    def payloads(self) -> Payloads:
        return Payloads(self.desk.state, self.desk.base_url)

    async def command(self, member: Member, command: str, text: str, channel: str) -> Outcome:
        if command not in self.commands or "commands" not in self.desk.scopes:
            raise NotShown("this workspace has no such command")
        payload = self.payloads.command(member, command, text, channel)
        try:
            ack = await self.desk.courier.ask("slash_commands", payload)
            return self._private_answer(member, channel, ack)
        except NoAnswer as failure:
            return Outcome(error=failure.code)
        except SlackError as refusal:
            return Outcome(error="invalid_response", problems=refusal.problems)

    async def press(self, place: Place, control: Control, option: str | None = None) -> Outcome:
        chosen = {} if option is None else {"selected_option": selected(control.element, option)}
        return await self._act(place, control, chosen)

    async def choose(self, place: Place, control: Control, value: Value) -> Outcome:
        self._keep(place, control, value)
        if not control.dispatches("on_enter_pressed"):
            return Outcome()
        return await self._act(place, control, place.form.state(control.key) or {})

    async def write(
        self, place: Place, control: Control, text: str, trigger: str = "on_character_entered"
    ) -> Outcome:
        """Type `text`; a pause of typing and Enter are the two moments that may tell the app."""
        if control.kind not in TEXT_KINDS:
            raise NotShown("this element takes no typed text")
        self._keep(place, control, text)
        if not control.dispatches(trigger):
            return Outcome()
        return await self._act(place, control, {"value": text or None})

    async def shortcut(self, member: Member, callback_id: str, message: Message | None) -> Outcome:
        if message is None:
            return await self.ask(self.payloads.shortcut(member, callback_id))
        return await self.ask(self.payloads.message_shortcut(member, callback_id, message))

    async def say(
        self, member: Member, text: str, channel: str, thread_ts: str | None = None
    ) -> Message:
        state = self.desk.state
        message = Message(
            state.times.next(), channel, member.id, escaped(text), thread_ts=thread_ts
        )
        state.chat.add(message)
        self.desk.changed()
        if channel == state.identity.channel_id:
            await self.desk.report(events.mentioned(state, message))
        await self.desk.report(events.posted(state, message))
        return message

    async def rewrite(self, message: Message, text: str) -> None:
        state = self.desk.state
        after = state.chat.edit(message, escaped(text), message.blocks, state.times.next())
        self.desk.changed()
        await self.desk.report(events.changed(state, message, after))

    async def remove(self, message: Message) -> None:
        self.desk.state.chat.remove(message)
        self.desk.changed()
        await self.desk.report(events.deleted(self.desk.state, message))

    async def open_home(self, member: Member) -> None:
        await self.desk.report(events.home_opened(self.desk.state, member))

    async def ask(self, payload: Json) -> Outcome:
        """Deliver an interaction whose ack carries nothing to show."""
        try:
            await self.desk.courier.ask("interactive", payload)
        except NoAnswer as failure:
            return Outcome(error=failure.code)
        return Outcome()

    async def _act(self, place: Place, control: Control, chosen: Json) -> Outcome:
        action = self.payloads.action(control, chosen)
        return await self.ask(place.payload(self.payloads, [action]))

    def _keep(self, place: Place, control: Control, value: Value) -> None:
        place.form.set(control, value)
        self.desk.state.changes.bump()

    def _private_answer(self, member: Member, channel: str, ack: Json) -> Outcome:
        text, blocks = str(ack.get("text") or ""), tuple(ack.get("blocks") or ())
        if not text and not blocks:
            return Outcome()
        check_message(blocks)
        state = self.desk.state
        complete = tuple(with_ids(blocks, state.ids))
        if ack.get("response_type") == "in_channel":
            said = Message("", channel, state.identity.bot_user_id, text, complete, bot=True)
            self.desk.post(replace(said, ts=state.times.next()))
        else:
            state.whisper(member.id, channel, text, complete)
        return Outcome(text=text, blocks=complete)
