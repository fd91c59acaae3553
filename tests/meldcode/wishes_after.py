"""What people may ask of step 6 and after it, wise or foolish, for the random walks."""

from collections.abc import Iterator
from datetime import date

from hypothesis import strategies as st

from meldcode import commands
from meldcode.choices import Bottleneck
from meldcode.commands import Command

Texts = st.SearchStrategy[str]
Days = st.SearchStrategy[date]


def wishes(text: Texts, ids: Texts, who: Texts, days: Days) -> Iterator[st.SearchStrategy[Command]]:
    maybe = st.none() | text
    yield st.builds(commands.RecordOkaContact, on=days, report=text)
    yield st.builds(commands.RecordAftercare, words=text)
    yield st.builds(commands.ReportMove, on=days, new_school=maybe)
    yield st.builds(commands.HandOver, holder=who, words=maybe)
    yield st.builds(
        commands.NameFollower,
        teacher=who,
        since=days,
        shared=maybe,
        share_reason=maybe,
        parents_know=st.none() | st.booleans(),
        because=maybe,
    )
    yield st.builds(commands.AnswerFollower, text=text)
    yield st.builds(commands.Countersign, entry=text)
    yield closing(text)
    yield closing(text)


def closing(text: Texts) -> st.SearchStrategy[Command]:
    kinds = st.lists(st.sampled_from(Bottleneck), max_size=2).map(tuple)
    maybe = st.none() | text
    return st.builds(commands.CloseCase, reason=text, bottlenecks=kinds, bottleneck=maybe)


def often(text: Texts) -> Iterator[st.SearchStrategy[Command]]:
    """What follows on something else, and so must be wished for more often."""
    maybe = st.none() | text
    yield st.builds(commands.HandleMove, vt_reason=text, parents_reason=text, passed_on=maybe)
    yield st.builds(commands.GiveOpinion, words=maybe)
    yield st.builds(commands.Write, text=text)
