"""How long a case is kept, erasing it, and what is asked about the record."""

from functools import partial

from dialogs.conversations import copy, erasing, keeping, requests
from dialogs.conversations.case import care_form, page
from dialogs.desk import Desk
from dialogs.registry.theme import Theme
from dialogs.screen import Screen

KEEP, ASKED = page(keeping.keep), page(requests.asked)
COPIES = {action: page(partial(copy.parts, page=n)) for n, action in enumerate(copy.COPY)}


def _erase_now(desk: Desk) -> Screen:
    """For the care team, and for the one who told what she took back."""
    make = erasing.erase_now if erasing.tearable(desk) else care_form(erasing.erase_now)
    return make(desk)


THEME = Theme(
    forms=(
        *(keeping.LeftForm, keeping.HoldForm, keeping.LiftForm),
        *(keeping.EraseForm, keeping.CallOffForm, erasing.EraseNowForm),
        *(requests.RequestForm, copy.VeilForm, requests.VerdictForm, requests.GivenForm),
    ),
    screens={
        "keeping": KEEP,
        "asked": ASKED,
        **COPIES,
        "left": care_form(keeping.left),
        "hold": care_form(keeping.hold),
        "lift": care_form(keeping.lift),
        "erase": care_form(keeping.erase),
        "call_off": care_form(keeping.call_off),
        "erase_now": _erase_now,
        "request": care_form(requests.request),
        "veil": care_form(copy.veil),
        "verdict": care_form(requests.verdict),
        "given": care_form(requests.given),
    },
    options={
        keeping.EraseForm.name: requests.deciders,
        requests.VerdictForm.name: requests.deciders,
        requests.GivenForm.name: requests.checkers,
    },
    of_case={copy.VeilForm.name: copy.entries},
    after={
        **dict.fromkeys(("left", "hold", "lift", "erase", "call_off", "request"), KEEP),
        **dict.fromkeys(("veil", "verdict", "given"), ASKED),
    },
)
