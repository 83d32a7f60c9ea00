"""A kept export tells which orders are the person's own."""

import pytest

from okawari.domain.authenticity import Verdict
from okawari.domain.judge import Trust
from okawari.services.evidence import kept_mail
from okawari.services.household import Household
from okawari.services.importing import import_bytes, import_paths
from okawari.services.reading_again import read_again
from okawari.store import evidence
from tests.mails import order_mail, order_number

HEAD = "Website,Order ID,Order Date,Currency,Unit Price,Total Owed,Quantity,Order Status,Product Name,ASIN"


def export_of(folder, *orders):
    lines = [f"Amazon.co.jp,{number},{day}T03:00:00Z,JPY,1000,1000,1,Closed,品物,B000000001" for number, day in orders]
    path = folder / "Retail.OrderHistory.1.csv"
    path.write_text("\n".join([HEAD, *lines]) + "\n", "utf-8")
    return str(path)


@pytest.fixture
def export(tmp_path):
    """An export from 1 October to 1 December 2026 that knows order 1 only of those that `order_mail` speaks of."""
    others = ("503-1000001-2000001", "2026-10-01"), ("503-1000002-2000002", "2026-12-01")
    return export_of(tmp_path, others[0], (order_number(1), "2026-11-01"), others[1])


def hints(store, raw):
    household = Household(store, Trust())
    with store.reading() as transaction:
        (digest,) = [one.sha256 for one in evidence.newest(transaction, 10) if one.subject.endswith(raw)]
    found = kept_mail(household, digest).reading.authenticity
    assert found.verdict is Verdict.UNPROVEN
    return [reason.detail for reason in found.reasons if reason.code == "unknown_order"]


def test_a_mail_about_an_order_that_a_kept_export_lacks_says_so(store, export):
    import_paths([export], store, Trust())
    import_bytes([("1.eml", order_mail(1)), ("2.eml", order_mail(2))], store, Trust())
    assert hints(store, "品物1") == []
    assert hints(store, "品物2") == [order_number(2)]


def kept_reasons(store):
    with store.reading() as transaction:
        rows = transaction.connection.exec_driver_sql("SELECT payload FROM facts").scalars()
        return sum("unknown_order" in payload for payload in rows)


def test_mails_are_judged_by_the_export_that_comes_with_them_and_again_by_a_later_one(store, export, tmp_path):
    mail = tmp_path / "2.eml"
    mail.write_bytes(order_mail(2))
    import_paths([str(mail)], store, Trust())
    assert kept_reasons(store) == 0
    import_paths([export], store, Trust())
    read_again(store, Trust())
    assert kept_reasons(store) == 1
    other = tmp_path / "3.eml"
    other.write_bytes(order_mail(3))
    import_paths([str(other), export], store, Trust())
    assert kept_reasons(store) == 2


def test_an_export_that_ends_before_the_order_says_nothing(store, tmp_path):
    export = export_of(tmp_path, ("503-1000001-2000001", "2026-09-01"), ("503-1000002-2000002", "2026-10-31"))
    import_paths([export], store, Trust())
    import_bytes([("2.eml", order_mail(2))], store, Trust())
    assert hints(store, "品物2") == []
