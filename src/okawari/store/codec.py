"""Facts as JSON and back, by their type annotations.

Fields that hold their default are left out. So a default never changes once facts are kept, and a field that is added
later is read from older rows by its default. An unknown key or a value of the wrong type is a `CodecError`.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import orjson

from okawari.domain import facts as vocabulary
from okawari.domain.facts import Fact, Provenance
from okawari.domain.message import Item
from okawari.store.kept_text import storable

ValueT = TypeVar("ValueT")
Encoder = Callable[[Any], Any]
Decoder = Callable[[Any], Any]

FACT_KINDS: dict[str, type[Fact]] = {
    "order_placed": vocabulary.OrderPlaced,
    "shipment_notified": vocabulary.ShipmentNotified,
    "delay_notified": vocabulary.DelayNotified,
    "cancel_notified": vocabulary.CancelNotified,
    "cancel_requested": vocabulary.CancelRequested,
    "refund_issued": vocabulary.RefundIssued,
    "payment_failed": vocabulary.PaymentFailed,
    "substitute_offered": vocabulary.SubstituteOffered,
    "seller_wrote": vocabulary.SellerWrote,
    "offered_again": vocabulary.OfferedAgain,
    "refund_seen": vocabulary.RefundSeen,
    "parcel_scanned": vocabulary.ParcelScanned,
    "card_used": vocabulary.CardUsed,
    "phishing_received": vocabulary.PhishingReceived,
    "person_said": vocabulary.PersonSaid,
    "contacted": vocabulary.Contacted,
    "reserved_elsewhere": vocabulary.ReservedElsewhere,
    "price_seen": vocabulary.PriceSeen,
    "substitute_told": vocabulary.SubstituteTold,
    "condition_told": vocabulary.ConditionTold,
    "got_again": vocabulary.GotAgain,
    "order_renumbered": vocabulary.OrderRenumbered,
}
"""The name under which each fact is kept: names stay even where a class is renamed."""


def _other(value: Any) -> Any:
    return orjson.loads(orjson.dumps(value)) if isinstance(value, orjson.Fragment) else value.isoformat()


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_other)

_REMEMBERED = 64

KIND_OF = {fact: kind for kind, fact in FACT_KINDS.items()}


class CodecError(ValueError):
    """JSON that is no fact of the kind it claims to be; the message names the field."""


def fact_kind(fact: Fact) -> str:
    """Return the name under which the fact is kept."""
    return KIND_OF[type(fact)]


def fact_to_json(fact: Fact) -> str:
    """Return the fact as compact JSON."""
    return to_json(fact)


def to_json(value: Any) -> str:
    """Return a dataclass of facts' values as compact JSON, without NUL and lone surrogates."""
    kind: Any = type(value)
    encoded = _encoder(kind)(value)
    try:
        return orjson.dumps(encoded).decode()
    except TypeError:  # halves of characters, numbers of more than 64 bits
        return storable(_COMPACT.encode(encoded))


def from_json(kind: type[ValueT], text: str) -> ValueT:
    """Return the dataclass of that kind which `text` holds; CodecError where it holds none."""
    wanted: Any = kind
    try:
        held: ValueT = _decoder(wanted)(orjson.loads(text))
    except ValueError:  # halves of characters, numbers of more than 64 bits, or no such thing at all
        held = _decoder(wanted)(_loaded(kind, text))
    return held


