"""What Slack sends to an app when a person does something.

Sources: docs.slack.dev/reference/interaction-payloads and
docs.slack.dev/interactivity/implementing-slash-commands.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.demo.workspace.chat import Message
from bot.demo.workspace.controls import Control
from bot.demo.workspace.identity import Json, Member
from bot.demo.workspace.state import State
from bot.demo.workspace.views import OpenView


@dataclass(frozen=True)
class Payloads:
    state: State
    base_url: str

    def command(self, member: Member, command: str, text: str, channel: str) -> Json:
        identity = self.state.identity
        return {
            "token": identity.verification_token,
            "team_id": identity.team_id,
            "team_domain": identity.team_domain,
            "channel_id": channel,
            "channel_name": self.state.channel_name(channel),
            "user_id": member.id,
            "user_name": member.username,
            "command": command,
            "text": text,
            "api_app_id": identity.app_id,
            "is_enterprise_install": False,
            "response_url": self._response_url(member, channel, None),
            "trigger_id": self.state.triggers.issue(member.id),
        }

    def view_action(self, view: OpenView, actions: Sequence[Json]) -> Json:
        return {
            **self._interaction("block_actions", view.owner),
            "container": {"type": "view", "view_id": view.id},
            "trigger_id": self.state.triggers.issue(view.owner),
            "view": view.describe(self.state.identity, typed=True),
            "actions": list(actions),
        }

    def message_action(
        self, member: Member, message: Message, actions: Sequence[Json], *, ephemeral: bool
    ) -> Json:
        thread = {"thread_ts": message.thread_ts} if message.thread_ts else {}
        return {
            **self._interaction("block_actions", member.id),
            "container": {
                "type": "message",
                "message_ts": message.ts,
                "channel_id": message.channel,
                "is_ephemeral": ephemeral,
                **thread,
            },
            "trigger_id": self.state.triggers.issue(member.id),
            **self._about(member, message, keep_message=not ephemeral),
            "state": {"values": self.state.chat.form(message).values()},
            "actions": list(actions),
        }

    def submission(self, view: OpenView) -> Json:
        return {
            **self._interaction("view_submission", view.owner),
            "trigger_id": self.state.triggers.issue(view.owner),
            "view": view.describe(self.state.identity, typed=True),
            "response_urls": [],
        }

    def closed(self, view: OpenView, *, cleared: bool) -> Json:
        return {
            **self._interaction("view_closed", view.owner),
            "view": view.describe(self.state.identity, typed=True),
            "is_cleared": cleared,
        }

    def shortcut(self, member: Member, callback_id: str) -> Json:
        return {
            **self._interaction("shortcut", member.id),
            "callback_id": callback_id,
            "trigger_id": self.state.triggers.issue(member.id),
            "action_ts": self.state.times.next(),
        }

    def message_shortcut(self, member: Member, callback_id: str, message: Message) -> Json:
        return {
            **self.shortcut(member, callback_id),
            "type": "message_action",
            "message_ts": message.ts,
            **self._about(member, message, keep_message=True),
        }

    def action(self, control: Control, chosen: Json) -> Json:
        """One item of `actions`; `chosen` is the new state or, for a button, empty."""
        element = control.element
        copied = ("text", "value", "style", "url") if control.kind == "button" else ("placeholder",)
        return {
            "type": control.kind,
            "block_id": control.block_id,
            "action_id": control.action_id,
            **{key: element[key] for key in copied if key in element},
            **chosen,
            "action_ts": self.state.times.next(),
        }

    def _about(self, member: Member, message: Message, *, keep_message: bool) -> Json:
        channel = message.channel
        described = self.state.chat.describe(message, self.state.identity, metadata=True)
        return {
            "channel": {"id": channel, "name": self.state.channel_name(channel)},
            **({"message": described} if keep_message else {}),
            "response_url": self._response_url(member, channel, message.ts),
        }

    def _interaction(self, kind: str, user: str) -> Json:
        identity, member = self.state.identity, self.state.member(user)
        return {
            "type": kind,
            "team": {"id": identity.team_id, "domain": identity.team_domain},
            "user": {
                "id": member.id,
                "username": member.username,
                "name": member.username,
                "team_id": identity.team_id,
            },
            "api_app_id": identity.app_id,
            "token": identity.verification_token,
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _response_url(self, member: Member, channel: str, message_ts: str | None) -> str:
        token = self.state.response_url(member.id, channel, message_ts)
        return f"{self.base_url}/response/{token}"
