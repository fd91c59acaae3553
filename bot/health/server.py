"""A small server beside the bot, for monitors: apart from what Slack reaches, in either mode."""

import json
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.doctor_messages import waiting_for
from bot.doctor_room import free_bytes
from bot.finding import Finding
from bot.health.checks import Health
from bot.health.metrics import Metrics
from bot.listening import listening
from storage.errors import StoreError
from storage.unit import Unit

LIVE, READY, METRICS = "/healthz/live", "/healthz/ready", "/metrics"
SERVICE_UNAVAILABLE = 503


@asynccontextmanager
async def monitored(health: Health, metrics: Metrics) -> AsyncIterator[None]:
    """Answering on HEALTH_HOST and HEALTH_PORT, unless that is 0; OSError if it is taken."""
    where = health.settings
    if not where.health_port:
        yield
        return
    async with listening(monitor(health, metrics), where.health_host, where.health_port):
        yield


def monitor(health: Health, metrics: Metrics) -> Starlette:
    pages = _Pages(health, metrics)
    return Starlette(
        routes=[Route(LIVE, pages.live), Route(READY, pages.ready), Route(METRICS, pages.metrics)]
    )


@dataclass(frozen=True, slots=True)
class _Pages:
    health: Health
    figures: Metrics

    async def live(self, _: Request) -> Response:
        """That the process answers at all; whoever restarts it should look at this one."""
        return PlainTextResponse("ok\n")

    async def ready(self, _: Request) -> Response:
        found = await self.health.examined()
        status = 200 if _all_well(found) else SERVICE_UNAVAILABLE
        return Response(_told(found), status, media_type="application/json")

    async def metrics(self, _: Request) -> Response:
        for found in await self.health.examined():
            self.figures.checks.labels(found.name).set(found.ok is True)
        self.figures.silence.set(self.health.ear.silence())
        self.figures.disk.set(free_bytes(self.health.settings) or 0)
        await self._count()
        return Response(self.figures.page(), media_type=CONTENT_TYPE_LATEST)

    async def _count(self) -> None:
        """What cannot be read now keeps its last figure; the checks say that something is wrong."""
        try:
            await self.health.tools.store.read(self._of_store, whole_board=True)
        except StoreError:
            return

    def _of_store(self, unit: Unit) -> None:
        now, counts = self.health.tools.clock(), unit.outbox.counts()
        for state in ("waiting", "sent", "dead", "dropped"):
            self.figures.outbox.labels(state).set(counts.get(state, 0))
        self.figures.oldest.set(waiting_for(unit, now).total_seconds())
        self.figures.due.set(unit.due.waiting(now))
        self.figures.erased.set(unit.erased.count())


def _all_well(found: Iterable[Finding]) -> bool:
    return all(one.ok for one in found)


def _told(found: tuple[Finding, ...]) -> str:
    """JSON in which each check has a line of its own."""
    checks = ",\n".join(json.dumps(_check(one)) for one in found)
    return f'{{"ready": {json.dumps(_all_well(found))}, "checks": [\n{checks}\n]}}\n'


def _check(found: Finding) -> dict[str, object]:
    repair = {} if found.ok else {"repair": found.repair}
    return {"check": found.name, "ok": found.ok is True, "says": found.says, **repair}
