"""The two routes of the protocol and how they run side by side."""

from enum import IntEnum


class MeldcodeStep(IntEnum):
    """The route of the meldcode (protocol, the table "Stappen in de meldcode").

    Steps 1-5 are the statutory ones; step 6 is the board's own (domain.md 1.1).
    """

    SIGNALS = 1
    CONSULTATION = 2
    CONVERSATION = 3
    WEIGHING = 4
    DECISION = 5
    FOLLOWING = 6


class SupportStep(IntEnum):
    """The route of support (protocol, the table "Stappen in de ondersteuningsroute")."""

    OBSERVE = 1
    CONSULTATION = 2
    ZBO = 3
    ACTIONS = 4
    AFTERCARE = 5


STATUTORY = frozenset(MeldcodeStep) - {MeldcodeStep.FOLLOWING}

SUPPORT_OF = {
    MeldcodeStep.SIGNALS: SupportStep.OBSERVE,
    MeldcodeStep.CONSULTATION: SupportStep.CONSULTATION,
    # A talk with child and parents "gebeurt vaker; ook voor/na de andere stappen", so it moves
    # the case nowhere on the support route; alone it stands beside the consultation.
    MeldcodeStep.CONVERSATION: SupportStep.CONSULTATION,
    MeldcodeStep.WEIGHING: SupportStep.ZBO,
    MeldcodeStep.DECISION: SupportStep.ACTIONS,
    MeldcodeStep.FOLLOWING: SupportStep.AFTERCARE,
}

MELDCODE_OF = {
    support: frozenset(step for step, beside in SUPPORT_OF.items() if beside is support)
    for support in SupportStep
}
