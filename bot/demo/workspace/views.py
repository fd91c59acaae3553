from collections.abc import Callable
from dataclasses import dataclass, field

from bot.demo.workspace.controls import with_ids
from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.form import Form
from bot.demo.workspace.identity import Identity, Json

STACK = 3


@dataclass
class OpenView:
    """A modal on somebody's stack, or somebody's Home, with what is typed in it."""

    id: str
    owner: str
    document: Json
    hash: str
    root_id: str
    previous_id: str | None
    form: Form
    errors: dict[str, str] = field(default_factory=dict)

    def describe(self, identity: Identity, *, typed: bool) -> Json:
        """The `view` object of answers (`typed` False) and payloads (`typed` True)."""
        document = self.document
        titles = {key: document.get(key) for key in ("title", "submit", "close")}
        return {
            "id": self.id,
            "team_id": identity.team_id,
            "type": document["type"],
            "blocks": document["blocks"],
            "private_metadata": document.get("private_metadata", ""),
            "callback_id": document.get("callback_id", ""),
            "external_id": document.get("external_id", ""),
            "state": {"values": self.form.values() if typed else {}},
            "hash": self.hash,
            **(titles if document["type"] == "modal" else {}),
            "clear_on_close": document.get("clear_on_close", False),
            "notify_on_close": document.get("notify_on_close", False),
            "previous_view_id": self.previous_id,
            "root_view_id": self.root_id,
            "app_id": identity.app_id,
            "app_installed_team_id": identity.team_id,
            "bot_id": identity.bot_id,
        }


@dataclass
class Views:
    """The modal stacks and Home tabs of everybody.

    Opening a new modal replaces the stack that was there; Slack's documentation does not say
    what happens then. Sources: docs.slack.dev/reference/methods/views.open and its siblings.
    """

    ids: Callable[[str], str]
    stacks: dict[str, list[OpenView]] = field(default_factory=dict)
    homes: dict[str, OpenView] = field(default_factory=dict)

    def open(self, owner: str, document: Json) -> OpenView:
        self._check_external_id(document, None)
        view = self._make(owner, document, None)
        self.stacks[owner] = [view]
        return view

    def push(self, owner: str, document: Json) -> OpenView:
        stack = self.stacks.get(owner, [])
        if not stack:
            raise SlackError("not_found")
        if len(stack) >= STACK:
            raise SlackError("push_limit_reached")
        self._check_external_id(document, None)
        view = self._make(owner, document, stack[-1])
        stack.append(view)
        return view

    def update(self, view: OpenView, document: Json, seen_hash: str | None = None) -> None:
        """Replace what the view shows; typed input stays where the ids stay."""
        self._check_hash(view, seen_hash)
        self._check_external_id(document, view)
        blocks = with_ids(document["blocks"], self.ids)
        view.document = {**document, "blocks": blocks}
        view.form = Form(blocks, view.form)
        view.hash = self.ids("1.")
        view.errors = {}

    def publish(self, owner: str, document: Json, seen_hash: str | None) -> OpenView:
        home = self.homes.get(owner)
        if home is None:
            home = self.homes[owner] = self._make(owner, document, None)
        else:
            self.update(home, document, seen_hash)
        return home

    def find(self, *, view_id: str = "", external_id: str = "") -> OpenView:
        for view in self._modals():
            known = view.document.get("external_id")
            if view.id == view_id or (external_id and known == external_id):
                return view
        raise SlackError("not_found")

    def pop(self, owner: str) -> None:
        """Close what is on top.

        An empty ack closes the top, not the view it answers: what an app opens or pushes while
        it handles a submission disappears (bolt-js issue 639, slack-go issue 683).
        """
        if self.stacks.get(owner):
            self.stacks[owner].pop()

    def drop(self, view: OpenView) -> None:
        stack = self.stacks.get(view.owner, [])
        if view in stack:
            stack.remove(view)

    def _modals(self) -> list[OpenView]:
        return [view for stack in self.stacks.values() for view in stack]

    def _make(self, owner: str, document: Json, below: OpenView | None) -> OpenView:
        blocks = with_ids(document["blocks"], self.ids)
        view_id = self.ids("V")
        return OpenView(
            id=view_id,
            owner=owner,
            document={**document, "blocks": blocks},
            hash=self.ids("1."),
            root_id=below.root_id if below else view_id,
            previous_id=below.id if below else None,
            form=Form(blocks),
        )

    def _check_hash(self, view: OpenView, seen_hash: str | None) -> None:
        if seen_hash and seen_hash != view.hash:
            raise SlackError("hash_conflict")

    def _check_external_id(self, document: Json, own: OpenView | None) -> None:
        wanted = document.get("external_id")
        if wanted and any(
            view.document.get("external_id") == wanted for view in self._modals() if view is not own
        ):
            raise SlackError("duplicate_external_id")
