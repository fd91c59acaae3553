"""The table of contents of the conversations: which button leads to which screen or command.

A listener looks an action or form up here by name; there is nothing else to register.
"""

from collections.abc import Callable, Mapping
from functools import partial

from dialogs import options
from dialogs.conversations import (
    advice,
    agreement,
    case,
    closing,
    consultation,
    decision,
    following,
    meeting,
    observation,
    outcome,
    questions,
    schedule,
    signal,
    talk,
    weighing,
)
from dialogs.conversations.chronology import OLDER
from dialogs.desk import Desk, Options, Room
from dialogs.form import Form, Given
from dialogs.screen import Screen
from meldcode.commands import Command, TakeCase, WithdrawSignal

FORMS: Mapping[str, type[Form]] = {
    form.name: form
    for form in (
        signal.SignalForm,
        signal.SignalAtForm,
        observation.ObservationForm,
        consultation.AnswerForm,
        consultation.AskForm,
        talk.TalkForm,
        advice.AdviceForm,
        schedule.ScheduleForm,
        meeting.MeetingForm,
        outcome.OutcomeForm,
        weighing.WeighForm,
        *questions.QUESTION_FORMS,
        *decision.DECISION_FORMS,
        agreement.AgreementForm,
        *following.FOLLOWING_FORMS,
        closing.CloseForm,
        closing.ReopenForm,
    )
}
"""Form name (the callback id on the platform) -> the form."""

SCREENS: Mapping[str, Callable[[Desk], Screen]] = {
    "open": case.case,
    "add": observation.add,
    "answer": consultation.answer,
    "ask": consultation.ask,
    "talk": talk.talk,
    "advice": advice.advice,
    "schedule": schedule.schedule,
    "outcome": outcome.outcome,
    "weighing": weighing.weigh,
    "question": questions.question,
    "decision": decision.decide,
    "agreement": agreement.agree,
    "following": following.follow,
    "note": following.note,
    "worse": following.worse,
    "snooze": following.snooze,
    "close": closing.close,
    "reopen": closing.reopen,
    **{action: partial(consultation.chip, action) for action in consultation.CHIPS},
    **{action: partial(case.older, action) for action in OLDER},
}
"""Action -> the screen it opens about a case."""

COMMANDS: Mapping[str, Callable[[Given], Command]] = {
    "take": lambda _given: TakeCase(),
    "withdraw": lambda _given: WithdrawSignal(),
    "keep": agreement.keep,
    "better": following.better,
    "same": following.same,
}
"""Action -> the command it carries out at once; the case is shown again afterwards."""

PROCESS = frozenset(
    {"home", "today", "agenda", "help", "new_signal", "colleague", "called", "new_meeting"}
    | {"away", "back"}
)
"""Actions of buttons that are about no case, or that need what only the process knows."""

OPTIONS: Mapping[str, Callable[[Room], Options]] = {
    schedule.ScheduleForm.name: lambda room: {"meeting": options.meetings(room)},
    meeting.MeetingForm.name: lambda room: {"chair": options.people(room)},
    weighing.WeighForm.name: lambda room: {"present": options.roles(room)},
    agreement.AgreementForm.name: lambda room: {"owner": options.people(room)},
    **{form.name: partial(decision.lists, form) for form in decision.DECISION_FORMS},
}
"""Form name -> what its Picks offer at this school; `check` holds a submit against it."""

AFTER: Mapping[str, Callable[[Desk], Screen]] = {
    signal.SignalForm.name: signal.sent,
    signal.SignalAtForm.name: signal.sent,
    following.NoteForm.name: case.noted,
}
"""Form name -> the screen after success; for all others it is the case."""
