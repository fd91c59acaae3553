"""What differs from one installation to another: the environment and `.env`.

Every message names a setting and says what it must be; none repeats its value.
"""

import os
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dotenv.parser import Binding, parse_stream
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

ENV_FILE = Path(".env")
OUR_PREFIXES = ("SLACK_", "ORGANISATION_")
"""A name in the environment that starts so is meant for us; others belong to other programs."""

LANGUAGES = ("nl", "en")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class SettingsError(Exception):
    """Settings that cannot be used; `str()` has one line per problem, without any value."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def _secret(prefix: str) -> AfterValidator:
    """An empty secret passes: what is needed depends on the command (see `check_ready`)."""
    form = re.compile(rf"({prefix}[\w-]+)?", re.ASCII)

    def check(value: SecretStr) -> SecretStr:
        if not form.fullmatch(value.get_secret_value()):
            raise ValueError
        return value

    return AfterValidator(check)


def _api_url(value: str) -> str:
    """Tokens travel to this address, so in the open at most inside this machine."""
    parts = urlsplit(value)
    if parts.scheme != "https" and (parts.scheme, parts.hostname in LOOPBACK) != ("http", True):
        raise ValueError
    if not parts.hostname or parts.query or parts.fragment:
        raise ValueError
    # The client appends the name of a method.
    return value if value.endswith("/") else f"{value}/"


def _public_url(value: str) -> str:
    """A code of Slack's travels to this address; without a slash at the end."""
    return _api_url(value).rstrip("/") if value else ""


def _language(value: str) -> str:
    """Desktops set LANGUAGE to a list such as `nl_NL:en`; the first that we speak counts."""
    asked = (part.partition("_")[0] for part in value.lower().split(":"))
    return next((language for language in asked if language in LANGUAGES), value)


def _path_or_none(value: object) -> object:
    return None if value == "" else value


