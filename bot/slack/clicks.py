"""Buttons and live fields: a table from action to what happens.

Whatever opens a window does that first, from memory, since a trigger lives three seconds.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.service import signals
from bot.service.service import Service
from bot.slack.parse import Click
from bot.slack.windows import Windows
from bot.tasks import Tasks
from dialogs import registry
from dialogs.conversations import account, for_me, signal, stop
from dialogs.conversations.colleague import colleague
from dialogs.conversations.help import help_screen
from dialogs.conversations.hide import hidden
from dialogs.screen import Screen
from meldcode.choices import Urgency
from meldcode.refusal import Refusal

TOO_FAST = "err.fast"


class Clicks:
    """Handles every block action; returns when it may be acknowledged."""

    def __init__(self, service: Service, windows: Windows, tasks: Tasks) -> None:
        self._service = service
        self._windows = windows
        self._tasks = tasks
        self._special: dict[str, Callable[[Click], Awaitable[None]]] = {
            "new_signal": self._new_signal,
            "colleague": self._colleague,
            "called": self._called,
            "help": self._help,
            "signs": self._aside,
            "hide": self._hide,
            "hand_in": self._hand_in,
            "understood": self._understood,
            "away": self._absence,
            "back": self._absence,
            account.UNLINK: self._unlink,
            account.PAGE: self._nothing,
        }

    async def handle(self, click: Click) -> None:
        if click.action in self._special:
            await self._special[click.action](click)
        elif self.is_live(click):
            await self._live(click)
        elif click.action in registry.COMMANDS:
            await self._act(click)
        else:
            await self._look(click)

    def is_live(self, click: Click) -> bool:
        """Whether it is a field of the signal that reports every change."""
        return click.form in signals.FORMS and click.action not in self._special

    async def slow_down(self, click: Click) -> None:
        """Faster than hands can go: nothing is done but to show what to do in danger."""
        if self.is_live(click):
            await self._danger(click)
        else:
            await self._window(click, stop.because(Refusal(TOO_FAST)))

    async def open_signal(self, account: str, trigger: str, typed: str = "") -> str | None:
        """Open the form at once; the key of what to say if the trigger came too late."""
        view = await self._windows.open(trigger, signal.opening(typed))
        if view is None:
            kept = typed and await self._service.keep_typed(account, typed)
            return "err.saved" if kept else "err.again"
        self._tasks.start(self._second_look(account, view, typed))
        return None

    async def _second_look(self, account: str, view: str, typed: str) -> None:
        screen = await self._service.opening(account, typed)
        if screen is not None:
            await self._windows.change(view, screen)

    async def _new_signal(self, click: Click) -> None:
        await self.open_signal(click.user, click.trigger)

    async def _help(self, click: Click) -> None:
        await self._window(click, help_screen())

    async def _aside(self, click: Click) -> None:
        """Something to read in a window of its own; what was typed under it is kept first."""
        if click.form in signals.FORMS:
            self._tasks.start(self._service.keep_draft(click.user, click.raw))
        self._fetch(click, await self._window(click, stop.loading()))

    async def _hide(self, click: Click) -> None:
        """Before anything else: somebody looks along."""
        if click.view:
            await self._windows.change(click.view, hidden(click.handle))

    async def _hand_in(self, click: Click) -> None:
        """The form opens at once, and then gets the note that is handed in."""
        view = await self._window(click, signal.opening())
        if view:
            self._tasks.start(self._fill(view, self._service.hand_in(click.user, click.handle)))

    async def _understood(self, click: Click) -> None:
        home = await self._service.understood(click.user)
        self._tasks.start(self._windows.home(click.user, home))

    async def _absence(self, click: Click) -> None:
        home = await self._service.away(click.user, away=click.action == "away")
        self._tasks.start(self._windows.home(click.user, home))

    async def _unlink(self, click: Click) -> None:
        token = await self._service.unlink(click.user)
        self._tasks.start(self._unlinked(click.user, token))

    async def _unlinked(self, account: str, token: str | None) -> None:
        """Home does not wait for Slack to forget the token."""
        await self._windows.home(account, await self._service.home(account))
        if token:
            await self._service.revoke(token)

    async def _nothing(self, click: Click) -> None:
        """Slack opened a page, and only tells us so."""

    async def _colleague(self, click: Click) -> None:
        """The route is shown at once; whom to call there follows."""
        view = await self._window(click, colleague())
        if view:
            self._tasks.start(self._fill(view, self._service.colleague(click.user)))

    async def _called(self, click: Click) -> None:
        await self._around(click, signal.called(signal.opening()))

    async def _live(self, click: Click) -> None:
        """A field of the signal changed. Danger is answered before anything is kept (R4)."""
        await self._danger(click)
        self._tasks.start(self._service.keep_draft(click.user, click.raw))

    async def _danger(self, click: Click) -> None:
        if click.action == "urgency":
            screen = signal.opening()
            danger = click.raw.get("urgency") == Urgency.NOW
            await self._around(click, signal.acute(screen) if danger else screen)

    async def _around(self, click: Click, screen: Screen) -> None:
        """What the form is about, a note perhaps, stays as it was."""
        shown = replace(screen, handle=click.handle)
        await self._windows.around(click.view, click.form, shown, click.inputs)

    async def _act(self, click: Click) -> None:
        """A command is carried out before it is acknowledged."""
        done = await self._service.act(click.user, click.action, click.handle, click.key)
        self._tasks.start(self._windows.change(click.view, done))

    async def _look(self, click: Click) -> None:
        stays = _stays(click)
        self._fetch(click, click.view if stays else await self._window(click, stop.loading()))

    def _fetch(self, click: Click, view: str | None) -> None:
        """Show in this window what the button is about, as soon as it is there."""
        if view:
            shown = self._service.show(click.user, click.action, click.handle, click.raw)
            self._tasks.start(self._fill(view, shown))

    async def _window(self, click: Click, screen: Screen) -> str | None:
        """A window of its own: over the modal that the button is in, if it is in one."""
        show = self._windows.push if click.view else self._windows.open
        return await show(click.trigger, screen)

    async def _fill(self, view: str, screen: Awaitable[Screen]) -> None:
        """Whatever goes wrong, nobody is left with a window that only says "a moment"."""
        try:
            await self._windows.change(view, await screen)
        except Exception:
            await self._windows.change(view, stop.failed())
            raise


def _stays(click: Click) -> bool:
    """Whether a look changes the modal in place: paging, and buttons inside a form."""
    if click.action in registry.OVER:
        return False
    turns = click.form == "case" and click.action in registry.IN_PLACE
    return turns or click.form in {*registry.FORMS, for_me.LIST}
