import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.demo.workspace.chat import Message
from bot.demo.workspace.form import Form
from bot.demo.workspace.identity import Json
from bot.demo.workspace.state import State
from bot.demo.workspace.views import OpenView


@dataclass(frozen=True)
class Keeper:
    """Keeps chat in one file between runs: messages, Home tabs and how far everybody has read.

    Open modals and messages shown to one person only are not kept: Slack does not keep them either.
    """

    path: Path | None

    def load(self, state: State) -> None:
        if self.path is None or not self.path.exists():
            return
        kept = json.loads(self.path.read_text(encoding="utf-8"))
        for entry in kept["messages"]:
            message = Message(**{**entry, "blocks": tuple(entry["blocks"])})
            state.chat.add(message)
        state.times.resume_after(kept["last_ts"])
        state.chat.read = kept["read"]
        state.views.homes = {one["owner"]: _home(one) for one in kept["homes"]}

    def save(self, state: State) -> None:
        """Write the file beside the old one and put it in its place, readable by its owner only."""
        if self.path is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(_everything(state), file)
        fresh.replace(self.path)

    def forget(self) -> None:
        if self.path is not None:
            self.path.unlink(missing_ok=True)


def _everything(state: State) -> Json:
    messages = [one for channel in state.chat.channels.values() for one in channel.values()]
    homes = state.views.homes.values()
    return {
        "messages": [asdict(one) for one in messages],
        "last_ts": state.times.latest(),
        "read": state.chat.read,
        "homes": [
            {"owner": one.owner, "id": one.id, "hash": one.hash, "document": one.document}
            for one in homes
        ],
    }


def _home(kept: Json) -> OpenView:
    return OpenView(
        id=kept["id"],
        owner=kept["owner"],
        document=kept["document"],
        hash=kept["hash"],
        root_id=kept["id"],
        previous_id=None,
        form=Form(kept["document"]["blocks"]),
    )
