"""Listings of private sellers in a mail of a saved search, whatever its layout: what stands clearly at each link, nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from okawari.domain.candidate import Candidate, Condition
from okawari.domain.identifiers import identifiers
from okawari.domain.japan_time import japan_day
from okawari.domain.listing import ListingSite
from okawari.domain.mail import Mail
from okawari.domain.money import Money, yen
from okawari.domain.offer import Availability
from okawari.domain.problem import Problem
from okawari.reading.amounts import money_in
from okawari.reading.links import urls_in

_MOST: Final = 100
_NEAR: Final = 8
"""Filled lines below the last listing that can still speak of it."""
_AMOUNT: Final = re.compile(r"[¥￥\\] ?\d|\d ?円")
_BARE_AMOUNT: Final = re.compile(r"[\s:：()（）・|/]*(?:[¥￥\\] ?\d[\d,]{0,12}|\d[\d,]{0,12} ?円)[\s()（）〜~]*")
_BUY: Final = re.compile(r"即決|今すぐ落札")
_BID: Final = re.compile(r"現在|入札|開始|スタート")
_ASIDE: Final = re.compile(
    r"送料|配送料|手数料|クーポン|ポイント|OFF|割引|引き|値下げ前|元の?価格|定価|以上|以下|[〜~]|検索|条件",
    re.IGNORECASE,
)
_BUTTON: Final = re.compile(
    r"(?:この)?(?:商品|出品|詳細|オークション)?(?:の|を|ページ|詳細)*(?:見る|みる|確認する|チェックする|表示する|入札する|購入する|もっと見る)|詳細|商品画像|画像"
)
_LABEL: Final = re.compile(r"^[\s・■●◆\-*]{0,4}(商品名|タイトル|商品の状態|状態|出品者|価格|販売価格)\s?[:：]\s*")
_STATES: Final = {
    "新品、未使用": Condition.NEW,
    "新品・未使用": Condition.NEW,
    "新品未使用": Condition.NEW,
    "未使用": Condition.NEW,
    "未使用に近い": Condition.LIKE_NEW,
    "目立った傷や汚れなし": Condition.VERY_GOOD,
    "やや傷や汚れあり": Condition.GOOD,
    "傷や汚れあり": Condition.ACCEPTABLE,
    "全体的に状態が悪い": Condition.ACCEPTABLE,
}
_FREE: Final = re.compile(r"送料(?:込み?|無料)(?:[（(][^（()）]{0,20}[）)])?")
_SOLD: Final = re.compile(r"売り切れ|売切れ|SOLD(?: ?OUT)?|終了しました", re.IGNORECASE)


@dataclass(slots=True)
class _Found:
    """A listing as it is linked: its market, its address, and the texts of its links."""

    site: ListingSite
    url: str
    texts: list[str] = field(default_factory=list)


def listings_in(mail: Mail, sites: Sequence[ListingSite]) -> tuple[Candidate, ...]:
    """Return the listings that a mail links on the markets' own hosts, in its order; what is not clear stays unknown.

    Links are read, never followed. A price counts where it stands in the same place at every listing, and of an auction
    only the price to buy at.
    """
    found = _linked(mail, sites)
    told = list(_from_page(mail, found)) or list(_from_text(mail, sites))
    return tuple({one.url: one for one in told if one.title}.values())


def _linked(mail: Mail, sites: Sequence[ListingSite]) -> list[_Found]:
    found: dict[str, _Found] = {}
    for link in mail.links:
        for site in sites if len(found) < _MOST else ():
            if url := site.listing(link.href):
                one = found.setdefault(url, _Found(site, url))
                if link.text and "://" not in link.text:
                    one.texts.append(link.text)
    return list(found.values())


def _from_page(mail: Mail, found: Sequence[_Found]) -> Iterator[Candidate]:
    """Yield the listings of the HTML: each begins at its title and ends at the next one's."""
    cells = (cell.strip() for line in mail.html_text.splitlines() for cell in line.split("\t"))
    lines = [cell for cell in cells if cell]
    plain = [_plain(line) for line in lines]
    places: list[tuple[_Found, int, str]] = []
    cursor = 0
    for one in found:
        place = next((at for text in one.texts if (at := _place(lines, plain, text, cursor)) is not None), None)
        if place is not None:
            places.append((one, *place))
            cursor = place[0] + 1
    titles = {_plain(title) for _, _, title in places}
    starts = [at for _, at, _ in places]
    told = [
        [line for line in lines[begin + 1 : end] if _plain(line) not in titles]
        for begin, end in pairwise((*starts, len(lines)))
    ]
    if told:
        told[-1] = told[-1][:_NEAR]
        for (one, _, title), said in zip(places, _arranged(lines[: starts[0]], told), strict=True):
            yield _candidate(mail, one.site, one.url, title, said)


