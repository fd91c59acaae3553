"""Practice in Slack: what carries its mark comes here, and nothing else does."""

from bot.practice.practice import Practice
from bot.service.answers import Answer
from bot.service.service import Service
from bot.slack.parse import Click, Submission
from bot.slack.windows import Windows
from bot.tasks import Tasks
from dialogs import registry
from dialogs.conversations import stop
from dialogs.conversations.practice import BEGINS, GO_ON, LEAVE, MARK
from dialogs.conversations.signal import SignalForm

ENTRANCE = "practice"
"""The action of the button that leads here; the only one without the mark."""

IN_PLACE = frozenset({*registry.IN_PLACE, *BEGINS, GO_ON, LEAVE, "hide"})


class Rehearsal:
    """`service` is asked only who somebody is, and told that they have practised."""

    def __init__(
        self, practice: Practice, service: Service, windows: Windows, tasks: Tasks
    ) -> None:
        self._practice = practice
        self._service = service
        self._windows = windows
        self._tasks = tasks

    def owns(self, action: str = "", form: str = "") -> bool:
        """Whether a button or a form is of practice."""
        return action == ENTRANCE or MARK in {action[: len(MARK)], form[: len(MARK)]}

    def is_live(self, click: Click) -> bool:
        """Whether it is a field of the signal that reports every change."""
        fields = SignalForm.fields()
        return click.form == f"{MARK}{SignalForm.name}" and click.action in fields

    async def open(self, account: str, trigger: str) -> str | None:
        """Open the window at once; the key of what to say if the trigger came too late."""
        view = await self._windows.open(trigger, stop.loading())
        if view is None:
            return "err.again"
        self._tasks.start(self._enter(account, view))
        return None

    async def handle(self, click: Click) -> None:
        """Every button and live field of practice."""
        action, form = click.action.removeprefix(MARK), click.form.removeprefix(MARK)
        if click.action == ENTRANCE:
            await self.open(click.user, click.trigger)
        elif self.is_live(click) or action == "called":
            await self._live(click, action)
        elif action in registry.COMMANDS:
            screen = self._practice.act(click.user, action, click.handle, click.key)
            await self._windows.change(click.view, screen)
        else:
            await self._look(click, action, form)
        self._count(click.user)

    def submit(self, sent: Submission) -> Answer:
        form = sent.form.removeprefix(MARK)
        answer = self._practice.submit(sent.user, form, sent.raw, sent.handle, sent.key)
        self._count(sent.user)
        return answer

    async def _enter(self, account: str, view: str) -> None:
        refused = await self._service.turned_away(account)
        await self._windows.change(view, refused or self._practice.enter(account))

    async def _live(self, click: Click, action: str) -> None:
        screen = self._practice.signal(click.user, action, click.raw)
        if screen:
            await self._windows.around(click.view, click.form, screen, click.inputs)

    async def _look(self, click: Click, action: str, form: str) -> None:
        screen = self._practice.show(click.user, action, click.handle, click.raw)
        stays = action in IN_PLACE or form in registry.FORMS
        if stays and action not in {"signs", "colleague"}:
            await self._windows.change(click.view, screen)
        else:
            await self._windows.push(click.trigger, screen)

    def _count(self, account: str) -> None:
        """Once an exercise: that somebody came to a decision, and nothing of it."""
        if self._practice.newly_finished(account):
            self._tasks.start(self._service.practised(account))
