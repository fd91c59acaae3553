"""Step 6: the rhythm, looking and putting off."""

from dialogs.conversations import case, following
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=following.FOLLOWING_FORMS,
    screens={
        "following": following.follow,
        "note": following.note,
        "worse": following.worse,
        "snooze": following.snooze,
    },
    commands={"better": following.better, "same": following.same},
    after={following.NoteForm.name: case.noted},
)
