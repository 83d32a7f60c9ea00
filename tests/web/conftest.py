"""A running site over an empty household, and a browser's manners."""

from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from okawari.domain.judge import Trust
from okawari.services.household import Household
from okawari.store.engine import Store, connect
from okawari.store.upgrade import upgrade
from okawari.web.app import create_app

HOST = "127.0.0.1:8765"
NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)


@pytest.fixture
def household(tmp_path):
    engine = connect(f"sqlite:///{tmp_path / 'okawari.db'}")
    upgrade(engine)
    store = Store(engine)
    yield Household(store, Trust())
    store.close()


@pytest.fixture
def site(household):
    """The application, on 23 November 2026 at noon in Japan."""
    return create_app(household, [HOST], now=lambda: NOW)


@pytest.fixture
def browser(site):
    """A client that sends what a browser sends from our own pages."""
    with TestClient(site, base_url=f"http://{HOST}", headers={"Sec-Fetch-Site": "same-origin"}) as client:
        yield client
