"""Items that stand around their quantity: the mails since 2025, and older ones with a label for each value.

The mails since 2025 give `* title`, `数量: 2` and the unit price on lines of their own; in HTML and in Gmail's rendering
the star is missing or `[image: title]` stands before the title. Cancellations of the 2010s give `商品名: title` and
`数量: 2`, the regular delivery (定期おトク便) gives `商品1`, title, quantity and `商品の価格: ￥1,010`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.sources.amazon_jp.lines import (
    amount_in,
    bare_count,
    is_amount,
    is_price_label,
    is_quantity,
    is_rule,
    is_url,
    order_numbers,
    plain,
    quantity_in,
    unwrapped,
    width,
    without_urls,
)

_STAR = re.compile(r"[ \u3000]*[*•] +(?P<title>\S.*)")
_IMAGE = re.compile(r"\[(?:image|画像): ?(?P<title>.+?)\](?=[ \u3000]*(?:<|$|\[))", re.IGNORECASE)
_CUT = re.compile(r"[ \u3000]*(?:…|\.{3}|‥)$")
_TITLE_LABEL = re.compile(
    r"[・■●]?[ \u3000]*(?:(?:キャンセル(?:された|対象の?)?|対象|ご?注文|返金対象の?|お届け)?商品(?:名)?|品名)[ \u3000]*[:：][ \u3000]*"
    r"(?P<title>\S.*)?"
)
_NUMBERED = re.compile(r"商品 ?\d{1,2}")
_ATTRIBUTE = re.compile(
    r"(?:色|カラー|サイズ|スタイル|パターン|柄|形式|フォーマット|容量|コンディション|販売(?:元|者)?|出品者|出荷元|発送元|配送"
    r"|お届け予定(?:日)?|配達予定(?:日)?|発売(?:予定)?日|返品期間|ASIN|JAN|ISBN(?:-1[03])?|型番|[A-Za-z -]{3,20}) ?:.*"
)
_TOTAL = re.compile(
    r"(?:ご?注文)?(?:合計|小計)(?:金額)?(?: ?\([^)]*\))?(?: ?:.*| ?[¥\\] ?[\d,]+| ?[\d,]+ ?(?:円|JPY))?|商品の小計.*|(?:この)?注文の合計.*"
    r"|[¥\\] ?[\d,.]*"
)
_HEADING = re.compile(
    r"注文(?:番号|内容|の詳細|済み).*|(?:発送|配達|キャンセル)済み|配達中|(?:キャンセル|返金|返品|注文|対象)(?:された|となった|する|の)?商品"
    r"|ご?注文(?:の表示|履歴).*|.{0,12}(?:表示|確認|追跡)(?:と変更|する)?|.*様[、,]?"
)
_WRAPPED_WIDTH = 60
_TITLE_LINES = 6
_SHORTEST_STEM = 2
_LOOK_BACK = 12
_LOOK_AHEAD = 6


def items(lines: Sequence[str]) -> tuple[Item, ...]:
    """Return the items in the lines of one order, in order; the price is that of one piece, None where it is not clear."""
    found: list[Item] = []
    done = 0
    for at, line in enumerate(lines):
        if at < done or not is_quantity(line):
            continue
        item, done = _item(lines, at, done)
        if item is not None:
            found.append(item)
    return tuple(found) or tuple(_starred(lines))


def _item(lines: Sequence[str], at: int, done: int) -> tuple[Item | None, int]:
    """Return the item whose quantity is on line `at`, and the number of the first line behind it."""
    count, rest, end = _quantity(lines, at)
    title, price_before = _above(lines, at, done)
    price, end = (amount_in(rest), end) if rest else _price(lines, end)
    price = price or price_before
    if title is None or count is None:
        return None, end
    return Item(title=title, quantity=count, price=price, line_total=price.times(count) if price else None), end


def _quantity(lines: Sequence[str], at: int) -> tuple[int | None, str, int]:
    said = quantity_in(lines[at])
    if said is not None:
        return said[0], said[1], at + 1
    for below in range(at + 1, min(at + 3, len(lines))):
        if lines[below].strip():
            return bare_count(lines[below]), "", below + 1
    return None, "", at + 1


def _price(lines: Sequence[str], start: int) -> tuple[Money | None, int]:
    """Return the amount below the quantity, before the next item or heading, and the line behind it."""
    for at in range(start, min(start + _LOOK_AHEAD, len(lines))):
        line = plain(lines[at])
        if (price := amount_in(line)) is not None:
            twice = next((below for below in lines[at + 1 : at + 3] if below.strip()), "")
            return (None if is_amount(twice) else price), at + 1
        if line and not (_ATTRIBUTE.fullmatch(line) or is_url(line) or is_price_label(line)):
            break
    return None, start


def _above(lines: Sequence[str], at: int, done: int) -> tuple[str | None, Money | None]:
    """Return the title above the quantity, and the price where that stands between the two."""
    price: Money | None = None
    low = max(done, at - _LOOK_BACK)
    for above in range(at - 1, low - 1, -1):
        text = plain(lines[above])
        if not text or is_url(lines[above]) or _ATTRIBUTE.fullmatch(text):
            continue
        amount = amount_in(text) if price is None else None
        if amount is None:
            return _title_up_to(lines, above, low), price
        price = amount
    return None, price


def _title_up_to(lines: Sequence[str], end: int, low: int) -> str | None:
    """Return the title whose last line is `end`: from its star or its label on, else that line with what belongs to it."""
    for begin in range(end, max(low, end - _TITLE_LINES) - 1, -1):
        if not lines[begin].strip():
            break
        if star := _STAR.fullmatch(lines[begin]):
            return _title([star["title"], *lines[begin + 1 : end + 1]])
        if label := _TITLE_LABEL.fullmatch(lines[begin].strip()):
            return _title([label["title"] or "", *lines[begin + 1 : end + 1]])
    if _ends_above(plain(lines[end])):
        return None
    begin = end
    while begin > low and _is_wrapped(lines[begin - 1]) and not _begins_with(lines[begin - 1], lines[end]):
        begin -= 1
    above = next(
        (line for line in reversed(lines[max(low, begin - 4) : begin]) if line.strip() and not is_url(line)), ""
    )
    full = above if _IMAGE.search(above) or _begins_with(above, lines[end]) else ""
    return _title([full, *lines[begin : end + 1]])


def _is_wrapped(line: str) -> bool:
    """Return whether a line is so long that a program can have broken it there."""
    return width(line.strip()) >= _WRAPPED_WIDTH and not _ends_above(plain(line)) and not is_url(line)


def _begins_with(line: str, shown: str) -> bool:
    """Return whether a line gives in full the title that is shown, cut short or not, below it."""
    stem = _CUT.sub("", without_urls(shown.strip()))
    return len(stem) >= _SHORTEST_STEM and line.strip().startswith(stem)


def _ends_above(text: str) -> bool:
    return bool(
        text.endswith(("。", "！", "!"))
        or is_rule(text)
        or order_numbers(text)
        or _NUMBERED.fullmatch(text)
        or _TOTAL.fullmatch(text)
        or _HEADING.fullmatch(text)
        or is_amount(text)
        or is_quantity(text)
    )


def _title(parts: Sequence[str]) -> str | None:
    """Return the title from its lines; where it is cut short, as the text of its picture gives it above."""
    shown = ""
    pictures: list[str] = []
    for part in parts:
        pictures.extend(found["title"].strip() for found in _IMAGE.finditer(part))
        text = unwrapped(without_urls(_IMAGE.sub("", part)).strip())
        if shown and _begins_with(shown, text):
            pictures.append(shown)
            shown = ""
        space = " " if shown[-1:].isascii() and text[:1].isascii() and shown and text else ""
        shown += space + text
    stem = _CUT.sub("", shown)
    full = next((picture for picture in reversed(pictures) if picture.startswith(stem)), "")
    return (full if stem != shown or not shown else shown) or shown or None


def _starred(lines: Sequence[str]) -> Iterator[Item]:
    """Yield starred items without a quantity, each with the amount below it."""
    for at, line in enumerate(lines):
        star = _STAR.fullmatch(line)
        if star is None:
            continue
        price, _ = _price(lines, at + 1)
        if price is not None:
            yield Item(title=_title([star["title"]]) or "", price=price)
