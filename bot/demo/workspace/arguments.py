import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.identity import Json


@dataclass(frozen=True)
class Arguments:
    """The arguments of one Web API call, from a query, a form or a JSON body."""

    values: Json

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return "" if value is None else str(value)

    def required(self, name: str) -> str:
        value = self.text(name)
        if not value:
            raise SlackError("invalid_arguments", (f"[ERROR] missing required field: {name}",))
        return value

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in ("1", "true")

    def number(self, name: str, otherwise: int) -> int:
        value = self.text(name)
        if value and not value.isdecimal():
            raise SlackError("invalid_arguments", (f"[ERROR] must be a number: {name}",))
        return int(value) if value else otherwise

    def cursor(self) -> int:
        """Where the next page starts; the cursor of an earlier answer is that number."""
        value = self.text("cursor")
        if value and not value.isdecimal():
            raise SlackError("invalid_cursor")
        return int(value or 0)

    def given(self, name: str) -> bool:
        return self.values.get(name) is not None

    def objects(self, name: str, refusal: str) -> list[Json]:
        """A JSON array of objects; SlackError(`refusal`) when it is something else."""
        value = self._parsed(name, refusal)
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise SlackError(refusal)
        return value

    def object(self, name: str, refusal: str) -> Json:
        value = self._parsed(name, refusal)
        if not isinstance(value, dict):
            raise SlackError(refusal, (f"[ERROR] must be an object [json-pointer:/{name}]",))
        return value

    def _parsed(self, name: str, refusal: str) -> Any:  # noqa: ANN401 - any JSON value
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError as error:
            raise SlackError(refusal) from error


async def read_arguments(request: web.Request) -> Arguments:
    values: Json = dict(request.query)
    if request.content_type == "application/json":
        values |= _object(await request.text())
    elif request.method == "POST":
        values |= {key: str(value) for key, value in (await request.post()).items()}
    return Arguments(values)


def _object(body: str) -> Json:
    """Errors as in docs.slack.dev/apis/web-api, "JSON-encoded bodies"."""
    try:
        values = json.loads(body or "{}")
    except ValueError as error:
        raise SlackError("invalid_json") from error
    if not isinstance(values, dict):
        raise SlackError("json_not_object")
    return values
