import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs import registry
from dialogs.conversations.case import case as case_screen
from dialogs.conversations.case import noted
from dialogs.conversations.chronology import MOST_BLOCKS as PAGE
from dialogs.conversations.chronology import OLDER, blocks
from dialogs.screen import Screen
from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices import Answer, Grounds, ParentsTalk, Trend, Urgency
from meldcode.people import Person
from tests import builders
from tests.dialogs.desks import desk
from tests.dialogs.reading import actions, keys, parts, written
from tests.school import INTERN_BEGELEIDER, MEETING_ON, TEACHER

MOST_BLOCKS, MOST_BYTES = 100, 250_000
AROUND_A_PAGE = len(("hide", "way back", "heading", "there is more", "way on", "phone numbers"))


def long(count: int, text: str = "Words") -> Case:
    return builders.play(
        builders.taken(), *(commands.Write(f"{text} {number}") for number in range(count))
    )


def pages(case: Case, viewer: Person = INTERN_BEGELEIDER) -> list[Screen]:
    """Every page, by way of the buttons that lead to them."""
    found = [case_screen(desk(case, viewer))]
    while older := [action for action in actions(found[-1]) if action in OLDER]:
        found.append(registry.SCREENS[older[0]](desk(case, viewer)))
    return found


@pytest.mark.parametrize("viewer", [INTERN_BEGELEIDER, TEACHER], ids=lambda one: one.id)
def test_a_long_conversation_goes_on_on_other_pages(viewer: Person) -> None:
    """Nothing that was written gets lost: the pages together hold all of it, newest first."""
    found = pages(long(60), viewer)
    texts = [text for page in found for text in written(page) if text.startswith("Words")]

    assert len(found) > 1
    assert all(blocks(parts(page)) <= PAGE + AROUND_A_PAGE for page in found[1:])
    assert texts == [f"Words {number}" for number in reversed(range(60))]


def test_a_cut_says_that_there_is_more() -> None:
    """All pages but the last say so, and all but the first lead back."""
    found = pages(long(60))

    assert ["case.older" in keys(page) for page in found] == [True] * (len(found) - 1) + [False]
    assert ["open" in actions(page) for page in found] == [False] + [True] * (len(found) - 1)


def test_a_short_conversation_is_one_page() -> None:
    """Nobody sees a button to older messages that are not there."""
    assert len(pages(long(3))) == 1


def test_long_texts_fit_too() -> None:
    """With the longest texts that can be written a page stays under the platform's size."""
    for page in pages(long(12, "\N{SLIGHTLY SMILING FACE}" * 2900)):
        assert len(json.dumps(written(page))) < MOST_BYTES


def items(count: int) -> Iterator[events.Event]:
    """Open items as they were stored when a case could have more than one."""
    for n in range(count):
        yield events.ZboScheduled(
            item=f"i{n}",
            meeting=f"m{n}",
            meeting_on=MEETING_ON,
            question="What can we do?",
            parents_invited=True,
            parents_reason=None,
            minutes=10,
        )


def test_a_full_case_fits_a_modal() -> None:
    """Dozens of agreements, items and messages still make one screen; the rest is counted."""
    danger = replace(builders.SIGNAL, urgency=Urgency.NOW, parents=ParentsTalk.UNSAFE)
    unfounded = commands.CloseCase(Grounds.UNFOUNDED, "A bruise.")
    messages = (commands.Write(f"Words {number}") for number in range(60))
    agreements = (replace(builders.AGREEMENT, agreement=f"a{n}") for n in range(20))
    case = builders.play(
        builders.raised(danger),
        unfounded,
        builders.REOPEN,
        builders.WEIGH,
        builders.answer(1, Answer.YES),
        *messages,
        *agreements,
    )
    full = builders.append(case, items(20), INTERN_BEGELEIDER)
    screen = noted(desk(builders.play(full, commands.NoteFollowing(Trend.WORSE))))

    assert blocks(parts(screen)) <= MOST_BLOCKS
    assert keys(screen).count("case.more") == 2
    assert "case.older" in keys(screen)


@given(st.lists(st.integers(min_value=1, max_value=3000), max_size=40))
def test_any_conversation_can_be_read_to_its_end(lengths: list[int]) -> None:
    """However long the texts, every page fits and every text is on exactly one of them."""
    texts = [f"{number}:{'x' * size}" for number, size in enumerate(lengths)]
    case = builders.play(builders.taken(), *(commands.Write(text[:3000]) for text in texts))
    found = pages(case)
    read = [text for page in found for text in written(page) if ":x" in text]

    assert read == [text[:3000] for text in reversed(texts)]
    assert all(blocks(parts(page)) <= MOST_BLOCKS for page in found)
