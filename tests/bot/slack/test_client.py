from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery import SendError
from bot.demo.workspace.faults import Faults
from bot.slack.client import NOT_INSTALLED, UNTIL_INSTALLED, SlackPostman
from bot.slack.gate.client import GatedClient
from dialogs.conversations import chat
from meldcode.notices import Tone
from storage.records import Message
from tests.bot.slack.conftest import COLLEAGUE, GUEST, HANDLE, LEFT, TEACHER, Line

ENVELOPE = chat.envelope(Tone.NEW, HANDLE)
KEY = "case-1:3:teacher"
DAY = timedelta(days=1)

Fault = Callable[[Faults], None]


async def send(
    line: Line, root: Message | None = None, key: str = KEY, *, again: bool = False
) -> Message:
    return await line.postman.send(
        TEACHER, ENVELOPE, root, key, line.hands.now() - DAY if again else None
    )


async def test_an_envelope_arrives_in_the_private_chat(line: Line) -> None:
    """The person reads the neutral sentence, the button and the footer, and nothing more."""
    sent = await send(line)
    (message,) = line.teacher.messages()

    assert message.ts == sent.ts
    assert message.shown == [
        "Er staat iets nieuws voor je klaar.",
        "Bekijk in Wegwijzer",
        "Sta je voor de klas? Open dit dan straks.",
    ]
    assert message.text == "\n".join((message.shown[0], message.shown[2]))


async def test_the_mark_of_a_message_tells_nothing(line: Line) -> None:
    """What is kept with it to find it back holds no id of a case or person."""
    await send(line)
    (message,) = line.teacher.messages()

    assert "case-1" not in str(message.metadata)
    assert "teacher" not in str(message.metadata)


async def test_later_news_is_a_reply(line: Line) -> None:
    """Under a root it is no message of its own."""
    root = await send(line)
    reply = await send(line, root, "key-2")

    assert [one.ts for one in line.teacher.messages()] == [root.ts]
    assert [one.ts for one in line.teacher.thread(root.ts)] == [reply.ts]


@pytest.mark.parametrize("threaded", [False, True])
async def test_a_message_whose_answer_was_lost_is_found(line: Line, *, threaded: bool) -> None:
    """It arrived, we did not hear so: the next try finds it and sends nothing."""
    root = await send(line, key="root") if threaded else None
    line.workspace.faults.reset("chat.postMessage", after=True)
    with pytest.raises(SendError, match="network"):
        await send(line, root)
    found = await send(line, root, again=True)
    chat_text = line.workspace.chat_text()["messages"]

    assert len(chat_text) == (2 if threaded else 1)
    assert found.ts == chat_text[-1]["ts"]


async def test_a_message_that_did_not_arrive_is_sent_again(line: Line) -> None:
    """The next try looks, finds others only, and sends."""
    await send(line, key="another")
    line.workspace.faults.reset("chat.postMessage")
    with pytest.raises(SendError, match="network"):
        await send(line)
    await send(line, again=True)

    assert len(line.teacher.messages()) == 2


async def test_it_is_found_among_very_many(line: Line) -> None:
    """However much was said since, the read-back goes on to the end, page by page."""
    sent = await send(line)
    for number in range(230):
        await line.teacher.say(str(number))
    found = await send(line, again=True)

    assert found.ts == sent.ts
    assert line.calls("conversations.history") == 2


async def test_it_is_found_though_its_case_has_a_message_by_now(line: Line) -> None:
    """What went out before there was a first message to reply to is not among the replies."""
    sent = await send(line)
    root = await send(line, key="urgent")
    found = await send(line, root, again=True)

    assert found.ts == sent.ts


async def test_when_the_app_is_removed_messages_wait(line: Line) -> None:
    """Slack then says that an account is inactive, and it is our own: nobody else is given up."""
    client = GatedClient(line.client.gate, line.workspace.api_url, line.client.sends_over)
    postman = SlackPostman(client, line.texts, line.hands.now, line.tiers)
    with pytest.raises(SendError, match="not_authed") as error:
        await postman.send(TEACHER, ENVELOPE, None, KEY, None)
    with pytest.raises(SendError):
        await postman.find_person("teacher@school.example")

    assert (error.value.final, error.value.wait) == (False, UNTIL_INSTALLED)
    assert "account_inactive" in NOT_INSTALLED


