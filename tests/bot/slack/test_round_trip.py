import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from bot.demo.workspace.form import Form as Shown
from bot.slack import parse, render
from dialogs import registry
from dialogs.fields import AnyField, Choice, Day, Option, Pick, Text, YesNo
from dialogs.form import Form
from dialogs.say import say
from dialogs.screen import Screen
from tests.words import load

Raw = dict[str, Any]

TEXTS = load("nl")
WRITTEN = st.characters(codec="utf-8")
MANY = tuple(Option(f"value-{number}", f"Text {number}") for number in range(130))
EDITIONS = st.sampled_from(["", "draft", "chip112"])
FORMS = [pytest.param(form, id=form.name) for form in registry.FORMS.values()]


def answers(mark: AnyField, offered: tuple[Option, ...]) -> SearchStrategy[object]:
    """What can stand in a field of this kind."""
    values = [option.value for option in offered]
    match mark:
        case Text(limit=limit):
            return st.text(WRITTEN, min_size=1, max_size=min(limit, 40))
        case Choice():
            return st.sampled_from(mark.values)
        case YesNo():
            return st.sampled_from(["yes", "no"])
        case Pick(several=True):
            return st.lists(st.sampled_from(values), min_size=1, max_size=5, unique=True)
        case Pick():
            return st.sampled_from(values)
        case Day():
            return st.dates().map(str)


def nothing(mark: AnyField) -> object:
    """What an empty field comes back as."""
    return [] if isinstance(mark, Pick) and mark.several else None


@st.composite
def filled(draw: DrawFn, form: type[Form]) -> tuple[Screen, Raw]:
    """A form, its lists short or long, with any of its fields filled in, and what that comes to."""
    offered = draw(st.sampled_from([MANY[:1], MANY[:10], MANY[:11], MANY]))
    marks = form.fields()
    given_values = draw(
        st.fixed_dictionaries({}, optional={n: answers(m, offered) for n, m in marks.items()})
    )
    picks = {name: offered for name, mark in marks.items() if isinstance(mark, Pick)}
    screen = Screen(
        form.name,
        say("sig.title"),
        form=form,
        submit=say("sig.submit"),
        options=picks,
        preset=given_values,
        edition=draw(EDITIONS),
    )
    return screen, {name: given_values.get(name, nothing(mark)) for name, mark in marks.items()}


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=30)
@given(st.data())
def test_what_a_form_shows_is_what_comes_back(form: type[Form], data: st.DataObject) -> None:
    """Every answer in every field survives the way to the platform's window and back."""
    screen, raw = data.draw(filled(form))
    view = json.loads(json.dumps(render.modal(screen, TEXTS)))
    state = {"values": Shown(view["blocks"]).values()}

    assert same(parse.raw({"state": state}), raw)


def same(found: Raw, expected: Raw) -> bool:
    """The order in which several were chosen does not count."""
    return {name: key(value) for name, value in found.items()} == {
        name: key(value) for name, value in expected.items()
    }


def key(value: object) -> object:
    return sorted(value) if isinstance(value, list) else value
