"""Step 1: telling, adding and taking back."""

from dialogs.conversations import observation, signal
from dialogs.registry.theme import Theme
from meldcode.commands import WithdrawSignal

THEME = Theme(
    forms=(signal.SignalForm, signal.SignalAtForm, observation.ObservationForm),
    screens={"add": observation.add},
    commands={"withdraw": lambda _given: WithdrawSignal()},
    after={signal.SignalForm.name: signal.sent, signal.SignalAtForm.name: signal.sent},
)
