"""The access matrix: every role, in every place in a case, for every action and surface."""

from dialogs import registry
from meldcode.access import ACTION_OF, Action, Relation
from meldcode.people import CARE_ROLES, Role
from tests.contracts.access_doc import PAGE, PLACES, cells, page, sights
from tests.contracts.tree import read
from tests.school import OTHER_SCHOOL

KEPT_OUT, NOTHING = "is kept out", "is nothing else to it"
OF_CARE_TEAM = {"looks", "exclude", "beside", "facts"}
FOR_A_WHILE = {Relation.CONSULTED, Relation.TALKING, Relation.OWNER, Relation.MEMBER}


def test_the_page_of_access_says_what_the_rules_do() -> None:
    """Who reads docs/access.md reads the rules; `make docs` writes it anew."""
    assert read(PAGE) == page()


def test_there_is_a_cell_for_everything() -> None:
    """Roles times places times actions, and relations times commands and screens."""
    by_role = len(tuple(cells()))
    by_relation = len(Relation) * (len(ACTION_OF) + len(registry.SCREENS))

    assert by_role == len(Role) * len(PLACES) * len(Action)
    assert by_role + by_relation > 2500


def test_whoever_is_kept_out_can_do_nothing() -> None:
    """Whatever role they hold, and although they told, hold and owe something in the case."""
    assert [cell for cell in cells() if cell[0] == KEPT_OUT and cell[3]] == []


def test_a_role_alone_opens_a_case_for_few() -> None:
    """Beside the care team only the chair of the meeting on whose agenda it stands."""
    found = [cell for cell in cells() if cell[0] == NOTHING and cell[3]]
    opening = {role for _, role, action, _ in found if action is not Action.BREAK}

    assert opening == CARE_ROLES | {Role.ZBO_CHAIR}
    assert {role for _, role, *_ in found} == opening | {Role.DIRECTOR}


def test_only_the_care_team_reads_all_of_it() -> None:
    """In no other role and from no place is there a way to everything."""
    reads = {role for _, role, action, allowed in cells() if allowed and action is Action.READ}

    assert reads == CARE_ROLES


def test_an_administrator_has_no_part_in_any_case() -> None:
    """Whoever only keeps the app running reads what they told themselves, and nothing else."""
    found = {place for place, role, _, allowed in cells() if role is Role.ADMIN and allowed}

    assert found == {"told it"}


def test_elsewhere_only_a_question_is_a_way_in() -> None:
    """Somebody of another school opens what they are asked, from a care team, and nothing else."""
    found = {cell[:2] for cell in cells(OTHER_SCHOOL) if cell[3]}

    assert found == {("is asked a question", role) for role in CARE_ROLES}


def test_screens_of_the_care_team_are_theirs() -> None:
    """Who has a small part in a case gets that part, whatever screen is asked for."""
    theirs = {name for name, relation in sights() if sights()[name, relation]}
    small = {name for name, one in sights() if one in FOR_A_WHILE and sights()[name, one]}

    guests = {name for name, one in sights() if one is Relation.GUEST and sights()[name, one]}

    assert theirs >= OF_CARE_TEAM
    assert {"open", "answer"} <= guests <= registry.REACH[Relation.GUEST]
    assert small <= {"open", "consult_answer"}
