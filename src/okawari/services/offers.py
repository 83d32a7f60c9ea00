"""Ask the price services what can be bought instead; their keys lie among the secrets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from okawari.domain.candidate import Wanted
from okawari.domain.elsewhere import search_links, search_title
from okawari.domain.identifiers import Identifier
from okawari.domain.message import Item
from okawari.domain.offer_source import Answered, OfferQuery, OfferTerms, dated
from okawari.domain.plan import SearchLink
from okawari.domain.problem import Problem
from okawari.domain.profile import Rate
from okawari.fetching.api import ApiGate, ApiUnavailableError
from okawari.reading.answers import UnreadableAnswerError
from okawari.sources.offer_sources import Connector, connectors
from okawari.sources.trackers import tracker_keys
from okawari.store.sealing import UnreadableSecretError
from okawari.store.secrets import Secrets

_SECRET = "price/"  # noqa: S105 - how the names of these secrets begin
_BEFORE_ITS_END_S = 30
_ANY_NUMBER = "0"


@dataclass(frozen=True, slots=True)
class PriceAccess:
    """The gate to the price services, the secrets that hold their keys, and the clock.

    `tokens` are those that services gave for a while, each with its end; `rates` those of the day, with when they were
    asked for. Both are in memory only.
    """

    gate: ApiGate
    secrets: Secrets
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    tokens: dict[str, tuple[str, datetime]] = field(default_factory=dict, repr=False)
    rates: dict[str, tuple[Mapping[str, Rate], datetime]] = field(default_factory=dict)


def services() -> dict[str, OfferTerms]:
    """Return the terms of every price service by its id."""
    return {name: connector.terms for name, connector in connectors().items()}


def key_names() -> tuple[str, ...]:
    """Return the names of all keys that price services and look-up services for parcels take."""
    prices = (key for terms in services().values() for key in (*terms.keys, *terms.optional_keys))
    return tuple(dict.fromkeys((*prices, *tracker_keys())))


def put_key(secrets: Secrets, name: str, value: str) -> None:
    """Keep a key, sealed."""
    secrets.put(_SECRET + name, value)


def key_of(secrets: Secrets, name: str) -> str | None:
    """Return a key, None where there is none; UnreadableSecretError where it cannot be opened."""
    return secrets.get(_SECRET + name)


def change_key(secrets: Secrets) -> int | None:
    """Seal every secret with a new key; return how many, None (and change nothing) where one of them cannot be opened."""
    try:
        return secrets.rotate()
    except UnreadableSecretError:
        return None


def forget_key(secrets: Secrets, name: str) -> bool:
    """Delete a key; return whether there was one."""
    return secrets.forget(_SECRET + name)


def kept_keys(secrets: Secrets) -> tuple[str, ...]:
    """Return the names of the keys that are kept, never their values."""
    return tuple(name.removeprefix(_SECRET) for name in secrets.names() if name.startswith(_SECRET))


def ask(access: PriceAccess, wanted: Wanted, asked: Sequence[str] = ()) -> tuple[Answered, ...]:
    """Return what each service answers, those by default where none is named; one that fails stops no other."""
    chosen = [one for name, one in connectors().items() if (name in asked if asked else one.terms.default_on)]
    query = OfferQuery(words=search_title(wanted.title), identifiers=wanted.identifiers)
    return tuple(_answered(access, connector, query) for connector in chosen)


def links(wanted: Wanted) -> tuple[SearchLink, ...]:
    """Return where a person can look: one prefilled search in each mall."""
    number = next((one.value for one in wanted.identifiers), "")
    pairs = tuple((one.kind, one.value) for one in wanted.identifiers)
    return search_links((Item(title=wanted.title or number, identifiers=pairs),))


def _answered(access: PriceAccess, connector: Connector, query: OfferQuery) -> Answered:
    terms = connector.terms
    try:
        given = {name: key_of(access.secrets, name) for name in (*terms.keys, *terms.optional_keys)}
    except UnreadableSecretError:
        return Answered(terms=terms, problem=Problem("api_key_unreadable", terms.id))
    keys = {name: value for name, value in given.items() if value}
    missing = tuple(name for name in terms.keys if name not in keys)
    if missing:
        return Answered(terms=terms, missing=missing)
    # Whether it can be asked is known without a token.
    if connector.request(query, keys | {"token": ""}) is None:
        return Answered(terms=terms, problem=Problem("api_needs_number", terms.id, ", ".join(_takes(connector, keys))))
    try:
        request = connector.request(query, keys | {"token": _token(access, connector, keys)})
        if request is None:
            return Answered(terms=terms)
        body = access.gate.ask(request, terms.min_interval_s)
        if not body:
            return Answered(terms=terms)
        offers = connector.read(body)
        pause = connector.pause(body)
    except ApiUnavailableError as error:
        if error.problem.code == "api_forbidden":
            access.tokens.pop(terms.id, None)
        return Answered(terms=terms, problem=error.problem)
    except UnreadableAnswerError:
        return Answered(terms=terms, problem=Problem("api_malformed", terms.id))
    if pause:
        access.gate.hold(request.url, pause)
    return Answered(terms=terms, offers=tuple(dated(one, terms, access.now()) for one in offers))


def _takes(connector: Connector, keys: Mapping[str, str]) -> Iterator[str]:
    """Yield the kinds of number by which a service can be asked."""
    for kind in ("jan", "isbn", "asin"):
        query = OfferQuery(identifiers=(Identifier(kind, _ANY_NUMBER),))
        if connector.request(query, {**keys, "token": ""}) is not None:
            yield kind.upper()


def _token(access: PriceAccess, connector: Connector, keys: Mapping[str, str]) -> str:
    """Return the token of a service, asked for anew when it is near its end; "" for one that needs none."""
    if connector.ask_token is None or connector.read_token is None:
        return ""
    kept = access.tokens.get(connector.terms.id)
    if kept is not None and access.now() < kept[1]:
        return kept[0]
    token, seconds = connector.read_token(access.gate.ask(connector.ask_token(keys), 0.0))
    access.tokens[connector.terms.id] = token, access.now() + timedelta(seconds=seconds - _BEFORE_ITS_END_S)
    return token
