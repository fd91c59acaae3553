from datetime import datetime, timedelta

import pytest

from storage.outbox import OutboxMessage, UnsafeParameterError
from storage.records import Message, Scalar
from storage.unit import Unit
from tests.storage.builders import HOUR, MINUTE, NOW, raise_signal

pytestmark = pytest.mark.both_databases

LEASE = 2 * MINUTE
IN_CHAT = Message("D1", "1.0")


def put(unit: Unit, key: str, to: str = "ib", at: datetime = NOW, *, urgent: bool = False) -> bool:
    return unit.outbox.put(OutboxMessage(key, to, "news", "new", at, urgent=urgent))


def keys(unit: Unit, now: datetime = NOW, limit: int = 10) -> list[str]:
    return [claimed.message.key for claimed in unit.outbox.claim(now, LEASE, limit)]


def test_a_message_comes_back_as_it_was_put(unit: Unit) -> None:
    """A claim gives the whole message and counts the attempts."""
    raise_signal(unit)
    message = OutboxMessage(
        key="news:1",
        person_id="ib",
        kind="nudge",
        text_key="envelope.new",
        not_before=NOW,
        case_id="case-1",
        params={"count": 2, "day": "2026-11-24", "late": True, "none": None},
        threaded=False,
        urgent=True,
    )
    unit.outbox.put(message)
    first = unit.outbox.claim(NOW, LEASE, 1)[0]
    second = unit.outbox.claim(NOW + LEASE, LEASE, 1)[0]

    assert (first.message, first.attempts) == (message, 1)
    assert (second.message, second.attempts, second.id) == (message, 2, first.id)


def test_the_same_occasion_is_stored_once(unit: Unit) -> None:
    """A second message with a key that is there changes nothing, also after it was sent."""
    assert put(unit, "digest:ib:monday")
    assert not put(unit, "digest:ib:monday", at=NOW + HOUR)

    unit.outbox.sent(unit.outbox.claim(NOW, LEASE, 1)[0].id, IN_CHAT, NOW)

    assert not put(unit, "digest:ib:monday")
    assert unit.outbox.counts() == {"sent": 1}


def test_nothing_goes_out_before_its_time(unit: Unit) -> None:
    """A message that was held back over the lessons is claimed when they end."""
    put(unit, "later", at=NOW + HOUR)

    assert keys(unit, NOW + HOUR - MINUTE) == []
    assert keys(unit, NOW + HOUR) == ["later"]


def test_a_claimed_message_is_not_claimed_again_until_its_lease_ends(unit: Unit) -> None:
    """Two senders never hold the same message; one that died gives it back."""
    put(unit, "news")

    assert keys(unit, NOW) == ["news"]
    assert keys(unit, NOW + LEASE - MINUTE) == []
    assert keys(unit, NOW + LEASE) == ["news"]


def test_each_person_gets_messages_in_order(unit: Unit) -> None:
    """A person's second message waits for the first, other people's do not."""
    for key, to in (("a1", "ib"), ("a2", "ib"), ("b1", "teacher")):
        put(unit, key, to)
    claimed = unit.outbox.claim(NOW, LEASE, 10)
    unit.outbox.sent(claimed[0].id, IN_CHAT, NOW)

    assert [one.message.key for one in claimed] == ["a1", "b1"]
    assert keys(unit) == ["a2"]


def test_order_is_kept_over_a_retry(unit: Unit) -> None:
    """While a message waits for its next attempt, later ones to that person wait too."""
    put(unit, "first")
    put(unit, "second")
    claimed = unit.outbox.claim(NOW, LEASE, 1)[0]
    unit.outbox.retry(claimed.id, NOW + HOUR, "ratelimited")

    assert keys(unit, NOW + 30 * MINUTE) == []
    assert keys(unit, NOW + HOUR) == ["first"]


