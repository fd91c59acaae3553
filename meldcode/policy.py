"""What the board has agreed: terms, facts and wordings, as data with a version and a date."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Facts:
    """What texts say as it stands: numbers to call, what things are called, the board's wording.

    An empty text is not known or not confirmed, and is not shown. `ib` is the colleague who gets
    the signals in running text ("IB'er"), `ib_short` the same in a button, `ib_full` in full.
    `pass_on` is what may be told to a child's next school, `parental_authority` with which parents
    the school talks.
    """

    emergency: str = ""
    veilig_thuis: str = ""
    ib: str = ""
    ib_short: str = ""
    ib_full: str = ""
    zbo: str = ""
    zbo_full: str = ""
    acute_unsafety: str = ""
    structural_unsafety: str = ""
    disclosure: str = ""
    professional_norm: str = ""
    pass_on: str = ""
    parental_authority: str = ""


ALWAYS = frozenset({"emergency", "veilig_thuis", "ib", "ib_short", "ib_full", "zbo", "zbo_full"})
"""Facts that are shown before the board confirmed them: help is never withheld (domain.md R4), and
a colleague must be called something."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A group of items: how many there are, how many of them nobody confirmed, and who owns them.

    `owners` are roles, as the policy file names them.
    """

    group: str
    owners: tuple[str, ...]
    items: int
    unconfirmed: int


@dataclass(frozen=True, slots=True)
class Policy:
    """Terms in school days unless said otherwise.

    `answer_promise` tells people "binnen N schooldagen"; it is None while the board has not
    confirmed it, and then no screen shows a promise (texts.md, "Promises"). The same holds for
    `retention_*`, in years after a child has left the school: nothing may be thrown away before.
    `feedback_term` is in working days: within it Veilig Thuis tells what it does with a melding
    (domain.md row 101); `inspection_days` are those in which parents see what is kept;
    `erase_warning` is how long before the end of a `retention_*` term somebody is warned.
    `signs_confirmed`: the board has read the examples of signals and stands for them.
    `board_contact` (name and number), `inspector_phone` and `inspector_hours` ("08:00-17:00") are
    empty until they are known. `handle_with_care_days` is None where the school does not take part
    in Handle with Care, and else how long somebody is gentle with a child. After `step_up_minutes`
    without reading, the care team needs a code of their own app; None asks for no code.
    A training counts for `training_months`, None while the board has not said so; who was trained
    is told `training_warning` days before that is over.
    A private note is kept for `notebook_weeks`; a question without a child, and its answer,
    `advice_days`.
    `consult_term` is when an answer of somebody who was asked is hoped for; `talk_minutes` after a
    planned talk began, somebody must have told that it is over.
    `unconfirmed` are the items that the board has yet to confirm: a term among them runs, but no
    text mentions it; `settled` counts them by group. Without a file there is no `version`.
    """

    version: str = ""
    valid_from: date | None = None
    answer_promise: int | None = None
    answer_term: int = 1
    acute_minutes: int = 15
    idle_term: int = 10
    colleague_days: int = 3
    summer_days: int = 15
    follow_rhythm: int = 10
    follow_second: int = 3
    follow_third: int = 5
    follow_last: int = 10
    snooze_longest: int = 10
    snooze_free: int = 3
    agenda_days: tuple[int, ...] = (3, 1)
    text_limit: int = 3000
    draft_hours: int = 24
    digests_a_week: int = 2
    feedback_term: int = 5
    inspection_days: int = 28
    erase_warning: int = 20
    retention_resolved: int | None = None
    retention_handed_over: int | None = None
    retention_unfounded: int | None = None
    retention_withdrawn: int | None = None
    signs_confirmed: bool = False
    board_contact: str = ""
    inspector_phone: str = ""
    inspector_hours: str = ""
    handle_with_care_days: int | None = None
    step_up_minutes: int | None = None
    training_months: int | None = None
    training_warning: int = 20
    notebook_weeks: int = 4
    advice_days: int = 5
    consult_term: int = 3
    talk_minutes: int = 90
    thread_replies: bool = True
    friday_warning: bool = True
    facts: Facts = Facts()
    unconfirmed: frozenset[str] = frozenset()
    settled: tuple[Settled, ...] = ()

    @property
    def told(self) -> dict[str, str]:
        """What a text may say, by the name of its {place}; nothing that is not confirmed."""
        facts = {one.name: getattr(self.facts, one.name) for one in fields(Facts)}
        terms = {name: getattr(self, name) for name in NUMBERS - self.unconfirmed}
        return {name: str(value) for name, value in (facts | terms).items() if value}

    def confirmed(self) -> "Policy":
        """The same without the promises and facts that the board has yet to confirm."""
        silent = dict.fromkeys(self.unconfirmed & FACTS - ALWAYS, "")
        held = self.unconfirmed & WITHHELD
        nothing: dict[str, Any] = {
            one.name: one.default for one in fields(Policy) if one.name in held
        }
        return replace(self, facts=replace(self.facts, **silent), **nothing)


FACTS = frozenset(one.name for one in fields(Facts))
RETENTION = frozenset(one.name for one in fields(Policy) if one.name.startswith("retention_"))
PROMISES = RETENTION | {"answer_promise"}
WITHHELD = PROMISES | {
    *("board_contact", "inspector_phone", "inspector_hours"),
    *("handle_with_care_days", "step_up_minutes", "training_months"),
}
"""What is not there at all before it is confirmed."""

TERMS = frozenset(one.name for one in fields(Policy) if one.type is int)
NUMBERS = PROMISES | TERMS
SAYABLE = FACTS | NUMBERS
"""Every {place} in a text that the policy fills; no argument of a text has such a name."""
