"""The keys that the code asks for: those it names, and families that follow from a list."""

import ast
import re
from collections.abc import Iterator

from bot.policy_items import Items
from dialogs import registry
from dialogs.conversations.consultation import CHIPS
from dialogs.conversations.practice import STORIES
from dialogs.conversations.queue import GROUPS
from dialogs.conversations.signs import DOMAINS
from dialogs.fields import Choice
from meldcode.asks import Ask
from meldcode.brake import Reason
from meldcode.choices import (
    Answer,
    Bottleneck,
    CareFor,
    Decision,
    Form,
    Grounds,
    Helped,
    Link,
    Origin,
    ParentsTalk,
    Place,
    TalkWith,
    Trend,
    Urgency,
)
from meldcode.choices_consultation import AskedAs
from meldcode.choices_injury import BodyPlace
from meldcode.choices_melding import (
    AnonymityGround,
    ChildHeard,
    Effect,
    HelpBy,
    Informing,
    Unknown,
)
from meldcode.complaint import Gap
from meldcode.duties import Kind
from meldcode.figures import Figure
from meldcode.notices import Tone
from meldcode.people import PartnerRole, Role
from meldcode.progress import Stage
from meldcode.steps import MeldcodeStep, SupportStep
from meldcode.weighing import QUESTIONS
from tests.contracts.tree import trees

KEY = re.compile(r"[a-z][a-z_0-9]*(\.[a-z_0-9]+)+")
NAMING = {"say", "line", "head", "quiet", "alert", "quote", "above", "Say", "Refusal", "_also"}
"""Calls whose first argument, or a later one, is a key."""

OF_STORY = ("head", "text", "child", "button")

FAMILIES: dict[str, tuple[object, ...]] = {
    "bottleneck": tuple(Bottleneck),
    "care": tuple(CareFor),
    "chr.left": tuple(Place),
    "helped": tuple(Helped),
    **{f"home.d.{one}": ("between", "from") for one in ("count", "bottleneck")},
    "figure.is": ("under", "between", "from"),
    "figure": tuple(Figure),
    "evidence.group": tuple(Items.model_fields),
    "home.part": ("follower", "owner"),
    "as": tuple(AskedAs),
    "ans": tuple(Answer),
    "asks": tuple(Ask),
    "brake": tuple(Reason),
    "beside": (*Link, "alike"),
    "case.parents": tuple(ParentsTalk),
    "chr.linked": tuple(Link),
    "chr.origin": tuple(Origin),
    "case.urgency": tuple(Urgency),
    "close.is": tuple(Grounds),
    "anonymous": tuple(AnonymityGround),
    "dec.is": tuple(Decision),
    "dec.q": QUESTIONS,
    "duty": tuple(Kind),
    "effect": tuple(Effect),
    "gap": tuple(Gap),
    "heard": tuple(ChildHeard),
    "helpby": tuple(HelpBy),
    "home.ib": GROUPS,
    "home.line": ("today", "yesterday", "since"),
    "home.own": ("today", "yesterday", "since"),
    "ib": (*CHIPS, *(f"{chip}.button" for chip in CHIPS)),
    "informing": tuple(Informing),
    "injury.at": tuple(BodyPlace),
    "mstep": tuple(int(step) for step in MeldcodeStep),
    "nature.is": tuple(Form),
    "people": tuple(TalkWith),
    "practice": tuple(f"{story}.{part}" for story in STORIES for part in OF_STORY),
    "push": tuple(Tone),
    "role": (*Role, PartnerRole.VEILIG_THUIS),
    "rsr": tuple(Stage),
    "signs": (*DOMAINS, *(f"{domain}.list" for domain in DOMAINS)),
    "sstep": tuple(int(step) for step in SupportStep),
    "st": tuple(Stage),
    "stc": tuple(Stage),
    **{f"training.{whose}": ("done", "until", "ended") for whose in ("line", "of")},
    "trend": tuple(Trend),
    "unknown": tuple(Unknown),
}
"""Key up to the last dot -> what follows, for keys that are put together in code or in a text."""

IN_CODE = {"word.yes", "word.no", "word.someone"}
"""Keys that fields and places use by themselves."""


def families() -> set[str]:
    """Every key that some list makes necessary."""
    listed = {f"{family}.{value}" for family, values in FAMILIES.items() for value in values}
    return listed | set(_of_forms()) | IN_CODE


def _of_forms() -> Iterator[str]:
    own_title = {"signal", "signal_at", "meeting"}
    for form in registry.FORMS.values():
        theme = form.theme() if form.name not in own_title else "sig"
        yield from (f"{theme}.title", f"{theme}.submit")
        for mark in form.fields().values():
            if isinstance(mark, Choice):
                yield from (f"{mark.label}.{value}" for value in mark.values)


def named() -> set[str]:
    """Every string in the code of the product that has the form of a key and a known theme."""
    found = (text for text in _strings() if KEY.fullmatch(text))
    return set(found)


def asked() -> set[str]:
    """Keys that stand as an argument of a call that takes a key."""
    return set(_arguments())


def _product() -> Iterator[ast.Module]:
    for path, tree in trees().items():
        if path.parts[0] in {"bot", "dialogs", "meldcode"} and "demo" not in path.parts:
            yield tree


def _strings() -> Iterator[str]:
    for tree in _product():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _arguments() -> Iterator[str]:
    for tree in _product():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from _keys_of(node)


def _keys_of(call: ast.Call) -> Iterator[str]:
    name = ast.unparse(call.func).rpartition(".")[2]
    given = call.args if name in NAMING else []
    marked = [one.value for one in call.keywords if one.arg in {"label", "hint", "empty"}]
    for node in (*given, *marked):
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and KEY.fullmatch(str(part.value)):
                yield str(part.value)