async def test_too_many_is_a_pause_for_everybody(line: Line) -> None:
    """While Slack wants no messages, none of anybody is tried."""
    line.workspace.faults.fail("chat.postMessage", status=429, retry_after=40)
    with pytest.raises(SendError, match="ratelimited"):
        await send(line)
    with pytest.raises(SendError, match="ratelimited") as error:
        await line.postman.send(COLLEAGUE, ENVELOPE, None, "key-2", None)

    assert error.value.wait is not None
    assert error.value.wait > timedelta(seconds=35)
    assert line.calls("chat.postMessage") == 1


async def test_to_somebody_who_left_nothing_is_sent(line: Line) -> None:
    """Slack would accept it without a word, so it is asked before, and there is no second try."""
    with pytest.raises(SendError, match="account_inactive") as refused:
        await line.postman.send(LEFT, ENVELOPE, None, KEY, None)

    assert (refused.value.final, refused.value.gone) == (True, True)
    assert line.calls("chat.postMessage") == 0


async def test_who_is_here_is_asked_once_in_a_while(line: Line) -> None:
    """Somebody may leave meanwhile, so the answer holds for ten minutes."""
    postman = line.postman
    for key in ("a", "b"):
        await postman.send(TEACHER, ENVELOPE, None, key, None)
    asked = line.calls("users.info")
    line.hands.later(minutes=10)
    line.workspace.deactivate(TEACHER)

    with pytest.raises(SendError, match="account_inactive"):
        await postman.send(TEACHER, ENVELOPE, None, "c", None)
    assert asked == 1
    assert line.calls("conversations.open") == 1


TROUBLE: dict[str, tuple[Fault, str, timedelta | None]] = {
    "too many": (
        lambda faults: faults.fail("chat.postMessage", status=429, retry_after=30),
        "ratelimited",
        timedelta(seconds=30),
    ),
    "out of order": (lambda faults: faults.fail("chat.postMessage"), "internal_error", None),
    "cut off": (lambda faults: faults.reset("chat.postMessage"), "network", None),
    "silent": (lambda faults: faults.hang("chat.postMessage"), "network", None),
    "silent before": (lambda faults: faults.hang("users.info"), "network", None),
}


@pytest.mark.parametrize("trouble", TROUBLE)
async def test_trouble_is_a_word_and_a_time(line: Line, trouble: str) -> None:
    """Whatever goes wrong at Slack comes out as a code that can be retried."""
    happens, reason, wait = TROUBLE[trouble]
    happens(line.workspace.faults)
    with pytest.raises(SendError) as error:
        await send(line)

    assert not error.value.final
    assert error.value.wait == wait
    assert error.value.reason == reason


async def test_what_the_gate_refuses_is_not_sent(line: Line) -> None:
    """It never reaches Slack, there is no second try, and the error says no more than that."""
    broken = replace(ENVELOPE, button=replace(ENVELOPE.button, handle="Kim Zomer"))
    with pytest.raises(SendError) as error:
        await line.postman.send(TEACHER, broken, None, KEY, None)

    assert (error.value.args, error.value.final) == (("gate",), True)
    assert error.value.__suppress_context__
    assert line.calls("chat.postMessage") == 0


async def test_people_are_found_by_e_mail(line: Line) -> None:
    """Whose address is not known has no account; trouble is not taken for an answer."""
    found = [
        await line.postman.find_person(email)
        for email in ("colleague@school.example", "nobody@school.example")
    ]
    line.workspace.faults.fail("users.lookupByEmail")

    with pytest.raises(SendError):
        await line.postman.find_person("colleague@school.example")
    assert found == [COLLEAGUE, None]


@pytest.mark.parametrize(
    "account, email",
    [(TEACHER, "teacher@school.example"), (LEFT, None), (GUEST, None), ("U404", None)],
)
async def test_only_members_have_an_address(line: Line, account: str, email: str | None) -> None:
    """Guests, people who left and accounts of elsewhere are strangers."""
    assert await line.postman.email_of(account) == email


async def test_a_bot_has_no_address(line: Line) -> None:
    """What another program does is nobody's."""
    answer = await line.client.auth_test()

    assert await line.postman.email_of(str(answer["user_id"])) is None
