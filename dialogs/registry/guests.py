"""Who reads along in a case for a while."""

from dialogs.conversations import case, inviting
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(inviting.InviteForm, inviting.UninviteForm),
    screens={
        "invite": case.care_only(inviting.invite),
        "uninvite": case.care_only(inviting.uninvite),
    },
    of_case={
        inviting.InviteForm.name: inviting.invitable,
        inviting.UninviteForm.name: inviting.invited,
    },
)
