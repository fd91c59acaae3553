"""Which tests have a long form, and how long it is."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """`sizes` are environment variables; `tests` are what pytest is to run."""

    name: str
    sizes: Mapping[str, str]
    tests: tuple[str, ...]


FAULTS = ("tests/faults/test_faults.py",)
RUNS = (
    Run("processes killed", {"KILLS": "500"}, ("tests/conversations/test_kill.py",)),
    Run("killed at every step", {"EVERY_CRASH": "1"}, ("tests/storage/test_crash.py",)),
    Run("backups under load", {"BACKUPS": "100"}, ("tests/storage/test_backup_under_load.py",)),
    Run("interrupted", {"STOPS": "100"}, ("tests/storage/test_interrupted.py",)),
    Run("key rotation killed", {"ROTATED": "10000"}, ("tests/storage/test_rotation.py",)),
    Run("traces of the erased", {"ERASED": "1000"}, ("tests/storage/test_canaries.py",)),
    Run("forged signatures", {"SIGNATURES": "100000"}, ("tests/bot/slack/test_signatures.py",)),
    Run("hostile texts", {"HOSTILE": "5000"}, ("tests/bot/slack/test_hostile.py",)),
    Run("walks about access", {"ACCESS_STEPS": "20000"}, ("tests/bot/test_access_machine.py",)),
    Run("Slack falters", {"SENDS": "50000"}, ("tests/bot/test_faltering.py",)),
    Run("kill -9 at random", {"RANDOM_KILLS": "10000"}, FAULTS),
    Run("kill -9 at every write", {"WRITE_POINTS": "1000"}, FAULTS),
    Run("power cut", {"POWER_CUTS": "2000"}, FAULTS),
    Run("disk full", {"FILL_LEVELS": "1000"}, FAULTS),
    Run("store held", {"HOLDS": "200"}, FAULTS),
    Run("bots killed on a server", {"CROWD_KILLS": "500"}, ("tests/faults/test_crowd.py",)),
    Run("school years", {"CASES": "1000"}, ("tests/bot/test_school_years.py",)),
    Run(
        "delivered often",
        {"INTERACTIONS": "10000"},
        ("tests/conversations/test_delivered_often.py",),
    ),
    Run("soak", {"SOAK_SECONDS": "7200"}, ("tests/conversations/test_soak.py",)),
)
