import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery import LESSON
from bot.health import checks
from bot.health.checks import CHECKS
from bot.health.server import LIVE, METRICS, READY, SERVICE_UNAVAILABLE
from bot.stores import places
from storage.errors import StoreBusyError
from storage.outbox import OutboxMessage
from tests.bot.health.conftest import Monitored
from tests.bot.house import NOW, RefusingStore, put
from tests.bot.slack.asgi_client import Answer, get

Json = dict[str, Any]


async def ready(monitored: Monitored) -> tuple[int, Json]:
    answer = await get(monitored.app, READY)
    return answer.status, json.loads(answer.body)


def bad(told: Json) -> list[str]:
    return [one["check"] for one in told["checks"] if not one["ok"]]


async def test_a_living_process_says_so(monitored: Monitored) -> None:
    """Also while something is wrong: a restart would not repair that."""
    monitored.seconds.now += 1000

    assert await get(monitored.app, LIVE) == Answer(200, b"ok\n")


async def test_a_bot_that_works_is_ready(monitored: Monitored) -> None:
    """Each check has one line of its own, in a fixed order, and none is red."""
    status, told = await ready(monitored)
    lines = (await get(monitored.app, READY)).body.decode().splitlines()

    assert (status, told["ready"], bad(told)) == (200, True, [])
    assert [one["check"] for one in told["checks"]] == list(CHECKS)
    assert [json.loads(line.rstrip(","))["check"] for line in lines[1:-1]] == list(CHECKS)


def fall_silent(monitored: Monitored) -> None:
    monitored.seconds.now += 61


def lose_the_key(monitored: Monitored) -> None:
    monitored.bot.settings.key_file.unlink()


def lose_the_store(monitored: Monitored) -> None:
    url = monitored.bot.settings.database_url
    database = places(monitored.bot.settings).keys.with_name("wegwijzer.sqlite")
    assert url.endswith(str(database))
    database.unlink()


SPOILED: dict[str, Callable[[Monitored], None]] = {
    "slack": fall_silent,
    "key": lose_the_key,
    "store": lose_the_store,
}


@pytest.mark.parametrize("name", SPOILED)
async def test_what_is_wrong_is_red_with_its_repair(monitored: Monitored, name: str) -> None:
    """Only that check is red, the answer is a 503, and it says what to do."""
    SPOILED[name](monitored)
    status, told = await ready(monitored)
    repairs = [one["repair"] for one in told["checks"] if not one["ok"]]

    assert (status, told["ready"], bad(told)) == (SERVICE_UNAVAILABLE, False, [name])
    assert all(repairs)


async def test_a_full_disk_is_red(monitored: Monitored, monkeypatch: pytest.MonkeyPatch) -> None:
    """As soon as there is no room to keep a signal, which is when people are told the same."""
    monkeypatch.setattr(checks, "LEAST_FREE", 10**18)

    assert bad((await ready(monitored))[1]) == ["disk"]


async def test_a_message_that_does_not_go_out_is_red(monitored: Monitored) -> None:
    """After ten minutes; one that was written down just now is not late."""
    store = monitored.bot.tools.store
    await store.write(lambda unit: put(unit, "a", "sam"))
    soon = bad((await ready(monitored))[1])
    monitored.clock.later(minutes=11)

    assert soon == []
    assert bad((await ready(monitored))[1]) == ["outbox"]


async def test_a_message_that_waits_for_a_lesson_to_end_is_not_late(monitored: Monitored) -> None:
    """Nor is what waits behind it for the same person; once the lesson is over it is."""
    store, later = monitored.bot.tools.store, NOW + timedelta(hours=1)
    await store.write(lambda unit: put(unit, "a", "sam"))
    await store.write(lambda unit: put(unit, "b", "sam"))
    await store.write(lambda unit: unit.outbox.retry(1, later, LESSON))
    found = {}
    for minutes in (30, 30, 11):
        monitored.clock.later(minutes=minutes)
        found[monitored.clock.now - NOW] = bad((await ready(monitored))[1])

    assert list(found.values()) == [[], [], ["outbox"]]


async def test_a_store_that_cannot_be_read_is_red(monitored: Monitored) -> None:
    """The monitor gets an answer all the same, also with the figures."""
    store: Any = RefusingStore(StoreBusyError())
    tools = replace(monitored.bot.tools, store=store)
    broken = replace(monitored, bot=replace(monitored.bot, tools=tools))

    assert bad((await ready(broken))[1]) == ["outbox"]
    assert (await get(broken.app, METRICS)).status == 200


async def test_over_http_there_is_no_socket_to_fall_silent(monitored: Monitored) -> None:
    """Slack calls when it has something; that nobody calls at night means nothing."""
    settings = monitored.bot.settings.model_copy(update={"slack_mode": "http"})
    http = replace(monitored, bot=replace(monitored.bot, settings=settings))
    http.seconds.now += 1000

    assert bad((await ready(http))[1]) == []


async def test_it_names_nobody(monitored: Monitored) -> None:
    """Whatever is wrong, no school, person, path or address is in the answer."""
    await monitored.bot.tools.store.write(
        lambda unit: unit.outbox.put(OutboxMessage("k", "sam", "digest", "", NOW, threaded=False))
    )
    monitored.clock.later(days=1)
    for spoil in SPOILED.values():
        spoil(monitored)
    told = (await get(monitored.app, READY)).body.decode()
    settings = monitored.bot.settings

    for secret in ("sam", "kompas", str(settings.key_file.parent), "example.org", "xoxb"):
        assert secret not in told
