"""Step 3: talking with the child and the parents, at any moment of the route."""

from dataclasses import dataclass
from datetime import date, time

from meldcode.choices import TalkWith
from meldcode.choices_talks import HelpState, Manner, NotHeld, Recognised


@dataclass(frozen=True, slots=True)
class TalkPlanned:
    """A talk to come; `at` is the wall clock of the school.

    All people are person ids: who leads it, with which `colleague`, who stays `near`, and with whom
    it was prepared. `sees_child` says who sees the child in the days without school after it.
    """

    talk: str
    on: date
    at: time | None
    with_whom: TalkWith
    leads: str
    colleague: str | None = None
    near: str | None = None
    prepared_with: str | None = None
    sees_child: str | None = None


@dataclass(frozen=True, slots=True)
class TalkHeld:
    """Step 3: a conversation with the child or the parents, at any moment of the route.

    `talk` is the planned one, if it was planned. `named` is what was named as facts, `tried` what
    the parents did themselves, `child_words` what the child said in its own words. `someone_else`:
    the one who hurts may be somebody else than the parents. `parent` is which of those recorded it
    was with, if it was with one of them.
    """

    on: date
    with_whom: TalkWith
    report: str
    talk: str | None = None
    colleague: str | None = None
    named: str | None = None
    recognised: Recognised | None = None
    tried: str | None = None
    help: HelpState | None = None
    manner: Manner | None = None
    child_words: str | None = None
    someone_else: bool | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class TalkNotHeld:
    """There was no talk, planned or not, and why."""

    reason: NotHeld
    words: str | None = None
    talk: str | None = None
    with_whom: TalkWith = TalkWith.PARENTS


@dataclass(frozen=True, slots=True)
class CameOut:
    """Whoever was in the talk is out of it."""

    talk: str
