"""What the small app does when it is called; each returns what it will have seen."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from tests.demo.small_app import Stage

Json = dict[str, Any]


def opens(slack: Stage, view: Json) -> list[Json]:
    """`/zorgsignaal` opens this modal."""
    seen: list[Json] = []

    @slack.app.command("/zorgsignaal")
    async def command(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        seen.append(body)
        await client.views_open(trigger_id=body["trigger_id"], view=view)
        await ack()

    return seen


def says(slack: Stage, **answer: object) -> list[Json]:
    """`/zorgsignaal` is answered privately, or with nothing."""
    seen: list[Json] = []

    @slack.app.command("/zorgsignaal")
    async def command(ack: AsyncAck, body: Json) -> None:
        seen.append(body)
        await ack(answer or "")

    return seen


def submitted(slack: Stage, **answer: object) -> list[Json]:
    """Every submission is acknowledged with this; answers the values that were sent."""
    seen: list[Json] = []

    @slack.app.view("signal")
    async def submission(ack: AsyncAck, body: Json) -> None:
        seen.append(body["view"]["state"]["values"])
        await ack(answer or "")

    return seen


def closed(slack: Stage) -> list[Json]:
    seen: list[Json] = []

    @slack.app.view_closed("signal")
    async def view_closed(ack: AsyncAck, body: Json) -> None:
        seen.append(body)
        await ack()

    return seen


def pressed(slack: Stage, action_id: str = "open") -> list[Json]:
    seen: list[Json] = []

    @slack.app.action(action_id)
    async def action(ack: AsyncAck, body: Json) -> None:
        seen.append(body)
        await ack()

    return seen


def hears(slack: Stage, name: str) -> list[Json]:
    """The payloads of one kind of event, each acknowledged."""
    seen: list[Json] = []

    @slack.app.event(name)
    async def event(body: Json) -> None:
        seen.append(body)

    return seen
