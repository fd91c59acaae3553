from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.conversations.agenda import agenda
from dialogs.conversations.today import today
from dialogs.desk import AgendaLine, AgreedLine, DueLine, MeetingDesk, TodayDesk
from dialogs.screen import Screen
from meldcode.duties import Kind
from meldcode.people import Role
from tests.dialogs.desks import MEETING, room
from tests.dialogs.gallery import agenda_line
from tests.dialogs.reading import buttons, keys, says, written
from tests.school import CHAIR, TODAY
from tests.words import load


def seen(*items: AgendaLine) -> Screen:
    return agenda(MeetingDesk(room(CHAIR), MEETING, "handle", items))


def read(screen: Screen) -> list[str]:
    return [load("nl").of(text) for text in says(screen)]


def test_an_item_says_what_the_meeting_must_know() -> None:
    """Code, minutes, role, age, question, parents and earlier agreements stand there."""
    agreed = (AgreedLine("Call.", Role.OKA, TODAY), AgreedLine("Visit.", None, TODAY))
    screen = seen(replace(agenda_line(3), earlier=agreed))

    assert {"K7T-4XM · 10 minuten", "Vraag van: IB'er. Schooldagen op de lijst: 3."} <= set(
        read(screen)
    )
    assert written(screen) == ["What can we do?", "It is not safe.", "Call.", "Visit."]


AGREED = (
    (AgreedLine("Call.", Role.OKA, TODAY), "zbo.agreed.open"),
    (AgreedLine("Call.", Role.OKA, TODAY - timedelta(1)), "zbo.agreed.late"),
    (AgreedLine("Call.", None, TODAY - timedelta(1)), "zbo.agreed.gone"),
    (AgreedLine("Call.", Role.OKA, TODAY - timedelta(1), kept=True), "zbo.agreed.kept"),
)


@pytest.mark.parametrize("made, key", AGREED)
def test_an_agreement_says_how_it_stands(made: AgreedLine, key: str) -> None:
    """Open, late, without anybody left to do it, or done; each with its day (domain.md row 105)."""
    screen = seen(replace(agenda_line(), earlier=(made,)))

    assert {one for one in keys(screen) if one.startswith("zbo.agreed")} == {key}


def test_an_open_agreement_names_a_role() -> None:
    """Who does it is known by role, as everybody on this page."""
    made = AgreedLine("Call.", Role.OKA, TODAY)
    screen = seen(replace(agenda_line(), earlier=(made,)))

    assert "Nog open. Voor: ouder-kindadviseur (OKA), uiterlijk dinsdag 3 november." in read(screen)


def test_parents_who_come_need_no_reason() -> None:
    """An item with invited parents says just that."""
    screen = seen(replace(agenda_line(), parents_invited=True, parents_reason=None, earlier=()))

    assert "zbo.parents.yes" in keys(screen)
    assert written(screen) == ["What can we do?"]


def test_the_oldest_item_that_waits_is_on_top() -> None:
    """What keeps moving on comes first; what was discussed comes last."""
    items = [replace(agenda_line(age), handled=age == 9, place=0) for age in (1, 9, 5)]
    order = [one.handle for one in buttons(seen(*items))]

    assert order == ["handle5", "handle1", "handle9"]


def test_what_is_urgent_comes_before_what_is_old() -> None:
    """Danger comes first, whatever has waited longer (domain.md row 105)."""
    items = [replace(agenda_line(age), handled=False, place=place) for age, place in PLACES]
    order = [one.handle for one in buttons(seen(*items))]

    assert order == ["handle1", "handle7", "handle4", "handle9"]


PLACES = ((9, 3), (4, 1), (1, 0), (7, 1))


def test_an_acute_item_says_not_to_wait() -> None:
    """The line stands with the item until it has been discussed, and with no other."""
    acute = replace(agenda_line(), acute=True, handled=False)

    assert "zbo.acute" in keys(seen(acute))
    assert "zbo.acute" not in keys(seen(replace(acute, acute=False)))
    assert "zbo.acute" not in keys(seen(replace(acute, handled=True)))


def test_an_item_says_who_is_asked_to_join() -> None:
    """The chair reads the roles of the guests, and no names; without guests nothing."""
    seen_roles = [text for text in read(seen(agenda_line())) if text.startswith("Erbij gevraagd")]

    assert len(seen_roles) == 1
    assert "jeugdgezondheidszorg" in seen_roles[0]
    assert "zbo.guests.roles" not in keys(seen(replace(agenda_line(), guests=())))


def test_an_empty_agenda_says_so() -> None:
    """A chair who looks early is not left wondering."""
    assert "zbo.empty" in keys(seen())


def test_danger_never_waits_for_a_meeting() -> None:
    """Every agenda says whom to call instead of waiting."""
    assert "zbo.no_waiting" in keys(seen(agenda_line()))


def test_what_does_not_fit_is_counted() -> None:
    """Of a very long agenda the chair reads how many items there are more."""
    assert "case.more" in keys(seen(*map(agenda_line, range(40))))
    assert "case.more" not in keys(seen(*map(agenda_line, range(3))))


def test_the_digest_lists_what_is_open() -> None:
    """Behind the neutral message stands which case and what for."""
    screen = today(TodayDesk(room(), (DueLine(Kind.AGREEMENT, "K7T4XM", "handle"),)))

    assert "K7T-4XM · Een afspraak moet nu klaar zijn. Is het gedaan?" in read(screen)
    assert [one.handle for one in buttons(screen)] == ["handle"]


def test_who_may_not_open_a_case_reads_only_that_a_task_is_open() -> None:
    """A director gets no code and no button."""
    screen = today(TodayDesk(room(), (DueLine(Kind.FOLLOW_LAST),)))

    assert "today.task" in keys(screen)
    assert buttons(screen) == ()


def test_a_digest_that_was_dealt_with_says_so() -> None:
    """Opening an old message finds nothing open any more."""
    assert "today.empty" in keys(today(TodayDesk(room(), ())))
