class SlackError(Exception):
    """A refusal of the Web API: `code` as Slack documents it, `problems` for the developer."""

    def __init__(self, code: str, problems: tuple[str, ...] = (), **extra: str) -> None:
        super().__init__(code)
        self.code = code
        self.problems = problems
        self.extra = extra


class NoAnswer(Exception):  # noqa: N818 - it is what happened, not a defect here
    """The app did not acknowledge.

    `code`: what the person is told, app_did_not_respond or dispatch_failed. `reason`: what the
    app is told when an event is sent again, in the words of X-Slack-Retry-Reason.
    """

    def __init__(self, code: str, reason: str = "timeout") -> None:
        super().__init__(code)
        self.code = code
        self.reason = reason

    @property
    def absent(self) -> bool:
        """Nobody was there to be called, so calling again at once is no use."""
        return self.reason == "connection_failed"


class NotShown(LookupError):  # noqa: N818 - reads as what the person meets
    """What the person reached for is not on their screen."""


class UnknownPerson(LookupError):  # noqa: N818 - reads as what the caller meets
    """Nobody in the workspace has this id."""
