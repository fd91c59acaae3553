"""A workspace and an installation for an invented school, as an ICT admin sets them up."""

import asyncio
import socket
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from pydantic import SecretStr

from bot import ids
from bot.clock import system_clock
from bot.demo.school import POLICY
from bot.demo.workspace import Member, Workspace
from bot.settings import Settings
from bot.slack.http import PATH
from bot.slack.manifest import load_manifest
from bot.stores import places
from storage.keyfile import KeyFile
from storage.migrate import migrate

Data = dict[str, Any]
NOTHING: Mapping[str, object] = {}

LONG = 60
"""Seconds after which nothing will come any more, however slow the machine."""


def accounts_of(school: Data, strangers: tuple[str, ...] = ()) -> dict[str, str]:
    """An account of the workspace for everybody in the file, and for some who are not."""
    names = [*(one["id"] for one in school["people"]), *strangers]
    return {name: f"U{n:03}" for n, name in enumerate(names, 1)}


def workspace_of(
    school: Data,
    accounts: dict[str, str],
    clock: Callable[[], datetime],
    http_port: int | None = None,
) -> Workspace:
    """A workspace with the app of `manifest.yaml`, which is reached by HTTP or over a socket."""
    manifest = load_manifest()
    known = {one["id"]: (one["name"], one["email"]) for one in school["people"]}
    return Workspace(
        [
            Member(account, *known.get(name, (name, f"{name}@example.org")))
            for name, account in accounts.items()
        ],
        now=clock,
        ids=ids.slack_like,
        bot_name=manifest.name,
        scopes=manifest.scopes,
        commands=manifest.commands,
        events=manifest.events,
        request_url=f"http://127.0.0.1:{http_port}{PATH}" if http_port else None,
        signed_at=system_clock,
        patience=_patience,
    )


async def _patience() -> None:
    """Slack gives up after three seconds; a machine that is busy with other things takes longer."""
    await asyncio.sleep(LONG)


def policy_text(values: Mapping[str, object]) -> str:
    """The policy of the demo, with other values for some of its items, and those confirmed."""
    found = yaml.safe_load(POLICY.read_text(encoding="utf-8"))
    for group in found["items"].values():
        for name in values.keys() & group.keys():
            group[name] |= {"value": values[name], "confirmed": str(found["valid_from"])}
    return yaml.safe_dump(found, allow_unicode=True)


def reached(workspace: Workspace, port: int | None, *, links: bool) -> dict[str, object]:
    """How Slack reaches the bot, and whether people can link their account."""
    if port is None:
        return {}
    http: dict[str, object] = {"slack_mode": "http", "port": port}
    linking = {
        "slack_client_id": workspace.client_id,
        "slack_client_secret": SecretStr(workspace.client_secret),
        "public_url": f"http://127.0.0.1:{port}",
    }
    return http | linking if links else http


def installed(
    folder: Path,
    school: Data,
    workspace: Workspace,
    policy: Mapping[str, object] = NOTHING,
    database_url: str = "",
) -> Settings:
    """A key, a store and the files of the board, and the settings that name them.

    `policy` has values that differ from those of the demo. The store is in a file of the folder, or
    where `database_url` says.
    """
    settings = Settings(
        slack_bot_token=SecretStr(workspace.bot_token),
        slack_app_token=SecretStr(workspace.app_token),
        slack_signing_secret=SecretStr(workspace.signing_secret),
        slack_api_url=workspace.api_url,
        database_url=database_url or f"sqlite:///{folder / 'wegwijzer.sqlite'}",
        case_keys_file=folder / "wegwijzer.keys.sqlite",
        proof_folder=folder / "wegwijzer.proof",
        key_file=folder / "wegwijzer.key",
        organisation_file=folder / "organisation.yaml",
        policy_file=folder / "policy.yaml",
        health_port=0,
        privacy_officer="bas@example.org",
    )
    KeyFile.create(settings.key_file, ids.random_bytes)
    migrate(places(settings))
    text = yaml.safe_dump(school, allow_unicode=True)
    settings.organisation_file.write_text(text, encoding="utf-8")
    (folder / "policy.yaml").write_text(policy_text(policy), encoding="utf-8")
    return settings


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
    return port
