"""The shape of a policy file: items in groups, each a value with an owner, a date and a source."""

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import Field

from bot.file_values import FILLED, Block, Day, Phone, Text, between, like

T = TypeVar("T")

Owner = Literal[
    "bestuurder",
    "directeur",
    "FG",
    "aandachtsfunctionaris",
    "intern begeleider",
    "kwaliteitscoördinator",
    "ICT-beheerder",
]
"""Who answers for an item: a role, never a name."""

# A { in a text would be taken for a place of the catalogues.
_PLAIN = like(r"[^{}\n]+", "must stand on one line, without { or }")

Name = Annotated[str, like(r"[a-z][a-z0-9_]{0,39}", "must be small letters and underscores")]
Days = Annotated[int, between(1, 366)]
Years = Annotated[int, between(1, 20)]
Hours = Annotated[str, like(r"\d\d:\d\d-\d\d:\d\d", 'must be hours such as "08:00-17:00"')]
Contact = Annotated[str, Field(min_length=1, max_length=80), _PLAIN]
Label = Annotated[str, Field(min_length=1, max_length=30), _PLAIN]
ShortLabel = Annotated[str, Field(min_length=1, max_length=7), _PLAIN]
Sentence = Annotated[str, Field(min_length=1, max_length=300), _PLAIN]


class Item(Block, Generic[T]):
    """`confirmed` is the day on which the owner said that the value is right, if that was done.

    `source` is a paragraph of the protocol, a fact of domain.md, or "te bevestigen".
    """

    value: T
    owner: Owner
    confirmed: Day | None = None
    source: Text
    note: Sentence | None = None


class Maybe(Item[T | None], Generic[T]):
    """An item that may be without a value, because nobody has settled it yet."""

    value: T | None = None


class Second(Block):
    """Somebody in another role who confirmed the same."""

    role: Owner
    on: Day


class Wording(Item[Text]):
    """The version of a wording that two roles must have confirmed (texts.md 3.5)."""

    second: Second | None = None


class Colleague(Block):
    """What a function is called: in a sentence, in a button, and in full."""

    label: Label
    short: ShortLabel
    full: Label


class Meeting(Block):
    label: Label
    full: Label


class Promises(Block):
    """What people are told that others will do; not shown before it is confirmed."""

    answer_promise: Item[Days]


class Terms(Block):
    """They run from the start; a text mentions one only when it is confirmed."""

    answer_term: Item[Days]
    follow_rhythm: Item[Days]
    follow_second: Item[Days]
    follow_third: Item[Days]
    follow_last: Item[Days]
    snooze_longest: Item[Days]
    snooze_free: Item[Days]
    agenda_days: Item[Annotated[tuple[Days, ...], FILLED]]
    text_limit: Item[Annotated[int, between(100, 3000)]]
    draft_hours: Item[Annotated[int, between(1, 168)]]
    digests_a_week: Item[Annotated[int, between(1, 5)]]
    feedback_term: Item[Days]
    notebook_weeks: Item[Annotated[int, between(1, 52)]]
    advice_days: Item[Days]
    acute_minutes: Item[Annotated[int, between(5, 60)]]
    idle_term: Item[Days]
    colleague_days: Item[Days]
    summer_days: Item[Days]
    consult_term: Item[Days]
    talk_minutes: Item[Annotated[int, between(15, 480)]]
    inspection_days: Item[Days]
    erase_warning: Item[Days]
    training_warning: Item[Days]


class Retention(Block):
    """Years after a child has left the school; nothing is thrown away before it is confirmed."""

    retention_resolved: Item[Years]
    retention_handed_over: Item[Years]
    retention_unfounded: Item[Years]
    retention_withdrawn: Item[Years]


class Switches(Block):
    thread_replies: Item[bool]
    friday_warning: Item[bool]
    handle_with_care_days: Maybe[Days]
    step_up_minutes: Maybe[Annotated[int, between(1, 480)]]
    training_months: Maybe[Annotated[int, between(1, 120)]]


class Phones(Block):
    """The first two are always shown; the others once they are confirmed."""

    emergency: Item[Phone]
    veilig_thuis: Item[Phone]
    inspector_phone: Maybe[Phone]
    inspector_hours: Maybe[Hours]
    board_contact: Maybe[Contact]


class Labels(Block):
    intern_begeleider: Item[Colleague]
    zbo: Item[Meeting]


class Law(Block):
    """Texts that follow from law and norms; each is shown once it is confirmed."""

    acute_unsafety: Maybe[Sentence]
    structural_unsafety: Maybe[Sentence]
    disclosure: Maybe[Sentence]
    professional_norm: Maybe[Sentence]
    pass_on: Maybe[Sentence]
    parental_authority: Maybe[Sentence]


class Wordings(Block):
    """Versions of words that stand in the catalogues: the five questions, the signs to read."""

    questions: Wording
    signs: Item[Text]


class Items(Block):
    """`to_settle` is what must be known; nothing in the software depends on it yet."""

    promises: Promises
    terms: Terms
    retention: Retention
    switches: Switches
    phones: Phones
    labels: Labels
    law: Law
    wordings: Wordings
    to_settle: dict[Name, Maybe[Sentence]] = Field(default_factory=dict)


class PolicyBlock(Block):
    """The whole file; `version` is the board's own, and every case says under which it was."""

    version: Annotated[
        str, like(r"[A-Za-z0-9][\w.-]{0,19}", "must be letters, digits, dots and dashes")
    ]
    valid_from: Day
    board: Text
    items: Items
