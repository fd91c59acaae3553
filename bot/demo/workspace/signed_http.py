import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

import aiohttp

from bot.demo.workspace.courier import Envelope
from bot.demo.workspace.errors import NoAnswer
from bot.demo.workspace.identity import Json

FORM = "application/x-www-form-urlencoded"


@dataclass
class SignedHttp:
    """Delivers to the app's request URL, signed as Slack signs.

    Source: docs.slack.dev/authentication/verifying-requests-from-slack.
    """

    request_url: str
    signing_secret: str
    signed_at: Callable[[], datetime]
    session: aiohttp.ClientSession

    async def carry(self, envelope: Envelope) -> Json:
        content_type, body = _body(envelope)
        headers = {"Content-Type": content_type, **self._signature(body), **_retry(envelope)}
        try:
            async with self.session.post(self.request_url, data=body, headers=headers) as answer:
                return await _ack(answer)
        except aiohttp.ClientConnectionError as failure:
            raise NoAnswer("dispatch_failed", "connection_failed") from failure
        except (aiohttp.ClientError, ValueError) as failure:
            raise NoAnswer("dispatch_failed", "http_error") from failure
        except TimeoutError as failure:
            raise NoAnswer("app_did_not_respond") from failure

    def _signature(self, body: bytes) -> dict[str, str]:
        timestamp = str(int(self.signed_at().timestamp()))
        base = f"v0:{timestamp}:".encode() + body
        digest = hmac.new(self.signing_secret.encode(), base, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


def _body(envelope: Envelope) -> tuple[str, bytes]:
    match envelope.kind:
        case "slash_commands":
            return FORM, urlencode(_as_form(envelope.payload), errors="surrogatepass").encode()
        case "interactive":
            return FORM, urlencode({"payload": json.dumps(envelope.payload)}).encode()
        case _:
            return "application/json", json.dumps(envelope.payload).encode()


def _as_form(payload: Json) -> Json:
    """A form has no booleans: Slack writes false."""
    return {key: "false" if value is False else value for key, value in payload.items()}


def _retry(envelope: Envelope) -> dict[str, str]:
    if not envelope.retry:
        return {}
    reason = "http_timeout" if envelope.reason == "timeout" else envelope.reason
    return {"X-Slack-Retry-Num": str(envelope.retry), "X-Slack-Retry-Reason": reason}


async def _ack(answer: aiohttp.ClientResponse) -> Json:
    if answer.status != 200:  # noqa: PLR2004 - Slack takes only 200 for an ack
        raise NoAnswer("dispatch_failed", "http_error")
    text = await answer.text()
    if answer.content_type == "application/json" and text:
        parsed: Json = json.loads(text)
        return parsed
    return {"text": text} if text else {}
