"""Whoever is no part of a case asks for it in every way, while others go on with it.

The short run is part of the suite; `ACCESS_STEPS=20000` takes as many steps, and
`--log-cli-level=INFO` tells what they were.
"""

import asyncio
import logging
import os
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from bot.service import leavers
from meldcode import commands
from meldcode.case import Case
from meldcode.people import CARE_ROLES, Role
from storage.records import Organisation, Post, StaffMember
from tests.bot.access_moves import MARK, MOVES, Move, Posts, inside
from tests.bot.house import TODAY, House, housed, organisation
from tests.bot.service.filled import FILLED
from tests.bot.service.test_access import ABOUT_CASES, ACTIONS, COMMANDS, GONE

T = TypeVar("T")
LOG = logging.getLogger(__name__)
A_RUN = 50
STEPS = int(os.environ.get("ACCESS_STEPS", "100"))
PEOPLE = organisation().people
WHO = sorted(one.id for one in PEOPLE)
PLACES = [("s1", role) for role in Role] + [("s2", role) for role in sorted(CARE_ROLES)]
Question = tuple[str, str, str, int]
QUESTIONS = st.lists(
    st.tuples(
        st.sampled_from(WHO),
        st.sampled_from([*WHO, "", "", "", "", "forged"]),
        st.sampled_from(("form", "look", "tap")),
        st.integers(0, 999),
    ),
    min_size=1,
    max_size=3,
)
"""Who asks, with whose reference ("" for their own), in which way, and for what."""

NOTHING = {"refused", "stranger"}
"""Screens of who is not let in: to what is not there, and to us."""


class Asking(RuleBasedStateMachine):
    """One case at one house; `folder`, `furnished` and `taken` are set by the test."""

    furnished: Path
    folder: Callable[[], Path]
    taken: Counter[str]
    case: Case

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.house: House = self.run(
            self.stack.enter_async_context(housed(self.furnished, type(self).folder() / "house"))
        )
        self.today = TODAY
        self.posts: Posts = {
            one.id: frozenset((post.school, post.role) for post in one.posts) for one in PEOPLE
        }

    def run(self, what: Any) -> Any:  # noqa: ANN401 - whatever is awaited
        return self.loop.run(_awaited(what))

    def teardown(self) -> None:
        self.run(self.stack.aclose())
        self.loop.close()

    @initialize()
    def told(self) -> None:
        self.case = self.run(self.house.signal(text=MARK, child=MARK))
        self._give_handles()

    @rule(
        moves=st.lists(st.sampled_from(MOVES), min_size=1, max_size=4),
        by=st.sampled_from(["ib", "deputy"]),
        questions=QUESTIONS,
    )
    def go_on(self, moves: list[Move], by: str, questions: list[Question]) -> None:
        """The care team goes on, as far as the rules let it."""
        for move in moves:
            self._try(by, move(self.today))
        self._ask(questions)

    @rule(by=st.sampled_from(["deputy", "director"]), questions=QUESTIONS)
    def break_glass(self, by: str, questions: list[Question]) -> None:
        """For the rest of the day somebody opens what is closed to them."""
        self._try(by, commands.BreakGlass(MARK))
        self._ask(questions)

    @rule(questions=QUESTIONS)
    def sleep(self, questions: list[Question]) -> None:
        """What ends by itself may have ended by tomorrow."""
        self.taken["nights"] += 1
        self.house.clock.later(days=1)
        self.today += timedelta(days=1)
        self._give_handles()
        self._ask(questions)

    @rule(who=st.sampled_from(WHO), place=st.sampled_from(PLACES), questions=QUESTIONS)
    def change_role(self, who: str, place: tuple[str, Role], questions: list[Question]) -> None:
        """Somebody gets a role in the organisation file, or loses it."""
        self.taken["roles"] += 1
        self.posts = {**self.posts, who: self.posts[who] ^ {place}}
        staff = Organisation(organisation().schools, _people(self.posts), organisation().meetings)
        self.run(leavers.bring_in(self.house.tools, staff))
        self._read_again()
        self._ask(questions)

    def _ask(self, questions: list[Question]) -> None:
        """Somebody asks with their own, with another's or with an invented reference."""
        self.taken["steps"] += 1
        for question in questions:
            self._question(*question)

    def _question(self, who: str, whose: str, way: str, number: int) -> None:
        own = whose in {"", who}
        if own and inside(who, self.case, self.posts, self.today):
            self._look(who)
            return
        self.taken["questions of outsiders"] += 1
        handle = self.handles[who] if own else self.handles.get(whose, "A" * 20)
        nothing = self.run(self.house.handle(who, GONE))
        answer = self.run(_ask(self.house, who, way, number, handle))

        assert answer == self.run(_ask(self.house, who, way, number, nothing))
        assert MARK not in str(answer)
        assert self.run(self.house.case(self.case.id)) == self.case

    def _look(self, who: str) -> None:
        """Whoever has a part sees something of it: the walk does not shut everybody out."""
        screen = self.run(self.house.show(who, "open", self.handles[who]))
        self.taken["looks of insiders"] += 1
        self._read_again()

        assert screen.name not in NOTHING

    def _try(self, by: str, command: commands.Command) -> None:
        try:
            self.run(self.house.do(by, self.case, command))
            self.taken[type(command).__name__] += 1
        except AssertionError:
            # Refused: the walk goes on with the case as it was.
            self.taken["refused"] += 1
        self._read_again()

    def _read_again(self) -> None:
        self.case = self.run(self.house.case(self.case.id))

    def _give_handles(self) -> None:
        self.handles = {who: self.run(self.house.handle(who, self.case)) for who in WHO}


def _people(posts: Posts) -> tuple[StaffMember, ...]:
    """All of them, with the roles that they have now."""
    return tuple(
        StaffMember(
            one.id, one.name, one.email, tuple(Post(*post) for post in sorted(posts[one.id]))
        )
        for one in PEOPLE
    )


async def _awaited(what: Awaitable[T]) -> T:
    return await what


async def _ask(house: House, who: str, way: str, number: int, handle: str) -> Any:  # noqa: ANN401 - an answer or a screen
    if way == "form":
        form = ABOUT_CASES[number % len(ABOUT_CASES)]
        return await house.submit(who, form, {**FILLED[form]}, handle)
    if way == "look":
        return await house.show(who, ACTIONS[number % len(ACTIONS)], handle)
    return await house.act(who, COMMANDS[number % len(COMMANDS)], handle)


def test_nobody_gets_anywhere(furnished: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No read and no write: everything is answered, to the byte, as if there were no case."""
    Asking.furnished = furnished
    Asking.folder = staticmethod(lambda: tmp_path_factory.mktemp("asking"))
    Asking.taken = Counter()
    # Some runs end before their last step.
    runs = max(4, STEPS // (A_RUN - 5))
    run_state_machine_as_test(
        Asking,
        settings=settings(
            max_examples=runs,
            stateful_step_count=A_RUN,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    LOG.info("%s", dict(Asking.taken))

    assert Asking.taken["questions of outsiders"] > 0
