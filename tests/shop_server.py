"""A shop on this machine: product pages that tests change while somebody watches them."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

IN_STOCK, SOLD_OUT = "在庫あり", "在庫切れ"


def product(stock: str, price: int = 3980, seller: str = "") -> bytes:
    """A product page as a small shop writes it; "" leaves its stock untold."""
    sold_by = f"<p>販売元：{seller}</p>" if seller else ""
    button = "<button>カートに入れる</button>" if stock == IN_STOCK else ""
    schema = {IN_STOCK: "InStock", SOLD_OUT: "OutOfStock", "予約受付中": "PreOrder"}.get(stock)
    offer = f'"price":"{price}","priceCurrency":"JPY"'
    offer += f',"availability":"https://schema.org/{schema}"' if schema else ""
    offer += f',"seller":{{"@type":"Organization","name":"{seller}"}}' if seller else ""
    return (
        f"<html><head><meta charset=utf-8><title>水筒 K-500W</title>"
        f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"Product","name":"水筒 K-500W","offers":{{"@type":"Offer",{offer}}}}}</script>'
        f"</head><body><h1>水筒 K-500W</h1><p>価格 {price:,}円（税込）</p><p>{stock}</p>{sold_by}{button}</body></html>"
    ).encode()


@dataclass
class Shop:
    """The pages by path, and how often each was asked for; `status` stands in for a page.

    `later` is what it says in `Retry-After`.
    """

    port: int
    pages: dict[str, bytes] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    marked: bool = True
    later: str = ""

    @property
    def trusted(self) -> list[tuple[str, int]]:
        return [("127.0.0.1", self.port)]

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(self, path: str, stock: str, price: int = 3980, seller: str = "") -> str:
        self.pages[path] = product(stock, price, seller)
        return self.url(path)

    def looks(self, path: str) -> int:
        return sum(one == path for one, _ in self.asked)


@contextmanager
def running_shop() -> Iterator[Shop]:
    class Site(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            body = shop.pages.get(self.path, b"")
            status = shop.status.get(self.path, 200 if body else 404)
            mark = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            if status == 200 and shop.marked and self.headers["If-None-Match"] == mark:
                status, body = 304, b""
            shop.asked.append((self.path, status))
            self.send_response(status)
            if status == 200 and shop.marked:
                self.send_header("ETag", mark)
            if shop.later:
                self.send_header("Retry-After", shop.later)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 256
        daemon_threads = True

        def handle_error(self, *_):
            """Say nothing of a client that was killed."""

    server = Server(("127.0.0.1", 0), Site)
    shop = Shop(server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield shop
    server.shutdown()
    server.server_close()
