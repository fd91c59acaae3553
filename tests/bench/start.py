"""From nothing to the first acknowledgement: a new process each time."""

import asyncio
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

import yaml
from pydantic import SecretStr
from slack_bolt.request.async_request import AsyncBoltRequest

from bot import ids
from bot.app import built
from bot.clock import system_clock
from bot.demo.school import demo_organisation
from bot.settings import Settings
from bot.stores import places
from storage.keyfile import KeyFile
from storage.migrate import migrate
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
WHOLE = "import sys; from tests.bench.start import main; main(sys.argv[1])"


def first_acks(folder: Path) -> list[Row]:
    install(folder)
    whole = _took(WHOLE, str(folder))
    return [Row("start to first ack", whole, _took(HELLO), "Bolt with one listener", aim=1.3)]


def install(folder: Path) -> None:
    """Key, store and files of an invented school."""
    settings = _settings(folder)
    KeyFile.create(settings.key_file, ids.random_bytes)
    migrate(places(settings))
    school = yaml.safe_dump(demo_organisation(system_clock().date()), allow_unicode=True)
    settings.organisation_file.write_text(school, encoding="utf-8")
    (folder / "policy.yaml").write_text(policy_text({}), encoding="utf-8")


def main(folder: str) -> None:
    asyncio.run(_first_ack(_settings(Path(folder))))


def _settings(folder: Path) -> Settings:
    return Settings(
        slack_bot_token=SecretStr("xoxb-1"),
        slack_app_token=SecretStr("xapp-1"),
        slack_signing_secret=SecretStr("0123456789abcdef0123456789abcdef"),
        database_url=f"sqlite:///{folder / 'wegwijzer.sqlite'}",
        key_file=folder / "wegwijzer.key",
        organisation_file=folder / "organisation.yaml",
        policy_file=folder / "policy.yaml",
        privacy_officer="bas@example.org",
    )


async def _first_ack(settings: Settings) -> None:
    body = {"command": "/zorgsignaal", "text": "hulp", "user_id": "U1", "trigger_id": "1"}
    async with built(settings, system_clock) as bot:
        request = AsyncBoltRequest(mode="socket_mode", body=body | {"team_id": "T1"})
        answer = await bot.slack.async_dispatch(request)
    if not answer.body:
        raise RuntimeError(answer.status)


def _took(program: str, *arguments: str) -> float:
    """Milliseconds, the median."""
    took = []
    for _ in range(TIMES):
        began = perf_counter()
        subprocess.run([sys.executable, "-c", program, *arguments], check=True)
        took.append(perf_counter() - began)
    return median(took) * 1000
