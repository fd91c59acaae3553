"""What no honest person sends: a payload of before, as it was or with something changed in it."""

import json
from collections.abc import Callable
from copy import deepcopy

from slack_bolt.request.async_request import AsyncBoltRequest

from tests.conversations.installing import Data
from tests.conversations.stage import Stage

Change = Callable[[Data], object]


def nothing(_payload: Data) -> None:
    """Leave it as it was."""


async def again(stage: Stage, kind: str, change: Change = nothing) -> Data:
    """Deliver the newest payload of this `type` once more, changed; what the bot answers.

    A command has no type: its kind is "slash_commands".
    """
    sent = (one for one in reversed(stage.workspace.sent) if kind in (one.kind, _type(one.payload)))
    payload = deepcopy(next(sent).payload)
    change(payload)
    answer = await stage.bot.slack.async_dispatch(
        AsyncBoltRequest(mode="socket_mode", body=payload)
    )
    await stage.settled()

    assert answer.status == 200
    return _read(answer.body)


def _type(payload: Data) -> object:
    return payload.get("type")


def _read(body: str) -> Data:
    if body.startswith("{"):
        found: Data = json.loads(body)
        return found
    return {"text": body} if body else {}


def by(account: str) -> Change:
    """Somebody else sends it."""
    return lambda payload: payload["user"].update(id=account)


def pressed(handle: str) -> Change:
    """The button held another handle."""
    return lambda payload: payload["actions"][0].update(value=handle)


def about(handle: str) -> Change:
    """The form was about another handle."""
    return lambda payload: payload["view"].update(private_metadata=handle)


def filled(block_id: str, **state: object) -> Change:
    """A field held what it cannot hold."""

    def change(payload: Data) -> None:
        (element,) = payload["view"]["state"]["values"][block_id].values()
        element.update(state)

    return change
