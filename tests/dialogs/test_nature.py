from dialogs import registry
from meldcode.choices import Form
from tests import builders
from tests.dialogs.desks import desk
from tests.dialogs.gallery import screens
from tests.school import CHAIR, INTERN_BEGELEIDER, TEACHER
from tests.words import load

NAMED = {
    "Lichamelijk geweld",
    "Emotioneel geweld",
    "Lichamelijke verwaarlozing",
    "Emotionele verwaarlozing",
    "Seksueel geweld",
    "Genitale verminking",
    "Eergerelateerd geweld",
    "Huwelijksdwang",
    "Ouder(en)mishandeling",
    "Getuige van geweld thuis",
}
"""Protocol, "Wat wordt verstaan onder huiselijk geweld en kindermishandeling?", told apart."""


def test_each_form_that_the_protocol_names_can_be_chosen() -> None:
    """Also violence that a child only sees, and violence against parents."""
    texts = load("nl")
    screen = registry.SCREENS["nature"](desk(builders.taken(), INTERN_BEGELEIDER))
    offered = screen.options["forms"]

    assert {texts.shown(one.shown) for one in offered} >= NAMED
    assert [one.value for one in offered] == list(Form)


def test_only_the_care_team_is_asked() -> None:
    """Who told reads no such question nor what was chosen, and no other screen asks it."""
    chosen = builders.play(builders.on_agenda(), builders.FORMS)
    asked = {one.form.name for one in screens().values() if one.form and "forms" in one.options}

    assert asked == {"nature"}
    assert registry.SCREENS["nature"](desk(chosen, TEACHER)).form is None
    assert registry.SCREENS["nature"](desk(chosen, CHAIR)).form is None
