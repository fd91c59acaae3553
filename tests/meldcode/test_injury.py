from dataclasses import replace

from meldcode.choices_injury import BodyPlace
from meldcode.events import InjuryNoted
from meldcode.progress import walked
from meldcode.rules.injury import injuries
from meldcode.steps import MeldcodeStep
from tests.builders import INJURY, play, raised
from tests.school import INTERN_BEGELEIDER, TEACHER


def test_places_are_kept_once_and_in_order() -> None:
    """Whatever order somebody chose them in, the record tells them from head to foot."""
    places = (BodyPlace.BACK_NECK, BodyPlace.FRONT_FACE, BodyPlace.BACK_NECK)
    (noted,) = injuries(play(raised(), replace(INJURY, places=places)))

    assert isinstance(noted.event, InjuryNoted)
    assert noted.event.places == (BodyPlace.FRONT_FACE, BodyPlace.BACK_NECK)


def test_who_told_and_the_care_team_note_it() -> None:
    """Each in their own name; it belongs to step 1."""
    case = play(play(raised(), INJURY, by=TEACHER), INJURY, by=INTERN_BEGELEIDER)

    assert [one.by for one in injuries(case)] == [TEACHER.id, INTERN_BEGELEIDER.id]
    assert MeldcodeStep.SIGNALS in walked(case)


def test_every_place_is_at_the_front_or_at_the_back() -> None:
    """The list is that of a body map with two sides."""
    assert {place.split("_")[0] for place in BodyPlace} == {"front", "back"}
