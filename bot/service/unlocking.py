"""The form with the code of somebody's own app: after it, the case or the search asked for."""

from bot.service import cases, links, step_up
from bot.service.answers import Answer, Correct, Show
from bot.service.tools import Work
from dialogs.conversations.step_up import StepUpForm
from dialogs.fields import Raw
from dialogs.form import Form, Wrong, check
from meldcode.people import Person


def submit(work: Work, person: Person, form: type[Form], raw: Raw, handle: str, key: str) -> Answer:
    """Look at the code, once per `key`: delivered twice it was right or wrong once."""
    filled = check(form, raw)
    if isinstance(filled, Wrong) or not isinstance(filled, StepUpForm):
        return Correct({"code": "err.own_code"})
    if work.unit.receipts.result(key) is None:
        wrong = step_up.unlock(work, person, filled.code)
        if wrong:
            return Correct({"code": wrong})
        cases.done(work, key, handle)
    if not handle:
        return Show(links.searching(work, person))
    return Show(cases.show(work, person, "open", handle, {}))
