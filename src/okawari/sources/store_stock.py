"""The chains whose pages of stores' stock are known: `store_stock.toml` in a source folder."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from okawari.domain.store_stock import StoreStock
from okawari.errors import UnusableInputError
from okawari.sources import registry

FILE = "store_stock.toml"


@cache
def store_stocks() -> tuple[StoreStock, ...]:
    """Return every chain that shows the stock of its stores."""
    found = []
    for source in registry.sources():
        file = resources.files(source.package) / FILE
        if file.is_file():
            found.append(_chain(file.read_text(encoding="utf-8"), f"{source.package}/{FILE}"))
    return tuple(found)


def _chain(text: str, where: str) -> StoreStock:
    try:
        table = tomllib.loads(text)
        product, stock = re.compile(table.pop("product")), re.compile(table.pop("stock"))
        return StoreStock(product=product, stock=stock, **table)
    except (tomllib.TOMLDecodeError, TypeError, KeyError, re.error) as error:
        raise UnusableInputError(str(error), where, "see docs/sources.md, “Stock of stores”") from None
