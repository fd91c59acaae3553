"""Whoever is no part of a case asks for it in every way, while others go on with it.

The short run is part of the suite; `ACCESS_STEPS=20000` takes as many steps.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Grounds
from meldcode.people import CARE_ROLES, Role
from tests.bot.house import FIRST, TODAY, House, housed, organisation
from tests.bot.service.filled import FILLED
from tests.bot.service.test_access import ABOUT_CASES, ACTIONS, COMMANDS, GONE

T = TypeVar("T")
A_RUN = 50
STEPS = int(os.environ.get("ACCESS_STEPS", "100"))
MARK = "zqxmark"
ROLES = {one.id: {(post.school, post.role) for post in one.posts} for one in organisation().people}
WHO = sorted(ROLES)
OUT = ("ib", "oka", "colleague", "chair", "attention")
MOVES: tuple[commands.Command, ...] = (
    commands.TakeCase(),
    commands.Write(MARK),
    commands.MakeAgreement("made", MARK, "oka", TODAY),
    commands.NameFollower("colleague", TODAY),
    commands.ScheduleZbo("item", FIRST.id, FIRST.at.date(), MARK, parents_invited=True),
    commands.CloseCase(Grounds.RESOLVED, MARK),
    commands.ReopenCase(MARK),
    *(commands.ExcludePerson(one, MARK) for one in OUT),
    *(commands.EndExclusion(one, MARK) for one in OUT),
)


def inside(who: str, case: Case) -> bool:
    """Whether somebody has a part in the case: written apart from the product's own rule."""
    here = {role for school, role in ROLES[who] if school == case.school}
    if who in case.circle.excluded or not here:
        return False
    owners = {made.owner for made in case.agreements}
    part = {case.raised_by, case.handover.follower, *owners}
    chairs = Role.ZBO_CHAIR in here and bool(case.items)
    return bool(here & CARE_ROLES) or chairs or who in part


class Asking(RuleBasedStateMachine):
    """One case at one house; `folder` and `furnished` are set by the test."""

    furnished: Path
    folder: Callable[[], Path]
    taken = 0

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.house: House = self.run(
            self.stack.enter_async_context(housed(self.furnished, type(self).folder() / "house"))
        )

    def run(self, what: Any) -> Any:  # noqa: ANN401 - whatever is awaited
        return self.loop.run(_awaited(what))

    def teardown(self) -> None:
        self.run(self.stack.aclose())
        self.loop.close()

    @initialize()
    def told(self) -> None:
        self.case: Case = self.run(self.house.signal(text=MARK, child=MARK))
        self.handles = {who: self.run(self.house.handle(who, self.case)) for who in WHO}

    @rule(command=st.sampled_from(MOVES), by=st.sampled_from(["ib", "deputy"]))
    def go_on(self, command: commands.Command, by: str) -> None:
        """The care team goes on, as far as the rules let it."""
        self.run(_try(self.house, by, self.case, command))
        self.case = self.run(self.house.case(self.case.id))

    @rule(
        who=st.sampled_from(WHO),
        whose=st.sampled_from([*WHO, "", "forged"]),
        way=st.sampled_from(("form", "look", "tap")),
        number=st.integers(0, 999),
    )
    def ask(self, who: str, whose: str, way: str, number: int) -> None:
        """Somebody asks with their own, with another's or with an invented reference."""
        Asking.taken += 1
        own = whose in {"", who}
        if own and inside(who, self.case):
            return
        handle = self.handles[who] if own else self.handles.get(whose, "A" * 20)
        nothing = self.run(self.house.handle(who, GONE))
        answer = self.run(_ask(self.house, who, way, number, handle))

        assert answer == self.run(_ask(self.house, who, way, number, nothing))
        assert MARK not in str(answer)
        assert self.run(self.house.case(self.case.id)) == self.case


async def _awaited(what: Awaitable[T]) -> T:
    return await what


async def _try(house: House, by: str, case: Case, command: commands.Command) -> None:
    try:
        await house.do(by, case, command)
    except AssertionError:
        # Refused: the walk goes on with the case as it was.
        return


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
    runs = max(4, STEPS // A_RUN)
    run_state_machine_as_test(
        Asking,
        settings=settings(
            max_examples=runs,
            stateful_step_count=A_RUN,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert Asking.taken > 0
