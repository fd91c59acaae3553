"""The access log for the privacy officer, in the terms of NEN 7513."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.cli_access import Format, _write
from bot.nen7513 import FIELDS, record
from meldcode.access import Action
from storage.records import AccessLine

LINE = AccessLine(
    "case-1",
    "deputy",
    Action.OPEN,
    "look",
    datetime(2026, 11, 3, 14, 20, tzinfo=UTC),
    granted=True,
    role="deputy",
    part="timeline",
    on_behalf="ib",
)
NAMES = {"deputy": "Amir", "ib": "Maria"}
ZONE = ZoneInfo("Europe/Amsterdam")


def told(line: AccessLine) -> dict[str, str]:
    return record(line, "K7TABC", "s1", NAMES, ZONE)


def test_a_look_is_an_event_with_a_user_an_object_and_an_outcome() -> None:
    """Event, user, responsible user, object, purpose and source, each in its own field."""
    assert told(LINE) == {
        "gebeurteniscode": "DCM 110110",
        "actiecode": "R",
        "datum_en_tijd": "2026-11-03T15:20:00+01:00",
        "uitkomst": "0",
        "gebruikers_id": "deputy",
        "gebruikersnaam": "Amir",
        "gebruikersrol": "deputy",
        "verantwoordelijke_gebruikers_id": "ib",
        "verantwoordelijke_gebruikersnaam": "Maria",
        "identificatortype": "dossiercode",
        "identificator": "K7TABC",
        "objectdeel": "timeline",
        "domein": "s1",
        "doel": "look",
        "handeling": "open",
        "autorisatieprotocol": "meldcode/access.py",
        "bron": "wegwijzer",
    }


@pytest.mark.parametrize(
    "action, granted, code, outcome",
    [
        ("create", True, "C", "0"),
        (Action.READ, True, "R", "0"),
        (Action.ATTEND, True, "R", "0"),
        (Action.CARE, True, "U", "0"),
        (Action.READ, False, "E", "4"),
    ],
)
def test_action_and_outcome_have_the_codes_of_the_standard(
    action: str,
    granted: bool,  # noqa: FBT001 - a row of the table
    code: str,
    outcome: str,
) -> None:
    """Making, reading, changing and a refused attempt are told apart."""
    line = told(replace(LINE, action=action, granted=granted))

    assert (line["actiecode"], line["uitkomst"]) == (code, outcome)


def test_who_looks_for_nobody_answers_for_themselves() -> None:
    """Without a deputy the responsible user is who looked."""
    assert told(replace(LINE, on_behalf=None))["verantwoordelijke_gebruikersnaam"] == "Amir"


@pytest.mark.parametrize("form", Format)
def test_both_forms_hold_the_same(form: Format) -> None:
    """CSV with a head line, or a JSON object a line."""
    out = io.StringIO()
    _write((told(LINE), told(LINE)), form, out)
    text = out.getvalue()
    read = (
        list(csv.DictReader(io.StringIO(text)))
        if form is Format.CSV
        else [json.loads(line) for line in text.splitlines()]
    )

    assert read == [told(LINE)] * 2
    assert tuple(read[0]) == FIELDS
