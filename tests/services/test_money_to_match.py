"""A command starts without what looks for money only where nothing could come of it."""

from datetime import UTC, datetime

import pytest

from okawari.domain.matching.expectations import Share
from okawari.domain.plan import Candidate, Sighting
from okawari.services.keeping_statements import forget_statement, keep_statements
from okawari.services.money_to_match import is_money_to_match
from okawari.store import money
from tests.services.test_following import vpass

SHARE = Share("amazon_jp", "249-0000001-7000001", "total")


def test_an_empty_store_has_none(store):
    assert not is_money_to_match(store)


@pytest.mark.parametrize(
    "told",
    [
        lambda transaction: money.put(transaction, {SHARE: Sighting(candidates=(Candidate(account="x"),))}),
        lambda transaction: money.answer(
            transaction, SHARE, money.Recognised(keys=(), is_it=True), datetime(2026, 11, 23, tzinfo=UTC)
        ),
    ],
    ids=["found before", "said by the person"],
)
def test_what_was_found_or_said_is_looked_at_again(store, told):
    with store.writing() as transaction:
        told(transaction)
    assert is_money_to_match(store)


def test_a_statement_is_looked_through(store, tmp_path):
    path = tmp_path / "vpass.csv"
    path.write_bytes(vpass(("2026/11/02", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1180")))
    (kept,) = keep_statements(str(path), store)
    assert is_money_to_match(store)
    forget_statement(store, kept.sha256)
    assert not is_money_to_match(store)
