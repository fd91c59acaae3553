from meldcode import commands, events
from meldcode.decide import RULES
from tests.contracts.steps_doc import PAGE, leads_to, page
from tests.contracts.tree import read


def test_the_page_of_steps_says_what_the_rules_do() -> None:
    """Who reads docs/steps.md reads the rules; `make docs` writes it anew."""
    assert read(PAGE) == page()


def test_every_command_leads_to_something() -> None:
    """A command that could never change a case has no place in the product."""
    assert [command.__name__ for command, rule in RULES.items() if not leads_to(rule)] == []


def test_what_a_rule_leads_to_is_found_in_what_it_calls() -> None:
    """An event that another rule adds, such as following after a decision, is seen as well."""
    assert leads_to(RULES[commands.Decide]) == {events.Decided, events.FollowingAgreed}
