"""Price services on this machine: the wire formats of the real ones, with their errors and limits."""

import json
import threading
import time
from base64 import b64encode
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
    "ebay.client_id": "mihon-5ecre7ebay",
    "ebay.client_secret": "PRD-5ecre7ebay",
    "amazon_creators.client_id": "amzn1.5ecre7",
    "amazon_creators.client_secret": "amzn1.5ecre7secret",
    "amazon_creators.partner_tag": "mihon5ecre7-22",
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
BOOK = {
    "title": "見本の本",
    "isbn": "9784471750909",
    "itemPrice": 1080,
    "listPrice": 1200,
    "itemUrl": "https://books.rakuten.co.jp/rb/13377485/",
    "availability": "1",
    "postageFlag": 2,
}
PRODUCT = {
    "productName": "ソニー WH-1000XM5 ブラック",
    "productCode": JAN,
    "productUrlPC": "https://product.rakuten.co.jp/product/-/mihon/",
    "usedExcludeSalesItemCount": 12,
    "usedExcludeSalesMinPrice": 44800,
}
EBAY_ITEM = {
    "itemId": "v1|123|0",
    "title": "Sony WH-1000XM5 Black",
    "itemWebUrl": "https://www.ebay.com/itm/123?hash=item1",
    "price": {"value": "278.00", "currency": "USD"},
    "condition": "New",
    "conditionId": "1000",
    "seller": {"username": "mihon", "feedbackPercentage": "98.6", "feedbackScore": 16632},
    "shippingOptions": [{"shippingCost": {"value": "20.50", "currency": "USD"}, "shippingCostType": "FIXED"}],
    "itemLocation": {"country": "US"},
}
LISTING = {
    "availability": {"type": "IN_STOCK", "message": "在庫あり。"},
    "condition": {"value": "New"},
    "isBuyBoxWinner": True,
    "loyaltyPoints": {"points": 495},
    "merchantInfo": {"id": "AN1VRQENFRJN5", "name": "Amazon.co.jp"},
    "price": {"money": {"amount": 49500, "currency": "JPY", "displayAmount": "￥49,500"}},
    "type": None,
}
CREATORS_ITEM = {
    "asin": "B09Y2MYL5C",
    "detailPageURL": "https://www.amazon.co.jp/dp/B09Y2MYL5C?tag=mihon-22",
    "itemInfo": {"title": {"displayValue": "ソニー WH-1000XM5 ブラック"}},
    "offersV2": {"listings": [LISTING]},
}
TOKENS = ("ebay_token", "amazon_creators_token")
TOKEN = {"access_token": "5ecre7token", "expires_in": 7200, "token_type": "Application Access Token"}
RATES = b"""<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"><gesmes:subject>Reference rates</gesmes:subject>
<Cube><Cube time='2026-11-27'><Cube currency='USD' rate='1.0800'/><Cube currency='JPY' rate='162.00'/></Cube></Cube>
</gesmes:Envelope>"""
PLACES = {
    "rakuten": "rakuten.offers.URL",
    "rakuten_books": "rakuten.books_offers.URL",
    "rakuten_products": "rakuten.products_offers.URL",
    "yahoo_shopping": "yahoo_shopping.offers.URL",
    "keepa": "keepa.offers.URL",
    "ebay": "ebay.offers.URL",
    "ebay_token": "ebay.offers.TOKEN_URL",
    "amazon_creators": "amazon_jp.offers.URL",
    "amazon_creators_token": "amazon_jp.offers.TOKEN_URL",
}
ANSWERS = {
    "rakuten_books": {"count": 1, "Items": [{"Item": BOOK}]},
    "rakuten_products": {"count": 1, "Products": [{"Product": PRODUCT}]},
    "ebay": {"total": 1, "itemSummaries": [EBAY_ITEM]},
    "amazon_creators": {"itemsResult": {"items": [CREATORS_ITEM]}},
    "ebay_token": TOKEN,
    "amazon_creators_token": TOKEN,
    "rakuten": {"count": 1, "Items": [RAKUTEN_ITEM]},
    "yahoo_shopping": {"totalResultsAvailable": 1, "hits": [YAHOO_HIT]},
    "keepa": {"tokensLeft": 40, "refillIn": 31000, "products": [KEEPA_PRODUCT]},
}
NOTHING = {
    "rakuten_books": {"count": 0, "Items": []},
    "rakuten_products": {"count": 0, "Products": []},
    "ebay": {"total": 0},
    "amazon_creators": {"errors": [{"code": "ItemNotAccessible", "message": "not accessible"}]},
    "ebay_token": TOKEN,
    "amazon_creators_token": TOKEN,
    "rakuten": {"count": 0, "Items": []},
    "yahoo_shopping": {"totalResultsAvailable": 0, "hits": []},
    "keepa": {"tokensLeft": 40, "refillIn": 31000, "products": []},
}
REFUSALS = {
    "ebay": {"errors": [{"errorId": 1001, "message": "Invalid access token"}]},
    "amazon_creators": {"type": "AccessDeniedException", "reason": "AssociateNotEligible"},
    "ecb": {},
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
        # A token is got in every mood: what it opens fails.
        mood = "well" if name in TOKENS and self.server.mood != "no_token" else self.server.mood
        posted = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not self.knows(name, query, posted.decode()):
            self.send(403, REFUSALS.get(name, REFUSALS["rakuten"]))
        elif mood == "no_token":
            self.send(200, b'{"error": "invalid_client"}')
        elif isinstance(mood, int):
            self.send(mood, REFUSALS.get(name, REFUSALS["rakuten"]))
        elif mood == "maintenance":
            self.send(503, b"<Error><Message>API_MAINTENANCE</Message><Code>503</Code></Error>")
        elif mood == "slow":
            time.sleep(1.5)
        elif mood == "moved":
            self.send(302, b"", Location="http://169.254.169.254/")
        elif isinstance(mood, bytes):
            self.send(200, mood)
        elif name == "ecb":
            self.send(200, self.server.rates)
        else:
            self.send(200, (NOTHING if mood == "empty" else self.server.answers)[name])

    def do_POST(self):
        self.do_GET()

    def knows(self, name, query, posted):
        if name == "ecb":
            return True
        if name == "ebay_token":
            pair = b64encode(f"{KEYS['ebay.client_id']}:{KEYS['ebay.client_secret']}".encode()).decode()
            return self.headers["Authorization"] == f"Basic {pair}" and "grant_type=client_credentials" in posted
        if name == "amazon_creators_token":
            return json.loads(posted)["client_secret"] == KEYS["amazon_creators.client_secret"]
        if name in {"ebay", "amazon_creators"}:
            return self.headers["Authorization"] == f"Bearer {TOKEN['access_token']}"
        if name.startswith("rakuten"):
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
    server.rates = RATES
    for name, place in PLACES.items():
        monkeypatch.setattr(f"okawari.sources.{place}", f"http://127.0.0.1:{server.server_port}/{name}")
    monkeypatch.setattr("okawari.services.rates.URL", f"http://127.0.0.1:{server.server_port}/ecb")
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
