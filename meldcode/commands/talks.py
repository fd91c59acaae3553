"""Step 3: talking with the child and the parents, at any moment of the route."""

from dataclasses import dataclass
from datetime import date, time

from meldcode.choices import TalkWith
from meldcode.choices_talks import HelpState, Manner, NotHeld, Recognised


@dataclass(frozen=True, slots=True)
class PlanTalk:
    """All fields as in `events.TalkPlanned`."""

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
class RecordTalk:
    """All fields as in `events.TalkHeld`; a `talk` that is no planned one is left out.

    `parent` may be `choices_parents.ANOTHER`.
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
class RecordNoTalk:
    """Say why there was no talk."""

    reason: NotHeld
    words: str | None = None
    talk: str | None = None
    with_whom: TalkWith = TalkWith.PARENTS


@dataclass(frozen=True, slots=True)
class ComeOut:
    """Tell that the talk is over and all is well."""

    talk: str
