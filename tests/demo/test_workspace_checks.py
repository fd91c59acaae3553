import pytest

from bot.demo.workspace.client_checks import mistakes
from bot.demo.workspace.errors import NotShown
from bot.demo.workspace.form import Form, Value
from tests.demo.views import Json, actions, button, choice, plain, text_input


def field(kind: str, **element: object) -> Json:
    return {
        "type": "input",
        "block_id": "field",
        "label": plain("Veld"),
        "element": {"type": kind, "action_id": "value", **element},
    }


def checked(block: Json, value: Value) -> list[str]:
    form = Form([block])
    form.set(form.controls[0], value)
    return list(mistakes(form).values())


NUMBER = field("number_input", is_decimal_allowed=False, min_value="1", max_value="10")


@pytest.mark.parametrize(
    "block, value, sentences",
    [
        (text_input(), "", ["Vul dit verplichte veld in."]),
        (text_input(optional=True), "", []),
        (text_input(), " ", []),
        (text_input(element={"min_length": 3}), "ab", ["Gebruik minstens 3 tekens."]),
        (text_input(element={"max_length": 3}), "abcd", ["Gebruik niet meer dan 3 tekens."]),
        (text_input(), "x" * 3001, ["Gebruik niet meer dan 3000 tekens."]),
        (choice(), None, ["Vul dit verplichte veld in."]),
        (choice("checkboxes"), [], ["Vul dit verplichte veld in."]),
        (
            choice("multi_static_select", element={"max_selected_items": 1}),
            ["today", "week"],
            ["Kies er niet meer dan 1."],
        ),
        (field("email_text_input"), "sanne", ["Vul een geldig e-mailadres in."]),
        (field("email_text_input"), "sanne@school.example", []),
        (field("url_text_input"), "school", ["Vul een geldige link in."]),
        (field("url_text_input"), "https://school.example", []),
        (NUMBER, "vijf", ["Vul een getal in."]),
        (NUMBER, "2.5", ["Vul een heel getal in."]),
        (NUMBER, "11", ["Dit getal is te klein of te groot."]),
        (NUMBER, "5", []),
        (field("datepicker"), "2026-11-24", []),
        (field("users_select"), None, ["Vul dit verplichte veld in."]),
    ],
)
def test_the_form_is_checked_before_it_is_sent(
    block: Json, value: Value, sentences: list[str]
) -> None:
    """Slack's own app tells what is missing or wrong, in a sentence beside the field."""
    assert checked(block, value) == sentences


@pytest.mark.parametrize(
    "block, value",
    [
        (choice(), "morgen"),
        (choice(), ["today", "week"]),
        (field("datepicker"), "24 november"),
        (field("timepicker"), "half twee"),
        (actions(button()), "gedrukt"),
    ],
)
def test_a_person_can_choose_only_what_is_offered(block: Json, value: Value) -> None:
    """What no screen offers cannot be filled in."""
    with pytest.raises(NotShown):
        checked(block, value)


@pytest.mark.parametrize(
    "block, value",
    [
        (text_input(), "Stil"),
        (choice(), "week"),
        (choice("multi_static_select"), ["today", "week"]),
        (field("datepicker"), "2026-11-24"),
        (field("timepicker"), "13:30"),
        (field("users_select"), "U1TEACHER"),
        (field("multi_users_select"), ["U1TEACHER", "U2IB"]),
    ],
)
def test_what_is_filled_in_can_be_read_back(block: Json, value: Value) -> None:
    """Every kind of field gives back the value it was given."""
    form = Form([block])
    form.set(form.controls[0], value)

    [values] = form.simple_values().values()
    assert list(values.values()) == [value]


def test_a_choice_that_is_no_longer_offered_is_dropped() -> None:
    """An update with other options keeps no choice that is not among them."""
    before = Form([choice()])
    before.set(before.controls[0], "today")
    fewer = choice(element={"options": [{"text": plain("Deze week"), "value": "week"}]})

    after = Form([fewer], before)

    assert after.simple_values() == {"speed": {"pick": None}}


def test_a_preset_is_there_from_the_start() -> None:
    """An initial value counts as filled in."""
    preset = {"text": plain("Vandaag"), "value": "today"}
    form = Form(
        [text_input(element={"initial_value": "Stil"}), choice(element={"initial_option": preset})]
    )

    assert mistakes(form) == {}
    assert form.simple_values() == {"facts": {"text": "Stil"}, "speed": {"pick": "today"}}
