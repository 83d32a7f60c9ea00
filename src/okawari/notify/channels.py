"""Send a message to the address of a channel: `log:`, `smtp://`, `smtps://`, `webpush:`, or any that Apprise knows."""

from __future__ import annotations

import logging
import re
import sys
from contextvars import ContextVar

from okawari.notify.message import Message

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{1,15}):", re.IGNORECASE)
_REFUSED = re.compile(r"error\s*=\s*(?:401|403|404|410)\b")
_UNHEARD = "A Connection error occurred"
_MAILS = frozenset(("smtp", "smtps"))
LOG = "log"
PUSH = "webpush"


class ChannelError(OSError):
    """A message that did not go out: `code` says why (`watching.channel_<code>`), `detail` is the channel's own word.

    `permanent` tells that trying again will not help. The detail never holds the channel's address.
    """

    def __init__(self, code: str, detail: str = "", *, permanent: bool = False) -> None:
        """Keep the detail short and on one line: it was written by another's server."""
        self.code = code
        self.detail = " ".join("".join(char if char.isprintable() else " " for char in detail).split())[:200]
        self.permanent = permanent
        super().__init__(f"{code}: {self.detail}" if self.detail else code)


def kind_of(address: str) -> str:
    """Return the scheme of a channel's address; ChannelError where nothing can be sent to it."""
    found = _SCHEME.match(address)
    scheme = found[1].lower() if found else ""
    if scheme in _MAILS:
        from okawari.notify.mail import mail_route

        mail_route(address)
    elif scheme == PUSH:
        from okawari.notify.push import subscription_of

        subscription_of(address)
    elif scheme != LOG:
        _service(address)
    return scheme


def send(address: str, message: Message) -> None:
    """Send a message; ChannelError says why it did not go out."""
    scheme = kind_of(address)
    if scheme == LOG:
        sys.stderr.write(f"{message.title}\n{message.text}\n")
        sys.stderr.flush()
    elif scheme in _MAILS:
        from okawari.notify.mail import send_mail

        send_mail(address, message)
    elif scheme == PUSH:
        from okawari.notify.push import send_push

        send_push(address, message)
    else:
        _send_by_service(address, message)


def _service(address: str) -> object:
    import apprise

    plugin = apprise.Apprise.instantiate(address, suppress_exceptions=True)
    if plugin is None:
        raise ChannelError("bad_address", permanent=True)
    return plugin


def _send_by_service(address: str, message: Message) -> None:
    import apprise

    services = apprise.Apprise()
    services.add(_service(address))  # type: ignore[arg-type]
    heard: list[str] = []
    listening = _HEARD.set(heard)
    logging.getLogger("apprise").addHandler(_LISTENER)
    try:
        went = services.notify(title=message.title, body=message.text)
    finally:
        _HEARD.reset(listening)
    said = " ".join(heard)
    if not went:
        code = "failed" if not said else "no_answer" if _UNHEARD in said else "refused"
        raise ChannelError(code, said, permanent=bool(_REFUSED.search(said)))


class _Listener(logging.Handler):
    """Gives what Apprise warns of to the one who sends: others send meanwhile and share its log. Its threads keep the context."""

    def emit(self, record: logging.LogRecord) -> None:
        heard = _HEARD.get()
        if heard is not None:
            heard.append(record.getMessage())


_HEARD: ContextVar[list[str] | None] = ContextVar("heard", default=None)
_LISTENER = _Listener(logging.WARNING)
