from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.demo.workspace.identity import Json


@dataclass(frozen=True)
class Outcome:
    """What a person notices of one action.

    `text` and `blocks`: the private answer to a command. `error`: app_did_not_respond,
    dispatch_failed or invalid_response, with `problems` for the developer. `errors`: per block_id
    a sentence beside the field.
    """

    text: str = ""
    blocks: tuple[Json, ...] = ()
    error: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.error and not self.errors
