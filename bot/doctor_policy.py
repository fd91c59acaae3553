"""Whether the policy file can be used, and what in it the board has yet to confirm."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from bot.checked_file import FileError
from bot.finding import Finding
from bot.policy_file import PolicyFile, load
from bot.settings import Settings
from dialogs.conversations.questions import WORDING

NAME = "POLICY_FILE"
REPAIR = (
    "Ask the owner of each (wegwijzer policy show), and write the day of the answer behind "
    "`confirmed` in the policy file."
)


def examine_policy(settings: Settings, today: date) -> Iterator[Finding]:
    """One finding for each group with something that is not confirmed."""
    try:
        found = load(settings.policy_file, today)
    except FileError as error:
        repair = "See what is wrong with: wegwijzer policy check"
        yield Finding(NAME, ok=False, says=f"cannot be used ({error.problems[0]})", repair=repair)
        return
    yield Finding(NAME, ok=True, says=f"can be used; its version is {found.policy.version}")
    yield from _unconfirmed(found)
    yield from _wording(found)


def _unconfirmed(found: PolicyFile) -> Iterator[Finding]:
    waiting = (row for row in found.rows if row.confirmed is None)
    for group, rows in groupby(waiting, lambda row: row.group):
        names = ", ".join(row.name for row in rows)
        yield Finding(
            f"policy, {group}", ok=None, says=f"nog niet bevestigd: {names}", repair=REPAIR
        )


def _wording(found: PolicyFile) -> Iterator[Finding]:
    """The five questions as they stand here may be others than those that were confirmed."""
    if found.wording != WORDING:
        yield Finding(
            "the five questions",
            ok=None,
            says=f"have a wording ({WORDING}) that the policy does not name ({found.wording})",
            repair="Let two roles read the questions, and name this wording in the policy file.",
        )
