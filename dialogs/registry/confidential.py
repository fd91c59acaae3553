"""What not all of the care team reads."""

from dialogs.conversations import case, confidential
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(confidential.ConfidentialForm, confidential.GlassForm, confidential.EmergencyForm),
    screens={
        "confidential": case.care_only(confidential.write),
        "glass": case.care_form(confidential.glass),
    },
    of_case={confidential.ConfidentialForm.name: confidential.readers},
)
