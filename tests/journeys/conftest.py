"""A real browser before the real program, on a made-up 24 November 2026."""

import os
import shutil
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import sync_playwright

from okawari.sandbox.opening import open_demo
from okawari.web.app import create_app
from okawari.web.serving import listen
from tests.web.conftest import NOW, empty_household

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1440, "height": 900}


@contextmanager
def served(household, *, demo, profile=None):
    listener = listen("127.0.0.1", 18900)
    app = create_app(household, listener.hosts, now=lambda: NOW, demo=demo, profile=profile)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener.socket]}, daemon=True)
    thread.start()
    yield listener.url.rstrip("/")
    server.should_exit = True
    thread.join(timeout=10)
    household.store.close()


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: install the package `chromium` to run the journeys")
    arguments = ["--lang=ja"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=arguments, env={**os.environ, "LANGUAGE": "ja"}
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo_url(tmp_path_factory):
    """The demo; journeys only look at it."""
    household = empty_household(tmp_path_factory.mktemp("demo"))
    open_demo(household, NOW)
    with served(household, demo=True) as url:
        yield url


@pytest.fixture
def url(tmp_path):
    """A program that keeps nothing yet."""
    with served(empty_household(tmp_path), demo=False) as url:
        yield url


@pytest.fixture
def new_page(chromium):
    """Open a page of a size; a complaint of the browser (a blocked script, a missing file) fails the test."""
    contexts, complaints = [], []

    def opened(viewport=DESK, **options):
        context = chromium.new_context(viewport=viewport, locale="ja-JP", **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if complains(said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def complains(said):
    """Whether the browser complains; that it notes an answer of 422 is no complaint."""
    return said.type in {"error", "warning"} and "with a status of 422" not in said.text


@pytest.fixture
def mail_file(tmp_path):
    """Write a mail to a file and return its path."""

    def written(name: str, raw: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(raw)
        return path

    return written
