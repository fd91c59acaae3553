"""Sending and closing modals: docs.slack.dev/surfaces/modals, "Close, update, push or clear"."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.workspace.checking import check_view
from bot.demo.workspace.client_checks import mistakes
from bot.demo.workspace.errors import NoAnswer, NotShown, SlackError
from bot.demo.workspace.identity import Json
from bot.demo.workspace.interactions import Interactions
from bot.demo.workspace.outcome import Outcome
from bot.demo.workspace.views import OpenView, Views


@dataclass(frozen=True)
class Submitting:
    interactions: Interactions

    @property
    def views(self) -> Views:
        return self.interactions.desk.state.views

    async def submit(self, view: OpenView) -> Outcome:
        """Check as Slack's app checks, send, and do what the ack says; nothing typed is lost."""
        if "submit" not in view.document:
            raise NotShown("this modal cannot be sent")
        found = mistakes(view.form)
        if found:
            return self._show(view, found)
        self._show(view, {})
        courier = self.interactions.desk.courier
        try:
            ack = await courier.ask("interactive", self.interactions.payloads.submission(view))
            return self._obey(view, ack)
        except NoAnswer as failure:
            return Outcome(error=failure.code)
        except SlackError as refusal:
            return Outcome(error="invalid_response", problems=refusal.problems or (refusal.code,))
        finally:
            self.interactions.desk.state.changes.bump()

    async def close(self, view: OpenView, *, everything: bool) -> None:
        """Close this view, or the whole stack; apps that asked for it are told."""
        stack = list(self.views.stacks.get(view.owner, []))
        cleared = everything or bool(view.document.get("clear_on_close", False))
        closing = stack[::-1] if cleared else [view]
        for one in closing:
            self.views.drop(one)
        self.interactions.desk.state.changes.bump()
        for one in closing:
            if one.document.get("notify_on_close", False):
                payload = self.interactions.payloads.closed(one, cleared=cleared)
                await self.interactions.ask(payload)

    def _obey(self, view: OpenView, ack: Json) -> Outcome:
        match ack.get("response_action"):
            case None:
                self.views.pop(view.owner)
            case "clear":
                self.views.stacks.pop(view.owner, None)
            case "errors":
                return self._refused(view, ack.get("errors") or {})
            case "update":
                self.views.update(view, _modal(ack))
            case "push":
                self.views.push(view.owner, _modal(ack))
            case _:
                raise SlackError("invalid_arguments", ("[ERROR] unknown response_action",))
        return Outcome()

    def _refused(self, view: OpenView, errors: Mapping[str, str]) -> Outcome:
        inputs = {one.block_id for one in view.form.controls if one.is_input}
        if not errors or not set(errors) <= inputs:
            raise SlackError("invalid_arguments", ("[ERROR] errors must name input blocks",))
        return self._show(view, errors)

    def _show(self, view: OpenView, errors: Mapping[str, str]) -> Outcome:
        view.errors = dict(errors)
        self.interactions.desk.state.changes.bump()
        return Outcome(errors=dict(errors))


def _modal(ack: Json) -> Json:
    document = ack.get("view")
    if not isinstance(document, dict):
        raise SlackError("invalid_arguments", ("[ERROR] missing required field: view",))
    check_view(document, "modal")
    return document
