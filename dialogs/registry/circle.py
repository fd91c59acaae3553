"""Who may know of a case."""

from dialogs.conversations import case, circle
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(circle.ExcludeForm, circle.AdmitForm),
    screens={
        "exclude": case.told_or_care(circle.exclude),
        "admit": case.care_only(circle.admit),
        "looks": case.looked,
    },
    of_case={
        circle.ExcludeForm.name: circle.excludable,
        circle.AdmitForm.name: circle.admissible,
    },
)
