"""Price services on this machine: the wire formats of the real ones, with their errors and limits."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

JAN = "4548736132610"
KEYS = {
    "rakuten.application_id": "app-5ecre7-1d",
    "rakuten.access_key": "pk_5ecre7key",
    "rakuten.origin": "https://kazoku.example",
    "yahoo_shopping.client_id": "dj00-5ecre7yahoo",
    "keepa.key": "5ecre7keepa" * 5,
}

RAKUTEN_ITEM = {
    "itemName": "SONY WH-1000XM5 (B) ブラック 送料無料",
    "itemCode": "mihon:10000001",
    "itemPrice": 46200,
    "itemPriceMin3": 46200,
    "itemPriceMax3": 46200,
    "itemUrl": "https://item.rakuten.co.jp/mihon/wh1000/?rafcid=wsc_i_is_x",
    "shopName": "見本電機",
    "taxFlag": 0,
    "postageFlag": 0,
    "availability": 1,
    "pointRate": 5,
}
YAHOO_HIT = {
    "name": "ソニー ワイヤレスヘッドホン WH-1000XM5 ブラック",
    "url": "https://store.shopping.yahoo.co.jp/mihon/wh1000.html",
    "inStock": True,
    "condition": "new",
    "price": 45800,
    "priceLabel": {"taxable": True},
    "point": {"lyLimitedBonusAmount": 2082},
    "shipping": {"code": 3, "name": "条件付き送料無料"},
    "janCode": JAN,
    "seller": {"sellerId": "mihon", "name": "見本ストア", "review": {"rate": 4.61, "count": 1204}},
}
KEEPA_PRODUCT = {
    "productType": 0,
    "asin": "B09Y2MYL5C",
    "domainId": 5,
    "title": "ソニー WH-1000XM5 ブラック",
    "eanList": [JAN],
    "offersSuccessful": True,
    "liveOffersOrder": [2, 0],
    "offers": [
        {"sellerId": "A2MIHON", "condition": 3, "isFBA": True, "isShippable": True, "offerCSV": [7000100, 35200, 480]},
        {"sellerId": "AOLD", "condition": 1, "isShippable": True, "offerCSV": [6000000, 9000, 0]},
        {"sellerId": "AN1", "condition": 1, "isAmazon": True, "isShippable": True, "offerCSV": [7000100, 49500, 0]},
        {"sellerId": "AGONE", "condition": 1, "isShippable": True, "offerCSV": [7000100, -1, -1]},
    ],
}
ANSWERS = {
    "rakuten": {"count": 1, "Items": [RAKUTEN_ITEM]},
    "yahoo_shopping": {"totalResultsAvailable": 1, "hits": [YAHOO_HIT]},
    "keepa": {"tokensLeft": 40, "refillIn": 31000, "products": [KEEPA_PRODUCT]},
}
NOTHING = {
    "rakuten": {"count": 0, "Items": []},
    "yahoo_shopping": {"totalResultsAvailable": 0, "hits": []},
    "keepa": {"tokensLeft": 40, "refillIn": 31000, "products": []},
}
REFUSALS = {
    "rakuten": {"errors": {"errorCode": 403, "errorMessage": "REQUEST_CONTEXT_BODY_HTTP_REFERRER_MISSING"}},
    "yahoo_shopping": {"Error": {"Message": "Your Request was Forbidden"}},
    "keepa": {"tokensLeft": -3, "refillIn": 41000, "error": {"type": "notEnoughToken", "message": "", "details": ""}},
}


class Service(BaseHTTPRequestHandler):
    """Answers as its server's `mood` says, to those who bring the right key."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        parts = urlsplit(self.path)
        name, query = parts.path.strip("/"), {key: value[0] for key, value in parse_qs(parts.query).items()}
        self.server.asked.append((name, query, dict(self.headers)))
        mood = self.server.mood
        if not self.knows(name, query):
            self.send(403, REFUSALS[name])
        elif isinstance(mood, int):
            self.send(mood, REFUSALS[name])
        elif mood == "maintenance":
            self.send(503, b"<Error><Message>API_MAINTENANCE</Message><Code>503</Code></Error>")
        elif mood == "slow":
            time.sleep(1.5)
        elif mood == "moved":
            self.send(302, b"", Location="http://169.254.169.254/")
        elif isinstance(mood, bytes):
            self.send(200, mood)
        else:
            self.send(200, (NOTHING if mood == "empty" else self.server.answers)[name])

    def knows(self, name, query):
        if name == "rakuten":
            key = (query.get("applicationId"), self.headers["accessKey"], self.headers["Origin"])
            return key == tuple(KEYS[f"rakuten.{one}"] for one in ("application_id", "access_key", "origin"))
        key = {"yahoo_shopping": ("appid", "client_id"), "keepa": ("key", "key")}[name]
        return query.get(key[0]) == KEYS[f"{name}.{key[1]}"]

    def send(self, status, body, **headers):
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for key, value in {"Content-Length": str(len(raw)), **self.server.headers, **headers}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_):
        pass


@contextmanager
def serving(monkeypatch):
    """Yield the server in the place of all services; `mood`, `answers` and `headers` of it can be changed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.daemon_threads = True
    server.mood, server.asked, server.headers = "well", [], {}
    server.answers = json.loads(json.dumps(ANSWERS))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    for name in ANSWERS:
        monkeypatch.setattr(f"okawari.sources.{name}.offers.URL", f"http://127.0.0.1:{server.server_port}/{name}")
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
