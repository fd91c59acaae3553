"""What people may ask about who knows of a case, for the random walks."""

from collections.abc import Iterator

from hypothesis import strategies as st

from meldcode import commands
from meldcode.commands import Command
from tests import school

OUT = st.sampled_from([school.COLLEAGUE.id, school.OKA.id, school.TEACHER.id, school.DIRECTOR.id])
"""Some of the staff, so that somebody is left to walk."""


def wishes(text: st.SearchStrategy[str]) -> Iterator[st.SearchStrategy[Command]]:
    yield st.builds(commands.ExcludePerson, person=OUT, reason=text)
    yield st.builds(commands.EndExclusion, person=OUT, reason=text)
