"""The only Bolt app that the process has: what it answers to Slack passes the gate as well."""

import json
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.slack.gate.client import GatedClient, without_token
from bot.slack.gate.gate import Gate, GateError

Authorize = Callable[[str | None], Awaitable[AuthorizeResult]]


class GatedApp(AsyncApp):
    """Bolt, without its own ways to chat: no client that skips the gate, and no response_url."""

    def __init__(
        self,
        gate: Gate,
        client: GatedClient,
        signing_secret: str,
        around: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        async def ours(team_id: str | None) -> AuthorizeResult:
            """Bolt would ask auth.test first, and the trigger of a first command does not wait."""
            return AuthorizeResult(enterprise_id=None, team_id=team_id, bot_token=client.token)

        self._gate = gate
        self._gated = client
        self._around = around
        super().__init__(
            # With a token of its own it would complain that `ours` has one too.
            client=without_token(client),
            authorize=ours,
            signing_secret=signing_secret,
            # It answers once the listener is done: polling for the ack costs 10 ms.
            process_before_response=True,
        )

    async def async_dispatch(self, req: AsyncBoltRequest) -> BoltResponse:
        """As Bolt's own, in the context `around`; what may not be sent becomes an empty refusal."""
        with self._around():
            answer = await super().async_dispatch(req)
            return self._checked(answer)

    def _checked(self, answer: BoltResponse) -> BoltResponse:
        try:
            self._check(answer)
        except GateError:
            return BoltResponse(status=500, body="")
        return answer

    def _check(self, answer: BoltResponse) -> None:
        if answer.status != 200:  # noqa: PLR2004 - the one status with something in it
            answer.body = ""
        elif answer.body:
            self._gate.check_answer(_read(answer.body))

    def _init_context(self, req: AsyncBoltRequest) -> None:
        """Bolt makes a client for each request, and `respond` one that goes to any address."""
        super()._init_context(req)
        req.context["client"] = self._gated
        req.context["response_url"] = None


def _read(body: str) -> object:
    """Bolt answers with JSON, or with a bare text that is shown privately."""
    try:
        return json.loads(body)
    except ValueError:
        return {"text": body}
