"""A shop for the benchmark of watching, in a process of its own: `/N` is product N, `/stock/in` and `/stock/out` say how all of
them stand from now on, `/asked` tells how many different ones were asked for since.

python -m bench.watched_shop
"""

from __future__ import annotations

import hashlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SIZE = 41_000
_STOCKS = {"in": ("InStock", "在庫あり"), "out": ("OutOfStock", "在庫切れ")}
_ASIDE = '<li class="news"><a href="/news/{0}">お知らせ {0}</a><span>季節の商品を入れました。</span></li>'


def product(name: str, stock: str) -> bytes:
    """Return a page of 41 kB."""
    schema, shown = _STOCKS[stock]
    head = f"<html><head><meta charset=utf-8><title>水筒 {name}</title>"
    data = (
        f'<script type="application/ld+json">{{"@type":"Product","name":"水筒 {name}","offers":{{"@type":"Offer",'
        f'"price":"3980","priceCurrency":"JPY","availability":"https://schema.org/{schema}"}}}}</script>'
    )
    body = f"</head><body><h1>水筒 {name}</h1><p>価格 3,980円（税込）</p><p>{shown}</p><ul>"
    whole, number = head + data + body, 0
    while len(whole.encode()) < SIZE:
        whole += "".join(_ASIDE.format(number + n) for n in range(20))
        number += 20
    return (whole + "</ul></body></html>").encode()


def main() -> None:
    """Serve until the process is ended; the first line on standard output is the port."""
    pages: dict[tuple[str, str], tuple[bytes, str]] = {}
    state = {"stock": "out"}
    asked: set[str] = set()

    class Site(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 2 * SIZE
        disable_nagle_algorithm = True  # an answer is sent whole and at once, as servers do

        def do_GET(self) -> None:
            name = self.path.strip("/")
            if name.startswith("stock/"):
                state["stock"] = name.removeprefix("stock/")
                asked.clear()
            if name == "asked":
                return self.answer(200, str(len(asked)).encode(), "")
            if name.isdigit():
                asked.add(name)
            key = (name, state["stock"])
            if key not in pages:
                made = product(*key) if name.isdigit() else b""
                pages[key] = made, f'"{hashlib.sha256(made).hexdigest()[:16]}"'
            body, mark = pages[key]
            status = 200 if body or name.startswith("stock/") else 404
            if status == 200 and self.headers["If-None-Match"] == mark:
                status, body = 304, b""
            return self.answer(status, body, mark)

        def answer(self, status: int, body: bytes, mark: str) -> None:
            self.send_response(status)
            self.send_header("ETag", mark)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 512
        daemon_threads = True

    server = Server(("127.0.0.1", 0), Site)
    print(server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
