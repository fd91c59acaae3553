"""Writes docs/steps.md from the rules: `python -m tests.contracts.steps_doc`."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

from meldcode import events
from meldcode.access import ACTION_OF, ALLOWED
from meldcode.decide import RULES
from meldcode.progress import STEP_OF
from meldcode.steps import MELDCODE_OF, STATUTORY, SUPPORT_OF, MeldcodeStep, SupportStep
from tests.contracts.tree import ROOT

Rule = Callable[..., Any]

PAGE = Path("docs/steps.md")
HEAD = """\
# Steps

Written from the rules by `make docs`; a test compares it with them.
Dutch names are those of the protocol.

The order is not a wizard: everything can be asked at any step, except what the protocol orders.
Talks with parents and child happen before and after every step, and may be recorded at each.
"""
MELDCODE_NAMES = {
    MeldcodeStep.SIGNALS: "in kaart brengen van signalen",
    MeldcodeStep.CONSULTATION: "collegiale consultatie en zo nodig raadplegen Veilig Thuis",
    MeldcodeStep.CONVERSATION: "gesprek met cliënt",
    MeldcodeStep.WEIGHING: "(multidisciplinair) wegen van signalen",
    MeldcodeStep.DECISION: "afwegen; hulp organiseren en/of melden bij Veilig Thuis",
    MeldcodeStep.FOLLOWING: "volgen en afsluiten",
}
SUPPORT_NAMES = {
    SupportStep.OBSERVE: "observeren, signaleren en begeleiden",
    SupportStep.CONSULTATION: "collegiale consultatie",
    SupportStep.ZBO: "bespreking in ZBO",
    SupportStep.ACTIONS: "uitvoering acties",
    SupportStep.AFTERCARE: "nazorg en evaluatie",
}


def leads_to(rule: Rule) -> frozenset[type]:
    """The types of event that a rule can answer with, itself or by the rules it calls."""
    return frozenset(_made_by(rule))


def _made_by(rule: Rule) -> Iterator[type]:
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(rule)))):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="events"), attr=name)):
                yield getattr(events, name)
            case ast.Call(func=ast.Name(id=name)) if _ours(
                called := inspect.unwrap(rule).__globals__.get(name)
            ):
                yield from _made_by(called)


def _ours(called: Any) -> bool:  # noqa: ANN401 - whatever the name stands for
    return inspect.isfunction(called) and called.__module__.startswith("meldcode.")


def table(titles: str, rows: Iterable[Iterable[object]]) -> str:
    """A table in Markdown; `titles` are separated by commas."""
    head = titles.split(", ")
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)


def meldcode_route() -> Iterator[Iterable[object]]:
    for step, name in MELDCODE_NAMES.items():
        beside = SUPPORT_OF[step]
        law = "yes" if step in STATUTORY else "no, the board's own"
        yield step, name, f"`{step.name}`", law, f"{beside} {SUPPORT_NAMES[beside]}"


def support_route() -> Iterator[Iterable[object]]:
    for step, name in SUPPORT_NAMES.items():
        beside = ", ".join(str(int(one)) for one in sorted(MELDCODE_OF[step]))
        yield step, name, f"`{step.name}`", beside


def asked() -> Iterator[Iterable[object]]:
    """The rows of commands: what each can lead to, on which step, and who may ask it."""
    for command, rule in RULES.items():
        made = [event for event in get_args(events.Event) if event in leads_to(rule)]
        steps = sorted({int(STEP_OF[event]) for event in made if event in STEP_OF})
        yield (
            f"`{command.__name__}`",
            ", ".join(f"`{event.__name__}`" for event in made),
            ", ".join(map(str, steps)) or "-",
            who(command),
        )


def who(command: type) -> str:
    action = ACTION_OF.get(command)
    if action is None:
        return "everybody of the staff"
    return ", ".join(relation for relation, may in ALLOWED.items() if action in may)


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join(
        (
            HEAD,
            "## The route of the meldcode\n",
            table("step, protocol, code, by law, on the route of support", meldcode_route()),
            "## The route of support\n",
            table("step, protocol, code, meldcode steps beside it", support_route()),
            "## What can be asked\n",
            "Who: `care` is the care team of the school, `raiser` who raised the signal, and",
            "`chair` the chair of the ZBO once the case is on an agenda, `follower` who sees the",
            "child by now, and `owner` who has an agreement in it.\n",
            table("command, can lead to, meldcode step, who", asked()),
        )
    )


if __name__ == "__main__":
    (ROOT / PAGE).write_text(page(), encoding="utf-8")
