"""Finding cases by a child's name that the store cannot read: a blind index.

Of each word of a name the store keeps a keyed hash (HMAC-SHA-256, RFC 2104), cut to 16 bytes. The
key is one of the store's own, and the school is hashed along, so that words of two schools cannot
be compared. Erasing a case deletes its rows.
"""

import hmac
import re
from collections import defaultdict
from unicodedata import combining, normalize

from sqlmodel import Session, col, delete, select

from meldcode.parts import ENDED
from storage.sql import insert
from storage.tables import CaseRow
from storage.tables_aside import ChildNameRow

TOKEN_BYTES = 16
WORD = re.compile(r"[^\W\d_]+")
NO_NAMES = frozenset(
    {"van", "de", "den", "der", "het", "ten", "ter", "te", "op", "in", "aan", "von", "el", "da"}
    | {"groep", "groepje", "klas", "class", "group", "year"}
)
"""Words that many names share, or that stand beside a name."""


def words(name: str) -> frozenset[str]:
    """The words of a name that tell children apart: without case, accents, initials and digits."""
    bare = "".join(one for one in normalize("NFKD", name.casefold()) if not combining(one))
    return frozenset(word for word in WORD.findall(bare) if len(word) > 1) - NO_NAMES


class ChildNames:
    def __init__(self, session: Session, key: bytes) -> None:
        self._session = session
        self._key = key

    def replace(self, case_id: str, school: str, name: str) -> None:
        """Keep `name` as the name in this case, in place of an earlier one."""
        self._session.exec(delete(ChildNameRow).where(col(ChildNameRow.case_id) == case_id))
        self.add(case_id, school, name)

    def add(self, case_id: str, school: str, name: str) -> None:
        """Keep `name` as the name in a case that has none yet."""
        tokens = sorted(self._tokens(school, name))
        rows = (ChildNameRow(case_id=case_id, token=one, school_id=school) for one in tokens)
        insert(self._session, *rows)

    def find(self, school: str, name: str) -> tuple[str, ...]:
        """The cases at a school that go on and may be about a child of this name.

        All words of the shorter name must be in the longer: "Sam" fits "Sam Bos", and "Sam Bos"
        does not fit "Sam Vos". A name without words fits nothing.
        """
        tokens = self._tokens(school, name)
        return tuple(
            case_id
            for case_id, others in self._near(school, tokens).items()
            if tokens <= others or others <= tokens
        )

    def _near(self, school: str, tokens: frozenset[bytes]) -> dict[str, set[bytes]]:
        """All tokens of every open case that shares one with `tokens`, oldest case first."""
        sharing = select(ChildNameRow.case_id).where(
            ChildNameRow.school_id == school, col(ChildNameRow.token).in_(sorted(tokens))
        )
        query = select(ChildNameRow.case_id, ChildNameRow.token).join(CaseRow)
        query = query.where(col(ChildNameRow.case_id).in_(sharing))
        query = query.where(col(CaseRow.status).not_in(sorted(ENDED)))
        found: dict[str, set[bytes]] = defaultdict(set)
        for case_id, token in self._session.exec(query.order_by(col(CaseRow.raised_at))):
            found[case_id].add(token)
        return found

    def _tokens(self, school: str, name: str) -> frozenset[bytes]:
        return frozenset(self._token(school, word) for word in words(name))

    def _token(self, school: str, word: str) -> bytes:
        parts = (school.encode(), word.encode())
        told = b"".join(len(part).to_bytes(4) + part for part in parts)
        return hmac.digest(self._key, told, "sha256")[:TOKEN_BYTES]