def _loaded(kind: type, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise CodecError(f"{kind.__name__}: {error}") from None


def fact_from_json(kind: str, text: str) -> Fact:
    """Return the fact of `kind` that `text` holds; CodecError where it holds none."""
    if kind not in FACT_KINDS:
        raise CodecError(f"no fact is called {kind!r}")
    return from_json(FACT_KINDS[kind], text)


@cache
def _encoder(kind: Any) -> Encoder:
    if is_dataclass(kind):
        encode = _dataclass_encoder(kind)
        return _remembering(encode) if kind in (Provenance, Item) else encode
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        encode = _encoder(_without_none(kind))
        return encode if encode is _same else _optional(encode)
    if origin is tuple:
        return _tuple_encoder(typing.get_args(kind))
    if kind in (str, int, bool):
        return _same
    if kind is Decimal:
        return _digits
    if kind in (date, datetime):  # written as ISO 8601 where the whole becomes text
        return _same
    if isinstance(kind, type) and issubclass(kind, Enum):
        return attrgetter("value")
    raise TypeError(f"facts hold no {kind!r}")


def _dataclass_encoder(kind: Any) -> Encoder:
    """Return the encoder, written out field by field as dataclasses are themselves: a loop takes twice as long."""
    hints = typing.get_type_hints(kind)
    names: dict[str, Any] = {}
    lines = ["def encode(value):", "    encoded = {}"]
    for column in fields(kind):
        name, default, encode = column.name, _default(column), _field_encoder(hints[column.name], column)
        names |= {f"default_{name}": default, f"encode_{name}": encode}
        put = f"encoded[{name!r}] = " + (f"encode_{name}(held)" if encode else "held")
        lines.append(f"    held = value.{name}")
        if default is MISSING:
            lines.append(f"    {put}")
        elif default is None:
            lines.append(f"    if held is not None: {put}")
        else:
            lines.append(f"    if held is not default_{name} and held != default_{name}: {put}")
    exec("\n".join((*lines, "    return encoded")), names)  # noqa: S102 - of the names of our own fields
    written: Encoder = names["encode"]
    return written


def _field_encoder(kind: Any, field: Field[Any]) -> Encoder | None:
    """Return the encoder of what a field holds apart from its default, None where that stands in JSON as it is."""
    plain = _without_none(kind) if field.default is None else kind
    encode = _encoder(plain)
    return None if encode is _same else encode


def _remembering(encode: Encoder) -> Encoder:
    """Return the encoder with what it made of the last values: facts of one file share a provenance, those of an order its items."""
    last: dict[int, tuple[Any, Any]] = {}  # holds each value, so that no other one can bear its id

    def remember(value: Any) -> Any:
        held, encoded = last.get(id(value), (None, None))
        if held is not value:
            encoded = _written(encode(value))
            if len(last) >= _REMEMBERED:
                last.clear()
            last[id(value)] = (value, encoded)
        return encoded

    return remember


def _written(encoded: Any) -> Any:
    """Return what was encoded with its text, so that this is written once; as it is where that has to be done with care."""
    try:
        return orjson.Fragment(orjson.dumps(encoded))
    except TypeError:
        return encoded


def _tuple_encoder(members: tuple[Any, ...]) -> Encoder:
    encoders = [_encoder(member) for member in members if member is not Ellipsis]
    if all(encode is _same for encode in encoders):
        return _same
    if Ellipsis in members:
        each = encoders[0]
        return lambda values: [each(value) for value in values]
    return lambda values: [encode(value) for encode, value in zip(encoders, values, strict=True)]


@cache
def _decoder(kind: Any) -> Decoder:
    if is_dataclass(kind):
        return _dataclass_decoder(kind)
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _optional(_decoder(_without_none(kind)))
    if origin is tuple:
        return _tuple_decoder(typing.get_args(kind))
    if kind in (str, int, bool):
        return lambda value: _exactly(kind, value)
    if kind is Decimal:
        return lambda value: _parsed(Decimal, value)
    if kind in (date, datetime):
        return lambda value: _parsed(kind.fromisoformat, value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: _parsed(kind, value)
    raise TypeError(f"facts hold no {kind!r}")


def _dataclass_decoder(kind: Any) -> Decoder:
    hints = typing.get_type_hints(kind)
    columns = {field.name: (_plain(hints[field.name]), _decoder(hints[field.name])) for field in fields(kind)}
    needed = {field.name for field in fields(kind) if _default(field) is MISSING}

    def decode(value: Any) -> Any:
        held = _exactly(dict, value)
        if missing := needed - held.keys():
            raise CodecError(f"{kind.__name__} lacks {', '.join(sorted(missing))}")
        if unknown := held.keys() - columns.keys():
            raise CodecError(f"{kind.__name__} has no field {', '.join(sorted(unknown))}")
        decoded = {}
        for name, member in held.items():
            plain, convert = columns[name]
            decoded[name] = member if type(member) is plain else convert(member)
        return kind(**decoded)

    return decode


def _plain(kind: Any) -> type | None:
    """Return the type of a field that stands in JSON as it is, None for any other."""
    return kind if kind in (str, int, bool) else None


def _tuple_decoder(members: tuple[Any, ...]) -> Decoder:
    if len(members) == 2 and members[1] is Ellipsis:
        each = _decoder(members[0])
        return lambda value: tuple(each(member) for member in _exactly(list, value))
    decoders = [_decoder(member) for member in members]

    def decode(value: Any) -> tuple[Any, ...]:
        listed = _exactly(list, value)
        if len(listed) != len(decoders):
            raise CodecError(f"{len(decoders)} values expected, {len(listed)} found")
        return tuple(decode_member(member) for decode_member, member in zip(decoders, listed, strict=True))

    return decode


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _without_none(kind: Any) -> Any:
    members = [member for member in typing.get_args(kind) if member is not type(None)]
    if len(members) != 1:
        raise TypeError(f"facts hold no {kind!r}")
    return members[0]


def _optional(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else convert(value)


def _same(value: Any) -> Any:
    return value


def _digits(value: Decimal) -> str:
    digits = str(value)
    return format(value, "f") if "E" in digits else digits


def _exactly(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise CodecError(f"{kind.__name__} expected, {type(value).__name__} found")
    return value


def _parsed(parse: Callable[[str], Any], value: Any) -> Any:
    try:
        return parse(_exactly(str, value))
    except (ValueError, InvalidOperation) as error:
        raise CodecError(str(error) or f"{value!r} cannot be read") from None
