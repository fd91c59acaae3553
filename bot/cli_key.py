"""`wegwijzer key`: the master key, with which everything in the store is locked."""

from base64 import b64encode

import typer

from bot import ids
from bot.long_work import ON, stoppable
from bot.settings import load_settings
from bot.stores import master_key, places
from storage.master import KEY_BYTES
from storage.rotation import rotate as replace_key

key = typer.Typer(help="The master key of the store.", no_args_is_help=True)

AFTER = {
    "file": "Keep a copy of the new KEY_FILE. Copies of the old one open old copies of the case "
    "keys, so keep them no longer than those.",
    "environment": "Take the old key, which stands first, out of MASTER_KEY.",
    "vault": "In Vault old versions of the key may be retired (min_decryption_version).",
}


@key.command()
def make() -> None:
    """Show a new key, to be kept where MASTER_KEY comes from. Keeps it nowhere itself."""
    typer.echo(b64encode(ids.random_bytes(KEY_BYTES)).decode())


@key.command()
def rotate() -> None:
    """Replace the master key. The bot may go on running; stopped on its way, run it again.

    With KEY_PROVIDER=environment first put the new key behind the old one, with a comma between.
    With KEY_PROVIDER=vault first rotate the key there.
    """
    settings = load_settings()
    with stoppable("key rotate", ON):
        replace_key(places(settings), master_key(settings), ids.random_bytes, _tell)
    typer.echo(f"The master key was replaced. {AFTER[settings.key_provider]}")


def _tell(done: int, total: int) -> None:
    typer.echo(f"{done} of {total} keys")
