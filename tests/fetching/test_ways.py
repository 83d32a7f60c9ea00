"""Ways to a page: HTTP/2, through a proxy of the person's, and later where the server asks for it."""

import datetime as dt
import socket
import ssl
import threading
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import h2.config
import h2.connection
import h2.events
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from okawari.fetching.addresses import PageUnavailableError
from okawari.fetching.pages import PageGate
from tests.shop_server import IN_STOCK, running_shop


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A file with a certificate for localhost and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "localhost.pem"
    own = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(own + made.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.fixture
def http2_site(certificate):
    """A site that speaks nothing but HTTP/2; its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.set_alpn_protocols(["h2"])
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with context.wrap_socket(connection, server_side=True) as secure:
                speak(secure)

    threading.Thread(target=serve, daemon=True).start()
    yield listener.getsockname()[1]
    listener.close()


def speak(secure):
    state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
    state.initiate_connection()
    secure.sendall(state.data_to_send())
    while came := secure.recv(65_536):
        for event in state.receive_data(came):
            if isinstance(event, h2.events.RequestReceived):
                path = dict(event.headers)[b":path"]
                status = "404" if path == b"/robots.txt" else "200"
                state.send_headers(event.stream_id, [(":status", status), ("content-type", "text/html")])
                state.send_data(event.stream_id, b"<h1>" + path + b"</h1>", end_stream=True)
        secure.sendall(state.data_to_send())


def test_a_site_that_speaks_http_2_is_read(http2_site, certificate):
    gate = PageGate(seconds=5, trusted=[("localhost", http2_site)])
    gate._tls.load_verify_locations(certificate)
    assert gate.fetch(f"https://localhost:{http2_site}/kettle").body == b"<h1>/kettle</h1>"


def test_a_site_that_speaks_http_1_by_tls_is_read_over_one_connection(certificate):
    callers = set()

    class Site(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            callers.add(self.client_address)
            pieces = [] if self.path == "/robots.txt" else [b"<h1>", self.path.encode() * 10_000, b"</h1>"]
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for piece in [*pieces, b""]:
                self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    gate = PageGate(seconds=5, trusted=[("localhost", server.server_port)])
    gate._tls.load_verify_locations(certificate)
    for path in ("/kettle", "/pot"):
        page = gate.fetch(f"https://localhost:{server.server_port}{path}")
        assert page.body == b"<h1>" + path.encode() * 10_000 + b"</h1>"
    assert len(callers) == 1
    server.shutdown()
    server.server_close()


@pytest.fixture
def proxy():
    """A proxy on this machine: `asked` are the addresses, and with which password."""

    class Proxy(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked.append((self.path, self.headers["Proxy-Authorization"]))
            body = b"" if self.path.endswith("/robots.txt") else b"<h1>by proxy</h1>"
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_CONNECT(self):
            self.send_error(407)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    server.asked = []
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def by(proxy, **trusted):
    return PageGate(seconds=5, proxy=f"http://me:p%40ss@127.0.0.1:{proxy.server_port}", **trusted)


def test_pages_come_through_the_proxy(proxy):
    gate = by(proxy, trusted=[("127.0.0.1", 8080)])
    assert gate.fetch("http://127.0.0.1:8080/kettle").body == b"<h1>by proxy</h1>"
    assert [asked for asked, _ in proxy.asked] == [
        "http://127.0.0.1:8080/robots.txt",
        "http://127.0.0.1:8080/kettle",
    ]
    assert {password for _, password in proxy.asked} == {"Basic bWU6cEBzcw=="}


@pytest.mark.parametrize("place", ["http://localhost/", "http://localhost:8080/", "http://10.0.0.1/", "proxy"])
def test_a_proxy_leads_to_no_private_address_either(proxy, place):
    url = f"http://127.0.0.1:{proxy.server_port}/" if place == "proxy" else place
    with pytest.raises(PageUnavailableError) as caught:
        by(proxy).fetch(url)
    assert caught.value.code in {"private_address", "bad_port"}
    assert proxy.asked == []


def test_a_proxy_that_refuses_is_told(proxy):
    with pytest.raises(PageUnavailableError) as caught:
        by(proxy, trusted=[("127.0.0.1", 8443)]).fetch("https://127.0.0.1:8443/")
    assert (caught.value.code, "407" in caught.value.detail) == ("no_proxy", True)


IN_AN_HOUR = "in an hour"
"""Stands for the date, so that every process names the test alike."""


def in_an_hour():
    return format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(hours=1), usegmt=True)


@pytest.mark.parametrize(
    ("status", "told", "least", "most"),
    [
        (503, "120", 120, 120),
        (429, IN_AN_HOUR, 3_000, 3_600),
        (429, "Sat, 01 Jan 2000 00:00:00 GMT", 0, 0),
        (503, "99999999999999", 86_400, 86_400),
        (503, "soon", 0, 0),
        (503, "-5", 0, 0),
        (404, "120", 0, 0),
    ],
)
def test_how_long_a_server_asks_to_be_left_alone(status, told, least, most):
    with running_shop() as shop:
        url = shop.put("/1", IN_STOCK)
        shop.status["/1"], shop.later = status, in_an_hour() if told is IN_AN_HOUR else told
        with pytest.raises(PageUnavailableError) as caught:
            PageGate(trusted=shop.trusted).fetch(url)
    assert least <= caught.value.rests_s <= most
