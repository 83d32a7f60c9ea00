"""Mailboxes over IMAP4rev1 (RFC 3501), read-only: EXAMINE and BODY.PEEK, nothing that marks, moves or deletes."""
