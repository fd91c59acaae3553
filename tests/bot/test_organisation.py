from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars import calendar_of
from bot.checked_file import FileError
from bot.organisation import load, parse
from meldcode.people import Role
from storage.records import Meeting, Post
from tests.bot.files import VALID, changed

ZONE = ZoneInfo("Europe/Amsterdam")


def problems(text: str) -> tuple[str, ...]:
    """The problems of a file, none if it can be used."""
    try:
        parse(text, ZONE)
    except FileError as error:
        return error.problems
    return ()


def test_a_valid_file_becomes_records() -> None:
    """Schools, people, posts and meetings come out as the store keeps."""
    file = parse(VALID, ZONE)
    regenboog, kompas = file.organisation.schools
    noor = file.organisation.people[2]

    assert (regenboog.name, regenboog.contact_phone) == ("De Regenboog", "020-0000000")
    assert calendar_of(kompas, ZONE).lessons == ()
    assert noor.posts == (
        Post("regenboog", Role.ZBO_CHAIR),
        Post("kompas", Role.INTERN_BEGELEIDER),
    )
    assert file.organisation.meetings == (
        Meeting("zbo-1", "regenboog", datetime(2026, 12, 8, 14, 30, tzinfo=UTC), "noor"),
    )
    assert file.warnings == ()


def test_a_meeting_may_name_its_members() -> None:
    """Whoever is written twice is there once."""
    file = parse(changed("chair: noor", "chair: noor, members: [noor, maria, noor]"), ZONE)

    assert file.organisation.meetings[0].members == ("maria", "noor")


def test_what_may_be_left_out_may_also_be_empty() -> None:
    """A name without a value counts as not written."""
    file = parse(changed(", chair: noor", ", chair: ~").replace("opened: []", "opened:"), ZONE)

    assert file.organisation.schools[0].calendar["opened"] == []
    assert file.organisation.meetings[0].chair is None


@pytest.mark.parametrize(
    "old, new, problem",
    [
        ("version: 1", "version: 2", "line 1: version: must be 1, the only version there is."),
        (
            "# The school of these tests.",
            "language: nl",
            "line 2: language: is not a name that this",
        ),
        ("id: regenboog", "id: Regen boog", "schools[0].id: must be small letters, digits"),
        ("region: noord", "region: oost", "line 6: schools[0].region: must be 'noord', 'midden'"),
        ('phone: "020-0000000"', "phone: thuis", "contact.phone: must be a telephone number."),
        ("2027-03-10", "10-3-2027", "line 9: schools[0].closed[0]: must be a date such as"),
        ("2027-03-10", "1800000000", "schools[0].closed[0]: must be a date such as"),
        ("2027-03-10", "2027-02-30", "schools[0].closed[0]: must be a date such as"),
        ("12:45-14:45", "14:45", 'line 8: schools[0].lessons[1]: must look like "08:30-12:00".'),
        ("12:45-14:45", "14:45-12:45", "schools[0].lessons[1]: must start before they end."),
        (
            "closed: [2027-03-10]",
            'closed: []\n    lessons_on: {wednesday: ["12:15"]}',
            'schools[0].lessons_on.wednesday[0]: must look like "08:30-12:00".',
        ),
        ("opened: []", "opened: yes", "line 10: schools[0].opened: must be a list."),
        ("name: Sam Jansen", "name:", "line 17: people[0].name: is missing."),
        ("name: Sam Jansen", 'name: "Sam\\0"', "line 17: people[0].name: must be on one line"),
        ("name: Sam Jansen", "name: []", "line 17: people[0].name: must be a text."),
        ("sam@example.org", "sam@", "line 18: people[0].email: must be an e-mail address."),
        ("[teacher]", "[juf]", "line 19: people[0].roles.regenboog[0]: must be 'teacher', "),
        ("[teacher]", "[]", "people[0].roles.regenboog: must have at least one item."),
        ("{regenboog: [teacher]}", "teacher", "people[0].roles: must be a block of names and"),
        ("regenboog: [teacher]", "De Boom: [teacher]", "people[0].roles.?: must be small letters"),
        ('"15:30"', "half vier", 'line 31: meetings[0].at: must be a time such as "15:30".'),
    ],
)
def test_a_wrong_value_is_told_with_its_place(old: str, new: str, problem: str) -> None:
    """Each message has the line, the place in the file and what must stand there."""
    (told,) = problems(changed(old, new))

    assert problem in told
    assert told.startswith("line ")


