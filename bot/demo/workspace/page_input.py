from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from aiohttp import web

from bot.demo.workspace.form import Value
from bot.demo.workspace.identity import Json


class BadRequest(Exception):  # noqa: N818 - the HTTP name
    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True)
class Input:
    """The JSON object that the page sent, read with a clear refusal for anything else."""

    fields: Json

    @classmethod
    async def read(cls, request: web.Request) -> Self:
        # Another site's page can send a form without asking, but not this content type.
        if request.content_type != "application/json":
            raise BadRequest("send a JSON object as application/json", 415)
        try:
            fields = await request.json()
        except ValueError as error:
            raise BadRequest("this is not JSON") from error
        if not isinstance(fields, dict):
            raise BadRequest("send a JSON object")
        return cls(fields)

    def text(self, name: str) -> str:
        value = self.fields.get(name)
        if value is not None and not isinstance(value, str):
            raise BadRequest(f"{name} must be a text")
        return value or ""

    def flag(self, name: str) -> bool:
        return self.fields.get(name) is True

    def object(self, name: str) -> Json:
        value = self.fields.get(name)
        if not isinstance(value, dict):
            raise BadRequest(f"{name} must be an object")
        return value

    def value(self, name: str) -> Value:
        return _value(self.fields.get(name))

    def values(self) -> Iterator[tuple[str, str, Value]]:
        """The `values` of a form, if given: block_id, action_id, value."""
        for block_id, actions in (self.object("values") if "values" in self.fields else {}).items():
            if not isinstance(actions, dict):
                raise BadRequest("values must be objects within an object")
            for action_id, value in actions.items():
                yield block_id, action_id, _value(value)


def _value(given: object) -> Value:
    if given is None or isinstance(given, str):
        return given
    if isinstance(given, list) and all(isinstance(one, str) for one in given):
        return [str(one) for one in given]
    raise BadRequest("a value is a text, a list of texts, or null")
