from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.demo.workspace.errors import SlackError

TRIGGER_LIFE = timedelta(seconds=3)


class Timestamps:
    """Slack's message ids: seconds.microseconds, each later than the one before."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.last = 0

    def next(self) -> str:
        wanted = round(self._now().timestamp() * 1_000_000)
        self.last = max(wanted, self.last + 1)
        return self.latest()

    def latest(self) -> str:
        return f"{self.last // 1_000_000}.{self.last % 1_000_000:06d}"

    def resume_after(self, ts: str) -> None:
        self.last = max(self.last, int(ts.replace(".", "")))


@dataclass
class Trigger:
    user: str
    issued: datetime
    used: bool = False


@dataclass
class Triggers:
    """The tickets with which an app may open a modal: three seconds, once.

    Source: docs.slack.dev/interactivity/handling-user-interaction.
    """

    now: Callable[[], datetime]
    ids: Callable[[str], str]
    _issued: dict[str, Trigger] = field(default_factory=dict)

    def issue(self, user: str) -> str:
        self._forget_old()
        trigger_id = self.ids("1.2.")
        self._issued[trigger_id] = Trigger(user, self.now())
        return trigger_id

    def spend(self, trigger_id: str) -> str:
        """Answer whose trigger it was; SlackError when it is unknown, used or too old."""
        trigger = self._issued.get(trigger_id)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if self.now() - trigger.issued > TRIGGER_LIFE:
            raise SlackError("expired_trigger_id")
        trigger.used = True
        return trigger.user

    def _forget_old(self) -> None:
        limit = self.now() - timedelta(hours=1)
        self._issued = {key: one for key, one in self._issued.items() if one.issued > limit}
