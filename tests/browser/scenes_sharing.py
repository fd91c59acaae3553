"""Who may see a case: somebody reads along for a while, and a part that is for few."""

from datetime import date

from tests.browser.scenes_signal import FACTS, MARIA
from tests.browser.window import Window

BAS, AMIR, IRIS = "Bas Kastanje", "Amir Zeegras", "Iris Waterlelie"
SHARED = "Er is zorg om een kind in groep 4. Kun jij iemand vrijmaken?"
WROTE = "Vrijdagochtend kan ik zelf in de groep."
SECRET = "De moeder werkt bij ons op school."
WHY = "Maria is vandaag niet te bereiken."


async def maria_lets_bas_read_along(window: Window) -> None:
    await window.front.press("menu_circle.button")
    await window.front.shows("invite.about", "confidential.about", "exclude.about")
    await window.look("menu-circle")
    await window.front.press("invite.button")
    await window.front.choose("invite.person", BAS)
    await window.front.set_day("invite.until", date(2026, 12, 4))
    await window.front.write("invite.words", SHARED)
    await window.front.write("invite.reason", "Hij regelt de vervanging.")
    await window.front.choose("invite.parents", "invite.parents.no")
    await window.front.press("invite.submit")
    await window.front.shows("err.parents_because")
    await window.front.write("invite.because", "Het gaat niet over hen.")
    await window.look("invite")
    await window.front.press("invite.submit")
    await window.front.shows(SHARED)


async def maria_writes_in_confidence(window: Window) -> None:
    await window.front.press("menu_circle.button")
    await window.front.shows("guests.head")
    await window.front.press("confidential.button")
    await window.front.write("confidential.text", SECRET)
    await window.look("confidential")
    await window.front.press("confidential.submit")
    await window.front.shows(SECRET)
    await window.look("care-confidential")
    await window.leave()


async def bas_reads_what_was_shared(window: Window) -> None:
    await window.become(BAS)
    await window.chat.shows("push.new")
    await window.opens("push.button", SHARED, "letter.no_name")
    await window.front.lacks(FACTS, SECRET)
    await window.look("guest")
    await window.front.press("answer.button")
    await window.front.write("answer.text", WROTE)
    await window.front.press("answer.submit")
    await window.front.shows(WROTE)
    await window.look("guest-wrote")
    await window.leave()


async def amir_opens_it_in_an_emergency(window: Window) -> None:
    await window.become(AMIR)
    await window.go("Start")
    await window.chat.press_start("Open ")
    await window.front.shows(FACTS)
    await window.front.lacks(SECRET)
    await window.front.press("menu_circle.button")
    await window.front.press("glass.button")
    await window.front.write("glass.reason", WHY)
    await window.look("glass")
    await window.front.press("glass.submit")
    await window.front.shows(SECRET, WHY)
    await window.leave()
    await window.become(IRIS)
    await window.chat.shows("push.today")


async def maria_is_away_until(window: Window) -> None:
    await window.become(MARIA)
    await window.go("Start")
    await window.chat.press("away_until.button")
    await window.front.set_day("away_until.until", date(2026, 12, 1))
    await window.look("away-until")
    await window.front.press("away_until.submit")
    await window.front.shows("away_until.back")
    await window.leave()
    await window.chat.shows("home.back.button")
    await window.look("care-home-away")
