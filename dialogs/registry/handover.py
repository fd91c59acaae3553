"""Another holder, and the teacher who sees the child now."""

from dialogs.conversations import case, handover
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(handover.HandoverForm, handover.FollowerForm, handover.AnswerFollowerForm),
    screens={
        "handover": case.care_only(handover.handover),
        "follower": case.care_only(handover.follower),
        "answer_follower": case.care_only(handover.answer),
    },
    options={
        handover.HandoverForm.name: handover.holders,
        handover.FollowerForm.name: handover.teachers,
    },
)
