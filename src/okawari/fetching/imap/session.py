"""A logged-in connection to a mailbox that only looks."""

from __future__ import annotations

import contextlib
import imaplib
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

from okawari.domain.mailbox import Account, Credentials, Login, Trouble
from okawari.errors import MailboxError
from okawari.fetching.imap import answers
from okawari.fetching.imap.answers import Fetched, Folder
from okawari.fetching.imap.client import Client
from okawari.fetching.imap.errors import broken, refusal
from okawari.fetching.imap.searches import uid_set

HEADER_BYTES = 64 * 1024
_NOT_THE_PROTOCOL = ("unexpected response", "unexpected tagged response", "unterminated line", "bad response")


@dataclass(frozen=True, slots=True)
class Examined:
    """What a folder says of itself: UIDs count within one `uid_validity` (0: they mean nothing later), below `uid_next`."""

    uid_validity: int
    uid_next: int
    mails: int


class Session:
    """A connection; whatever goes wrong is a MailboxError, after which the session is of no more use."""

    def __init__(self, account: Account, credentials: Credentials, context: ssl.SSLContext | None = None) -> None:
        """Connect and log in; `context` checks certificates, by default against the system's authorities."""
        with _told(Trouble.NOT_IMAP):
            self._client = Client(account, context or ssl.create_default_context())
        try:
            with _told(Trouble.TOKEN_REFUSED if account.login is Login.OAUTH2 else Trouble.WRONG_PASSWORD):
                self._log_in(account, credentials)
            with _told(Trouble.SERVER_REFUSED):
                self._client.begin()
                said = self._client.capability()[1][0] or b""
                self._can = frozenset(said.decode("ascii", "replace").upper().split())
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        """Return the session."""
        return self

    def __exit__(self, *_: object) -> None:
        """Log out."""
        self.close()

    @property
    def idles(self) -> bool:
        """Whether the server tells of new mails by itself (IDLE)."""
        return "IDLE" in self._can

    def folders(self) -> tuple[Folder, ...]:
        """Return every folder."""
        with _told(Trouble.SERVER_REFUSED):
            self._client.begin()
            return answers.folders(_ok(self._client.list('""', "*")))

    def count(self, folder: Folder) -> int:
        """Return how many mails a folder holds, 0 where the server does not say."""
        with _told(Trouble.SERVER_REFUSED):
            self._client.begin()
            kind, said = self._client.status(_quoted(folder.wire), "(MESSAGES)")
            last = (said[-1] or b"").rpartition(b"MESSAGES ")[2].strip(b") \r\n") if kind == "OK" else b""
            return int(last) if last.isdigit() else 0

    def examine(self, folder: Folder) -> Examined:
        """Open a folder for looking only (EXAMINE)."""
        with _told(Trouble.SERVER_REFUSED):
            self._client.begin()
            mails = _ok(self._client.select(_quoted(folder.wire), readonly=True))[-1]
            validity, following = self._number("UIDVALIDITY"), self._number("UIDNEXT")
            count = int(mails) if mails and mails.isdigit() else 0
            if not following and count:  # a server older than UIDNEXT: one more than that of its last mail
                following = (
                    max((mail.uid for mail in self._fetch(str(count), "(UID BODY.PEEK[HEADER]<0.1>)")), default=0) + 1
                )
            return Examined(validity, following, count)

    def search(self, first: int, last: int, key: str = "ALL", literal: bytes = b"") -> tuple[int, ...]:
        """Return the UIDs from `first` to `last` that a search key finds, ascending.

        `literal` is UTF-8 that ends the key. A server that knows no UTF-8 finds nothing by it.
        """
        with _told(Trouble.SERVER_REFUSED):
            self._client.begin()
            words = ("CHARSET", "UTF-8") if literal else ()
            if literal:
                self._client.literal = literal  # type: ignore[assignment]
            kind, said = self._client.uid("SEARCH", *words, f"UID {first}:{last} {key}")
            if (
                literal
                and kind == "NO"
                and b"CHARSET" in b" ".join(part for part in said if isinstance(part, bytes)).upper()
            ):
                return ()
            numbers = b" ".join(part for part in _ok((kind, said)) if isinstance(part, bytes)).split()
            found = {int(number) for number in numbers if number.isdigit() and len(number) <= 10}
            return tuple(sorted(uid for uid in found if first <= uid <= last))

    def headers(self, uids: Sequence[int]) -> tuple[Fetched, ...]:
        """Return the headers of mails, each up to `HEADER_BYTES`, by UID; mails that are gone are left out."""
        return self._fetched(uids, f"(UID RFC822.SIZE BODY.PEEK[HEADER]<0.{HEADER_BYTES}>)")

    def bodies(self, uids: Sequence[int], limit: int) -> tuple[Fetched, ...]:
        """Return whole mails, each up to `limit` bytes, by UID; mails that are gone are left out."""
        return self._fetched(uids, f"(UID RFC822.SIZE BODY.PEEK[]<0.{limit}>)")

    def wait(self, seconds: float) -> bool:
        """Return whether new mails came within that time; only where the server `idles`."""
        with _told(Trouble.SERVER_REFUSED):
            return self._client.idle(seconds)

    def close(self) -> None:
        """Log out as far as the connection still allows it."""
        with contextlib.suppress(Exception):
            self._client.begin(2.0)
            self._client.logout()
        with contextlib.suppress(Exception):
            self._client.shutdown()

    def _log_in(self, account: Account, credentials: Credentials) -> None:
        client = self._client
        client.begin()
        can = {str(capability).upper() for capability in client.capabilities}
        if account.login is Login.OAUTH2:
            first = f"user={account.user}\1auth=Bearer {credentials.access_token}\1\1".encode()
            said = iter((first, b""))  # a refusal comes as a challenge, to which nothing is answered
            client.authenticate("XOAUTH2", lambda _challenge: next(said, None))
        elif "LOGINDISABLED" in can and "AUTH=PLAIN" not in can:
            raise MailboxError(Trouble.PASSWORD_NOT_TAKEN)
        elif "AUTH=PLAIN" in can:
            proof = f"\0{account.user}\0{credentials.password}".encode()
            client.authenticate("PLAIN", lambda _challenge: proof)
        else:
            client.literal = credentials.password.encode()  # type: ignore[assignment]
            _ok(client._simple_command("LOGIN", _quoted(account.user.encode())))  # noqa: SLF001 - `login` takes ASCII only
            client.state = "AUTH"

    def _number(self, code: str) -> int:
        said = self._client.response(code)[1][0]
        return int(said) if isinstance(said, bytes) and said.isdigit() and len(said) <= 10 else 0

    def _fetched(self, uids: Sequence[int], what: str) -> tuple[Fetched, ...]:
        wanted = frozenset(uids)
        if not wanted:
            return ()
        with _told(Trouble.SERVER_REFUSED):
            self._client.begin()
            said = _ok(self._client.uid("FETCH", uid_set(wanted), what))
            return tuple(mail for mail in answers.fetched(said) if mail.uid in wanted)

    def _fetch(self, numbers: str, what: str) -> Iterator[Fetched]:
        return answers.fetched(_ok(self._client.fetch(numbers, what)))


def _quoted(name: bytes) -> Any:  # typeshed knows of text only, the client takes bytes as well
    return b'"%s"' % name.replace(b"\\", b"\\\\").replace(b'"', b'\\"')


def _ok(answer: tuple[str, Any]) -> Any:
    kind, said = answer
    if kind != "OK":
        parts = (part for part in said if isinstance(part, bytes))
        raise imaplib.IMAP4.error(b" ".join(parts).decode("utf-8", "replace"))
    return said


@contextlib.contextmanager
def _told(refused: Trouble) -> Iterator[None]:
    """Turn what the client raises into a MailboxError; a plain refusal is `refused`."""
    try:
        yield
    except imaplib.IMAP4.abort as error:
        said = _text(error)
        lost = (
            Trouble.NOT_IMAP if any(words in said.lower() for words in _NOT_THE_PROTOCOL) else Trouble.CONNECTION_LOST
        )
        raise refusal(said, lost) from None
    except imaplib.IMAP4.error as error:
        said = _text(error)
        raise refusal(said, Trouble.CONNECTION_LOST if "BYE" in said[:8] else refused) from None
    except (OSError, MailboxError, ValueError) as error:
        raise broken(error) from None


def _text(error: Exception) -> str:
    said = error.args[0] if error.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
