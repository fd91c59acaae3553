import re
from collections.abc import Mapping
from contextlib import suppress
from functools import partial

from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample

from bot.health.checks import CHECKS
from bot.health.metrics import WITHIN, Metrics, Outcome, Watch
from bot.health.server import METRICS
from meldcode.people import Role
from tests.bot.health.conftest import Monitored
from tests.bot.house import NOW, put
from tests.bot.slack.asgi_client import get

STATES = ("waiting", "sent", "dead", "dropped")
LABELS: Mapping[str, set[str]] = {
    "outcome": set(Outcome),
    "state": set(STATES),
    "check": set(CHECKS),
    "le": {*(str(float(one)) for one in WITHIN), "+Inf"},
}
"""All that tells one figure from another; not a school, role, person, case or form among them."""


def samples(page: bytes) -> list[Sample]:
    families = text_string_to_metric_families(page.decode())
    return [sample for family in families for sample in family.samples]


async def read(monitored: Monitored) -> list[Sample]:
    return samples((await get(monitored.app, METRICS)).body)


def value(found: list[Sample], name: str, **labels: str) -> float:
    (one,) = (one.value for one in found if one.name == name and one.labels == labels)
    return one


async def test_labels_tell_about_nobody(monitored: Monitored) -> None:
    """Every label is one of four, and its value one of a fixed few."""
    found = await read(monitored)
    labels = {(name, text) for one in found for name, text in one.labels.items()}

    assert {name for name, _ in labels} == set(LABELS)
    assert [(name, text) for name, text in labels if text not in LABELS[name]] == []


async def test_no_figure_is_named_after_a_role_or_a_moment(monitored: Monitored) -> None:
    """Names are about the machine; since when something was counted is not told either."""
    words = {word for one in await read(monitored) for word in re.split("_", one.name)}

    assert words.isdisjoint({*(word for role in Role for word in role.split("_")), "created"})


async def test_what_is_in_the_store_is_counted(monitored: Monitored) -> None:
    """How many messages wait, were given up and for how long; what is due; what was erased."""
    store = monitored.bot.tools.store
    for key in "abc":
        await store.write(partial(put, key=key, to="sam"))
    await store.write(lambda unit: unit.outbox.dead(3, "no_account", NOW))
    monitored.clock.later(seconds=90)
    found = await read(monitored)

    assert value(found, "wegwijzer_outbox_messages", state="waiting") == 2
    assert value(found, "wegwijzer_outbox_messages", state="dead") == 1
    assert value(found, "wegwijzer_outbox_oldest_seconds") == 90
    assert value(found, "wegwijzer_due_waiting") == 0
    assert value(found, "wegwijzer_erased_cases") == 0
    assert value(found, "wegwijzer_disk_free_bytes") > 0


async def test_checks_are_figures_too(monitored: Monitored) -> None:
    """What is red at /healthz/ready is 0 here, so that one place can watch both."""
    monitored.seconds.now += 61
    found = await read(monitored)

    assert {name: value(found, "wegwijzer_check_ok", check=name) for name in CHECKS} == {
        **dict.fromkeys(CHECKS, 1),
        "slack": 0,
    }
    assert value(found, "wegwijzer_socket_silence_seconds") == 61


def test_a_delivery_is_counted_while_it_lasts_and_timed_after() -> None:
    """Also one that fails."""
    metrics = Metrics()
    watch = Watch(metrics, lambda kind: f"{kind}-1")
    during = b""
    with suppress(ZeroDivisionError), watch.delivery():
        during = metrics.page()
        during += bytes(1 // 0)
    after = samples(metrics.page())

    assert value(samples(during), "wegwijzer_in_flight") == 1
    assert value(after, "wegwijzer_in_flight") == 0
    assert value(after, "wegwijzer_ack_seconds_count") == 1


async def test_turns_and_failures_are_counted(monitored: Monitored) -> None:
    """A clock that stands still and work that fails both show."""

    async def fail() -> None:
        raise ZeroDivisionError

    bot = monitored.bot
    await bot.turn()
    await bot.tasks.start(fail())
    found = await read(monitored)

    assert value(found, "wegwijzer_turns_total") == 1
    assert value(found, "wegwijzer_task_failures_total") == 1
