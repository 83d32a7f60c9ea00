"""Read a mailbox: ask the server which mails can matter, look at their headers, fetch the rest of those that do.

The newest mails come first. Each batch is kept in one transaction with the note that it was read, so an import may end at
any moment and goes on where it was. Within one UIDVALIDITY the UIDs that were looked at are never asked for again; after
a change the headers alone tell which mails are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from okawari.domain.mailbox import Mailbox, Trouble
from okawari.errors import MailboxError
from okawari.fetching.imap import searches
from okawari.fetching.imap.answers import Fetched, Folder, worth_reading
from okawari.fetching.imap.session import Session
from okawari.reading.mail.gate import ORDER_WORDS, Gate
from okawari.reading.mail.intake import RawMail
from okawari.reading.mail.limits import MAIL_BYTES
from okawari.reading.mail.same import header_key
from okawari.services.fulfilling import settle
from okawari.services.histories import with_histories
from okawari.services.importing import worth_keeping
from okawari.services.mailboxes import MailAccess, get, keep_trouble, opened
from okawari.services.reading_mails import read_mails
from okawari.services.seeking import mails_came
from okawari.sources import registry
from okawari.store import evidence, mailboxes
from okawari.store.mailboxes import Span

HEADERS_AT_ONCE = 200
BODIES_AT_ONCE = 50
BODY_BYTES_AT_ONCE = 16 * 1024 * 1024
SEARCH_ABOVE = 500
"""Up to so many mails their headers are looked at without a search: one command instead of dozens."""

SEARCHED_AT_ONCE = 5_000
"""Mails that one search goes over: a server that opens each of them answers in time, and a stop costs few searches."""

_DROPPED = frozenset({Trouble.CONNECTION_LOST, Trouble.TIMED_OUT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """How far an import is: `looked` of `mails` in the mailbox are dealt with, `read` were fetched, `added` are new here.

    `folder` is the one that is being read.
    """

    folder: str = ""
    looked: int = 0
    mails: int = 0
    read: int = 0
    added: int = 0


def import_mailbox(access: MailAccess, name: str) -> Iterator[Looked]:
    """Read what is new in a mailbox, yielding the numbers so far after each batch.

    A connection that breaks off is made anew as long as each one gets further. Any other trouble is kept beside the
    mailbox and raised as MailboxError; KeyError where there is no such mailbox.
    """
    mailbox = get(access, name)
    if mailbox is None:
        raise KeyError(name)
    looked = Looked()
    while True:
        got_further = False
        try:
            with opened(access, mailbox) as session:
                importing = _Import(access, mailbox, session)
                for looked in importing.run(looked):  # noqa: B020 - each connection counts on from the last
                    got_further = importing.batches > 0
                    yield looked
            break
        except MailboxError as error:
            if error.trouble not in _DROPPED or not got_further:
                keep_trouble(access, name, error)
                raise
    with access.household.store.writing() as transaction:
        mailboxes.was_looked_at(transaction, name, access.now())
    settle(access.household.store, access.now())
    if looked.added:
        mails_came(access.household.store, access.now())


class _Import:
    """One connection's share of an import."""

    def __init__(self, access: MailAccess, mailbox: Mailbox, session: Session) -> None:
        self._store = access.household.store
        self._trust = with_histories(access.household.store, access.household.trust)
        self._now = access.now
        self._name = mailbox.account.name
        self._session = session
        self._gate = Gate(registry.brands())
        domains = (domain for merchant in registry.merchants().values() for domain in merchant.mail_domains)
        self._keys = (*searches.senders(domains), *searches.subjects(ORDER_WORDS))
        self._words = tuple(word.encode() for word in ORDER_WORDS if not word.isascii())
        self._looked = Looked()
        self.batches = 0

    def run(self, so_far: Looked) -> Iterator[Looked]:
        """Go through the folders; what `so_far` says was read and added counts on."""
        folders = worth_reading(self._session.folders())
        sizes = [self._session.count(folder) for folder in folders]
        self._looked = replace(so_far, looked=0, mails=sum(sizes))
        behind = 0
        for folder, size in zip(folders, sizes, strict=True):
            self._looked = replace(self._looked, folder=folder.name, looked=behind)
            yield self._looked
            yield from self._folder(folder, behind, size)
            behind += size
        yield replace(self._looked, looked=behind)

    def _folder(self, folder: Folder, behind: int, size: int) -> Iterator[Looked]:
        told = self._session.examine(folder)
        newest = told.uid_next - 1
        with self._store.reading() as transaction:
            span = mailboxes.span(transaction, self._name, folder.wire)
        if span is None or span.uid_validity != told.uid_validity or not told.uid_validity:
            span = Span(told.uid_validity, newest + 1, newest)
        later = self._session.search(span.last + 1, newest) if span.last < newest and told.mails else ()
        earlier = self._session.search(1, span.first - 1) if span.first > 1 and told.mails else ()
        behind += max(size - len(later) - len(earlier), 0)
        for there, upwards in ((later, True), (earlier[::-1], False)):
            for start in range(0, len(there), SEARCHED_AT_ONCE):
                piece = there[start : start + SEARCHED_AT_ONCE]
                found = self._candidates(piece)
                batches = [found[at : at + HEADERS_AT_ONCE] for at in range(0, len(found), HEADERS_AT_ONCE)] or [found]
                for batch in batches:
                    self._read(folder, batch)
                    # All up to the batch's farthest mail was looked at: the server named no other before it.
                    end = piece[-1] if batch is batches[-1] else batch[-1]
                    span = replace(span, last=end) if upwards else replace(span, first=end)
                    self._note(folder, span)
                    self.batches += 1
                    self._looked = replace(self._looked, looked=behind + start + piece.index(end) + 1)
                    yield self._looked
            behind += len(there)
            span = replace(span, last=max(span.last, newest)) if upwards else replace(span, first=1)
        self._note(folder, span)

    def _note(self, folder: Folder, span: Span) -> None:
        with self._store.writing() as transaction:
            mailboxes.looked_through(transaction, self._name, folder.wire, span)

    def _candidates(self, piece: Sequence[int]) -> Sequence[int]:
        """Return those of the UIDs whose mails can matter, in their order, as far as the server can tell by searching."""
        if len(piece) <= SEARCH_ABOVE:
            return piece
        ends = min(piece), max(piece)
        found: set[int] = set()
        for key in self._keys:
            found.update(self._session.search(*ends, key))
        for word in self._words:
            found.update(self._session.search(*ends, "SUBJECT", word))
        return [uid for uid in piece if uid in found]

    def _read(self, folder: Folder, uids: Sequence[int]) -> None:
        if not uids:
            return
        matter = {
            header_key(head.raw, head.size): head for head in self._session.headers(uids) if self._gate.passes(head.raw)
        }
        with self._store.reading() as transaction:
            known = mailboxes.read_before(transaction, list(matter))
        for group in _groups((key, head) for key, head in matter.items() if key not in known):
            bodies = {mail.uid: mail.raw for mail in self._session.bodies([head.uid for _, head in group], MAIL_BYTES)}
            there = [(key, head.uid) for key, head in group if bodies.get(head.uid)]
            raw = [RawMail(f"{self._name}/{folder.name}#{uid}", bodies[uid]) for _, uid in there]
            found = read_mails(raw, self._trust)
            with self._store.writing() as transaction:
                added = evidence.add(transaction, worth_keeping(found), self._now())
                mailboxes.were_read(transaction, self._name, (key for key, _ in there))
            self._looked = replace(
                self._looked, read=self._looked.read + len(found), added=self._looked.added + len(added)
            )


def _groups(mails: Iterable[tuple[str, Fetched]]) -> Iterator[list[tuple[str, Fetched]]]:
    """Yield mails in groups that are fetched by one command and held in memory at once."""
    group: list[tuple[str, Fetched]] = []
    size = 0
    for mail in mails:
        length = min(mail[1].size, MAIL_BYTES)
        if group and (len(group) >= BODIES_AT_ONCE or size + length > BODY_BYTES_AT_ONCE):
            yield group
            group, size = [], 0
        group.append(mail)
        size += length
    if group:
        yield group
