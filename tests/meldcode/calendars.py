"""Schools with days and hours that nobody would think of, for property tests."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from meldcode.schooldays import CalendarError, Hours, SchoolCalendar

DATES = st.dates(date(2026, 8, 1), date(2027, 8, 1))
MOMENTS = st.datetimes(datetime(2026, 8, 1), datetime(2027, 8, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
MINUTES = range(6 * 60, 20 * 60, 5)


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    """A part of the day between six and eight, in steps of five minutes."""
    start, end = sorted(
        draw(st.lists(st.sampled_from(MINUTES), min_size=2, max_size=2, unique=True))
    )
    return Hours(time(*divmod(start, 60)), time(*divmod(end, 60)))


@st.composite
def calendars(draw: st.DrawFn) -> SchoolCalendar:
    """A school that is open now and then; its lessons and slots may overlap in any way."""
    lessons = tuple(draw(st.lists(hours(), max_size=4)))
    try:
        return SchoolCalendar(
            zone=ZoneInfo("Europe/Amsterdam"),
            closed=draw(st.frozensets(DATES, max_size=60)),
            opened=draw(st.frozensets(DATES, max_size=5)),
            public=draw(st.frozensets(DATES, max_size=12)),
            lessons=lessons,
            slots=tuple(draw(st.lists(hours(), min_size=1, max_size=3))),
        )
    except CalendarError:
        return SchoolCalendar(zone=ZoneInfo("Europe/Amsterdam"))
