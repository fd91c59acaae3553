from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.demo.workspace.chat import Message
from bot.demo.workspace.controls import TEXT_KINDS, Control
from bot.demo.workspace.desk import Desk
from bot.demo.workspace.errors import NotShown
from bot.demo.workspace.form import Value
from bot.demo.workspace.identity import Member
from bot.demo.workspace.interactions import Interactions
from bot.demo.workspace.outcome import Outcome
from bot.demo.workspace.places import InMessage, InView, Place
from bot.demo.workspace.reading import View, snapshot
from bot.demo.workspace.submitting import Submitting
from bot.demo.workspace.views import OpenView


@dataclass(frozen=True)
class Person:
    """Everything one person can do and see in their own Slack.

    Names of buttons and fields are what the person reads, an action_id, or a block_id. Reaching
    for what is not on the screen raises NotShown. With a modal open only the modal is in reach.
    """

    id: str
    desk: Desk
    interactions: Interactions
    settled: Callable[[], Awaitable[None]]

    @property
    def member(self) -> Member:
        return self.desk.state.member(self.id)

    @property
    def dm(self) -> str:
        return self.member.dm

    async def command(self, command: str, text: str = "", channel: str | None = None) -> Outcome:
        return await self.interactions.command(self.member, command, text, channel or self.dm)

    async def shortcut(self, callback_id: str, message: str | None = None) -> Outcome:
        about = self._message(message) if message else None
        return await self.interactions.shortcut(self.member, callback_id, about)

    def allow(self, page: str) -> str:
        """Say yes on the page where the app asks to act in one's name; where that leads back to."""
        return self.desk.grants.allow(self.id, page)

    def disallow(self) -> None:
        """Take that back, outside the app."""
        self.desk.grants.revoke(self.id)

    async def open_home(self) -> None:
        await self.interactions.open_home(self.member)

    async def click(
        self,
        name: str,
        *,
        message_ts: str | None = None,
        home: bool = False,
        value: str | None = None,
    ) -> Outcome:
        """Press a button; `value` tells apart several with the same label."""
        places = self._places(message_ts, home=home)
        place, control = _find(places, name, pressed=True, value=value)
        return await self.interactions.press(place, control)

    async def pick(
        self, name: str, *options: str, message_ts: str | None = None, home: bool = False
    ) -> Outcome:
        """Choose by value or text, a date as 2026-01-31, a person by id or name; none clears."""
        places = list(self._places(message_ts, home=home))
        place, control = _find(places, name, pressed=False)
        value = list(options)
        if control.kind.endswith("users_select"):
            value = [self._user(one) for one in options]
        return await self.interactions.choose(place, control, _fitting(control, value))

    async def fill(self, fields: Mapping[str, str] | None = None, /, **named: str) -> Outcome:
        """Type into fields of the open modal, or of Home; the last ack that failed is returned."""
        outcome = Outcome()
        for name, text in {**(fields or {}), **named}.items():
            place, control = _find(self._places(None, home=False), name, pressed=False)
            if control.kind in TEXT_KINDS:
                told = await self.interactions.write(place, control, text)
            else:
                told = await self.pick(name, text)
            outcome = outcome if told.ok else told
        return outcome

    async def submit(self) -> Outcome:
        return await Submitting(self.interactions).submit(self._top())

    async def close(self, *, everything: bool = False) -> None:
        await Submitting(self.interactions).close(self._top(), everything=everything)

    async def say(self, text: str, thread_ts: str | None = None) -> str:
        said = await self.interactions.say(self.member, text, self.dm, thread_ts)
        return said.ts

    async def mention(self, text: str) -> str:
        """Name the bot in the public channel, which takes the bot into it."""
        channel = self.desk.state.identity.channel_id
        return (await self.interactions.say(self.member, text, channel)).ts

    async def edit(self, ts: str, text: str) -> None:
        await self.interactions.rewrite(self._own(ts), text)

    async def delete(self, ts: str) -> None:
        await self.interactions.remove(self._own(ts))

    def messages(self) -> list[Message]:
        return self.desk.state.chat.top_level(self.dm)

    def thread(self, ts: str) -> list[Message]:
        """The replies under a message, without the message itself."""
        return self.desk.state.chat.thread(self.dm, ts)

    def ephemerals(self) -> list[Message]:
        return list(self.desk.state.ephemerals.get(self.id, []))

    def stack(self) -> list[View]:
        return [snapshot(one) for one in self.open_views()]

    def modal(self) -> View | None:
        return self.stack()[-1] if self.open_views() else None

    def home(self) -> View | None:
        found = self.desk.state.views.homes.get(self.id)
        return snapshot(found) if found else None

    def open_views(self) -> list[OpenView]:
        return self.desk.state.views.stacks.get(self.id, [])

    @property
    def unread(self) -> int:
        return len(self.desk.state.chat.unread(self.dm))

    def read(self) -> None:
        self.desk.state.chat.mark_read(self.dm)
        self.desk.changed()

    def message_place(self, ts: str) -> InMessage:
        chat, whispered = self.desk.state.chat, self.desk.state.whispered(self.id, ts)
        if whispered is not None:
            return InMessage(chat, self.member, whispered, ephemeral=True)
        return InMessage(chat, self.member, self._message(ts))

    def home_place(self) -> InView:
        home = self.desk.state.views.homes.get(self.id)
        if home is None:
            raise NotShown("this person has no Home yet")
        return InView(home)

    def _places(self, message_ts: str | None, *, home: bool) -> Iterator[Place]:
        if message_ts is not None:
            yield self.message_place(message_ts)
        elif home:
            yield self.home_place()
        elif self.open_views():
            yield InView(self._top())
        else:
            yield from self._everywhere()

    def _everywhere(self) -> Iterator[Place]:
        state = self.desk.state
        for message in state.chat.newest_first(self.dm):
            yield InMessage(state.chat, self.member, message)
        if self.id in state.views.homes:
            yield self.home_place()
        for whispered in self.ephemerals()[::-1]:
            yield InMessage(state.chat, self.member, whispered, ephemeral=True)

    def _top(self) -> OpenView:
        if not self.open_views():
            raise NotShown("this person has no modal open")
        return self.open_views()[-1]

    def _message(self, ts: str) -> Message:
        for channel in (self.dm, self.desk.state.identity.channel_id):
            if found := self.desk.state.chat.get(channel, ts):
                return found
        raise NotShown("this person does not see that message")

    def _own(self, ts: str) -> Message:
        for channel in (self.dm, self.desk.state.identity.channel_id):
            found = self.desk.state.chat.get(channel, ts)
            if found is not None and found.user == self.id:
                return found
        raise NotShown("this person wrote no such message")

    def _user(self, name: str) -> str:
        for member in self.desk.state.members.values():
            if name in (member.id, member.name):
                return member.id
        raise NotShown("there is no such person to choose")


def _find(
    places: Iterator[Place] | list[Place], name: str, *, pressed: bool, value: str | None = None
) -> tuple[Place, Control]:
    for place in places:
        hits = place.form.find(name, pressed=pressed)
        wanted = [one for one in hits if value is None or one.element.get("value") == value]
        if len(wanted) > 1:
            raise NotShown(f"{name!r} stands here {len(wanted)} times: give a value")
        if wanted:
            return place, wanted[0]
    raise NotShown(f"{name!r} is not on this person's screen")


def _fitting(control: Control, options: list[str]) -> Value:
    several = control.kind.startswith("multi_") or control.kind == "checkboxes"
    if several:
        return options
    return options[0] if options else None
