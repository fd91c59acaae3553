"""A melding: preparing it, anonymity, the facts, doing it, and word of Veilig Thuis."""

from functools import partial

from dialogs import options
from dialogs.conversations import anonymity, case, feedback, melding, reported
from dialogs.conversations.case import care_only
from dialogs.conversations.facts import FACTS
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(
        melding.MeldingForm,
        anonymity.AnonymousForm,
        anonymity.KnownForm,
        reported.ReportedForm,
        reported.ParentsToldForm,
        reported.VtAgreementForm,
        feedback.FeedbackForm,
        feedback.ChaseForm,
    ),
    screens={
        "melding": care_only(melding.plan),
        "anonymous": care_only(anonymity.claim),
        "known": care_only(anonymity.lift),
        "reported": care_only(reported.report),
        "parents_told": care_only(reported.tell),
        "vt_agreement": care_only(reported.agree),
        "feedback": care_only(feedback.receive),
        "chase": care_only(feedback.chase),
        **{action: partial(case.facts, action) for action in FACTS},
    },
    options={
        melding.MeldingForm.name: melding.lists,
        anonymity.AnonymousForm.name: anonymity.lists,
        reported.VtAgreementForm.name: lambda room: {"owner": options.people(room)},
    },
    of_case={reported.ParentsToldForm.name: reported.known},
)
