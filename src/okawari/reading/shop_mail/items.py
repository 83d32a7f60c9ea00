"""Item lines of layouts that leave no doubt: labelled ones, tables with a heading, and sums that come out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.reading.amounts import bare_yen, money_in

_SPACES = " \t\u3000\u00a0"
_ASCII = str.maketrans("０１２３４５６７８９，．：＝（）￥×ｘＸ\u3000\u00a0", "0123456789,.:=()¥xxX  ")
_YEN = r"[¥\\]? ?\d[\d,]{0,11} ?(?:円|\(円\))?(?:\(税込\))?"
_SUM = re.compile(
    rf"(?:(?:販売)?価格|単価|(?<![^\s:\]\)】）」]))[ :]{{0,12}}(?P<price>{_YEN}) {{0,4}}[xX*] {{0,4}}(?:[数個][量数] ?: ?)?"
    rf"(?P<quantity>\d{{1,3}}) ?\(?(?:個|点|冊|枚|本|セット)?\)?(?: {{0,8}}= {{0,4}}(?:合計|小計)?[ :]{{0,4}}| {{1,12}})"
    rf"(?P<line>{_YEN})(?: {{0,8}}[※(].{{0,30}})?$"
)
_GIVEN = re.compile(r"(?:数量|個数) ?: ?(\d{1,3})(?:個|点)?")
_FIELD = re.compile(r"(?P<label>[^:：]{1,12}?)\s*[:：]\s*(?P<value>.+)$")
_TWO_CELLS = re.compile(r"(?P<label>[^\t:：]{1,12})\t+(?P<value>[^\t]+)$")
"""A row of a table in HTML."""
_CELLS = re.compile(r"[|\t]")
_BOXED_FIELD = re.compile(r"[・■●◆]?[\[【](?P<label>[^\]】:：]{1,12})[\]】][ \t\u3000]*(?P<value>[^ \t\u3000:：].*)$")
_TAX = re.compile(r"[ \u3000]?[(（]税[込抜別][みき]?[)）]$")
_TITLE = re.compile(r"(?:ご?注文|ご?購入)?商品(?:名称?|タイトル)?|品名|Item|Product(?: name)?|Description")
_PRICE = re.compile(r"単価|商品(?:代金|価格|単価)|(?:販売)?価格|(?:Unit )?[Pp]rice")
_QUANTITY = re.compile(r"(?:ご?注文|キャンセル)?(?:数量|個数|点数)|Qty|Quantity")
_LINE_TOTAL = re.compile(r"小計|金額|商品合計額|商品小計|Subtotal|Line total|Amount")
_COUNT = re.compile(r"(\d{1,3})\s*(?:個|点|冊|枚|本|セット)?(?:\s|$)")
_RULE = re.compile(r"[-─━=＝_*＊~～.・‥…]{3,}")
_HEADING = re.compile(
    r"(?:[■●◆◇□▼【\[＜<]\s?)(?:ご?注文|ご?購入|お買い?上げ|発送|出荷|キャンセル)?(?:した|対象の)?(?:商品|内容|品|明細|詳細){1,2}(?:一覧)?\s?[】\]＞>]?\s?[:：]?"
    r"|ご(?:注文|購入)(?:商品|内容|明細)\s?[:：]"
)
_NUMBERED = re.compile(r"^(?:[(（]\d{1,2}[)）]|\d{1,2}[.．)]|[・*])\s?")
_NO_TITLE = re.compile(r"(?:獲得)?ポイント|送料|配送料|消費税|内税|小計|合計|手数料|クーポン|割引")
_OF_THE_ORDER = re.compile(
    r"[\[【・■●◆]{0,2}\s?(?:(?:ご?注文|受注|お?取引|ご?予約|オーダー)(?:管理)?(?:番号|日時?|ID|No\.?)|(?:お?支払い?|お?届け|配送)(?:方法|先|日)|(?:ショップ|ストア|店舗|販売店|出品者|販売者)名?\s?[:：])"
)
_SENTENCE = re.compile(r"[。！!]$|(?:ます|ました|です|ください)$")
_MULTIPLIED = re.compile(r"[xX×＊*ｘＸ][ \u3000]?(?:[数個]|[\d０-９])")
"""A price that is multiplied: sums are read by their own layout, and one that does not come out is none."""
_LONGEST_BLOCK = 4
_LONGEST_LINE = 600


@dataclass(slots=True)
class _Block:
    """The lines since the last place where an item can begin, and the labelled item under way."""

    lines: list[str] = field(default_factory=list)
    title: str | None = None
    title_line: int = 0
    price: Money | None = None
    quantity: int | None = None
    line_total: Money | None = None

    def item(self) -> Item | None:
        """Return the labelled item; its amounts only where they do not contradict each other."""
        if self.title is None:
            return None
        contradict = (
            self.price is not None
            and self.quantity is not None
            and self.line_total is not None
            and self.price.times(self.quantity) != self.line_total
        )
        price, line_total = (None, None) if contradict else (self.price, self.line_total)
        if self.quantity and price is None and line_total is not None and line_total.amount % self.quantity == 0:
            price = Money(line_total.amount / self.quantity, line_total.currency)
        if self.quantity and line_total is None and price is not None:
            line_total = price.times(self.quantity)
        return Item(title=self.title, quantity=self.quantity, price=price, line_total=line_total)


@dataclass(frozen=True, slots=True)
class _Found:
    """An item and the lines that it was read from."""

    item: Item
    lines: range


def read_items(text: str) -> tuple[tuple[Item, ...], str]:
    """Return the items of the first clear layout (sums, else labelled fields, else a table), and the rest of the text.

    The rest goes on without the lines that hold a title: what goods are called states nothing about the order.
    """
    lines = text.splitlines()
    for layout in (_sums, _fields, _table):
        found = tuple(layout(lines))
        if found:
            taken = {number for one in found for number in one.lines}
            rest = "\n".join("" if number in taken else line for number, line in enumerate(lines))
            return tuple(one.item for one in found), rest
    return (), text


def _sums(lines: Sequence[str]) -> Iterator[_Found]:
    """Yield items of `価格 21,560(円) x 1(個) = 21,560(円)`, their title before it or at the top of the lines above."""
    above: list[str] = []
    for number, line in enumerate(lines):
        bare = line.strip(_SPACES)
        plain = bare.translate(_ASCII)
        found = _SUM.search(plain) if len(plain) <= _LONGEST_LINE else None
        given = _GIVEN.fullmatch(plain)
        if given and above and _NUMBERED.match(above[0]):
            title = _label_off(_NUMBERED.sub("", above[0]))
            yield _Found(Item(title=title, quantity=int(given[1])), range(number - len(above), number + 1))
            above = []
            continue
        if found is None:
            starts = _NUMBERED.match(plain) or _label_off(bare) != bare
            above = [] if _begins_anew(bare) else [bare] if starts else [*above, bare]
            continue
        before = _label_off(bare[: found.start()].strip(_SPACES))
        title = before or (above[0] if 0 < len(above) <= _LONGEST_BLOCK else "")
        item = _summed(_label_off(_NUMBERED.sub("", title)), found)
        if item:
            yield _Found(item, range(number if before else number - len(above), number + 1))
        above = []


def _summed(title: str, found: re.Match[str]) -> Item | None:
    price, line_total = _amount(found["price"]), _amount(found["line"])
    quantity = int(found["quantity"])
    if not title or price is None or line_total is None or price.times(quantity) != line_total:
        return None
    return Item(title=title, quantity=quantity, price=price, line_total=line_total)


def _fields(lines: Sequence[str]) -> Iterator[_Found]:
    """Yield items of 商品名：/単価：/個数：/小計： lines; a title without label must stand alone above them."""
    block = _Block()
    for number, line in enumerate([*lines, ""]):
        bare = line.strip(_SPACES)
        labelled = _field(bare)
        kind = _field_kind(_bare_label(labelled)) if labelled else None
        if labelled is None or kind is None:
            if labelled is None or block.title is None:
                yield from _finished(block)
                block = _Block(lines=[] if _begins_anew(bare) else [*block.lines, bare])
            continue
        if kind == "title" or (block.title is None and len(block.lines) == 1):
            title = labelled["value"] if kind == "title" else block.lines[0]
            yield from _finished(block)
            at = number if kind == "title" else number - 1
            block = _Block(title=_NUMBERED.sub("", title).strip(_SPACES), title_line=at)
        _take(block, kind, labelled["value"])


def _field(line: str) -> re.Match[str] | None:
    """Return `label：value`, or `[label] value` and two cells where they label a part of an item; other boxes belong to titles."""
    for form in (_BOXED_FIELD, _TWO_CELLS):
        found = form.match(line)
        if found and _field_kind(_bare_label(found)) and not _field_kind(found["value"]):
            return found
    return _FIELD.match(line)


def _bare_label(labelled: re.Match[str]) -> str:
    return labelled["label"].strip(_SPACES + "・■●◆[]【】")


def _finished(block: _Block) -> Iterator[_Found]:
    item = block.item()
    if item:
        block.lines.clear()
        yield _Found(item, range(block.title_line, block.title_line + 1))


def _take(block: _Block, kind: str, value: str) -> None:
    if kind == "price":
        block.price = None if _MULTIPLIED.search(value) else money_in(value)
    elif kind == "quantity":
        found = _COUNT.match(unicodedata.normalize("NFKC", value))
        block.quantity = int(found[1]) if found else None
    elif kind == "line_total":
        block.line_total = money_in(value)


def _field_kind(label: str) -> str | None:
    label = _TAX.sub("", label)
    for kind, wanted in (("title", _TITLE), ("price", _PRICE), ("quantity", _QUANTITY), ("line_total", _LINE_TOTAL)):
        if wanted.fullmatch(label):
            return kind
    return None


def _table(lines: Sequence[str]) -> Iterator[_Found]:
    """Yield items of rows under a heading 商品名 | 単価 | 数量 | 金額, of text or of HTML."""
    columns: list[str] = []
    for number, line in enumerate(lines):
        cells = [cell.strip(_SPACES + "＜＞<>") for cell in _CELLS.split(line)]
        if len(cells) < 2:
            continue
        kinds = [_field_kind(cell) or "" for cell in cells]
        if "title" in kinds and len(set(kinds)) > 2:
            columns = kinds
        elif columns and len(cells) == len(columns):
            row = dict(zip(columns, cells, strict=True))
            block = _Block(title=row["title"] or None, title_line=number)
            for kind in ("price", "quantity", "line_total"):
                _take(block, kind, row.get(kind, ""))
            yield from _finished(block)


def _amount(text: str) -> Money | None:
    return money_in(text) or bare_yen(text)


def _begins_anew(line: str) -> bool:
    return not line or bool(
        _RULE.match(line)
        or _HEADING.fullmatch(line)
        or _NO_TITLE.match(line)
        or _OF_THE_ORDER.match(line)
        or _SENTENCE.search(line)
    )


def _label_off(title: str) -> str:
    labelled = _field(title)
    if labelled and _TITLE.fullmatch(_bare_label(labelled)):
        return labelled["value"].strip(_SPACES)
    return title
