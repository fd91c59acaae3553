class SlackError(Exception):
    """A refusal of the Web API: `code` as Slack documents it, `problems` for the developer."""

    def __init__(self, code: str, problems: tuple[str, ...] = (), **extra: str) -> None:
        super().__init__(code)
        self.code = code
        self.problems = problems
        self.extra = extra


class NoAnswer(Exception):  # noqa: N818 - it is what happened, not a defect here
    """The app did not acknowledge: `app_did_not_respond` or `dispatch_failed`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotShown(LookupError):  # noqa: N818 - reads as what the person meets
    """What the person reached for is not on their screen."""


class UnknownPerson(LookupError):  # noqa: N818 - reads as what the caller meets
    """Nobody in the workspace has this id."""
