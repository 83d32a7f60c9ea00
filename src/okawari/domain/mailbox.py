"""A mailbox that is read over IMAP: where it is, what can go wrong with it, and when to try again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum


class Security(StrEnum):
    """How a connection is kept from others' eyes; `PLAIN` is for this machine alone."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"


class Login(StrEnum):
    """What the person logs in with."""

    PASSWORD = "password"  # noqa: S105 - the name of a way, not a password
    OAUTH2 = "oauth2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Where a mailbox is and who reads it, without any secret; `provider` is the id of a preset, "" for any other."""

    name: str
    user: str
    host: str
    port: int = 993
    security: Security = Security.TLS
    login: Login = Login.PASSWORD
    provider: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What proves who the person is; nothing of it shows when this is printed.

    A password, or an OAuth2 access token with what it is refreshed by: a token of its own, and at most providers the id
    and secret of the client that the person registered, at `token_url`.
    """

    password: str = field(default="", repr=False)
    access_token: str = field(default="", repr=False)
    expires_at: datetime | None = field(default=None, repr=False)
    refresh_token: str = field(default="", repr=False)
    client_id: str = field(default="", repr=False)
    client_secret: str = field(default="", repr=False)
    token_url: str = ""


class Trouble(StrEnum):
    """Why a mailbox cannot be read now; the words for each stand in the catalogue `mailboxes`."""

    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - a code
    APP_PASSWORD_NEEDED = "app_password_needed"  # noqa: S105 - a code
    PASSWORD_NOT_TAKEN = "password_not_taken"  # noqa: S105 - a code
    TOKEN_REFUSED = "token_refused"  # noqa: S105 - a code
    SECRET_LOST = "secret_lost"  # noqa: S105 - a code
    ADDRESS_REFUSED = "address_refused"
    THROTTLED = "throttled"
    OVER_QUOTA = "over_quota"
    CONNECTION_LOST = "connection_lost"
    TIMED_OUT = "timed_out"
    TLS_FAILED = "tls_failed"
    UNKNOWN_HOST = "unknown_host"
    NOT_REACHED = "not_reached"
    NOT_IMAP = "not_imap"
    SERVER_REFUSED = "server_refused"

    @property
    def waits_for_person(self) -> bool:
        """Whether trying again is of no use, or locks the account, before the person has done something."""
        return self in _FOR_THE_PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A mailbox as it is kept. `trouble` is why it could not be read when last tried, `next_try_at` None where at once."""

    account: Account
    watched: bool = False
    looked_at: datetime | None = None
    trouble: Trouble | None = None
    detail: str = ""
    failures: int = 0
    next_try_at: datetime | None = None


_FOR_THE_PERSON = frozenset(
    {
        Trouble.WRONG_PASSWORD,
        Trouble.APP_PASSWORD_NEEDED,
        Trouble.PASSWORD_NOT_TAKEN,
        Trouble.TOKEN_REFUSED,
        Trouble.SECRET_LOST,
        Trouble.ADDRESS_REFUSED,
    }
)
_SHORTEST = timedelta(seconds=30)
_LONGEST = timedelta(hours=1)
_THROTTLED_SHORTEST = timedelta(minutes=15)
_THROTTLED_LONGEST = timedelta(hours=6)


def wait_before_retry(trouble: Trouble, failures: int, dice: float) -> timedelta:
    """Return how long to leave the server alone after so many failures in a row (1 for the first).

    Twice as long each time, from 30 s to an hour, and from 15 minutes to six hours where the server asked for less;
    `dice` (0 to 1) takes off up to half, so that many clients do not come back at once.
    """
    asked_for_less = trouble in {Trouble.THROTTLED, Trouble.OVER_QUOTA}
    shortest, longest = (_THROTTLED_SHORTEST, _THROTTLED_LONGEST) if asked_for_less else (_SHORTEST, _LONGEST)
    doubled = shortest * (1 << min(max(failures, 1) - 1, 16))
    return min(doubled, longest) * (1 - dice / 2)
