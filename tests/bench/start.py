"""From nothing to the first acknowledgement: a new process each time."""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

import yaml

from bot import ids
from bot.clock import system_clock
from bot.demo.school import demo_organisation
from bot.stores import places
from storage.keyfile import KeyFile
from storage.migrate import migrate
from tests.bench.first_ack import settings
from tests.bench.row import Row
from tests.conversations.installing import policy_text

TIMES = 5
HELLO = """
import asyncio
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest

async def authorize():
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1")

async def main():
    app = AsyncApp(authorize=authorize, signing_secret="s", process_before_response=True)
    @app.command("/zorgsignaal")
    async def hear(ack):
        await ack()
    body = {"command": "/zorgsignaal", "user_id": "U1", "team_id": "T1", "trigger_id": "1"}
    answer = await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
    assert answer.status == 200

asyncio.run(main())
"""


def first_acks(folder: Path) -> list[Row]:
    install(folder)
    whole = _took("-m", "tests.bench.first_ack", str(folder))
    hello, store = _took("-c", HELLO), _took("-c", "import sqlmodel, cryptography")
    return [
        Row("start to first ack", whole, hello, "Bolt with one listener", aim=1.3),
        Row("start to first ack", whole, hello + store, "Bolt, and importing sqlmodel beside it"),
    ]


def install(folder: Path) -> None:
    """Key, store and files of an invented school."""
    found = settings(folder)
    KeyFile.create(found.key_file, ids.random_bytes)
    migrate(places(found))
    school = yaml.safe_dump(demo_organisation(system_clock().date()), allow_unicode=True)
    found.organisation_file.write_text(school, encoding="utf-8")
    (folder / "policy.yaml").write_text(policy_text({}), encoding="utf-8")


def _took(*arguments: str) -> float:
    """Milliseconds, the median."""
    took = []
    for _ in range(TIMES):
        began = perf_counter()
        subprocess.run([sys.executable, *arguments], check=True)
        took.append(perf_counter() - began)
    return median(took) * 1000
