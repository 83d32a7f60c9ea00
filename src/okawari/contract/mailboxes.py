"""The document of the mailbox commands, `okawari.mailbox/1`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from okawari.domain.mailbox import Mailbox
from okawari.services.mailbox_import import Looked
from okawari.services.mailboxes import Checked

Document = dict[str, Any]


def mailbox_document(
    mailboxes: Iterable[Mailbox], *, checked: Checked | None = None, looked: Looked | None = None
) -> Document:
    """Return the mailboxes, never with what opens them, and what a check found or an import did."""
    return {
        "schema": "okawari.mailbox/1",
        "mailboxes": [_mailbox(mailbox) for mailbox in mailboxes],
        "checked": {"folders": checked.folders, "idle": checked.idles} if checked else None,
        "imported": {"mails": looked.mails, "read": looked.read, "added": looked.added} if looked else None,
    }


def _mailbox(mailbox: Mailbox) -> Document:
    account = mailbox.account
    return {
        "name": account.name,
        "user": account.user,
        "provider": account.provider or None,
        "host": account.host,
        "port": account.port,
        "security": account.security.value,
        "login": account.login.value,
        "watched": mailbox.watched,
        "looked_at": mailbox.looked_at.isoformat() if mailbox.looked_at else None,
        "trouble": {
            "code": mailbox.trouble.value,
            "detail": mailbox.detail,
            "next_try_at": mailbox.next_try_at.isoformat() if mailbox.next_try_at else None,
        }
        if mailbox.trouble
        else None,
    }
