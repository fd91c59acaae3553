"""What is seen on a child's body, by place: a body map in words, without a picture."""

from dataclasses import asdict

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices_injury import BodyPlace
from meldcode.events import Entry
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first

MAY_BE_LEFT_OUT = ("size", "colour", "since", "child_words")


def note(_case: Case, command: commands.NoteInjury, asking: Asking) -> Ruling:
    """Each place counts once, in the order of the list."""
    places = tuple(place for place in BodyPlace if place in command.places)
    wrong = first(
        asking.past(command.on, "on"),
        None if places else Refusal("err.body_place", "places"),
        asking.text(command.what, "what"),
        *(asking.short(getattr(command, name), name) for name in MAY_BE_LEFT_OUT),
    )
    return wrong or (events.InjuryNoted(**asdict(command) | {"places": places}),)


def injuries(case: Case) -> tuple[Entry, ...]:
    """What was seen on the child's body, oldest first."""
    return tuple(entry for entry in case.entries if isinstance(entry.event, events.InjuryNoted))


RULES: Rules = {commands.NoteInjury: note}
