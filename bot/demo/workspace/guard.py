import ipaddress
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler


def check_loopback(host: str) -> None:
    """Refuse to listen where another machine could reach this workspace."""
    if host == "localhost":
        return
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise ValueError("the local workspace listens on this machine only: use 127.0.0.1")


@web.middleware
async def same_machine(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse other names for this server (DNS rebinding) and calls made by other sites' pages."""
    origin = request.headers.get("Origin")
    if not _local(f"http://{request.host}") or (origin is not None and not _same(origin, request)):
        raise web.HTTPForbidden(text="This address serves only its own page on this machine.")
    return await handler(request)


def _local(address: str) -> bool:
    try:
        return urlsplit(address).hostname in ("127.0.0.1", "localhost", "::1")
    except ValueError:
        return False


def _same(origin: str, request: web.Request) -> bool:
    return _local(origin) and origin == f"http://{request.host}"
