"""`wegwijzer doctor`: everything that can be wrong with an installation, each with its repair.

It sends nobody anything, changes no case and shows no secret.
"""

from pathlib import Path

from bot.clock import Clock
from bot.doctor_linking import examine_linking
from bot.doctor_policy import examine_policy
from bot.doctor_slack import examine_slack
from bot.doctor_store import examine_store
from bot.finding import Finding
from bot.settings import ENV_FILE, Settings
from bot.slack.manifest import Manifest

OTHERS = 0o077


async def examine(settings: Settings, manifest: Manifest, clock: Clock) -> list[Finding]:
    """`manifest` says what the app asks of the workspace."""
    return [
        *examine_files(ENV_FILE),
        *await examine_slack(settings, manifest.scopes),
        *examine_linking(settings),
        *await examine_store(settings, clock()),
        *examine_policy(settings, clock().astimezone(settings.timezone).date()),
    ]


def examine_files(env_file: Path) -> list[Finding]:
    """Whoever can read the tokens can be the bot."""
    if not env_file.exists():
        return []
    if env_file.stat().st_mode & OTHERS:
        repair = f"Close it: chmod 600 {env_file}"
        return [
            Finding("settings", ok=False, says=f"{env_file} can be read by others", repair=repair)
        ]
    return [Finding("settings", ok=True, says=f"{env_file} can be read by its owner only")]
