"""The price services: `offers.toml` or `x_offers.toml` in a source folder holds their terms, the module beside it asks and reads."""

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

ENDING = "offers.toml"


@dataclass(frozen=True, slots=True)
class Connector:
    """How one service is asked (None where it cannot be, by this query), how its answer is read, and what it waits for.

    Where `ask_token` is there, the request needs the `token` that `read_token` tells of its answer, with its seconds.
    """

    terms: OfferTerms
    request: Callable[[OfferQuery, Mapping[str, str]], ApiRequest | None]
    read: Callable[[bytes], tuple[Candidate, ...]]
    pause: Callable[[bytes], float]
    ask_token: Callable[[Mapping[str, str]], ApiRequest] | None = None
    read_token: Callable[[bytes], tuple[str, float]] | None = None


@cache
def connectors() -> dict[str, Connector]:
    """Return every price service by its id."""
    found = {}
    for source in registry.sources():
        files = (file for file in resources.files(source.package).iterdir() if file.name.endswith(ENDING))
        for file in sorted(files, key=lambda one: one.name):
            terms = _terms(file.read_text(encoding="utf-8"), f"{source.package}/{file.name}")
            module = importlib.import_module(f"{source.package}.{file.name.removesuffix('.toml')}")
            found[terms.id] = Connector(
                terms,
                module.request,
                module.read,
                getattr(module, "pause", _no_pause),
                getattr(module, "ask_token", None),
                getattr(module, "read_token", None),
            )
    return found


def _terms(text: str, where: str) -> OfferTerms:
    try:
        table = tomllib.loads(text)
        keys, optional = tuple(table.pop("keys", ())), tuple(table.pop("optional_keys", ()))
        domains = tuple(table.pop("domains"))
        return OfferTerms(keys=keys, optional_keys=optional, domains=domains, **table)
    except (tomllib.TOMLDecodeError, TypeError, KeyError) as error:
        raise UnusableInputError(str(error), where, "see docs/sources.md, “Price services”") from None


def _no_pause(_body: bytes) -> float:
    return 0.0
