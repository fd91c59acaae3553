"""`python -m tests.bench.serving raw|bolt PORT SECRET`: what the bot is set against, over HTTP."""

import asyncio
import sys

from bot.listening import listening
from tests.bench.slack import acknowledged, bolt, raw


async def main(what: str, port: int, secret: str) -> None:
    app = raw(secret) if what == "raw" else bolt(secret, acknowledged)
    async with listening(app, "127.0.0.1", port):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
