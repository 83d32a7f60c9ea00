"""`okawari seller`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli import options
from okawari.cli.options import Json, Lang, On, locale_of
from okawari.cli.refusing import refuse
from okawari.cli.words import words

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.domain.seller_check import CheckedSeller

NEEDS_THE_PERSON = 1


def seller(
    path: Annotated[str, typer.Argument(metavar="FILE", help=words("help_seller_file"))],
    *,
    mall: Annotated[str, typer.Option("--mall", metavar="MALL", help=words("help_mall"))] = "",
    profile: Annotated[str, typer.Option("--profile", metavar="P.toml", help=words("help_profile"))] = "",
    on: On = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Check sellers before buying: who ships, stock, ratings, cancels, price."""
    from okawari.cli.output import put, put_document
    from okawari.contract.seller import seller_document
    from okawari.domain.problem import Problem
    from okawari.domain.risk import Level
    from okawari.services.sellers import check_seller_file

    locale = locale_of(lang)
    day = options.today(on, locale)
    found = check_seller_file(path, profile, mall, day)
    if isinstance(found, Problem):
        refuse(found, locale)
    if as_json:
        put_document(seller_document(found, day, locale))
    else:
        put(f"{line}\n" for one in found for line in _letter(one, locale))
    if all(one.risk.level is Level.HIGH for one in found):
        raise typer.Exit(NEEDS_THE_PERSON)


def _letter(one: CheckedSeller, locale: str) -> Iterator[str]:
    from okawari.i18n import formats, text
    from okawari.i18n import ranking as say

    level = text(f"ranking.level_{one.risk.level.value}", locale)
    risk = text("ranking.risk", locale).format(level=level, number=one.risk.number)
    price = f"  {formats.money(one.offer.price, locale)}" if one.offer.price else ""
    yield f"{say.shop_of(one.offer, locale, one.risk.tier)}{price}  {risk}"
    yield "  " + text(f"seller.advice_{one.risk.level.value}", locale)
    for check in one.checks:
        mark = text(f"seller.mark_{check.state.value}", locale)
        yield f"  {mark} {text(f'seller.{check.code}_{check.state.value}', locale)}"
    yield (
        "  "
        + text("ranking.because", locale)
        + text("ranking.comma", locale).join(say.ground(ground, locale) for ground in one.risk.grounds)
    )
    yield ""
