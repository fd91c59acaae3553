from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.service.answers import Correct, Show
from dialogs import registry
from dialogs.form import Form
from meldcode import events
from meldcode.case import Case
from storage.records import Organisation
from tests.bot.house import House, organisation
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import keys

ORDER = (
    ("ib", "answer", events.Answered),
    ("ib", "ask", events.Answered),
    ("teacher", "add", events.ObservationAdded),
    ("teacher", "name", events.ChildNamed),
    ("teacher", "correct", events.EntryCorrected),
    ("ib", "mark", events.ObservationMarked),
    ("teacher", "mark_own", events.ObservationMarked),
    ("teacher", "injury", events.InjuryNoted),
    ("ib", "nature", events.FormsSet),
    ("ib", "consult", events.ColleagueAsked),
    ("ib", "consult_named", events.ColleagueAsked),
    ("ib", "observe", events.ClassObservationPlanned),
    ("ib", "observed", events.ClassObserved),
    ("ib", "discussion", events.DiscussionHeld),
    ("ib", "sheet", events.AdvicePrepared),
    ("ib", "parent", events.ParentRecorded),
    ("ib", "plan_talk", events.TalkPlanned),
    ("ib", "talk", events.TalkHeld),
    ("ib", "no_talk", events.TalkNotHeld),
    ("ib", "advice", events.AdviceReceived),
    ("ib", "schedule", events.ZboScheduled),
    ("ib", "weighing", events.Weighed),
    *(("ib", f"question{number}", events.QuestionAnswered) for number in range(1, 6)),
    ("ib", "decision_help", events.Decided),
    ("ib", "agreement", events.AgreementMade),
    ("ib", "helping", events.HelpArranged),
    ("ib", "melding", events.MeldingPlanned),
    ("ib", "anonymous", events.AnonymityClaimed),
    ("ib", "parents_told", events.ParentsTold),
    ("ib", "reported", events.MeldingDone),
    ("ib", "vt_agreement", events.AgreementMade),
    ("ib", "feedback", events.FeedbackReceived),
    ("ib", "chase", events.FeedbackChased),
    ("ib", "known", events.AnonymityLifted),
    ("ib", "following", events.FollowingAgreed),
    ("ib", "note", events.FollowingNoted),
    ("ib", "snooze", events.CheckSnoozed),
    ("ib", "oka", events.OkaContacted),
    ("ib", "evaluate", events.ZboScheduled),
    ("ib", "aftercare", events.AftercareDone),
    ("ib", "moves", events.ChildMoves),
    ("ib", "move", events.MoveHandled),
    ("ib", "follower", events.FollowerNamed),
    ("ib", "answer_follower", events.FollowerAnswered),
    ("ib", "handover", events.HandedOver),
    ("ib", "weighing_again", events.Weighed),
    ("ib", "exclude", events.PersonExcluded),
    ("ib", "admit", events.ExclusionEnded),
    ("ib", "invite", events.GuestInvited),
    ("ib", "confidential", events.ConfidentialWritten),
    ("deputy", "glass", events.GlassBroken),
    ("ib", "uninvite", events.InvitationEnded),
    ("ib", "left", events.SchoolLeft),
    ("ib", "hold", events.HoldPlaced),
    ("ib", "request", events.RequestMade),
)
"""Who fills in which form, and the event that it leads to, in an order that the rules allow."""

AT_ANOTHER_TIME = frozenset(
    {
        "snooze_why",
        "close",
        "reopen",
        "opinion",
        "decision_none",
        "decision_report",
        *("outcome", "move_item", "take_off"),
        "help_check",
        "consult_answer",
        "not_observed",
        *("lift", "erase", "call_off", "veil", "verdict", "given"),
    }
)
"""Forms that the rules do not allow in that same case at that moment."""


def happened(case: Case) -> list[type]:
    return [type(entry.event) for entry in case.entries]


async def test_every_form_becomes_what_it_asks_for(house: House) -> None:
    """Each filled-in form is an event in the journal of the case, in the name of who sent it."""
    case = await house.signal()
    for who, form, event in ORDER:
        answer = await house.submit(who, form, FILLED[form], await house.handle(who, case))
        after = await house.case(case.id)

        assert isinstance(answer, Show), (form, answer)
        assert answer.screen.name == "case", form
        assert event in happened(after)[case.version :], form
        assert {entry.by for entry in after.entries[case.version :]} == {who}, form
        case = after
    named = {form for _, form, _ in ORDER} | AT_ANOTHER_TIME

    assert named | {"signal", "signal_at", *registry.OF_PROCESS} == set(registry.FORMS)


