"""HTTP/1.1 as we read it against h11, over answers as servers write them, odd ones and mutated ones."""

import random
from itertools import pairwise

import httpcore2
import pytest

from okawari.fetching.http1 import Http1

ORIGIN = httpcore2.Origin(b"http", b"shop.example", 80)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
CHUNKS = b"5\r\n<h1>a\r\n2;x=y\r\n\r\n\r\nA \t\r\n0123456789\r\n0\r\n"
ANSWERS = {
    "measured": HEAD + b"Content-Length: 5\r\n\r\n<h1>a",
    "empty": HEAD + b"content-length:0\r\n\r\n",
    "a field with blanks": HEAD + b"Server: \t Apache \t \r\nX-Empty:\r\nContent-Length: 2 \r\n\r\nab",
    "not modified": b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nContent-Length: 5\r\n\r\n',
    "no content": b"HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n",
    "without a reason": b"HTTP/1.1 404\r\nContent-Length: 1\r\n\r\nx",
    "a reason in another script": b"HTTP/1.1 200 \x8f\xe8\x82\xab\r\nContent-Length: 1\r\n\r\nx",
    "closing": HEAD + b"Connection: Keep-Alive, Close\r\nContent-Length: 1\r\n\r\nx",
    "upgrade offered": HEAD + b"Connection: Upgrade, Keep-Alive\r\nUpgrade: h2\r\nContent-Length: 1\r\n\r\nx",
    "redirect": b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n",
    "chunks": CHUNKED + CHUNKS + b"\r\n",
    "chunks and fields": CHUNKED + CHUNKS + b"Expires: never\r\nX: y\r\n\r\n",
    "chunks and no field": CHUNKED + CHUNKS + b"no field\r\n\r\n",
    "a wrong chunk": CHUNKED + b"5\r\n<h1>abc\r\n0\r\n\r\n",
    "a chunk without a length": CHUNKED + b"x\r\nabc\r\n0\r\n\r\n",
    "chunks in capitals": HEAD + b"TRANSFER-ENCODING: Chunked\r\n\r\n" + CHUNKS + b"\r\n",
    "chunks with a length": HEAD + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS + b"\r\n",
    "packed chunks": HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n" + CHUNKS + b"\r\n",
    "chunked twice": HEAD + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS + b"\r\n",
    "till it closes": HEAD + b"\r\n<h1>a</h1>",
    "of the first version": b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nab",
    "told twice alike": HEAD + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\nab",
    "told twice otherwise": HEAD + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
    "a length with a sign": HEAD + b"Content-Length: +2\r\n\r\nab",
    "first a hint": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + HEAD + b"Content-Length: 2\r\n\r\nab",
    "first a continue": b"HTTP/1.1 100 Continue\r\n\r\n" + HEAD + b"Content-Length: 2\r\n\r\nab",
    "lines ended by one letter": b"HTTP/1.1 200 OK\nContent-Length: 2\n\nab",
    "a folded field": HEAD + b"X: a\r\n b\r\nContent-Length: 2\r\n\r\nab",
    "a field with a blank": HEAD + b"X : a\r\nContent-Length: 2\r\n\r\nab",
    "a field without a name": HEAD + b": a\r\nContent-Length: 2\r\n\r\nab",
    "a field with a control letter": HEAD + b"Set-Cookie: a=\x01b\r\nContent-Length: 2\r\n\r\nab",
    "a field with a null": HEAD + b"X: \x00\r\nContent-Length: 2\r\n\r\nab",
    "a lone return": HEAD + b"X: a\rb\r\nContent-Length: 2\r\n\r\nab",
    "another protocol": b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
    "more behind": HEAD + b"Content-Length: 2\r\n\r\nab" + HEAD + b"Content-Length: 2\r\n\r\ncd",
    "a long head": HEAD + b"X: " + b"y" * 80_000 + b"\r\nContent-Length: 2\r\n\r\nab",
    "an endless head": HEAD + b"X: " + b"y" * 200_000,
    "an odd status": b"HTTP/1.1 999 No\r\nContent-Length: 2\r\n\r\nab",
    "nothing": b"",
}


REFUSED_BY_US = {"told twice alike"}
REFUSED_BY_H11 = {"packed chunks", "chunked twice"}
"""Where the two differ: a length told twice, and chunks beside another coding, which browsers read."""


class Scripted(httpcore2.NetworkStream):
    """A server that sends pieces and hangs up; `written` is what it was sent."""

    def __init__(self, pieces):
        self.pieces, self.written, self.closed = list(pieces), b"", False

    def write(self, buffer, *_, **_more):
        self.written += buffer

    def read(self, *_, **_more):
        return self.pieces.pop(0) if self.pieces else b""

    def close(self):
        self.closed = True

    def get_extra_info(self, *_, **_more):
        return None


def asked(method="GET", content=None, **headers):
    url = httpcore2.URL(scheme="http", host="shop.example", port=None, target="/a?b=c")
    return httpcore2.Request(method, url, headers={"Host": "shop.example", **headers}, content=content)


