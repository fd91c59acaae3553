"""The entries of the questions that pick from people or meetings, and what their values mean."""

from collections.abc import Iterable

from dialogs.desk import Room
from dialogs.fields import Option
from dialogs.parts import local
from dialogs.say import say
from meldcode.choices import Present
from meldcode.people import CARE_ROLES, TECHNICAL


def people(room: Room) -> tuple[Option, ...]:
    """Everybody of the school, by name; the value is the person id."""
    return tuple(Option(one.id, one.name) for one in room.choices)


def elsewhere(room: Room) -> tuple[Option, ...]:
    """The care teams of the other schools; the value is the person id."""
    return tuple(
        Option(one.id, say("word.at_school", who=one.name, school=school))
        for one, school in room.elsewhere
        if one.id not in room.barred
    )


def care_team(room: Room) -> tuple[Option, ...]:
    """Those of the school who may read its cases; the value is the person id."""
    team = (one for one in room.choices if one.has(room.school.id, *CARE_ROLES))
    return tuple(Option(one.id, one.name) for one in team)


def roles(room: Room) -> tuple[Option, ...]:
    """An entry per person and role, since somebody may take part in one of several roles."""
    return tuple(
        Option(f"{one.id}:{role}", say("word.in_role", who=one.name, role=role))
        for one in room.choices
        for role in sorted(room.roles_of(one) - TECHNICAL)
    )


def meetings(room: Room) -> tuple[Option, ...]:
    """The meetings from today on, soonest first; the value is the meeting's id."""
    coming = [one for one in room.meetings if room.calendar.today(one.at) >= room.today]
    return tuple(
        Option(one.id, say("word.moment", at=local(room, one.at)))
        for one in sorted(coming, key=lambda one: one.at)
    )


def present(values: Iterable[str]) -> tuple[Present, ...]:
    """Values of `roles` as the people who took part."""
    parted = (value.rpartition(":") for value in values)
    return tuple(Present(person, role) for person, _, role in parted)
