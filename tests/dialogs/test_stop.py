from dialogs.conversations import stop
from meldcode.refusal import Refusal
from tests.dialogs.reading import actions, keys


def test_what_cannot_be_opened_says_where_to_go() -> None:
    """Not yours, too old and failed each have their sentence and the way to Home."""
    found = [(keys(make())[2], actions(make())) for make in (stop.refused, stop.old, stop.failed)]

    assert found == [("err.access", ["home"]), ("err.old", ["home"]), ("err.failed", ["home"])]


def test_a_closed_case_leads_to_something_new() -> None:
    """Who presses an old button of a closed case can tell something new."""
    assert keys(stop.ended())[2] == "err.closed"
    assert actions(stop.ended()) == ["new_signal"]


def test_a_refused_button_says_why() -> None:
    """A refusal without a form is shown in its own words."""
    screen = stop.because(Refusal("err.withdraw"))

    assert keys(screen)[2] == "err.withdraw"
    assert actions(screen) == ["home"]


def test_every_stop_but_waiting_shows_the_phone_numbers() -> None:
    """Whoever gets stuck reads what to do in danger; a moment of loading stays empty."""
    stops = (stop.refused(), stop.old(), stop.failed(), stop.ended())

    assert all("home.danger" in keys(screen) for screen in stops)
    assert keys(stop.loading()) == ["home.t.title", "word.close", "stop.loading"]
