"""Who may ask, and how much may be sent."""

import pytest
from fastapi.testclient import TestClient

from okawari.web import guard
from tests.mails import order_mail
from tests.web.conftest import HOST


@pytest.fixture
def stranger(site):
    """A client without a browser's manners."""
    with TestClient(site, base_url=f"http://{HOST}") as client:
        yield client


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1", "localhost:80", "127.0.0.1:8765.evil.example", ""]
)
@pytest.mark.parametrize("path", ["/", "/cases", "/static/css/base.css"])
def test_a_foreign_name_is_not_answered(stranger, host, path):
    answer = stranger.get(path, headers={"Host": host})
    assert answer.status_code == 421
    assert "<" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "http://evil.example"},
        {"Origin": "https://127.0.0.1:8765"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://evil.example", "Sec-Fetch-Site": "same-origin"},
    ],
)
def test_a_form_of_another_site_is_refused(stranger, headers):
    answer = stranger.post("/mails", files={"mails": ("a.eml", order_mail(1))}, headers=headers)
    assert answer.status_code == 403
    assert "250-0000001" not in stranger.get("/cases").text


@pytest.mark.parametrize("headers", [{"Origin": f"http://{HOST}"}, {"Sec-Fetch-Site": "same-origin"}])
def test_a_form_of_our_own_page_is_taken(stranger, headers):
    answer = stranger.post("/mails", files={"mails": ("a.eml", order_mail(1))}, headers=headers, follow_redirects=False)
    assert answer.status_code == 303


@pytest.mark.parametrize("path", ["/", "/paste", "/ask", "/cases", "/nothing"])
def test_what_a_browser_may_do_is_bounded(browser, path):
    headers = browser.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


def test_too_much_is_refused_with_the_limit(browser, monkeypatch):
    monkeypatch.setattr(guard, "UPLOAD_LIMIT", 2000)
    answer = browser.post("/mails", files={"mails": ("a.eml", b"x" * 4000)})
    assert answer.status_code == 413
    assert "64 MB" in answer.text
    assert 'id="mails-error"' in answer.text


def test_too_much_in_pieces_is_refused_too(browser, monkeypatch):
    monkeypatch.setattr(guard, "UPLOAD_LIMIT", 2000)
    pieces = (b"x" * 1000 for _ in range(5))
    answer = browser.post("/paste", content=pieces, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 413
