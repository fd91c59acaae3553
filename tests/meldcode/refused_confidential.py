"""What is asked in vain about the confidential part: (case, command, refusal) each."""

from dataclasses import replace

from meldcode.refusal import Refusal
from tests.builders import closed, taken
from tests.builders_circle import excluding
from tests.builders_confidential import CONFIDE, GLASS
from tests.meldcode.refused import BLANK, LONG, Row
from tests.school import COLLEAGUE

CONFIDENTIAL: tuple[Row, ...] = (
    (taken(), replace(CONFIDE, text=BLANK), Refusal("err.text", "text")),
    (taken(), replace(CONFIDE, text=LONG), Refusal("err.long", "text")),
    (excluding(), replace(CONFIDE, readers=(COLLEAGUE.id,)), Refusal("err.excluded", "readers")),
    (closed(), CONFIDE, Refusal("err.closed")),
    (taken(), replace(GLASS, reason=BLANK), Refusal("err.glass_why", "reason")),
    (taken(), replace(GLASS, reason=LONG), Refusal("err.long", "reason")),
)
