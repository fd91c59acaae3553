from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.views import View

from bot.demo.workspace.blocks import Modal
from bot.demo.workspace.checking import check_message, check_view, problems
from bot.demo.workspace.errors import SlackError
from tests.demo.views import (
    Json,
    actions,
    button,
    choice,
    home,
    modal,
    option,
    plain,
    section,
    text_input,
)


def options(count: int) -> list[Json]:
    return [option(str(number), str(number)) for number in range(count)]


def select(count: int, **extra: object) -> Json:
    return choice(element={"options": options(count), **extra})


REFUSED = {
    "a title over 24": (modal(title=plain("x" * 25)), "24 characters", "/view/title"),
    "a submit over 24": (modal(submit=plain("x" * 25)), "24 characters", "/view/submit"),
    "a close over 24": (modal(close=plain("x" * 25)), "24 characters", "/view/close"),
    "metadata over 3000": (
        modal(private_metadata="x" * 3001),
        "3000 characters",
        "/view/private_metadata",
    ),
    "over 100 blocks": (
        modal(*[section()] * 101),
        "no more than 100 items",
        "/view/blocks",
    ),
    "no title": ({"type": "modal", "blocks": []}, "missing required field: title", "/view"),
    "no submit for an input": (
        {"type": "modal", "title": plain("Vertel"), "blocks": [text_input()]},
        "submit is required",
        "/view",
    ),
    "a text over 3000": (modal(section("x" * 3001)), "3000 characters", "/view/blocks/0/text/text"),
    "an empty text": (modal(section("")), "at least 1 characters", "/view/blocks/0/text/text"),
    "a button over 75": (
        modal(actions(button(text="x" * 76))),
        "75 characters",
        "/view/blocks/0/elements/0/text",
    ),
    "an option over 75": (
        modal(choice(element={"options": [option("a", "x" * 76)]})),
        "75 characters",
        "/view/blocks/0/element/options/0/text",
    ),
    "over 100 options": (
        modal(select(101)),
        "no more than 100 items",
        "/view/blocks/0/element/options",
    ),
    "over 10 radio buttons": (
        modal(choice("radio_buttons", element={"options": options(11)})),
        "no more than 10 items",
        "/view/blocks/0/element/options",
    ),
    "over 10 checkboxes": (
        modal(choice("checkboxes", element={"options": options(11)})),
        "no more than 10 items",
        "/view/blocks/0/element/options",
    ),
    "a preset that is no option": (
        modal(select(2, initial_option=option("9", "9"))),
        "initial option",
        "/view/blocks/0/element",
    ),
    "an input longer than 3000": (
        modal(text_input(element={"max_length": 3001})),
        "3000",
        "/view/blocks/0/element/max_length",
    ),
    "the same block_id twice": (
        modal(text_input(), text_input()),
        "`block_id` already exists",
        "/view/blocks",
    ),
    "the same action_id in a block": (
        modal(actions(button(), button())),
        "`action_id` already exists",
        "/view/blocks",
    ),
    "two focused fields": (
        modal(
            text_input("a", element={"focus_on_load": True}),
            text_input("b", element={"focus_on_load": True}),
        ),
        "only one",
        "/view/blocks",
    ),
    "an unknown block": (modal({"type": "carrousel"}), "unsupported type", "/view/blocks/0"),
    "an unknown element": (
        modal(text_input(element={"type": "slider"})),
        "unsupported type",
        "/view/blocks/0/element",
    ),
    "an unknown property": (
        modal(section() | {"colour": "red"}),
        "invalid additional property: colour",
        "/view/blocks/0/colour",
    ),
    "a date that is none": (
        modal(text_input(element={"type": "datepicker", "initial_date": "morgen"})),
        "pattern",
        "/view/blocks/0/element/initial_date",
    ),
}


@pytest.mark.parametrize("view, what, where", REFUSED.values(), ids=REFUSED)
def test_slack_would_refuse_this_view(view: Json, what: str, where: str) -> None:
    """Each limit of a view is told with what is wrong and where, without its content."""
    with pytest.raises(SlackError) as refusal:
        check_view(view, "modal")

    [line] = refusal.value.problems
    assert refusal.value.code == "invalid_arguments"
    assert what in line
    assert line.endswith(f"[json-pointer:{where}]")


ACCEPTED = {
    "a full form": modal(*[text_input(f"field_{number}") for number in range(100)]),
    "a hundred options": modal(select(100, initial_option=option("7", "7"))),
    "several presets": modal(
        choice("checkboxes", element={"initial_options": [option("today", "Vandaag")]})
    ),
    "one that cannot be sent": {"type": "modal", "title": plain("Klaar"), "blocks": [section()]},
    "a date": modal(
        {
            "type": "input",
            "label": plain("Wanneer?"),
            "element": {"type": "datepicker", "initial_date": "2026-11-24"},
        }
    ),
    "groups": modal(
        choice(
            element={
                "type": "static_select",
                "options": None,
                "option_groups": [{"label": plain("School"), "options": options(3)}],
            }
        )
    ),
}


@pytest.mark.parametrize("view", ACCEPTED.values(), ids=ACCEPTED)
def test_slack_would_show_this_view(view: Json) -> None:
    """Views at the limits are let through."""
    assert problems(Modal, view, "/view") == []


def test_a_view_of_more_than_250_kilobytes_is_too_large() -> None:
    """The whole view has a limit beside those of its parts."""
    large = modal(*[section(f"{number}" + "é" * 2990) for number in range(60)])

    with pytest.raises(SlackError, match="view_too_large"):
        check_view(large, "modal")


def test_home_takes_no_title() -> None:
    """Home is not a modal, and a modal is not Home."""
    with pytest.raises(SlackError, match="invalid_arguments"):
        check_view(home() | {"title": plain("Wegwijzer")}, "home")
    with pytest.raises(SlackError, match="invalid_arguments"):
        check_view(modal(), "home")


def test_a_message_has_at_most_fifty_blocks() -> None:
    """Fifty blocks are shown, fifty-one are refused as invalid_blocks."""
    check_message([section()] * 50)

    with pytest.raises(SlackError, match="invalid_blocks"):
        check_message([section()] * 51)


TEXTS = st.text(st.characters(codec="utf-8"), min_size=0, max_size=90)


PLACES: dict[str, Callable[[str], Json]] = {
    "title": lambda text: modal(title=plain(text)),
    "submit": lambda text: modal(submit=plain(text)),
    "metadata": lambda text: modal(private_metadata=text * 40),
}


@pytest.mark.parametrize("put", PLACES.values(), ids=PLACES)
@given(text=TEXTS)
def test_what_is_accepted_is_a_view_for_slacks_own_library(
    put: Callable[[str], Json], text: str
) -> None:
    """A view that is let through is never refused by slack_sdk's models."""
    view = put(text)
    if problems(Modal, view, "/view"):
        return

    try:
        View(**view).validate_json()
    except SlackObjectFormationError as refusal:
        pytest.fail(str(refusal))
