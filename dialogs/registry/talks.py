"""Step 3: talks with the child and the parents."""

from dialogs.conversations import no_talk, planning, talk
from dialogs.registry.theme import Theme
from meldcode.commands import ComeOut

THEME = Theme(
    forms=(planning.PlanForm, talk.TalkForm, no_talk.NoTalkForm),
    screens={"plan_talk": planning.plan, "talk": talk.talk, "no_talk": no_talk.no_talk},
    commands={"came_out": lambda given: ComeOut(given.part)},
    options={planning.PlanForm.name: planning.lists},
    of_case={talk.TalkForm.name: talk.lists},
    after={planning.PlanForm.name: planning.planned},
)
