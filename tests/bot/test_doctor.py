import asyncio
import shutil
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import ids, organisation
from bot.demo.workspace import Workspace
from bot.doctor import examine
from bot.finding import Finding
from bot.settings import Settings
from bot.slack.manifest import load_manifest
from bot.stores import opened, places
from storage.keyfile import KeyFile
from storage.migrate import migrate
from storage.outbox import OutboxMessage
from storage.unit import Unit
from tests.bot.files import VALID, changed
from tests.bot.installed import give_codes
from tests.policies import confirmed, written

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
MANIFEST = load_manifest()
BOT, APP = "xoxb-zeldzaam-1", "xapp-zeldzaam-2"
SIGNING = "zeldzaam3"


@pytest.fixture
async def workspace() -> AsyncIterator[Workspace]:
    numbers = count(1)
    workspace = Workspace(
        [],
        now=lambda: NOW,
        ids=lambda start: f"{start}{next(numbers):08d}",
        bot_token=BOT,
        app_token=APP,
        scopes=MANIFEST.scopes,
    )
    await workspace.start()
    yield workspace
    await workspace.stop()


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a key, a store that holds the organisation, and the file it came from."""
    folder = tmp_path_factory.mktemp("healthy")
    settings = Settings(
        database_url=f"sqlite:///{folder}/wegwijzer.sqlite", key_file=folder / "wegwijzer.key"
    )
    KeyFile.create(settings.key_file, ids.random_bytes)
    migrate(places(settings))
    asyncio.run(apply(settings, VALID))
    asyncio.run(give_codes(settings))
    (folder / "organisation.yaml").write_text(VALID, encoding="utf-8")
    (folder / "policy.yaml").write_text(written(confirmed()), encoding="utf-8")
    return folder


@pytest.fixture
def settings(workspace: Workspace, empty_folder: Path, healthy: Path) -> Settings:
    """Those of a healthy installation in the folder of the test."""
    shutil.copytree(healthy, empty_folder, dirs_exist_ok=True)
    return Settings(
        slack_bot_token=SecretStr(BOT),
        slack_app_token=SecretStr(APP),
        slack_signing_secret=SecretStr(SIGNING),
        slack_api_url=workspace.api_url,
        policy_file=Path("policy.yaml"),
    )


async def apply(settings: Settings, text: str) -> None:
    found = organisation.parse(text, settings.timezone)
    store = opened(settings)
    await store.write(lambda unit: unit.people.apply(found.organisation))
    await store.close()


async def findings(settings: Settings, now: datetime = NOW) -> dict[str, Finding]:
    """By name; whatever was found, no secret is in it and each problem has its repair."""
    found = await examine(settings, MANIFEST, lambda: now)

    assert "zeldzaam" not in repr(found)
    assert all(finding.repair for finding in found if not finding.ok)
    return {finding.name: finding for finding in found}


def wrong(found: dict[str, Finding]) -> list[str]:
    return [name for name, finding in found.items() if finding.ok is False]


def unlike(settings: Settings, **values: object) -> Settings:
    return settings.model_copy(update=values)


async def test_a_healthy_installation_has_no_problem(settings: Settings) -> None:
    """Everything that can be examined is, and only what Slack does not tell is left to look at."""
    found = await findings(settings)

    assert wrong(found) == []
    assert [name for name, finding in found.items() if finding.ok is None] == [
        "Home and Messages tabs",
        "backup",
        "self-scan",
    ]
    assert {"SLACK_BOT_TOKEN", "scopes", "SLACK_APP_TOKEN", "KEY_FILE", "store"} <= set(found)
    assert {"ORGANISATION_FILE", "schools", "school vacations", "messages", "disk"} <= set(found)
    assert found["POLICY_FILE"].says == "can be used; its version is 2026-1"


async def test_nothing_is_installed_yet(empty_folder: Path) -> None:
    """In an empty folder every missing part is named with what to do."""
    found = await findings(Settings())

    assert wrong(found) == [
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
        "KEY_FILE",
        "store",
        "ORGANISATION_FILE",
    ]


@pytest.mark.parametrize(
    "setting, name",
    [("slack_bot_token", "SLACK_BOT_TOKEN"), ("slack_app_token", "SLACK_APP_TOKEN")],
)
async def test_a_token_that_slack_refuses(settings: Settings, setting: str, name: str) -> None:
    """The word that Slack gives for it is told."""
    found = await findings(unlike(settings, **{setting: SecretStr("xoxb-zeldzaam-9")}))

    assert wrong(found) == [name]
    assert found[name].says == "is refused by Slack (invalid_auth)"


async def test_slack_cannot_be_reached(settings: Settings, workspace: Workspace) -> None:
    """A network that is down is not taken for a wrong token."""
    await workspace.stop()
    found = await findings(settings)

    assert wrong(found) == ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]
    assert "does not answer" in found["SLACK_BOT_TOKEN"].says


async def test_an_answer_that_is_cut_off(settings: Settings, workspace: Workspace) -> None:
    """So is a connection that breaks, and a Slack that has trouble itself."""
    workspace.faults.reset("auth.test")
    workspace.faults.fail("apps.connections.open", status=500)
    found = await findings(settings)

    assert wrong(found) == ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]


async def test_scopes_that_were_not_granted(settings: Settings) -> None:
    """An installation that granted less than the manifest asks looks healthy but is deaf."""
    manifest = replace(MANIFEST, scopes=(*MANIFEST.scopes, "files:read", "channels:read"))
    found = await examine(settings, manifest, lambda: NOW)
    (scopes,) = [finding for finding in found if finding.ok is False]

    assert scopes.says == "were not all granted: channels:read, files:read"
    assert "Reinstall" in scopes.repair


async def test_scopes_that_nobody_asked_for(settings: Settings) -> None:
    """More rights than needed are no fault, but are worth taking off."""
    manifest = replace(MANIFEST, scopes=MANIFEST.scopes[:-1])
    found = await examine(settings, manifest, lambda: NOW)
    (scopes,) = [finding for finding in found if finding.name == "scopes"]

    assert scopes.ok is None
    assert MANIFEST.scopes[-1] in scopes.says


async def test_over_http_the_secret_counts_and_the_app_token_does_not(settings: Settings) -> None:
    """Each mode is examined for what it needs."""
    http = unlike(settings, slack_mode="http", slack_app_token=SecretStr(""))
    found = await findings(http)
    without = await findings(unlike(http, slack_signing_secret=SecretStr("")))

    assert wrong(found) == []
    assert found["SLACK_SIGNING_SECRET"].ok is None
    assert wrong(without) == ["SLACK_SIGNING_SECRET"]


async def test_a_key_that_others_can_read(settings: Settings) -> None:
    """The repair is the command that closes it."""
    settings.key_file.chmod(0o644)
    found = await findings(settings)

    assert wrong(found) == ["KEY_FILE"]
    assert "chmod 600" in found["KEY_FILE"].repair


async def test_a_key_of_another_store(settings: Settings) -> None:
    """A key that is fine in itself but opens another store is found out."""
    settings.key_file.unlink()
    KeyFile.create(settings.key_file, ids.random_bytes)
    found = await findings(settings)

    assert wrong(found) == ["KEY_FILE"]
    assert "does not belong" in found["KEY_FILE"].says


async def test_a_key_that_is_a_folder(settings: Settings) -> None:
    """A path that is no file is told as such."""
    settings.key_file.unlink()
    settings.key_file.mkdir()
    found = await findings(settings)

    assert wrong(found) == ["KEY_FILE"]


@pytest.mark.parametrize(
    "url, says",
    [
        ("sqlite:///none.sqlite", "is not at this version"),
        ("sqlite:///none/none.sqlite", "is not at this version"),
        ("sqlite:///organisation.yaml", "refused"),
        ("postgresql+psycopg://nobody@/none?host=/nowhere", "lets nobody in"),
    ],
)
async def test_a_store_that_is_not_there(settings: Settings, url: str, says: str) -> None:
    """A store that was never made, or a file that is no store, has its repair."""
    found = await findings(unlike(settings, database_url=url))

    assert wrong(found) == ["store"]
    assert says in found["store"].says


async def test_an_organisation_file_that_cannot_be_used(settings: Settings) -> None:
    """Its first problem is told, and how to see the others."""
    text = changed("region: noord", "region: oost")
    settings.organisation_file.write_text(text, encoding="utf-8")
    found = await findings(settings)

    assert wrong(found) == ["ORGANISATION_FILE"]
    assert "line 6: schools[0].region" in found["ORGANISATION_FILE"].says


async def test_a_school_whose_signals_nobody_gets(settings: Settings) -> None:
    """A school without an intern_begeleider is named."""
    await apply(settings, changed("kompas: [intern_begeleider]", "kompas: [oka]"))
    found = await findings(settings)

    assert wrong(found) == ["schools"]
    assert found["schools"].says.endswith(": kompas")


async def test_an_organisation_that_was_not_applied(settings: Settings) -> None:
    """A store without schools says which command loads them."""
    settings = unlike(settings, database_url="sqlite:///other.sqlite")
    migrate(places(settings))
    found = await findings(settings)

    assert wrong(found) == ["schools"]
    assert "wegwijzer org apply" in found["schools"].repair


async def test_vacations_that_run_out(settings: Settings) -> None:
    """Half a year before the known vacations end, somebody hears of it."""
    found = await findings(settings, NOW + timedelta(days=4 * 365))

    assert wrong(found) == ["school vacations"]


async def test_messages_that_were_given_up(settings: Settings) -> None:
    """Nobody misses a message in silence."""
    store = opened(settings)
    message = OutboxMessage("key", "sam", "envelope", "push.new", NOW)

    def give_up(unit: Unit) -> None:
        unit.outbox.put(message)
        unit.outbox.dead(1, "no_account", NOW)

    await store.write(give_up)
    await store.close()
    found = await findings(settings)

    assert wrong(found) == ["messages"]
    assert found["messages"].says == "that could not be delivered: 1"
    assert found["messages"].repair.endswith("Reasons: no_account 1.")


@pytest.mark.parametrize("mode, problems", [(0o600, []), (0o640, ["settings"])])
async def test_settings_that_others_can_read(
    settings: Settings, empty_folder: Path, mode: int, problems: Iterable[str]
) -> None:
    """Who can read `.env` has the tokens."""
    env_file = empty_folder / ".env"
    env_file.write_text("", encoding="utf-8")
    env_file.chmod(mode)
    found = await findings(settings)

    assert wrong(found) == problems
