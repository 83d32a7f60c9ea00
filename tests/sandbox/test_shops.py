"""The demo's shops are read and judged as any other, and nothing is asked of the network."""

from datetime import UTC, datetime, timedelta

import pytest

from okawari.domain.history import minute_of
from okawari.domain.judge import Trust
from okawari.domain.offer import Availability
from okawari.sandbox.opening import open_demo
from okawari.services import past, watching
from okawari.services.alerting import alerts
from okawari.services.household import Household

NOW = datetime(2026, 11, 28, 3, tzinfo=UTC)


@pytest.fixture
def watched(store):
    open_demo(Household(store, Trust()), NOW)
    return {one.watch.item: one for one in watching.every(store)}


def test_each_page_was_looked_at_and_has_a_past(store, watched):
    assert len(watched) == 3
    for title, one in watched.items():
        assert one.last_seen.title == title
        held = past.of_url(store, one.watch.url)
        assert len(held.points) >= 4
        assert held.points[0].minute < minute_of(NOW - timedelta(days=80))


def test_what_can_be_had_at_its_price_was_told_once(store, watched):
    seen = {title: one.last_seen.availability for title, one in watched.items()}
    assert seen["電気ケトル 0.8L 温度調節つき NK-08T"] is Availability.OUT_OF_STOCK
    assert [told.alert.title for told in alerts(store)] == ["防水スピーカー 小型 WS-20"]