class Settings(BaseModel):
    """The settings as values; each description completes "this must be".

    A secret is empty when it is not set. Without a `policy_file` the one that comes along counts.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    slack_bot_token: Annotated[SecretStr, _secret("xoxb-")] = Field(
        SecretStr(""), description="a bot token, which starts with xoxb-"
    )
    slack_app_token: Annotated[SecretStr, _secret("xapp-")] = Field(
        SecretStr(""), description="an app-level token, which starts with xapp-"
    )
    slack_signing_secret: Annotated[SecretStr, _secret("")] = Field(
        SecretStr(""), description="the signing secret of the app: letters and digits only"
    )
    slack_client_id: str = Field(
        "", pattern=r"^[\d.]*$", description="the client ID of the app: digits and a dot"
    )
    slack_client_secret: Annotated[SecretStr, _secret("")] = Field(
        SecretStr(""), description="the client secret of the app: letters and digits only"
    )
    public_url: Annotated[str, AfterValidator(_public_url)] = Field(
        "", description="the https address at which Slack reaches the bot, without a path"
    )
    slack_api_url: Annotated[str, AfterValidator(_api_url)] = Field(
        "https://slack.com/api/", description="an https address (http only on this machine itself)"
    )
    slack_mode: Literal["socket", "http"] = Field("socket", description="socket or http")
    database_url: str = Field(
        "sqlite:///wegwijzer.sqlite",
        pattern=r"^(sqlite:///|postgresql\+psycopg://[^/]*/).",
        description="sqlite:/// with the path of a file after it, or postgresql+psycopg:// with "
        "the address of a database",
        # It may hold a password.
        repr=False,
    )
    key_provider: Literal["file", "environment", "vault"] = Field(
        "file", description="file, environment or vault"
    )
    master_key: SecretStr = Field(SecretStr(""), description="a key of `wegwijzer key make`")
    vault_addr: Annotated[str, AfterValidator(_api_url)] = Field(
        "http://127.0.0.1:8200/",
        description="an https address (http only on this machine itself)",
    )
    vault_token: SecretStr = Field(SecretStr(""), description="a token of Vault")
    vault_key: str = Field(
        "wegwijzer", pattern=r"^[\w.-]+$", description="the name of a key: letters and digits"
    )
    vault_mount: str = Field(
        "transit", pattern=r"^[\w./-]+$", description="where the transit engine is mounted"
    )
    key_file: Path = Field(Path("wegwijzer.key"), description="the path of a file")
    case_keys_file: Annotated[Path | None, BeforeValidator(_path_or_none)] = Field(
        None, description="the path of a file"
    )
    case_keys_url: str = Field(
        "",
        pattern=r"^(postgresql\+psycopg://[^/]*/.+)?$",
        description="postgresql+psycopg:// with the address of a database of its own, without "
        "CASE_KEYS_FILE",
        repr=False,
    )
    proof_folder: Annotated[Path | None, BeforeValidator(_path_or_none)] = Field(
        None, description="the path of a folder"
    )
    backup_folder: Annotated[Path | None, BeforeValidator(_path_or_none)] = Field(
        None, description="the path of a folder"
    )
    keys_backup_folder: Annotated[Path | None, BeforeValidator(_path_or_none)] = Field(
        None, description="the path of a folder"
    )
    keys_backup_days: int = Field(7, ge=1, le=31, description="a number of days from 1 up to 31")
    organisation_file: Path = Field(Path("organisation.yaml"), description="the path of a file")
    policy_file: Annotated[Path | None, BeforeValidator(_path_or_none)] = Field(
        None, description="the path of a file"
    )
    host: str = Field(
        "127.0.0.1", pattern=r"^[\w.:-]+$", description="an address or name of this machine"
    )
    port: int = Field(3000, ge=0, le=65535, description="a number from 0 up to 65535")
    health_host: str = Field(
        "127.0.0.1", pattern=r"^[\w.:-]+$", description="an address or name of this machine"
    )
    health_port: int = Field(3001, ge=0, le=65535, description="a number from 0 up to 65535")
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(str.upper)
    ] = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    timezone: ZoneInfo = Field(
        ZoneInfo("Europe/Amsterdam"), description="a time zone such as Europe/Amsterdam"
    )
    language: Annotated[Literal["nl", "en"], BeforeValidator(_language)] = Field(
        "nl", description="nl or en"
    )
    privacy_officer: str = Field(
        "",
        pattern=r"^([^@\s]+@[^@\s]+)?$",
        description="the e-mail address of somebody in the organisation file",
    )
    bot_name: str = Field(
        "Wegwijzer", pattern=r"^[^\n]{1,35}$", description="a name of at most 35 characters"
    )

    @property
    def links_accounts(self) -> bool:
        """Whether people can let the bot remove their own messages; Slack must reach the bot."""
        given = (self.slack_client_id, self.slack_client_secret.get_secret_value())
        return self.slack_mode == "http" and all((*given, self.public_url))


class _Sources(BaseSettings, Settings):
    """The same, filled from the environment first and `.env` second."""

    model_config = SettingsConfigDict(env_ignore_empty=True, env_file_encoding="utf-8-sig")


NEEDED = {
    "socket": ("slack_bot_token", "slack_app_token"),
    "http": ("slack_bot_token", "slack_signing_secret"),
}
WHERE = {
    "slack_bot_token": "OAuth & Permissions",
    "slack_app_token": "Basic Information, App-Level Tokens",
    "slack_signing_secret": "Basic Information, App Credentials",
}
KNOWN = tuple(name.upper() for name in Settings.model_fields)


def load_settings(env_file: Path | None = ENV_FILE) -> Settings:
    """Read the environment of this process and `env_file`, if there is one.

    Raises:
        SettingsError: with every setting that is wrong, not only the first.
    """
    if broken := tuple(_broken_lines(env_file)):
        raise SettingsError(*broken)
    problems = list(_strangers(os.environ))
    try:
        settings = Settings.model_validate(dict(_Sources(_env_file=env_file)))
    except ValidationError as error:
        wrong = [str(details["loc"][0]).upper() for details in error.errors(include_input=False)]
        problems.extend(map(_sentence, filter(NAME.fullmatch, wrong)))
    if problems:
        raise SettingsError(*problems)
    if settings.case_keys_url and settings.case_keys_file:
        raise SettingsError(_sentence("CASE_KEYS_URL"))
    return settings


def check_ready(settings: Settings) -> None:
    """Whether the bot could connect with these; SettingsError names what is missing."""
    missing = [
        f"{name.upper()}: is not set; it is needed when SLACK_MODE is {settings.slack_mode}. "
        f"Find it on the page of the app, under {WHERE[name]}."
        for name in NEEDED[settings.slack_mode]
        if not getattr(settings, name).get_secret_value()
    ]
    if missing:
        raise SettingsError(*missing)


def _sentence(name: str) -> str:
    if name in KNOWN:
        return f"{name}: must be {Settings.model_fields[name.lower()].description}."
    close = get_close_matches(name, KNOWN, n=1, cutoff=0.75)
    hint = f"Do you mean {close[0]}?" if close else "See .env.sample for those that are."
    return f"{name}: is not a known setting. {hint}"


def _strangers(names: Iterable[str]) -> Iterator[str]:
    for name in sorted(names):
        if name.upper().startswith(OUR_PREFIXES) and name.upper() not in KNOWN:
            yield _sentence(name.upper())


def _broken_lines(env_file: Path | None) -> Iterator[str]:
    """Lines that the reader of `.env` would pass over in silence."""
    if env_file is None or not env_file.exists():
        return
    try:
        with env_file.open(encoding="utf-8-sig") as stream:
            broken = [line.original.line for line in parse_stream(stream) if _is_broken(line)]
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"{env_file}: cannot be read. Save it as text in UTF-8.") from None
    yield from (f"{env_file}, line {number}: must read NAME=value." for number in broken)


def _is_broken(line: Binding) -> bool:
    if line.error:
        return True
    return line.key is not None and (line.value is None or not NAME.fullmatch(line.key))
