"""A fresh OAuth2 access token for a refresh token (RFC 6749, section 6)."""

from __future__ import annotations

import http.client
import json
import ssl
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlencode, urlsplit

from okawari.domain.mailbox import Credentials, Trouble
from okawari.errors import MailboxError
from okawari.fetching.connections import is_loopback, open_connection
from okawari.fetching.imap.errors import broken

_ANSWER_BYTES = 64 * 1024
_TIMEOUT_S = 20.0
_EARLY = timedelta(minutes=2)


def refreshed(credentials: Credentials, now: datetime, context: ssl.SSLContext | None = None) -> Credentials:
    """Return the credentials with a new access token; MailboxError where none is given.

    Only HTTPS to public addresses is spoken (plain HTTP with this machine itself); redirects are not followed.
    """
    fields = {
        "grant_type": "refresh_token",
        "refresh_token": credentials.refresh_token,
        "client_id": credentials.client_id,
        "client_secret": credentials.client_secret,
    }
    body = urlencode({name: value for name, value in fields.items() if value})
    try:
        status, answer = _post(credentials.token_url, body, context)
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise broken(error) from None
    if status != http.client.OK:
        # 400 and 401: the token was revoked, or the client is not known; anything else passes.
        for_good = status in (http.client.BAD_REQUEST, http.client.UNAUTHORIZED)
        raise MailboxError(Trouble.TOKEN_REFUSED if for_good else Trouble.THROTTLED, str(answer.get("error", status)))
    token, seconds = answer.get("access_token"), answer.get("expires_in")
    if not isinstance(token, str) or not token:
        raise MailboxError(Trouble.TOKEN_REFUSED, "no access_token")
    lasts = timedelta(seconds=min(seconds, 86_400)) if isinstance(seconds, int) and seconds > 0 else _EARLY
    following = answer.get("refresh_token")
    return replace(
        credentials,
        access_token=token,
        expires_at=now + lasts - _EARLY,
        refresh_token=following if isinstance(following, str) and following else credentials.refresh_token,
    )


def _post(url: str, body: str, context: ssl.SSLContext | None) -> tuple[int, dict[str, object]]:
    parts = urlsplit(url)
    host = parts.hostname or ""
    own = parts.scheme == "http" and is_loopback(host)
    if parts.scheme != "https" and not own:
        raise MailboxError(Trouble.TLS_FAILED, "plain text")
    port = parts.port or (80 if own else 443)
    sock = open_connection(host, port, private=False, timeout=_TIMEOUT_S)
    if not own:
        sock = (context or ssl.create_default_context()).wrap_socket(sock, server_hostname=host)
    with sock:
        connection = http.client.HTTPConnection(host, port, timeout=_TIMEOUT_S)
        connection.sock = sock
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        connection.request("POST", parts.path or "/", body, headers)
        response = connection.getresponse()
        said = response.read(_ANSWER_BYTES)
    try:
        answer = json.loads(said)
    except ValueError:
        answer = {}
    return response.status, answer if isinstance(answer, dict) else {}
