"""Several tables as one piece of evidence: the same tables are the same bytes, however they came packed."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator

from okawari.reading.mail.intake import Unreadable
from okawari.reading.table_files import TableFile, tables_in_zip

_START = b"PK\x03\x04"
_DATE = (1980, 1, 1, 0, 0, 0)


def bundle(tables: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the tables, given as (base name, bytes), as a zip that depends on them alone; a table twice stands once.

    They are stored unpacked: what a packer writes changes with its version.
    """
    named = sorted({(name, hashlib.sha256(raw).hexdigest()): raw for name, raw in tables}.items())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for number, ((name, _), raw) in enumerate(named):
            archive.writestr(zipfile.ZipInfo(f"{number}/{name}", _DATE), raw)
    return packed.getvalue()


def is_bundle(raw: bytes) -> bool:
    """Return whether kept evidence is a bundle; no mail begins like one."""
    return raw.startswith(_START)


def tables_in(raw: bytes, name: str) -> Iterator[TableFile | Unreadable]:
    """Yield the tables of a bundle, which is shown as `name`."""
    return tables_in_zip(io.BytesIO(raw), name)
