import pytest
from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from tests.demo.listeners import Json, closed, opens
from tests.demo.small_app import Stage
from tests.demo.views import actions, button, modal, section, text_input


async def stacked(slack: Stage, **top: object) -> list[Json]:
    """Two views, both of which the app wants to hear of when they are closed."""
    seen = closed(slack)
    view = modal(text_input(), actions(button("deeper", "Dieper")), notify_on_close=True)
    opens(slack, view)

    @slack.app.action("deeper")
    async def action(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await client.views_push(trigger_id=body["trigger_id"], view={**view, **top})
        await ack()

    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.click("Dieper")
    return seen


async def test_closing_the_top_shows_what_lies_under_it(slack: Stage) -> None:
    """One view is closed and reported, the one below is on the screen again."""
    seen = await stacked(slack)
    below, top = (one.id for one in slack.teacher.stack())

    await slack.teacher.close()

    assert [one.id for one in slack.teacher.stack()] == [below]
    assert [(one["view"]["id"], one["is_cleared"]) for one in seen] == [(top, False)]


@pytest.mark.parametrize("everything, top", [(True, {}), (False, {"clear_on_close": True})])
async def test_the_whole_stack_may_be_closed_at_once(
    slack: Stage, *, everything: bool, top: Json
) -> None:
    """The cross, or a view that clears on close, closes and reports every view, top first."""
    seen = await stacked(slack, **top)
    below, above = (one.id for one in slack.teacher.stack())

    await slack.teacher.close(everything=everything)

    assert slack.teacher.stack() == []
    assert [(one["view"]["id"], one["is_cleared"]) for one in seen] == [
        (above, True),
        (below, True),
    ]


async def test_an_app_that_did_not_ask_is_not_told(slack: Stage) -> None:
    """Without notify_on_close nothing is sent."""
    seen = closed(slack)
    opens(slack, modal())
    await slack.teacher.command("/zorgsignaal")

    await slack.teacher.close()

    assert (slack.teacher.stack(), seen) == ([], [])


async def test_an_error_goes_when_the_form_is_sent_again_or_changed(slack: Stage) -> None:
    """A sentence beside a field is gone as soon as it may no longer be true."""
    opens(slack, modal())

    @slack.app.view("signal")
    async def submission(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        errors_seen.append(slack.teacher.stack()[0].errors)
        await ack(response_action="errors", errors={"facts": "Schrijf iets meer."})

    errors_seen: list[dict[str, str]] = []
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill(facts="Stil")
    await slack.teacher.submit()
    await slack.teacher.submit()
    view = slack.teacher.stack()[0]
    await slack.client.views_update(view_id=view.id, view=modal(section(), text_input()))

    assert errors_seen == [{}, {}]
    assert view.errors == {"facts": "Schrijf iets meer."}
    assert slack.teacher.stack()[0].errors == {}


async def test_ids_the_app_left_out_are_filled_in_and_do_not_stay(slack: Stage) -> None:
    """Without a block_id of the app's own, an update drops what was typed."""
    nameless = text_input()
    del nameless["block_id"]
    opens(slack, modal(nameless))
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill({"Wat heb je gezien?": "Stil"})
    before = slack.teacher.stack()[0]

    await slack.client.views_update(view_id=before.id, view=modal(nameless))

    assert before.value("Wat heb je gezien?") == "Stil"
    assert slack.teacher.stack()[0].value("Wat heb je gezien?") == ""
