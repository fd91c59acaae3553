"""An organisation file with two invented schools, and small changes to it."""

VALID = """\
version: 1
# The school of these tests.
schools:
  - id: regenboog
    name: De Regenboog
    region: noord
    contact: {name: Maria Veldmuis, phone: "020-0000000"}
    lessons: ["08:30-12:00", "12:45-14:45"]
    closed: [2027-03-10]
    opened: []
  - id: kompas
    name: Het Kompas
    region: zuid
    contact: {name: Otto Linde, phone: "020-0000001"}
people:
  - id: sam
    name: Sam Jansen
    email: sam@example.org
    roles: {regenboog: [teacher]}
  - id: maria
    name: Maria Veldmuis
    email: maria@example.org
    roles: {regenboog: [intern_begeleider, deputy], kompas: [deputy]}
  - id: noor
    name: Noor Klaproos
    email: noor@example.org
    roles:
      regenboog: [zbo_chair]
      kompas: [intern_begeleider]
meetings:
  - {id: zbo-1, school: regenboog, on: 2026-12-08, at: "15:30", chair: noor}
"""


def changed(old: str, new: str) -> str:
    """The valid file with the first `old` replaced."""
    assert old in VALID
    return VALID.replace(old, new, 1)
