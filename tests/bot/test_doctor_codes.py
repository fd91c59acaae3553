from pathlib import Path

import pytest

from bot.doctor_codes import examine_codes
from bot.finding import Finding
from bot.service.tools import Work
from bot.settings import Settings
from storage.records import SecondFactor
from tests.bot.house import House
from tests.policies import TODAY, confirmed, written

FACTOR = SecondFactor(b"s" * 20)
READERS = ("ib", "deputy", "attention", "other-ib")


async def examined(house: House, settings: Settings) -> list[Finding]:
    return await house.work(lambda work: list(examine_codes(work.unit, settings, TODAY)))


async def give(house: House, people: tuple[str, ...]) -> None:
    """Codes to each of them."""

    def run(work: Work) -> None:
        for who in people:
            work.unit.second_factors.put(who, FACTOR)

    await house.work(run)


def policy(folder: Path, minutes: int | None) -> Settings:
    """Settings with a policy file that asks for a code after so many minutes."""
    found = confirmed()
    item = found["items"]["switches"]["step_up_minutes"]
    item["value"] = str(minutes)
    if minutes is None:
        del item["value"], item["confirmed"]
    (folder / "policy.yaml").write_text(written(found), encoding="utf-8")
    return Settings(policy_file=folder / "policy.yaml")


async def test_nothing_is_said_where_no_code_is_asked(house: House, tmp_path: Path) -> None:
    """Nor where the policy file cannot be used, which is told elsewhere."""
    assert await examined(house, policy(tmp_path, None)) == []
    assert await examined(house, Settings(policy_file=tmp_path / "nothing.yaml")) == []


@pytest.mark.parametrize("having, lacking", [((), READERS), (READERS[1:], ("ib",))])
async def test_who_cannot_read_is_named(
    house: House, tmp_path: Path, having: tuple[str, ...], lacking: tuple[str, ...]
) -> None:
    """Everybody of a care team needs an app with codes, and nobody else does."""
    await give(house, having)
    (found,) = await examined(house, policy(tmp_path, 15))

    assert found.ok is False
    assert found.says.endswith(", ".join(sorted(lacking)))
    assert "codes new" in found.repair


async def test_all_have_codes(house: House, tmp_path: Path) -> None:
    """Then that is said, with their number."""
    await give(house, READERS)
    (found,) = await examined(house, policy(tmp_path, 15))

    assert (found.ok, found.says) == (True, "all have codes (4)")
