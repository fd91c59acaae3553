"""What a piece of text in a payload may be, by where it stands.

Each is a type for pydantic: the value is checked against the `Surroundings` of its validation, and
what is wrong is named by its place, never by its words.
"""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, StringConstraints, ValidationInfo

from bot.slack.gate.words import Words

NEVER = re.compile(
    r"zorg|signaal|meldcode|veilig thuis|mishandel|geweld|onveilig|acuut|acute|risico|dossier"
    r"|melding|\b(?:stap|step|fase|phase) \d|abuse|violence|unsafe|\brisk|[A-Z0-9]{3}-[A-Z0-9]{3}"
    r"|https?:|[<>@]|www\.",
    re.IGNORECASE,
)
"""What a lock screen, a watch or a digital board may never show (texts.md 3.0), nor a link."""

ESCAPED = re.compile(r"&(?:amp|lt|gt);")
PLAINLY = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
EMPHASIS = re.compile(r"\*([^*]+)\*")
LIVE = frozenset("<>*`~|")
"""What makes a mention, a link or a layout in mrkdwn."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a text stands. `free`: in a modal, where people may read what people wrote."""

    words: Words
    free: bool = False


def _where(info: ValidationInfo) -> Surroundings:
    assert isinstance(info.context, Surroundings)  # noqa: S101 - narrows; without it all is refused
    return info.context


def _required(*, holds: bool) -> None:
    if not holds:
        raise ValueError


def _ours(text: str, info: ValidationInfo) -> str:
    _required(holds=_where(info).words.ours(text))
    return text


def _shown(text: str, info: ValidationInfo) -> str:
    return text if _where(info).free else _ours(text, info)


def _bold(text: str, info: ValidationInfo) -> str:
    """Our own words between asterisks, without one sign that Slack would read as more than that."""
    inside = EMPHASIS.fullmatch(text)
    _required(holds=inside is not None)
    bare = ESCAPED.sub("", text[1:-1])
    _required(holds=LIVE.isdisjoint(bare) and "&" not in bare)
    _ours(ESCAPED.sub(lambda sign: PLAINLY[sign[0]], text[1:-1]), info)
    return text


def _envelope(text: str, info: ValidationInfo) -> str:
    _required(holds=_where(info).words.envelope(text) and not NEVER.search(text))
    return text


def _on_button(text: str, info: ValidationInfo) -> str:
    _required(holds=_where(info).words.button(text) and not NEVER.search(text))
    return text


def _lines(text: str, info: ValidationInfo) -> str:
    for line in text.splitlines():
        _ours(line, info)
    return text


def _in_modal(text: str, info: ValidationInfo) -> str:
    _required(holds=_where(info).free)
    return text


Ours = Annotated[str, AfterValidator(_ours)]
Shown = Annotated[str, AfterValidator(_shown)]
Bold = Annotated[str, AfterValidator(_bold)]
Lines = Annotated[str, AfterValidator(_lines)]
OnEnvelope = Annotated[str, AfterValidator(_envelope)]
OnButton = Annotated[str, AfterValidator(_on_button)]
Typed = str
"""What somebody typed, or a preset of ours: only as the initial value of a field of a modal."""


def like(pattern: str) -> StringConstraints:
    return StringConstraints(pattern=rf"\A(?:{pattern})\z")


Name = Annotated[str, like(r"[a-z][a-z0-9_]{0,39}")]
"""Of a screen, an action or a field: as our own code writes them."""

Block = Annotated[str, like(r"[a-z][a-z0-9_]{0,39}(?:~[\w.:-]{1,60})?")]
Handle = Annotated[str, like(r"(?:[\w-]{20})?")]
Choice = Annotated[str, like(r"[\w.:/-]{1,75}")]
Id = Annotated[str, like(r"[\w.-]{1,100}")]
Ts = Annotated[str, like(r"\d{1,12}\.\d{1,9}")]
Mark = Annotated[str, like(r"[0-9a-f]{32}")]
Link = Annotated[
    str,
    like(
        r"https?://[a-zA-Z0-9.:-]+/oauth/v2/authorize\?client_id=[0-9.]+"
        r"&user_scope=chat%3Awrite&redirect_uri=[a-zA-Z0-9_.%-]+&state=link-[a-zA-Z0-9_-]{1,40}"
    ),
    AfterValidator(_in_modal),
]
"""The one address that a button leads to, in a modal: where somebody links their account."""

Address = Annotated[str, like(r"https?://[a-zA-Z0-9_.:/-]+")]
Secret = Annotated[str, like(r"[a-zA-Z0-9_.-]+")]
OfPerson = Annotated[str, like(r"xoxp-[a-zA-Z0-9-]+")]
"""A token with which somebody lets the bot remove what they typed themselves."""

Email = Annotated[str, like(r"[^@\s<>]{1,80}@[^@\s<>]{1,80}")]
