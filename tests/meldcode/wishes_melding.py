"""What people may ask about help and a melding, wise or foolish, for the random walks."""

from collections.abc import Iterator
from datetime import date

from hypothesis import strategies as st

from meldcode import commands
from meldcode.choices_melding import AnonymityGround, Argued
from meldcode.commands import Command

Texts = st.SearchStrategy[str]
Days = st.SearchStrategy[date]


def wishes(text: Texts, ids: Texts, who: Texts, days: Days) -> Iterator[st.SearchStrategy[Command]]:
    maybe, someone, later = st.none() | text, st.none() | who, st.none() | days
    yield st.builds(
        commands.ArrangeHelp,
        help=ids,
        what=text,
        until=days,
        goals=text,
        manager=someone,
        manager_other=maybe,
        advice=maybe,
    )
    yield st.builds(commands.EvaluateHelp, help=ids, text=text, until=later)
    yield st.builds(
        commands.PlanMelding,
        trust=text,
        reporter=someone,
        reporter_other=maybe,
        parents_by=someone,
        parents_reason=maybe,
        child_reason=maybe,
    )
    argued = st.builds(Argued, st.sampled_from(AnonymityGround), text)
    grounds = st.lists(argued, max_size=2).map(tuple)
    yield st.builds(commands.ClaimAnonymity, argued=grounds, parents_by=someone)
    yield st.builds(commands.LiftAnonymity, reason=text)
    yield st.builds(commands.TellParents, on=days, by=who, reaction=text)
    yield st.builds(commands.RecordMelding, on=days, contact=text, reference=maybe)
    yield st.builds(commands.RecordFeedback, on=days, text=text, next_by=later)
    yield st.builds(commands.ChaseFeedback, on=days, text=text, next_by=days)
