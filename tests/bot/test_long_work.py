import os
import signal

import pytest
import typer

from bot.long_work import ON, STOPPED, Teller, stoppable


def test_a_request_to_stop_is_as_good_as_ctrl_c(capsys: pytest.CaptureFixture[str]) -> None:
    """A machine that is shut down lets the work tidy up, and it says how to go on."""
    tidied = []

    def work() -> None:
        with stoppable("key rotate", ON):
            try:
                os.kill(os.getpid(), signal.SIGTERM)
                signal.pause()
            finally:
                tidied.append(True)

    with pytest.raises(typer.Exit) as stop:
        work()

    assert (tidied, stop.value.exit_code) == ([True], STOPPED)
    assert capsys.readouterr().err == (
        "Stopped; what was done stays done. Go on with: wegwijzer key rotate\n"
    )


def test_afterwards_a_request_to_stop_does_what_it_did() -> None:
    """The bot has a way of its own to stop, which is left alone."""
    before = signal.getsignal(signal.SIGTERM)
    with stoppable("backup"):
        pass

    assert signal.getsignal(signal.SIGTERM) == before


def test_it_tells_every_tenth_part_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever waits sees it move, and no thousand lines."""
    tell = Teller()
    for done in range(101):
        tell("rows copied", done, 100)

    assert capsys.readouterr().out.splitlines()[1:3] == [
        "10 of 100, rows copied",
        "20 of 100, rows copied",
    ]
