"""The catalogues as tests read them: with every fact of a policy that is confirmed throughout."""

from collections.abc import Mapping

from bot import policy_file
from bot.demo.school import POLICY
from dialogs import texts
from dialogs.texts import Texts
from tests.policies import TODAY, policy

FACTS = policy().told
DEMO = policy_file.load(POLICY, TODAY).policy.told
"""What the demo may say."""


def load(language: str, facts: Mapping[str, str] = FACTS) -> Texts:
    return texts.load(language, facts)
