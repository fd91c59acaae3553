"""How often a school really uses the code (protocol, "Criteria voor de inspectie", third point)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum

from meldcode import events
from meldcode.case import Case
from meldcode.events import Event
from meldcode.progress import Stage
from meldcode.suppression import Band, band, total


class Figure(StrEnum):
    """What is counted; each in cases, however often it was done in one."""

    SIGNALS = "signals"
    CONSULTATIONS = "consultations"
    TALKS = "talks"
    WEIGHINGS = "weighings"
    MELDING = "melding"


DONE: Mapping[Figure, tuple[type[Event], ...]] = {
    Figure.CONSULTATIONS: (
        *(events.AdviceReceived, events.ColleagueAnswered, events.DiscussionHeld),
        events.ClassObserved,
    ),
    Figure.TALKS: (events.TalkHeld,),
    Figure.WEIGHINGS: (events.Weighed,),
    Figure.MELDING: (events.MeldingDone,),
}
"""Which entries of a case show it; how many signals there were, the list of cases says."""


def figures(
    stages: Mapping[Stage, int], cases: Iterable[Case], since: datetime, until: datetime
) -> Mapping[Figure, Band]:
    """What may be told of the cases of a school from `since` up to `until`.

    `stages` are the cases raised in that time, by where they are now. Those are told as well, so
    how many there are in all is what may be told beside them.
    """
    counted = Counter(one for case in cases for one in _done(case, since, until))
    signals = total([stages.get(stage, 0) for stage in Stage])
    return {Figure.SIGNALS: signals, **{one: band(counted[one]) for one in DONE}}


def _done(case: Case, since: datetime, until: datetime) -> Iterator[Figure]:
    then = [entry.event for entry in case.entries if since <= entry.at < until]
    for figure, kinds in DONE.items():
        if any(isinstance(event, kinds) for event in then):
            yield figure
