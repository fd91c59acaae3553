"""Trouble that is nobody's fault: nothing was stored, and what was typed stays."""

from collections.abc import Mapping

from bot.service.answers import Correct, correct
from bot.service.tools import PlatformError
from dialogs.form import Form
from meldcode.refusal import Refusal
from storage.errors import ConflictError, StoreError, StoreFullError

TROUBLE = (StoreError, PlatformError)

SENTENCES: Mapping[type[Exception], str] = {
    StoreFullError: "err.full",
    ConflictError: "err.other",
}
"""Why nothing was stored -> what is said about it, if that is more than "not saved"."""


NOT_KEPT = frozenset({"err.notsaved", *SENTENCES.values()})


def not_kept(form: type[Form], error: Exception) -> Correct:
    """Nothing was stored; the form stays open with what was typed, and a sentence what to do."""
    return correct(form, Refusal(SENTENCES.get(type(error), "err.notsaved")))


def why(error: Exception) -> str:
    """What is said where nothing had been typed: trying again helps, unless the disk is full."""
    return "err.full" if isinstance(error, StoreFullError) else "err.failed"
