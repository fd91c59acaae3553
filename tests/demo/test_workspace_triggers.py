import pytest
from slack_sdk.errors import SlackApiError

from tests.demo.listeners import opens, says
from tests.demo.small_app import Stage
from tests.demo.views import modal


async def triggers(slack: Stage, count: int) -> list[str]:
    seen = says(slack)
    for _ in range(count):
        await slack.teacher.command("/zorgsignaal")
    return [str(one["trigger_id"]) for one in seen]


async def test_a_trigger_lives_three_seconds(slack: Stage) -> None:
    """A modal that is opened too late is refused, one in time is shown."""
    in_time, too_late = await triggers(slack, 2)

    slack.hands.later(seconds=3)
    await slack.client.views_open(trigger_id=in_time, view=modal())
    slack.hands.later(seconds=0.1)

    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        await slack.client.views_open(trigger_id=too_late, view=modal())
    assert len(slack.teacher.stack()) == 1


async def test_a_trigger_works_once(slack: Stage) -> None:
    """The second modal on one trigger is refused, and so is a trigger nobody gave out."""
    [once] = await triggers(slack, 1)
    await slack.client.views_open(trigger_id=once, view=modal())

    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        await slack.client.views_open(trigger_id=once, view=modal())
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        await slack.client.views_open(trigger_id="1.2.3", view=modal())


async def test_an_old_screen_is_not_overwritten(slack: Stage) -> None:
    """An update with the hash of an earlier state of the view is refused."""
    opens(slack, modal())
    await slack.teacher.command("/zorgsignaal")
    view = slack.teacher.stack()[0]
    await slack.client.views_update(view_id=view.id, hash=view.hash, view=modal())

    with pytest.raises(SlackApiError, match="hash_conflict"):
        await slack.client.views_update(view_id=view.id, hash=view.hash, view=modal())


async def test_a_view_can_be_found_by_the_apps_own_id(slack: Stage) -> None:
    """An external_id names one view at a time."""
    first, second = await triggers(slack, 2)
    await slack.client.views_open(trigger_id=first, view=modal(external_id="signal-1"))

    await slack.client.views_update(
        external_id="signal-1", view=modal(external_id="signal-1", callback_id="next")
    )

    assert slack.teacher.stack()[0].callback_id == "next"
    with pytest.raises(SlackApiError, match="duplicate_external_id"):
        await slack.client.views_open(trigger_id=second, view=modal(external_id="signal-1"))


async def test_an_update_may_not_take_the_external_id_of_another(slack: Stage) -> None:
    """Two open views never share the app's own id."""
    [first] = await triggers(slack, 1)
    await slack.client.views_open(trigger_id=first, view=modal(external_id="signal-1"))
    other = slack.intern_begeleider.desk.state.views.open(slack.intern_begeleider.id, modal())

    with pytest.raises(SlackApiError, match="duplicate_external_id"):
        await slack.client.views_update(view_id=other.id, view=modal(external_id="signal-1"))
