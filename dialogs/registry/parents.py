"""The parents: who has parental authority, and who may be told what."""

from dialogs.conversations import parents
from dialogs.conversations.case import care_only
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(parents.ParentForm,),
    screens={name: care_only(parents.parent) for name in ("parent", "parent_again")},
)
