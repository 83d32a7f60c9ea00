"""What issuers of cards and carriers tell, in a line each."""

from __future__ import annotations

from okawari.domain.message import CardUse, Parcel
from okawari.i18n import formats, text


def use_text(use: CardUse, locale: str) -> str:
    """Return one use of a card: when, where, how much, and how final it is."""
    return text("witnesses.use", locale).format(
        when=formats.moment(use.at, locale, year=True) if use.at else formats.day(use.on, locale, year=True),
        shop=use.merchant or text("witnesses.no_shop", locale),
        amount=formats.money(use.amount, locale) if use.amount else text("witnesses.no_amount", locale),
        stage=text(f"witnesses.stage_{use.stage}", locale),
    )


def parcel_text(parcel: Parcel, locale: str) -> str:
    """Return a parcel: its carrier and its number."""
    carrier = text(f"carriers.{parcel.carrier}", locale)
    return text("witnesses.parcel", locale).format(carrier=carrier, number=parcel.number)
