"""The figures of one process, as Prometheus reads them (prometheus.io/docs/instrumenting).

A number of one school, role, person, case or form can tell about somebody; so none of them is a
label, and each figure is about the whole board (reliability.md, "Small-number rule").
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from time import perf_counter

import structlog
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from structlog.contextvars import bound_contextvars

log = structlog.get_logger(__name__)

WITHIN = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3)
"""Seconds; after three of them Slack tells a person that the app does not respond."""


class Outcome(StrEnum):
    """What came of a form that somebody sent."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    NOT_KEPT = "not_kept"
    TOO_FAST = "too_fast"
    FAILED = "failed"


class Metrics:
    def __init__(self) -> None:
        # When a figure was first counted is the moment at which somebody did something.
        disable_created_metrics()  # type: ignore[no-untyped-call]  # it leaves it untyped
        self.registry = CollectorRegistry()
        self.submissions = Counter(
            "wegwijzer_submissions",
            "Forms that were sent, by what came of it.",
            ["outcome"],
            registry=self.registry,
        )
        for outcome in Outcome:
            self.submissions.labels(outcome)
        self.ack_seconds = Histogram(
            "wegwijzer_ack_seconds",
            "How long it took until a delivery of Slack was answered.",
            buckets=WITHIN,
            registry=self.registry,
        )
        self.in_flight = self._gauge("in_flight", "Deliveries of Slack being answered now.")
        self.turns = self._counter("turns", "Turns of the clock that were begun.")
        self.task_failures = self._counter("task_failures", "Work beside an answer that failed.")
        self.connections = self._counter("socket_connections", "Sockets to Slack that opened.")
        self.silence = self._gauge("socket_silence_seconds", "Since Slack was heard on a socket.")
        self.outbox = self._gauge("outbox_messages", "Messages in the outbox.", "state")
        self.oldest = self._gauge("outbox_oldest_seconds", "Since the first could have gone out.")
        self.due = self._gauge("due_waiting", "Duties whose moment has come, not yet told.")
        self.erased = self._gauge("erased_cases", "Cases that were erased, ever.")
        self.disk = self._gauge("disk_free_bytes", "Room on the fullest disk of the store.")
        self.checks = self._gauge("check_ok", "1 if a check of readiness is well.", "check")

    def page(self) -> bytes:
        """All of it, in the text format of Prometheus."""
        return generate_latest(self.registry)

    def _counter(self, name: str, about: str) -> Counter:
        return Counter(f"wegwijzer_{name}", about, registry=self.registry)

    def _gauge(self, name: str, about: str, *labels: str) -> Gauge:
        return Gauge(f"wegwijzer_{name}", about, labels, registry=self.registry)


class Watch:
    """Around each delivery: it is counted and timed, and its lines in the log share one id."""

    def __init__(self, metrics: Metrics, new_id: Callable[[str], str]) -> None:
        self._metrics = metrics
        self._new_id = new_id

    @contextmanager
    def delivery(self) -> Iterator[None]:
        with self.named("delivery"), self._metrics.in_flight.track_inprogress():
            began = perf_counter()
            try:
                yield
            finally:
                seconds = perf_counter() - began
                self._metrics.ack_seconds.observe(seconds)
                log.debug("handled", seconds=round(seconds, 4))

    @contextmanager
    def turn(self) -> Iterator[None]:
        self._metrics.turns.inc()
        with self.named("turn"):
            yield

    @contextmanager
    def named(self, kind: str) -> Iterator[None]:
        """Tasks that are started meanwhile keep the id, since they copy the context."""
        with bound_contextvars(request=self._new_id(kind)):
            yield
