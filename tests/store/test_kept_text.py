"""Moments as the text that every database sorts alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from okawari.domain.japan_time import JAPAN
from okawari.store.kept_text import utc_text


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 11, 23, 9, tzinfo=JAPAN), "2026-11-23T00:00:00.000000Z"),
        (datetime(2026, 11, 23, 0, 0, 0, 123, tzinfo=UTC), "2026-11-23T00:00:00.000123Z"),
        (datetime(2026, 11, 23), "2026-11-23T00:00:00.000000Z"),  # noqa: DTZ001 - a moment without a zone
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01T00:00:00.000000Z"),
        (datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=9, microseconds=1))), "2025-12-31T14:59:59.999999Z"),
        (datetime(1, 1, 1, tzinfo=JAPAN), None),
        (None, None),
    ],
)
def test_every_moment_is_text_of_one_width(moment: datetime | None, text: str | None) -> None:
    assert utc_text(moment) == text
