"""A chat platform for the tests of the delivery: it keeps what was sent, and fails on request."""

from dataclasses import dataclass
from datetime import datetime

from dialogs.screen import Envelope
from storage.records import Message
from tests.bot.house import House


@dataclass(frozen=True)
class Sent:
    """One call of `send`; `key` names the occasion."""

    account: str
    key: str
    text: str
    button: str
    handle: str
    root: Message | None
    since: datetime | None


class FakePostman:
    """Accounts are `U-x` for x@school.example; `trouble` is what the next sends of a key raise."""

    def __init__(self) -> None:
        self.tried: list[Sent] = []
        self.sent: list[Sent] = []
        self.asked: list[str] = []
        self.gone: set[str] = set()
        self.trouble: dict[str, list[Exception]] = {}

    async def send(
        self,
        account: str,
        envelope: Envelope,
        root: Message | None,
        key: str,
        since: datetime | None,
    ) -> Message:
        button = envelope.button
        call = Sent(account, key, envelope.text.key, button.action, button.handle, root, since)
        self.tried.append(call)
        if self.trouble.get(key):
            raise self.trouble[key].pop(0)
        self.sent.append(call)
        return Message(f"D-{account}", f"{len(self.keys(account))}.0")

    async def find_person(self, email: str) -> str | None:
        self.asked.append(email)
        account = f"U-{email.partition('@')[0]}"
        return None if account in self.gone else account

    def stop(self) -> None:
        """It keeps nobody waiting."""

    def keys(self, account: str) -> list[str]:
        return [one.key for one in self.sent if one.account == account]


def state(house: House, key: str) -> tuple[str, int, str | None]:
    """State, attempts and reason of a message."""
    query = f"SELECT state, attempts, reason FROM outbox WHERE key = '{key}'"  # noqa: S608 - our own table names
    ((found, attempts, reason),) = house.rows(query)
    return found, attempts, reason
