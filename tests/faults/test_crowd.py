"""Several bots at one store on a PostgreSQL server, killed and replaced while they nudge."""

import os
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import psycopg
import pytest

from bot.demo.school import demo_organisation
from bot.demo.workspace import Workspace
from storage.keystore import create_keys
from storage.migrate import migrate
from storage.places import Places
from tests.conversations.installing import accounts_of, installed, workspace_of
from tests.conversations.stage import START
from tests.faults.chance import new_seed
from tests.faults.crowd import TODAY
from tests.faults.running import counted
from tests.storage.server import Server

KILLS = int(os.environ.get("CROWD_KILLS", "2"))
"""Of how many bots; `CROWD_KILLS=1000` takes its time."""

BOTS = (2, 4) if "CROWD_KILLS" in os.environ else (2,)


def received(workspace: Workspace) -> Counter[str]:
    """How often each message stands in chat, by what it was marked with."""
    chat = workspace.person("U001").desk.state.chat
    return Counter(
        str(one.metadata["event_payload"]["key"])
        for channel in chat.channels.values()
        for one in channel.values()
        if one.metadata
    )


def moment(today: Path) -> datetime:
    """Now, for the bots and for Slack."""
    return datetime.fromisoformat(today.read_text("utf-8")) if today.exists() else START


@pytest.mark.parametrize("bots", BOTS)
async def test_each_nudge_comes_once(
    bots: int, tmp_path: Path, server: Server, record_property: Callable[[str, object], None]
) -> None:
    """However many are killed on their way, every message arrives, and none a second time."""
    name, seed = f"crowd_{bots}", new_seed(os.environ.get("SEED"))
    server.create(name)
    school = demo_organisation(START.date())
    workspace = workspace_of(school, accounts_of(school), partial(moment, tmp_path / TODAY))
    await workspace.start()
    try:
        installed(tmp_path, school, workspace)
        places = Places.of(server.url(name), tmp_path / "crowd.keys.sqlite", tmp_path / "proof")
        create_keys(places)
        migrate(places)
        where = (places.url, workspace.api_url, workspace.bot_token)
        found = await counted("tests.faults.crowd", tmp_path, *where, bots, KILLS, seed)
        times = received(workspace)
        with psycopg.connect(host=str(server.socket), user="postgres", dbname=name) as database:
            states = database.execute("SELECT state, count(*) FROM outbox GROUP BY 1").fetchall()
    finally:
        await workspace.stop()
        server.drop(name)
    for key, value in {**found, "messages": len(times)}.items():
        record_property(key, value)

    assert (found["wrong"], found["kills"]) == ([], KILLS), seed
    assert states == [("sent", len(times))], seed
    assert {key: n for key, n in times.items() if n > 1} == {}, seed
