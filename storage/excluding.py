"""For whom a case does not exist, so that no list, count or message speaks of it."""

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, select

from storage.sql import insert
from storage.tables import CaseRow, ExcludedRow


def known_to(person_id: str) -> ColumnElement[bool]:
    """That a row of a query over cases is not of one that this person is kept out of."""
    mine = (ExcludedRow.case_id == CaseRow.id, ExcludedRow.person_id == person_id)
    return ~select(ExcludedRow.case_id).where(*mine).exists()


def excluded(session: Session, case_id: str) -> frozenset[str]:
    query = select(ExcludedRow.person_id).where(ExcludedRow.case_id == case_id)
    return frozenset(session.exec(query))


def project(session: Session, case_id: str, before: frozenset[str], after: frozenset[str]) -> None:
    """Bring the rows of a case in line."""
    if before == after:
        return
    gone = col(ExcludedRow.person_id).in_(before - after)
    session.exec(delete(ExcludedRow).where(col(ExcludedRow.case_id) == case_id, gone))
    insert(session, *(ExcludedRow(case_id=case_id, person_id=one) for one in after - before))
