"""Everything that is ever written in chat: neutral envelopes (texts.md 3.0) and kind answers."""

from datetime import date

from dialogs.say import Say, say
from dialogs.screen import Button, Envelope
from meldcode.notices import Tone


def envelope(tone: Tone, handle: str) -> Envelope:
    """Something is waiting behind the button; what is urgent may not wait till after the lesson."""
    footer = None if tone is Tone.NOW else say("push.footer")
    return _envelope(say(f"push.{tone}"), "open", handle, footer)


def agenda(day: date, handle: str) -> Envelope:
    """To the chair, about a meeting."""
    return _envelope(say("push.agenda", on=day), "agenda", handle, say("push.footer"))


def for_me(handle: str) -> Envelope:
    """A question without a child, or the answer to it."""
    return _envelope(say("push.new"), "for_me_open", handle, say("push.footer"))


def scanned() -> Envelope:
    """To the privacy officer: a self-scan found something in chat that does not belong there."""
    return _envelope(say("push.today"), "selfscan", "", say("push.footer"))


def training() -> Envelope:
    """To who was trained and the aandachtsfunctionaris: a training ends before long."""
    return _envelope(say("push.new"), "training", "", say("push.footer"))


def digest() -> Envelope:
    """All that is open for somebody, at most once a day."""
    return _envelope(say("push.digest"), "today", "", say("push.footer"))


def call() -> Envelope:
    """Somebody must look now, who may not open the case itself."""
    return _envelope(say("push.now"), "today", "", None)


def undelivered_about(handle: str) -> Envelope:
    """To who stands in: something about a case never reached somebody else."""
    return _envelope(say("chat.undelivered"), "open", handle, say("push.footer"))


def undelivered() -> Envelope:
    """The same of what is open for somebody."""
    return _envelope(say("chat.undelivered"), "today", "", say("push.footer"))


def typed() -> Envelope:
    """Somebody typed outside a conversation about a case: nothing is kept."""
    return Envelope(say("chat.typed"), _tell(), say("chat.typed2"))


def collected(handle: str) -> Envelope:
    """Words typed in the thread of a case were taken into it."""
    return _envelope(say("chat.collected"), "open", handle, None)


def answered() -> Envelope:
    """The same for somebody whose part is over with it: there is nothing left to open."""
    return Envelope(say("chat.collected"), Button("home", say("push.button")))


def too_long(handle: str) -> Envelope:
    """Typed words that do not fit are not kept, and that is said."""
    return _envelope(say("chat.too_long"), "answer", handle, None)


def off() -> Envelope:
    """The school has switched typed answers off."""
    return Envelope(say("chat.off"), Button("home", say("push.button")))


def ended() -> Envelope:
    """Typed where nothing can be added any more; not even that says why."""
    return Envelope(say("chat.ended"), _tell())


def collected_gone(handle: str) -> Envelope:
    """The same as `collected`, and the typed message was removed for its writer."""
    return _envelope(say("chat.collected_gone"), "open", handle, None)


def answered_gone() -> Envelope:
    """The same for somebody whose part is over with it."""
    return Envelope(say("chat.collected_gone"), Button("home", say("push.button")))


def gone() -> Envelope:
    """A message that no case took was removed; its words are in the form for its writer."""
    return Envelope(say("chat.gone"), _tell())


def moved() -> Envelope:
    """The words of a message were put into the form; the message must still be removed."""
    return Envelope(say("chat.moved"), _tell())


def still() -> Envelope:
    """A typed answer that was taken in still stands in this chat; asked once."""
    return Envelope(say("chat.still_there"), Button("home", say("push.button")))


def mention() -> Envelope:
    """Named in a channel: the answer is seen by that person only."""
    return Envelope(say("chat.mention"), _tell())


def _tell() -> Button:
    return Button("new_signal", say("chat.button"), primary=True)


def _envelope(text: Say, action: str, handle: str, footer: Say | None) -> Envelope:
    return Envelope(text, Button(action, say("push.button"), handle, primary=True), footer)
