"""Slack without a network: the local workspace behind our own client, with trouble if asked for."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random  # noqa: TID251 - seeded: the same in each run
from typing import Any, cast

from aiohttp import ClientConnectionError, ClientSession
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.demo.workspace import Member, Workspace
from bot.demo.workspace.arguments import Arguments
from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.webapi import METHODS
from bot.slack.gate.client import GatedClient
from bot.slack.gate.gate import Gate

Json = dict[str, Any]
LATENCY, HANG = 0.2, 10.0
MINUTE, MOST = 60, {"Tier3": 50, "Tier4": 100, "SpecialTier_chat_postMessage": 300}
CHAT_SECONDS, CHAT_MOST = 10, 13
"""A message a second in one chat, and three more at once."""


@dataclass(frozen=True)
class Trouble:
    """Chances of each; half of those that break off had done their work all the same."""

    limited: float = 0.0
    failed: float = 0.0
    hangs: float = 0.0
    reset: float = 0.0

    def drawn(self, dice: Random) -> str:
        kinds = ("limited", "failed", "hangs", "reset", "well")
        chances = (self.limited, self.failed, self.hangs, self.reset)
        return dice.choices(kinds, (*chances, 1 - sum(chances)))[0]


@dataclass
class Ledger:
    """How often what was asked and went wrong, and how often we were faster than Slack allows."""

    calls: Counter[str] = field(default_factory=Counter)
    trouble: Counter[str] = field(default_factory=Counter)
    too_fast: int = 0
    moments: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def keep(self, name: str, now: float, seconds: float, most: int) -> None:
        kept = [one for one in self.moments[name] if now - one < seconds - LATENCY]
        self.moments[name] = [*kept, now]
        self.too_fast += len(kept) >= most


class FalteringClient(GatedClient):
    """Each call takes its time, and meets the trouble that the dice say."""

    def __init__(
        self,
        workspace: Workspace,
        gate: Gate,
        dice: Random,
        tiers: Mapping[str, str],
        trouble: Trouble,
    ) -> None:
        super().__init__(gate, "http://127.0.0.1:9/", cast("ClientSession", None))
        self.ledger = Ledger()
        self._desk = workspace.person(next(iter(workspace.members)).id).desk
        self._dice, self._tiers, self._trouble = dice, tiers, trouble

    async def api_call(
        self,
        api_method: str,
        **sent: Any,  # noqa: ANN401 - as the client takes them
    ) -> AsyncSlackResponse:
        parts = (sent.get(name) or {} for name in ("json", "params", "data"))
        arguments = {key: value for part in parts for key, value in part.items()}
        self.gate.check_call(api_method, arguments)
        self._note(api_method, arguments)
        await asyncio.sleep(LATENCY)
        kind = self._trouble.drawn(self._dice)
        self.ledger.trouble[kind] += 1
        done = kind == "well" or (kind != "limited" and self._dice.random() < 1 / 2)
        answer = self._done(api_method, arguments) if done else {}
        return await self._answered(kind, answer)

    def _note(self, method: str, arguments: Json) -> None:
        now = asyncio.get_running_loop().time()
        self.ledger.calls[method] += 1
        self.ledger.keep(method, now, MINUTE, MOST[self._tiers[method]])
        if method == "chat.postMessage":
            self.ledger.keep(arguments["channel"], now, CHAT_SECONDS, CHAT_MOST)

    def _done(self, method: str, arguments: Json) -> Json:
        given = {key: value for key, value in arguments.items() if value is not None}
        try:
            return {"ok": True, **METHODS[method].run(self._desk, Arguments(given))}
        except SlackError as error:
            return {"ok": False, "error": error.code}

    async def _answered(self, kind: str, answer: Json) -> AsyncSlackResponse:
        if kind == "hangs":
            await asyncio.sleep(HANG)
            raise TimeoutError
        if kind == "reset":
            raise ClientConnectionError
        if kind == "limited":
            wait = {"Retry-After": str(self._dice.randint(1, 30))}
            return self._response({"ok": False, "error": "ratelimited"}, 429, wait)
        if kind == "failed":
            return self._response({"ok": False, "error": "internal_error"}, 500, {})
        return self._response(answer, 200, {})

    def _response(
        self, answer: Json, status: int, headers: Mapping[str, str]
    ) -> AsyncSlackResponse:
        response = AsyncSlackResponse(
            client=self,
            http_verb="POST",
            api_url="",
            req_args={},
            data=answer,
            headers=dict(headers),
            status_code=status,
        )
        response.validate()  # type: ignore[no-untyped-call]  # of the SDK
        return response


def staff_of(many: int) -> list[Member]:
    return [Member(f"U{n:04}", f"Iemand {n}", f"p{n}@school.example") for n in range(many)]
