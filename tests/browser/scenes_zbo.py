"""The story goes on: talks, the agenda, the meeting, and what is weighed and decided together."""

from datetime import date

from tests.browser.scenes_signal import FACTS, MARIA, SAM
from tests.browser.window import Window

NOOR = "Noor Klaproos"

TALK = "Vader vertelde dat hij veel werkt. Robin is dan vaak alleen."
ADVICE = "Blijf praten met de ouders en kijk wie thuis kan helpen."
QUESTION = "Welke hulp past hier, en wie begint?"
NOT_INVITED = "De ouders waren die middag aan het werk."
OUTCOME = "De OKA gaat op huisbezoek. De IB'er belt moeder vooraf."
DECISION = "Robin is veilig. De OKA begint en wij kijken elke week."
AGREEMENT = "Bel moeder en vertel wat er is besloten."


async def maria_records_a_talk(window: Window) -> None:
    await window.become(MARIA)
    await window.opens("push.button", FACTS)
    await window.front.press("talk.button")
    await window.front.choose("talk.with", "talk.with.parents")
    await window.front.write("talk.report", TALK)
    await window.look("talk")
    await window.front.press("talk.submit")
    await window.front.shows(TALK)


async def maria_records_an_advice(window: Window) -> None:
    await window.front.press("advice.button")
    await window.front.write("advice.adviser", "Een medewerker van de advieslijn")
    await window.front.write("advice.advice", ADVICE)
    await window.front.write("advice.follow_up", "Ik bespreek het in het overleg.")
    await window.look("advice")
    await window.front.press("advice.submit")
    await window.front.shows(ADVICE)


async def maria_puts_it_on_the_agenda(window: Window) -> None:
    await window.front.press("schedule.button")
    await window.front.choose("zbo.meeting", "woensdag 2 december om 15:30")
    await window.front.write("zbo.item", QUESTION)
    await window.front.choose("zbo.parents", "word.no")
    await window.front.choose("zbo.informed", "word.yes")
    await window.front.press("schedule.submit")
    await window.front.shows("err.why_not_invited")
    await window.look("schedule-wrong")
    await window.front.write("zbo.parents.why", NOT_INVITED)
    await window.front.press("schedule.submit")
    await window.front.shows("stc.zbo", QUESTION)
    await window.look("care-scheduled")
    await window.leave()
    await window.go("Start")
    await window.chat.shows("home.ib.zbo")
    await window.look("care-home")


async def noor_gets_the_agenda_three_days_before(window: Window) -> None:
    for _ in range(3):
        await window.to_next_school_day()
    await window.waiting(NOOR, 1)
    await window.become(NOOR)
    await window.chat.shows("De agenda voor het overleg van woensdag staat klaar.")
    await window.look("chair-chat")
    await window.opens("push.button", QUESTION, NOT_INVITED)
    await window.front.lacks(FACTS, "Robin", SAM, MARIA)
    await window.look("agenda")
    await window.leave()


async def noor_gets_it_again_the_day_before(window: Window) -> None:
    await window.to_day(date(2026, 12, 1))
    await window.opens("push.button", QUESTION)
    await window.leave()
    await window.go("Start")
    await window.chat.shows("home.z.head")
    await window.look("chair-home")
    await window.go("Chat")


async def noor_writes_down_the_outcome(window: Window) -> None:
    await window.to_day(date(2026, 12, 3))
    await window.chat.shows("push.digest")
    await window.opens("push.button", "duty.outcome")
    await window.look("today")
    await window.front.press_start("Open ")
    await window.front.shows("zbo.parents.no")
    await window.look("chair-item")
    await window.front.press("outcome.button")
    await window.front.write("outcome.text", OUTCOME)
    await window.look("outcome")
    await window.front.press("outcome.submit")
    await window.front.shows("outcome.above")


async def noor_writes_down_the_weighing(window: Window) -> None:
    """At least two people in different roles weigh together."""
    await window.front.press("weighing.button")
    await window.front.choose("weighing.present", f"{MARIA} (IB'er)")
    await window.front.choose("weighing.danger", "weighing.danger.no")
    await window.front.choose("weighing.hinders", "weighing.hinders.yes")
    await window.front.write("weighing.risks", "Robin is veel alleen en komt moe op school.")
    await window.front.write("weighing.reason", "Drie collega's zien hetzelfde.")
    await window.front.press("weighing.submit")
    await window.front.shows("err.together")
    await window.look("weighing-wrong")
    await window.front.choose("weighing.present", f"{NOOR} (voorzitter van het overleg)")
    await window.front.press("weighing.submit")
    await window.front.shows("zbo.weighed")
    await window.leave()
    await window.front.shows("today.title")
    await window.leave()


async def maria_answers_the_five_questions(window: Window) -> None:
    await window.become(MARIA)
    await window.opens("push.button", OUTCOME)
    for number, answer in enumerate(("yes", "no", "yes", "yes", "yes"), start=1):
        await window.front.press("question.button")
        question = f"dec.q.{number}"
        await window.front.choose(question, f"{question}.{answer}")
        await window.front.write("question.reason", f"Dit is onze reden bij vraag {number}.")
        await window.look(f"question-{number}")
        await window.front.press("question.submit")
        await window.front.shows("case.conversation", f"Dit is onze reden bij vraag {number}.")
    await window.front.lacks("question.button")


async def maria_records_the_decision(window: Window) -> None:
    await window.front.press("decision.button")
    await window.front.shows("dec.note")
    await window.front.choose(
        "weighing.present", f"{MARIA} (IB'er)", f"{NOOR} (voorzitter van het overleg)"
    )
    await window.front.choose("dec.what", "dec.what.help")
    await window.front.write("dec.why", DECISION)
    await window.front.choose("dec.informs", MARIA)
    await window.look("decision")
    await window.front.press("dec.submit")
    await window.front.shows("stc.follow", DECISION)


async def maria_writes_down_an_agreement(window: Window) -> None:
    await window.front.press("agreement.button")
    await window.front.write("agreement.what", AGREEMENT)
    await window.front.choose("agreement.owner", MARIA)
    await window.front.set_day("agreement.due", date(2026, 12, 10))
    await window.look("agreement")
    await window.front.press("agreement.submit")
    await window.front.shows(AGREEMENT)
    await window.look("care-decided")
