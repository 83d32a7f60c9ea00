"""Keeping mails: once each, whatever happens on the way."""

from sqlalchemy import select

from okawari.domain.judge import Trust
from okawari.services.importing import import_bytes, import_paths
from okawari.store import evidence
from okawari.store.schema import evidence as evidence_table
from okawari.store.schema import facts as facts_table
from tests.mails import order_mail, order_number


def contents(store):
    """What a store holds, without when it was put there."""
    with store.reading() as transaction:
        return [
            transaction.connection.execute(select(*columns).order_by(*columns[:3])).all()
            for columns in (
                [column for column in evidence_table.c if column.name != "imported_at"],
                list(facts_table.c),
            )
        ]


def test_a_mail_is_kept_with_what_it_says(store):
    report = import_bytes([("a.eml", order_mail(1))], store, Trust())
    assert (report.mails, report.added, report.known, report.facts) == (1, 1, 0, 1)
    assert report.orders == (order_number(1),)


def test_the_same_mail_twice_changes_nothing(store, tmp_path):
    (tmp_path / "a.eml").write_bytes(order_mail(1))
    import_paths([str(tmp_path / "a.eml")], store, Trust())
    before = contents(store)
    report = import_paths([str(tmp_path / "a.eml")], store, Trust())
    assert (report.added, report.known, report.orders) == (0, 1, ())
    assert contents(store) == before


def test_the_same_mail_twice_in_one_import_is_kept_once_under_its_first_name(store):
    report = import_bytes([("a.eml", order_mail(1)), ("b.eml", order_mail(1))], store, Trust())
    assert (report.added, report.known, report.facts) == (1, 1, 1)
    with store.reading() as transaction:
        assert [kept.source for kept in evidence.newest(transaction, 10)] == ["a.eml"]


def test_a_copy_that_was_saved_otherwise_adds_nothing(store):
    plain = order_mail(1)
    saved_on_windows = plain.replace(b"\n", b"\r\n") + b"\r\n"
    exported = b"X-GM-THRID: 12345\nX-Gmail-Labels: =?UTF-8?Q?=E5=8F=97=E4=BF=A1?=\n" + plain
    import_bytes([("a.eml", plain)], store, Trust())
    before = contents(store)
    report = import_bytes([("b.eml", saved_on_windows), ("c.mbox", exported)], store, Trust())
    assert (report.added, report.known) == (0, 2)
    assert contents(store) == before


def test_a_copy_with_a_receivers_result_is_evidence_of_its_own(store):
    checked = b"Authentication-Results: mx.example.jp; dkim=pass header.d=amazon.co.jp\n" + order_mail(1)
    report = import_bytes([("a.eml", order_mail(1)), ("b.eml", checked)], store, Trust())
    assert report.added == 2


def test_text_that_no_database_takes_is_kept_all_the_same(store):
    hostile = order_mail(1).replace(b"Subject: ", b"Subject: \x00\xff\xfe")
    assert import_bytes([("a\udcff.eml", hostile)], store, Trust()).added == 1


def test_households_do_not_see_each_other(store):
    from dataclasses import replace

    import_bytes([("a.eml", order_mail(1))], store, Trust())
    neighbours = replace(store, household="neighbours")
    with neighbours.reading() as transaction:
        assert evidence.newest(transaction, 10) == ()
    assert import_bytes([("a.eml", order_mail(1))], neighbours, Trust()).added == 1
