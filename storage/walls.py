"""Whether the rows of schools are really kept apart on a server (`storage.scope`)."""

from collections.abc import Mapping

from sqlalchemy import Connection, text

from storage.engine import on_server, one_transaction
from storage.errors import UnboundUserError

BOARD_WIDE: Mapping[str, str] = {
    "alembic_version": "the version of the store",
    "setting": "of the store itself; nothing of a school",
    "school": "names and telephone numbers that each school makes public",
    "person": "who asks is found here before a school is known; entries name people elsewhere",
    "account": "who asks is found here before a school is known",
    "role": "decides what somebody sees; also asked for care teams and deputies elsewhere",
    "absence": "asked of whoever a case names, also of somebody from elsewhere",
    "receipt": "keys of submissions and ids, asked for by their key alone",
}
"""The tables whose rows every transaction sees, and why."""

UNBOUND = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
APART = """
SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
AND relrowsecurity AND relforcerowsecurity
AND (SELECT string_agg(polname, ',') FROM pg_policy WHERE polrelid = pg_class.oid) = 'of_school'
"""


def apart(connection: Connection) -> frozenset[str]:
    """The tables of which a transaction sees the rows of its schools and no other."""
    return frozenset(connection.execute(text(APART)).scalars())


def require_bound(url: str) -> None:
    """UnboundUserError if row-level security does not hold for the user of this address."""
    if on_server(url):
        with one_transaction(url, read_only=True) as connection:
            if connection.execute(UNBOUND).scalar_one():
                raise UnboundUserError
