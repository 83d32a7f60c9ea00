"""Who sells and who ships, as the mail names them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from okawari.domain.problem import Problem
from okawari.reading.labels import labelled
from okawari.sources.amazon_jp.lines import plain

_SELLER = r"販売(?:元|者|業者|事業者)?(?:名)?|出品者(?:名)?|ショップ名"
_SHIPPER = r"(?:出荷元|発送元|配送元|発送者)(?![ \u3000]*[/／・])"
_BOTH = r"(?:出荷元|発送元)[ \u3000]*[/／・][ \u3000]*販売元"
_NAMING = re.compile(r"出品者|の商品|へご注文|が販売し|お客様のご注文を承")
_NAMED = re.compile(
    r"(?:マーケットプレイス)?出品者(?:様)?[ \u3000]*[「『](?P<quoted>[^」』\n]{1,60})[」』]"
    r"|出品者[ \u3000](?P<bare>[^\s、。「」：:]{1,40})[ \u3000]*(?:により|によって|から|が)"
    r"|^[ \u3000]*(?P<goods>\S[^\n]{0,60}?)の商品[ \u3000]*[:：][ \u3000]*$"
    r"|^[ \u3000]*(?P<ordered>\S[^\n、。]{0,60}?)へご注文いただいた商品",
    re.MULTILINE,
)
_ACCEPTED = re.compile(r"(?P<seller>Amazon\.co\.jp) ?(?:が|および|及び|、|と)[^。\n]{0,80}?お客様のご注文を承った")
_SOLD_BY = re.compile(
    r"(?P<seller>[^\s、。「」]{2,40}) ?が販売し、? ?(?P<shipper>[^\s、。「」]{2,40}) ?(?:が|から)(?:発送|出荷)"
)
_AMAZON = re.compile(
    r"(?:アマゾン|amazon)(?:\.co\.jp|\.com|\.jp)?(?:$|[ ,.](?!.*(?:shop|store|ショップ|商店))|ジャパン|サービス|公式)",
    re.IGNORECASE,
)


def sellers_in(text: str) -> tuple[str, ...]:
    """Return the sellers that the text names, each once, in order."""
    named = [one.value for one in labelled(text, _BOTH)] + [one.value for one in labelled(text, _SELLER)]
    if _NAMING.search(text):
        named.extend(found[found.lastgroup or 0] for found in _NAMED.finditer(text))
        named.extend(found["seller"] for pattern in (_ACCEPTED, _SOLD_BY) for found in pattern.finditer(text))
    return _names(named)


def shippers_in(text: str) -> tuple[str, ...]:
    """Return who ships, as far as the text names it."""
    named = [one.value for one in labelled(text, _BOTH)] + [one.value for one in labelled(text, _SHIPPER)]
    if _NAMING.search(text):
        named.extend(found["shipper"] for found in _SOLD_BY.finditer(text))
    return _names(named)


def only(names: tuple[str, ...], field: str, where: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the one name; None, and a problem where there are several."""
    if len(names) > 1:
        return None, (Problem(f"several_{field}s", where, " / ".join(names)),)
    return (names[0] if names else None), ()


def is_amazon(name: str) -> bool:
    """Return whether a seller's name is Amazon's own."""
    return _AMAZON.match(plain(name)) is not None


def _names(named: Iterable[str]) -> tuple[str, ...]:
    stripped = (re.sub(r"^[「『]|[」』]$|[ \u3000]*https?://\S+", "", name).strip() for name in named)
    return tuple(dict.fromkeys(name for name in stripped if 0 < len(name) <= 80 and "。" not in name))
