from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.demo.clock import DemoClock
from bot.demo.routes import add_page
from bot.demo.school import demo_calendar, demo_organisation

TODAY = date(2026, 11, 24)
Client = TestClient[web.Request, web.Application]


@pytest.fixture
def moves() -> list[str]:
    return []


@pytest.fixture
async def client(moves: list[str]) -> AsyncIterator[Client]:
    clock = DemoClock(lambda: datetime(2026, 11, 24, 9, 0, tzinfo=UTC), demo_calendar())

    async def moved() -> None:
        moves.append(str(clock.today()))

    app = web.Application()
    add_page(app, clock, demo_organisation(TODAY), moved)
    async with TestClient(TestServer(app)) as running:
        yield running


async def test_the_page_and_its_parts_come_with_a_strict_policy(client: Client) -> None:
    """Page, scripts and styles may load nothing from elsewhere and are never kept."""
    for path in ("/", "/page/js/main.js", "/page/css/base.css"):
        answer = await client.get(path)

        assert answer.status == 200
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'; ")
        assert answer.headers["Cache-Control"] == "no-store"


async def test_nothing_outside_the_page_is_served(client: Client) -> None:
    """A path that climbs out of the page's folder leads nowhere."""
    answer = await client.get("/page/..%2fclock.py")

    assert answer.status in (403, 404)


@pytest.mark.parametrize(
    "body, today",
    [
        ({"to": "hour"}, "2026-11-24"),
        ({"to": "school_day"}, "2026-11-25"),
        ({"to": "2026-12-08"}, "2026-12-08"),
    ],
)
async def test_the_clock_is_moved_and_its_keeper_told(
    client: Client, moves: list[str], body: object, today: str
) -> None:
    """A move answers the new time after the caller has done what was due."""
    answer = await client.post("/demo/api/clock", json=body)

    assert (await answer.json())["today"] == today
    assert moves == [today]
    assert await (await client.get("/demo/api/clock")).json() == await answer.json()


@pytest.mark.parametrize(
    "body, reason",
    [
        ({"to": "2026-11-24"}, "past"),
        ({"to": "2030-01-01"}, "far"),
        ({"to": "morgen"}, "unknown"),
        ({"to": 3}, "unknown"),
        ([], "unknown"),
    ],
)
async def test_a_wrong_move_is_an_answer_and_moves_nothing(
    client: Client, moves: list[str], body: object, reason: str
) -> None:
    """What the clock cannot do is answered with the reason."""
    answer = await client.post("/demo/api/clock", json=body)

    assert await answer.json() == {"ok": False, "error": reason}
    assert moves == []


async def test_text_that_is_no_json_moves_nothing(client: Client, moves: list[str]) -> None:
    """A broken body is a wrong move; another content type is refused, as another site sends it."""
    json = {"Content-Type": "application/json"}

    broken = await client.post("/demo/api/clock", data="{", headers=json)
    plain = await client.post("/demo/api/clock", data='{"to": "hour"}')

    assert await broken.json() == {"ok": False, "error": "unknown"}
    assert plain.status == 415
    assert moves == []


async def test_roles_and_schools_are_found_by_address(client: Client) -> None:
    """The page learns by e-mail address what each member does and where."""
    answer = await client.get("/demo/api/organisation")

    people = {one["email"]: one for one in (await answer.json())["people"]}
    assert people["bas@example.org"] == {
        "email": "bas@example.org",
        "roles": ["admin", "director"],
        "schools": ["De Verzonnen Regenboog"],
    }
