"""The documents `okawari.offers/1`, which `okawari rank` takes as it is, and `okawari.key/1`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from okawari.contract.values import Document, day, money, problems
from okawari.domain.candidate import Candidate, Wanted
from okawari.domain.identifiers import Identifier
from okawari.domain.offer_source import Answered
from okawari.domain.plan import SearchLink
from okawari.domain.profile import Rate
from okawari.services.offers import key_names

SCHEMA = "okawari.offers/1"
KEY_SCHEMA = "okawari.key/1"


def offers_document(
    wanted: Wanted,
    answers: Sequence[Answered],
    links: Iterable[SearchLink],
    rates: Mapping[str, Rate],
    locale: str,
) -> Document:
    """Return what the services answered, and the searches that a person can open."""
    return {
        "schema": SCHEMA,
        "wanted": {"title": wanted.title, "identifiers": _numbers(wanted.identifiers)},
        "sources": [_source(one, locale) for one in answers],
        "links": [{"mall": one.mall, "url": one.url, "by": one.by} for one in links],
        "rates": {name: {"yen": str(rate.yen), "on": day(rate.on)} for name, rate in rates.items()},
        "offers": [_offer(offer, locale) for one in answers for offer in one.offers],
    }


def key_document(kept: Iterable[str]) -> Document:
    """Return the names of the keys, those kept and those that there could be; never a value."""
    here = frozenset(kept)
    return {"schema": KEY_SCHEMA, "keys": [{"name": name, "kept": name in here} for name in key_names()]}


def _source(one: Answered, locale: str) -> Document:
    terms = one.terms
    return {
        "id": terms.id,
        "count": len(one.offers),
        "missing_keys": list(one.missing),
        "problems": problems((one.problem,) if one.problem else (), locale),
        "price_ttl_s": terms.price_ttl_s,
        "may_store_history": terms.may_store_history,
        "may_alert": terms.may_alert,
        "credit": terms.credit if terms.needs_credit else None,
        "credit_url": terms.credit_url if terms.needs_credit else None,
    }


def _offer(offer: Candidate, locale: str) -> Document:
    return {
        "title": offer.title,
        "mall": offer.mall,
        "seller": offer.seller,
        "shipped_by": offer.shipped_by,
        "url": offer.url,
        "price": money(offer.price),
        "tax_included": offer.tax_included,
        "quantity": offer.quantity,
        "shipping": money(offer.shipping),
        "points": offer.points,
        "point_rate": offer.point_rate,
        "availability": offer.availability.value,
        "condition": offer.condition.value,
        "identifiers": _numbers(offer.identifiers),
        "country": offer.country,
        "rating": offer.rating,
        "rating_count": offer.ratings,
        "seen_on": day(offer.seen_on),
        "fresh_until": offer.fresh_until.isoformat() if offer.fresh_until else None,
        "problems": problems(offer.problems, locale),
    }


def _numbers(numbers: Iterable[Identifier]) -> list[Document]:
    return [{"kind": one.kind, "value": one.value} for one in numbers]
