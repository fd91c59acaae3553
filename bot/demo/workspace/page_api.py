from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from aiohttp import web

from bot.demo.workspace.errors import NotShown, UnknownPerson
from bot.demo.workspace.identity import Json
from bot.demo.workspace.outcome import Outcome
from bot.demo.workspace.page_input import BadRequest, Input
from bot.demo.workspace.page_reading import PageReading
from bot.demo.workspace.person import Person
from bot.demo.workspace.places import InView, Place
from bot.demo.workspace.submitting import Submitting
from bot.demo.workspace.views import OpenView

Action = Callable[["PageApi", Person, Input], Awaitable[Outcome | Json | None]]
LONGEST_WAIT = 25.0


@dataclass(frozen=True)
class PageApi:
    """The JSON API of the page; the package's docstring describes every route."""

    reading: PageReading
    person: Callable[[str], Person]

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/demo/api/people", self._people),
            web.get("/demo/api/state", self._state),
            web.get("/demo/api/changes", self._changes),
            web.get("/demo/api/chat", self._chat),
            *(web.post(f"/demo/api/{name}", self._act) for name in ACTIONS),
        ]

    async def _people(self, _request: web.Request) -> web.Response:
        return web.json_response(self.reading.people())

    async def _state(self, request: web.Request) -> web.Response:
        try:
            person = self.person(request.query.get("person", ""))
            return web.json_response(self.reading.screen(person))
        except UnknownPerson as unknown:
            return _refused(404, "unknown_person", str(unknown))

    async def _changes(self, request: web.Request) -> web.Response:
        since, changes = request.query.get("since", ""), self.reading.desk.state.changes
        with suppress(TimeoutError):
            await changes.until(lambda: str(changes.version) != since, LONGEST_WAIT)
        return web.json_response({"version": changes.version})

    async def _chat(self, _request: web.Request) -> web.Response:
        return web.json_response(self.reading.chat_text())

    async def _act(self, request: web.Request) -> web.Response:
        try:
            given = await Input.read(request)
            action = ACTIONS[request.path.rpartition("/")[2]]
            done = await action(self, self.person(given.text("person")), given)
        except UnknownPerson as unknown:
            return _refused(404, "unknown_person", str(unknown))
        except NotShown as missing:
            return _refused(404, "not_shown", str(missing))
        except BadRequest as wrong:
            return _refused(wrong.status, "bad_request", str(wrong))
        return web.json_response(self._result(done))

    def _result(self, done: Outcome | Json | None) -> Json:
        extra = done if isinstance(done, dict) else {}
        outcome = done if isinstance(done, Outcome) else Outcome()
        return {
            "ok": outcome.ok,
            "version": self.reading.desk.state.changes.version,
            "text": outcome.text,
            "blocks": list(outcome.blocks),
            "error": outcome.error,
            "errors": dict(outcome.errors),
            **extra,
        }

    async def command(self, person: Person, given: Input) -> Outcome:
        return await person.command(given.text("command"), given.text("text"))

    async def shortcut(self, person: Person, given: Input) -> Outcome:
        return await person.shortcut(given.text("callback_id"), given.text("message") or None)

    async def open_home(self, person: Person, _given: Input) -> None:
        await person.open_home()

    async def read(self, person: Person, _given: Input) -> None:
        person.read()

    async def say(self, person: Person, given: Input) -> Json:
        return {"ts": await person.say(given.text("text"), given.text("thread_ts") or None)}

    async def edit(self, person: Person, given: Input) -> None:
        await person.edit(given.text("ts"), given.text("text"))

    async def delete(self, person: Person, given: Input) -> None:
        await person.delete(given.text("ts"))

    async def click(self, person: Person, given: Input) -> Outcome:
        place = _place(person, given)
        control = place.form.at(given.text("block_id"), given.text("action_id"))
        option = given.text("value") if control.kind == "overflow" else None
        return await person.interactions.press(place, control, option)

    async def pick(self, person: Person, given: Input) -> Outcome:
        place = _place(person, given)
        control = place.form.at(given.text("block_id"), given.text("action_id"))
        return await person.interactions.choose(place, control, given.value("value"))

    async def fill(self, person: Person, given: Input) -> Outcome:
        place = _place(person, given)
        control = place.form.at(given.text("block_id"), given.text("action_id"))
        trigger = "on_enter_pressed" if given.flag("enter") else "on_character_entered"
        return await person.interactions.write(place, control, given.text("value"), trigger)

    async def submit(self, person: Person, given: Input) -> Outcome:
        view = _view(person, given.text("view"))
        for block_id, action_id, value in given.values():
            view.form.set(view.form.at(block_id, action_id), value)
        return await Submitting(person.interactions).submit(view)

    async def close(self, person: Person, given: Input) -> None:
        view = _view(person, given.text("view"))
        await Submitting(person.interactions).close(view, everything=given.flag("everything"))


ACTIONS: dict[str, Action] = {
    "command": PageApi.command,
    "shortcut": PageApi.shortcut,
    "open_home": PageApi.open_home,
    "read": PageApi.read,
    "say": PageApi.say,
    "edit": PageApi.edit,
    "delete": PageApi.delete,
    "click": PageApi.click,
    "pick": PageApi.pick,
    "fill": PageApi.fill,
    "submit": PageApi.submit,
    "close": PageApi.close,
}


def _refused(status: int, error: str, detail: str) -> web.Response:
    return web.json_response({"ok": False, "error": error, "detail": detail}, status=status)


def _view(person: Person, view_id: str) -> OpenView:
    """The view on top of this person's own stack; nobody reaches another's."""
    stack = person.open_views()
    if not stack or stack[-1].id != view_id:
        raise NotShown("that modal is not on top of this person's screen")
    return stack[-1]


def _place(person: Person, given: Input) -> Place:
    at = given.object("at")
    if "view" in at:
        return InView(_view(person, str(at["view"])))
    if "home" in at:
        return person.home_place()
    return person.message_place(str(at.get("message") or at.get("ephemeral") or ""))
