"""What people may ask about who knows of a case, for the random walks."""

from collections.abc import Iterator
from datetime import timedelta

from hypothesis import strategies as st

from meldcode import commands
from meldcode.choices_consultation import ParentsKnow
from meldcode.commands import Command
from tests import school

OUT = st.sampled_from([school.COLLEAGUE.id, school.OKA.id, school.TEACHER.id, school.DIRECTOR.id])
"""Some of the staff, so that somebody is left to walk."""

DAYS = st.integers(-2, 30).map(lambda days: school.TODAY + timedelta(days))


def wishes(text: st.SearchStrategy[str]) -> Iterator[st.SearchStrategy[Command]]:
    yield st.builds(commands.ExcludePerson, person=OUT, reason=text)
    yield st.builds(commands.EndExclusion, person=OUT, reason=text)
    yield st.builds(
        commands.InviteGuest,
        person=OUT,
        until=DAYS,
        words=text,
        reason=text,
        parents_know=st.sampled_from(ParentsKnow),
        because=text,
        name=st.none() | text,
        entries=st.lists(st.integers(0, 9), max_size=3).map(tuple),
    )
    yield st.builds(commands.EndInvitation, person=OUT, reason=text)
    yield st.builds(commands.WriteConfidential, text=text, readers=st.tuples(OUT))
    yield st.builds(commands.BreakGlass, reason=text)
