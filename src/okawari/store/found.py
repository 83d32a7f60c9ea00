"""A mail that was read, in the plain values that are kept: cheap to hand from one process to another."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import datetime
from typing import IO, NamedTuple

from isal import isal_zlib

from okawari.domain.facts import Fact
from okawari.domain.message import MessageReading
from okawari.domain.scanned import parcel_numbers
from okawari.store.codec import fact_kind, fact_to_json
from okawari.store.kept_text import storable, utc_text

_LEVEL = 1
_PIECE = 1024 * 1024
STATEMENT = "statement"
"""The kind of evidence whose bytes lie in pieces, and whose lines in a table of their own."""


class FoundFact(NamedTuple):
    """One fact as it is kept; `at` is its moment as `utc_text` writes it, `payload` its JSON, `parcels` are the numbers of the parcels that it names."""

    merchant: str
    order: str
    at: str | None
    kind: str
    payload: str
    parcels: tuple[str, ...] = ()


class FoundMail(NamedTuple):
    """One mail as it is kept. `same_mail` tells that two files are one mail; `packed` holds its bytes, `size` of them."""

    sha256: str
    same_mail: str
    source: str
    packed: bytes
    size: int
    sent_at: datetime | None
    sender: str
    subject: str
    merchant: str
    kind: str
    verdict: str
    reader: str
    reader_version: int
    facts: tuple[FoundFact, ...]


def found_mail(raw: bytes, same_mail: str, reading: MessageReading, facts: Sequence[Fact]) -> FoundMail:
    """Return a mail with what was read in it, ready to be kept."""
    said = reading.understood
    return FoundMail(
        sha256=reading.sha256,
        same_mail=same_mail,
        source=reading.file,
        packed=pack(raw),
        size=len(raw),
        sent_at=reading.date,
        sender=reading.sender,
        subject=reading.subject,
        merchant=said.merchant or "",
        kind=said.kind.value,
        verdict=reading.authenticity.verdict.value,
        reader=said.reader,
        reader_version=said.reader_version,
        facts=_found_facts(facts),
    )


def found_file(
    raw: bytes,
    sha256: str,
    *,
    source: str,
    kind: str,
    merchant: str | None,
    verdict: str,
    reader: tuple[str, int],
    facts: Sequence[Fact],
) -> FoundMail:
    """Return a file that is no mail with what was read in it; `kind` says what it is, `reader` is a name and version."""
    return FoundMail(
        sha256=sha256,
        same_mail=sha256,
        source=source,
        packed=pack(raw),
        size=len(raw),
        sent_at=None,
        sender="",
        subject="",
        merchant=merchant or "",
        kind=kind,
        verdict=verdict,
        reader=reader[0],
        reader_version=reader[1],
        facts=_found_facts(facts),
    )


def _found_facts(facts: Sequence[Fact]) -> tuple[FoundFact, ...]:
    return tuple(map(found_fact, facts))


def found_fact(fact: Fact) -> FoundFact:
    """Return a fact as it is kept."""
    return FoundFact(
        storable(fact.merchant or ""),
        storable(fact.order),
        utc_text(fact.at),
        fact_kind(fact),
        fact_to_json(fact),
        tuple(map(storable, parcel_numbers([fact]))),
    )


def pack(raw: bytes) -> bytes:
    """Return bytes as they are kept: zlib's format, written by a library that takes a third of zlib's time."""
    return isal_zlib.compress(raw, _LEVEL)


def pack_file(file: IO[bytes]) -> bytes:
    """Return a whole file as `pack` does, without holding it whole; it is left at its end."""
    file.seek(0)
    packer = isal_zlib.compressobj(_LEVEL)
    pieces = [packer.compress(piece) for piece in iter(lambda: file.read(_PIECE), b"")]
    return b"".join((*pieces, packer.flush()))


def unpack(packed: bytes) -> bytes:
    """Return bytes as they came."""
    return zlib.decompress(packed)
