"""What listens for Slack and for monitors."""

import socket

from bot.listening import opening


def test_an_answer_does_not_wait_to_be_confirmed() -> None:
    """Of whoever connects the server sends all parts of an answer at once, not after 40 ms."""
    with opening("127.0.0.1", 0) as server, socket.create_connection(server.getsockname()):
        connection, _ = server.accept()
        with connection:
            at_once = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

    assert at_once
