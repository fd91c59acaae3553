"""What people see in chat, compared with what they should see: one message too many fails."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.demo.workspace import Message, Person
from dialogs.say import say
from tests.conversations.stage import Stage


@dataclass(frozen=True)
class Note:
    """A message of the bot: the keys of its lines, and whether it stands under the case's root."""

    keys: tuple[str, ...]
    reply: bool = False
    args: Mapping[str, str] = field(default_factory=dict)


def root(tone: str) -> Note:
    """The first envelope about a case."""
    return own(f"push.{tone}")


def reply(tone: str) -> Note:
    """Another envelope about the case, under its root."""
    return Note((f"push.{tone}", "push.footer"), reply=True)


def urgent(tone: str, *, under: bool = False) -> Note:
    """An envelope that may not wait until after the lesson."""
    return Note((f"push.{tone}",), reply=under)


def own(key: str, **args: object) -> Note:
    """A message of its own, about no case in particular."""
    return Note((key, "push.footer"), args={name: str(value) for name, value in args.items()})


def answer(*keys: str) -> Note:
    """What the bot says to somebody who typed in a thread."""
    return Note(keys, reply=True)


def expect(stage: Stage, **told: Sequence[Note]) -> None:
    """Exactly these messages are new since the last time, for these people and nobody else."""
    found = {name: _new(stage, name) for name in stage.accounts}
    wanted = {name: _wanted(stage, name, told.get(name, ())) for name in stage.accounts}

    assert {name: lines for name, lines in found.items() if lines} == {
        name: lines for name, lines in wanted.items() if lines
    }


def expect_anything(stage: Stage) -> None:
    """Whatever came counts as seen; for what went before the thing that a test is about."""
    for name in stage.accounts:
        _new(stage, name)


Line = tuple[str, bool]
"""The text of a message, and whether it stands under the newest root of that person."""


def _wanted(stage: Stage, name: str, notes: Sequence[Note]) -> list[Line]:
    return [
        ("\n".join(stage.texts.of(say(key, **note.args)) for key in note.keys), note.reply)
        for note in notes
    ]


def _new(stage: Stage, name: str) -> list[Line]:
    known = stage.seen.setdefault(name, [])
    messages = [one for one in everything(stage.person(name)) if one not in known]
    lines = [(one.text, _under_root(stage, name, one)) for one in messages]
    known += messages
    return lines


def _under_root(stage: Stage, name: str, message: Message) -> bool:
    """A reply stands under the last message with a button that opens a case."""
    if message.thread_ts is None:
        if _opens_case(message):
            stage.roots[name] = message.ts
        return False
    assert message.thread_ts == stage.roots[name]
    return True


def _opens_case(message: Message) -> bool:
    rows = (block["elements"] for block in message.blocks if block["type"] == "actions")
    return any(button["action_id"] == "open" for row in rows for button in row)


def everything(person: Person) -> list[Message]:
    """All that the bot said to somebody, in threads too, and only seen by them; oldest first."""
    top = person.messages()
    under = [reply for one in top for reply in person.thread(one.ts)]
    said = [one for one in (*top, *under) if one.bot]
    return sorted((*said, *person.ephemerals()), key=lambda one: float(one.ts))
