from datetime import timedelta

from bot.proof import EVERY, Proof
from tests.bot.house import House


def lines(house: House) -> int:
    """How many checkpoints were signed."""
    file = house.path.with_suffix(".proof") / "checkpoints.jsonl"
    return len(file.read_text().splitlines()) if file.exists() else 0


async def test_the_store_is_signed_once_an_hour(house: House) -> None:
    """The first turn signs, the next ones wait, and an hour later what was added is signed."""
    proof = Proof(house.tools)
    await house.signal()
    await proof.turn()
    first = lines(house)
    await house.signal()
    house.clock.now += EVERY - timedelta(seconds=1)
    await proof.turn()
    early = lines(house)
    house.clock.now += timedelta(seconds=1)
    await proof.turn()

    assert (first, early, lines(house)) == (1, 1, 2)


async def test_a_folder_that_cannot_be_written_stops_nothing(house: House) -> None:
    """The bot goes on; the fault is in the log, and tried again in an hour."""
    house.path.with_suffix(".proof").write_text("in the way")
    proof = Proof(house.tools)
    await house.signal()
    await proof.turn()

    assert house.path.with_suffix(".proof").read_text() == "in the way"
