"""The price services: `offers.toml` in a source folder holds their terms, `offers.py` beside it asks and reads."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from okawari.domain.candidate import Candidate
from okawari.domain.offer_source import OfferQuery, OfferTerms
from okawari.errors import UnusableInputError
from okawari.fetching.api import ApiRequest
from okawari.sources import registry

FILE = "offers.toml"


@dataclass(frozen=True, slots=True)
class Connector:
    """How one service is asked (None where it cannot be, by this query), how its answer is read, and what it waits for."""

    terms: OfferTerms
    request: Callable[[OfferQuery, Mapping[str, str]], ApiRequest | None]
    read: Callable[[bytes], tuple[Candidate, ...]]
    pause: Callable[[bytes], float]


@cache
def connectors() -> dict[str, Connector]:
    """Return every price service by its id."""
    found = {}
    for source in registry.sources():
        file = resources.files(source.package) / FILE
        if file.is_file():
            terms = _terms(file.read_text(encoding="utf-8"), f"{source.package}/{FILE}")
            module = importlib.import_module(f"{source.package}.offers")
            found[terms.id] = Connector(terms, module.request, module.read, getattr(module, "pause", _no_pause))
    return found


def _terms(text: str, where: str) -> OfferTerms:
    try:
        table = tomllib.loads(text)
        keys, optional = tuple(table.pop("keys", ())), tuple(table.pop("optional_keys", ()))
        return OfferTerms(keys=keys, optional_keys=optional, **table)
    except (tomllib.TOMLDecodeError, TypeError) as error:
        raise UnusableInputError(str(error), where, "see docs/sources.md, “Price services”") from None


def _no_pause(_body: bytes) -> float:
    return 0.0
