from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.checked_file import FileError
from bot.demo.school import POLICY
from bot.policy_file import load, parse
from dialogs.conversations.questions import WORDING
from meldcode.policy import ALWAYS, SAYABLE, WITHHELD
from tests.policies import TEXT, TODAY, confirmed, data, items, policy, read_in, written

NAMES = tuple(name for _, name, _ in items(data()))


def problems(text: str) -> tuple[str, ...]:
    """The problems of a file, none if it can be used."""
    try:
        parse(text, TODAY)
    except FileError as error:
        return error.problems
    return ()


def changed(name: str, **values: Any) -> str:  # noqa: ANN401 - whatever a file may hold
    """The confirmed file with other values in one item."""
    found = confirmed()
    (item,) = (item for _, other, item in items(found) if other == name)
    item.update(values)
    return written(found)


def test_the_file_that_comes_along_says_that_nothing_is_confirmed() -> None:
    """Nobody of the board has confirmed a thing, so it promises nothing and claims no law."""
    file = load(None, TODAY)

    assert file.policy.unconfirmed == {row.name for row in file.rows} == set(NAMES)
    assert file.policy.answer_promise is None
    assert set(file.policy.told) == ALWAYS


def test_every_item_has_an_owner_and_a_source() -> None:
    """Whoever must confirm an item, and what to hold it against, stands beside it."""
    for _, name, item in items(data()):
        assert {"owner", "source"} <= item.keys(), name


def test_what_the_design_marks_uncertain_is_an_item() -> None:
    """Everything of which the facts of the domain say "check this" waits for the board (4.6)."""
    asked = """
        acute_unsafety structural_unsafety disclosure staff_offences professional_norm
        referral_index regional_index advice_duty doubt_counts_as_yes protocol_edition
        retention_resolved refusal_grounds handle_with_care_days inspection_standard zbo
        inspector_phone inspector_hours child_helpline region_veilig_thuis siblings_at_home
        parental_authority
    """

    assert set(asked.split()) <= load(None, TODAY).policy.unconfirmed


def test_a_confirmed_file_may_be_told_in_full() -> None:
    """With a day behind every item, promises and wordings are there to be shown."""
    found = policy()

    assert found.unconfirmed == frozenset()
    assert (found.answer_promise, found.retention_unfounded, found.agenda_days) == (1, 1, (3, 1))
    assert (found.inspector_phone, found.inspector_hours) == ("0900-111 3 111", "08:00-17:00")
    assert found.signs_confirmed
    assert found.told.keys() == SAYABLE


def test_the_demo_is_of_a_board_that_made_its_promise() -> None:
    """The demo shows a promise; the wordings of the law are not confirmed there either."""
    found = load(POLICY, TODAY)

    assert found.policy.answer_promise == 1
    assert "acute_unsafety" not in found.policy.told
    assert found.wording == WORDING


@given(st.sets(st.sampled_from(NAMES), min_size=1))
def test_an_item_is_told_only_when_it_is_confirmed(names: set[str]) -> None:
    """For every choice of what was confirmed, that and nothing else can be said or promised."""
    found = policy(*names)

    assert found.told.keys() == ALWAYS | SAYABLE & names
    assert {name for name in WITHHELD if getattr(found, name)} == WITHHELD & names


@pytest.mark.parametrize(
    "second, counts",
    [({"role": "bestuurder", "on": "2026-11-24"}, True), (None, False)],
)
def test_the_wording_of_the_questions_takes_two_roles(second: object, *, counts: bool) -> None:
    """One person alone does not confirm how the five questions are asked (texts.md 3.5)."""
    found = confirmed()
    found["items"]["wordings"]["questions"]["second"] = second

    assert ("questions" not in read_in(found).policy.unconfirmed) is counts