def test_a_held_back_message_does_not_hold_up_others(unit: Unit) -> None:
    """What may go out now does not wait for what was put earlier but is meant for later."""
    put(unit, "tomorrow", at=NOW + 24 * HOUR)
    put(unit, "now")

    assert keys(unit) == ["now"]


def test_an_urgent_message_overtakes(unit: Unit) -> None:
    """Acute news passes a message to the same person that waits for a retry."""
    put(unit, "first")
    unit.outbox.retry(unit.outbox.claim(NOW, LEASE, 1)[0].id, NOW + HOUR, "ratelimited")
    put(unit, "acute", urgent=True)
    put(unit, "acute too", urgent=True)

    assert keys(unit) == ["acute"]


def test_urgent_messages_are_claimed_first(unit: Unit) -> None:
    """When a claim cannot take everything, it takes what is urgent."""
    put(unit, "usual", "teacher")
    put(unit, "acute", "ib", urgent=True)

    assert keys(unit, limit=1) == ["acute"]


@pytest.mark.parametrize("outcome", ["sent", "dead"])
def test_a_settled_message_never_comes_back(unit: Unit, outcome: str) -> None:
    """What was sent, or given up, is not claimed again, and stands in the counts."""
    put(unit, "news")
    claimed = unit.outbox.claim(NOW, LEASE, 1)[0]
    if outcome == "sent":
        unit.outbox.sent(claimed.id, IN_CHAT, NOW)
    else:
        unit.outbox.dead(claimed.id, "user_not_found", NOW)

    assert keys(unit, NOW + timedelta(days=365)) == []
    assert unit.outbox.counts() == {outcome: 1}


def test_what_is_no_longer_true_is_taken_back(unit: Unit) -> None:
    """Dropping takes back the kinds that are named of this case, and nothing that was sent."""
    for case_id in ("case-1", "case-2"):
        raise_signal(unit, case_id, case_id)
        for kind in ("nudge", "news"):
            key = f"{case_id}:{kind}"
            unit.outbox.put(OutboxMessage(key, "ib", kind, "new", NOW, case_id))

    assert unit.outbox.drop("case-1", "nudge") == 1
    assert unit.outbox.counts() == {"dropped": 1, "waiting": 3}
    assert unit.outbox.drop("case-1", "nudge") == 0


@pytest.mark.parametrize("content", ["two words", "a\nb", "x" * 65, "<!here>"])
def test_content_cannot_be_a_parameter(unit: Unit, content: Scalar) -> None:
    """Free text in a parameter is refused, without repeating it."""
    message = OutboxMessage("news", "ib", "news", "new", NOW, params={"what": content})

    with pytest.raises(UnsafeParameterError, match=r"^$"):
        unit.outbox.put(message)


def test_it_tells_why_messages_were_given_up(unit: Unit) -> None:
    """By reason, and only those."""
    for key in "abc":
        put(unit, key)
    unit.outbox.dead(1, "no_account", NOW)
    unit.outbox.dead(2, "no_account", NOW)

    assert unit.outbox.given_up() == {"no_account": 2}


def test_it_tells_since_when_something_could_have_gone_out(unit: Unit) -> None:
    """The first of those that nothing keeps; not what is for later, held, or behind another."""
    assert unit.outbox.waits_since(NOW, "held") is None

    put(unit, "later", "ib", NOW + HOUR)
    put(unit, "behind", "ib", NOW + 2 * HOUR)
    put(unit, "held", "teacher", NOW)
    unit.outbox.retry(3, NOW + HOUR + MINUTE, "held")

    assert unit.outbox.waits_since(NOW + MINUTE, "held") is None
    assert unit.outbox.waits_since(NOW + MINUTE, "another reason") == NOW
    assert unit.outbox.waits_since(NOW + 3 * HOUR, "held") == NOW + HOUR

    unit.outbox.sent(1, IN_CHAT, NOW + HOUR)

    assert unit.outbox.waits_since(NOW + 3 * HOUR, "held") == NOW + HOUR + MINUTE
