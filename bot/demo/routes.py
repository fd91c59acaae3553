"""The page and what only the demo has: a clock to move, and who is who at the school."""

import json
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.demo.clock import DemoClock, WrongMoveError

PAGE = Path(__file__).with_name("page")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def add_page(
    app: web.Application,
    clock: DemoClock,
    organisation: dict[str, Any],
    moved: Callable[[], Awaitable[None]],
) -> None:
    """Add the page to the workspace's application, before that is started.

    `moved` is awaited after every move of the clock: the caller keeps the offset and lets the
    bot do what has become due.
    """
    app.router.add_get("/", _index)
    app.router.add_static("/page/", PAGE)
    app.router.add_get("/demo/api/clock", _clock_reader(clock))
    app.router.add_post("/demo/api/clock", _clock_mover(clock, moved))
    app.router.add_get("/demo/api/organisation", _roles(organisation))
    app.on_response_prepare.append(_protect)


async def _index(_: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")


async def _protect(request: web.Request, response: web.StreamResponse) -> None:
    if request.path == "/" or request.path.startswith("/page/"):
        response.headers.update(HEADERS)


def _clock_reader(clock: DemoClock) -> Handler:
    async def read(_: web.Request) -> web.Response:
        return _time(clock)

    return read


def _clock_mover(clock: DemoClock, moved: Callable[[], Awaitable[None]]) -> Handler:
    async def move(request: web.Request) -> web.Response:
        try:
            _apply(clock, await _body(request))
        except WrongMoveError as refusal:
            return web.json_response({"ok": False, "error": str(refusal)})
        await moved()
        return _time(clock)

    return move


async def _body(request: web.Request) -> dict[str, Any]:
    # Another site cannot send this content type without a preflight, which is never answered.
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    try:
        body = await request.json()
    except json.JSONDecodeError:
        raise WrongMoveError("unknown") from None
    return body if isinstance(body, dict) else {}


def _apply(clock: DemoClock, body: dict[str, Any]) -> None:
    match body:
        case {"to": "hour"}:
            clock.forward_hour()
        case {"to": "school_day"}:
            clock.to_next_school_day()
        case {"to": str(day)}:
            clock.to_date(_date(day))
        case _:
            raise WrongMoveError("unknown")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongMoveError("unknown") from None


def _time(clock: DemoClock) -> web.Response:
    now = clock.now()
    return web.json_response({"ok": True, "now": now.isoformat(), "today": str(clock.today())})


def _roles(organisation: dict[str, Any]) -> Handler:
    names = {school["id"]: school["name"] for school in organisation["schools"]}
    people = [_place(person, names) for person in organisation["people"]]

    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"ok": True, "people": people})

    return answer


def _place(person: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    roles = person["roles"]
    return {
        "email": person["email"],
        "roles": sorted({role for held in roles.values() for role in held}),
        "schools": [names[school] for school in roles],
    }
