from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from meldcode.choices import Grounds
from meldcode.events import CaseClosed, ChildNamed, Event, SignalWithdrawn
from storage.names import TOKEN_BYTES, words
from storage.unit import Unit
from tests.storage.builders import NOW, SIGNAL, Place, raise_signal

pytestmark = pytest.mark.both_databases

NAMES = st.text(min_size=1, max_size=40)


def told(unit: Unit, number: int, child: str | None, by: str = "teacher") -> str:
    event = replace(SIGNAL, child=child)
    return raise_signal(unit, f"case-{number}", f"CODE{number:02}", by, event).id


@pytest.mark.parametrize(
    "name, found",
    [
        ("Sam", {"sam"}),
        ("  SAM  Bos ", {"sam", "bos"}),
        ("Sam van der Bos, groep 5b", {"sam", "bos"}),
        ("Zoë-Fleur d'Été", {"zoe", "fleur", "ete"}),
        ("M. B.", set()),
        ("2b", set()),
        ("\u0421\u0430\u0448\u0430", {"\u0441\u0430\u0448\u0430"}),
    ],
)
def test_a_name_is_its_words(name: str, found: set[str]) -> None:
    """Case, accents, initials, groups and what many names share make no difference."""
    assert words(name) == found


MATCHES = (
    ("Sam", "sam bos", True),
    ("Sam Bos", "Sam", True),
    ("Bos, Sam", "Sam van den Bos", True),
    ("Sam Bos", "Sam Vos", False),
    ("Sam", "Samir", False),
    ("Sam", "M.", False),
)


@pytest.mark.parametrize("known, asked, fits", MATCHES)
def test_a_case_is_found_by_the_childs_name(
    unit: Unit, known: str, asked: str, *, fits: bool
) -> None:
    """All words of the shorter name are in the longer one, in whatever order."""
    told(unit, 1, known)

    assert unit.names.find("s1", asked) == (("case-1",) if fits else ())


ENDINGS = (SignalWithdrawn(), CaseClosed(Grounds.RESOLVED, "It goes well."))


@pytest.mark.parametrize("ending", ENDINGS, ids=("withdrawn", "closed"))
def test_only_cases_that_go_on_are_found(unit: Unit, ending: Event) -> None:
    """What was closed or taken back is not brought up again."""
    case = unit.cases.fold(told(unit, 1, "Sam Bos"))
    assert case is not None
    unit.cases.save(case, [ending], "teacher", NOW)

    assert unit.names.find("s1", "Sam Bos") == ()


def test_another_school_is_another_world(unit: Unit) -> None:
    """The same name at two schools has nothing in common, not even what is stored."""
    told(unit, 1, "Sam Bos")
    told(unit, 2, "Sam Bos", by="other-teacher")

    assert unit.names.find("s1", "Sam") == ("case-1",)
    assert unit.names.find("s2", "Sam") == ("case-2",)


def test_no_token_is_shared_by_two_schools(place: Place) -> None:
    """With the file in hand nobody sees that two schools know the same name."""
    with place.unit() as unit:
        told(unit, 1, "Sam Bos")
        told(unit, 2, "Sam Bos", by="other-teacher")
    rows = place.sql("SELECT token FROM child_name")

    assert len(rows) == 4
    assert len(set(rows)) == 4
    assert {len(bytes(token)) for (token,) in rows if isinstance(token, bytes)} == {TOKEN_BYTES}


def test_a_better_name_takes_the_place_of_the_first(unit: Unit) -> None:
    """A case is found by the name that it has now."""
    case = unit.cases.fold(told(unit, 1, "Sam"))
    assert case is not None
    unit.cases.save(case, [ChildNamed("Noor Vos")], "teacher", NOW)

    assert unit.names.find("s1", "Noor") == ("case-1",)
    assert unit.names.find("s1", "Sam") == ()


def test_a_name_given_later_is_found_too(unit: Unit) -> None:
    """A signal without a name leaves no trace here until the child is named."""
    case = unit.cases.fold(told(unit, 1, None))
    assert case is not None

    assert unit.names.find("s1", "Sam") == ()

    unit.cases.save(case, [ChildNamed("Sam")], "ib", NOW)

    assert unit.names.find("s1", "Sam") == ("case-1",)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(NAMES)
def test_any_name_finds_itself(place: Place, name: str) -> None:
    """Whatever somebody calls a child, the same name finds the case as soon as it has a word."""
    assume(words(name))
    with place.unit() as unit:
        if unit.cases.fold("case-1") is None:
            told(unit, 1, None)
        unit.names.replace("case-1", "s1", name)

        assert unit.names.find("s1", name) == ("case-1",)
