import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.workspace import Workspace
from bot.demo.workspace.timing import Timestamps
from tests.demo.small_app import TEACHER, Hands, new_workspace, stage
from tests.demo.views import home, section


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "demo" / "chat.json"


async def played(file: Path) -> None:
    """A message that was read, one that was not, a reply and a Home tab."""
    async with stage(state=file) as slack:
        root = await slack.post("Er staat iets klaar.", blocks=[section()])
        slack.teacher.read()
        await slack.post("Er staat iets nieuws klaar.", thread_ts=root)
        await slack.client.views_publish(user_id=TEACHER.id, view=home())


def kept(file: Path) -> list[str]:
    """The texts in the file."""
    return [one["text"] for one in json.loads(file.read_text(encoding="utf-8"))["messages"]]


def files_beside(file: Path) -> dict[str, int]:
    """Name and access bits of every file in the folder."""
    return {one.name: stat.S_IMODE(one.stat().st_mode) for one in file.parent.iterdir()}


def reopened(file: Path) -> Workspace:
    return new_workspace(Hands(), state=file)


async def test_chat_is_there_after_a_restart(file: Path) -> None:
    """Messages, threads, Home and what was read are kept between runs."""
    await played(file)

    teacher = reopened(file).person(TEACHER.id)

    [root] = teacher.messages()
    assert root.shown == ["Goed dat je hier bent."]
    assert [one.text for one in teacher.thread(root.ts)] == ["Er staat iets nieuws klaar."]
    assert teacher.unread == 1
    assert teacher.home() is not None


async def test_message_ids_keep_rising_after_a_restart(file: Path) -> None:
    """A message after a restart comes after all that were there."""
    await played(file)
    async with stage(state=file) as slack:
        newest = max(one["ts"] for one in slack.workspace.chat_text()["messages"])
        later = await slack.post()

    assert later > newest


async def test_the_file_is_only_for_its_owner(file: Path) -> None:
    """Nobody else on the machine reads the chat, and no half-written file stays."""
    await played(file)

    assert files_beside(file) == {"chat.json": 0o600}
    assert kept(file) == ["Er staat iets klaar.", "Er staat iets nieuws klaar."]


async def test_reset_empties_everything(file: Path) -> None:
    """After a reset there is nothing on any screen and nothing in the file."""
    await played(file)
    workspace = reopened(file)

    workspace.reset()

    teacher = workspace.person(TEACHER.id)
    assert (teacher.messages(), teacher.home(), teacher.unread) == ([], None, 0)
    assert files_beside(file) == {}


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1))  # noqa: DTZ001 - made aware below


@given(st.lists(MOMENTS, min_size=2, max_size=20))
def test_message_ids_rise_whatever_the_clock_does(moments: list[datetime]) -> None:
    """A clock that stands still or is put back never gives an id that is not later."""
    clock = iter(moments)
    times = Timestamps(lambda: next(clock).replace(tzinfo=UTC))

    made = [times.next() for _ in moments]

    assert made == sorted(set(made))
    assert all(len(one.partition(".")[2]) == 6 for one in made)


async def test_an_answer_address_expires(file: Path) -> None:
    """Half an hour after an interaction its answer address is closed."""
    hands = Hands()
    workspace = new_workspace(hands)
    state = workspace.person(TEACHER.id).desk.state
    first = state.response_url(TEACHER.id, TEACHER.dm, None)

    hands.moment += timedelta(minutes=30)
    second = state.response_url(TEACHER.id, TEACHER.dm, None)

    assert list(state.response_urls) == [second]
    assert first != second
