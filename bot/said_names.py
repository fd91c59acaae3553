"""Whose names may stand in a text of ours: of people and schools in the organisation file."""

from collections.abc import Iterator

from bot.service.tools import Work
from meldcode.policy import Policy


def names(work: Work) -> tuple[str, ...]:
    """Never the name of a child or a parent; whom to call comes with the number."""
    return tuple(_names(work))


def _names(work: Work) -> Iterator[str]:
    for school in work.unit.people.schools():
        yield from (school.name, school.contact_name, school.contact_phone)
        yield from (one.name for one in work.unit.people.staff(school.id, work.today))
    yield from _of_board(work.tools.policy)


def _of_board(policy: Policy) -> Iterator[str]:
    yield from policy.told.values()
    yield policy.version
    yield from filter(None, (policy.board_contact, policy.inspector_phone, policy.inspector_hours))
