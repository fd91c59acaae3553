"""A real, small Bolt app beside a workspace: what the tests of the workspace drive."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.demo.workspace import Member, Person, Workspace

TEACHER = Member("U1TEACHER", "Sanne Voorbeeld", "sanne@school.example")
INTERN_BEGELEIDER = Member("U2IB", "Ilse Voorbeeld", "ilse@school.example")
EVENTS = ("app_home_opened", "message.im", "app_mention")
SCOPES = (
    "app_mentions:read",
    "chat:write",
    "commands",
    "im:history",
    "im:write",
    "users:read",
    "users:read.email",
)


@dataclass
class Hands:
    """A clock that only moves when it is told to, and a patience that only ends when told to."""

    moment: datetime = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    _numbers: Any = field(default_factory=lambda: count(1))
    gives_up: asyncio.Event = field(default_factory=asyncio.Event)

    def now(self) -> datetime:
        return self.moment

    def ids(self, start: str) -> str:
        return f"{start}{next(self._numbers):08d}"

    def later(self, **by: float) -> None:
        self.moment += timedelta(**by)

    async def patience(self) -> None:
        """Until it is told to end; a test whose app forgets to answer fails and does not hang."""
        with suppress(TimeoutError):
            async with asyncio.timeout(5):
                await self.gives_up.wait()


@dataclass
class Stage:
    """A workspace, the people in it and the app that serves it."""

    workspace: Workspace
    app: AsyncApp
    client: AsyncWebClient
    hands: Hands
    sockets: list[AsyncSocketModeHandler] = field(default_factory=list)

    async def connect(self) -> AsyncSocketModeHandler:
        """One more process that serves the same app over Socket Mode."""
        handler = AsyncSocketModeHandler(self.app, self.workspace.app_token, web_client=self.client)
        self.sockets.append(handler)
        await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt has no types here
        await self.workspace.connections(len(self.sockets))
        return handler

    async def close(self) -> None:
        for handler in self.sockets:
            await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt has no types here
        await self.workspace.stop()

    @property
    def teacher(self) -> Person:
        return self.workspace.person(TEACHER.id)

    @property
    def intern_begeleider(self) -> Person:
        return self.workspace.person(INTERN_BEGELEIDER.id)

    async def post(self, text: str = "Er staat iets klaar.", **extra: object) -> str:
        """A message of the bot to the teacher; answers its ts."""
        sent: Any = {"channel": TEACHER.id, "text": text, **extra}
        answer = await self.client.chat_postMessage(**sent)
        return str(answer["ts"])


def new_workspace(hands: Hands, **settings: Any) -> Workspace:  # noqa: ANN401 - passed on as they are
    return Workspace(
        [TEACHER, INTERN_BEGELEIDER],
        now=hands.now,
        ids=hands.ids,
        patience=hands.patience,
        **{"events": EVENTS, "scopes": SCOPES, **settings},
    )


def new_app(workspace: Workspace) -> tuple[AsyncApp, AsyncWebClient]:
    client = AsyncWebClient(
        token=workspace.bot_token, base_url=workspace.api_url, retry_handlers=[], timeout=5
    )
    app = AsyncApp(
        client=client,
        signing_secret=workspace.signing_secret,
        process_before_response=True,
        raise_error_for_unhandled_request=True,
    )

    @app.error
    async def unhandled(error: Exception, body: dict[str, Any]) -> BoltResponse | None:
        """Events that a test is not about are acknowledged; anything else is a mistake."""
        heard = isinstance(error, BoltUnhandledRequestError) and "event" in body
        if not heard:
            raise error
        return BoltResponse(status=200)

    return app, client


@asynccontextmanager
async def stage(**settings: Any) -> AsyncIterator[Stage]:  # noqa: ANN401 - passed on as they are
    """A running workspace with an app connected over Socket Mode."""
    hands = Hands()
    workspace = new_workspace(hands, **settings)
    await workspace.start()
    app, client = new_app(workspace)
    running = Stage(workspace, app, client, hands)
    try:
        await running.connect()
        yield running
    finally:
        await running.close()
