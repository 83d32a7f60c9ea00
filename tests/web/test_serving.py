"""Only this machine is served."""

import socket

import pytest

from okawari.errors import UnusableInputError
from okawari.web.serving import listen


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "10.0.0.1", "example.jp", "", "169.254.169.254"])
def test_an_address_that_others_reach_is_refused(host):
    with pytest.raises(UnusableInputError):
        listen(host, 0)


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("localhost", "127.0.0.1")])
def test_a_loopback_address_is_listened_on(host, shown):
    listener = listen(host, 0)
    with listener.socket:
        assert listener.url == f"http://{shown}:{listener.socket.getsockname()[1]}/"
        assert all(name.endswith(f":{listener.socket.getsockname()[1]}") for name in listener.hosts)


def test_a_taken_port_gives_the_next_free_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        listener = listen("127.0.0.1", port)
        with listener.socket:
            assert port < listener.socket.getsockname()[1] <= port + 20
