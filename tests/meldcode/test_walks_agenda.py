"""Walks of an agenda alone: what is brought in, moves on, comes off and is discussed."""

from collections.abc import Callable

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from meldcode import commands, events
from meldcode.agenda import pressing
from meldcode.choices import ItemKind, Urgency
from meldcode.commands import Command
from tests.builders import on_agenda
from tests.meldcode.walks import DAYS, IDS, MAYBE, TEXT, Step, endangered, often, walks

Walk = tuple[Step, ...]

ITEMS = st.sampled_from(("item", "item", "other"))
MOVE = st.builds(commands.MoveItem, item=ITEMS, meeting=IDS, meeting_on=DAYS, reason=MAYBE)
WISHES: st.SearchStrategy[Command] = st.one_of(
    st.builds(
        commands.ScheduleZbo,
        item=ITEMS,
        meeting=IDS,
        meeting_on=DAYS,
        question=TEXT,
        parents_reason=MAYBE,
        kind=st.sampled_from(ItemKind),
        not_informed=MAYBE,
    ),
    *[MOVE] * 4,
    st.builds(commands.TakeOffAgenda, item=ITEMS, reason=TEXT),
    st.builds(commands.RecordOutcome, item=ITEMS, outcome=TEXT),
)
AGENDAS = walks(st.sampled_from((on_agenda, on_agenda, endangered)), WISHES, 40)

REACHED: dict[str, Callable[[Step], bool]] = {
    "put off twice": lambda step: any(item.put_off > 1 for item in step.after.items),
    "brought forward": lambda step: any(
        item.moved and not item.put_off for item in step.after.items
    ),
    "taken off": lambda step: any(item.taken_off for item in step.after.items),
    "two kinds at once": lambda step: sum(not item.handled for item in step.after.items) > 1,
    "acute": lambda step: pressing(step.after) and step.after.items != (),
}


@pytest.mark.parametrize("goal", REACHED)
def test_agendas_come_here(goal: str) -> None:
    """The properties below are worth something, because walks reach what they are about."""
    found = find(
        AGENDAS,
        lambda walk: any(REACHED[goal](step) for step in walk),
        settings=settings(max_examples=500, phases=[Phase.generate], database=None),
    )

    assert any(REACHED[goal](step) for step in found)


@often
@given(AGENDAS)
def test_an_item_keeps_its_question_and_its_age(walk: Walk) -> None:
    """Whatever becomes of it: who brought it in, when, and for which day first, stays."""
    first: dict[str, tuple[object, ...]] = {}
    for step in walk:
        for item in step.after.items:
            kept = (item.question, item.by, item.at, item.first_on)

            assert first.setdefault(item.id, kept) == kept


@often
@given(AGENDAS)
def test_of_each_kind_one_item_is_open_and_at_each_meeting_one(walk: Walk) -> None:
    """Nothing is asked twice at the same time, nor brought in twice at one meeting."""
    for step in walk:
        waiting = [item for item in step.after.items if not item.handled]

        assert len({item.kind for item in waiting}) == len(waiting)
        assert len({item.meeting for item in waiting}) == len(waiting)


@often
@given(AGENDAS)
def test_what_is_acute_never_goes_to_a_later_day(walk: Walk) -> None:
    """In a case with danger no item is ever put off."""
    signal = walk[-1].after.signal
    if signal and signal.urgency is Urgency.NOW:
        assert [item.put_off for item in walk[-1].after.items if item.put_off] == []


@often
@given(AGENDAS)
def test_an_item_ends_once(walk: Walk) -> None:
    """Discussed or taken off, never both, and after that nothing more happens to it."""
    ends = [
        entry.event.item
        for entry in walk[-1].after.entries
        if isinstance(entry.event, events.ZboDiscussed | events.ItemTakenOff)
    ]

    assert len(set(ends)) == len(ends)
