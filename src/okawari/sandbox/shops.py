"""The shops of the demo and what its shopper watches there; they answer on this machine alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape

from okawari.domain.history import History, Point, minute_of, state_of
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.watch.watch import Watch
from okawari.fetching.pages import FetchedPage, Form, PageGate, Validators
from okawari.reading.history_csv import ReadHistory, write_history

_STOCK = {Availability.IN_STOCK: ("InStock", "在庫あり"), Availability.OUT_OF_STOCK: ("OutOfStock", "在庫切れ")}


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPage:
    """A product page that is watched for an order.

    `past` holds what it said so many days ago, a price in yen or None for sold out, the last of it also today; `most` is the
    price in yen up to which the shopper wants to be told.
    """

    url: str
    title: str
    order: str
    paid: int
    past: tuple[tuple[int, int | None], ...]
    most: int | None = None


PAGES = (
    DemoPage(
        url="https://sound.example.jp/ws-20",
        title="防水スピーカー 小型 WS-20",
        order="250-2846610-7719934",
        paid=5480,
        past=((320, 5980), (210, 5480), (96, None), (58, 5680), (31, None), (12, 5280)),
    ),
    DemoPage(
        url="https://books.example.jp/winter",
        title="冬の図鑑 完全版 特典クリアケースつき",
        order="249-3318840-7760951",
        paid=7700,
        past=((85, 7700), (40, None), (12, 9800), (4, 8900)),
        most=7700,
    ),
    DemoPage(
        url="https://kettle.example.jp/nk-08t",
        title="電気ケトル 0.8L 温度調節つき NK-08T",
        order="249-1837465-9902817",
        paid=6980,
        past=((150, 7480), (88, 6980), (45, 7280), (9, None)),
    ),
)


class DemoGate(PageGate):
    """A gate behind which the demo's shops stand: nothing is asked of the network."""

    def fetch(
        self,
        url: str,
        known: Validators | None = None,  # noqa: ARG002 - as a gate is asked
        *,
        form: Form = (),  # noqa: ARG002
        old_tls: bool = False,  # noqa: ARG002
        accept: str = "",  # noqa: ARG002
    ) -> FetchedPage:
        """Return the page of one of the shops."""
        page = next(one for one in PAGES if one.url == url)
        return FetchedPage(url, _html(page).encode(), "utf-8")


def demo_watches(now: datetime) -> Iterator[Watch]:
    """Yield the watches, begun now."""
    for page in PAGES:
        yield Watch(
            id="",
            url=page.url,
            added_at=now,
            price=yen(page.most) if page.most else None,
            paid=yen(page.paid),
            merchant="amazon_jp",
            order=page.order,
            item=page.title,
        )


def demo_pasts(now: datetime) -> bytes:
    """Return what the pages said until now, as `okawari history add` takes it in."""
    pasts = (ReadHistory(page.url, page.title, "", _past(page, now)) for page in PAGES)
    return "".join(write_history(pasts)).encode()


def _past(page: DemoPage, now: datetime) -> History:
    points = tuple(
        Point(minute_of(now - timedelta(days=days)), state_of(_stock(price), yen(price) if price else None))
        for days, price in page.past
    )
    return History(points, minute_of(now))


def _stock(price: int | None) -> Availability:
    return Availability.IN_STOCK if price else Availability.OUT_OF_STOCK


def _html(page: DemoPage) -> str:
    _, price = page.past[-1]
    told = next(price for _, price in reversed(page.past) if price)
    schema, words = _STOCK[_stock(price)]
    offer = {"@type": "Offer", "price": told, "priceCurrency": "JPY", "availability": f"https://schema.org/{schema}"}
    product = {"@context": "https://schema.org", "@type": "Product", "name": page.title, "offers": offer}
    title = escape(page.title)
    return (
        f'<!doctype html><html lang="ja"><head><title>{title}</title>'
        f'<script type="application/ld+json">{json.dumps(product, ensure_ascii=False)}</script></head>'
        f"<body><h1>{title}</h1><p>{told:,}円（税込）</p><p>{words}</p></body></html>"
    )
