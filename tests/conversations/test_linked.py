"""People who let the bot remove what they type to it."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.demo.school import demo_organisation
from tests.conversations.doing import reads, screen, tell
from tests.conversations.listening import listening
from tests.conversations.marks import Mark
from tests.conversations.seen import Note, answer, expect, reply
from tests.conversations.stage import START, Stage, staged
from tests.conversations.stored import everything, holding

GONE = Note(("chat.gone",))
TYPED = Note(("chat.typed", "chat.typed2"))


@pytest.fixture
async def linking(tmp_path: Path, free_port: int) -> AsyncIterator[Stage]:
    """A board that gave its app's client ID and secret, and an address."""
    async with staged(tmp_path, http_port=free_port, links=True) as stage:
        yield stage


async def visit(address: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as browser, browser.get(address) as page:
        return page.status, await page.text()


async def page(stage: Stage, name: str) -> str:
    """The address behind the button, as it is shown to somebody now."""
    person = stage.person(name)
    await person.open_home()
    await stage.settled()
    await person.click("account_link", home=True)
    await stage.settled()
    shown = screen(stage, name)
    (button,) = (
        one for block in shown.blocks if block["type"] == "actions" for one in block["elements"]
    )
    await person.close()
    return str(button["url"])


async def link(stage: Stage, name: str) -> str:
    """Go the whole way; the address to which the browser was sent back."""
    back = stage.person(name).allow(await page(stage, name))
    status, said = await visit(back)
    await stage.settled()

    assert (status, stage.texts.entries["account.done"] in said) == (200, True)
    return back


def typed_to(stage: Stage, name: str) -> list[str]:
    """What of somebody's own still stands in their chat, in threads as well."""
    person = stage.person(name)
    found = person.desk.state.chat.newest_first(person.dm)
    return [one.text for one in found if not one.bot]


def linked(stage: Stage) -> list[Any]:
    return [row[0] for row in everything(stage.folder)["linked_account"]]


def revoked(stage: Stage) -> list[Any]:
    """What Slack answered when it was told that a token is of no more use."""
    return [one.answer for one in stage.workspace.log if one.method == "auth.revoke"]


async def test_a_typed_answer_is_gone_at_once(linking: Stage) -> None:
    """It stands in the case and no more in the chat, and nobody is asked to remove it."""
    await tell(linking)
    await link(linking, "maria")
    maria = linking.person("maria")
    await maria.say(Mark.TYPED, thread_ts=linking.roots["maria"])
    await linking.settled()

    expect(linking, sam=[reply("new")], maria=[answer("chat.collected_gone")])
    assert typed_to(linking, "maria") == []
    assert [row[-1] for row in everything(linking.folder)["typed_message"]] == [1]

    await maria.click("open", message_ts=maria.thread(linking.roots["maria"])[-1].ts)
    await linking.settled()
    assert reads(linking, "maria", Mark.TYPED)


async def test_what_no_case_takes_is_kept_in_the_form(linking: Stage) -> None:
    """It is gone from the chat, and its writer alone finds the words back."""
    await link(linking, "sam")
    sam = linking.person("sam")
    await sam.say(Mark.TYPED)
    await linking.settled()

    expect(linking, sam=[GONE])
    assert typed_to(linking, "sam") == []
    assert list(holding(linking.folder, Mark.TYPED)) == []

    await sam.click("new_signal", message_ts=sam.messages()[-1].ts)
    await linking.settled()
    assert screen(linking, "sam").value("text") == Mark.TYPED


async def test_what_fits_nowhere_stays(linking: Stage) -> None:
    """Words that the form cannot hold are never removed: they would be lost."""
    await link(linking, "sam")
    await linking.person("sam").say("x" * 3001)
    await linking.settled()

    expect(linking, sam=[TYPED])
    assert typed_to(linking, "sam") == ["x" * 3001]


async def test_who_did_not_link(linking: Stage) -> None:
    """Of others nothing is removed, also while a colleague does link."""
    await link(linking, "maria")
    await linking.person("sam").say(Mark.TYPED)
    await linking.settled()

    expect(linking, sam=[TYPED])
    assert typed_to(linking, "sam") == [Mark.TYPED]


async def test_permission_taken_back_in_slack(linking: Stage) -> None:
    """The token is dropped, and the person is asked to remove it by hand as before."""
    await link(linking, "sam")
    linking.person("sam").disallow()
    await linking.person("sam").say(Mark.TYPED)
    await linking.settled()

    expect(linking, sam=[TYPED])
    assert typed_to(linking, "sam") == [Mark.TYPED]
    assert linked(linking) == []


async def test_slack_in_trouble(linking: Stage) -> None:
    """A message that cannot be removed now is asked about as before; the link stays."""
    await link(linking, "sam")
    linking.workspace.faults.fail("chat.delete")
    await linking.person("sam").say(Mark.TYPED)
    await linking.settled()

    expect(linking, sam=[TYPED])
    assert linked(linking) == ["sam"]


async def test_switching_it_off(linking: Stage) -> None:
    """The button on Home throws the token away, here and at Slack, and then asks for it again."""
    await link(linking, "sam")
    (token,) = linking.person("sam").desk.grants.tokens
    await linking.person("sam").click("account_unlink", home=True)
    await linking.settled()

    assert linked(linking) == []
    assert revoked(linking) == [{"ok": True, "revoked": True}]
    assert linking.person("sam").desk.grants.revoked == {token}
    assert "user_scope=chat%3Awrite&" in await page(linking, "sam")


async def test_switching_it_off_while_slack_is_in_trouble(linking: Stage) -> None:
    """The token is thrown away here all the same, and Home says so."""
    await link(linking, "sam")
    linking.workspace.faults.fail("auth.revoke")
    await linking.person("sam").click("account_unlink", home=True)
    await linking.settled()
    await linking.person("sam").say(Mark.TYPED)
    await linking.settled()

    assert linked(linking) == []
    assert len(revoked(linking)) == 1
    assert typed_to(linking, "sam") == [Mark.TYPED]


async def test_who_leaves(linking: Stage) -> None:
    """Somebody who is no longer in the organisation file loses the token with that."""
    await link(linking, "sam")
    school = demo_organisation(START.date())
    school["people"] = [one for one in school["people"] if one["id"] != "sam"]
    await linking.apply(school)

    assert linked(linking) == []


@pytest.mark.parametrize("state", ["", "link-forged", "x" * 5000, "link-%00", "%ED%A0%80"])
async def test_a_forged_state(linking: Stage, state: str) -> None:
    """It links nobody, and the code of a real person is not even looked at."""
    back = linking.person("sam").allow(await page(linking, "sam"))
    address, _, _ = back.partition("&state=")
    status, said = await visit(f"{address}&state={state}")

    assert (status, linking.texts.entries["account.failed"] in said) == (400, True)
    assert linked(linking) == []
    assert not [one for one in linking.workspace.log if one.method == "oauth.v2.access"]


async def test_a_state_counts_once_and_for_ten_minutes(linking: Stage) -> None:
    """An address that was used before, or too late, links nobody."""
    back = await link(linking, "sam")
    await linking.person("sam").click("account_unlink", home=True)
    await linking.settled()
    late = linking.person("sam").allow(await page(linking, "sam"))
    replayed, _ = await visit(back)
    linking.clock.later(seconds=601)
    expired, _ = await visit(late)

    assert (replayed, expired) == (400, 400)
    assert linked(linking) == []


async def test_the_permission_of_somebody_else(linking: Stage) -> None:
    """A way in that was sent to a colleague links neither of both, and removes nothing of hers."""
    back = linking.person("maria").allow(await page(linking, "sam"))
    status, _ = await visit(back)

    assert status == 400
    assert linked(linking) == []


async def test_who_says_no(linking: Stage) -> None:
    """Slack sends them back without a code; nothing is linked."""
    asked = await page(linking, "sam")
    state = asked.partition("&state=")[2]
    port = linking.bot.settings.port
    status, _ = await visit(
        f"http://127.0.0.1:{port}/slack/linked?error=access_denied&state={state}"
    )

    assert status == 400
    assert linked(linking) == []


async def test_the_token_stands_nowhere(tmp_path: Path, free_port: int) -> None:
    """In no file in plain bytes, in no argument of a call and in no line of the log at DEBUG."""
    with listening() as heard:
        async with staged(tmp_path, http_port=free_port, links=True, listened=True) as stage:
            back = await link(stage, "sam")
            await stage.person("sam").say(Mark.TYPED)
            await stage.settled()
            (token,) = stage.person("sam").desk.grants.tokens
            sent = str([call.args for call in stage.workspace.log])
            gone = typed_to(stage, "sam")
    secrets = (token, back.partition("?")[2])

    assert gone == []
    assert heard.getvalue()
    assert list(holding(tmp_path, token)) == []
    assert [one for one in secrets if one in heard.getvalue()] == []
    assert token not in sent


async def test_off_unless_it_is_set_up(stage: Stage) -> None:
    """Without an address of the bot there is no button on Home."""
    await stage.person("sam").open_home()
    await stage.settled()
    home = stage.person("sam").home()

    assert home is not None
    assert "account_link" not in str(home.blocks)
