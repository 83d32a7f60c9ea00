"""A household's mailboxes: add, check, watch and forget them; what opens them lies among the secrets."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

from okawari.domain.mailbox import Account, Credentials, Login, Mailbox, Trouble, wait_before_retry
from okawari.errors import MailboxError
from okawari.fetching.imap.answers import worth_reading
from okawari.fetching.imap.providers import Provider as Provider  # noqa: PLC0414 - skins take it from here
from okawari.fetching.imap.providers import providers
from okawari.fetching.imap.session import Session
from okawari.fetching.oauth import refreshed
from okawari.services.household import Household
from okawari.store import mailboxes
from okawari.store.sealing import UnreadableSecretError
from okawari.store.secrets import Secrets

SECRET = "mailbox/"  # noqa: S105 - how the names of these secrets begin


@dataclass(frozen=True, slots=True)
class MailAccess:
    """A household, the secrets that open its mailboxes, and the clock."""

    household: Household
    secrets: Secrets
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a mailbox that could be opened has: how many folders would be read, and whether it tells of new mails itself."""

    folders: int
    idles: bool


def offered_providers() -> dict[str, Provider]:
    """Return the presets by id."""
    return providers()


def provider_of(address: str) -> Provider | None:
    """Return the provider of a mail address, None where no preset has its domain."""
    domain = address.rpartition("@")[2].lower()
    return next((provider for provider in providers().values() if domain in provider.domains), None)


def check(account: Account, credentials: Credentials, now: datetime) -> Checked:
    """Open a mailbox and close it again, keeping nothing; MailboxError says why that is not possible."""
    session, _ = _opened(account, credentials, now)
    with session:
        return Checked(len(worth_reading(session.folders())), session.idles)


def check_kept(access: MailAccess, mailbox: Mailbox) -> Checked:
    """Open a mailbox that is kept and close it again; what was wrong with it before no longer holds it back."""
    name = mailbox.account.name
    try:
        with opened(access, mailbox) as session:
            checked = Checked(len(worth_reading(session.folders())), session.idles)
    except MailboxError as error:
        keep_trouble(access, name, error)
        raise
    with access.household.store.writing() as transaction:
        mailboxes.is_well(transaction, name)
    return checked


def add(access: MailAccess, account: Account, credentials: Credentials, *, watched: bool = True) -> None:
    """Keep a mailbox with what opens it; one of the same name is changed."""
    _put(access, account.name, credentials)
    with access.household.store.writing() as transaction:
        mailboxes.add(transaction, account)
        mailboxes.watch(transaction, account.name, watched=watched)


def every(access: MailAccess) -> tuple[Mailbox, ...]:
    """Return all mailboxes by their names."""
    with access.household.store.reading() as transaction:
        return mailboxes.every(transaction)


def get(access: MailAccess, name: str) -> Mailbox | None:
    """Return a mailbox, None where none has that name."""
    with access.household.store.reading() as transaction:
        return mailboxes.get(transaction, name)


def watch(access: MailAccess, name: str, *, watched: bool) -> None:
    """Look for new mails from now on, or no longer."""
    with access.household.store.writing() as transaction:
        mailboxes.watch(transaction, name, watched=watched)


def look_again(access: MailAccess, name: str) -> None:
    """Have every folder looked through anew; no mail that was read is fetched again."""
    with access.household.store.writing() as transaction:
        mailboxes.look_again(transaction, name)


def forget(access: MailAccess, name: str) -> bool:
    """Delete a mailbox and what opens it; mails kept from it stay. Return whether there was one."""
    access.secrets.forget(SECRET + name)
    with access.household.store.writing() as transaction:
        return mailboxes.forget(transaction, name)


def opened(access: MailAccess, mailbox: Mailbox) -> Session:
    """Return a session; a token that was refreshed for it is kept."""
    name = mailbox.account.name
    credentials = _get(access, name)
    session, used = _opened(mailbox.account, credentials, access.now())
    if used != credentials:
        _put(access, name, used)
    return session


def news(access: MailAccess, name: str, seconds: float) -> Iterator[bool]:
    """Listen to a mailbox (IDLE), yielding whether new mails were told of, at least once in so many seconds.

    Ends where the server does not tell by itself, where nobody watches the mailbox any more, and with trouble, which is
    kept beside the mailbox.
    """
    mailbox = get(access, name)
    if mailbox is None:
        return
    try:
        with opened(access, mailbox) as session:
            folders = worth_reading(session.folders())
            if not session.idles or not folders:
                return
            session.examine(next((folder for folder in folders if folder.name.upper() == "INBOX"), folders[0]))
            yield True  # what came before we listened is not told
            while mailbox and mailbox.watched and not mailbox.trouble:
                yield session.wait(seconds)
                mailbox = get(access, name)
    except MailboxError as error:
        keep_trouble(access, name, error)


def keep_trouble(access: MailAccess, name: str, error: MailboxError) -> None:
    """Keep why a mailbox could not be read, and when to try again: never by itself where only the person can help."""
    with access.household.store.writing() as transaction:
        mailbox = mailboxes.get(transaction, name)
        if mailbox is None:
            return
        failures = mailbox.failures + 1
        wait = wait_before_retry(error.trouble, failures, random.random())  # noqa: S311 - jitter
        again = None if error.trouble.waits_for_person else access.now() + wait
        mailboxes.has_trouble(
            transaction, name, error.trouble, detail=error.detail, failures=failures, next_try_at=again
        )


def due(access: MailAccess, pause: float) -> tuple[Mailbox, ...]:
    """Return the watched mailboxes to look into now: last read `pause` seconds ago, or to be tried again after trouble."""
    now = access.now()
    return tuple(mailbox for mailbox in every(access) if mailbox.watched and _is_due(mailbox, now, pause))


def _is_due(mailbox: Mailbox, now: datetime, pause: float) -> bool:
    if mailbox.trouble:
        return mailbox.next_try_at is not None and mailbox.next_try_at <= now
    return mailbox.looked_at is None or (now - mailbox.looked_at).total_seconds() >= pause


def _opened(account: Account, credentials: Credentials, now: datetime) -> tuple[Session, Credentials]:
    """Return a session with the credentials it was opened with: a token that ran out is refreshed, once."""
    can_refresh = account.login is Login.OAUTH2 and bool(credentials.refresh_token and credentials.token_url)
    is_old = credentials.expires_at is None or credentials.expires_at <= now
    if can_refresh and (is_old or not credentials.access_token):
        credentials = refreshed(credentials, now)
        can_refresh = False
    try:
        return Session(account, credentials), credentials
    except MailboxError as error:
        if not can_refresh or error.trouble is not Trouble.TOKEN_REFUSED:
            raise
    credentials = refreshed(credentials, now)
    return Session(account, credentials), credentials


def _put(access: MailAccess, name: str, credentials: Credentials) -> None:
    said = {key: value for key, value in asdict(credentials).items() if value}
    access.secrets.put(SECRET + name, json.dumps(said, default=datetime.isoformat))


def _get(access: MailAccess, name: str) -> Credentials:
    try:
        kept = access.secrets.get(SECRET + name)
    except UnreadableSecretError:
        kept = None
    if kept is None:
        raise MailboxError(Trouble.SECRET_LOST)
    said = json.loads(kept)
    expires = said.pop("expires_at", None)
    return replace(Credentials(**said), expires_at=datetime.fromisoformat(expires) if expires else None)
