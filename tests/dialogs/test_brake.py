from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogs import registry
from dialogs.screen import Screen
from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Answer, Decision, Form, ParentsTalk, Urgency
from meldcode.people import Person
from tests import builders, builders_melding
from tests.dialogs.desks import desk
from tests.dialogs.reading import keys
from tests.school import CHAIR, INTERN_BEGELEIDER, TEACHER

ADVISING = ("open", "talk", "schedule", "decision")
"""Actions whose screen speaks of talking with the parents."""

UNSAFE = (builders.answer(1, Answer.YES), builders.answer(2, Answer.DOUBT))


def going(*wanted: commands.Command, signal: commands.RaiseSignal = builders.SIGNAL) -> Case:
    """A case of which the decision waits."""
    case = builders.play(builders.raised(signal), builders.SCHEDULE, builders.OUTCOME, *wanted)
    return builders.play(case, replace(builders.WEIGH, danger=_danger(signal)), *UNSAFE)


def _danger(signal: commands.RaiseSignal) -> Answer:
    return Answer.YES if signal.urgency is Urgency.NOW else Answer.NO


def shown(case: Case, viewer: Person = INTERN_BEGELEIDER) -> dict[str, Screen]:
    at = desk(case, viewer)
    return {action: registry.SCREENS[action](at) for action in ADVISING}


REASONS: dict[str, Callable[[], Case]] = {
    "danger": lambda: going(signal=replace(builders.SIGNAL, urgency=Urgency.NOW)),
    "doubt": lambda: going(signal=replace(builders.SIGNAL, parents=ParentsTalk.UNSAFE)),
    "disclosure": lambda: going(commands.SetForms((), disclosure=True)),
    "honour": lambda: going(commands.SetForms((Form.FORCED_MARRIAGE,), disclosure=False)),
}


@pytest.mark.parametrize("reason", REASONS)
def test_no_screen_sends_anybody_to_the_parents_first(reason: str) -> None:
    """Wherever talking with parents comes up, Veilig Thuis stands first, with the reason (R7)."""
    for action, screen in shown(REASONS[reason]()).items():
        found = set(keys(screen))

        assert {"talk.wait", "talk.wait.why"} <= found, action
        assert "talk.note" not in found, action


def test_without_a_reason_talking_is_advised() -> None:
    """The brake is silent in a case that gives no cause for it."""
    found = [key for screen in shown(going()).values() for key in keys(screen)]

    assert "talk.note" in found
    assert [key for key in found if key.startswith("talk.wait")] == []


def test_after_advice_it_says_to_follow_it() -> None:
    """Who has asked Veilig Thuis is not sent to the phone again."""
    case = builders.play(REASONS["disclosure"](), builders.ADVICE)
    found = keys(shown(case)["talk"])

    assert "talk.wait.advised" in found
    assert "talk.wait" not in found


@pytest.mark.parametrize(
    "viewer, key", [(TEACHER, "talk.wait.raiser"), (CHAIR, "talk.wait")], ids=["teacher", "chair"]
)
def test_others_read_no_reason(viewer: Person, key: str) -> None:
    """The teacher and the chair are told to wait, not what the care team thinks of."""
    for make in REASONS.values():
        action = "open" if viewer is TEACHER else "decision"
        found = keys(shown(make(), viewer)[action])

        assert key in found
        assert "talk.wait.why" not in found


def test_an_ended_case_asks_nobody_to_wait() -> None:
    """Once it is closed there is nobody to call."""
    reported = (builders.decision(Decision.MELDING), *builders_melding.DONE)
    case = builders.play(REASONS["honour"](), *reported, builders.CLOSE)

    assert [key for key in keys(shown(case)["open"]) if key.startswith("talk.wait")] == []
