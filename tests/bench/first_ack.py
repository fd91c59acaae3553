"""`python -m tests.bench.first_ack FOLDER`: the bot on that folder, until it has acknowledged.

Imports nothing but the bot, for the imports are most of what is measured.
"""

import asyncio
import sys
from pathlib import Path

from pydantic import SecretStr
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.app import built
from bot.clock import system_clock
from bot.settings import Settings


def settings(folder: Path) -> Settings:
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


async def main(folder: Path) -> None:
    body = {"command": "/zorgsignaal", "text": "hulp", "user_id": "U1", "trigger_id": "1"}
    async with built(settings(folder), system_clock) as bot:
        request = AsyncBoltRequest(mode="socket_mode", body=body | {"team_id": "T1"})
        answer = await bot.slack.async_dispatch(request)
    if not answer.body:
        raise RuntimeError(answer.status)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
