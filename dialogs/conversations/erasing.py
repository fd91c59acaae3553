"""The second step of erasing a case: what goes, on whose decision; then it is gone for ever."""

from typing import Annotated, ClassVar, Literal

from dialogs.code import shown
from dialogs.conversations.keeping import keep
from dialogs.desk import Desk
from dialogs.fields import YesNo
from dialogs.form import Form
from dialogs.parts import alert, button, form_screen, line, local, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Buttons, Part, Screen
from meldcode.access import Relation
from meldcode.choices_rights import ErasureGround
from meldcode.parts import Status
from meldcode.retention import erasable, expires, order


class EraseNowForm(Form):
    name: ClassVar[str] = "erase_now"

    sure: Annotated[Literal["yes"], YesNo(label="erase_now.sure", empty="err.sure")]


def erase_now(desk: Desk) -> Screen:
    """Without a decision there is nothing to confirm."""
    case = desk.case
    decided = order(case, desk.room.viewer.id)
    if decided is None:
        return Screen("no_order", say("erase_now.title"), keep(desk), handle=desk.handle)
    ground, decider = decided
    since = local(desk.room, case.raised_at) if case.raised_at else ""
    what = alert("erase_now.what", code=shown(case.code), n=case.version, at=since)
    who = line("keep.order", ground=ground, who=desk.room.name_of(decider))
    after = (quiet("erase_now.stays"), quiet("erase_now.backups"))
    return form_screen(desk, EraseNowForm, before=(what, who), after=after)


def withdrawn(desk: Desk) -> tuple[Part, ...]:
    """How long what was taken back stays, and then the way to be rid of it."""
    day = expires(desk.case, desk.room.policy)
    if day is None:
        return (quiet("withdrawn.unconfirmed"),)
    if not tearable(desk):
        return (quiet("withdrawn.until", on=day),)
    return (line("withdrawn.over"), *row(button(desk, "erase_now")))


def tearable(desk: Desk) -> bool:
    """Whether the viewer, who took it back, may erase it today."""
    withdrawn = desk.case.status is Status.WITHDRAWN and desk.relation is Relation.RAISER
    ground, room = ErasureGround.TERM, desk.room
    return withdrawn and erasable(desk.case, ground, room.today, room.policy) is None


def erased(code: str) -> Screen:
    """Nothing of it is left to go back to."""
    home = Buttons((Button("home", say("stop.home.button")),))
    parts = (line("erased.body", code=shown(code)), home, alert("home.danger"))
    return Screen("erased", say("home.t.title"), parts)
