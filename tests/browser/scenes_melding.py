"""Another road: help that is arranged, and a melding from its preparation to word of it."""

from datetime import date

from tests.browser.scenes_signal import FACTS, MARIA
from tests.browser.window import Window

YARA = "Yara Ooievaar"
TRUST = "De OKA kent het gezin nog niet. De school moet in gesprek blijven."
GROUND = "Vader heeft de juf al eens bedreigd."
CONTACT = "Mevrouw Es"


async def maria_arranges_help(window: Window) -> None:
    await window.front.press("menu_help.button")
    await window.front.shows("menu_help.head", "helping.about", "melding.about")
    await window.look("menu-help")
    await window.front.press("helping.button")
    await window.front.choose("helping.by", "helping.by.okt")
    await window.front.write("helping.what", "Elke week iemand thuis.")
    await window.front.set_day("helping.until", date(2027, 1, 20))
    await window.front.write("helping.goals", "Robin ontbijt elke dag.")
    await window.front.choose("helping.manager", YARA)
    await window.look("helping")
    await window.front.press("helping.submit")
    await window.front.shows("Elke week iemand thuis.")


async def maria_prepares_a_melding(window: Window) -> None:
    """Without a reason why the parents hear it only afterwards, it is sent back."""
    await window.front.press("menu_help.button")
    await window.front.shows("helping.running")
    await window.front.press("melding.button")
    await window.front.shows("gap.head", "gap.note", "melding.urgent")
    await window.front.choose("melding.reporter", YARA)
    await window.front.write("melding.trust", TRUST)
    await window.front.choose("melding.parents", "melding.parents.informed")
    await window.front.choose("melding.parents_by", MARIA)
    await window.front.choose("melding.child", "melding.child.under_12")
    await window.front.press("melding.submit")
    await window.front.shows("err.why_parents")
    await window.look("melding-wrong")
    await window.front.write("melding.parents_reason", "Er was haast.")
    await window.front.press("melding.submit")
    await window.front.shows(TRUST)


async def maria_keeps_somebody_anonymous(window: Window) -> None:
    await window.front.press("menu_help.button")
    await window.front.press("anonymous.button")
    await window.front.shows("anonymous.one")
    await window.front.choose("anonymous.unknown", "anonymous.unknown.both")
    await window.front.write("anonymous.staff", GROUND)
    await window.look("anonymous")
    await window.front.press("anonymous.submit")
    await window.front.shows(GROUND)


async def maria_reads_the_facts(window: Window) -> None:
    """In place of the case, without the names, and back."""
    await window.front.press("menu_help.button")
    await window.front.press("facts.button")
    await window.front.shows("facts.head", "facts.shielded", FACTS)
    await window.front.lacks("Sam Zonnebloem", YARA)
    await window.look("facts")
    await window.front.press("menu.back.button")
    await window.front.shows("case.conversation")


async def maria_records_the_melding(window: Window) -> None:
    await window.front.press("menu_help.button")
    await window.front.press("reported.button")
    await window.front.write("reported.contact", CONTACT)
    await window.look("reported")
    await window.front.press("reported.submit")
    await window.front.shows(CONTACT)


async def maria_asks_for_word(window: Window) -> None:
    await window.front.press("menu_help.button")
    await window.front.shows("Gemeld bij Veilig Thuis op dinsdag 24 november.")
    await window.look("menu-help-reported")
    await window.front.press("chase.button")
    await window.front.shows("chase.call", "Ik bel namens De Verzonnen Regenboog.", CONTACT)
    await window.front.write("chase.text", "Ze bellen ons terug.")
    await window.front.set_day("feedback.next_by", date(2026, 12, 1))
    await window.look("chase")
    await window.front.press("chase.submit")
    await window.front.shows("Ze bellen ons terug.")
    await window.leave()
