"""The tools that the service works with, from the settings."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot import ids, policy_file
from bot.calendars import calendar_of
from bot.service.tools import Tools
from bot.settings import Settings
from bot.slack.linking import link_page
from meldcode.policy import Policy
from storage.store import Store


def agreed(settings: Settings, clock: Callable[[], datetime]) -> Policy:
    """The policy that holds today. Raises FileError."""
    today = clock().astimezone(settings.timezone).date()
    return policy_file.load(settings.policy_file, today).policy


def tools_on(
    store: Store, settings: Settings, policy: Policy, clock: Callable[[], datetime]
) -> Tools:
    return Tools(
        store=store,
        clock=clock,
        ids=ids,
        policy=policy,
        zone=settings.timezone,
        calendar_of=partial(calendar_of, zone=settings.timezone),
        privacy_officer=settings.privacy_officer,
        link_page=link_page(settings),
    )
