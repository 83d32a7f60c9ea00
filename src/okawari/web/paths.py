"""The addresses of pages."""

from __future__ import annotations

from urllib.parse import quote, urlencode

_NO_MERCHANT = "-"


def case_path(merchant: str | None, order: str) -> str:
    """Return the address of a case."""
    return f"/cases/{quote(merchant or _NO_MERCHANT, safe='')}/{quote(order, safe='')}"


def claim_path(kind: str, merchant: str | None, order: str) -> str:
    """Return the address of a case's claim file as a `page`, a `pdf` or a `zip`."""
    return f"/claims/{kind}{case_path(merchant, order).removeprefix('/cases')}"


def merchant_in(part: str) -> str | None:
    """Return the merchant that the part of a case's address names."""
    return None if part == _NO_MERCHANT else part


def compare_path(title: str, number: str, paid: str) -> str:
    """Return the address that asks what a thing costs elsewhere, its form filled in."""
    given = {"title": title, "number": number, "paid": paid}
    return f"/compare?{urlencode({name: value for name, value in given.items() if value})}"


def mail_path(digest: str) -> str:
    """Return the address of a kept mail."""
    return f"/mails/{digest}"


def statement_path(digest: str) -> str:
    """Return the address of a kept statement."""
    return f"/statements/{digest}"


def evidence_path(digest: str) -> str:
    """Return the address of a piece of evidence of any kind."""
    return f"/evidence/{digest}"


def own_path(path: str) -> str:
    """Return the path where it leads to a page of ours, else that of the first page."""
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if inside else "/"
