"""The ZBO: meetings, items, outcomes and agreements."""

from dialogs import options
from dialogs.conversations import agreement, items, meeting, outcome, progress, schedule
from dialogs.conversations.case import care_only
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(
        schedule.ScheduleForm,
        meeting.MeetingForm,
        items.MoveItemForm,
        items.TakeOffForm,
        outcome.OutcomeForm,
        agreement.AgreementForm,
    ),
    screens={
        "schedule": schedule.schedule,
        "move_item": items.move_item,
        "take_off": care_only(items.take_off),
        "outcome": outcome.outcome,
        "agreement": agreement.agree,
        "progress": care_only(progress.progress),
    },
    commands={"keep": agreement.keep},
    options={
        schedule.ScheduleForm.name: schedule.lists,
        meeting.MeetingForm.name: meeting.lists,
        outcome.OutcomeForm.name: outcome.lists,
        agreement.AgreementForm.name: lambda room: {"owner": options.people(room)},
    },
    of_case={items.MoveItemForm.name: items.lists},
)
