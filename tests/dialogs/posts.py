"""Every message that the bot can send in chat."""

from dialogs.conversations import chat
from dialogs.screen import Envelope
from meldcode.notices import Tone
from tests.school import MEETING_ON


def envelopes() -> dict[str, Envelope]:
    tones = {f"tone {tone}": chat.envelope(tone, "handle") for tone in Tone}
    return tones | {
        "agenda": chat.agenda(MEETING_ON, "handle"),
        "digest": chat.digest(),
        "call": chat.call(),
        "for me": chat.for_me("handle"),
        "training": chat.training(),
        "typed": chat.typed(),
        "collected": chat.collected("handle"),
        "answered": chat.answered(),
        "too long": chat.too_long("handle"),
        "off": chat.off(),
        "ended": chat.ended(),
        "mention": chat.mention(),
        "collected and gone": chat.collected_gone("handle"),
        "answered and gone": chat.answered_gone(),
        "gone": chat.gone(),
        "moved": chat.moved(),
        "still": chat.still(),
        "selfscan": chat.scanned(),
        "undelivered": chat.undelivered(),
        "undelivered about a case": chat.undelivered_about("handle"),
    }
