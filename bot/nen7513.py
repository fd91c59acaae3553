"""The access log in the terms of NEN 7513:2018 (chapter 7: event, user, object, log).

The patient of that standard is here the case: the log holds no name of a child. Codes of events are
those of DICOM (110110, patient record) and the action codes C, R, U and E that it takes over.
"""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from storage.accesslog import kind
from storage.records import AccessLine

PATIENT_RECORD = "DCM 110110"
ACTIONS = {"create": "C", "read": "R", "write": "U", "refused": "E"}
SUCCESS, MINOR_FAILURE = "0", "4"
SOURCE = "wegwijzer"
AUTHORIZATION = "meldcode/access.py"

FIELDS = (
    *("gebeurteniscode", "actiecode", "datum_en_tijd", "uitkomst"),
    *("gebruikers_id", "gebruikersnaam", "gebruikersrol"),
    *("verantwoordelijke_gebruikers_id", "verantwoordelijke_gebruikersnaam"),
    *("identificatortype", "identificator", "objectdeel", "domein"),
    *("doel", "handeling", "autorisatieprotocol", "bron"),
)
"""In the order in which they stand in the export."""


def record(
    line: AccessLine, code: str, school: str, names: Mapping[str, str], zone: ZoneInfo
) -> dict[str, str]:
    """One line; whoever somebody looked for (`on_behalf`) is the responsible user."""
    behalf = line.on_behalf or line.person_id
    values = (
        *(PATIENT_RECORD, ACTIONS[kind(line)], line.at.astimezone(zone).isoformat()),
        *(SUCCESS if line.granted else MINOR_FAILURE, line.person_id),
        *(names.get(line.person_id, ""), line.role or "", behalf, names.get(behalf, "")),
        *("dossiercode", code, line.part or "", school),
        *(line.why, line.action, AUTHORIZATION, SOURCE),
    )
    return dict(zip(FIELDS, values, strict=True))
