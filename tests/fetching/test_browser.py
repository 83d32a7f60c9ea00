"""A page as a browser shows it: its scripts run, and the browser reaches nothing but what the gate hands in."""

import shutil
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from okawari.fetching.addresses import PageUnavailableError
from okawari.fetching.browser import render
from okawari.fetching.pages import FetchedPage, PageGate

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SHELL = """<html><head><title>水筒</title></head><body><div id="app"></div><img src="/picture.png">
<iframe src="/frame"></iframe><script src="/app.js"></script></body></html>"""
APP = """
alert('look'); confirm('sure?');
for (const url of ['http://127.0.0.1:OTHER/inside', 'http://10.0.0.1/', '/private/x']) fetch(url).catch(() => 0);
fetch('/order', {method: 'POST', body: 'x'}).catch(() => 0);
try { new WebSocket('ws://127.0.0.1:OTHER/socket'); new WebSocket('ws://127.0.0.1:OWN/socket') } catch (e) {}
const link = document.createElement('a'); link.href = '/file.zip'; link.download = ''; document.body.append(link); link.click();
fetch('/stock.json').then(r => r.json()).then(d => {
  document.getElementById('app').innerHTML = '<h1>' + d.name + '</h1><p>在庫あり</p>' });
"""


def serving(pages):
    """A site of these pages: `asked` is what it was asked for."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked.append((self.command, self.path))
            kind, body = pages.get(self.path, ("text/plain", b""))
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self):
            self.do_GET()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    return server


@pytest.fixture
def sites():
    """The shop, and a server inside that nobody may reach."""
    pages = {
        "/": ("text/html; charset=utf-8", SHELL.encode()),
        "/robots.txt": ("text/plain", b"User-agent: *\nDisallow: /private\n"),
        "/stock.json": ("application/json", '{"name": "水筒 K-500W"}'.encode()),
        "/busy": ("text/html", b"<script>for (;;) {}</script>"),
    }
    shop, inside = serving(pages), serving({})
    app = APP.replace("OTHER", str(inside.server_port)).replace("OWN", str(shop.server_port))
    pages["/app.js"] = ("application/x-javascript", app.encode())
    yield shop, inside
    for server in (shop, inside):
        server.shutdown()
        server.server_close()


def gate(shop):
    return PageGate(trusted=[("127.0.0.1", shop.server_port)], browser=CHROMIUM)


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: install the package `chromium`")
def test_scripts_run_and_reach_nothing_but_what_the_gate_hands_in(sites):
    shop, inside = sites
    own = gate(shop)
    page = render(own, own.fetch(f"http://127.0.0.1:{shop.server_port}/"))
    assert "水筒 K-500W" in page.body.decode(page.charset)
    assert "在庫あり" in page.body.decode(page.charset)
    assert shop.asked == [("GET", path) for path in ("/robots.txt", "/", "/app.js", "/stock.json")]
    assert inside.asked == []


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: install the package `chromium`")
def test_a_page_that_keeps_the_browser_busy_ends_with_the_time(sites):
    shop, _ = sites
    own = gate(shop)
    begun = time.monotonic()
    with pytest.raises(PageUnavailableError) as caught:
        render(own, own.fetch(f"http://127.0.0.1:{shop.server_port}/busy"), seconds=4)
    assert caught.value.code == "too_slow"
    assert time.monotonic() - begun < 20


def test_without_playwright_one_line_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    with pytest.raises(PageUnavailableError) as caught:
        render(PageGate(browser="/usr/bin/chromium"), FetchedPage("http://shop.example/", b"", ""))
    assert (caught.value.code, caught.value.detail) == ("no_browser", "playwright")


def test_a_browser_that_is_not_there_is_told():
    with pytest.raises(PageUnavailableError) as caught:
        render(PageGate(browser="/nowhere/chromium"), FetchedPage("http://shop.example/", b"", ""))
    assert caught.value.code == "no_browser"
