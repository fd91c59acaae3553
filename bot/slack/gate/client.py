"""The only client of Slack's Web API that the process has."""

from typing import Any

from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.slack.gate.gate import Gate

Json = dict[str, Any]


class GatedClient(AsyncWebClient):
    """Every method of the SDK's client ends in `api_call`, and there it meets the gate.

    It tries nothing again by itself: a pause that Slack asks for is one for all (`tiers`).
    """

    def __init__(
        self, gate: Gate, base_url: str, session: ClientSession, *, token: str = ""
    ) -> None:
        super().__init__(token or None, base_url, session=session, retry_handlers=[])
        self.gate = gate
        self.sends_over = session

    async def api_call(  # type: ignore[override]  # noqa: PLR0913 - narrower: what is left out here cannot be sent
        self,
        api_method: str,
        *,
        http_verb: str = "POST",
        data: Json | None = None,
        json: Json | None = None,
        params: Json | None = None,
        headers: Json | None = None,
        auth: Json | None = None,
    ) -> AsyncSlackResponse:
        """As the SDK's own; GateError before anything is sent that may not be.

        What an app names itself with (`auth`) goes along as arguments: Slack takes both, and the
        SDK's way is one that aiohttp is to drop.
        """
        body = {**(data or {}), **(auth or {})} or None
        self.gate.check_call(api_method, {**(json or {}), **(params or {}), **(body or {})})
        return await super().api_call(
            api_method,
            http_verb=http_verb,
            data=body,
            json=json,
            params=params,
            headers=headers,
        )


def without_token(client: GatedClient) -> GatedClient:
    """One that calls the same address and says nothing of who it is."""
    return GatedClient(client.gate, client.base_url, client.sends_over)
