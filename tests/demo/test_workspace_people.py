import pytest
from slack_sdk.errors import SlackApiError

from bot.demo.workspace import UnknownPerson
from tests.demo.listeners import hears, opens, pressed
from tests.demo.small_app import INTERN_BEGELEIDER, TEACHER, Stage, stage
from tests.demo.views import actions, button, home, modal, text_input


async def test_people_are_kept_apart(slack: Stage) -> None:
    """One person's modal, typing and Home are on nobody else's screen."""
    opens(slack, modal())
    await slack.teacher.command("/zorgsignaal")
    await slack.intern_begeleider.command("/zorgsignaal")
    await slack.client.views_publish(user_id=TEACHER.id, view=home())

    await slack.teacher.fill(facts="Stil")

    assert slack.teacher.stack()[0].value("facts") == "Stil"
    assert slack.intern_begeleider.stack()[0].value("facts") == ""
    assert slack.teacher.home() is not None
    assert slack.intern_begeleider.home() is None


async def test_home_is_asked_for_and_shown(slack: Stage) -> None:
    """Opening Home tells the app, whose view is shown and can be operated."""
    opened, seen = hears(slack, "app_home_opened"), pressed(slack, "text")
    await slack.teacher.open_home()
    field = text_input(
        dispatch_action=True,
        element={"dispatch_action_config": {"trigger_actions_on": ["on_character_entered"]}},
    )
    await slack.client.views_publish(user_id=TEACHER.id, view=home(field))
    await slack.teacher.open_home()

    await slack.teacher.fill(facts="Stil")

    assert [one["event"]["tab"] for one in opened] == ["home", "home"]
    assert "view" not in opened[0]["event"]
    assert opened[1]["event"]["view"]["type"] == "home"
    assert seen[0]["view"]["state"]["values"]["facts"]["text"]["value"] == "Stil"


async def test_a_home_button_is_pressed_when_no_message_has_it(slack: Stage) -> None:
    """Home is within reach of a click beside the messages."""
    seen = pressed(slack)
    await slack.client.views_publish(user_id=TEACHER.id, view=home(actions(button())))

    await slack.teacher.click("Bekijk")

    assert [one["container"]["type"] for one in seen] == ["view"]


async def test_people_are_found_by_email_and_id(slack: Stage) -> None:
    """The app finds a person by e-mail, whatever the case of the letters."""
    found = await slack.client.users_lookupByEmail(email="Sanne@School.example")
    told = await slack.client.users_info(user=found["user"]["id"])

    assert told["user"]["real_name"] == TEACHER.name
    assert told["user"]["tz_offset"] == 3600
    with pytest.raises(SlackApiError, match="users_not_found"):
        await slack.client.users_lookupByEmail(email="niemand@school.example")
    with pytest.raises(SlackApiError, match="user_not_found"):
        await slack.client.users_info(user="U9NOBODY")


async def test_who_left_is_listed_and_can_still_be_written_to(slack: Stage) -> None:
    """A message to a deactivated person succeeds, so an app must look before it sends."""
    slack.workspace.deactivate(TEACHER.id)

    everyone = await slack.client.users_list(limit=2)
    rest = await slack.client.users_list(cursor=everyone["response_metadata"]["next_cursor"])
    sent = await slack.client.chat_postMessage(channel=TEACHER.id, text="Er staat iets klaar.")

    deleted = {one["id"]: one["deleted"] for one in [*everyone["members"], *rest["members"]]}
    assert deleted == {TEACHER.id: True, INTERN_BEGELEIDER.id: False, "U0LOKAALBOT": False}
    assert sent["ok"]
    with pytest.raises(SlackApiError, match="users_not_found"):
        await slack.client.users_lookupByEmail(email=TEACHER.email)
    with pytest.raises(SlackApiError, match="user_disabled"):
        await slack.client.conversations_open(users=[TEACHER.id])


async def test_nobody_is_somebody_else(slack: Stage) -> None:
    """An id that nobody has opens no screen."""
    with pytest.raises(UnknownPerson):
        slack.workspace.person("U9NOBODY")


async def test_a_missing_scope_is_told_with_what_is_needed() -> None:
    """An app that was not given a scope is refused, and hears nothing of what it may not."""
    async with stage(scopes=("commands",)) as slack:
        seen = hears(slack, "message")
        with pytest.raises(SlackApiError, match="missing_scope") as refusal:
            await slack.post()
        await slack.teacher.say("Kim is stil")
        told = await slack.client.auth_test()

    assert refusal.value.response["needed"] == "chat:write"
    assert refusal.value.response["provided"] == "commands"
    assert told.headers["x-oauth-scopes"] == "commands"
    assert seen == []


@pytest.mark.parametrize(
    "method, token, code",
    [
        ("auth.test", "xoxb-vreemd", "invalid_auth"),
        ("auth.test", "xapp-lokaal", "not_allowed_token_type"),
        ("apps.connections.open", "xoxb-lokaal", "not_allowed_token_type"),
        ("chat.scheduleMessage", "xoxb-lokaal", "unknown_method"),
    ],
)
async def test_the_wrong_token_or_method_is_refused(
    slack: Stage, method: str, token: str, code: str
) -> None:
    """Only the app's own tokens open the methods that are imitated, each its own."""
    slack.client.token = token

    with pytest.raises(SlackApiError, match=code):
        await slack.client.api_call(method)
