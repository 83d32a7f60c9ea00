"""Presets of mail providers, read from `providers.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from okawari.domain.mailbox import Login

_IN_GROUPS = re.compile(r"[a-z]{4}(?:\s[a-z]{4}){3}")


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider: its IMAP host, the ways to log in (the usual one first) and the domains of its addresses.

    `token_url` is where an OAuth2 token is refreshed, "" where that is not offered. `grouped_password` says that its app
    passwords are shown in groups with spaces that are not part of them.
    """

    id: str
    name_ja: str
    name_en: str
    host: str
    port: int
    logins: tuple[Login, ...]
    domains: tuple[str, ...]
    token_url: str = ""
    grouped_password: bool = False

    def password(self, given: str) -> str:
        """Return a password as it is sent."""
        grouped = self.grouped_password and _IN_GROUPS.fullmatch(given.strip())
        return "".join(given.split()) if grouped else given


@cache
def providers() -> dict[str, Provider]:
    """Return the presets by id, in the order in which a person is offered them."""
    text = (resources.files("okawari.fetching.imap") / "providers.toml").read_text(encoding="utf-8")
    return {name: _provider(name, values) for name, values in tomllib.loads(text).items()}


def _provider(name: str, values: dict[str, object]) -> Provider:
    said = {key: value for key, value in values.items() if key not in {"source", "as_of", "evidence"}}
    logins, domains = said.pop("logins"), said.pop("domains")
    assert isinstance(logins, list)
    assert isinstance(domains, list)
    return Provider(name, logins=tuple(map(Login, logins)), domains=tuple(domains), **said)  # type: ignore[arg-type]
