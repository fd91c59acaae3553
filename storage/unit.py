"""Everything that can be asked of the store within one transaction."""

from dataclasses import dataclass

from sqlmodel import Session

from storage.accesslog import AccessLog
from storage.audience import Audiences
from storage.caselist import CaseLists
from storage.cases import Cases
from storage.drafts import Drafts
from storage.due import DueTable
from storage.handles import Handles
from storage.journal import Journal
from storage.keyfile import RandomBytes
from storage.meetings import Meetings
from storage.outbox import Outbox
from storage.people import People
from storage.receipts import Receipts
from storage.threads import Threads
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Unit:
    """One transaction; it holds good only while the function that got it runs."""

    access: AccessLog
    audiences: Audiences
    cases: Cases
    drafts: Drafts
    due: DueTable
    handles: Handles
    journal: Journal
    lists: CaseLists
    meetings: Meetings
    outbox: Outbox
    people: People
    receipts: Receipts
    threads: Threads


def make_unit(session: Session, vault: Vault, random_bytes: RandomBytes) -> Unit:
    access, people = AccessLog(session), People(session)
    journal = Journal(session, vault)
    return Unit(
        access=access,
        audiences=Audiences(session, people),
        cases=Cases(session, journal, access),
        drafts=Drafts(session, vault.drafts),
        due=DueTable(session),
        handles=Handles(session, random_bytes),
        journal=journal,
        lists=CaseLists(session),
        meetings=Meetings(session),
        outbox=Outbox(session),
        people=people,
        receipts=Receipts(session),
        threads=Threads(session),
    )