def outcome(connection):
    """What an answer comes to: status, fields and body, or the kind of error; and whether another one can be asked for."""
    try:
        response = connection.handle_request(asked())
        fields = [
            (name.lower(), b" ".join(value.split()))  # a folded one is joined by one blank or by those it had
            for name, value in response.headers
            if name.lower() != b"transfer-encoding"
        ]
        found = response.status, fields, response.read()
        response.close()
    except httpcore2.ProtocolError as error:
        return type(error), False
    return found, connection.is_idle()


def compared(answer, cuts):
    """How both take an answer that comes in pieces."""
    places = [0, *sorted(cuts), len(answer)]
    pieces = [answer[start:end] for start, end in pairwise(places) if start < end]
    own = outcome(Http1(Scripted(pieces), 20.0))
    return own, outcome(httpcore2.HTTP11Connection(ORIGIN, Scripted(pieces), 20.0))


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_what_h11_makes_of_it(name):
    answer = ANSWERS[name]
    steps = range(min(len(answer), 300))
    for cuts in ([], *([cut] for cut in steps), steps):
        (own, idle), (plain, plain_idle) = compared(answer, cuts)
        if name in REFUSED_BY_US:
            assert (own, idle) == (httpcore2.RemoteProtocolError, False)
        elif name in REFUSED_BY_H11:
            assert (own[0], own[2], plain) == (200, b"<h1>a\r\n0123456789", httpcore2.RemoteProtocolError)
        else:
            assert own == plain
            assert idle <= plain_idle


def test_mutated_answers_are_what_h11_makes_of_them():
    dice = random.Random(20260711)
    letters = [
        b"\r\n",
        b"\n",
        b"\r",
        b" ",
        b"\t",
        b":",
        b";",
        b"0",
        b"f",
        b"\0",
        b"\x80",
        b"chunked",
        b"",
        b"HTTP/1.1 ",
    ]
    short = [answer for answer in ANSWERS.values() if len(answer) < 1000]
    read = alone = 0
    for _ in range(6000):
        answer = dice.choice(short)
        for _ in range(dice.randint(1, 3)):
            at = dice.randrange(len(answer) + 1)
            answer = answer[:at] + dice.choice(letters) + answer[at + dice.randrange(3) :]
        (own, idle), (plain, plain_idle) = compared(answer, [dice.randrange(len(answer) + 1)])
        if httpcore2.RemoteProtocolError in (own, plain):
            alone += own != plain
            continue
        assert own == plain, answer
        assert idle <= plain_idle, answer
        read += 1
    assert 500 < read < 5500
    assert alone < 300


@pytest.mark.parametrize("request_", [asked(), asked("POST", b"number=1", **{"Content-Length": "8"})])
def test_a_request_is_written_as_h11_writes_it(request_):
    streams = [Scripted([ANSWERS["empty"]]) for _ in range(2)]
    Http1(streams[0], 20.0).handle_request(request_)
    httpcore2.HTTP11Connection(ORIGIN, streams[1], 20.0).handle_request(request_)
    assert streams[0].written == streams[1].written
    assert streams[0].written.startswith(b"%b /a?b=c HTTP/1.1\r\nHost: shop.example\r\n" % request_.method)


def test_a_request_that_would_be_read_as_two_is_not_sent():
    stream = Scripted([ANSWERS["empty"]])
    with pytest.raises(httpcore2.LocalProtocolError):
        Http1(stream, 20.0).handle_request(asked(**{"If-None-Match": 'x"\r\nHost: other.example'}))
    assert stream.written == b""


def test_a_connection_is_used_again_after_any_answer_that_leaves_it_open():
    names = ["measured", "chunks", "not modified", "empty", "chunks", "first a hint"]
    stream = Scripted([ANSWERS[name] for name in names])
    connection, bodies = Http1(stream, 20.0), []
    for _ in names:
        response = connection.handle_request(asked())
        bodies.append(response.read())
        response.close()
        assert connection.is_available()
    chunks = b"<h1>a\r\n0123456789"
    assert bodies == [b"<h1>a", chunks, b"", b"", chunks, b"ab"]
    assert stream.written.count(b"GET /a?b=c") == len(names)


def test_a_connection_is_not_used_again_before_its_answer_was_read():
    connection = Http1(Scripted([ANSWERS["measured"]]), 20.0)
    connection.handle_request(asked())
    with pytest.raises(httpcore2.ConnectionNotAvailable):
        connection.handle_request(asked())


def test_a_body_that_breaks_off_is_told():
    for name in ("measured", "chunks"):
        connection = Http1(Scripted([ANSWERS[name][:-3]]), 20.0)
        with pytest.raises(httpcore2.RemoteProtocolError):
            connection.handle_request(asked()).read()
        assert not connection.is_idle()


def test_a_connection_expires():
    connection = Http1(Scripted([ANSWERS["empty"]]), 0.0)
    assert not connection.has_expired()
    connection.handle_request(asked()).read()
    assert connection.has_expired()
