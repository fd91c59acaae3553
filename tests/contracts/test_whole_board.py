import ast
from collections.abc import Iterator

from tests.contracts.tree import ROOMS, functions

WHOLE = {
    "bot/cli_access.py": {"_records"},
    "bot/cli_codes.py": {"_changed"},
    "bot/cli_pages.py": {"_read"},
    "bot/delivery.py": {"_look", "_settle"},
    "bot/doctor_store.py": {"_contents"},
    "bot/health/checks.py": {"_outbox"},
    "bot/health/server.py": {"_count"},
    "bot/reminders.py": {"tick", "purge"},
    "bot/selfscan/daily.py": {"turn", "keep"},
    "bot/selfscan/scan.py": {"scan", "_found"},
    "bot/service/kept.py": {"plan"},
    "bot/service/leavers.py": {"bring_in"},
    # Who asks is looked up, and what they ask is done at their schools (test_scope.py).
    "bot/service/service.py": {"_try", *("link_asked", "removed", "typed")},
    # A try elsewhere is written down; the administrator counts what was given up.
    "storage/cases.py": {"open_by_code", "_tried_elsewhere"},
    "storage/outbox.py": {"given_up"},
    "storage/scope.py": {"beyond"},
    # What is about a case goes, wherever it stands; a checkpoint is of all.
    "storage/store.py": {"_erase", "gated"},
}
"""What looks past the own school: the clock, the post, the machine room, and what is named so."""

WIDENING = frozenset({"beyond", "widen"})


def widening(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call that opens the whole board."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            if name in WIDENING or any(_opens(word) for word in node.keywords):
                yield node


def _opens(word: ast.keyword) -> bool:
    given = word.value
    return word.arg == "whole_board" and isinstance(given, ast.Constant) and given.value is True


def test_only_what_is_named_sees_the_whole_board() -> None:
    """Whoever adds a transaction that sees all schools names it here, or narrows it down."""
    found: dict[str, set[str]] = {}
    for path, function in functions():
        if path.parts[0] in ROOMS and any(widening(function)):
            found.setdefault(str(path), set()).add(function.name)

    assert found == WHOLE


def test_a_wide_call_is_recognised() -> None:
    """Each way to widen is seen, and no other call is."""
    code = "a.read(b, whole_board=True); widen(c); beyond(d); a.read(e, whole_board=f); g(h)"

    assert len(list(widening(ast.parse(code)))) == 3
