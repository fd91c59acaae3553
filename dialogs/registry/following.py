"""Step 6: the rhythm, looking and putting off, the OKA, evaluating and aftercare."""

from dialogs import options
from dialogs.conversations import aftercare, case, following
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(
        *following.FOLLOWING_FORMS,
        *(aftercare.OkaForm, aftercare.EvaluateForm, aftercare.AftercareForm),
    ),
    screens={
        "following": following.follow,
        "note": following.note,
        "worse": following.worse,
        "snooze": following.snooze,
        "oka": case.care_only(aftercare.oka),
        "evaluate": case.care_only(aftercare.evaluate),
        "aftercare": case.care_only(aftercare.aftercare),
    },
    commands={"better": following.better, "same": following.same},
    options={aftercare.EvaluateForm.name: lambda room: {"meeting": options.meetings(room)}},
    after={following.NoteForm.name: case.noted},
)
