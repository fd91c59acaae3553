"""The one object that adapters call: who asks is an account of the chat platform."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar
from weakref import WeakValueDictionary

from bot.service import (
    absence,
    aside,
    cases,
    chat,
    erasing,
    linking,
    looks,
    notes,
    openings,
    signals,
    sweeping,
)
from bot.service.answers import Answer, Show
from bot.service.sweeping import Removal
from bot.service.tools import Tools, Work
from bot.service.trouble import TROUBLE, not_kept, why
from dialogs import registry
from dialogs.conversations import signal, stop
from dialogs.conversations.erasing import EraseNowForm
from dialogs.conversations.signal import SignalForm
from dialogs.fields import Raw
from dialogs.form import Form
from dialogs.screen import Screen
from meldcode.people import Person
from storage.errors import StoreFullError
from storage.records import Message
from storage.unit import Unit

T = TypeVar("T")
Task = Callable[[Work, Person], T]


class Directory(Protocol):
    """What the platform knows of its accounts, and does for them."""

    async def email_of(self, account: str) -> str | None:
        """The e-mail address; None for guests and for people who left. Raises PlatformError."""

    async def remove(self, message: Message, token: str) -> Removal:
        """Remove somebody's own message from chat, by the token that they gave for that."""

    async def revoke(self, token: str) -> None:
        """Tell chat that such a token is good for nothing any more, as far as it can be reached."""


