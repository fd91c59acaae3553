"""What is asked in vain about who may know of a case: (case, command, refusal) each."""

from dataclasses import replace

from meldcode.refusal import Refusal
from tests.builders import AGREEMENT, taken
from tests.builders_circle import ADMIT, EXCLUDE, excluding
from tests.meldcode.refused import BLANK, LONG, Row
from tests.school import TEACHER

CIRCLE: tuple[Row, ...] = (
    (taken(), replace(EXCLUDE, person=""), Refusal("err.exclude", "person")),
    (taken(), replace(EXCLUDE, person=TEACHER.id), Refusal("err.exclude_raiser", "person")),
    (taken(), replace(EXCLUDE, reason=BLANK), Refusal("err.exclude_why", "reason")),
    (taken(), replace(EXCLUDE, reason=LONG), Refusal("err.long", "reason")),
    (taken(), ADMIT, Refusal("err.not_excluded", "person")),
    (excluding(), replace(ADMIT, reason=BLANK), Refusal("err.exclude_why", "reason")),
    (excluding(), AGREEMENT, Refusal("err.excluded", "owner")),
)
