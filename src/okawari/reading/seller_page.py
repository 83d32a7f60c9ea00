"""Offers and their sellers from what a person sees and pastes: a list of sellers, a seller's page, or a saved page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from okawari.domain.candidate import Candidate, Condition
from okawari.domain.money import Money, yen
from okawari.reading.dates import date_in
from okawari.reading.html import looks_like_html, read_html
from okawari.reading.page.conditions import condition_in
from okawari.reading.page.lexicon import states_in
from okawari.reading.price import read_price

RECENT_DAYS: Final = 30
_LONGEST: Final = 400_000
_MOST: Final = 200
_LABEL_LINE, _SHORT_LINE = 160, 80
_LABELS: Final = {
    "seller": re.compile(
        r"(?:販売元|販売者|出品者|販売業者|ショップ名|店舗名|Sold by|Seller)(?:名)?(?:[:：\t ]+(.*))?", re.IGNORECASE
    ),
    "shipped_by": re.compile(r"(?:出荷元|発送元|配送元|Ships from|Shipper)(?:[:：\t ]+(.*))?", re.IGNORECASE),
    "country": re.compile(r"(?:所在地|発送元の国|発送元の地域|国・地域|Country)(?:[:：\t ]+(.*))?", re.IGNORECASE),
}
_WHO: Final = frozenset({"seller", "shipped_by"})
_BESIDE: Final = re.compile(
    r"[\t ]+(?=(?:販売元|出荷元|発送元|配送元|Sold by|Ships from)[:\t ]|5つ星のうち|\([\d,]{1,9}件の評価|過去\d{1,2} ?[かヶカケ]月"
    r"|無料配送|(?:配送料?|送料)無料|(?:配送料|送料)[: ]{0,2}[¥\d])"
)
"""Where a line goes on to tell another thing, as pages do whose columns are pasted as one line."""
_PRICE_LINE: Final = re.compile(
    r"(?:価格|値段|Price|新品|中古品?|New|Used)?[:： ]{0,2}((?:[¥￥$€£] ?[\d,.]{1,15}|[\d,]{1,12} ?円)(?: ?\(?(?:税込|税抜)\)?)?)"
    r"(?: ?\+ ?((?:[¥￥$€£] ?[\d,.]{1,15}|[\d,]{1,12} ?円)) ?(?:の?(?:配送料|送料)|shipping))?",
    re.IGNORECASE,
)
_SHIPPING: Final = re.compile(r"(?:配送料|送料)[: ]{0,2}([¥$€£] ?[\d,.]{1,15}|[\d,]{1,12} ?円)")
_FREE: Final = re.compile(
    r"(?:無料配送|(?:配送料?|送料)無料|FREE (?:delivery|shipping))(?!.*(?:以上|プライム|prime|over ))", re.IGNORECASE
)
_CONDITION: Final = re.compile(
    r"(?:コンディション[:： ]*)?(新品|中古品?(?: ?[-－] ?(?:ほぼ新品|非常に良い|良い|可))?|(?:New|Used)(?: - [A-Za-z ]{3,12})?)"
    r"(?: *[¥￥$€£].*)?"
)
_RATING: Final = re.compile(
    r"(?:高い?評価|好評価|良い評価|肯定的|好意的|positive)[^\d%]{0,20}(\d{1,3}) ?%"
    r"|(\d{1,3}) ?%[^\d]{0,12}(?:高い?評価|好評価|良い評価|肯定的|好意的|positive)|評価[:： ]{0,2}(\d{1,3}) ?%",
    re.IGNORECASE,
)
_RATINGS: Final = re.compile(r"([\d,]{1,9}) ?(?:件の評価|個の評価|件の評|ratings?\b)", re.IGNORECASE)
_SPAN: Final = re.compile(
    r"(?:(\d{1,3}) ?(?:[~～〜\-－]|から|to) ?)?(\d{1,3}) ?(営業日|日|週間|か月|ヶ月|カ月|ケ月|days?|weeks?|months?)(?:間)?(?:以内|で|後|以降)?(?:に|の)?(?:発送|出荷)",
    re.IGNORECASE,
)
_SHIPS_WITHIN: Final = re.compile(
    r"ships? (?:with)?in (?:(\d{1,3}) ?(?:-|to) ?)?(\d{1,3}) (days?|weeks?|months?)", re.IGNORECASE
)
_UNITS: Final = {"週": 7, "w": 7, "か": 30, "ヶ": 30, "カ": 30, "ケ": 30, "m": 30}
_ABROAD: Final = {
    "中国": "CN",
    "香港": "HK",
    "台湾": "TW",
    "韓国": "KR",
    "アメリカ": "US",
    "米国": "US",
    "China": "CN",
    "Hong Kong": "HK",
    "Korea": "KR",
    "United States": "US",
}
_FROM_ABROAD: Final = re.compile(
    r"海外(?:から|より|発送)|国際配送|(中国|香港|台湾|韓国|アメリカ|米国)(?:から|より)の?(?:発送|出荷)"
)
_CANCELLED: Final = re.compile(r"キャンセル|在庫(?:が|は)?(?:な|無|切れ)|欠品|cancell?ed|out of stock", re.IGNORECASE)
_CANCELLED_BY: Final = re.compile(r"キャンセル|cancell?ed|\d{1,2}月\d{1,2}日|\d{4}[/-]\d", re.IGNORECASE)
"""What a buyer's words or date are known by: such a line tells nothing of today's stock."""
_AGO: Final = re.compile(
    r"(\d{1,3}) ?(?:日前|days? ago)|(\d{1,2}) ?(?:時間|分)前|(\d{1,2}) ?(?:週間前|weeks? ago)", re.IGNORECASE
)
_NO_FEEDBACK: Final = re.compile(
    r"届け|届く|配送|配達|発送予定|出荷予定|到着|発売|開設|出店|登録|保証|返品|deliver|arriv|released?|since",
    re.IGNORECASE,
)
"""What a date speaks of that no buyer wrote: an arrival, a release, a shop's own years."""
_AT_HOME: Final = "amazon_jp"
_SOLD_BY_AMAZON: Final = re.compile(r"販売元[:：\s]*Amazon\.co\.jp\b", re.IGNORECASE)
"""Amazon sells in its own mall alone, whatever the line above calls who ships (発送元)."""
_AMAZON: Final = re.compile(r"\bAmazon(?:\.[a-z]{2,3}){1,2}\b", re.IGNORECASE)
_YEN: Final = re.compile(r"[¥￥]|JPY|円")
_RUSH: Final = re.compile(r"お急ぎ便|当日便|プライム|prime|明日(?:中)?にお届け", re.IGNORECASE)


