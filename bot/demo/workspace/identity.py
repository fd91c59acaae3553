from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Identity:
    """Who the workspace and the app are, as Slack would number them."""

    bot_name: str
    team_id: str = "T0LOKAAL01"
    team_name: str = "Lokale werkruimte"
    team_domain: str = "lokaal"
    app_id: str = "A0LOKAAL01"
    bot_id: str = "B0LOKAAL01"
    bot_user_id: str = "U0LOKAALBOT"
    verification_token: str = "not-used"  # noqa: S105 - deprecated by Slack, still in each payload
    channel_id: str = "C0LOKAAL01"
    channel_name: str = "algemeen"


@dataclass(frozen=True)
class Member:
    """A person of the workspace. `id` starts with U; `is_restricted` marks a guest."""

    id: str
    name: str
    email: str
    deleted: bool = False
    is_restricted: bool = False
    tz: str = "Europe/Amsterdam"

    @property
    def dm(self) -> str:
        """The channel id of this person's private chat with the bot."""
        return "D" + self.id[1:]

    @property
    def username(self) -> str:
        return self.email.partition("@")[0]


@dataclass(frozen=True)
class Credentials:
    """The invented tokens the app must show; they open nothing but this workspace."""

    bot_token: str
    app_token: str
    signing_secret: str
    client_id: str
    client_secret: str
