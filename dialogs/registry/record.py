"""The record itself: what is put right in it, and what is brought together."""

from dialogs.conversations import beside, case, correction
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(correction.CorrectForm, beside.LinkForm, beside.UnlinkForm, beside.SearchForm),
    screens={
        "correct": correction.correct,
        "beside": case.near,
        "link": beside.link,
        "unlink": beside.unlink,
    },
    of_case={correction.CorrectForm.name: correction.entries},
)
