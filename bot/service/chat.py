"""What people type in the chat with the bot: collected into the case, or gently refused."""

from datetime import timedelta

from bot.service import changes, rooms
from bot.service.tools import Work
from meldcode.access import LIMITED, Action, may, relations
from meldcode.asides import consult_of
from meldcode.case import Case
from meldcode.commands import AnswerConsult, Write
from meldcode.people import Person
from meldcode.refusal import NOT_YOURS, Refusal
from storage.outbox import OutboxMessage
from storage.records import Message

TYPED, OFF, COLLECTED, ANSWERED = "typed", "off", "collected", "answered"
TOO_LONG, ENDED = "too_long", "ended"
MOVED, MENTION, STILL = "moved", "mention", "still"
COLLECTED_GONE, ANSWERED_GONE, GONE = "collected_gone", "answered_gone", "gone"
"""Kinds of answers to what is typed: not kept, switched off, taken in (and with that, done), or not
possible; to words put in a form or said in a channel; to words that still stand in the chat; and
to words that the bot removed there.
"""

LEFT_FOR = timedelta(hours=20)
"""How long a typed answer may stand in the chat before its author is asked once to remove it."""

ASKED_WITHIN = timedelta(days=30)


def collect(work: Work, person: Person, typed: Message, thread: str, text: str) -> str | None:
    """Take an answer typed in a case's thread into the case, once per message.

    Anything typed elsewhere is not kept (texts.md 3.8). The answer to it goes by the outbox too,
    so that a second delivery of the same message answers nothing twice: its kind, or None then.
    """
    case_id = work.unit.threads.case_at(person.id, Message(typed.channel, thread))
    if case_id is None:
        return _reply(work, person, typed, TYPED)
    if not work.tools.policy.thread_replies:
        return _off(work, person, typed, case_id)
    if not work.unit.threads.collect(typed, case_id, person.id):
        return None
    command = _meant(work, person, case_id, text, rooms.source(typed))
    result = changes.carry_out(work, person, case_id, command)
    theirs = None if result == NOT_YOURS else case_id
    return _reply(work, person, typed, _kind(result, person), theirs)


def _off(work: Work, person: Person, typed: Message, case_id: str) -> str | None:
    case = work.unit.cases.fold(case_id)
    theirs = case is not None and may(person, Action.OPEN, case)
    return _reply(work, person, typed, OFF if theirs else TYPED, case_id if theirs else None)


def _meant(
    work: Work, person: Person, case_id: str, text: str, source: str
) -> Write | AnswerConsult:
    """Who was only asked a question answers that; everybody else takes part in the conversation."""
    case = work.unit.cases.fold(case_id)
    asked = consult_of(case, person.id) if case else None
    if case and asked and LIMITED.issuperset(relations(person, case)):
        return AnswerConsult(asked.id, text, source)
    return Write(text, source=source)


def _kind(result: Case | Refusal, person: Person) -> str:
    if result == NOT_YOURS:
        return TYPED
    if isinstance(result, Refusal):
        return TOO_LONG if result.key == "err.long" else ENDED
    return COLLECTED if may(person, Action.OPEN, result) else ANSWERED


def removed(work: Work, typed: Message) -> None:
    """Its author removed a typed answer from the chat; the case keeps it."""
    work.unit.threads.removed(typed)


def moved(work: Work, person: Person, typed: Message) -> None:
    """The words of a message went into the form; the message is still there."""
    _reply(work, person, typed, MOVED)


def mentioned(work: Work, person: Person, said: Message) -> None:
    """Somebody named the bot in a channel where it cannot whisper."""
    _reply(work, person, said, MENTION)


def follow_up(work: Work) -> None:
    """Ask whose typed answer still stands in the chat to remove it: once, in a slot for nudges."""
    between = work.now - ASKED_WITHIN, work.now - LEFT_FOR
    for typed, case_id, person_id in work.unit.threads.standing(*between):
        person = work.unit.people.get(person_id, work.today)
        if person and person.schools and work.in_slot(person.schools[0]):
            _remind(work, person, typed, case_id)


def _remind(work: Work, person: Person, typed: Message, case_id: str) -> None:
    work.unit.outbox.put(
        OutboxMessage(
            key=f"{STILL}:{rooms.source(typed)}",
            person_id=person.id,
            text_key="",
            not_before=work.now,
            kind=STILL,
            case_id=case_id,
        )
    )


def _reply(
    work: Work, person: Person, typed: Message, kind: str, case_id: str | None = None
) -> str | None:
    """The kind; None if this message was answered before."""
    new = work.unit.outbox.put(
        OutboxMessage(
            key=f"{kind}:{rooms.source(typed)}",
            person_id=person.id,
            text_key="",
            not_before=work.now,
            kind=kind,
            case_id=case_id,
            urgent=True,
        )
    )
    return kind if new else None
