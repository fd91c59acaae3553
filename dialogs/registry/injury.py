"""What is seen on a child's body, by place."""

from dialogs.conversations import injury
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(injury.InjuryForm,),
    screens={"injury": injury.injury},
    options={injury.InjuryForm.name: injury.lists},
)
