import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import KNOWN, Settings, SettingsError, check_ready, load_settings
from tests.contracts.tree import ROOT

MARKER = "Marker-7Q"
SECRETS = ("slack_bot_token", "slack_app_token", "slack_signing_secret")


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def problems(env_file: Path, text: str) -> tuple[str, ...]:
    """What is wrong with an `.env` that holds `text`."""
    env_file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(env_file)
    return caught.value.problems


def test_everything_has_a_default(env_file: Path) -> None:
    """Without any setting the program starts, and keeps to this machine."""
    settings = load_settings(env_file)

    assert settings == Settings()
    assert settings.host == "127.0.0.1"
    assert str(settings.timezone) == "Europe/Amsterdam"


def test_the_environment_goes_before_the_file(
    env_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who starts the process can override what the file says."""
    env_file.write_text("PORT=4000\nLOG_LEVEL=debug\n", encoding="utf-8")
    monkeypatch.setenv("PORT", "5000")
    settings = load_settings(env_file)

    assert settings.port == 5000
    assert settings.log_level == "DEBUG"


def test_an_empty_setting_is_one_that_is_not_set(env_file: Path) -> None:
    """The sample can be copied as it is, with its empty places."""
    env_file.write_text("SLACK_BOT_TOKEN=\nPORT=\n", encoding="utf-8")

    assert load_settings(env_file) == Settings()


@pytest.mark.parametrize(
    "name, value",
    [
        ("SLACK_BOT_TOKEN", f"xapp-{MARKER}"),
        ("SLACK_BOT_TOKEN", f"xoxb-{MARKER} x"),
        ("SLACK_APP_TOKEN", f"xoxb-{MARKER}"),
        ("SLACK_SIGNING_SECRET", f"{MARKER} {MARKER}"),
        ("SLACK_API_URL", f"http://{MARKER}.example/api/"),
        ("SLACK_API_URL", f"https://?{MARKER}"),
        ("SLACK_API_URL", f"ftp://{MARKER}"),
        ("SLACK_MODE", MARKER),
        ("DATABASE_URL", f"postgresql://user:{MARKER}@host/"),
        ("HOST", f"{MARKER}/x"),
        ("PORT", MARKER),
        ("PORT", "65536"),
        ("LOG_LEVEL", MARKER),
        ("TIMEZONE", f"Europe/{MARKER}"),
        ("LANGUAGE", MARKER),
        ("BOT_NAME", MARKER * 4),
    ],
)
def test_a_malformed_setting_is_named_without_its_value(
    env_file: Path, name: str, value: str
) -> None:
    """The message says which setting it is and what it must be, and never repeats it."""
    (problem,) = problems(env_file, f"{name}={value}\n")

    assert problem.startswith(f"{name}: must be ")
    assert MARKER not in problem
    assert value not in problem


def test_every_problem_is_told_at_once(env_file: Path) -> None:
    """Nobody has to repair settings one start at a time."""
    found = problems(env_file, "PORT=x\nSLACK_MODE=y\nSLACK_TOKEN=z\n")

    assert [line.partition(":")[0] for line in found] == ["SLACK_MODE", "PORT", "SLACK_TOKEN"]


def test_an_unknown_setting_in_the_file_gets_a_suggestion(env_file: Path) -> None:
    """A misspelt name is not passed over; the message names the likely one."""
    (problem,) = problems(env_file, f"SLACK_BOT_TOKN={MARKER}\n")

    assert problem == "SLACK_BOT_TOKN: is not a known setting. Do you mean SLACK_BOT_TOKEN?"


def test_an_unknown_setting_in_the_environment_is_told(
    env_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names with our prefix are ours; anything else in the environment is left alone."""
    monkeypatch.setenv("SLACK_COLOUR", MARKER)
    monkeypatch.setenv("COLOUR", MARKER)
    (problem,) = problems(env_file, "")

    assert problem == "SLACK_COLOUR: is not a known setting. See .env.sample for those that are."


@pytest.mark.parametrize("line", [f'PORT="{MARKER}', "PORT 80", f"xoxb-{MARKER}=1", f"{MARKER}"])
def test_a_line_that_is_no_setting_is_told_by_its_number(env_file: Path, line: str) -> None:
    """A line that would be passed over in silence stops the start; its text is not repeated."""
    (problem,) = problems(env_file, f"# first\n{line}\n")

    assert problem == f"{env_file}, line 2: must read NAME=value."


def test_a_file_with_the_mark_of_windows_is_read(env_file: Path) -> None:
    """An editor of Windows starts the file with a mark that is no part of the first name."""
    env_file.write_text("PORT=4000\n", encoding="utf-8-sig")

    assert load_settings(env_file).port == 4000


def test_a_file_that_is_no_text_is_told(env_file: Path) -> None:
    """A file in another encoding gets a sentence, not a traceback."""
    env_file.write_bytes(b"BOT_NAME=\xff\xfe\n")
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(env_file)


@pytest.mark.parametrize(
    "value, language", [("nl", "nl"), ("en_GB:en", "en"), ("fy_NL:nl:en", "nl"), ("EN", "en")]
)
def test_a_list_of_languages_counts_by_the_first_we_speak(
    env_file: Path, monkeypatch: pytest.MonkeyPatch, value: str, language: str
) -> None:
    """Desktops set LANGUAGE themselves; that must not stop the program."""
    monkeypatch.setenv("LANGUAGE", value)

    assert load_settings(env_file).language == language


@pytest.mark.parametrize("url", ["http://127.0.0.1:3000/api", "https://slack.example/api/"])
def test_the_api_address_ends_with_a_slash(url: str) -> None:
    """The client appends method names to it; in the open it may only stay on this machine."""
    assert Settings(slack_api_url=url).slack_api_url == f"{url.rstrip('/')}/"


@pytest.mark.parametrize(
    "mode, missing", [("socket", "SLACK_APP_TOKEN"), ("http", "SLACK_SIGNING_SECRET")]
)
def test_each_mode_says_what_it_needs(env_file: Path, mode: str, missing: str) -> None:
    """Before connecting, the secret of the chosen mode must be there."""
    env_file.write_text(f"SLACK_MODE={mode}\nSLACK_BOT_TOKEN=xoxb-1\n", encoding="utf-8")
    settings = load_settings(env_file)
    with pytest.raises(SettingsError) as caught:
        check_ready(settings)

    (problem,) = caught.value.problems
    assert problem.startswith(f"{missing}: is not set")


def test_settings_that_are_complete_are_ready(env_file: Path) -> None:
    """With both tokens the bot may try to connect."""
    env_file.write_text("SLACK_APP_TOKEN=xapp-1\nSLACK_BOT_TOKEN=xoxb-1\n", encoding="utf-8")

    check_ready(load_settings(env_file))


@given(st.from_regex(r"[A-Za-z0-9]{8,40}", fullmatch=True))
def test_secrets_do_not_show(secret: str) -> None:
    """However settings are shown, their secrets are not."""
    prefixes = ("xoxb-", "xapp-", "")
    values = {name: prefix + secret for name, prefix in zip(SECRETS, prefixes, strict=True)}
    settings = Settings.model_validate(values)

    assert secret not in repr(settings)
    assert secret not in settings.model_dump_json()


def test_the_sample_holds_every_setting() -> None:
    """Whoever copies the sample meets each setting, with its default, and no unknown ones."""
    sample = (ROOT / ".env.sample").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^#?([A-Z_]+)=(.*)$", sample, re.MULTILINE))

    assert set(shown) == set(KNOWN)
    assert Settings.model_validate({k.lower(): v for k, v in shown.items()}) == Settings()


def test_the_password_of_a_server_is_not_shown(env_file: Path) -> None:
    """An address of PostgreSQL is taken as it is, and settings do not tell it of themselves."""
    address = f"postgresql+psycopg://wegwijzer:{MARKER}@db.example/wegwijzer"
    env_file.write_text(f"DATABASE_URL={address}\n", encoding="utf-8")
    settings = load_settings(env_file)

    assert settings.database_url == address
    assert MARKER not in repr(settings)
