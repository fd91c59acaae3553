"""The register of trainings: everybody reads their own, the aandachtsfunctionaris keeps it.

Protocol, "Criteria voor de inspectie". What a training is called never stands on Home: people type
that, and chat keeps Home.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Options
from dialogs.fields import Choice, Day, Option, Pick, Text
from dialogs.form import NEAR, Form
from dialogs.parts import head, line, quiet, row
from dialogs.say import Say, say
from dialogs.screen import Button, Line, Part, Quote, Screen
from dialogs.trained import TrainingLine
from meldcode.choices_training import TrainingKind
from meldcode.people import Person

Parts = tuple[Part, ...]

LIST = "training_list"
"""The name of the screen without a form."""

NAME_LIMIT = 80
PAGE = 20
"""Trainings of others on a screen; each takes three blocks at most."""


class TrainingForm(Form):
    """`people` are person ids: a whole team may be trained together."""

    name: ClassVar[str] = "training"

    people: Annotated[list[str], Pick(label="training.people", several=True, empty="err.people")]
    kind: Annotated[TrainingKind, Choice(label="training.kind", of=TrainingKind)]
    on: Annotated[date, NEAR, Day(label="training.on")]
    what: Annotated[
        str | None,
        Field(max_length=NAME_LIMIT),
        Text(label="training.what", hint="training.what.hint", limit=NAME_LIMIT),
    ] = None


@dataclass(frozen=True, slots=True)
class TrainingDesk:
    """The viewer's own, and for who keeps the register `others`: those of everybody at school.

    `staff` are who can be put in it, nobody for all other viewers; `first` is how many of `others`
    stand on pages before this one.
    """

    staff: tuple[Person, ...] = ()
    mine: tuple[TrainingLine, ...] = ()
    others: tuple[TrainingLine, ...] = ()
    first: int = 0


def training(desk: TrainingDesk) -> Screen:
    """What ends first stands on top."""
    own = tuple(part for one in desk.mine for part in _told(one))
    parts = (head("training.own"), *(own or (line("training.none"),)))
    after = (quiet("training.kept"), quiet("home.danger"))
    if not desk.staff:
        return Screen(LIST, say("training.title"), (*parts, *after))
    return Screen(
        name=TrainingForm.name,
        title=say("training.title"),
        parts=parts,
        form=TrainingForm,
        submit=say("training.submit"),
        after=(*_others(desk), *after),
        options=offers(desk.staff),
        edition=f"{len(desk.others)}.{desk.first}",
    )


def offers(staff: tuple[Person, ...]) -> Options:
    """Whom the form can be about; the value is the person id."""
    return {"people": tuple(Option(one.id, one.name) for one in staff)}


def on_home(mine: tuple[TrainingLine, ...]) -> Parts:
    """The viewer's own that ends first, without the name that somebody typed."""
    return tuple(Line(_words(one)) for one in mine[:1])


def _others(desk: TrainingDesk) -> Parts:
    shown = desk.others[desk.first : desk.first + PAGE]
    told = (part for one in shown for part in _kept(one))
    rest = len(desk.others) - desk.first - len(shown)
    if not shown:
        return (head("training.others"), line("training.empty"))
    more = Button("training_more", say("training_more.button"), str(desk.first + PAGE))
    return (
        head("training.others"),
        *told,
        *((quiet("case.more", n=rest), *row(more)) if rest > 0 else ()),
    )


def _kept(one: TrainingLine) -> Parts:
    drop = Button("training_drop", say("tear.button"), one.handle)
    return (*_told(one), *row(drop))


def _told(one: TrainingLine) -> Parts:
    """With the name of the training under it, if somebody wrote that down."""
    return (Quote(one.what, _words(one)),) if one.what else (Line(_words(one)),)


def _words(one: TrainingLine) -> Say:
    said = {"kind": one.kind, "on": one.on, "until": one.until}
    end = "done" if one.until is None else "ended" if one.ended else "until"
    if one.who:
        return say(f"training.of.{end}", who=one.who, **said)
    return say(f"training.line.{end}", **said)
