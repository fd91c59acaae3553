"""The story begins: a teacher tells, the IB'er reads and answers, the teacher adds."""

from tests.browser.window import Window

SAM, MARIA = "Sam Zonnebloem", "Maria Veldmuis"

FACTS = "Robin was deze week drie keer zonder jas op school"
MORE = "en wilde na school niet naar huis."
TYPED = "Ik las het net. Schrijf je op wat je deze week ziet?"
ASKED = "Wat deed Robin toen je dat vroeg?"
REPLIED = "Robin zei niets en keek weg."
ADDED = "Vandaag sliep Robin in de les. Er was geen brood mee."


async def sam_types_the_command(window: Window) -> None:
    await window.become(SAM)
    await window.look("teacher-chat")
    await window.chat.write("Schrijf een bericht of een opdracht", f"/zorgsignaal {FACTS}")
    await window.chat.send("Schrijf een bericht of een opdracht")
    await window.front.shows("sig.title", "sig.danger", "chat.args")
    await window.look("signal")


async def sam_hears_what_to_do_in_danger(window: Window) -> None:
    """The phone comes first, and what was typed stays."""
    await window.front.write("sig.q1", f"{FACTS} {MORE}")
    await window.front.choose("sig.q2", "sig.q2.now")
    await window.front.shows("sig.now.head", "sig.now.body")
    await window.look("danger")
    await window.front.choose("sig.q2", "sig.q2.today")
    await window.front.lacks("sig.now.head")


async def sam_sees_the_other_route(window: Window) -> None:
    """About somebody who works at the school there is another way; the form waits below."""
    await window.front.press("sig.colleague.button")
    await window.front.shows("col.title", "col.nothing")
    await window.look("colleague")
    await window.leave()
    await window.front.shows("sig.title")


async def sam_sends_it(window: Window) -> None:
    await window.front.write("sig.q3", "Robin (verzonnen)")
    await window.front.choose("sig.q4", "sig.q4.not_yet")
    await window.look("signal-filled")
    await window.front.press("sig.submit")
    await window.front.shows("ok.next", "ok.relief")
    await window.look("sent")
    await window.leave()
    await window.chat.shows("push.kept")


async def maria_reads_and_takes_it(window: Window) -> None:
    await window.waiting(MARIA, 1)
    await window.become(MARIA)
    await window.chat.shows("push.today")
    await window.look("care-chat")
    await window.opens("push.button", FACTS, "Robin (verzonnen)", "ib.head")
    await window.look("care")
    await window.front.press("take.button")
    await window.front.shows(f"{MARIA} kijkt mee.")


async def maria_answers_with_the_button(window: Window) -> None:
    await window.front.press("answer.button")
    await window.front.shows("ib.reply.note")
    await window.front.press("ib.chip1.button")
    await window.front.holds("answer.text", "ib.chip1")
    await window.look("answer")
    await window.front.press("answer.submit")
    await window.front.shows("ib.chip1", "case.conversation")
    await window.look("care-answered")
    await window.leave()


async def maria_types_in_the_thread(window: Window) -> None:
    """What she typed is taken into the case; she takes it away from the chat herself."""
    await window.chat.press("Schrijf een antwoord")
    await window.chat.write("Antwoord in dit gesprek", TYPED)
    await window.chat.send("Antwoord in dit gesprek")
    await window.chat.shows("chat.collected")
    await window.look("care-typed")
    await window.chat.press("Verwijder")
    await window.look("remove")
    await window.question.press("Verwijder")
    await window.chat.lacks(TYPED)


async def sam_reads_and_adds(window: Window) -> None:
    await window.waiting(SAM, 3)
    await window.become(SAM)
    await window.look("teacher-thread")
    await window.opens("push.button", TYPED, "ib.chip1", "st.consult")
    await window.look("teacher-case")
    await window.front.press("add.button")
    await window.front.write("add.text", ADDED)
    await window.look("add")
    await window.front.press("add.submit")
    await window.front.shows(ADDED)
    await window.leave()
    await window.go("Start")
    await window.chat.shows("home.t.intro", "st.consult")
    await window.look("teacher-home")


async def sam_reads_how_it_works(window: Window) -> None:
    await window.chat.press("help.button")
    await window.front.shows("help.title", "help.7")
    await window.look("help")
    await window.leave()


async def maria_asks_and_sam_answers(window: Window) -> None:
    await window.become(MARIA)
    await window.opens("push.button", ADDED)
    await window.front.press("ask.button")
    await window.front.write("ask.text", ASKED)
    await window.look("ask")
    await window.front.press("ask.submit")
    await window.front.shows(ASKED)
    await window.leave()
    await window.become(SAM)
    await window.opens("push.button", "rsr.asked", ASKED)
    await window.front.press("answer.button")
    await window.front.write("answer.text", REPLIED)
    await window.front.press("answer.submit")
    await window.front.shows(REPLIED)
    await window.leave()
