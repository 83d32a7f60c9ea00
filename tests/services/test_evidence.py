"""What came in: listed by page and filter, read again, forgotten, and what could not be read."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import event, text

from okawari.domain.judge import Trust
from okawari.services.cases import get_case
from okawari.services.evidence import (
    Wanted,
    forget_evidence,
    kept_evidence,
    list_evidence,
    list_unreadable,
    read_evidence_again,
)
from okawari.services.household import Household
from okawari.services.importing import import_bytes, import_paths
from okawari.services.taking_in import take_in_files
from okawari.services.unreadable import KEPT_OF_ONE
from tests.mails import order_mail, order_number, private_mail
from tests.services.test_exports import ASKED, folder, zipped
from tests.services.test_keeping_statements import HEADING, row, write
from tests.services.test_keeping_statements import kept as lines
from tests.web.conftest import empty_household

__all__ = ["folder"]
NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def household(store):
    """A household with five mails: three orders, one cancel, a private one."""
    found = [order_mail(1), order_mail(2), order_mail(3), order_mail(1, cancelled=True), private_mail(7)]
    import_bytes([(f"{number}.eml", raw) for number, raw in enumerate(found)], store, Trust())
    return Household(store, Trust())


def test_a_page_holds_what_came_in_last_and_pages_hold_everything_once(household):
    take_in_files(household, [("late.eml", order_mail(9))])
    first = list_evidence(household, Wanted(), 2)
    assert (first.total, first.pieces[0].source) == (6, "late.eml")
    assert [key.order for key in first.orders[first.pieces[0].sha256]] == [order_number(9)]
    pages = [list_evidence(household, Wanted(), 2, offset).pieces for offset in range(0, 8, 2)]
    assert len({piece.sha256 for page in pages for piece in page}) == 6
    assert pages[3] == ()


def test_filters_and_what_can_be_filtered_by(household):
    everything = list_evidence(household, Wanted(), 10)
    assert everything.kinds == ("cancelled", "order_placed", "other")
    assert everything.merchants == ("", "amazon_jp")
    for wanted, total in (
        (Wanted(kind="order_placed"), 3),
        (Wanted(merchant=""), 1),
        (Wanted(kind="cancelled", merchant="amazon_jp"), 1),
        (Wanted(kind="cancelled", merchant=""), 0),
        (Wanted(kind="' OR 1=1"), 0),
    ):
        found = list_evidence(household, wanted, 10)
        assert (found.total, len(found.pieces)) == (total, total)


def test_an_export_stands_among_the_mails(household, folder):
    import_paths([str(zipped(folder))], household.store, Trust())
    (piece,) = list_evidence(household, Wanted(kind="order_export"), 10).pieces
    kept = kept_evidence(household, piece.sha256[:8])
    assert (kept.is_mail, kept.facts > 10, len(kept.orders) > 5) == (False, True, True)
    read_evidence_again(household, piece.sha256)
    assert kept_evidence(household, piece.sha256) == kept


def test_a_statement_stands_among_the_mails_and_goes_with_its_lines(household, tmp_path):
    first = write(tmp_path / "a.csv", HEADING, row(1, 100), row(3, 300))
    later = write(tmp_path / "b.csv", HEADING, row(3, 300), row(5, 500))
    import_paths([first, later], household.store, Trust())
    pieces = list_evidence(household, Wanted(kind="statement"), 10).pieces
    (piece,) = [one for one in pieces if one.source == first]
    assert kept_evidence(household, piece.sha256).facts == 2
    read_evidence_again(household, piece.sha256)
    assert [kept_evidence(household, one.sha256).facts for one in pieces if one is piece] == [2]
    assert len(lines(household.store)) == 3
    assert forget_evidence(household, piece.sha256)
    assert [day for day, *_ in lines(household.store)] == [3, 5]


@pytest.mark.parametrize("start", ["", "abc", "z" * 64, "%", "ABCDEF", "0" * 64, "0" * 65, "abcdef\n"])
def test_what_is_no_number_of_any_evidence_names_none(household, start):
    assert kept_evidence(household, start) is None


def test_what_is_forgotten_takes_its_facts_and_the_case_follows(household):
    (piece,) = list_evidence(household, Wanted(kind="cancelled"), 10).pieces
    assert get_case(household.store, order_number(1), ASKED)[0].case.state == "cancelled"
    assert forget_evidence(household, piece.sha256)
    assert not forget_evidence(household, piece.sha256)
    assert get_case(household.store, order_number(1), ASKED)[0].case.state == "ordered"
    assert kept_evidence(household, piece.sha256) is None


def test_reading_one_again_repairs_its_facts(household):
    (piece,) = list_evidence(household, Wanted(kind="cancelled"), 10).pieces
    with household.store.writing() as transaction:
        transaction.connection.execute(text("DELETE FROM facts"))
    read_evidence_again(household, piece.sha256)
    assert kept_evidence(household, piece.sha256).facts == 1
    assert get_case(household.store, order_number(2), ASKED) == ()


def test_what_an_import_could_not_read_is_remembered_until_it_can(household, tmp_path):
    bad, good = tmp_path / "bad.zip", tmp_path / "good.eml"
    bad.write_bytes(b"PK\x03\x04 broken")
    good.write_bytes(order_mail(8))
    for _ in range(2):
        import_paths([str(bad), str(good), str(tmp_path / "none.eml")], household.store, Trust())
    met = list_unreadable(household, 10)
    assert [(one.file, bool(one.code)) for one in met] == [(str(bad), True), (str(tmp_path / "none.eml"), True)]
    assert list_evidence(household, Wanted(), 1).unreadable == 2
    bad.write_bytes(order_mail(10))
    import_paths([str(bad)], household.store, Trust())
    assert [one.file for one in list_unreadable(household, 10)] == [str(tmp_path / "none.eml")]


def test_what_a_browser_sent_and_could_not_be_read_is_remembered_too(household):
    take_in_files(household, [("empty.eml", b""), ("a.eml", order_mail(11))])
    assert [one.file for one in list_unreadable(household, 10)] == ["empty.eml"]


def test_a_folder_of_rubbish_is_remembered_within_bounds(household, tmp_path):
    for number in range(KEPT_OF_ONE + 5):
        (tmp_path / f"{number}.eml").write_bytes(b"")
    import_paths([str(tmp_path)], household.store, Trust())
    assert list_evidence(household, Wanted(), 1).unreadable == KEPT_OF_ONE


def plans_of(store, look):
    """The plan of every query that `look` makes, on SQLite."""
    queries = []

    def note(_connection, _cursor, statement, parameters, *_):
        queries.append((statement, parameters))

    event.listen(store.engine, "before_cursor_execute", note)
    look()
    event.remove(store.engine, "before_cursor_execute", note)
    with store.engine.connect() as connection:
        explained = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {q}", p).all() for q, p in queries]
    return [step[3] for steps in explained for step in steps]


def test_every_query_of_the_list_goes_by_an_index(tmp_path):
    household = empty_household(tmp_path)
    for wanted in (Wanted(), Wanted(kind="other"), Wanted(merchant="amazon_jp"), Wanted("other", "amazon_jp")):
        steps = plans_of(household.store, lambda wanted=wanted: list_evidence(household, wanted, 50, 100))
        assert any("INDEX evidence_by_" in step for step in steps)
        assert [step for step in steps if "TEMP B-TREE" in step or step.startswith("SCAN evidence")] == [], wanted
    household.store.close()
