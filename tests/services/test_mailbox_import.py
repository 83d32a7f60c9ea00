"""Reading a mailbox over IMAP: what matters, once each, without a trace on the server."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from okawari.domain.judge import Trust
from okawari.domain.mailbox import Trouble
from okawari.domain.watch.seek import Search
from okawari.domain.watch.watch import Watch
from okawari.errors import MailboxError
from okawari.fetching.imap.session import Session
from okawari.services import mailbox_import, mailboxes, watching
from okawari.services.importing import import_bytes
from okawari.services.mailbox_import import import_mailbox
from okawari.store import mailboxes as kept_mailboxes
from okawari.store import watched_pages
from okawari.store.engine import Store
from tests.mail_server import USER
from tests.mailboxes import mail_access
from tests.mails import order_mail, private_mail
from tests.services.test_importing import contents


def subjects(access):
    evidence, _ = contents(access.household.store)
    return sorted(row.subject for row in evidence)


def read_all(access):
    return list(import_mailbox(access, USER))[-1]


@pytest.fixture
def fetched(monkeypatch):
    """Which mails were fetched whole, by folder-less UID, in their order."""
    seen = []
    whole = Session.bodies

    def bodies(session, uids, limit):
        seen.extend(uids)
        return whole(session, uids, limit)

    monkeypatch.setattr(Session, "bodies", bodies)
    return seen


def test_what_matters_is_read_and_the_rest_is_not_even_fetched(access, mail_server, fetched):
    mail_server.put([order_mail(1), private_mail(2), order_mail(3)])
    last = read_all(access)
    assert (last.looked, last.mails, last.read, last.added) == (3, 3, 2, 2)
    assert subjects(access) == ["注文済み: 品物1", "注文済み: 品物3"]
    assert len(fetched) == 2
    mailbox = mailboxes.get(access, USER)
    assert mailbox.looked_at is not None
    assert mailbox.trouble is None


def test_what_came_is_looked_at_at_once_by_a_watch_for_mails_of_saved_searches(access, mail_server):
    def is_due():
        with access.household.store.reading() as transaction:
            return watched_pages.is_due(transaction, access.now())

    tomorrow = access.now() + timedelta(days=1)
    search = Search(words="水筒", services=("mercari",))
    watching.add(access.household.store, watching.open_gate(), Watch(id="", url=search.address, added_at=tomorrow))
    read_all(access)
    assert not is_due()
    mail_server.put([order_mail(1)])
    read_all(access)
    assert is_due()


def test_the_facts_are_those_of_the_files(access, mail_server, store):
    mails = [order_mail(number, cancelled=cancelled) for number in range(5) for cancelled in (False, True)]
    mail_server.put(mails)
    read_all(access)
    _, over_imap = contents(store)
    other = Store(store.engine, "other")
    files = [(f"{USER}/INBOX#{uid}", mail.replace(b"\n", b"\r\n")) for uid, mail in enumerate(mails, start=101)]
    import_bytes(files, other, Trust())
    facts = [row for row in contents(store)[1] if row.household == "other"]
    assert sorted(row[1:] for row in facts) == sorted(row[1:] for row in over_imap)


def test_nothing_changes_on_the_server(access, mail_server):
    mail_server.put([order_mail(1), private_mail(2)])

    def state():
        with mail_server.opened() as client:
            client.select("INBOX", readonly=True)
            return client.fetch("1:*", "(UID FLAGS)")[1]

    before = state()
    read_all(access)
    assert [line.replace(b"\\Recent", b"") for line in state()] == [line.replace(b"\\Recent", b"") for line in before]
    assert b"\\Seen" not in b"".join(state())


def test_a_second_import_fetches_only_what_is_new(access, mail_server, fetched):
    mail_server.put([order_mail(1)])
    read_all(access)
    mail_server.put([order_mail(2)])
    fetched.clear()
    assert read_all(access).added == 1
    assert len(fetched) == 1
    fetched.clear()
    assert read_all(access).read == 0
    assert fetched == []


def test_folders_with_japanese_names_are_read_under_them(access, mail_server, store):
    mail_server.put([order_mail(1)], "&jPxRZQ-/&dnqQAQ-", new=True)
    read_all(access)
    assert [row.source for row in contents(store)[0]] == [f"{USER}/購入/発送#101"]


def test_the_same_mail_in_two_folders_is_fetched_once(access, mail_server, fetched):
    mail_server.put([order_mail(1)])
    mail_server.put([order_mail(1)], "Orders", new=True)
    assert read_all(access).added == 1
    assert len(fetched) == 1


def test_after_a_change_of_uidvalidity_headers_decide(access, mail_server, fetched):
    mail_server.put([order_mail(1), order_mail(2)], "Orders", new=True)
    read_all(access)
    with mail_server.opened() as client:
        client.delete("Orders")
    mail_server.put([order_mail(2), order_mail(3), order_mail(1)], "Orders", new=True)
    fetched.clear()
    assert read_all(access).added == 1
    assert len(fetched) == 1
    assert subjects(access) == ["注文済み: 品物1", "注文済み: 品物2", "注文済み: 品物3"]


def test_a_mail_that_is_deleted_between_header_and_body_is_left_out(access, mail_server, monkeypatch):
    mail_server.put([order_mail(1), order_mail(2)])
    whole = Session.bodies
    monkeypatch.setattr(Session, "bodies", lambda session, uids, limit: whole(session, sorted(uids)[1:], limit))
    assert read_all(access).added == 1
    assert subjects(access) == ["注文済み: 品物2"]


def test_stopped_and_begun_again_reads_no_mail_twice(access, mail_server, fetched, monkeypatch):
    monkeypatch.setattr(mailbox_import, "HEADERS_AT_ONCE", 2)
    mail_server.put([order_mail(number) for number in range(7)])
    steps = import_mailbox(access, USER)
    while next(steps).added < 4:
        pass
    steps.close()
    assert len(subjects(access)) == 4
    read_all(access)
    assert len(subjects(access)) == 7
    assert sorted(fetched) == sorted(set(fetched))


def test_a_server_that_hangs_up_again_and_again_is_read_to_its_end(access, mail_server, fetched, monkeypatch):
    monkeypatch.setattr(mailbox_import, "HEADERS_AT_ONCE", 2)
    mail_server.put([order_mail(number) for number in range(7)])
    headers, calls = Session.headers, []

    def breaks_off(session, uids):
        calls.append(uids)
        if len(calls) % 2 == 0:
            raise MailboxError(Trouble.CONNECTION_LOST)
        return headers(session, uids)

    monkeypatch.setattr(Session, "headers", breaks_off)
    assert read_all(access).read == 7
    assert sorted(fetched) == sorted(set(fetched))
    assert mailboxes.get(access, USER).trouble is None


def test_a_server_that_hangs_up_at_once_is_left_alone_for_a_while(access, mail_server, monkeypatch):
    mail_server.put([order_mail(1)])

    def breaks_off(_session, _uids):
        raise MailboxError(Trouble.CONNECTION_LOST)

    monkeypatch.setattr(Session, "headers", breaks_off)
    with pytest.raises(MailboxError):
        read_all(access)
    mailbox = mailboxes.get(access, USER)
    assert mailbox.trouble is Trouble.CONNECTION_LOST
    assert mailbox.next_try_at > access.now()
    assert mailboxes.due(access, 0) == ()


def test_a_large_folder_is_searched_on_the_server(access, mail_server, monkeypatch):
    asked = []
    headers = Session.headers

    def looked_at(session, uids):
        asked.extend(uids)
        return headers(session, uids)

    monkeypatch.setattr(Session, "headers", looked_at)
    monkeypatch.setattr(mailbox_import, "SEARCH_ABOVE", 3)
    mail_server.put([*(private_mail(number) for number in range(8)), order_mail(1)])
    # a shop that nobody knows, whose subject alone speaks of an order
    mail_server.put([order_mail(2).replace(b"auto-confirm@amazon.co.jp", b"shop@chiisana-mise.example.jp")])
    last = read_all(access)
    assert (last.mails, last.added, len(asked)) == (10, 2, 2)


def test_a_huge_folder_is_searched_piece_by_piece_and_a_stop_keeps_the_pieces(access, mail_server, monkeypatch):
    monkeypatch.setattr(mailbox_import, "SEARCH_ABOVE", 2)
    monkeypatch.setattr(mailbox_import, "SEARCHED_AT_ONCE", 4)
    mail_server.put([order_mail(number) if number % 5 == 0 else private_mail(number) for number in range(10)])
    search, searched = Session.search, []

    def seen(session, first, last, *key):
        if key:
            searched.append((first, last))
        return search(session, first, last, *key)

    monkeypatch.setattr(Session, "search", seen)
    steps = import_mailbox(access, USER)
    looked = [next(steps).looked for _ in range(2)]
    steps.close()
    assert looked == [0, 4]
    assert set(searched) == {(107, 110)}
    searched.clear()
    looked = [step.looked for step in import_mailbox(access, USER)]
    assert looked == [0, 8, 10, 10]
    assert set(searched) == {(103, 106)}
    assert subjects(access) == ["注文済み: 品物0", "注文済み: 品物5"]


def test_looking_again_fetches_nothing_again(access, mail_server, fetched):
    mail_server.put([order_mail(1)])
    read_all(access)
    mailboxes.look_again(access, USER)
    fetched.clear()
    assert read_all(access).read == 0
    assert fetched == []


def test_two_imports_at_once_leave_what_one_leaves(access, mail_server, monkeypatch):
    monkeypatch.setattr(mailbox_import, "HEADERS_AT_ONCE", 3)
    mail_server.put([order_mail(number) for number in range(30)])
    failed = []

    def run():
        try:
            read_all(access)
        except Exception as error:  # noqa: BLE001 - told by the test
            failed.append(error)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(subjects(access)) == 30
    with access.household.store.reading() as transaction:
        span = kept_mailboxes.span(transaction, USER, b"INBOX")
    assert (span.first, span.last) == (1, 130)


def test_a_wrong_password_waits_for_the_person(store, tmp_path, mail_server):
    access = mail_access(store, tmp_path)
    mailboxes.add(access, mail_server.account, replace(mail_server.credentials, password="別のもの"))
    with pytest.raises(MailboxError) as error:
        read_all(access)
    assert error.value.trouble is Trouble.WRONG_PASSWORD
    mailbox = mailboxes.get(access, USER)
    assert (mailbox.trouble, mailbox.next_try_at, mailbox.failures) == (Trouble.WRONG_PASSWORD, None, 1)
    assert mailboxes.due(access, 0) == ()
    mailboxes.add(access, mail_server.account, mail_server.credentials)
    assert [due.account.name for due in mailboxes.due(access, 0)] == [USER]


def test_forgetting_leaves_the_mails_and_nothing_else(access, mail_server):
    mail_server.put([order_mail(1)])
    read_all(access)
    assert mailboxes.forget(access, USER)
    assert access.secrets.names() == ()
    assert mailboxes.every(access) == ()
    assert len(subjects(access)) == 1
    with access.household.store.reading() as transaction:
        assert kept_mailboxes.span(transaction, USER, b"INBOX") is None
