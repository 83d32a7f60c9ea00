"""What can be set, from the environment (`OKAWARI_…`)."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from okawari.errors import UnusableInputError

_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


def _data_dir() -> Path:
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "okawari"


def _language(given: str) -> str:
    if given not in {"ja", "en"}:
        raise ValueError("no language of ours")
    return given


def _place(given: str) -> str:
    if given not in {"auto", "file"}:
        raise ValueError("neither auto nor file")
    return given


def _yes_or_no(given: str) -> bool:
    if given.lower() not in _TRUE + _FALSE:
        raise ValueError("neither true nor false")
    return given.lower() in _TRUE


def _proxy(given: str) -> str:
    parts = urlsplit(given)
    if given and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/")):
        raise ValueError("no address of an HTTP proxy")
    return given


def _number(given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) <= 9):
        raise ValueError("no number")
    return int(given)


def _time_of_day(given: str) -> str:
    if given != "off" and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", given):
        raise ValueError("neither HH:MM nor off")
    return given


def _words(given: str) -> tuple[str, ...]:
    try:
        listed = json.loads(given)
    except ValueError:
        listed = None
    if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
        raise ValueError("no JSON list")
    return tuple(listed)


def _says(description: str, read: Callable[[str], Any] = str) -> dict[str, Any]:
    """Return what a field carries: its description, and how its text is read (ValueError says what is wrong)."""
    return {"description": description, "read": read}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default; `docs/install.md` lists them and a test compares the two."""

    data_dir: Path = field(
        default_factory=_data_dir, metadata=_says("Folder for the database and everything kept", Path)
    )
    database_url: str = field(default="", metadata=_says("SQLAlchemy URL; empty: SQLite in the data folder"))
    language: str = field(default="ja", metadata=_says("Language of commands and pages", _language))
    authserv_ids: tuple[str, ...] = field(
        default=(),
        metadata=_says("Receivers whose Authentication-Results are trusted (JSON list); empty: the topmost", _words),
    )
    check_dkim: bool = field(default=False, metadata=_says("Check DKIM signatures ourselves; needs DNS", _yes_or_no))
    mail_pause: int = field(default=300, metadata=_says("Seconds between two looks into a watched mailbox", _number))
    digest_at: str = field(
        default="08:00", metadata=_says("Time of the daily digest in Japan, `off` for none", _time_of_day)
    )
    key_place: str = field(
        default="auto",
        metadata=_says("Where the key to saved passwords lies: `auto` (the keyring where one answers), `file`", _place),
    )
    proxy: str = field(
        default="",
        metadata=_says(
            "HTTP proxy for pages of shops and carriers, `http://USER:PASSWORD@HOST:PORT`; empty: none", _proxy
        ),
    )
    browser: str = field(
        default="",
        metadata=_says("Chromium for watched pages that are empty without scripts (needs Playwright); empty: none"),
    )
    host: str = field(default="127.0.0.1", metadata=_says("Address to listen on; loopback only"))
    port: int = field(default=8765, metadata=_says("Port to listen on", _number))

    def digest_time(self) -> time | None:
        """Return the time in Japan from which the day's digest is made, None for none."""
        return None if self.digest_at == "off" else time.fromisoformat(self.digest_at)

    def profile(self) -> Path:
        """Return where the person's own profile lies, or may."""
        return self.data_dir / "profile.toml"

    def url(self) -> str:
        """Return the database URL in force."""
        return self.database_url or f"sqlite:///{self.data_dir / 'okawari.db'}"


def read_settings() -> Settings:
    """Return the settings of the environment; UnusableInputError names the first that cannot be read."""
    given: dict[str, Any] = {}
    for one in fields(Settings):
        variable = f"OKAWARI_{one.name.upper()}"
        if variable in os.environ:
            try:
                given[one.name] = one.metadata["read"](os.environ[variable])
            except ValueError as error:
                raise UnusableInputError(str(error), variable, "docs/install.md says what it can be") from None
    return Settings(**given)
