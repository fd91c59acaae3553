"""When Slack was last heard, in whatever way: a socket that says nothing is no connection.

Slack and our client each ping every ten seconds or so, so also on a quiet night there is a frame.
"""

from collections.abc import Callable

from bot.finding import Finding

SILENCE = 60.0
"""Seconds after which a socket counts as dead; a monitor that looks twice a minute knows in 90."""

NAME = "slack"
REPAIR = "Look whether this machine reaches Slack, and at status.slack.com; it tries on by itself."


class Ear:
    """`seconds` is a clock that is never set back, such as `time.monotonic`."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._heard = self._opened = seconds()
        self._greeted = False

    def opened(self) -> None:
        """A socket was opened; Slack greets on it before anything else."""
        self._opened = self._seconds()
        self._greeted = False

    def frame(self) -> None:
        """Anything came in; of a socket on which Slack never greeted it proves nothing."""
        if self._greeted:
            self._heard = self._seconds()

    def word(self) -> None:
        """A text came in."""
        self._greeted = True
        self.frame()

    def silence(self) -> float:
        """Seconds since Slack was last heard, or since the start."""
        return self._seconds() - self._heard

    def is_deaf(self) -> bool:
        return self.silence() > SILENCE

    def is_stuck(self) -> bool:
        """Whether it is deaf, and the present socket has had its time to speak up."""
        return self.is_deaf() and self._seconds() - self._opened > SILENCE

    def finding(self) -> Finding:
        says = f"was heard {self.silence():.0f} seconds ago"
        return Finding(NAME, ok=not self.is_deaf(), says=says, repair=REPAIR)
