from dataclasses import dataclass

from bot.demo.workspace.chat import Message
from bot.demo.workspace.desk import Desk
from bot.demo.workspace.identity import Json, Member
from bot.demo.workspace.person import Person
from bot.demo.workspace.reading import message_json, view_json


@dataclass(frozen=True)
class PageReading:
    """What the page shows, and the raw chat text that proves what is stored there."""

    desk: Desk
    commands: tuple[str, ...]

    def people(self) -> Json:
        identity = self.desk.state.identity
        return {
            "version": self.desk.state.changes.version,
            "bot": {"id": identity.bot_user_id, "name": identity.bot_name},
            "commands": list(self.commands),
            "people": [self._person(one) for one in self.desk.state.members.values()],
        }

    def screen(self, person: Person) -> Json:
        member, home = person.member, self.desk.state.views.homes.get(person.id)
        return {
            "version": self.desk.state.changes.version,
            "person": self._person(member),
            "channel": member.dm,
            "messages": [self._with_replies(person, one) for one in person.messages()],
            "ephemerals": [self._message(member, one) for one in person.ephemerals()],
            "stack": [view_json(one) for one in person.open_views()],
            "home": view_json(home) if home else None,
        }

    def chat_text(self) -> Json:
        """Everything stored in chat, as stored: messages with metadata, and Home tabs."""
        state = self.desk.state
        messages = [one for channel in state.chat.channels.values() for one in channel.values()]
        homes = state.views.homes.values()
        return {
            "messages": [self._raw(one) for one in messages],
            "homes": [
                {"person": one.owner, **one.describe(state.identity, typed=False)} for one in homes
            ],
        }

    def _raw(self, message: Message) -> Json:
        state = self.desk.state
        owner = state.owner(message.channel)
        return {
            "person": owner.id if owner else None,
            "channel": message.channel,
            **state.chat.describe(message, state.identity, metadata=True),
        }

    def _person(self, member: Member) -> Json:
        return {
            "id": member.id,
            "name": member.name,
            "email": member.email,
            "deleted": member.deleted,
            "guest": member.is_restricted,
            "unread": len(self.desk.state.chat.unread(member.dm)),
        }

    def _message(self, member: Member, message: Message) -> Json:
        return message_json(self.desk.state, member, message)

    def _with_replies(self, person: Person, message: Message) -> Json:
        replies = [self._message(person.member, one) for one in person.thread(message.ts)]
        return {**self._message(person.member, message), "replies": replies}
