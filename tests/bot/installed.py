"""What an ICT admin makes before the first start: a key, a store and an organisation file."""

from pathlib import Path

from pydantic import SecretStr

from bot import ids
from bot.demo.school import POLICY
from bot.demo.workspace import Member, Workspace
from bot.settings import Settings
from bot.slack.manifest import load_manifest
from bot.stores import opened, places
from storage.keyfile import KeyFile
from storage.migrate import migrate
from storage.records import SecondFactor
from storage.unit import Unit
from tests.bot.files import VALID
from tests.demo.small_app import Hands

PEOPLE = ("sam", "maria", "noor")
"""Of the organisation file; their accounts are U-sam and so on."""


def settings_in(folder: Path, workspace: Workspace | None = None) -> Settings:
    """Settings that point into `folder`, and at a local workspace if there is one."""
    return Settings(
        slack_bot_token=SecretStr(workspace.bot_token if workspace else "xoxb-1"),
        slack_app_token=SecretStr(workspace.app_token if workspace else "xapp-1"),
        database_url=f"sqlite:///{folder / 'wegwijzer.sqlite'}",
        key_file=folder / "wegwijzer.key",
        organisation_file=folder / "organisation.yaml",
        policy_file=POLICY,
        health_port=0,
        slack_api_url=workspace.api_url if workspace else "http://localhost:1/",
    )


def install(folder: Path) -> None:
    """What `wegwijzer init` and an editor make."""
    settings = settings_in(folder)
    KeyFile.create(settings.key_file, ids.random_bytes)
    migrate(places(settings))
    settings.organisation_file.write_text(VALID, encoding="utf-8")


def workspace_of_people(hands: Hands) -> Workspace:
    manifest = load_manifest()
    return Workspace(
        [Member(f"U-{name}", name.title(), f"{name}@example.org") for name in PEOPLE],
        now=hands.now,
        ids=hands.ids,
        scopes=manifest.scopes,
        commands=manifest.commands,
        events=manifest.events,
    )


async def give_codes(settings: Settings) -> None:
    """To everybody, for this board asks for a code before reading."""

    def give(unit: Unit) -> None:
        for name in PEOPLE:
            unit.second_factors.put(name, SecondFactor(b"s" * 20))

    store = opened(settings)
    await store.write(give)
    await store.close()
