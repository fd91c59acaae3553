"""What becomes of one signal, in the order in which a school would do it, on the real bot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pydantic import SecretStr

from bot.app import built
from bot.demo.school import demo_organisation
from bot.serve import running
from bot.settings import Settings
from dialogs import texts
from tests.conversations import together
from tests.conversations.doing import by_menu, leave, press, send, tell
from tests.conversations.installing import LONG, accounts_of, installed, workspace_of
from tests.conversations.seen import expect_anything
from tests.conversations.stage import NEVER, QUICK, START, Stage, TestClock
from tests.conversations.story_zbo import LATER, MEETING
from tests.faults.rows import MAIN


def settings_in(folder: Path) -> Settings:
    """The settings of a bot that lives in this folder, and that nobody listens to."""
    return Settings(
        slack_bot_token=SecretStr("xoxb-nobody"),
        slack_app_token=SecretStr("xapp-nobody"),
        slack_signing_secret=SecretStr("nobody"),
        slack_api_url="http://127.0.0.1:9/api/",
        database_url=f"sqlite:///{folder / MAIN}",
        key_file=folder / "wegwijzer.key",
        organisation_file=folder / "organisation.yaml",
        policy_file=folder / "policy.yaml",
        health_port=0,
        privacy_officer="bas@example.org",
    )


@asynccontextmanager
async def bare(folder: Path) -> AsyncIterator[Stage]:
    """A stage on which nobody judges what is shown: here only what is stored matters."""
    school, clock = demo_organisation(START.date()), TestClock(START)
    accounts = accounts_of(school)
    workspace = workspace_of(school, accounts, clock)
    await workspace.start()
    try:
        settings = installed(folder, school, workspace)
        async with built(settings, clock, QUICK) as bot, running(bot, NEVER):
            workspace.drains.append(bot.settled)
            await workspace.until(lambda: bool(workspace.connected), LONG)
            words = texts.load(settings.language, bot.tools.policy.told)
            yield Stage(workspace, bot, clock, folder, accounts, words)
    finally:
        await workspace.stop()


async def live(stage: Stage, *, whole: bool) -> None:
    """Tell, take, answer, ask and add; then talk, advise, agree, plan, weigh, decide and close."""
    await _told(stage)
    if not whole:
        return
    await _recorded(stage)
    await _planned(stage)
    await _weighed(stage)
    await _ended(stage)


async def _told(stage: Stage) -> None:
    await tell(stage, child="Robin")
    await press(stage, "maria", "open")
    await press(stage, "maria", "take")
    await press(stage, "maria", "answer")
    await send(stage, "maria", text="Ik kom langs.")
    await press(stage, "maria", "ask")
    await send(stage, "maria", text="Sinds wanneer?")
    await leave(stage, "maria")
    expect_anything(stage)
    await press(stage, "sam", "open")
    await press(stage, "sam", "add")
    await send(stage, "sam", text="Ook vandaag.")
    await leave(stage, "sam")


async def _recorded(stage: Stage) -> None:
    await press(stage, "maria", "open")
    await press(stage, "maria", "talk")
    await send(stage, "maria", with_whom="both", report="Het gesprek was goed.")
    await press(stage, "maria", "advice")
    await send(stage, "maria", adviser="Een vriend", advice="Wacht niet.", follow_up="Morgen.")
    await press(stage, "maria", "agreement")
    await send(stage, "maria", what="Bellen", owner="sam", due="2026-12-15")


async def _planned(stage: Stage) -> None:
    await press(stage, "maria", "schedule")
    item = {"meeting": LATER, "question": "Wat nu?", "minutes": "15"}
    parents = {"parents_invited": "no", "parents_reason": "Zo.", "parents_informed": "yes"}
    await send(stage, "maria", **item, **parents)
    await by_menu(stage, "menu_zbo", "move_item")
    await send(stage, "maria", meeting=MEETING, reason="Het kan niet wachten.")


async def _weighed(stage: Stage) -> None:
    await press(stage, "maria", "weighing")
    await stage.person("maria").pick("present", *together.TWO)
    said = {"danger": "no", "hinders": "yes", "risks": "Er is honger.", "reason": "Zo."}
    await send(stage, "maria", **said)
    await together.answered(stage, "yes", "no", "yes", "yes", "yes")
    await together.decided(stage, "help", not_informing="Dat komt later.")


async def _ended(stage: Stage) -> None:
    await together.planned(stage)
    await together.reported(stage)
    await together.in_menu(stage, "feedback")
    await send(stage, "maria", text="Er is hulp.")
    await by_menu(stage, "menu_zbo", "take_off")
    await send(stage, "maria", reason="Het is al besproken.")
    await by_menu(stage, "menu_follow", "following")
    await send(stage, "maria", rhythm="5", first="2026-12-07")
    await leave(stage, "maria")
    await press(stage, "sam", "open")
    await press(stage, "sam", "keep")
    await leave(stage, "sam")
    await press(stage, "maria", "open")
    await together.closed(stage)
