"""The layouts of statement files, from every source folder that holds a `statement.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from okawari.domain.account import AccountKind
from okawari.reading.statement import Layout


@cache
def layouts() -> tuple[Layout, ...]:
    """Return all layouts; those with the most heading cells come first, so that the most telling one is tried first."""
    found = []
    for folder in resources.files("okawari.sources").iterdir():
        file = folder / "statement.toml"
        if folder.is_dir() and file.is_file():
            found += [_layout(entry) for entry in tomllib.loads(file.read_text(encoding="utf-8"))["layout"]]
    return tuple(sorted(found, key=lambda layout: (-len(layout.header), layout.source)))


def _layout(entry: dict[str, object]) -> Layout:
    told = {key: _frozen(value) for key, value in entry.items()}
    told["account"] = AccountKind(str(entry.get("account", AccountKind.CARD)))
    return Layout(**told)  # type: ignore[arg-type]


def _frozen(value: object) -> object:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value
