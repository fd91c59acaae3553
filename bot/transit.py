"""The master key in HashiCorp Vault: its transit engine wraps, and never gives the key away.

https://developer.hashicorp.com/vault/api-docs/secret/transit - encrypt and decrypt are used. The
token needs `update` on `MOUNT/encrypt/KEY` and `MOUNT/decrypt/KEY`, and nothing else. Replacing the
key is done there: `vault write -f MOUNT/keys/KEY/rotate`.
"""

import json
import urllib.request
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.error import HTTPError, URLError

from storage.errors import KeyServiceError, KeyServiceRefusedError, WrongServiceKeyError
from storage.master import RandomBytes

PATIENCE = 10
"""Seconds for one answer: it is asked at a start, and when a key was replaced."""


@dataclass(frozen=True, slots=True)
class TransitKey:
    """`address` is that of Vault without a path, `mount` where its transit engine is."""

    address: str
    token: str = field(repr=False)
    name: str
    mount: str = "transit"

    def wrap(self, root: bytes, random_bytes: RandomBytes) -> bytes:  # noqa: ARG002 - the service has its own randomness
        sealed = self._ask("encrypt", {"plaintext": b64encode(root).decode()}, "ciphertext")
        return sealed.encode("ascii")

    def unwrap(self, wrapped: bytes) -> bytes:
        text = wrapped.decode("ascii", "replace")
        return b64decode(self._ask("decrypt", {"ciphertext": text}, "plaintext"))

    def derived(self, purpose: str) -> bytes | None:  # noqa: ARG002 - the key never leaves the service
        return None

    def renew(self, random_bytes: RandomBytes) -> None:
        """The service makes the next version when its keeper says so."""

    def retire(self) -> None:
        """The keeper decides how long the service knows old versions."""

    def _ask(self, verb: str, values: dict[str, str], wanted: str) -> str:
        request = urllib.request.Request(  # noqa: S310 - settings take https, or this machine itself
            f"{self.address.rstrip('/')}/v1/{self.mount}/{verb}/{self.name}",
            data=json.dumps(values).encode(),
            headers={"X-Vault-Token": self.token, "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - the same address, checked
                return str(json.load(answer)["data"][wanted])
        except HTTPError as error:
            error.close()
            raise _refusal(error.code, verb) from None
        except (URLError, OSError, ValueError, LookupError, TypeError):
            raise KeyServiceError from None


def _refusal(code: int, verb: str) -> Exception:
    if code == HTTPStatus.BAD_REQUEST and verb == "decrypt":
        return WrongServiceKeyError()
    if code < HTTPStatus.INTERNAL_SERVER_ERROR:
        return KeyServiceRefusedError()
    return KeyServiceError()
