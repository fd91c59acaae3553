from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.demo.small_app import TEACHER, Stage
from tests.demo.views import Json


@dataclass
class Page:
    """What the page does: it reads and acts for one person over HTTP."""

    slack: Stage
    session: aiohttp.ClientSession
    person: str = TEACHER.id

    async def get(self, path: str, **query: str) -> Json:
        url = f"{self.slack.workspace.base_url}/demo/api/{path}"
        async with self.session.get(url, params=query) as answer:
            return dict(await answer.json())

    async def screen(self) -> Json:
        return await self.get("state", person=self.person)

    async def act(self, action: str, **fields: object) -> Json:
        status, body = await self.send(action, {"person": self.person, **fields})
        assert status == 200, body
        return dict(body)

    async def send(self, action: str, fields: object, **headers: str) -> tuple[int, Any]:
        url = f"{self.slack.workspace.base_url}/demo/api/{action}"
        async with self.session.post(url, json=fields, headers=headers) as answer:
            json = answer.content_type == "application/json"
            return answer.status, await (answer.json() if json else answer.text())
