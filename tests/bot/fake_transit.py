"""A transit engine as HashiCorp Vault has it, on this machine: encrypt and decrypt, by version."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

TOKEN = "hvs.only-for-tests"
NONCE = bytes(12)


class FakeTransit:
    """`answer` stands in for every answer, if it is set: a status and a body."""

    def __init__(self) -> None:
        self.versions = [b"1" * 32]
        self.asked: list[str] = []
        self.answer: tuple[int, bytes] | None = None

    def rotate(self) -> None:
        """As `vault write -f transit/keys/wegwijzer/rotate`."""
        self.versions.append(bytes([len(self.versions)]) * 32)

    def handle(self, path: str, token: str, values: dict[str, str]) -> tuple[int, bytes]:
        self.asked.append(path)
        if self.answer is not None:
            return self.answer
        if token != TOKEN:
            return _errors(403, "permission denied")
        if path == "/v1/transit/encrypt/wegwijzer":
            return _data(ciphertext=self._sealed(b64decode(values["plaintext"])))
        if path == "/v1/transit/decrypt/wegwijzer":
            return self._opened(values["ciphertext"])
        return _errors(404, "no handler for route")

    def _sealed(self, plain: bytes) -> str:
        sealed = AESGCM(self.versions[-1]).encrypt(NONCE, plain, None)
        return f"vault:v{len(self.versions)}:{b64encode(sealed).decode()}"

    def _opened(self, ciphertext: str) -> tuple[int, bytes]:
        try:
            _, version, body = ciphertext.split(":")
            key = self.versions[int(version.removeprefix("v")) - 1]
            plain = AESGCM(key).decrypt(NONCE, b64decode(body), None)
        except Exception:  # noqa: BLE001 - whatever is wrong with it, Vault says the same
            return _errors(400, "cipher: message authentication failed")
        return _data(plaintext=b64encode(plain).decode())


def _data(**values: str) -> tuple[int, bytes]:
    return 200, json.dumps({"data": values}).encode()


def _errors(status: int, text: str) -> tuple[int, bytes]:
    return status, json.dumps({"errors": [text]}).encode()


@contextmanager
def served(transit: FakeTransit) -> Iterator[str]:
    """Its address, for as long as the context is open."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            values = json.loads(self.rfile.read(length))
            status, body = transit.handle(self.path, self.headers["X-Vault-Token"], values)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: Any) -> None:  # noqa: ANN401 - as http.server has it
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
