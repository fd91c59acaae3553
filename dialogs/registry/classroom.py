"""Step 2: observing in class and discussing with colleagues."""

from dialogs.conversations import classroom
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(
        classroom.ObserveForm,
        classroom.ObservedForm,
        classroom.NotObservedForm,
        classroom.DiscussionForm,
    ),
    screens={
        "observe": classroom.observe,
        "observed": classroom.observed,
        "not_observed": classroom.not_observed,
        "discussion": classroom.discussion,
    },
    options={
        classroom.ObserveForm.name: classroom.observers,
        classroom.DiscussionForm.name: classroom.present,
    },
)
