"""Whether people can let Wegwijzer remove their own messages, or only half of that is set."""

from collections.abc import Iterator

from bot.finding import Finding
from bot.settings import Settings

NAME = "linking accounts"
REPAIR = (
    "Set SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and PUBLIC_URL, with SLACK_MODE=http, or leave all "
    "three empty: until then nobody is offered it."
)


def examine_linking(settings: Settings) -> Iterator[Finding]:
    """Nothing where nobody tried to switch it on."""
    given = {
        "SLACK_CLIENT_ID": settings.slack_client_id,
        "SLACK_CLIENT_SECRET": settings.slack_client_secret.get_secret_value(),
        "PUBLIC_URL": settings.public_url,
    }
    if not any(given.values()):
        return
    if settings.links_accounts:
        yield Finding(NAME, ok=True, says="is offered to everybody on Home")
        return
    lacking = [name for name, value in given.items() if not value]
    mode = [] if settings.slack_mode == "http" else ["SLACK_MODE=http"]
    says = f"is half set up; missing: {', '.join((*lacking, *mode))}"
    yield Finding(NAME, ok=False, says=says, repair=REPAIR)
