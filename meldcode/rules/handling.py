"""Each case says under which agreements of the board it was handled."""

from meldcode.case import Case
from meldcode.events import Event, PolicyApplied
from meldcode.policy import Policy


def under(policy: Policy, case: Case, happened: tuple[Event, ...]) -> tuple[Event, ...]:
    """`happened` with the version of the policy in it, if that is new to the case.

    It comes before what is done under it; only a new case begins with its signal.
    """
    if not policy.version or case.policies[-1:] == (policy.version,):
        return happened
    begun = 0 if case.entries else 1
    return (*happened[:begun], PolicyApplied(policy.version), *happened[begun:])
