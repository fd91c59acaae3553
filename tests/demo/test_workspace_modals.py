from typing import Any

import pytest
from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.demo.workspace import NotShown
from tests.demo.listeners import closed, opens, pressed, submitted
from tests.demo.small_app import Stage
from tests.demo.views import actions, button, choice, modal, plain, section, text_input

Json = dict[str, Any]


async def test_a_form_reaches_the_app_and_closes(slack: Stage) -> None:
    """A person tells something in a form, the app gets it once, and the form closes."""
    opens(slack, modal(text_input(), choice("radio_buttons")))
    seen = submitted(slack)
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill({"Wat heb je gezien?": "Stil in de kring"})
    await slack.teacher.pick("Hoe snel?", "Vandaag")

    sent = await slack.teacher.submit()

    assert sent.ok
    assert slack.teacher.modal() is None
    assert [one["facts"]["text"]["value"] for one in seen] == ["Stil in de kring"]
    assert seen[0]["speed"]["pick"]["selected_option"]["value"] == "today"


async def test_a_required_field_keeps_the_form_open(slack: Stage) -> None:
    """An empty required field is told beside the field and nothing is sent."""
    opens(slack, modal())
    seen = submitted(slack)
    await slack.teacher.command("/zorgsignaal")

    sent = await slack.teacher.submit()

    assert list(sent.errors) == ["facts"]
    assert seen == []
    assert slack.teacher.modal() is not None


async def test_errors_of_the_app_stand_beside_the_field(slack: Stage) -> None:
    """An error the app gives is shown, and what was typed is still there."""
    opens(slack, modal())
    submitted(slack, response_action="errors", errors={"facts": "Schrijf iets meer."})
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill(facts="Stil")

    sent = await slack.teacher.submit()

    view = slack.teacher.stack()[0]
    assert sent.errors == {"facts": "Schrijf iets meer."}
    assert view.errors == {"facts": "Schrijf iets meer."}
    assert view.value("facts") == "Stil"


async def test_errors_for_a_field_that_is_not_there_are_the_apps_mistake(slack: Stage) -> None:
    """An error for an unknown block leaves the person with a form that will not send."""
    opens(slack, modal())
    submitted(slack, response_action="errors", errors={"elsewhere": "Schrijf iets meer."})
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill(facts="Stil")

    sent = await slack.teacher.submit()

    assert sent.error == "invalid_response"
    assert slack.teacher.stack()[0].value("facts") == "Stil"


@pytest.mark.parametrize(
    "answer, titles",
    [
        (
            {"response_action": "update", "view": modal(title=plain("B"))},
            ["B"],
        ),
        (
            {"response_action": "push", "view": modal(title=plain("B"))},
            ["Vertel wat je ziet", "B"],
        ),
        ({"response_action": "clear"}, []),
        ({}, []),
    ],
)
async def test_the_ack_decides_what_stands_on_the_screen(
    slack: Stage, answer: Json, titles: list[str]
) -> None:
    """A submission is followed by another screen, one on top, an empty stack or one less."""
    opens(slack, modal())
    submitted(slack, **answer)
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill(facts="Stil")

    sent = await slack.teacher.submit()

    assert sent.ok
    assert [one.title for one in slack.teacher.stack()] == titles


async def test_an_update_that_slack_would_refuse_is_seen(slack: Stage) -> None:
    """A faulty view in the ack is an error for the person and keeps the form."""
    opens(slack, modal())
    submitted(slack, response_action="update", view=modal(title=plain("x" * 25)))
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill(facts="Stil")

    sent = await slack.teacher.submit()

    assert sent.error == "invalid_response"
    assert sent.problems == ("[ERROR] must be at most 24 characters [json-pointer:/view/title]",)
    assert slack.teacher.stack()[0].value("facts") == "Stil"


def redraws(slack: Stage, view: Json) -> None:
    """The choice of how soon shows another view in the place of this one."""

    @slack.app.action("pick")
    async def action(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=view)
        await ack()


