"""The chains whose pages of stores' stock are known: `store_stock.toml` in a source folder."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from okawari.domain.store_stock import StoreStock
from okawari.errors import UnusableInputError
from okawari.sources import registry

FILE = "store_stock.toml"


@cache
def store_stocks() -> tuple[StoreStock, ...]:
    """Return every chain that shows the stock of its stores."""
    return tuple(_chain(text, where) for _, text, where in registry.texts(FILE))


def _chain(text: str, where: str) -> StoreStock:
    try:
        table = tomllib.loads(text)
        product, stock = re.compile(table.pop("product")), re.compile(table.pop("stock"))
        return StoreStock(product=product, stock=stock, **table)
    except (tomllib.TOMLDecodeError, TypeError, KeyError, re.error) as error:
        raise UnusableInputError(str(error), where, "see docs/sources.md, “Stock of stores”") from None
