"""The codes of an authenticator app: RFC 6238, six digits, a new one every half minute."""

from datetime import datetime
from hmac import compare_digest

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

SECRET_BYTES = 20
"""RFC 4226, section 4: as long as what the code is made with."""

DIGITS, SECONDS = 6, 30
SLACK = (0, -1, 1)
"""Time steps beside the present one that count too: clocks differ and typing takes time."""

ISSUER = "Wegwijzer"


def address(secret: bytes, person: str) -> str:
    """The otpauth address with which an app learns the secret; most apps read it as a picture."""
    return _made(secret).get_provisioning_uri(person, ISSUER)


def code_at(secret: bytes, step: int) -> str:
    return _made(secret).generate(step * SECONDS).decode()


def step_at(now: datetime) -> int:
    return int(now.timestamp()) // SECONDS


def taken(secret: bytes, code: str, now: datetime, used: int) -> int | None:
    """The time step that `code` is of; None if it is wrong, or not later than `used`."""
    steps = (step_at(now) + apart for apart in SLACK)
    fits = (
        step
        for step in steps
        if step > used and compare_digest(code_at(secret, step).encode(), code.encode())
    )
    return next(fits, None)


def _made(secret: bytes) -> TOTP:
    # Authenticator apps know no other hash for sure; in HMAC nothing is known against SHA-1.
    return TOTP(secret, DIGITS, SHA1(), SECONDS)  # noqa: S303 - see above
