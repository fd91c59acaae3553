from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import cached_property
from time import monotonic

import pytest
from aiohttp import ClientSession, ClientTimeout

from bot.demo.workspace import Member, Person, Workspace
from bot.slack.client import SlackPostman
from bot.slack.gate.client import GatedClient
from bot.slack.gate.gate import Gate
from bot.slack.manifest import load_manifest
from bot.slack.tiers import Tiers
from bot.slack.windows import Windows
from dialogs.texts import Texts
from tests.demo.small_app import Hands
from tests.words import load

TEACHER, LEFT, GUEST, COLLEAGUE = "U1", "U2", "U3", "U4"
HANDLE = "A" * 20
PATIENCE = ClientTimeout(total=0.3)
MEMBERS = (
    Member(TEACHER, "Sanne Voorbeeld", "teacher@school.example"),
    Member(LEFT, "Otto Voorbeeld", "left@school.example", deleted=True),
    Member(GUEST, "Gast Voorbeeld", "guest@school.example", is_restricted=True),
    Member(COLLEAGUE, "Kees Voorbeeld", "colleague@school.example"),
)


@dataclass
class Line:
    """Our own side of the Web API, and the workspace on the other side of it."""

    workspace: Workspace
    client: GatedClient
    hands: Hands
    texts: Texts
    tiers: Tiers

    @cached_property
    def postman(self) -> SlackPostman:
        return SlackPostman(self.client, self.texts, self.hands.now, self.tiers)

    @property
    def windows(self) -> Windows:
        return Windows(self.client, self.texts)

    @property
    def teacher(self) -> Person:
        return self.workspace.person(TEACHER)

    def calls(self, method: str) -> int:
        return [call.method for call in self.workspace.log].count(method)


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    """A workspace with the scopes of the manifest, and a client that is soon out of patience."""
    hands = Hands()
    workspace = Workspace(
        list(MEMBERS),
        now=hands.now,
        ids=hands.ids,
        patience=hands.patience,
        scopes=load_manifest().scopes,
    )
    await workspace.start()
    async with ClientSession(timeout=PATIENCE) as session:
        texts = load("nl")
        gate = Gate(texts)
        gate.know(["Iemand van school", "020-0000000"])
        token = workspace.bot_token
        client = GatedClient(gate, workspace.api_url, session, token=token)
        yield Line(workspace, client, hands, texts, Tiers(monotonic))
    workspace.faults.release()
    await workspace.stop()
