"""Everything that can be asked of the store within one transaction."""

from dataclasses import dataclass

from sqlmodel import Session

from storage.accesslog import AccessLog
from storage.agreed import Agreed
from storage.audience import Audiences
from storage.caselist import CaseLists
from storage.cases import Cases
from storage.drafts import Drafts
from storage.due import DueTable
from storage.erasing import ErasedCases
from storage.handles import Handles
from storage.journal import Journal
from storage.linked import LinkedAccounts
from storage.master import RandomBytes
from storage.meetings import Meetings
from storage.names import ChildNames
from storage.outbox import Outbox
from storage.people import People
from storage.practised import Practised
from storage.receipts import Receipts
from storage.scope import Scope
from storage.second_factors import SecondFactors
from storage.slips import Slips
from storage.threads import Threads
from storage.trainings import Trainings
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Unit:
    """One transaction; it holds good only while the function that got it runs."""

    access: AccessLog
    agreed: Agreed
    audiences: Audiences
    cases: Cases
    drafts: Drafts
    due: DueTable
    erased: ErasedCases
    handles: Handles
    journal: Journal
    linked: LinkedAccounts
    lists: CaseLists
    meetings: Meetings
    names: ChildNames
    outbox: Outbox
    people: People
    practised: Practised
    receipts: Receipts
    scope: Scope
    second_factors: SecondFactors
    slips: Slips
    threads: Threads
    trainings: Trainings


def make_unit(session: Session, vault: Vault, random_bytes: RandomBytes) -> Unit:
    access, people = AccessLog(session), People(session)
    journal, names = Journal(session, vault), ChildNames(session, vault.names)
    return Unit(
        access=access,
        agreed=Agreed(session),
        audiences=Audiences(session, people),
        cases=Cases(session, journal, access, names),
        drafts=Drafts(session, vault.drafts),
        due=DueTable(session),
        erased=ErasedCases(session),
        handles=Handles(session, random_bytes),
        journal=journal,
        linked=LinkedAccounts(session, vault.slips),
        lists=CaseLists(session),
        meetings=Meetings(session),
        names=names,
        outbox=Outbox(session),
        people=people,
        practised=Practised(session),
        receipts=Receipts(session),
        scope=Scope(session),
        second_factors=SecondFactors(session, vault.slips),
        slips=Slips(session, vault.slips),
        threads=Threads(session),
        trainings=Trainings(session, vault.slips),
    )
