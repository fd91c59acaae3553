"""Removing what somebody typed in the chat, for those who let the bot do that.

First it is kept, and only then removed: into the case it was typed for or, if no case takes it,
into the draft of the person's own form. What fits in neither stays where it is.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.service import chat, openings, rooms
from bot.service.tools import Work
from dialogs.conversations.signal import SignalForm
from dialogs.fields import TEXT_LIMIT
from meldcode.people import Person
from storage.records import Message

AFTER = {
    chat.COLLECTED: chat.COLLECTED_GONE,
    chat.ANSWERED: chat.ANSWERED_GONE,
    chat.TYPED: chat.GONE,
    chat.OFF: chat.GONE,
    chat.ENDED: chat.GONE,
}
"""What the answer becomes when the message is removed; of another kind it stays."""

IN_CASE = frozenset({chat.COLLECTED, chat.ANSWERED})


class Removal(StrEnum):
    """What came of it: `REVOKED` if the person took their permission back, `LEFT` if it failed."""

    DONE = "done"
    REVOKED = "revoked"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Sweep:
    """A message to remove with the token of who typed it; `kind` is the answer they get then."""

    person_id: str
    message: Message
    token: str = field(repr=False)
    key: str
    kind: str


def collect(work: Work, person: Person, typed: Message, thread: str, text: str) -> Sweep | None:
    """As `chat.collect`; what is to be removed now, if anything."""
    kind = chat.collect(work, person, typed, thread, text)
    token = work.unit.linked.token(person.id) if work.tools.link_page else None
    if kind not in AFTER or token is None or not _is_kept(work, person, kind, text):
        return None
    return Sweep(person.id, typed, token, f"{kind}:{rooms.source(typed)}", AFTER[kind])


def _is_kept(work: Work, person: Person, kind: str, text: str) -> bool:
    if kind in IN_CASE:
        return True
    draft = work.unit.drafts.load(person.id, SignalForm.name, work.now) or {}
    if not text.strip() or len(draft.get("text") or "") + len(text) >= TEXT_LIMIT:
        return False
    openings.keep_typed(work, person, text)
    return True


def settle(work: Work, sweep: Sweep, removal: Removal) -> None:
    """Count it as removed and say so, or ask no more for what the person does not allow."""
    if removal is Removal.DONE:
        work.unit.threads.removed(sweep.message)
        work.unit.outbox.rephrase(sweep.key, sweep.kind)
    elif removal is Removal.REVOKED:
        work.unit.linked.drop(sweep.person_id)
