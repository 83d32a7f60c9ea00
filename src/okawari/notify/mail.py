"""Messages by mail, over the person's own SMTP server: `smtps://USER:PASSWORD@HOST/?to=ADDRESS&from=ADDRESS`."""

from __future__ import annotations

import smtplib
import socket
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate
from urllib.parse import parse_qs, unquote, urlsplit

from okawari.fetching.connections import RefusedAddressError, UnknownHostError, is_loopback, open_connection
from okawari.notify.channels import ChannelError
from okawari.notify.message import Message

_PORTS = {"smtp": 587, "smtps": 465}
_TIMEOUT_S = 20.0


@dataclass(frozen=True, slots=True)
class MailRoute:
    """Where a mail goes: `tls` from the first byte, else STARTTLS, which only this machine may lack."""

    host: str
    port: int
    tls: bool
    to: str
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)


def mail_route(address: str) -> MailRoute:
    """Return the route that an address names; ChannelError where it names none."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    except ValueError:
        raise ChannelError("bad_address", permanent=True) from None
    asked = parse_qs(parts.query)
    user = unquote(parts.username or "")
    to = asked.get("to", [user])[0]
    sender = asked.get("from", [user if "@" in user else to])[0]
    if not host or any("@" not in one or any(char.isspace() for char in one) for one in (to, sender)):
        raise ChannelError("bad_address", permanent=True)
    return MailRoute(host, port, parts.scheme == "smtps", to, sender, user, unquote(parts.password or ""))


def send_mail(address: str, message: Message) -> None:
    """Send a message as a mail; sent twice it bears the same Message-ID. ChannelError holds the server's own reason."""
    route = mail_route(address)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = route.sender, route.to, " ".join(message.title.split())
    mail["Date"], mail["Message-ID"] = formatdate(), f"<{message.key}@okawari.invalid>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.text)
    try:
        with _Client(route) as client:
            client.send_message(mail)
    except smtplib.SMTPResponseException as error:
        raise ChannelError(
            "refused", _said(error.smtp_code, error.smtp_error), permanent=error.smtp_code >= 500
        ) from None
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        raise ChannelError("refused", _said(code, said), permanent=code >= 500) from None
    except (UnknownHostError, RefusedAddressError):
        raise ChannelError("no_such_host", route.host) from None
    except (OSError, smtplib.SMTPException) as error:
        raise ChannelError("no_answer", f"{route.host}: {error}") from None


class _Client(smtplib.SMTP):
    """A connection through the gate, sealed and logged in."""

    def __init__(self, route: MailRoute) -> None:
        self._route = route
        super().__init__(route.host, route.port, timeout=_TIMEOUT_S)
        if not route.tls and (self.has_extn("starttls") or not is_loopback(route.host)):
            self.ehlo()
            self.starttls(context=ssl.create_default_context())
        if route.user and route.password:
            self.login(route.user, route.password)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        plain = open_connection(host, port, private=True, timeout=timeout)
        if not self._route.tls:
            return plain
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _said(code: int, words: bytes | str) -> str:
    return f"{code} {words.decode('utf-8', 'replace') if isinstance(words, bytes) else words}"
