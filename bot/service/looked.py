"""The access log of a case, as its care team reads it: who, when, as what, for whom."""

from collections.abc import Iterable, Iterator, Mapping

from bot.service.tools import Work
from dialogs.looked import Looked, LookLine
from storage.accesslog import kind
from storage.records import AccessLine


def lines(work: Work, case_id: str) -> tuple[LookLine, ...]:
    """The newest first; what one person did within a minute is one line."""
    found = work.unit.access.lines(case_id)
    ids = {one.person_id for one in found} | {one.on_behalf for one in found if one.on_behalf}
    names = work.unit.people.names(ids)
    newest = dict.fromkeys(_lines(reversed(found), names))
    return tuple(newest)


def _lines(found: Iterable[AccessLine], names: Mapping[str, str]) -> Iterator[LookLine]:
    for one in found:
        yield LookLine(
            at=one.at.replace(second=0, microsecond=0),
            who=names.get(one.person_id, ""),
            what=Looked(kind(one)),
            roles=tuple((one.role or "").split("+")) if one.role else (),
            on_behalf=names.get(one.on_behalf or "", ""),
        )