class Service:
    """`wake` is called after every change, so that what it wrote to the outbox goes out at once."""

    def __init__(self, tools: Tools, directory: Directory, wake: Callable[[], object]) -> None:
        self._tools = tools
        self._directory = directory
        self._wake = wake
        self._hands: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def opening(self, account: str, typed: str) -> Screen | None:
        """What the form of a signal must become, now that we know who asks; None: as it is."""
        try:
            found = await self._as(account, partial(openings.opening, typed=typed))
            screen = found[0] if found else await self._stranger()
        except StoreFullError:
            return signal.without_room(signal.opening(typed))
        if self._tools.store.has_room():
            return screen
        return signal.without_room(screen or signal.opening(typed))

    async def submit(self, account: str, form_name: str, raw: Raw, handle: str, key: str) -> Answer:
        """Carry out a form, or say what to correct. When this returns it is stored for good."""
        form = registry.FORMS[form_name]
        if form is EraseNowForm:
            return await self._erase(account, raw, handle, key)
        task = partial(_submit, form=form, raw=raw, handle=handle, key=key)
        try:
            found = await self._as(account, task)
        except TROUBLE as error:
            return not_kept(form, error)
        self._wake()
        return found[0] if found else Show(await self._stranger())

    async def _erase(self, account: str, raw: Raw, handle: str, key: str) -> Answer:
        """Not within a write: erasing is a transaction of its own."""
        try:
            who = await self._as(account, lambda _work, person: person.id)
            found = who and await erasing.submit(self._tools, *who, raw, handle, key)
        except TROUBLE as error:
            return not_kept(EraseNowForm, error)
        self._wake()
        return found or Show(await self._stranger())

    async def act(self, account: str, action: str, handle: str, key: str) -> Screen:
        """Carry out a button's command and show the case again."""
        return await self._screen(
            account, partial(cases.act, action=action, handle=handle, key=key)
        )

    async def show(self, account: str, action: str, handle: str, typing: Raw) -> Screen:
        """The screen behind a button; `typing` is what stood in the form it was pressed in."""
        return await self._screen(
            account, partial(aside.show, action=action, handle=handle, typing=typing)
        )

    async def away(self, account: str, *, away: bool) -> Screen:
        """Switch somebody's absence on or off, and show Home as it is now."""
        return await self._screen(account, partial(absence.switch, away=away))

    async def understood(self, account: str) -> Screen:
        """Somebody has read how this is used; Home as it is now."""
        return await self._screen(account, openings.understand)

    async def home(self, account: str) -> Screen:
        return await self._screen(account, looks.home_screen)

    async def colleague(self, account: str) -> Screen:
        """It is about somebody who works at the school: what was typed is thrown away."""
        return await self._screen(account, openings.colleague)

    async def hand_in(self, account: str, handle: str) -> Screen:
        """The form of a signal with a private note in it."""
        return await self._screen(account, partial(notes.hand_in, handle=handle))

    async def turned_away(self, account: str) -> Screen | None:
        """What to show to somebody who is not of ours; None for everybody else."""
        try:
            known = await self._as(account, lambda _work, person: person.id)
        except TROUBLE:
            return stop.failed()
        return None if known else await self._stranger()

    async def practised(self, account: str) -> None:
        """That somebody has practised; of what they did there nothing is known here."""
        await self._as(account, openings.practised)

    async def keep_draft(self, account: str, raw: Raw) -> bool:
        """Keep what is typed so far, for this person only; False if it is nobody of ours."""
        return bool(await self._as(account, partial(openings.keep_draft, raw=raw)))

    async def keep_typed(self, account: str, typed: str) -> bool:
        """Keep words for which no form could be opened; whether they were kept."""
        try:
            return bool(await self._as(account, partial(openings.keep_typed, typed=typed)))
        except TROUBLE:
            return False

    async def typed(self, account: str, message: Message, thread: str, text: str) -> None:
        """Somebody typed in the chat with the bot; if they allow it, it is removed once kept."""
        task = partial(sweeping.collect, typed=message, thread=thread, text=text)
        found = await self._as(account, task)
        sweep = found[0] if found else None
        if sweep:
            removal = await self._directory.remove(sweep.message, sweep.token)
            settle = partial(sweeping.settle, sweep=sweep, removal=removal)
            await self._write(settle, whole_board=True)
        self._wake()

    async def link_asked(self, state: str) -> str | None:
        """The account of who asked to link it with this state; it counts once."""
        return await self._write(partial(linking.asked, state=state), whole_board=True)

    async def link(self, account: str, token: str) -> None:
        """From now on this person's own messages are removed with this token."""
        await self._as(account, partial(linking.keep, token=token))

    async def unlink(self, account: str) -> str | None:
        """No longer: the token that was thrown away, None if there was none or it is still kept."""
        try:
            found = await self._as(account, linking.undo)
        except TROUBLE:
            return None
        return found[0] if found else None

    async def revoke(self, token: str) -> None:
        """Nobody else can use it either."""
        await self._directory.revoke(token)

    async def moved(self, account: str, message: Message) -> None:
        """Somebody put the words of a message of their own into the form."""
        await self._as(account, partial(chat.moved, typed=message))
        self._wake()

    async def mentioned(self, account: str, message: Message) -> None:
        """Somebody named the bot in a channel where it could not answer."""
        await self._as(account, partial(chat.mentioned, said=message))
        self._wake()

    async def removed(self, message: Message) -> None:
        """A message was removed from the chat."""
        await self._write(lambda work: chat.removed(work, message), whole_board=True)

    async def _screen(self, account: str, task: Task[Screen]) -> Screen:
        try:
            found = await self._as(account, task)
        except TROUBLE as error:
            return stop.failed(why(error))
        self._wake()
        return found[0] if found else await self._stranger()

    async def _as(self, account: str, task: Task[T]) -> tuple[T] | None:
        """Run `task` for the person behind an account; None if that is nobody of ours.

        What one person does is done in that order, also while we ask who they are and, on a server,
        where writers work side by side: else what was typed first could come after the last.
        """
        async with self._hands.setdefault(account, asyncio.Lock()):
            found = await self._try(account, task)
            if found is None and await self._introduce(account):
                found = await self._try(account, task)
            return found

    async def _try(self, account: str, task: Task[T]) -> tuple[T] | None:
        def run(work: Work) -> tuple[T] | None:
            platform = work.tools.platform
            person = work.unit.people.by_platform(platform, account, work.today)
            if person is None or not person.schools:
                return None
            work.unit.scope.only(person)
            return (task(work, person),)

        # Who asks is found on the whole board; what they do is done at their schools.
        return await self._write(run, whole_board=True)

    async def _introduce(self, account: str) -> bool:
        """Match an account that we have not seen before by its e-mail address."""
        email = await self._directory.email_of(account)
        if email is None:
            return False
        return await self._write(lambda work: openings.link(work, account, email))

    async def _stranger(self) -> Screen:
        return await self._write(openings.stranger)

    async def _write(self, run: Callable[[Work], T], *, whole_board: bool = False) -> T:
        def in_transaction(unit: Unit) -> T:
            return run(Work(unit, self._tools, self._tools.clock()))

        return await self._tools.store.write(in_transaction, whole_board=whole_board)


def _submit(
    work: Work, person: Person, form: type[Form], raw: Raw, handle: str, key: str
) -> Answer:
    if issubclass(form, SignalForm):
        return signals.submit(work, person, form, raw, handle, key)
    submit = aside.FORMS.get(form.name, cases.submit)
    return submit(work, person, form, raw, handle, key)
