from tests.dialogs.gallery import screens
from tests.dialogs.keys import asked, families, named
from tests.dialogs.reading import keys
from tests.words import load


def test_every_key_that_the_code_names_has_a_text() -> None:
    """Nobody ever sees a key instead of a sentence."""
    assert asked() - set(load("nl").entries) == set()


def test_every_choice_has_a_text() -> None:
    """Each value of a closed list of answers, roles, stages or reminders has its words."""
    assert families() - set(load("nl").entries) == set()


def test_no_text_is_left_over() -> None:
    """A text that nothing shows is not kept and translated for nothing."""
    shown = {key for screen in screens().values() for key in keys(screen)}

    assert set(load("nl").entries) - named() - families() - shown == set()


def test_the_scan_sees_what_is_named() -> None:
    """The check would see a key of a line, a field and a refusal."""
    assert {"sig.calm", "sig.q1", "sig.q1.hint", "err.why", "err.closed"} <= asked()
