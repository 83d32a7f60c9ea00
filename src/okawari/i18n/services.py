"""What price services are called."""

from __future__ import annotations

from okawari.i18n import has, text


def service_text(name: str, locale: str) -> str:
    """Return the name of a price service, or of a market whose mails are read."""
    key, market = f"offers.service_{name}", f"ranking.mall_{name}"
    if has(key):
        return text(key, locale)
    return text("offers.by_mail", locale).format(name=text(market, locale)) if has(market) else name
