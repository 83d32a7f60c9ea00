"""Numbers that name the product, from what markup calls them; those with a wrong check digit are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from okawari.domain.identifiers import Identifier, identifiers, valid_jan

_SEPARATORS: Final = re.compile(r"[\s\u2010-\u2015\u2212\uff0d-]+")
_GTINS: Final = frozenset(("gtin13", "gtin", "gtin12", "gtin14", "gtin8", "ean", "jan", "productid"))
_CODE: Final = re.compile(r"[\w./+#-]{2,40}", re.ASCII)


def identifiers_of(codes: Iterable[tuple[str, str]]) -> tuple[Identifier, ...]:
    """Return the product's numbers, JAN and ISBN first; `codes` are (name in schema.org, value) pairs.

    A UPC (GTIN-12) stands as the JAN of 13 digits that it is; a shop's own number is a `sku`.
    """
    known: list[tuple[str, str]] = []
    own: list[Identifier] = []
    for name, value in codes:
        own_code = "".join(value.split())
        digits = _SEPARATORS.sub("", value).rpartition(":")[2]
        if name in _GTINS and digits.isascii() and digits.isdigit():
            thirteen = digits.zfill(14)[1:] if len(digits) in {12, 13, 14} else ""
            if valid_jan(thirteen):
                known.append(("jan", thirteen))
        elif name in {"isbn", "asin"}:
            known.append((name, digits))
        elif name in {"mpn", "model"} and _CODE.fullmatch(own_code):
            known.append(("model", own_code))
        elif name == "sku" and _CODE.fullmatch(own_code):
            own.append(Identifier("sku", own_code))
    return tuple(dict.fromkeys((*identifiers("", tuple(known)), *own)))
