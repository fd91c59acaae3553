"""A wrong answer in a form: the same form, a sentence that says what to do, nothing typed lost."""

import pytest

from tests.conversations.doing import COMMAND, opened, screen, send, sentence, tell
from tests.conversations.forging import again, filled
from tests.conversations.seen import expect
from tests.conversations.stage import Stage
from tests.conversations.stored import counts

LONG = "x" * 3001
AGREEMENT = {"what": "Bellen.", "owner": "maria", "due": "2026-12-01"}
TALK = {"on": "2026-11-24", "with_whom": "both", "report": "Goed."}
ADVICE = {"on": "2026-11-24", "adviser": "Iemand", "advice": "Wacht."}
SCHEDULE = {
    "meeting": "zbo-2026-12-02",
    "question": "Wat past?",
    "parents_invited": "no",
    "parents_reason": "Nog niet.",
    "parents_informed": "no",
    "not_informed": "Nog niet.",
    "minutes": "10",
}
WEIGHING = {"danger": "no", "hinders": "yes", "risks": "Geen.", "reason": "Zo."}
WRONG = [
    ("answer", {}, {"text": "   "}, {"text": "err.text"}),
    ("agreement", AGREEMENT, {"due": "2026-11-23"}, {"due": "err.past"}),
    ("agreement", AGREEMENT, {"due": "2028-01-01"}, {"due": "err.far"}),
    ("agreement", AGREEMENT, {"what": " "}, {"what": "err.what"}),
    ("talk", TALK, {"on": "2026-11-25"}, {"on": "err.future"}),
    ("talk", TALK, {"report": " "}, {"report": "err.talk"}),
    ("advice", ADVICE, {"on": "2026-11-25"}, {"on": "err.future"}),
    ("advice", ADVICE, {"adviser": " "}, {"adviser": "err.adviser"}),
    ("schedule", SCHEDULE, {"parents_reason": ""}, {"parents_reason": "err.why_not_invited"}),
    ("schedule", SCHEDULE, {"not_informed": ""}, {"not_informed": "err.why_not_informed"}),
    ("schedule", SCHEDULE, {"question": " "}, {"question": "err.question"}),
    ("schedule", SCHEDULE, {"minutes": "x"}, {"minutes": "err.minutes"}),
    ("schedule", SCHEDULE, {"minutes": "0"}, {"minutes": "err.minutes"}),
    ("following", {"rhythm": "10"}, {"rhythm": "0"}, {"rhythm": "err.rhythm"}),
    ("following", {"rhythm": "10"}, {"first": "2026-11-23"}, {"first": "err.past"}),
]


@pytest.mark.parametrize("action, right, wrong, errors", WRONG)
async def test_a_wrong_field(
    stage: Stage,
    action: str,
    right: dict[str, str],
    wrong: dict[str, str],
    errors: dict[str, str],
) -> None:
    """The sentence stands beside the field, the rest stays, and nothing is stored until it fits."""
    maria = stage.person("maria")
    await tell(stage)
    await opened(stage, "maria", action)
    before = counts(stage.folder)
    await maria.fill({**right, **wrong})
    typed = screen(stage, "maria").values
    refused = await maria.submit()
    await stage.settled()

    assert refused.errors == {name: sentence(stage, key) for name, key in errors.items()}
    assert screen(stage, "maria").values == typed
    assert counts(stage.folder) == before
    expect(stage)


async def test_a_field_is_put_right(stage: Stage) -> None:
    """After a correction the same form goes through, once."""
    await tell(stage)
    await opened(stage, "maria", "agreement")
    await stage.person("maria").fill({**AGREEMENT, "due": "2026-11-01"})
    await stage.person("maria").submit()
    before = counts(stage.folder)["case_event"]
    await send(stage, "maria", due="2026-12-01")

    assert counts(stage.folder)["case_event"] == before + 1


async def test_an_empty_signal(stage: Stage) -> None:
    """Only spaces are no signal; what else was filled in stays."""
    sam = stage.person("sam")
    await sam.command(COMMAND)
    await stage.settled()
    await sam.fill(text="   ", child="Kim")
    refused = await sam.submit()
    await stage.settled()

    assert refused.errors == {"text": sentence(stage, "err.empty")}
    assert screen(stage, "sam").value("child") == "Kim"
    assert counts(stage.folder)["case"] == 0
    expect(stage)


async def test_a_text_that_is_too_long(stage: Stage) -> None:
    """A client that does not count characters is corrected by us, in signals and in answers."""
    sam = stage.person("sam")
    await sam.command(COMMAND)
    await stage.settled()
    await sam.fill(text=" ")
    await sam.submit()
    too_long = await again(stage, "view_submission", filled("text", value=LONG))

    assert too_long == {
        "response_action": "errors",
        "errors": {"text": sentence(stage, "err.long")},
    }
    assert counts(stage.folder)["case"] == 0


async def test_a_weighing_by_people_in_one_role(stage: Stage) -> None:
    """Two people in different roles weigh; one person is not enough."""
    maria = stage.person("maria")
    await tell(stage)
    await opened(stage, "maria", "weighing")
    await maria.fill(WEIGHING)
    await maria.pick("present", "sam:teacher", "mees:teacher")
    same_role = await maria.submit()
    await maria.pick("present", "bas:director")
    one_person = await maria.submit()

    together = {"present": sentence(stage, "err.together")}
    assert (same_role.errors, one_person.errors) == (together, together)
