"""Partners who took part in a meeting and do not use the app: their names in words, their roles."""

from typing import Annotated

from pydantic import Field

from dialogs.fields import Option, Pick, Text
from dialogs.say import say
from meldcode.people import PartnerRole

NAMES_LIMIT = 200

Partners = Annotated[
    str | None,
    Field(max_length=NAMES_LIMIT),
    Text(label="partners.names", hint="partners.names.hint", limit=NAMES_LIMIT),
]
PartnerRoles = Annotated[
    list[PartnerRole] | None, Pick(label="partners.roles", several=True, empty="err.partner_role")
]


def partner_roles() -> tuple[Option, ...]:
    return tuple(Option(role, say(f"role.{role}")) for role in PartnerRole)
