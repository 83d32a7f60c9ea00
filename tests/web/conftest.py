"""A running site over an empty household or the demo's, and a browser's manners."""

from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from okawari.domain.judge import Trust
from okawari.sandbox.opening import open_demo
from okawari.services.household import Household
from okawari.web.app import create_app
from tests.databases import store_at

HOST = "127.0.0.1:8765"
NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
MANNERS = {"Sec-Fetch-Site": "same-origin"}


def empty_household(folder):
    return Household(store_at(folder / "okawari.db"), Trust())


@pytest.fixture
def household(tmp_path):
    household = empty_household(tmp_path)
    yield household
    household.store.close()


@pytest.fixture
def site(household):
    """The application, on 24 November 2026 at noon in Japan."""
    return create_app(household, [HOST], now=lambda: NOW)


@pytest.fixture
def browser(site):
    """A client that sends what a browser sends from our own pages."""
    with TestClient(site, base_url=f"http://{HOST}", headers=MANNERS) as client:
        yield client


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory):
    """The application over the demo's mailbox; tests only look at it."""
    household = empty_household(tmp_path_factory.mktemp("demo"))
    open_demo(household, NOW)
    yield create_app(household, [HOST], now=lambda: NOW, demo=True)
    household.store.close()


@pytest.fixture(params=["ja", "en"])
def demo(request, demo_site):
    """A client of the demo in each language."""
    with TestClient(demo_site, base_url=f"http://{HOST}", headers=MANNERS) as client:
        client.cookies.set("okawari_language", request.param)
        yield client
