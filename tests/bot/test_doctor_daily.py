"""Two things that an installation may quietly lack: linking that works, and the daily scan."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.doctor_linking import NAME, examine_linking
from bot.doctor_selfscan import examine_selfscan
from bot.finding import Finding
from bot.service import scans
from bot.settings import Settings
from tests.bot.house import House

WHOLE = {
    "slack_client_id": "1.2",
    "slack_client_secret": SecretStr("zeldzaam"),
    "public_url": "https://bot.school.example",
    "slack_mode": "http",
}
NOTHING = {"slack_client_id": "", "slack_client_secret": SecretStr(""), "public_url": ""}


def linking(**values: object) -> list[Finding]:
    return list(examine_linking(Settings().model_copy(update=WHOLE | values)))


def test_linking_that_nobody_switched_on_is_not_spoken_of(empty_folder: Path) -> None:
    """Nor where it is complete is anything wrong."""
    (whole,) = linking()

    assert linking(**NOTHING) == []
    assert (whole.name, whole.ok) == (NAME, True)


@pytest.mark.parametrize(
    "field, named",
    [
        ("slack_client_id", "SLACK_CLIENT_ID"),
        ("slack_client_secret", "SLACK_CLIENT_SECRET"),
        ("public_url", "PUBLIC_URL"),
    ],
)
def test_half_of_the_settings_for_linking_names_the_other_half(
    empty_folder: Path, field: str, named: str
) -> None:
    """Without this nobody would see why the button is not on Home; no secret is shown."""
    (found,) = linking(**{field: NOTHING[field]})

    assert found.ok is False
    assert found.says == f"is half set up; missing: {named}"
    assert found.repair
    assert "zeldzaam" not in repr(found)


def test_linking_needs_an_address_of_the_bot(empty_folder: Path) -> None:
    """Over a socket Slack has nowhere to send somebody back to."""
    (found,) = linking(slack_mode="socket")

    assert (found.ok, found.says) == (False, "is half set up; missing: SLACK_MODE=http")


async def test_the_last_self_scan_has_a_day(house: House) -> None:
    """None yet is worth a look, one of yesterday is fine, and one of last week is not."""
    read = {"read": 4, "strange": 0}

    async def examined() -> Finding:
        return await house.work(lambda work: examine_selfscan(work.unit, work.today))

    never = await examined()
    await house.work(lambda work: scans.keep(work, read, clean=True))
    house.clock.later(days=1)
    fresh = await examined()
    house.clock.now = datetime(2026, 11, 3, 12, tzinfo=UTC) + timedelta(days=7)
    late = await examined()

    assert [one.ok for one in (never, fresh, late)] == [None, True, False]
    assert fresh.says == late.says == "ran last on 2026-11-03"
    assert late.repair == never.repair != ""
