"""The end of the story: following, looking again, climbing, closing and opening again."""

from datetime import date

from tests.browser.scenes_signal import FACTS, MARIA, SAM
from tests.browser.window import Window

AMIR, IRIS, BAS, YARA = "Amir Zeegras", "Iris Waterlelie", "Bas Kastanje", "Yara Ooievaar"

WORSE = "Robin huilde en wilde niet zeggen waarom."
CLOSED = "De hulp loopt en Robin komt vrolijk op school."
REOPENED = "Robin komt weer vaak te laat."


async def maria_agrees_on_a_rhythm(window: Window) -> None:
    await window.front.press("following.button")
    await window.front.write("following.rhythm", "5")
    await window.front.set_day("following.first", date(2026, 12, 7))
    await window.look("following")
    await window.front.press("following.submit")
    await window.front.shows("We kijken weer op maandag 7 december.")
    await window.front.press("keep.button")
    await window.front.lacks("keep.button")
    await window.leave()


async def sam_says_it_is_the_same(window: Window) -> None:
    await window.to_day(date(2026, 12, 7))
    await window.become(SAM)
    await window.opens("push.button", "duty.follow_first")
    await window.look("nudge")
    await window.front.press("same.button")
    await window.front.shows("We kijken weer op")
    await window.leave()


async def sam_puts_it_off(window: Window) -> None:
    await window.to_day(date(2026, 12, 14))
    await window.opens("push.button", "duty.follow_first")
    await window.front.press("snooze.button")
    await window.front.choose("snooze.days", "snooze.days.1")
    await window.look("snooze")
    await window.front.press("snooze.submit")
    await window.front.shows("We kijken weer op dinsdag 15 december.")
    await window.leave()


async def nobody_looks_and_it_climbs(window: Window) -> None:
    """To the deputy after five school days, after ten to those above: never with content."""
    await window.to_day(date(2026, 12, 15))
    await window.to_day(date(2027, 1, 5))
    await window.to_day(date(2027, 1, 12))
    for name in (AMIR, IRIS, BAS):
        await window.waiting(name, 1)
    await window.become(AMIR)
    await window.opens("push.button", "today.title")
    await window.look("deputy-today")
    await window.leave()
    await window.become(BAS)
    await window.opens("push.button", "today.task")
    await window.look("director-today")
    await window.leave()


async def everybody_has_a_home(window: Window) -> None:
    await window.go("Start")
    await window.chat.shows("home.d.head")
    await window.look("director-home")
    await window.become(IRIS)
    await window.go("Start")
    await window.chat.shows("home.a.head")
    await window.look("watch-home")
    await window.become(YARA)
    await window.go("Start")
    await window.chat.shows("home.p.intro")
    await window.look("partner-home")


async def sam_worries_more_and_then_less(window: Window) -> None:
    await window.become(SAM)
    await window.opens("push.button", "today.title")
    await window.look("teacher-today")
    await window.front.press_start("Open ")
    await window.front.shows("duty.follow_first")
    await window.front.press("worse.button")
    await window.front.shows("note.worse")
    await window.front.write("note.text", WORSE)
    await window.look("worse")
    await window.front.press("note.submit")
    await window.front.shows("nud.worse.body", WORSE)
    await window.look("teacher-worse")
    await window.front.press("better.button")
    await window.front.shows("trend.better")
    await window.leave()
    await window.front.shows("today.title")
    await window.leave()


async def maria_closes_it(window: Window) -> None:
    await window.become(MARIA)
    await window.look("care-following")
    await window.go("Start")
    await window.chat.shows("home.ib.follow")
    await window.chat.press_start("Open ")
    await window.front.shows(WORSE)
    await window.front.press("close.button")
    await window.front.choose("close.grounds", "close.grounds.resolved")
    await window.front.write("close.reason", CLOSED)
    await window.look("close")
    await window.front.press("close.submit")
    await window.front.shows("stc.closed", CLOSED)
    await window.look("care-closed")
    await window.leave()


async def maria_opens_it_again(window: Window) -> None:
    await window.to_day(date(2027, 2, 9))
    await window.go("Chat")
    await window.chat.press_first("push.button")
    await window.front.shows("stc.closed")
    await window.front.press("reopen.button")
    await window.front.write("reopen.reason", REOPENED)
    await window.look("reopen")
    await window.front.press("reopen.submit")
    await window.front.shows("stc.follow", REOPENED)
    await window.leave()


async def the_chat_holds_none_of_it(window: Window) -> None:
    await window.go("Wat staat er in de chat")
    word = window.page.get_by_role("searchbox")
    for secret in ("Robin", FACTS, WORSE):
        await window.hand.write(word, secret)
        await window.chat.shows(f"“{secret}” komt 0 keer voor in de chat.")
    await window.look("proof")
