from typing import Any

import pytest

from bot.slack import parse

Json = dict[str, Any]


def view(**changes: object) -> Json:
    """A modal half filled in, as Slack describes it."""
    return {
        "id": "V1",
        "type": "modal",
        "callback_id": "answer",
        "hash": "1.a",
        "private_metadata": "handle-of-case",
        "previous_view_id": None,
        "blocks": [
            {"type": "section", "block_id": "x"},
            {"type": "input", "block_id": "text~draft", "element": {"action_id": "text"}},
        ],
        "state": {"values": {"text~draft": {"text": {"type": "plain_text_input", "value": "Hi"}}}},
    } | changes


def click(action: Json | None = None, **changes: object) -> Json:
    pressed = {"action_id": "take", "value": "handle", "action_ts": "5.0"} | (action or {})
    return {"user": {"id": "U1"}, "trigger_id": "T1", "actions": [pressed]} | changes


def submission(**changes: object) -> Json:
    return {"user": {"id": "U1"}, "view": view(**changes)}


def test_a_click_in_a_modal() -> None:
    """It names the window, its form, what stands in it, and about what the button is."""
    found = parse.click(click(view=view()))

    assert (found.user, found.action, found.handle, found.trigger) == ("U1", "take", "handle", "T1")
    assert (found.view, found.form, found.raw) == ("V1", "answer", {"text": "Hi"})
    assert [block["block_id"] for block in found.inputs] == ["text~draft"]


@pytest.mark.parametrize("place", [{}, {"view": view(id="V2", type="home", callback_id="")}])
def test_a_click_elsewhere_is_in_no_window(place: Json) -> None:
    """From a message or Home a window is opened, not changed."""
    found = parse.click(click(**place))

    assert (found.view, found.form) == ("", "")
    assert found.handle == "handle"


def test_a_button_without_a_value_is_about_what_its_window_is() -> None:
    """Buttons inside a form carry no reference of their own."""
    found = parse.click(click({"value": ""}, view=view()))

    assert found.handle == "handle-of-case"


def test_a_click_delivered_again_is_the_same_occasion() -> None:
    """Only what names the delivery differs between two of them."""
    first = parse.click(click(view=view()))
    again = parse.click(click({"action_ts": "6.0"}, view=view(), trigger_id="T2"))

    assert first.key == again.key


@pytest.mark.parametrize(
    "other",
    [
        click(view=view(hash="1.b")),
        click(view=view(id="V2")),
        click({"action_id": "keep"}, view=view()),
        click({"value": "another"}, view=view()),
    ],
)
def test_another_click_is_another_occasion(other: Json) -> None:
    """A window that has changed, another window, button or subject is not the same again."""
    assert parse.click(other).key != parse.click(click(view=view())).key


def test_two_taps_on_a_message_are_two_occasions() -> None:
    """A message does not change, so the moment of the tap tells them apart."""
    keys = {parse.click(click({"action_ts": ts})).key for ts in ("5.0", "5.0", "6.0")}

    assert len(keys) == 2


def test_a_submission_says_where_its_fields_stand() -> None:
    """An error is shown at the block as it is called in this edition of the form."""
    found = parse.submission(submission())

    assert (found.user, found.form, found.handle) == ("U1", "answer", "handle-of-case")
    assert found.raw == {"text": "Hi"}
    assert found.blocks["text"] == "text~draft"
    assert found.below == ""


@pytest.mark.parametrize("below", ["V0", ""])
def test_a_submission_knows_the_window_below(below: str) -> None:
    """After success it is that one which shows the case."""
    assert parse.submission(submission(previous_view_id=below)).below == below


def test_the_same_window_sent_twice_is_one_occasion() -> None:
    """A double tap and a second delivery have one key; another person's or window's is another."""
    key = parse.submission(submission()).key
    others = {
        parse.submission(submission(id="V2")).key,
        parse.submission(submission(hash="1.b")).key,
        parse.submission({**submission(), "user": {"id": "U2"}}).key,
    }

    assert parse.submission(submission()).key == key
    assert key not in others
    assert len(others) == 3


def test_a_typed_message() -> None:
    """Where it stands and what it answers; outside a thread it answers nothing."""
    event = {"user": "U1", "channel": "D1", "ts": "2.0", "text": "Hi", "thread_ts": "1.0"}
    loose = {name: value for name, value in event.items() if name not in {"thread_ts", "text"}}

    assert parse.typed(event) == parse.Typed("U1", "D1", "2.0", "1.0", "Hi")
    assert parse.typed(loose) == parse.Typed("U1", "D1", "2.0", "", "")


@pytest.mark.parametrize(
    "state, value",
    [
        ({"type": "plain_text_input", "value": "Hi"}, "Hi"),
        ({"type": "plain_text_input", "value": None}, None),
        ({"type": "plain_text_input"}, None),
        ({"type": "datepicker", "selected_date": "2026-11-03"}, "2026-11-03"),
        ({"type": "datepicker", "selected_date": None}, None),
        ({"type": "radio_buttons", "selected_option": {"value": "yes"}}, "yes"),
        ({"type": "radio_buttons", "selected_option": None}, None),
        ({"type": "multi_static_select", "selected_options": [{"value": "a"}]}, ["a"]),
        ({"type": "multi_static_select", "selected_options": []}, []),
    ],
)
def test_every_kind_of_field_filled_in_and_empty(state: Json, value: object) -> None:
    """Slack says "empty" in several ways."""
    found = parse.raw({"state": {"values": {"field": {"field": state}}}})

    assert found == {"field": value}


def test_a_view_without_fields_holds_nothing() -> None:
    """A window of text only has no state, or an empty one."""
    assert (parse.raw({}), parse.raw({"state": {"values": {}}})) == ({}, {})


def test_a_typed_message_is_read_as_it_was_typed() -> None:
    """Slack escapes three signs in messages; the case gets what the person typed."""
    event = {"user": "U1", "channel": "D1", "ts": "2.0", "text": "5 &lt; 6 &amp; &quot;ja&quot;"}

    assert parse.typed(event).text == '5 < 6 & "ja"'
