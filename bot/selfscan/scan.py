"""One scan: read back what the bot sent, take off what it may say, and look for the rest in cases.

Only counts leave this module. What is compared is in memory for as long as the comparison takes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Protocol

from bot.selfscan.words import Piece, names, pieces, shown, strings, words
from bot.service.tools import Tools
from bot.slack.gate.words import Words
from dialogs.texts import Texts
from meldcode.case import Case
from storage.records import Message
from storage.unit import Unit

BATCH = 100
SHOWN = ("text", "blocks", "attachments", "files")
"""What people see of a message (docs.slack.dev, the message object)."""


class Reader(Protocol):
    async def said(self, place: Message, since: datetime) -> tuple[Mapping[str, Any], ...]:
        """The bot's own messages since then: in a chat, or with a `ts` in that thread.

        Raises PlatformError.
        """


@dataclass(frozen=True, slots=True)
class Result:
    """How many messages were read back, and in how many of them stands what should not.

    `strange`: words that are not of our envelopes; `named`: the name of a child of the store;
    `quoted`: a piece of what somebody wrote there.
    """

    read: int = 0
    strange: int = 0
    named: int = 0
    quoted: int = 0

    @property
    def clean(self) -> bool:
        return not (self.strange or self.named or self.quoted)


@dataclass(frozen=True, slots=True)
class _Odd:
    """What is left of a message without what the bot may say."""

    words: frozenset[str]
    pieces: frozenset[Piece]


async def scan(tools: Tools, reader: Reader, texts: Texts, back: timedelta) -> Result:
    """Compare what was sent in the time `back` with everything in the store."""
    since, ours = tools.clock() - back, Words(texts)
    places = await tools.store.read(lambda unit: _places(unit, since), whole_board=True)
    messages = [one for place in places for one in await reader.said(place, since)]
    odd = [found for one in messages if (found := _odd(one, ours))]
    named, quoted = await _found(tools, odd) if odd else (set(), set())
    return Result(len(messages), len(odd), len(named), len(quoted))


def _odd(message: Mapping[str, Any], ours: Words) -> _Odd | None:
    said = shown([message.get(name, "") for name in SHOWN])
    lines = [line for line in said if not (ours.envelope(line) or ours.button(line))]
    if not lines:
        return None
    return _Odd(
        frozenset(word for line in lines for word in words(line)),
        frozenset(piece for line in lines for piece in pieces(line)),
    )


def _places(unit: Unit, since: datetime) -> tuple[Message, ...]:
    """The chats in which something was sent, and the threads there."""
    found = set()
    for told, message in unit.outbox.told(since):
        root = unit.threads.root(told.person_id, told.case_id) if told.case_id else None
        found |= {Message(message.channel, ""), *([root] if root else [])}
    return tuple(sorted(found, key=lambda one: (one.channel, one.ts)))


async def _found(tools: Tools, odd: list[_Odd]) -> tuple[set[int], set[int]]:
    """The numbers of messages that name a child, and of those that quote somebody."""
    named: set[int] = set()
    quoted: set[int] = set()
    ids = await tools.store.read(lambda unit: unit.lists.everything(), whole_board=True)
    for start in range(0, len(ids), BATCH):
        some = partial(_cases, ids=ids[start : start + BATCH])
        cases = await tools.store.read(some, whole_board=True)
        for case in cases:
            named |= _naming(case, odd)
            quoted |= _quoting(case, odd)
    return named, quoted


def _cases(unit: Unit, ids: Iterable[str]) -> tuple[Case, ...]:
    return tuple(case for one in ids if (case := unit.cases.fold(one)))


def _naming(case: Case, odd: list[_Odd]) -> set[int]:
    called = (getattr(entry.event, "child", None) for entry in case.entries)
    child = {word for name in called if isinstance(name, str) for word in names(name)}
    return {number for number, said in enumerate(odd) if said.words & child}


def _quoting(case: Case, odd: list[_Odd]) -> set[int]:
    """By texts of more than one word; an id or a choice is one."""
    texts = [text for text in strings(case.entries) if " " in text.strip()]
    written = {piece for text in texts for piece in pieces(text)}
    return {number for number, said in enumerate(odd) if said.pieces & written}