async def test_sent_twice_a_form_is_carried_out_once(house: House) -> None:
    """The same occasion delivered again shows the case as it is, and adds nothing."""
    case = await house.signal()
    handle = await house.handle("ib", case)
    first = await house.submit("ib", "answer", FILLED["answer"], handle, key="view:1")
    once = await house.case(case.id)
    messages = house.outbox()
    second = await house.submit("ib", "answer", FILLED["answer"], handle, key="view:1")

    assert second == first
    assert await house.case(case.id) == once
    assert house.outbox() == messages


async def test_corrected_after_a_refusal_a_form_is_carried_out(house: House) -> None:
    """A form that was refused leaves no receipt, so that the same window can be sent again."""
    case = await house.signal()
    handle = await house.handle("ib", case)
    refused = await house.submit("ib", "answer", {}, handle, key="view:1")
    accepted = await house.submit("ib", "answer", FILLED["answer"], handle, key="view:1")

    assert refused == Correct({"text": "err.text"})
    assert isinstance(accepted, Show)


async def test_a_button_tapped_twice_counts_once(house: House) -> None:
    """The second tap of the same view shows the same case."""
    case = await house.signal()
    handle = await house.handle("ib", case)
    first = await house.act("ib", "take", handle, key="tap")
    once = await house.case(case.id)
    second = await house.act("ib", "take", handle, key="tap")

    assert second == first
    assert await house.case(case.id) == once


FORGED = (
    ("exclude", {"person": "teacher"}, {"person": "err.exclude"}),
    ("admit", {"person": "colleague"}, {"person": "err.not_excluded"}),
    ("confidential", {"readers": ["director"]}, {"readers": "err.choose"}),
    ("invite", {"person": "teacher"}, {"person": "err.guest"}),
    ("invite", {"person": "deputy"}, {"person": "err.guest"}),
    ("invite", {"entries": ["2"]}, {"entries": "err.choose"}),
    ("uninvite", {"person": "director"}, {"person": "err.no_guest"}),
    ("mark", {"entry": "2"}, {"entry": "err.choose"}),
    ("mark_own", {"entry": "2"}, {"entry": "err.choose"}),
    ("correct", {"entry": "99"}, {"entry": "err.choose"}),
    ("consult", {"person": "other-teacher"}, {"person": "err.colleague"}),
    ("consult_named", {"person": "nobody"}, {"person": "err.colleague"}),
    ("observe", {"observer": "teacher"}, {"observer": "err.observer"}),
    ("discussion", {"present": ["ib", "other-ib"]}, {"present": "err.who_present"}),
    ("plan_talk", {"leads": "other-teacher"}, {"leads": "err.leads"}),
    ("plan_talk", {"near": "nobody"}, {"near": "err.choose"}),
    ("talk", {"colleague": "other-ib"}, {"colleague": "err.choose"}),
    ("talk", {"parent": "of another case"}, {"parent": "err.choose"}),
    ("injury", {"places": ["front_face", "made up"]}, {"places": "err.body_place"}),
    ("nature", {"forms": ["witness", "made up"]}, {"forms": "err.choose"}),
    ("schedule", {"meeting": "zbo-of-elsewhere"}, {"meeting": "err.pick_meeting"}),
    ("schedule", {"guests": ["other-teacher"]}, {"guests": "err.choose"}),
    ("move_item", {"meeting": "zbo-of-elsewhere"}, {"meeting": "err.pick_meeting"}),
    ("weighing", {"present": ["ib:oka", "oka:oka"]}, {"present": "err.present"}),
    ("weighing", {"present": ["other-ib:intern_begeleider"]}, {"present": "err.present"}),
    ("weighing_again", {"present": ["ib:oka", "oka:oka"]}, {"present": "err.present"}),
    ("weighing", {"partner_roles": ["teacher"]}, {"partner_roles": "err.partner_role"}),
    ("outcome", {"partner_roles": ["oka", "mayor"]}, {"partner_roles": "err.partner_role"}),
    ("decision_help", {"partner_roles": ["mayor"]}, {"partner_roles": "err.partner_role"}),
    ("outcome", {"informs": "other-teacher"}, {"informs": "err.choose"}),
    ("agreement", {"owner": "other-teacher"}, {"owner": "err.owner"}),
    ("vt_agreement", {"owner": "other-teacher"}, {"owner": "err.owner"}),
    ("helping", {"manager": "other-ib"}, {"manager": "err.manager"}),
    ("melding", {"reporter": "other-ib"}, {"reporter": "err.who_reports"}),
    ("melding", {"parents_by": "nobody"}, {"parents_by": "err.choose"}),
    ("anonymous", {"parents_by": "other-ib"}, {"parents_by": "err.choose"}),
    ("parents_told", {"by": "other-ib"}, {"by": "err.who_informs"}),
    ("decision_help", {"informs_parents": "nobody"}, {"informs_parents": "err.choose"}),
    ("decision_report", {"reporter": "other-ib"}, {"reporter": "err.who_reports"}),
    ("evaluate", {"meeting": "zbo-of-elsewhere"}, {"meeting": "err.pick_meeting"}),
    ("handover", {"holder": "teacher"}, {"holder": "err.holder"}),
    ("follower", {"teacher": "other-teacher"}, {"teacher": "err.follower"}),
    ("close", {"bottlenecks": ["luck"]}, {"bottlenecks": "err.choose"}),
    ("decision_none", {"present": ["ib:admin", "oka:oka"]}, {"present": "err.present"}),
    ("erase", {"decider": "teacher"}, {"decider": "err.decider"}),
    ("verdict", {"decider": "other-ib"}, {"decider": "err.decider"}),
    ("given", {"checked_by": "other-ib"}, {"checked_by": "err.checked_by"}),
    ("veil", {"left_out": ["99"]}, {"left_out": "err.choose"}),
)


