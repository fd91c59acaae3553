"""Step 1: telling, adding and taking back."""

from dialogs.conversations import child, observation, signal
from dialogs.conversations.sent import sent
from dialogs.registry.theme import Theme
from meldcode.commands import TellInPerson, WithdrawSignal

THEME = Theme(
    forms=(
        *(signal.SignalForm, signal.SignalAtForm, child.NameForm),
        *(observation.ObservationForm, observation.MarkForm, observation.OwnMarkForm),
    ),
    screens={
        "add": observation.add,
        "mark": observation.mark,
        "mark_own": observation.mark_own,
        "name": child.name,
    },
    commands={
        "withdraw": lambda _given: WithdrawSignal(),
        "told": lambda _given: TellInPerson(told=True),
        "not_told": lambda _given: TellInPerson(told=False),
    },
    of_case=dict.fromkeys(
        (observation.MarkForm.name, observation.OwnMarkForm.name), observation.entries
    ),
    after={
        **dict.fromkeys((signal.SignalForm.name, signal.SignalAtForm.name), sent),
        **dict.fromkeys(("told", "not_told"), sent),
    },
)
