"""What people may ask about keeping, erasing and requests, for the random walks."""

from collections.abc import Iterator
from datetime import date

from hypothesis import strategies as st

from meldcode import commands
from meldcode.choices_rights import RequestKind
from meldcode.commands import Command

Texts = st.SearchStrategy[str]
Days = st.SearchStrategy[date]


def wishes(text: Texts, ids: Texts, who: Texts, days: Days) -> Iterator[st.SearchStrategy[Command]]:
    maybe = st.none() | text
    yield st.builds(commands.NoteLeft, on=st.none() | days, still=st.booleans())
    yield st.builds(commands.PlaceHold, hold=ids, words=text)
    yield st.builds(commands.LiftHold, hold=ids, reason=text)
    yield st.builds(commands.DecideErasure, decider=who, reason=text)
    yield st.builds(commands.CallOffErasure, reason=text)
    kinds = st.sampled_from(RequestKind)
    yield st.builds(
        commands.RecordRequest, request=ids, kind=kinds, name=text, on=days, words=maybe
    )
    names = st.lists(text, max_size=2).map(tuple)
    numbers = st.lists(st.integers(0, 9), max_size=2).map(tuple)
    yield st.builds(commands.PrepareCopy, request=ids, reason=text, left_out=numbers, names=names)
    yield st.builds(commands.DecideRequest, request=ids, decider=who, reason=maybe)
    yield st.builds(commands.AnswerRequest, request=ids, on=days, checked_by=who, words=maybe)
