from pathlib import Path

from bot.doctor_policy import examine_policy
from bot.finding import Finding
from bot.settings import Settings
from dialogs.conversations.questions import WORDING
from tests.policies import TEXT, TODAY, confirmed, written


def examined(text: str, path: Path) -> dict[str, Finding]:
    """By name; whatever is not in order comes with its repair."""
    path.write_text(text, encoding="utf-8")
    found = {one.name: one for one in examine_policy(Settings(policy_file=path), TODAY)}

    assert all(one.repair for one in found.values() if not one.ok)
    return found


def test_a_policy_that_is_confirmed_throughout(tmp_path: Path) -> None:
    """There is nothing left to look at, and the version is told."""
    found = examined(written(confirmed()), tmp_path / "policy.yaml")

    assert {name: one.ok for name, one in found.items()} == {"POLICY_FILE": True}
    assert found["POLICY_FILE"].says == "can be used; its version is 2026-1"


def test_a_policy_file_that_cannot_be_used(tmp_path: Path) -> None:
    """Its first problem is told, and how to see the others."""
    found = examined(TEXT.replace("owner: FG", "owner: Jan"), tmp_path / "policy.yaml")

    assert found["POLICY_FILE"].ok is False
    assert "draft_hours.owner: must be 'bestuurder'" in found["POLICY_FILE"].says
    assert "policy check" in found["POLICY_FILE"].repair


def test_what_the_board_has_yet_to_confirm(tmp_path: Path) -> None:
    """Each group has one line with what nobody confirmed: something to look at, not a fault."""
    found = examined(TEXT, tmp_path / "policy.yaml")
    waiting = {name: one for name, one in found.items() if name.startswith("policy, ")}

    assert len(waiting) == 9
    assert {one.ok for one in waiting.values()} == {None}
    assert waiting["policy, promises"].says == "nog niet bevestigd: answer_promise"
    assert "acute_unsafety, structural_unsafety" in waiting["policy, law"].says


def test_the_questions_wait_for_a_second_role(tmp_path: Path) -> None:
    """That their wording was read by one role only is said here, and to no teacher."""
    half = confirmed()
    del half["items"]["wordings"]["questions"]["second"]
    found = examined(written(half), tmp_path / "policy.yaml")

    assert found["policy, wordings"].says == "nog niet bevestigd: questions"


def test_questions_in_other_words_than_were_confirmed(tmp_path: Path) -> None:
    """An update that changes the five questions shows that the board has not read them yet."""
    other = confirmed()
    other["items"]["wordings"]["questions"]["value"] = "2019-01-01"
    found = examined(written(other), tmp_path / "policy.yaml")["the five questions"]

    assert found.ok is None
    assert WORDING in found.says
    assert "2019-01-01" in found.says
