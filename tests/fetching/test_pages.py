"""The gate, against a server on this machine that behaves as badly as it can."""

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpcore2
import pytest

from okawari.fetching import addresses, kept_connections
from okawari.fetching.addresses import PageUnavailableError, address_of, is_public
from okawari.fetching.kept_connections import KeptConnections
from okawari.fetching.pages import PageGate

PAGE = "<html><h1>やかん</h1><p>在庫あり</p></html>".encode("shift_jis")


class Site(BaseHTTPRequestHandler):
    """Every path misbehaves in its own way."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.callers.add(self.client_address)
        self.served = getattr(self, "served", 0) + 1
        self.close_connection = self.close_connection or self.server.hang_up
        self.server.asked.append((self.path, self.headers["User-Agent"], self.headers["Host"]))
        if self.server.silent and self.served > 1:
            self.close_connection = True
            return
        name = self.path.partition("?")[0].strip("/").replace(".", "_") or "page"
        getattr(self, f"say_{name.partition('/')[0]}")()

    def do_POST(self):
        self.do_GET()

    def send(self, body, status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def say_robots_txt(self):
        self.send(self.server.robots, self.server.robots_status)

    def say_page(self):
        self.send(PAGE, Content_Type="text/html; charset=Shift_JIS")

    def say_packed(self):
        self.send(gzip.compress(PAGE), Content_Encoding="gzip", Content_Type="text/html")

    def say_bomb(self):
        self.send(gzip.compress(b"<p>" * 40_000_000, 1), Content_Encoding="gzip", Content_Type="text/html")

    def say_garbled(self):
        self.send(b"no gzip at all", Content_Encoding="gzip")

    def say_large(self):
        self.send(b"x" * 9_000_000, Content_Type="text/html")

    def say_loop(self):
        self.send(b"", 302, Location=f"/loop/{len(self.server.asked)}")

    def say_inside(self):
        self.send(b"", 302, Location="http://169.254.169.254/latest/meta-data/")

    def say_moved(self):
        self.send(b"", 301, Location="/page?a=1")

    def say_gone(self):
        self.send(b"gone", 410)

    def say_picture(self):
        self.send(b"\x89PNG", Content_Type="image/png")

    def say_drip(self):
        self.send_response(200)
        self.end_headers()
        self.drip(b"<p>" * 1000)

    def say_drip_headers(self):
        self.drip(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000)

    def drip(self, what):
        try:
            for byte in what:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(0.02)
        except OSError:
            self.close_connection = True

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked, server.robots, server.robots_status = [], b"User-agent: *\nDisallow: /private\n", 200
    server.callers, server.hang_up, server.silent = set(), False, False
    server.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def gate(site, seconds=5.0):
    return PageGate(seconds=seconds, trusted=[("127.0.0.1", site.server_port)])


def refusal(site, path, **options):
    with pytest.raises(PageUnavailableError) as caught:
        gate(site, **options).fetch(f"{site.url}{path}")
    return caught.value.code


def test_a_page_comes_with_its_charset_by_our_own_name(site):
    page = gate(site).fetch(f"{site.url}/page")
    assert (page.body, page.charset, page.url) == (PAGE, "Shift_JIS", f"{site.url}/page")
    assert [path for path, _, _ in site.asked] == ["/robots.txt", "/page"]
    assert all(agent.startswith("Okawari/") for _, agent, _ in site.asked)
    assert site.asked[1][2] == f"127.0.0.1:{site.server_port}"


def test_a_packed_page_is_unpacked(site):
    assert gate(site).fetch(f"{site.url}/packed").body == PAGE


def test_a_redirect_is_followed_and_told(site):
    assert gate(site).fetch(f"{site.url}/moved").url == f"{site.url}/page?a=1"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/bomb", "too_large"),
        ("/large", "too_large"),
        ("/loop", "too_many_redirects"),
        ("/inside", "private_address"),
        ("/gone", "status"),
        ("/picture", "not_a_page"),
        ("/garbled", "packed_oddly"),
        ("/private/page", "robots"),
    ],
)
def test_what_cannot_be_had_is_told(site, path, code):
    assert refusal(site, path) == code


@pytest.mark.parametrize("path", ["/drip", "/drip_headers"])
def test_a_slow_drip_ends_with_the_time(site, path):
    begun = time.monotonic()
    assert refusal(site, path, seconds=0.5) == "too_slow"
    assert time.monotonic() - begun < 5


def test_a_site_whose_rules_cannot_be_had_is_left_alone(site):
    site.robots_status = 503
    assert refusal(site, "/page") == "robots_unknown"
    assert [path for path, _, _ in site.asked] == ["/robots.txt"]


def test_a_site_without_rules_may_be_read(site):
    site.robots_status = 404
    assert gate(site).fetch(f"{site.url}/page").body == PAGE


def test_this_machine_is_private_without_the_hook(site):
    with pytest.raises(PageUnavailableError) as caught:
        PageGate().fetch(f"http://localhost:8080/?{site.server_port}")
    assert caught.value.code == "private_address"
    assert site.asked == []


def test_a_name_that_leads_inside_is_refused_and_the_address_looked_at_is_the_one_used(site, monkeypatch):
    answers = iter([["127.0.0.1"], ["93.184.216.34", "10.0.0.1"]])
    monkeypatch.setattr(addresses, "_resolved", lambda *_: next(answers))
    for _ in range(2):
        with pytest.raises(PageUnavailableError, match="private_address"):
            PageGate().fetch("http://shop.example/")
    # Resolved once for each connection: what the name answers afterwards is never asked.
    resolved = []
    monkeypatch.setattr(addresses, "_resolved", lambda host, _: resolved.append(host) or ["127.0.0.1"])
    page = gate_to(site).fetch(f"http://shop.example:{site.server_port}/page")
    assert page.body == PAGE
    assert resolved == ["shop.example"]


def gate_to(site):
    """A gate for which the site is the shop of that name."""
    return PageGate(seconds=5.0, trusted=[("shop.example", site.server_port)])


def test_a_kept_connection_stays_with_its_address_and_a_new_one_is_looked_at_again(site, monkeypatch):
    monkeypatch.setattr(addresses, "_resolved", lambda *_: ["127.0.0.1"])
    kept, url = gate_to(site), f"http://shop.example:{site.server_port}"
    kept.fetch(f"{url}/page")
    monkeypatch.setattr(addresses, "_resolved", lambda *_: ["169.254.169.254"])
    monkeypatch.setattr(kept, "_trusted", frozenset())
    looked_up = addresses.looked_up
    monkeypatch.setattr(addresses, "looked_up", lambda host, port, _: looked_up(host, port, frozenset()))
    with pytest.raises(PageUnavailableError, match="bad_port"):
        kept.fetch(f"{url}/page")
    monkeypatch.setattr(addresses, "_OPEN_PORTS", frozenset({site.server_port}))
    assert kept.fetch(f"{url}/page").body == PAGE
    site.hang_up = True
    assert kept.fetch(f"{url}/page").body == PAGE
    with pytest.raises(PageUnavailableError, match="private_address"):
        kept.fetch(f"{url}/page")


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("ftp://shop.example/a", "bad_scheme"),
        ("file:///etc/passwd", "bad_scheme"),
        ("javascript://x/%0aalert(1)", "bad_scheme"),
        ("http://user:pw@shop.example/", "bad_url"),
        ("http://shop.example:22/", "bad_port"),
        ("http://shop.example:99999/", "bad_url"),
        ("http:///a", "bad_url"),
        ("http://a b/", "bad_url"),
        ("http://[::1", "bad_url"),
        ("http://shop.example\\@evil.example/", "bad_url"),
        ("https://" + "a" * 5000, "bad_url"),
        ("shop.example/a", "bad_url"),
        ("", "bad_url"),
        ("http://2130706433/", "bad_url"),
        ("http://0x7f.1/", "bad_url"),
        ("http://0177.0.0.1/", "bad_url"),
        ("http://127.1/", "bad_url"),
        ("http://0/", "bad_url"),
        ("http://shop.0x1/", "bad_url"),
    ],
)
def test_odd_addresses_are_refused(url, code):
    with pytest.raises(PageUnavailableError) as caught:
        address_of(url)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://localhost:8080/",
        "http://LOCALHOST./",
        "http://nas/",
        "http://printer.local/",
        "http://a.b.internal/",
        "http://router.home.arpa/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[fe80::1]/",
        "http://10.1.2.3/",
        "http://100.64.0.1/",
        "http://[64:ff9b::7f00:1]/",
    ],
)
def test_every_private_address_is_refused_before_anything_is_asked(url):
    for look in (PageGate().address, PageGate(seconds=5).fetch):
        with pytest.raises(PageUnavailableError) as caught:
            look(url)
        assert caught.value.code == "private_address"


def test_addresses_are_written_in_one_way():
    assert (
        address_of("HTTPS://日本.Example:443/a b?q=x y".replace(" ", "%20")).url
        == "https://xn--wgv71a.example/a%20b?q=x%20y"
    )
    assert address_of("http://shop.example").url == "http://shop.example/"
    assert address_of("http://shop.example/やかん?q=水").target == "/%E3%82%84%E3%81%8B%E3%82%93?q=%E6%B0%B4"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("192.168.0.1", False),
        ("224.0.0.1", False),
        ("2002:7f00:1::", False),
        ("fe80::1%eth0", False),
        ("x", False),
    ],
)
def test_what_is_public(address, public):
    assert is_public(address) is public


def test_pages_of_a_host_come_over_one_connection(site):
    one = gate(site)
    for _ in range(3):
        one.fetch(f"{site.url}/page")
    assert len(site.callers) == 1


def test_a_kept_connection_that_the_site_hung_up_is_opened_anew(site):
    one = gate(site)
    one.fetch(f"{site.url}/page")
    site.silent = True  # it hangs up at the next request of a kept connection, unanswered
    assert one.fetch(f"{site.url}/page").body == PAGE
    assert len(site.callers) == 2
    assert [path for path, _, _ in site.asked] == ["/robots.txt", "/page", "/page", "/page"]


def test_a_form_is_never_posted_twice(site):
    one = gate(site)
    one.fetch(f"{site.url}/page")
    site.silent = True
    with pytest.raises(PageUnavailableError, match="no_answer"):
        one.fetch(f"{site.url}/page", form=(("number", "1"),))


def test_each_request_over_a_kept_connection_has_its_own_time(site):
    one = gate(site, seconds=0.5)
    one.fetch(f"{site.url}/page")
    time.sleep(0.6)
    assert one.fetch(f"{site.url}/page").body == PAGE
    with pytest.raises(PageUnavailableError, match="too_slow"):
        one.fetch(f"{site.url}/drip")
    assert one.fetch(f"{site.url}/page").body == PAGE


def test_so_many_connections_are_kept_whose_answers_were_read_to_their_end(site, monkeypatch):
    monkeypatch.setattr(kept_connections, "_MOST", 2)
    kept = KeptConnections(httpcore2.ConnectionPool().create_connection)
    asked = httpcore2.Request("GET", f"{site.url}/page", headers={"Host": "shop.example"})

    def three_at_once():
        with kept.answer(asked) as one, kept.answer(asked) as two, kept.answer(asked) as three:
            return [answer.read() for answer in (one, two, three)]

    assert [len(site.callers) for _ in range(2) if three_at_once() == [PAGE] * 3] == [3, 4]
    for _ in range(4):  # the first two take those that are kept, and leave none
        with kept.answer(asked):
            pass
    assert len(site.callers) == 6
