"""The command line. Each command reads the settings, does one thing and says what it did.

What goes wrong is told in sentences on standard error, with exit code 2 and never a traceback: the
text of an exception may hold what people wrote.
"""

import asyncio
import errno
from collections.abc import Sequence
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot import ids, logs
from bot.checked_file import FileError
from bot.cli_access import access
from bot.cli_backup import backup, drill, restore
from bot.cli_codes import codes
from bot.cli_copy import move
from bot.cli_key import key
from bot.cli_org import org
from bot.cli_pages import evidence, numbers
from bot.cli_policy import policy
from bot.cli_selfscan import selfscan
from bot.cli_verify import verify
from bot.clock import system_clock
from bot.doctor import examine
from bot.serve import serve as serve_bot
from bot.settings import Settings, SettingsError, check_ready, load_settings
from bot.slack.manifest import load_manifest
from bot.stores import KEEPER, master_key, opened, places
from storage.errors import StoreError
from storage.keyfile import KeyFile
from storage.keystore import is_taken
from storage.master import KEY_BYTES
from storage.migrate import migrate as migrate_store
from storage.version import current, head

WRONG = 2
"""Exit code for whatever keeps a command from doing its work; a doctor with findings gives 1."""

MARKS = {True: "ok", False: "WRONG", None: "look"}
NEXT = """\
Now:
  1. Copy .env.sample to .env and fill in the tokens of your Slack app.
  2. Describe your schools and people in {organisation}; bot/demo/school.yaml shows how.
  3. Go through what the board has yet to confirm: wegwijzer policy show
  4. Check everything with: wegwijzer doctor
  5. Start with: wegwijzer serve
Keep a copy of {key} in a safe place, apart from copies of the store: without it nobody
can read what was stored, and with both anybody can."""

app = typer.Typer(
    help="Wegwijzer: a chat bot that guides school staff through the Meldcode.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain text: boxes of line characters are read out one by one
    pretty_exceptions_enable=False,
)
app.add_typer(access, name="access")
app.add_typer(key, name="key")
app.add_typer(org, name="org")
app.add_typer(policy, name="policy")
app.command()(verify)
app.command()(backup)
app.command()(restore)
app.command()(drill)
app.command("copy-store")(move)
app.command()(selfscan)
app.command()(evidence)
app.command()(numbers)
app.add_typer(codes, name="codes")


def main(arguments: Sequence[str] | None = None) -> None:
    """The script `wegwijzer`; `arguments` stand in for those of the process."""
    try:
        app(args=arguments)
    except (SettingsError, FileError, StoreError) as error:
        _stop(str(error))
    except OSError as error:
        _stop(_about(error))
    except Exception as error:  # noqa: BLE001 - the text of an unknown error may hold content
        _stop(f"Stopped by a {type(error).__name__}. Look for the cause with: wegwijzer doctor")


@app.command()
def init() -> None:
    """Make a new key file and an empty store. Refuses if there is one of them already."""
    settings = load_settings()
    if current(settings.database_url) is not None:
        _stop(
            "There is a store at DATABASE_URL already. To bring it to this version, run: "
            "wegwijzer migrate"
        )
    if is_taken(places(settings)):
        _stop(
            "There are keys of cases at CASE_KEYS_FILE or CASE_KEYS_URL already. Put the store "
            "back that they belong to, or move them away."
        )
    made = _prepare_key(settings)
    migrate_store(places(settings))
    asyncio.run(_bind(settings))
    typer.echo(f"Made {made}an empty store.\n")
    key = settings.key_file if settings.key_provider == "file" else KEEPER[settings.key_provider]
    typer.echo(NEXT.format(organisation=settings.organisation_file, key=key))


@app.command()
def serve() -> None:
    """Run the bot until it is stopped."""
    settings = load_settings()
    check_ready(settings)
    logs.configure(settings.log_level)
    asyncio.run(serve_bot(settings))


@app.command()
def demo(
    *,
    reset: Annotated[bool, typer.Option("--reset", help="Empty its data and stop.")] = False,
    port: Annotated[int, typer.Option(help="Of the page, on this machine only.")] = 8010,
    folder: Annotated[Path, typer.Option("--dir", help="Where it keeps its data.")] = Path(
        ".wegwijzer"
    ),
) -> None:
    """Play the whole story in a browser, on this machine only, with an invented school."""
    # Only here: the local workspace has no place in the start of a real bot.
    from bot.demo.run import main as run_demo  # noqa: PLC0415 - see above
    from bot.demo.run import reset as empty_demo  # noqa: PLC0415 - see above

    if reset:
        _require_demo_folder(folder)
        empty_demo(folder)
        typer.echo(f"Emptied {folder}.")
        return
    logs.configure("WARNING")
    asyncio.run(run_demo(folder, port, _tell_address))


@app.command()
def doctor() -> None:
    """Examine settings, tokens, key, store and organisation, and say how to repair each."""
    findings = asyncio.run(examine(load_settings(), load_manifest(), system_clock))
    for finding in findings:
        typer.echo(f"{MARKS[finding.ok]:5}  {finding.name}: {finding.says}.")
        if finding.repair and not finding.ok:
            typer.echo(f"       {finding.repair}")
    if any(finding.ok is False for finding in findings):
        raise typer.Exit(1)


@app.command()
def migrate() -> None:
    """Bring the store to this version. Make a backup first."""
    migrate_store(places(load_settings()))
    typer.echo(f"The store is at version {head()}.")


@app.command()
def version() -> None:
    """Say which version this is."""
    typer.echo(f"wegwijzer {installed_version('wegwijzer')}")


def _prepare_key(settings: Settings) -> str:
    """Make the key if it is ours to make, and see that it works; what was made."""
    if settings.key_provider == "file":
        KeyFile.create(settings.key_file, ids.random_bytes)
        return f"the key file {settings.key_file} and "
    master_key(settings).wrap(ids.random_bytes(KEY_BYTES), ids.random_bytes)
    return ""


async def _bind(settings: Settings) -> None:
    """Open the store once: the first key that does so is from then on the only one."""
    store = opened(settings)
    await store.close()


def _require_demo_folder(folder: Path) -> None:
    """Emptying deletes everything in it, so it must be a folder that the demo made."""
    if folder.exists() and any(folder.iterdir()) and not (folder / "clock.json").exists():
        _stop(f"{folder} was not made by the demo, so it is not emptied.")


def _tell_address(address: str) -> None:
    typer.echo(f"Wegwijzer plays at {address}\nStop it with Ctrl+C; its data stays.")


def _about(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            "The port is in use. Stop what uses it, or choose another with --port, PORT or "
            "HEALTH_PORT."
        )
    return f"{error.filename or 'The network'}: {error.strerror}."


def _stop(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise SystemExit(WRONG)