def _place(lines: Sequence[str], plain: Sequence[str], text: str, cursor: int) -> tuple[int, str] | None:
    """Return where a link's text begins and the line of it that is the title; a link around a whole tile holds several."""
    wanted = _plain(text)
    for begin in range(cursor, len(lines)):
        rest, end = wanted, begin
        while rest and end < len(lines) and rest.startswith(plain[end]):
            rest, end = rest.removeprefix(plain[end]), end + 1
        if not rest:
            return next(((at, lines[at]) for at in range(begin, end) if _may_be_title(lines[at])), None)
    return None


def _arranged(before: Sequence[str], told: Sequence[list[str]]) -> Sequence[list[str]]:
    """Return what is said of each listing: what stands below its title, without amounts where those could be another's.

    Where amounts stand above the first title, or none below the last one, prices may stand above the titles.
    """
    priced = [bool(_amounts(said)) for said in told]
    if not _amounts(before) and (priced[-1] or not any(priced)):
        return told
    return [[line for line in said if not _AMOUNT.search(line)] for said in told]


def _from_text(mail: Mail, sites: Sequence[ListingSite]) -> Iterator[Candidate]:
    """Yield the listings of plain text: each paragraph with one address, or with the address right below it."""
    above: list[str] = []
    for part in re.split(r"\n\s*\n", mail.text):
        lines = [line.strip() for line in part.splitlines()]
        linked = [
            (site, url) for line in lines for each in urls_in(line) for site in sites if (url := site.listing(each))
        ]
        said = [line for line in lines if not urls_in(line)]
        if len(set(linked)) == 1:
            (site, url), said = linked[0], said or above
            title, rest = _title_in(said)
            yield _candidate(mail, site, url, title, rest)
            above = []
        else:
            above = [] if linked else said


def _title_in(lines: Sequence[str]) -> tuple[str, list[str]]:
    """Return the title that its label names, else the first line that says nothing else, and the other lines."""
    for at, line in enumerate(lines):
        label = _LABEL.match(line)
        if label and label[1] in {"商品名", "タイトル"}:
            return line[label.end() :], [*lines[:at], *lines[at + 1 :]]
    first = next((at for at, line in enumerate(lines) if _may_be_title(line)), None)
    return ("", list(lines)) if first is None else (lines[first], [*lines[:first], *lines[first + 1 :]])


def _may_be_title(line: str) -> bool:
    bare = line.strip("　 ・■●◆▼>＞→")
    says_else = _LABEL.match(line) or _BARE_AMOUNT.fullmatch(bare) or _BUTTON.fullmatch(bare) or bare in _STATES
    return len(bare) > 2 and not says_else and not _FREE.fullmatch(bare)


def _candidate(mail: Mail, site: ListingSite, url: str, title: str, said: Sequence[str]) -> Candidate:
    price, problems = _price(said, site)
    name = " ".join(title.split())[:300]
    states = {_STATES[state] for line in said if (state := _LABEL.sub("", line).strip("　 ・")) in _STATES}
    return Candidate(
        title=name,
        mall=site.mall,
        seller=next(
            (line[label.end() :] for line in said if (label := _LABEL.match(line)) and label[1] == "出品者"), ""
        ),
        url=url,
        price=price,
        tax_included=True,
        shipping=yen(0) if any(_FREE.search(line) for line in said) else None,
        availability=Availability.OUT_OF_STOCK if any(_SOLD.fullmatch(line) for line in said) else Availability.UNKNOWN,
        condition=states.pop() if len(states) == 1 else Condition.UNKNOWN,
        identifiers=identifiers(name, ()),
        seen_on=japan_day(mail.date) if mail.date else None,
        seen_at=mail.date,
        problems=problems,
    )


def _price(said: Sequence[str], site: ListingSite) -> tuple[Money | None, tuple[Problem, ...]]:
    amounts = _amounts(said)
    buy = [amount for line, amount in amounts if _BUY.search(line)]
    if not buy and (site.auction or any(_BID.search(line) for line, _ in amounts)):
        return None, (Problem("listing_bid", "price"),) if amounts else ()
    only = set(buy or [amount for _, amount in amounts])
    one = only.pop() if len(only) == 1 else None
    return (one, ()) if one is not None and one.amount > 0 else (None, ())


def _amounts(lines: Sequence[str]) -> list[tuple[str, Money | None]]:
    """Return the lines that name an amount, each with it; None where a line names several."""
    told = (_FREE.sub("", line) for line in lines)
    return [(line, money_in(line)) for line in told if _AMOUNT.search(line) and not _ASIDE.search(line)]


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
