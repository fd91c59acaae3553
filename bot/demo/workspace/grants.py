"""What people allow the app in their name: docs.slack.dev/authentication/installing-with-oauth."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode, urlsplit

from bot.demo.workspace.errors import SlackError

PAGE = "/oauth/v2/authorize"


@dataclass(frozen=True)
class Code:
    """What came back from the page: whose it is, and for which app, scope and address."""

    user: str
    client_id: str
    scope: str
    redirect_uri: str


@dataclass
class Grants:
    """Codes count once; of each token it is known whose it is and whether it still holds."""

    ids: Callable[[str], str]
    codes: dict[str, Code] = field(default_factory=dict)
    tokens: dict[str, Code] = field(default_factory=dict)
    revoked: set[str] = field(default_factory=set)

    def allow(self, user: str, page: str) -> str:
        """Somebody says yes on the page; the address to which their browser is sent."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(page).query).items()}
        code = self.ids("C")
        self.codes[code] = Code(
            user, asked["client_id"], asked["user_scope"], asked["redirect_uri"]
        )
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def exchange(self, code: str, client_id: str, redirect_uri: str) -> tuple[str, Code]:
        """A token for a code, once."""
        found = self.codes.pop(code, None)
        if found is None or found.client_id != client_id:
            raise SlackError("invalid_code")
        if found.redirect_uri != redirect_uri:
            raise SlackError("bad_redirect_uri")
        token = f"xoxp-{self.ids('P')}"
        self.tokens[token] = found
        return token, found

    def revoke(self, user: str) -> None:
        """Somebody takes the app out of their account."""
        self.revoked |= {token for token, one in self.tokens.items() if one.user == user}

    def user_of(self, token: str) -> str | None:
        """Who allowed this; None if the token is nobody's."""
        if token in self.revoked:
            raise SlackError("token_revoked")
        found = self.tokens.get(token)
        return None if found is None else found.user
