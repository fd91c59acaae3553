import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.events import Answered, Event, SignalRead
from storage.codec import KINDS, decode, encode
from storage.errors import UnreadableEventError, UnwritableEventError

EVENTS = st.one_of([st.from_type(kind) for kind in KINDS.values()])


@given(EVENTS)
def test_every_event_comes_back_as_it_was(event: Event) -> None:
    """Whatever an event holds, encoding and decoding changes nothing, its types included."""
    decoded = decode(encode(event))

    assert decoded == event
    assert type(decoded) is type(event)


def test_events_without_fields_are_told_apart() -> None:
    """The kind is stored too: an event that says nothing else is not mistaken for another."""
    assert encode(SignalRead()) == b'["SignalRead",{}]'


STRANGE = {
    "unknown kind": b'["SomethingNew",{"text":"hungry"}]',
    "unknown field": b'["Answered",{"text":"hungry","asks":false,"mood":"hungry"}]',
    "missing field": b'["AgreementMade",{"what":"hungry"}]',
    "wrong type": b'["Answered",{"text":["hungry"],"asks":"hungry"}]',
    "unknown choice": b'["SignalRaised",{"text":"hungry","urgency":"hungry"}]',
    "no pair": b'{"text":"hungry"}',
    "nothing": b"[]",
    "no kind": b'[["hungry"],{}]',
    "no json": b"hungry",
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_does_not_fit_is_refused_without_its_values(name: str) -> None:
    """An event of another version gives a clear refusal that shows nothing it holds."""
    with pytest.raises(UnreadableEventError, match="Install the version") as refused:
        decode(STRANGE[name])

    assert "hungry" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_text_that_is_no_unicode_is_refused() -> None:
    """Half a surrogate pair, which JSON from outside can hold, is refused before it is stored."""
    half = json.loads('"hungry \\ud800"')

    with pytest.raises(UnwritableEventError) as refused:
        encode(Answered(half))
    assert "hungry" not in str(refused.value)
