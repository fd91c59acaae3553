from collections.abc import Sequence
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.outbox import Claimed, OutboxMessage
from storage.records import Message
from storage.unit import Unit
from tests.storage.builders import MINUTE, NOW

pytestmark = pytest.mark.both_databases

LEASE = 2 * MINUTE
RUNS = count()
PEOPLE = st.sampled_from(["ib", "teacher", "chair"])
OUTCOMES = st.sampled_from(["sent", "sent", "died", "retry"])


class Sender:
    """Sends one claim after the other; each time something else may happen to it."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.now = NOW
        self.sent: list[tuple[str, str]] = []

    def turn(self, outcome: str) -> bool:
        """Claim and send; False if nothing could be claimed."""
        claims = self.unit.outbox.claim(self.now, LEASE, 2)
        for claimed in claims:
            self.settle(claimed, outcome)
        self.now += MINUTE
        return bool(claims)

    def settle(self, claimed: Claimed, outcome: str) -> None:
        if outcome == "sent":
            self.unit.outbox.sent(claimed.id, Message("D1", claimed.message.key), self.now)
            self.sent.append((claimed.message.person_id, claimed.message.key))
        if outcome == "retry":
            self.unit.outbox.retry(claimed.id, self.now + 5 * MINUTE, "ratelimited")


def drain(sender: Sender) -> None:
    """Let everything settle: longer than any lease or retry without a claim is the end."""
    quiet = 0
    while quiet < 6:
        quiet = 0 if sender.turn("sent") else quiet + 1


def of(person: str, pairs: Sequence[tuple[str, str]]) -> list[str]:
    return [key for to, key in pairs if to == person]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(PEOPLE, max_size=8), st.lists(OUTCOMES, max_size=12))
def test_every_message_is_settled_once_and_in_order(
    unit: Unit, people: list[str], outcomes: list[str]
) -> None:
    """Whatever happens to senders, each message is sent, once, in its person's order."""
    run = next(RUNS)
    put = [(person, f"{run}:{number}") for number, person in enumerate(people)]
    for person, key in put:
        unit.outbox.put(OutboxMessage(key, person, "news", "new", NOW))
    sender = Sender(unit)
    for outcome in outcomes:
        sender.turn(outcome)
    drain(sender)

    assert {person: of(person, sender.sent) for person in people} == {
        person: of(person, put) for person in people
    }
