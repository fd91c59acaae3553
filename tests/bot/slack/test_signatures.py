"""Forged and stale requests in great number: none is accepted, and none leaves a trace of text."""

import logging
import os
from collections import Counter
from collections.abc import Iterator
from itertools import cycle, islice

import pytest

from bot.slack.http import PATH
from tests.bot.slack.asgi_client import post
from tests.bot.slack.test_http import HEARD, altered, app, command, signed

COUNT = int(os.environ.get("SIGNATURES", "1000"))
"""100,000 in the long form: SIGNATURES=100000."""

SIGNATURE, TIMESTAMP = "X-Slack-Signature", "X-Slack-Request-Timestamp"
WORDS = "Kim Zomer"
Forged = tuple[bytes, dict[str, str]]


def of_signature(text: str, number: int) -> Iterator[str]:
    """What could be made of a signature or a moment, by a slip or on purpose."""
    yield altered(text.encode(), number, 1 + number % 255).decode("latin-1")
    yield text[: number % len(text)]
    yield text + text[-1]
    yield text.replace("v0=", "v1=") if text.startswith("v0") else f"{text}.0"
    yield text.swapcase() + " x"
    yield ("", "v0=", "-1", "9" * 40, "nan", "0x1", "1e99", "\xff")[number % 8]


def forgeries() -> Iterator[Forged]:
    """Without end, each another: the body, the moment, the signature, or all of them."""
    for number in cycle(range(10**6)):
        body = command(f"{WORDS} {number}")
        headers = signed(body)
        for name in (SIGNATURE, TIMESTAMP):
            for forged in of_signature(headers[name], number):
                yield body, {**headers, name: forged}
        yield altered(body, number, 1 + number % 255), headers
        yield body[: number % len(body)], headers
        yield body + b"&x", headers
        yield body, signed(body, secret=f"{number:032}")
        yield body, signed(body, age=301 + number)
        yield body, signed(body, age=-301 - number)
        yield body, {name: text for name, text in headers.items() if name != SIGNATURE}
        yield body, {name: text for name, text in headers.items() if name != TIMESTAMP}


async def test_no_forged_or_stale_request_is_accepted(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each is refused alike, nobody hears of it, and no log has a traceback or a word of it."""
    HEARD.clear()
    caplog.set_level(logging.DEBUG)
    answers: Counter[tuple[int, bytes]] = Counter()
    for body, headers in islice(forgeries(), COUNT):
        answer = await post(app(), PATH, [body], headers)
        answers[answer.status, answer.body] += 1
    written = caplog.text + "".join(capfd.readouterr())

    assert answers == {(401, b""): COUNT}
    assert HEARD == []
    assert [record for record in caplog.records if record.exc_info] == []
    assert "Traceback" not in written
    assert WORDS not in written
