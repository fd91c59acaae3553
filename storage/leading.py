"""Which of several processes at one store does what only one may do at a time.

On a server the one that holds a lock, for as long as its connection lives: the end of the process,
or of the server, frees it, and at its next turn another one takes over. In a SQLite file there is
one process.
"""

from contextlib import suppress
from threading import Lock

from sqlalchemy import Connection, Engine

from storage.advisory import LEADING, lock, sessions
from storage.engine import on_server, translated
from storage.errors import StoreError


class Leading:
    def __init__(self, url: str) -> None:
        self._engine = sessions(url) if on_server(url) else None
        self._held: Connection | None = None
        self._one = Lock()

    def ours(self) -> bool:
        """Whether it is this process, now; it becomes it if there is none."""
        if self._engine is None:
            return True
        with self._one:
            try:
                with translated():
                    return self._try(self._engine)
            except StoreError:
                self._let_go()
                return False

    def close(self) -> None:
        """Let another one do it at once."""
        with self._one:
            self._let_go()
            if self._engine is not None:
                self._engine.dispose()

    def _try(self, engine: Engine) -> bool:
        if self._held is not None:
            self._held.exec_driver_sql("SELECT 1")
            return True
        connection = engine.connect()
        if lock(connection, LEADING):
            self._held = connection
        else:
            connection.close()
        return self._held is not None

    def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            with suppress(StoreError), translated():
                # Not back to the pool, where it would keep the lock.
                held.invalidate()
                held.close()
