import pytest

from meldcode import commands
from meldcode.case import Case
from meldcode.commands import Command
from meldcode.decide import ALSO_WHEN_ENDED, RULES
from meldcode.refusal import NOT_YOURS, Refusal
from tests.builders import ask
from tests.meldcode import refused_after, refused_agenda, refused_melding, refused_rights
from tests.meldcode.keys import refusal_keys
from tests.meldcode.refused import UP_TO_WEIGHING, Row
from tests.meldcode.refused_asking import ASKING, OBSERVING
from tests.meldcode.refused_circle import CIRCLE
from tests.meldcode.refused_confidential import CONFIDENTIAL
from tests.meldcode.refused_guests import GUESTS
from tests.meldcode.refused_later import FROM_QUESTIONS_ON
from tests.meldcode.refused_talks import TALKS

REFUSED = (
    *UP_TO_WEIGHING,
    *refused_agenda.AGENDA,
    *ASKING,
    *OBSERVING,
    *TALKS,
    *FROM_QUESTIONS_ON,
    *refused_melding.ABOUT_MELDING,
    *refused_after.AFTER,
    *CIRCLE,
    *GUESTS,
    *CONFIDENTIAL,
    *refused_rights.RIGHTS,
)


def named(number: int, row: Row) -> str:
    _, command, refusal = row
    return f"{number}-{type(command).__name__}-{refusal.key}-{refusal.field}"


@pytest.mark.parametrize(
    "case, command, refusal",
    [pytest.param(*row, id=named(n, row)) for n, row in enumerate(REFUSED)],
)
def test_bad_input_gets_a_sentence_at_its_field(
    case: Case, command: Command, refusal: Refusal
) -> None:
    """Whoever asks for something that cannot be, reads why beside the field where it is wrong."""
    assert ask(case, command) == refusal


def test_every_refusal_has_an_example() -> None:
    """No key of the rules is left unproved, and none in this table has gone from the rules."""
    examples = {refusal.key for _, _, refusal in REFUSED}

    assert examples == refusal_keys() - {NOT_YOURS.key}


def test_an_ended_case_refuses_every_command() -> None:
    """Only reading and reopening are left, an opinion, and what is about keeping and requests."""
    refused = {type(command) for _, command, refusal in REFUSED if refusal.key == "err.closed"}

    left = {*ALSO_WHEN_ENDED, commands.RaiseSignal}
    assert refused - {commands.GiveOpinion, commands.CorrectEntry} == set(RULES) - left