def test_a_missing_name_is_told() -> None:
    """What must be there and is not is pointed at from the block around it."""
    text = changed("    email: sam@example.org\n", "")

    assert problems(text) == ("line 16: people[0].email: is missing.",)


@pytest.mark.parametrize(
    "old, new, problem",
    [
        ("id: kompas", "id: regenboog", "line 11: schools[1].id: is that of schools[0] too."),
        ("id: maria", "id: sam", "line 20: people[1].id: is that of people[0] too."),
        ("maria@example", "SAM@example", "people[1].email: is that of people[0] too."),
        ("regenboog: [teacher]", "boog: [teacher]", "people[0].roles.boog: is the id of no school"),
        ("school: regenboog", "school: boog", "meetings[0].school: is the id of no school in"),
        ("2026-12-08", "2026-12-06", "line 31: meetings[0].on: is no school day there."),
        ("2026-12-08", "2026-12-22", "line 31: meetings[0].on: is no school day there."),
        ("chair: noor", "chair: sam", "meetings[0].chair: is not the id of somebody with the"),
        ("[zbo_chair]", "[oka]", "meetings[0].chair: is not the id of somebody with the role"),
        ("chair: noor", "members: [noor, pim]", "meetings[0].members: must be ids of people who"),
    ],
)
def test_parts_that_do_not_fit_each_other_are_told(old: str, new: str, problem: str) -> None:
    """Ids are unique and known, and a meeting is on a school day with a chair of that school."""
    assert any(problem in told for told in problems(changed(old, new)))


def test_a_meeting_without_a_chair_needs_a_chair_at_the_school() -> None:
    """Somebody must get the agenda."""
    text = changed("[zbo_chair]", "[oka]").replace(", chair: noor", "")

    assert problems(text) == (
        "line 31: meetings[0].chair: is missing, and nobody at this school has the role zbo_chair.",
    )


def test_a_school_without_an_intern_begeleider_or_deputy_is_a_warning() -> None:
    """The file can be used, but it says whose signals nobody would get."""
    file = parse(changed("kompas: [intern_begeleider]", "kompas: [oka]"), ZONE)
    without = parse(changed(", deputy]", "]"), ZONE)

    assert file.warnings == (
        "line 11: schools[1]: has no intern_begeleider: nobody there will get a signal.",
    )
    assert without.warnings[0].startswith("line 4: schools[0]: has no deputy")


def test_a_meeting_beyond_the_known_vacations_is_a_warning() -> None:
    """Nobody can say yet whether that is a school day."""
    file = parse(changed("2026-12-08", "2031-12-09"), ZONE)

    assert file.warnings == (
        "line 31: meetings[0].on: lies beyond the school vacations that are known.",
    )


@given(st.sampled_from(VALID.split()), st.text("ab: {}[]-,\"'*&\n\t#", max_size=8))
def test_no_damage_leaves_a_traceback_or_a_name(word: str, noise: str) -> None:
    """Whatever is wrong, the file is either used or refused with lines that name nobody."""
    told = problems(VALID.replace(word, noise, 1))

    assert all(line.startswith("line ") and line.endswith(".") for line in told)
    assert not [name for name in ("Jansen", "Veldmuis", "Linde", "@") if name in "".join(told)]


def test_a_file_is_read_with_the_mark_that_windows_puts_first(tmp_path: Path) -> None:
    """A file made in an editor of Windows works."""
    path = tmp_path / "organisation.yaml"
    path.write_text(VALID, encoding="utf-8-sig")

    assert load(path, ZONE) == parse(VALID, ZONE)


@pytest.mark.parametrize(
    "name, says", [("none.yaml", "no file"), ("bytes.yaml", "UTF-8"), ("folder", "cannot be read")]
)
def test_a_file_that_cannot_be_read_gets_a_sentence(tmp_path: Path, name: str, says: str) -> None:
    """A missing file, a file in another encoding and a folder are told apart."""
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe")
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError, match=says):
        load(tmp_path / name, ZONE)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "just text", "- a list"])
def test_a_file_that_holds_something_else_is_refused(text: str) -> None:
    """An empty file lacks everything; a text or a list is no block of names."""
    assert problems(text)[0].startswith("line 1: ")
