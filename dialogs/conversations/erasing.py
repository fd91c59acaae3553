"""The second step of erasing a case: what goes, on whose decision; then it is gone for ever."""

from typing import Annotated, ClassVar, Literal

from dialogs.code import shown
from dialogs.conversations.keeping import keep
from dialogs.desk import Desk
from dialogs.fields import YesNo
from dialogs.form import Form
from dialogs.parts import alert, form_screen, line, local, quiet
from dialogs.say import say
from dialogs.screen import Button, Buttons, Screen


class EraseNowForm(Form):
    name: ClassVar[str] = "erase_now"

    sure: Annotated[Literal["yes"], YesNo(label="erase_now.sure", empty="err.sure")]


def erase_now(desk: Desk) -> Screen:
    """Without a decision there is nothing to confirm."""
    case, order = desk.case, desk.case.keeping.order
    if order is None:
        return Screen("no_order", say("erase_now.title"), keep(desk), handle=desk.handle)
    since = local(desk.room, case.raised_at) if case.raised_at else ""
    what = alert("erase_now.what", code=shown(case.code), n=case.version, at=since)
    who = line("keep.order", ground=order.ground, who=desk.room.name_of(order.decider))
    after = (quiet("erase_now.stays"), quiet("erase_now.backups"))
    return form_screen(desk, EraseNowForm, before=(what, who), after=after)


def erased(code: str) -> Screen:
    """Nothing of it is left to go back to."""
    home = Buttons((Button("home", say("stop.home.button")),))
    parts = (line("erased.body", code=shown(code)), home, alert("home.danger"))
    return Screen("erased", say("home.t.title"), parts)
