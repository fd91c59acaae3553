from collections.abc import Callable
from pathlib import Path

import pytest

from bot import ids
from bot.app import built
from bot.checked_file import FileError
from bot.settings import Settings
from bot.stores import places
from storage.errors import StoreError
from storage.keyfile import KeyFile
from storage.migrate import migrate
from tests.bot.files import VALID
from tests.bot.house import Clock
from tests.bot.installed import install, settings_in


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Those of a finished installation."""
    install(tmp_path)
    return settings_in(tmp_path)


async def start(settings: Settings) -> None:
    async with built(settings, Clock()):
        pass


def lose_key(settings: Settings) -> None:
    settings.key_file.unlink()


def take_another_key(settings: Settings) -> None:
    settings.key_file.unlink()
    KeyFile.create(settings.key_file, ids.random_bytes)


def open_key_to_others(settings: Settings) -> None:
    settings.key_file.chmod(0o644)


def damage_key(settings: Settings) -> None:
    settings.key_file.write_text("wegwijzer-key-1\nnot a key\n", encoding="ascii")


def lose_store(settings: Settings) -> None:
    Path(settings.database_url.removeprefix("sqlite:///")).unlink()


REFUSED: dict[str, tuple[Callable[[Settings], None], str]] = {
    "without its key": (lose_key, "There is no key file at KEY_FILE"),
    "with another key": (take_another_key, "This key does not belong to this store"),
    "with a key that others may read": (open_key_to_others, "Others may read the key file"),
    "with a damaged key": (damage_key, "The key file is damaged"),
    "without a migrated store": (lose_store, "Run: wegwijzer migrate"),
}


@pytest.mark.parametrize("how", REFUSED)
async def test_it_does_not_start_without_what_protects(settings: Settings, how: str) -> None:
    """Each missing protection is a sentence with the repair, before anything is connected."""
    await start(settings)
    spoil, sentence = REFUSED[how]
    spoil(settings)

    with pytest.raises(StoreError, match=sentence) as refused:
        await start(settings)
    assert str(settings.key_file) not in str(refused.value)


async def test_it_does_not_start_with_a_faulty_organisation_file(settings: Settings) -> None:
    """A mistake is pointed at by its line, and the store keeps the organisation it had."""
    await start(settings)
    settings.organisation_file.write_text(VALID.replace("noord", "north"), encoding="utf-8")

    with pytest.raises(FileError, match="line 6"):
        await start(settings)


async def test_every_start_applies_the_organisation_file(settings: Settings) -> None:
    """Who was added to the file since the last start is known now."""
    added = "  - {id: new, name: New, email: new@example.org, roles: {kompas: [teacher]}}\n"
    await start(settings)
    text = VALID.replace("meetings:", f"{added}meetings:")
    settings.organisation_file.write_text(text, encoding="utf-8")
    async with built(settings, Clock()) as bot:
        today = Clock()().date()
        found = await bot.tools.store.read(
            lambda unit: unit.people.by_email("new@example.org", today)
        )

    assert found is not None
    assert found.schools == ("kompas",)


async def test_the_policy_of_the_board_is_in_force(settings: Settings) -> None:
    """What the board promises in its policy file is what screens may promise."""
    async with built(settings, Clock()) as bot:
        policy = bot.tools.policy

    assert (policy.answer_promise, policy.agenda_days) == (1, (3, 1))


async def test_the_store_is_closed_whatever_happens(settings: Settings) -> None:
    """After an error in the middle another process can take the store over at once."""
    with pytest.raises(ZeroDivisionError):
        async with built(settings, Clock()):
            raise ZeroDivisionError
    migrate(places(settings))

    await start(settings)


async def test_secrets_stay_secret(settings: Settings) -> None:
    """Whoever prints the built bot reads no token."""
    async with built(settings, Clock()) as bot:
        shown = repr(bot.settings)

    assert "xoxb-1" not in shown
    assert "xapp-1" not in shown
