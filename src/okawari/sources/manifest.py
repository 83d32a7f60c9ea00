"""A source's `manifest.toml`: the merchants it speaks of."""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, dataclass, fields

from okawari.domain.merchant import Merchant
from okawari.domain.seller_tier import Trade
from okawari.errors import UnusableInputError

_MEND = "see docs/sources.md, “The manifest”"
_TYPES: dict[str, type | tuple[type, ...]] = {
    "str": str,
    "bool": bool,
    "tuple[str, ...]": list,
    "tuple[tuple[str, str], ...]": dict,
}
_FIELDS = {field.name: str(field.type) for field in fields(Merchant)}
_NEEDED = {field.name for field in fields(Merchant) if field.default is MISSING}


@dataclass(frozen=True, slots=True)
class Manifest:
    """A source's merchants, and the ids of others' merchants whose mails its reader reads where their own cannot."""

    merchants: tuple[Merchant, ...]
    also_reads: tuple[str, ...] = ()


def read_manifest(text: str, where: str) -> Manifest:
    """Return what a manifest says; UnusableInputError where a key is unknown, missing or of another type.

    `where` names the manifest in the error.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnusableInputError(str(error), where, _MEND) from None
    entries = table.pop("merchant", None)
    also_reads = table.pop("also_reads", [])
    if not isinstance(entries, list):
        raise UnusableInputError("no [[merchant]]", where, _MEND)
    if table:
        raise UnusableInputError(f"unknown key {next(iter(table))!r}", where, _MEND)
    return Manifest(tuple(_merchant(entry, where) for entry in entries), tuple(also_reads))


def _merchant(entry: dict[str, object], where: str) -> Merchant:
    at = f"{where}, merchant {entry.get('id', '?')}"
    missing = _NEEDED - entry.keys()
    if missing:
        raise UnusableInputError(f"no {', '.join(sorted(missing))}", at, _MEND)
    if entry.get("trade", "") not in {"", *Trade}:
        raise UnusableInputError(f"trade is none of {', '.join(Trade)}", at, _MEND)
    return Merchant(**{key: _value(key, value, at) for key, value in entry.items()})  # type: ignore[arg-type]


def _value(key: str, value: object, at: str) -> object:
    kind = _FIELDS.get(key)
    if kind is None:
        raise UnusableInputError(f"unknown key {key!r}", at, _MEND)
    if not isinstance(value, _TYPES.get(kind, object)):
        raise UnusableInputError(f"{key} is no {kind}", at, _MEND)
    if isinstance(value, list):
        return tuple(value)
    return tuple(sorted(value.items())) if isinstance(value, dict) else value
