"""Step 3: talks with the child and the parents."""

from dialogs.conversations import talk
from dialogs.registry.theme import Theme

THEME = Theme(forms=(talk.TalkForm,), screens={"talk": talk.talk})
