"""A mail as it was read: decoded, but not yet understood. `reading.mail` makes it, sources and judgements use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar, overload

from okawari.domain.problem import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Address:
    """One mail address. `domain` is lower-case ASCII without a trailing dot, or "" where there is none."""

    display: str
    address: str
    domain: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a body: its target as written, the host it leads to (lower-case, redirects unwrapped) and its text."""

    href: str
    host: str
    text: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that is not body text; its content is not kept here."""

    name: str
    content_type: str
    size: int


@dataclass(frozen=True, slots=True)
class AuthenticationResult:
    """One method's result as a receiver wrote it: method `spf|dkim|dmarc|arc|…`, result `pass|fail|none|…`.

    `domain` is the domain the result speaks of (smtp.mailfrom, header.d or header.i, header.from), or "".
    """

    method: str
    result: str
    domain: str


@dataclass(frozen=True, slots=True)
class AuthenticationResults:
    """One Authentication-Results header (RFC 8601), in header order, topmost first."""

    authserv_id: str
    results: tuple[AuthenticationResult, ...]


@dataclass(frozen=True, slots=True)
class DkimCheck:
    """What our own check of one DKIM-Signature gave: `pass`, `fail`, or `unavailable` (no DNS, no key)."""

    domain: str
    result: str


class WhenAsked(Sequence[T]):
    """A text or a tuple that is worked out when it is first looked at; equal to what it turns out to be."""

    __slots__ = ("_value", "_work")

    def __init__(self, work: Callable[[], Sequence[T]]) -> None:
        """Keep how it is worked out."""
        self._work: Callable[[], Sequence[T]] | None = work
        self._value: Sequence[T] = ()

    @property
    def value(self) -> Sequence[T]:
        """What it turns out to be."""
        if self._work is not None:
            self._value, self._work = self._work(), None
        return self._value

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        """Return one or some of its members."""
        return self.value[at]

    def __len__(self) -> int:
        """Return how many it has."""
        return len(self.value)

    def __iter__(self) -> Iterator[T]:
        """Yield its members."""
        return iter(self.value)

    def __eq__(self, other: object) -> bool:
        """Return whether it is the same as another, or as the plain value."""
        return self.value == (other.value if isinstance(other, WhenAsked) else other)

    def __hash__(self) -> int:
        """Return the hash of the plain value."""
        return hash(self.value)

    def __str__(self) -> str:
        """Return the text."""
        return str(self.value)

    def __repr__(self) -> str:
        """Return it as the plain value is written."""
        return repr(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail, whole.

    `text` is the best plain text (text/plain, else the HTML as lines), `html_text` the HTML part as lines ("" if none);
    most mails say all in their plain text, so `html`, and what only a look at the HTML tells (`links`, `forwarded`,
    `problems`), is worked out when first asked for; so is what few ask for, `to` and `authentication`. `pages` are bytes of the HTML, its ASCII as written, for those
    who look first whether that is worth it.
    `headers` are (lower-case name, decoded value) in the order of the mail, decoded when asked for. `forwarded` holds the mails found inside
    (message/rfc822 parts and inline forwards), outermost first; `inline_forward` is true of the latter themselves.
    """

    file: str
    sha256: str
    headers: tuple[tuple[str, str | WhenAsked[str]], ...] = ()
    message_id: str = ""
    date: datetime | None = None
    subject: str = ""
    from_: Address = Address("", "", "")
    reply_to: Address | None = None
    return_path: str = ""
    to: Sequence[Address] = ()
    text: str = ""
    html: str | WhenAsked[str] = ""
    pages: Sequence[bytes] = ()
    links: Sequence[Link] = ()
    attachments: tuple[Attachment, ...] = ()
    authentication: Sequence[AuthenticationResults] = ()
    dkim: tuple[DkimCheck, ...] = ()
    forwarded: Sequence[Mail] = ()
    inline_forward: bool = False
    pasted: bool = False
    problems: Sequence[Problem] = ()

    @property
    def html_text(self) -> str:
        """The HTML part as lines, "" where there is none."""
        return str(self.html)

    def header(self, name: str) -> str:
        """Return the first value of a header, "" where it is missing."""
        return next(self.header_values(name), "")

    def header_values(self, name: str) -> Iterator[str]:
        """Yield every value of a header, topmost first."""
        wanted = name.lower()
        return (str(value) for key, value in self.headers if key == wanted)
