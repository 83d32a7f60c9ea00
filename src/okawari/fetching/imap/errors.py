"""What a server or the way to it answers, as one of the troubles that a person is told."""

from __future__ import annotations

import re
import ssl

from okawari.domain.mailbox import Trouble
from okawari.errors import MailboxError
from okawari.fetching.connections import RefusedAddressError, UnknownHostError

_CODE = re.compile(r"\[([A-Z][A-Z0-9-]*)")
_BY_CODE = {
    "THROTTLED": Trouble.THROTTLED,
    "LIMIT": Trouble.THROTTLED,
    "INUSE": Trouble.THROTTLED,
    "UNAVAILABLE": Trouble.THROTTLED,
    "OVERQUOTA": Trouble.OVER_QUOTA,
}
"""Response codes (RFC 5530 and providers') that ask a client for less; they come before what a login may mean."""

_ASKS_FOR_LESS = re.compile(r"bandwidth|too many|rate limit|try again later|exceeded", re.IGNORECASE)
_APP_PASSWORD = re.compile(r"application-specific password|app(?:-specific)? password", re.IGNORECASE)
_NO_PASSWORDS = re.compile(r"basic ?auth|LOGINDISABLED|PRIVACYREQUIRED", re.IGNORECASE)


def refusal(said: str, otherwise: Trouble) -> MailboxError:
    """Return the error for a NO, BAD or BYE: by its response code, then by known wordings, else `otherwise`."""
    codes = _CODE.findall(said)
    trouble = next((_BY_CODE[code] for code in codes if code in _BY_CODE), None)
    if trouble is None and _ASKS_FOR_LESS.search(said):
        trouble = Trouble.THROTTLED
    if trouble is None and otherwise is Trouble.WRONG_PASSWORD:
        if _APP_PASSWORD.search(said):
            trouble = Trouble.APP_PASSWORD_NEEDED
        elif _NO_PASSWORDS.search(said):
            trouble = Trouble.PASSWORD_NOT_TAKEN
    return MailboxError(trouble or otherwise, said)


def broken(error: Exception) -> MailboxError:
    """Return the error for a connection that could not be made, or broke."""
    match error:
        case MailboxError():
            return error
        case UnknownHostError():
            return MailboxError(Trouble.UNKNOWN_HOST, str(error))
        case RefusedAddressError():
            return MailboxError(Trouble.ADDRESS_REFUSED, str(error))
        case ssl.SSLCertVerificationError():
            return MailboxError(Trouble.TLS_FAILED, error.verify_message)
        case ssl.SSLError():
            return MailboxError(Trouble.TLS_FAILED, error.reason or "")
        case TimeoutError():
            return MailboxError(Trouble.TIMED_OUT)
        case ConnectionResetError() | BrokenPipeError() | EOFError():
            return MailboxError(Trouble.CONNECTION_LOST)
        case OSError():
            return MailboxError(Trouble.NOT_REACHED, error.strerror or "")
        case _:
            return MailboxError(Trouble.NOT_IMAP, str(error))
