from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from meldcode.policy import ALWAYS, FACTS, NUMBERS, PROMISES, SAYABLE, WITHHELD, Facts, Policy

FULL = Policy(
    answer_promise=1,
    retention_resolved=2,
    retention_handed_over=2,
    retention_unfounded=1,
    retention_withdrawn=1,
    board_contact="<board>",
    inspector_phone="<inspector>",
    inspector_hours="<hours>",
    handle_with_care_days=3,
    step_up_minutes=15,
    training_months=24,
    facts=Facts(**{one.name: f"<{one.name}>" for one in fields(Facts)}),
)
waiting = st.frozensets(st.sampled_from(sorted(SAYABLE | WITHHELD)))


def having(unconfirmed: frozenset[str]) -> Policy:
    return replace(FULL, unconfirmed=unconfirmed).confirmed()


@given(waiting)
def test_nothing_that_is_not_confirmed_is_said(unconfirmed: frozenset[str]) -> None:
    """Whatever the board has yet to confirm, no text can say it; all else can be said."""
    told = having(unconfirmed).told

    assert told.keys() == SAYABLE - (unconfirmed - ALWAYS)


@given(waiting)
def test_what_is_not_confirmed_is_gone(unconfirmed: frozenset[str]) -> None:
    """A promise that was not made has no value at all, and neither has a wording or a number."""
    policy = having(unconfirmed)

    for name in WITHHELD:
        assert bool(getattr(policy, name)) is (name not in unconfirmed)
    for name in unconfirmed & FACTS - ALWAYS:
        assert getattr(policy.facts, name) == ""


@given(waiting)
def test_terms_run_before_they_are_confirmed(unconfirmed: frozenset[str]) -> None:
    """Reminders and limits work from the first day, also those that no text may mention."""
    policy = having(unconfirmed)

    for name in NUMBERS - PROMISES:
        assert getattr(policy, name) == getattr(FULL, name)


def test_help_is_never_withheld() -> None:
    """The numbers for danger and advice are said although nobody confirmed anything (R4)."""
    told = having(SAYABLE).told

    assert told.keys() == ALWAYS
    assert (told["emergency"], told["veilig_thuis"]) == ("<emergency>", "<veilig_thuis>")


def test_a_policy_of_its_own_promises_nothing() -> None:
    """Without a file there is neither a promise nor a fact to tell."""
    assert not Policy().told.keys() & (PROMISES | FACTS)
