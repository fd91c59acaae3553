"""The private notebook: nobody but the author reads it, and it does not grow old."""

from dataclasses import replace
from datetime import timedelta

from bot.service import openings, rooms, slips
from bot.service.answers import Answer, Correct, Show
from bot.service.cases import done
from bot.service.slips import NOTE
from bot.service.tools import Work
from dialogs.conversations import notebook, stop
from dialogs.conversations.notebook import JotForm
from dialogs.desk import SlipDesk
from dialogs.fields import Raw
from dialogs.form import Form, Wrong, check
from dialogs.screen import Screen
from meldcode.people import Person
from storage.records import Slip


def show(work: Work, person: Person, typing: Raw | None = None) -> Screen:
    """The notebook; `typing` is what stands in its field and must stay there."""
    mine = work.unit.slips.of_owner(person.id, NOTE, work.now)
    return notebook.notebook(
        SlipDesk(
            room=rooms.room(work, person, person.schools[0]),
            mine=tuple(slips.line(work, person, slip) for slip in mine),
            typing=typing or {},
        )
    )


def keep(work: Work, person: Person, form: type[Form], raw: Raw, _handle: str, key: str) -> Answer:
    """Keep a note, once per `key`."""
    filled = check(form, raw)
    if isinstance(filled, Wrong):
        return Correct(filled.errors)
    if work.unit.receipts.result(key) is None and isinstance(filled, JotForm):
        note = _note(work, person, filled.text)
        work.unit.slips.put(note)
        done(work, key, note.id)
    return Show(show(work, person))


def tear(work: Work, person: Person, handle: str, typing: Raw) -> Screen:
    slips.drop(work, person, handle, NOTE)
    return show(work, person, typing)


def hand_in(work: Work, person: Person, handle: str) -> Screen:
    """The form of a signal with the note in it; sent, it takes the note out of the notebook."""
    note = slips.own(work, person, handle, NOTE)
    if note is None:
        return stop.old()
    screen = openings.filled_in(work, person, note.body["text"])
    return replace(screen, handle=handle) if screen.form else screen


def _note(work: Work, person: Person, text: str) -> Slip:
    last = work.today + timedelta(weeks=work.tools.policy.notebook_weeks)
    return Slip(
        id=work.tools.ids.new_id(NOTE),
        kind=NOTE,
        owner=person.id,
        school=person.schools[0],
        body={"text": text},
        expires_at=slips.end_of(work, last),
    )