@dataclass(slots=True)
class _Block:
    """One offer while its lines are read."""

    found: dict[str, Any] = field(default_factory=dict)
    cancels: int | None = None

    def ends_at(self, values: Collection[str], *, price_leads: bool, state_leads: bool) -> bool:
        """Return whether a line with such values belongs to the next offer.

        `price_leads` where its price stands above a seller, `state_leads` where its state stands above both.
        """
        again = self.found.keys() & set(values)
        if again & {"price", "rating"} or again & _WHO or (price_leads and self.is_named() and "price" in values):
            return True
        if "condition" not in values or not self.is_named():
            return False
        return state_leads or ("condition" in again and (price_leads or "price" in self.found))

    def is_named(self) -> bool:
        """Return whether it is told who sells or ships."""
        return not _WHO.isdisjoint(self.found)

    def candidate(self, title: str, mall: str) -> Candidate:
        return Candidate(title=title, mall=mall, cancels=self.cancels, tax_included=True, **self.found)


def read_sellers(text: str, on: date, mall: str = "") -> tuple[Candidate, ...]:
    """Return the offers that a text or an HTML page shows, with what it says of their sellers; empty where it names none.

    A new offer begins where a label or a price comes a second time, and with each price where the first stands above its
    seller. Ratings of the last 30 days before `on` that speak of a cancel are counted; one without a date is not.
    """
    shown = read_html(text[:_LONGEST]).text if looks_like_html(text) else text[:_LONGEST]
    lines = [line for line in _lines(unicodedata.normalize("NFKC", shown)) if line]
    blocks = list(_blocks(lines, on))
    told = [block for block in blocks if block.found.keys() & {"seller", "shipped_by", "rating", "country"}]
    return tuple(block.candidate("", mall) for block in told[:_MOST])


def _lines(shown: str) -> Iterator[str]:
    for line in shown.splitlines():
        for part in _BESIDE.split(line) if len(line) < _LABEL_LINE else (line,):
            yield part.strip()


def mall_in(text: str) -> str:
    """Return the mall whose words only its own pages show, its id or, of one abroad, the name that sells there."""
    if ("出荷元" in text and "販売元" in text) or _SOLD_BY_AMAZON.search(text):
        return _AT_HOME
    if "Ships from" not in text or "Sold by" not in text:
        return ""
    if _YEN.search(text):
        return _AT_HOME
    named = _AMAZON.search(text)
    return named[0] if named else ""