@pytest.mark.parametrize(
    "name, values, problem",
    [
        ("answer_promise", {"value": "0"}, "answer_promise.value: must be from 1 up to 366."),
        ("answer_promise", {"value": "x"}, "answer_promise.value: must be a whole number."),
        ("text_limit", {"value": "5000"}, "text_limit.value: must be from 100 up to 3000."),
        ("agenda_days", {"value": []}, "agenda_days.value: must have at least one item."),
        ("thread_replies", {"value": "soms"}, "thread_replies.value: must be yes or no."),
        ("emergency", {"value": "bel"}, "emergency.value: must be a telephone number."),
        ("emergency", {"value": None}, "items.phones.emergency.value: is missing."),
        ("disclosure", {"value": "{ib}"}, "must stand on one line, without { or }."),
        ("disclosure", {"value": "x" * 301}, "disclosure.value: must be at most 300 characters."),
        ("zbo", {"value": "ZBO"}, "zbo.value: must be a block of names and values."),
        ("zbo", {"owner": "Jan"}, "zbo.owner: must be 'bestuurder', 'directeur', 'FG', "),
        ("zbo", {"owner": None}, "zbo.owner: is missing."),
        ("zbo", {"confirmed": "1-9-2026"}, "zbo.confirmed: must be a date such as"),
        ("zbo", {"confirmed": "2026-11-25"}, "zbo.confirmed: lies ahead. Write the day"),
        ("zbo", {"by": "Jan"}, "zbo.by: is not a name that this block knows."),
        ("disclosure", {"value": None}, "disclosure.confirmed: cannot be there without a value."),
        ("retention_unfounded", {"value": "3"}, "must not be longer than retention_resolved."),
        ("answer_term", {"value": "2"}, "answer_term.value: must not be longer than answer_pro"),
        ("follow_third", {"value": "2"}, "follow_third.value: must be longer than follow_second."),
        (
            "questions",
            {"second": {"role": "aandachtsfunctionaris", "on": "2026-11-24"}},
            "questions.second.role: must be another role than the owner.",
        ),
        (
            "questions",
            {"second": {"role": "bestuurder", "on": "2026-11-25"}},
            "questions.second.on: lies ahead.",
        ),
    ],
)
def test_a_wrong_item_is_told_with_its_place(
    name: str, values: dict[str, Any], problem: str
) -> None:
    """Each message has the line, the place in the file and what must stand there."""
    (told,) = problems(changed(name, **values))

    assert problem in told
    assert told.startswith("line ")


def test_the_line_is_that_of_the_file() -> None:
    """Who opens the file at the line that is named sees the mistake."""
    (told,) = problems(TEXT.replace("owner: FG", "owner: Jan Jansen", 1))
    line = int(told.removeprefix("line ").partition(":")[0])

    assert "Jan Jansen" in TEXT.replace("owner: FG", "owner: Jan Jansen", 1).splitlines()[line - 1]
    assert "Jansen" not in told


def test_a_policy_does_not_begin_before_its_day() -> None:
    """What the board has agreed for later is not followed today."""
    (told,) = problems(TEXT.replace("valid_from: 2026-11-24", "valid_from: 2026-11-25"))

    assert told.endswith("valid_from: lies ahead. Use the earlier file until then.")


def test_what_was_settled_can_be_struck_off() -> None:
    """The list of what must be known before release is the board's own."""
    found = confirmed()
    del found["items"]["to_settle"]
    fewer = read_in(found)
    found["items"]["to_settle"] = {"a_question": {"owner": "FG", "source": "eigen"}}
    other = read_in(found)

    assert fewer.policy.unconfirmed == frozenset()
    assert other.policy.unconfirmed == {"a_question"}


@given(st.sampled_from(TEXT.split()), st.text("ab: {}[]-,\"'*&\n\t#", max_size=8))
def test_no_damage_leaves_a_traceback(word: str, noise: str) -> None:
    """Whatever is wrong, the file is either used or refused with lines that say where."""
    told = problems(TEXT.replace(word, noise, 1))

    assert all(line.startswith("line ") and line.endswith(".") for line in told)


def test_a_file_that_is_not_there_names_the_setting(tmp_path: Path) -> None:
    """Who misspelt the path reads which setting to correct."""
    with pytest.raises(FileError, match="correct POLICY_FILE"):
        load(tmp_path / "none.yaml", date(2026, 11, 24))
