from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from tests.demo.small_app import Stage
from tests.demo.views import choice, modal, section, text_input

Json = dict[str, Any]


def opens(slack: Stage, view: Json) -> None:
    @slack.app.command("/zorgsignaal")
    async def command(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=view)
        await ack()


def answers(slack: Stage, **ack_with: object) -> list[Json]:
    seen: list[Json] = []

    @slack.app.view("signal")
    async def submitted(ack: AsyncAck, body: Json) -> None:
        seen.append(body["view"]["state"]["values"])
        await ack(**ack_with)

    return seen


async def test_a_command_opens_a_form_that_reaches_the_app_and_closes(slack: Stage) -> None:
    """A person tells something in a form, the app gets it once, and the form closes."""
    opens(slack, modal(text_input(), choice("radio_buttons")))
    seen = answers(slack)
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill(facts="Stil in de kring")
    await slack.teacher.pick("Hoe snel?", "Vandaag")

    sent = await slack.teacher.submit()

    assert sent.ok
    assert slack.teacher.modal() is None
    assert [one["facts"]["text"]["value"] for one in seen] == ["Stil in de kring"]
    assert seen[0]["speed"]["pick"]["selected_option"]["value"] == "today"


async def test_a_required_field_keeps_the_form_open(slack: Stage) -> None:
    """An empty required field is told beside the field and nothing is sent."""
    opens(slack, modal())
    seen = answers(slack)
    await slack.teacher.command("/zorgsignaal")

    sent = await slack.teacher.submit()

    assert list(sent.errors) == ["facts"]
    assert seen == []
    assert slack.teacher.modal() is not None


async def test_errors_of_the_app_stand_beside_the_field(slack: Stage) -> None:
    """An error the app gives is shown, and what was typed is still there."""
    opens(slack, modal())
    answers(slack, response_action="errors", errors={"facts": "Schrijf iets meer."})
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill(facts="Stil")

    sent = await slack.teacher.submit()

    view = slack.teacher.modal()
    assert sent.errors == {"facts": "Schrijf iets meer."}
    assert view is not None
    assert view.errors == {"facts": "Schrijf iets meer."}
    assert view.value("facts") == "Stil"


async def test_the_app_may_answer_with_another_screen(slack: Stage) -> None:
    """An update in the ack replaces the form by the confirmation."""
    opens(slack, modal())
    thanks = modal(section("Goed dat je dit deelt."))
    del thanks["submit"]
    answers(slack, response_action="update", view=thanks)
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill(facts="Stil")

    await slack.teacher.submit()

    view = slack.teacher.modal()
    assert view is not None
    assert view.shown == ["Goed dat je dit deelt."]
