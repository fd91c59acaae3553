"""What somebody sees who has a small part in a case for a while: that part, and nothing else.

Others who have more of the case find the same on top of it.
"""

from dialogs.conversations.letter import letter
from dialogs.conversations.planned import on_day
from dialogs.conversations.signing import to_sign
from dialogs.desk import Desk
from dialogs.parts import alert, here, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Line, Part, Screen
from meldcode.asides import talks_of
from meldcode.parts_talks import Talk

Parts = tuple[Part, ...]


def parts(desk: Desk) -> Parts:
    """What waits for the viewer: a question, talks, and a weighing to confirm."""
    found = talks_of(desk.case, desk.room.viewer.id)
    told = (part for talk in found for part in _talk(desk, talk))
    return (*letter(desk), *told, *to_sign(desk))


def aside(desk: Desk) -> Screen:
    """No code of the case: what cannot be named cannot be passed on."""
    told = (*parts(desk), quiet("home.danger"))
    return Screen(name="aside", title=say("aside.title"), parts=told, handle=here(desk))


def _talk(desk: Desk, talk: Talk) -> Parts:
    if desk.room.viewer.id not in talk.around:
        return _prepares(desk, talk)
    inside = desk.room.viewer.id in talk.inside
    out = "came_out.button" if inside else "came_out.near.button"
    told = Button("came_out", say(out), desk.handles[talk.id], primary=True)
    begun = talk.on <= desk.room.today
    return (*(_inside if inside else _near)(desk, talk), *row(told if begun else None))


def _prepares(desk: Desk, talk: Talk) -> Parts:
    """For who helps beforehand (protocol, "Communiceren met ouders"): whose talk, and when."""
    leads = desk.room.name_of(talk.leads)
    return (Line(on_day("aside.prepare", talk, who=leads)), quiet("aside.prepare.how"))


def _inside(desk: Desk, talk: Talk) -> Parts:
    """For who has the talk: with whom, when, and who is near."""
    near = (line("aside.near.is", who=desk.room.name_of(talk.near)),) if talk.near else ()
    return (Line(on_day("aside.talk", talk)), *near, quiet("aside.safe"))


def _near(desk: Desk, talk: Talk) -> Parts:
    """For who stays near: whose talk, when, and what to do when it takes long; not with whom."""
    late = desk.room.now >= talk.over_by(desk.room.policy.talk_minutes, desk.room.calendar)
    leads = desk.room.name_of(talk.leads)
    asked = Line(on_day("aside.near", talk, who=leads))
    return (asked, alert("aside.late", who=leads) if late else quiet("aside.near.how"))
