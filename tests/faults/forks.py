"""Children of a process that has everything imported: a start costs no seconds, so they may die."""

import os
import select
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn

Say = Callable[..., None]
Hear = Callable[[], None]
Job = Callable[[Say, Hear], None]
ENDED = ""
PATIENCE = 60


@dataclass
class Child:
    """`said` are the lines that it has told us so far; `code` its wait status once it is gone."""

    pid: int
    ears: int
    mouth: int
    said: list[str] = field(default_factory=list)
    code: int | None = None
    _rest: bytes = b""

    def until(self, word: str) -> bool:
        """Wait until it says a line that begins with this; False if it ends first."""
        while not any(line.startswith(word) for line in self.said):
            if not self._listen():
                return False
        return True

    def answer(self, word: str) -> str | None:
        """The rest of the line that begins with this word."""
        found = (line.removeprefix(word).strip() for line in self.said if line.startswith(word))
        return next(found, None)

    def go(self) -> None:
        """Let it go on from where it waits to hear from us."""
        os.write(self.mouth, b".")

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def ended(self) -> int:
        """Hear the rest, and wait until it is gone; 0 if it ended by itself and well."""
        while self._listen():
            pass
        if self.code is None:
            self.code = os.waitpid(self.pid, 0)[1]
            os.close(self.ears)
            os.close(self.mouth)
        return self.code

    def _listen(self) -> bool:
        """Whether there was more; TimeoutError after a minute of silence."""
        if self.code is not None:
            return False
        if not select.select([self.ears], [], [], PATIENCE)[0]:
            self.kill()
            raise TimeoutError(f"The child said nothing more after {self.said[-1:]}")
        piece = os.read(self.ears, 1 << 16)
        *lines, self._rest = (self._rest + piece).split(b"\n")
        self.said += [line.decode() for line in lines]
        return bool(piece)


def forked(job: Job) -> Child:
    """Run `job` in a child, which can say lines and wait until it hears from us."""
    hearing, saying = os.pipe()
    waiting, telling = os.pipe()
    pid = os.fork()
    if pid:
        os.close(saying)
        os.close(waiting)
        return Child(pid, hearing, telling)
    os.close(hearing)
    os.close(telling)

    def say(*words: object) -> None:
        os.write(saying, (" ".join(map(str, words)) + "\n").encode())

    return _end_with(job, say, lambda: _hear(waiting))


def _hear(waiting: int) -> None:
    """Nobody there any more: then there is nothing to go on for."""
    if not os.read(waiting, 1):
        os._exit(3)


def _end_with(job: Job, say: Say, hear: Hear) -> NoReturn:
    """Whatever the job does, nothing of the parent's is ever run in the child."""
    try:
        job(say, hear)
        os._exit(0)
    except BaseException as error:  # noqa: BLE001 - it must not go up into the code of the parent
        say("broken", type(error).__name__, str(error).replace("\n", " ")[:300])
        os._exit(1)