@pytest.mark.parametrize("form, change, errors", FORGED)
async def test_what_was_not_offered_is_refused(
    house: House, form: str, change: Mapping[str, object], errors: Mapping[str, str]
) -> None:
    """A forged choice of a person, role or meeting is a wrong answer, and changes nothing."""
    case = await house.signal()
    handle = await house.handle("ib", case)
    answer = await house.submit("ib", form, {**FILLED[form], **change}, handle)

    assert answer == Correct(errors)
    assert (await house.case(case.id)).version == case.version


def test_every_list_is_tried_with_something_forged() -> None:
    """No form with a list of people or meetings is left out above."""
    lists = {*registry.OPTIONS, *registry.OF_CASE}

    assert {form for form, _, _ in FORGED} | {"meeting"} == lists


async def test_a_meeting_that_vanished_is_said_in_the_form(house: House) -> None:
    """Between opening and sending the meeting was taken off the calendar: choose another."""
    case = await house.signal()
    handle = await house.handle("ib", case)
    await house.work(lambda work: work.unit.people.apply(without_meetings()))
    answer = await house.submit("ib", "schedule", FILLED["schedule"], handle)

    assert answer == Correct({"meeting": "err.pick_meeting"})


def without_meetings() -> Organisation:
    return replace(organisation(), meetings=())


async def test_a_refusal_of_the_rules_stands_beside_its_field(house: House) -> None:
    """A day in the past is corrected where it was filled in."""
    case = await house.signal()
    raw = {**FILLED["agreement"], "due": "2026-11-02"}
    answer = await house.submit("ib", "agreement", raw, await house.handle("ib", case))

    assert answer == Correct({"due": "err.past"})


async def test_a_refusal_about_everything_stands_beside_the_first_field(house: House) -> None:
    """What belongs to no field is still shown in the form, where nothing typed is lost."""
    case = await house.signal()
    answer = await house.submit("ib", "note", FILLED["note"], await house.handle("ib", case))

    assert answer == Correct({"trend": "err.not_following"})


@pytest.mark.parametrize("form", list(registry.FORMS.values()), ids=lambda form: form.name)
async def test_an_empty_form_asks_for_what_is_missing(house: House, form: type[Form]) -> None:
    """Sent empty, each required field gets a sentence, and those that may stay empty do not."""
    case = await house.signal()
    answer = await house.submit("ib", form.name, {}, await house.handle("ib", case))
    required = {name for name in form.fields() if form.required(name)}

    assert isinstance(answer, Correct)
    assert set(answer.errors) == required


async def test_a_worry_that_grows_is_answered_with_what_happens_now(house: House) -> None:
    """After "more worries" the screen says who looks along, and the care team hears at once."""
    case = await house.signal()
    await house.submit("ib", "following", FILLED["following"], await house.handle("ib", case))
    house.rows("UPDATE outbox SET state = 'sent'")
    raw = {"trend": "worse"}
    answer = await house.submit("teacher", "note", raw, await house.handle("teacher", case))
    assert isinstance(answer, Show)

    assert "nud.worse.body" in keys(answer.screen)
    assert house.outbox("envelope") == [("ib", "today")]
