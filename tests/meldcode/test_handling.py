from dataclasses import replace

import pytest

from meldcode import commands, events
from meldcode.case import Case
from meldcode.commands import Command
from meldcode.decide import decide
from meldcode.notices import notices
from meldcode.policy import Policy
from meldcode.refusal import Refusal
from meldcode.rules.asking import Ruling
from tests.builders import AGREEMENT, SIGNAL, append, asker, decided, new, taken
from tests.school import CALENDAR, INTERN_BEGELEIDER, NOW, POLICY, TEACHER

MADE = events.AgreementMade(AGREEMENT.agreement, AGREEMENT.what, AGREEMENT.owner, AGREEMENT.due)


def asked(case: Case, command: Command, version: str) -> Ruling:
    """What the rules answer when the board's agreements of `version` hold."""
    policy = replace(POLICY, version=version)
    return decide(case, command, asker(command), NOW, policy, CALENDAR)


def under(case: Case, *versions: str) -> Case:
    """The case after it was handled under these, one after another."""
    for version in versions:
        case = append(case, (events.PolicyApplied(version),), INTERN_BEGELEIDER)
    return case


def test_a_case_says_from_the_start_under_which_version_it_is_handled() -> None:
    """It begins with the teacher's signal, and behind that stands what the board had agreed."""
    ruling = asked(new(), SIGNAL, "2026-1")
    assert not isinstance(ruling, Refusal)
    case = append(new(), ruling, TEACHER)

    assert [type(event) for event in ruling] == [events.SignalRaised, events.PolicyApplied]
    assert case.policies == ("2026-1",)


def test_the_same_version_is_written_down_once() -> None:
    """While nothing changes, nothing is added to the record."""
    assert asked(under(decided(), "2026-1"), AGREEMENT, "2026-1") == (MADE,)


@pytest.mark.parametrize("before", [("2026-1",), ("2027-1", "2026-1"), ()])
def test_another_version_comes_before_what_is_done_under_it(before: tuple[str, ...]) -> None:
    """Also a version that held before: the record tells which agreements held when."""
    ruling = asked(under(decided(), *before), AGREEMENT, "2027-1")

    assert ruling == (events.PolicyApplied("2027-1"), MADE)


def test_what_changes_nothing_is_no_reason_to_write() -> None:
    """A look, and a command that is refused, leave the record as it was."""
    assert asked(taken(), commands.ReadSignal(), "2027-1") == ()
    assert isinstance(asked(taken(), SIGNAL, "2027-1"), Refusal)
    assert isinstance(asked(new(), commands.RaiseSignal(" "), "2027-1"), Refusal)


def test_nobody_is_told_of_a_version() -> None:
    """An envelope is about what somebody did."""
    assert notices([events.PolicyApplied("2027-1")]) == ()


def test_without_a_file_there_is_no_version_to_write_down() -> None:
    """Every file has a version, so every case of a real school says one."""
    assert asked(decided(), AGREEMENT, Policy().version) == (MADE,)
