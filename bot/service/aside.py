"""What belongs to no case: which button shows what, and which form is carried out by whom."""

from collections.abc import Callable, Mapping
from functools import partial

from bot.service import (
    absence,
    emergency,
    evidence,
    for_me,
    gentle,
    linking,
    links,
    looks,
    meetings,
    notes,
    rooms,
    stubs,
    training,
    unlocking,
)
from bot.service.answers import Answer
from bot.service.tools import Work
from dialogs.conversations import account, confidential, signs
from dialogs.conversations.absence import AwayForm
from dialogs.conversations.beside import LinkForm, SearchForm, UnlinkForm
from dialogs.conversations.for_me import AnswerForMeForm, AskForMeAtForm, AskForMeForm
from dialogs.conversations.handle_with_care import HandleWithCareForm
from dialogs.conversations.joined import JOINED
from dialogs.conversations.meeting import MeetingForm
from dialogs.conversations.notebook import JotForm
from dialogs.conversations.step_up import StepUpForm
from dialogs.conversations.training import TrainingForm
from dialogs.fields import Raw
from dialogs.form import Form
from dialogs.screen import Screen
from meldcode.people import Person

Look = Callable[[Work, Person, str, Raw], Screen]
Submit = Callable[[Work, Person, type[Form], Raw, str, str], Answer]
"""Takes the form, what was filled in, the reference that came back, and the occasion's key."""


def _together(action: str, work: Work, person: Person, handle: str, _typing: Raw) -> Screen:
    return links.together(work, person, action, handle)


LOOKS: Mapping[str, Look] = {
    "signs": lambda work, person, _handle, _typing: _signs(work, person),
    account.LINK: lambda work, person, _handle, _typing: linking.ask(work, person),
    "notebook": lambda work, person, _handle, _typing: notes.show(work, person),
    "tear": notes.tear,
    "for_me": lambda work, person, _handle, _typing: for_me.show(work, person),
    "for_me_open": lambda work, person, handle, _typing: for_me.open_one(work, person, handle),
    "gentle": lambda work, person, _handle, _typing: gentle.show(work, person),
    "gentle_done": lambda work, person, handle, _typing: gentle.drop(work, person, handle),
    "training": lambda work, person, _handle, _typing: training.show(work, person),
    "training_more": lambda work, person, handle, _typing: training.show(work, person, handle),
    "training_drop": lambda work, person, handle, _typing: training.drop(work, person, handle),
    "away_until": lambda work, person, _handle, _typing: absence.ask(work, person),
    "emergency": lambda _work, person, _handle, _typing: emergency.ask(person),
    "evidence": lambda work, person, handle, _typing: evidence.show(work, person, handle),
    "stubs": lambda work, person, _handle, _typing: stubs.show(work, person),
    "stubs_more": lambda work, person, handle, _typing: stubs.show(work, person, handle),
    "search": lambda work, person, _handle, _typing: links.searching(work, person),
    **{action: partial(_together, action) for action in JOINED},
    "for_me_read": lambda work, person, handle, _typing: for_me.erase(work, person, handle),
}

FORMS: Mapping[str, Submit] = {
    MeetingForm.name: meetings.submit,
    JotForm.name: notes.keep,
    AskForMeForm.name: for_me.ask,
    AskForMeAtForm.name: for_me.ask,
    AnswerForMeForm.name: for_me.answer,
    HandleWithCareForm.name: gentle.keep,
    StepUpForm.name: unlocking.submit,
    TrainingForm.name: training.add,
    AwayForm.name: absence.go,
    confidential.EmergencyForm.name: emergency.open_by_code,
    LinkForm.name: links.join,
    UnlinkForm.name: links.join,
    SearchForm.name: links.look_up,
}


def show(work: Work, person: Person, action: str, handle: str, typing: Raw) -> Screen:
    """The screen behind a button, whatever it is about."""
    look = LOOKS.get(action)
    if look:
        return look(work, person, handle, typing)
    return looks.show(work, person, action, handle, typing)


def _signs(work: Work, person: Person) -> Screen:
    return signs.signs(rooms.room(work, person, person.schools[0]))
