"""Other schools than that of the demo, each changed in one respect."""

from copy import deepcopy

from bot.demo.school import demo_organisation
from tests.conversations.installing import Data
from tests.conversations.stage import START


def school() -> Data:
    return demo_organisation(START.date())


def without(*people: str) -> Data:
    """A school that lacks these people, and meetings that they would chair."""
    found = school()
    found["people"] = [one for one in found["people"] if one["id"] not in people]
    found["meetings"] = [one for one in found["meetings"] if one["chair"] not in people]
    return found


def with_roles(name: str, *roles: str) -> Data:
    """A school where somebody has other roles."""
    found = school()
    (person,) = (one for one in found["people"] if one["id"] == name)
    person["roles"]["regenboog"] = list(roles)
    return found


def two_schools() -> Data:
    """Sam also works at another school, whose own intern begeleider is Vera."""
    found = school()
    other = {**deepcopy(found["schools"][0]), "id": "zonnehof", "name": "De Verzonnen Zonnehof"}
    found["schools"].append(other)
    (sam,) = (one for one in found["people"] if one["id"] == "sam")
    sam["roles"]["zonnehof"] = ["teacher"]
    vera = {"id": "vera", "name": "Vera Duindoorn", "email": "vera@example.org"}
    found["people"].append({**vera, "roles": {"zonnehof": ["intern_begeleider"]}})
    return found


def with_a_sibling_elsewhere() -> Data:
    """The same board, where Tom teaches at the other school."""
    found = two_schools()
    tom = {"id": "tom", "name": "Tom Boterbloem", "email": "tom@example.org"}
    found["people"].append({**tom, "roles": {"zonnehof": ["teacher"]}})
    return found
