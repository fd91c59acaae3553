"""What the board may know of its schools: gathered for `wegwijzer numbers`."""

from bot.service import figures
from bot.service.tools import Work
from dialogs.conversations.numbers import Numbers


def of_year(work: Work, year: int) -> Numbers:
    """Of the school year that began in `year`."""
    when = figures.school_year(work, year)
    schools = work.unit.people.schools()
    return Numbers(
        since=when.since.date(),
        schools=tuple((one.name, figures.used(work, one.id, when)) for one in schools),
        bottlenecks=figures.bottlenecks(work, [one.id for one in schools], when),
    )
