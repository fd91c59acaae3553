"""Which chat thread belongs to which case, and what people typed there."""

from datetime import datetime

from sqlalchemy import Float, cast
from sqlmodel import Session, col, select

from storage.records import Message
from storage.sql import insert_new
from storage.tables import ThreadRow, TypedMessageRow


class Threads:
    def __init__(self, session: Session) -> None:
        self._session = session

    def root(self, person_id: str, case_id: str) -> Message | None:
        """The first message about a case to a person."""
        row = self._session.get(ThreadRow, (person_id, case_id))
        return None if row is None else Message(row.channel, row.ts)

    def set_root(self, person_id: str, case_id: str, message: Message) -> None:
        """Later messages go under this one; a vanished root is replaced in this way."""
        row = ThreadRow(
            person_id=person_id, case_id=case_id, channel=message.channel, ts=message.ts
        )
        self._session.merge(row)
        self._session.flush()

    def case_at(self, person_id: str, root: Message) -> str | None:
        """The case that a thread is about, if it is this person's thread."""
        query = select(ThreadRow.case_id).where(
            ThreadRow.channel == root.channel,
            ThreadRow.ts == root.ts,
            ThreadRow.person_id == person_id,
        )
        return self._session.exec(query).first()

    def collect(self, message: Message, case_id: str, person_id: str) -> bool:
        """Note that a typed message went into a case; False if that was noted before."""
        row = TypedMessageRow(
            channel=message.channel,
            ts=message.ts,
            case_id=case_id,
            person_id=person_id,
            removed=False,
        )
        return insert_new(self._session, row, "channel", "ts")

    def removed(self, message: Message) -> str | None:
        """Note that a typed message left the chat; its case, or None if it was not collected."""
        row = self._session.get(TypedMessageRow, (message.channel, message.ts))
        if row is None:
            return None
        row.removed = True
        return row.case_id

    def remaining(self, case_id: str, person_id: str) -> tuple[Message, ...]:
        """What this person typed about a case that is still in chat."""
        query = select(TypedMessageRow).where(
            TypedMessageRow.case_id == case_id,
            TypedMessageRow.person_id == person_id,
            col(TypedMessageRow.removed).is_(False),
        )
        return tuple(Message(row.channel, row.ts) for row in self._session.exec(query))

    def standing(self, after: datetime, before: datetime) -> tuple[tuple[Message, str, str], ...]:
        """What was typed between two moments and still stands: the message, its case, its author.

        The number of a message is the moment at which it was typed (docs.slack.dev, "ts").
        """
        query = select(TypedMessageRow).where(
            col(TypedMessageRow.removed).is_(False),
            cast(TypedMessageRow.ts, Float).between(after.timestamp(), before.timestamp()),
        )
        return tuple(
            (Message(row.channel, row.ts), row.case_id, row.person_id)
            for row in self._session.exec(query)
        )
