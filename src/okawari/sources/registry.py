"""Every source there is: the folders beside this file, and packages that offer the entry point `okawari.sources`."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.metadata import entry_points
from importlib.resources.abc import Traversable

from okawari.domain.brands import Brands
from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.errors import UnusableInputError
from okawari.sources.manifest import Manifest, read_manifest

MailReader = Callable[[Mail, Merchant], Understanding | None]
FallbackReader = Callable[[Mail, Merchant | None], Understanding]
ENTRY_POINT = "okawari.sources"


@dataclass(frozen=True, slots=True)
class Source:
    """One source folder: its package name and what its manifest says."""

    package: str
    manifest: Manifest
    has_reader: bool

    def reader(self) -> MailReader | None:
        """Return the folder's `reader.read`, imported when first asked for; None for a manifest without a reader."""
        if not self.has_reader:
            return None
        read: MailReader = importlib.import_module(f"{self.package}.reader").read
        return read


@cache
def sources() -> tuple[Source, ...]:
    """Return all sources, in the order of their package names."""
    return tuple(sorted(_found(), key=lambda source: source.package))


@cache
def merchants() -> dict[str, Merchant]:
    """Return every merchant by its id; UnusableInputError where two sources claim one id."""
    owners: dict[str, str] = {}
    for source in sources():
        for merchant in source.manifest.merchants:
            owner = owners.setdefault(merchant.id, source.package)
            if owner != source.package:
                raise UnusableInputError(f"merchant {merchant.id} stands in {owner} too", source.package, "rename it")
    return {merchant.id: merchant for source in sources() for merchant in source.manifest.merchants}


@cache
def brands() -> Brands:
    """Return every merchant, arranged to be found by host and by name."""
    return Brands(merchants().values())


def source_of(merchant_id: str) -> Source | None:
    """Return the source whose manifest holds the merchant."""
    return next((s for s in sources() if any(m.id == merchant_id for m in s.manifest.merchants)), None)


@cache
def readers(merchant_id: str) -> tuple[MailReader, ...]:
    """Return the readers for a merchant's mails: its own source's, then those of sources that also read them."""
    own = source_of(merchant_id)
    others = (source for source in sources() if merchant_id in source.manifest.also_reads)
    found = (source.reader() for source in (own, *others) if source)
    return tuple(reader for reader in found if reader)


def fallback() -> FallbackReader:
    """Return the careful reader for shops not known, and for known ones whose folder has no reader of its own."""
    read: FallbackReader = importlib.import_module("okawari.sources.unknown_shop.reader").read
    return read


def texts(name: str) -> Iterator[tuple[Source, str, str]]:
    """Yield each source that has the file of this name, with its text and where it stands, as an error names it."""
    for source in sources():
        file = resources.files(source.package) / name
        if file.is_file():
            yield source, file.read_text(encoding="utf-8"), f"{source.package}/{name}"


def _found() -> Iterator[Source]:
    yield from _folders("okawari.sources", resources.files("okawari.sources"))
    for point in entry_points(group=ENTRY_POINT):
        folder = resources.files(point.value)
        source = _source(point.value, folder)
        if source:
            yield source


def _folders(package: str, root: Traversable) -> Iterator[Source]:
    for folder in root.iterdir():
        if folder.is_dir():
            source = _source(f"{package}.{folder.name}", folder)
            if source:
                yield source


def _source(package: str, folder: Traversable) -> Source | None:
    manifest = folder / "manifest.toml"
    if not manifest.is_file():
        return None
    said = read_manifest(manifest.read_text(encoding="utf-8"), f"{package}/manifest.toml")
    return Source(package, said, (folder / "reader.py").is_file())
