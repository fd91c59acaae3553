"""What the app asks of a workspace: `manifest.yaml`, the file that a board pastes."""

from dataclasses import dataclass
from pathlib import Path

import yaml

PLACES = (
    Path(__file__).parents[2] / "manifest.yaml",
    Path(__file__).with_name("manifest.yaml"),
)
"""In a checkout it stands at the top; an installed package carries it beside this module."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """`commands` begin with a slash; `events` are names of the Events API."""

    name: str
    scopes: tuple[str, ...]
    commands: tuple[str, ...]
    events: tuple[str, ...]


def load_manifest() -> Manifest:
    """Raises StopIteration if the file was removed."""
    path = next(place for place in PLACES if place.exists())
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Manifest(
        name=found["display_information"]["name"],
        scopes=tuple(found["oauth_config"]["scopes"]["bot"]),
        commands=tuple(one["command"] for one in found["features"]["slash_commands"]),
        events=tuple(found["settings"]["event_subscriptions"]["bot_events"]),
    )