def _blocks(lines: list[str], on: date) -> Iterator[_Block]:
    block = _Block()
    waiting = ""
    price_leads, state_leads = False, _state_leads(lines)
    day: date | None = None
    for line in lines:
        if waiting:
            kind, waiting = waiting, ""
            if not any(label.match(line) for label in _LABELS.values()):
                block.found[kind] = _country(line) if kind == "country" else line[:120]
                continue
        values = dict(_values(line))
        if block.ends_at(values, price_leads=price_leads, state_leads=state_leads):
            yield block
            block = _Block()
        price_leads |= "price" in block.found and not block.is_named() and not _WHO.isdisjoint(values)
        for kind, value in values.items():
            if value == "":
                waiting = kind
            else:
                block.found.setdefault(kind, value)
        day = _day(line, on) or (day if len(line) < 200 and not values else None)
        if day is not None and day <= on and _is_feedback(line, values):
            recent = on - day <= timedelta(days=RECENT_DAYS)
            block.cancels = (block.cancels or 0) + (recent and _CANCELLED.search(line) is not None)
    if block.found:
        yield block


def _state_leads(lines: list[str]) -> bool:
    """Return whether states stand above their offers: the last one is told before the last seller, and not behind."""
    last = {kind: number for number, line in enumerate(lines) for kind, _ in _values(line)}
    return "condition" in last and last["condition"] < max((last[who] for who in _WHO & last.keys()), default=-1)


def _values(line: str) -> Iterator[tuple[str, Any]]:
    """Yield what one line tells; "" for a label whose value stands on the next line."""
    for kind, label in _LABELS.items():
        if len(line) < _LABEL_LINE and (found := label.fullmatch(line)):
            value = (found[1] or "").strip()
            yield kind, _country(value) if kind == "country" and value else value[:120]
            return
    if len(line) < _SHORT_LINE and not _CANCELLED_BY.search(line):
        yield from _of_offer(line)
    yield from _of_seller(line)


def _of_offer(line: str) -> Iterator[tuple[str, Any]]:
    if (asked := _PRICE_LINE.fullmatch(line)) and (price := _money(asked[1])) and price.amount:
        yield "price", price
        if shipping := _money(asked[2] or ""):
            yield "shipping", shipping
    if (condition := _CONDITION.fullmatch(line)) and condition_in(condition[1]) is not Condition.UNKNOWN:
        yield "condition", condition_in(condition[1])
    if said := states_in(line):
        yield "availability", said[0].state
    if _RUSH.search(line):
        yield "rush", True


def _money(text: str) -> Money | None:
    found = read_price(text)
    return Money(found.amount, found.currency) if found and found.currency else None


def _of_seller(line: str) -> Iterator[tuple[str, Any]]:
    if (told := _SHIPPING.match(line)) and (shipping := _money(told[1])):
        yield "shipping", shipping
    elif _FREE.match(line):
        yield "shipping", yen(0)
    if (rating := _RATING.search(line)) and (per_cent := int(next(filter(None, rating.groups())))) <= 100:
        yield "rating", per_cent
    if ratings := _RATINGS.search(line):
        yield "ratings", int(ratings[1].replace(",", "") or 0)
    if span := _SPAN.search(line) or _SHIPS_WITHIN.search(line):
        unit = _UNITS.get(span[3][0].lower(), 1)
        yield "ship_days", (int(span[1] or span[2]) * unit, int(span[2]) * unit)
    if abroad := _FROM_ABROAD.search(line):
        yield "country", _ABROAD.get(abroad[1] or "", "XX")


def _country(text: str) -> str:
    code = text.strip().upper()
    if re.fullmatch(r"[A-Z]{2}", code):
        return code
    return next(
        (found for name, found in _ABROAD.items() if name.lower() in text.lower()), "JP" if "日本" in text else ""
    )


def _is_feedback(line: str, values: Iterable[str]) -> bool:
    """Return whether a line may be what a buyer wrote, with its date on it or on a line before."""
    if len(line) >= 1000 or set(values) & {"price", "seller", "shipped_by"}:
        return False
    return _CANCELLED.search(line) is not None or _NO_FEEDBACK.search(line) is None


def _day(line: str, on: date) -> date | None:
    """Return the day on which a buyer may have written a line, None where it gives none or another kind of day."""
    if _NO_FEEDBACK.search(line) and not _CANCELLED.search(line):
        return None
    ago = _AGO.search(line)
    if ago is None:
        return date_in(line, on) if any(char.isdigit() for char in line) else None
    return on - timedelta(days=int(ago[1] or 0) + 7 * int(ago[3] or 0))
