"""Access tokens are renewed by a refresh token, and a revoked one is told as such."""

import json
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

import pytest

from okawari.domain.mailbox import Credentials, Trouble
from okawari.errors import MailboxError
from okawari.fetching.oauth import refreshed

NOW = datetime(2026, 11, 28, tzinfo=UTC)


@contextmanager
def token_server(status, answer):
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

        def log_message(self, *_):
            """Stay quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/token", asked
    server.shutdown()
    server.server_close()


def given(url):
    return Credentials(refresh_token="r1", client_id="id", client_secret="s", token_url=url)


def test_a_token_is_renewed_before_it_runs_out():
    with token_server(200, {"access_token": "a2", "expires_in": 3600, "refresh_token": "r2"}) as (url, asked):
        renewed = refreshed(given(url), NOW)
    assert (renewed.access_token, renewed.refresh_token) == ("a2", "r2")
    assert NOW < renewed.expires_at < NOW + timedelta(hours=1)
    assert asked == [
        {"grant_type": ["refresh_token"], "refresh_token": ["r1"], "client_id": ["id"], "client_secret": ["s"]}
    ]


@pytest.mark.parametrize(
    ("status", "answer", "trouble"),
    [
        (400, {"error": "invalid_grant"}, Trouble.TOKEN_REFUSED),
        (401, {"error": "invalid_client"}, Trouble.TOKEN_REFUSED),
        (503, b"<html>busy", Trouble.THROTTLED),
        (302, b"", Trouble.THROTTLED),
        (200, b"not json", Trouble.TOKEN_REFUSED),
        (200, {"access_token": 5}, Trouble.TOKEN_REFUSED),
        (200, [], Trouble.TOKEN_REFUSED),
    ],
)
def test_what_goes_wrong(status, answer, trouble):
    with token_server(status, answer) as (url, _), pytest.raises(MailboxError) as error:
        refreshed(given(url), NOW)
    assert error.value.trouble is trouble
    assert "r1" not in str(error.value)


@pytest.mark.parametrize(
    ("url", "trouble"),
    [
        ("http://token.example.com/", Trouble.TLS_FAILED),
        ("file:///etc/passwd", Trouble.TLS_FAILED),
        ("https://127.0.0.1:1/", Trouble.NOT_REACHED),
        ("https://10.0.0.1/", Trouble.ADDRESS_REFUSED),
        ("https://[::1/", Trouble.NOT_IMAP),
    ],
)
def test_where_no_token_is_asked_for(url, trouble):
    with pytest.raises(MailboxError) as error:
        refreshed(given(url), NOW)
    assert error.value.trouble is trouble


def test_nothing_secret_shows_in_print():
    assert "r1" not in repr(given("https://x.example/"))
    assert "id" not in repr(given("https://x.example/")).replace("okawari", "")
