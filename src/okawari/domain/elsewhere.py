"""Where else to look for the thing: prefilled searches, by identifier where one is known, else by a cleaned title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from okawari.domain.identifiers import Identifier, identifiers
from okawari.domain.message import Item
from okawari.domain.plan import SearchLink
from okawari.domain.shop_code import without_shop_code

_SEARCHES_BY_CODE = ("jan", "isbn", "model")
_TITLE_WIDTH = 44  # columns; longer queries find nothing in the malls' word search

_PRAISE = re.compile(
    r"[【\[［〔](?=[^】\]］〕]*(?:送料|ポイント|クーポン|セール|倍|OFF|オフ|限定価格|お買い得|在庫|即納|正規|公式|ランキング|Amazon))"
    r"[^】\]］〕]{0,60}[】\]］〕]",
    re.IGNORECASE,
)
_LOOSE_PRAISE = re.compile(
    r"送料無料|ポイント\d+倍|あす楽|即日発送|正規品|国内正規代理店品|Amazon\.co\.jp\s?限定", re.IGNORECASE
)
_BRACKETS = re.compile(r"[【】\[\]［］〔〕「」『』()（）<>＜＞]")
_CUT = re.compile(r"\s*(?:…|\.\.\.|･･･|・・・)\s*$")


@dataclass(frozen=True, slots=True)
class _Mall:
    """One mall's search page: `{q}` takes the query; `encoding` is the one its search expects."""

    id: str
    url: str
    by: tuple[str, ...]
    encoding: str = "utf-8"
    plus: bool = False
    japanese: bool = True


_MALLS = (
    _Mall("rakuten", "https://search.rakuten.co.jp/search/mall/{q}/", _SEARCHES_BY_CODE),
    _Mall("yahoo_shopping", "https://shopping.yahoo.co.jp/search?p={q}", _SEARCHES_BY_CODE, plus=True),
    _Mall("amazon_jp", "https://www.amazon.co.jp/s?k={q}", (*_SEARCHES_BY_CODE, "asin"), plus=True),
    _Mall("yodobashi", "https://www.yodobashi.com/?word={q}", _SEARCHES_BY_CODE, plus=True),
    _Mall("biccamera", "https://www.biccamera.com/bc/category/?q={q}", _SEARCHES_BY_CODE, "cp932", plus=True),
    _Mall("kakaku", "https://kakaku.com/search_results/{q}/", ("model", "jan"), "cp932"),
    _Mall("mercari", "https://jp.mercari.com/search?keyword={q}", ("model", "isbn"), plus=True),
    _Mall("yahoo_auctions", "https://auctions.yahoo.co.jp/search/search?p={q}", ("model", "isbn"), plus=True),
    _Mall("amazon_com", "https://www.amazon.com/s?k={q}", (*_SEARCHES_BY_CODE, "asin"), plus=True, japanese=False),
    _Mall("amazon_de", "https://www.amazon.de/s?k={q}", (*_SEARCHES_BY_CODE, "asin"), plus=True, japanese=False),
    _Mall("amazon_uk", "https://www.amazon.co.uk/s?k={q}", (*_SEARCHES_BY_CODE, "asin"), plus=True, japanese=False),
)

MALLS = tuple(mall.id for mall in _MALLS)
"""Every mall that `search_links` knows, in the order in which it lists them."""


def search_links(items: Sequence[Item]) -> tuple[SearchLink, ...]:
    """Return one search in each mall for each item, in the order of the items.

    A mall abroad is left out where only a Japanese title is known: such a search finds nothing there.
    """
    return tuple(link for item in items if item.title for link in _links(item))


def search_title(title: str) -> str:
    """Return a title as one types it into a search: without praise, brackets and the tail that was cut off."""
    text = unicodedata.normalize("NFKC", without_shop_code(title))
    was_cut = _CUT.search(text) is not None
    text = _CUT.sub("", _LOOSE_PRAISE.sub(" ", _PRAISE.sub(" ", text)))
    words = _BRACKETS.sub(" ", text).split()
    if was_cut and len(words) > 1:
        words.pop()
    kept: list[str] = []
    for word in words:
        if kept and _width([*kept, word]) > _TITLE_WIDTH:
            break
        kept.append(word)
    return _shortened(" ".join(kept))


def _links(item: Item) -> Iterable[SearchLink]:
    codes = identifiers(item.title, item.identifiers)
    title = search_title(item.title)
    for mall in _MALLS:
        by, query = _query(mall, codes, title)
        if query:
            coded = (quote_plus if mall.plus else quote)(query.encode(mall.encoding, "ignore"), safe="")
            yield SearchLink(mall=mall.id, url=mall.url.format(q=coded), by=by, query=query, item=item.title)


def _query(mall: _Mall, codes: Sequence[Identifier], title: str) -> tuple[str, str]:
    for kind in mall.by:
        for code in codes:
            if code.kind == kind:
                return kind, code.value
    if mall.japanese:
        return "title", title
    latin = [word for word in title.split() if word.isascii() and re.search(r"[A-Za-z]", word)]
    return "title", " ".join(latin) if len(latin) >= 2 else ""


def _width(words: Iterable[str]) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "FWA" else 1 for char in " ".join(words))


def _shortened(text: str) -> str:
    while _width([text]) > 2 * _TITLE_WIDTH:
        text = text[:-1]
    return text