async def test_an_update_keeps_input_where_the_ids_stay(slack: Stage) -> None:
    """What was typed survives an update with the same ids and is dropped with other ids."""
    speed = choice(dispatch_action=True)
    opens(slack, modal(text_input(), text_input("child", optional=True), speed))
    redraws(slack, modal(section("Bel nu 112."), text_input(), text_input("pupil"), speed))
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill(facts="Stil", child="Kim")

    await slack.teacher.pick("speed", "today")

    view = slack.teacher.stack()[0]
    assert view.value("facts") == "Stil"
    assert view.value("pupil") == ""
    assert view.value("speed") == "today"
    assert "Bel nu 112." in view.shown


async def test_typing_tells_an_app_that_asked_for_it(slack: Stage) -> None:
    """A field with on_character_entered sends its text with the state of the whole form."""
    config = {"dispatch_action_config": {"trigger_actions_on": ["on_character_entered"]}}
    opens(slack, modal(text_input(dispatch_action=True, element=config), choice(optional=True)))
    seen = pressed(slack, "text")
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.pick("speed", "week")

    await slack.teacher.fill(facts="Stil")

    state = seen[0]["view"]["state"]["values"]
    assert [one["value"] for one in seen[0]["actions"]] == ["Stil"]
    assert state["speed"]["pick"]["selected_option"]["value"] == "week"


async def test_a_button_in_a_modal_may_push_up_to_three_views(slack: Stage) -> None:
    """The fourth view on the stack is refused with the documented code."""
    refusals: list[str] = []
    view = modal(text_input(), actions(button("deeper", "Dieper")))
    opens(slack, view)

    @slack.app.action("deeper")
    async def action(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        try:
            await client.views_push(trigger_id=body["trigger_id"], view=view)
        except SlackApiError as refusal:
            refusals.append(refusal.response["error"])
        await ack()

    await slack.teacher.command("/zorgsignaal")
    for _ in range(3):
        await slack.teacher.click("Dieper")

    assert len(slack.teacher.stack()) == 3
    assert refusals == ["push_limit_reached"]


async def test_closing_tells_an_app_that_asked_for_it(slack: Stage) -> None:
    """A closed view is reported once, and a later update of it finds nothing."""
    opens(slack, modal(notify_on_close=True))
    seen = closed(slack)
    await slack.teacher.command("/zorgsignaal")
    view_id = slack.teacher.stack()[0].id

    await slack.teacher.close()

    with pytest.raises(SlackApiError, match="not_found"):
        await slack.client.views_update(view_id=view_id, view=modal())
    assert [one["view"]["id"] for one in seen] == [view_id]
    assert seen[0]["is_cleared"] is False


async def test_a_view_pushed_during_a_submission_is_closed_by_an_empty_ack(slack: Stage) -> None:
    """An empty ack closes what is on top, as it does in Slack, not the view it answers."""
    opens(slack, modal())

    @slack.app.view("signal")
    async def submission(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await client.views_push(trigger_id=body["trigger_id"], view=modal())
        await ack()

    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill(facts="Stil")
    await slack.teacher.submit()

    assert [one.value("facts") for one in slack.teacher.stack()] == ["Stil"]


async def test_a_person_cannot_reach_what_is_not_on_the_screen(slack: Stage) -> None:
    """Unknown buttons, fields and options, and a form that cannot be sent, are refused."""
    opens(slack, modal(choice()))
    await slack.teacher.command("/zorgsignaal")

    with pytest.raises(NotShown):
        await slack.teacher.click("Verwijder alles")
    with pytest.raises(NotShown):
        await slack.teacher.fill(elsewhere="Stil")
    with pytest.raises(NotShown):
        await slack.teacher.pick("speed", "Morgen")
    with pytest.raises(NotShown):
        await slack.intern_begeleider.submit()
