from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dialogs import registry
from dialogs.form import Form, Wrong, check
from tests.dialogs.desks import room

VALUES = st.one_of(
    st.none(),
    st.text(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.lists(st.text()),
    st.dictionaries(st.text(), st.text()),
    st.text(alphabet=st.characters(categories=["Cs"]), min_size=1),
)
FORMS = st.sampled_from(list(registry.FORMS.values()))


@st.composite
def raw_input(draw: st.DrawFn) -> tuple[type[Form], dict[str, Any]]:
    form = draw(FORMS)
    names = st.sampled_from([*form.fields(), "unknown"])
    return form, draw(st.dictionaries(names, VALUES))


@given(raw_input())
def test_whatever_comes_in_is_a_form_or_a_sentence(
    found: tuple[type[Form], dict[str, Any]],
) -> None:
    """No input, however strange, ends in an exception, and every refusal is at a field."""
    form, raw = found
    offered = registry.OPTIONS.get(form.name)
    result = check(form, raw, offered(room()) if offered else None)

    assert isinstance(result, form | Wrong)
    if isinstance(result, Wrong):
        assert result.errors
        assert set(result.errors) <= set(form.fields())


@given(FORMS, st.text(min_size=1))
def test_what_is_wrong_never_repeats_what_was_typed(form: type[Form], text: str) -> None:
    """A refusal holds keys of ours only, so that nothing typed can travel with it."""
    marker = f"<{text}>" * 2000
    result = check(form, dict.fromkeys(form.fields(), marker))

    assert isinstance(result, Wrong)
    assert all(key.startswith(("err.", "nud.")) for key in result.errors.values())
    assert marker not in repr(result)
