"""Whom a command names: nobody is given a part in a case that they must not know of (R11)."""

from collections.abc import Iterator, Mapping
from typing import Any

from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Present
from meldcode.commands import Command
from meldcode.refusal import Refusal

NAMES: Mapping[type, tuple[str, ...]] = {
    commands.ScheduleZbo: ("guests",),
    commands.RecordOutcome: ("informs", "present"),
    commands.MakeAgreement: ("owner",),
    commands.PlanTalk: ("leads", "colleague", "near", "prepared_with"),
    commands.RecordTalk: ("colleague",),
    commands.AskColleague: ("person",),
    commands.PlanClassObservation: ("observer",),
    commands.RecordDiscussion: ("present",),
    commands.Weigh: ("present",),
    commands.Decide: ("present", "reporter", "informs_parents"),
    commands.ArrangeHelp: ("manager",),
    commands.PlanMelding: ("reporter", "parents_by"),
    commands.ClaimAnonymity: ("parents_by",),
    commands.TellParents: ("by",),
    commands.HandOver: ("holder",),
    commands.NameFollower: ("teacher",),
    commands.InviteGuest: ("person",),
    commands.WriteConfidential: ("readers",),
    commands.DecideRequest: ("decider",),
    commands.AnswerRequest: ("checked_by",),
    commands.DecideErasure: ("decider",),
}
"""Command type -> its fields that hold person ids: one, several, or people with their roles."""


def excluded(case: Case, command: Command) -> Refusal | None:
    """A refusal if the command names somebody who is kept out of the case."""
    for field in NAMES.get(type(command), ()):
        if not case.circle.excluded.isdisjoint(_ids(getattr(command, field))):
            return Refusal("err.excluded", field)
    return None


def _ids(value: Any) -> Iterator[str]:  # noqa: ANN401 - what a command's field may hold
    for one in value if isinstance(value, tuple) else (value,):
        yield one.person if isinstance(one, Present) else one
