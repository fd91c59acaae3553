"""The policy file: what the board has agreed and confirmed, as dated items with an owner."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from bot.checked_file import Problem, checked, refuse, text_of
from bot.policy_items import Colleague, Item, Items, Meeting, PolicyBlock, Wording
from meldcode.policy import Facts, Policy, Settled

PLACES = (
    Path(__file__).parents[1] / "policies" / "innoord.yaml",
    Path(__file__).with_name("innoord.yaml"),
)
"""In a checkout it stands at the top; an installed package carries it beside this module."""


@dataclass(frozen=True, slots=True)
class Row:
    """An item as `wegwijzer policy show` lists it; `value` is empty for one without a value."""

    group: str
    name: str
    value: str
    owner: str
    confirmed: date | None


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """What a valid file says; `wording` is the version of the five questions that it names."""

    policy: Policy
    wording: str
    rows: tuple[Row, ...]


def load(path: Path | None, today: date) -> PolicyFile:
    """Read and check the file at `path`, or the one that comes along. Raises FileError."""
    found = path or next(place for place in PLACES if place.exists())
    return parse(text_of(found, "POLICY_FILE"), today)


def parse(text: str, today: date) -> PolicyFile:
    """The same for the text of a file. Raises FileError with everything that is wrong."""
    document, file = checked(text, PolicyBlock)
    refuse(document, _errors(file, today))
    wording = file.items.wordings.questions
    return PolicyFile(_policy(file), wording.value, tuple(_rows(file.items)))


def _items(items: Items) -> Iterator[tuple[str, str, Item[object]]]:
    """Group, name and item, in the order of the shape."""
    for group in Items.model_fields:
        for name, item in dict(getattr(items, group)).items():
            yield group, name, item


def _confirmed(item: Item[object]) -> date | None:
    """The day from which an item counts as confirmed; a wording waits for the second role."""
    if isinstance(item, Wording):
        return max(item.confirmed, item.second.on) if item.confirmed and item.second else None
    return item.confirmed


def _errors(file: PolicyBlock, today: date) -> Iterator[Problem]:
    if file.valid_from > today:
        yield ("valid_from",), "lies ahead. Use the earlier file until then"
    for group, name, item in _items(file.items):
        place = ("items", group, name)
        if item.confirmed and item.value is None:
            yield (*place, "confirmed"), "cannot be there without a value"
        if item.confirmed and item.confirmed > today:
            yield (*place, "confirmed"), "lies ahead. Write the day on which it was confirmed"
    yield from _wording(file.items.wordings.questions, today)
    yield from _terms(file.items)


def _wording(item: Wording, today: date) -> Iterator[Problem]:
    place = ("items", "wordings", "questions", "second")
    if item.second and item.second.role == item.owner:
        yield (*place, "role"), "must be another role than the owner"
    if item.second and item.second.on > today:
        yield (*place, "on"), "lies ahead. Write the day on which it was confirmed"


def _terms(items: Items) -> Iterator[Problem]:
    """Terms that contradict each other: a promise that nobody chases, a ladder without order."""
    terms, kept = items.terms, items.retention
    place = ("items", "terms")
    if terms.answer_term.value > items.promises.answer_promise.value:
        yield (*place, "answer_term", "value"), "must not be longer than answer_promise"
    ladder = ("follow_second", "follow_third", "follow_last")
    for lower, higher in pairwise(ladder):
        if getattr(terms, lower).value >= getattr(terms, higher).value:
            yield (*place, higher, "value"), f"must be longer than {lower}"
    # A suspicion that proved wrong is not kept longer than one that proved right.
    if kept.retention_unfounded.value > kept.retention_resolved.value:
        unfounded = ("items", "retention", "retention_unfounded", "value")
        yield unfounded, "must not be longer than retention_resolved"


def _policy(file: PolicyBlock) -> Policy:
    waiting = {name for _, name, item in _items(file.items) if not _confirmed(item)}
    policy = Policy(
        version=file.version,
        valid_from=file.valid_from,
        facts=_facts(file.items),
        signs_confirmed="signs" not in waiting,
        unconfirmed=frozenset(waiting),
        settled=tuple(_settled(file.items)),
        **_values(file.items, Policy),
    )
    return policy.confirmed()


def _settled(items: Items) -> Iterator[Settled]:
    for group, rows in groupby(_rows(items), lambda row: row.group):
        found = tuple(rows)
        owners = tuple(dict.fromkeys(row.owner for row in found))
        waiting = sum(row.confirmed is None for row in found)
        yield Settled(group, owners, len(found), waiting)


def _facts(items: Items) -> Facts:
    colleague, meeting = items.labels.intern_begeleider.value, items.labels.zbo.value
    return Facts(
        ib=colleague.label,
        ib_short=colleague.short,
        ib_full=colleague.full,
        zbo=meeting.label,
        zbo_full=meeting.full,
        **_values(items, Facts, without=("zbo",)),
    )


def _values(
    items: Items, of: type[Policy | Facts], without: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The values of the items that are fields `of` it; one without a value keeps the default."""
    names = {one.name for one in fields(of)} - {*without}
    return {
        name: item.value
        for _, name, item in _items(items)
        if name in names and item.value is not None
    }


def _rows(items: Items) -> Iterator[Row]:
    for group, name, item in _items(items):
        yield Row(group, name, _shown(item.value), item.owner, _confirmed(item))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Colleague | Meeting):
        return ", ".join(str(part) for part in dict.fromkeys(value.model_dump().values()))
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
