"""`okawari rank`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli import options
from okawari.cli.key import refusal
from okawari.cli.options import Json, Lang, On, locale_of
from okawari.cli.refusing import profile_for, refuse
from okawari.cli.words import words

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from datetime import date

    from okawari.domain.own_record import CancellingSeller
    from okawari.domain.ranking import Ranked, Ranking
    from okawari.domain.rule_card import RuleCard
    from okawari.services.ranking import RankedOffers

NEEDS_THE_PERSON = 1
_MOST_NOTES = 20


def rank(
    offers: Annotated[list[str] | None, typer.Argument(metavar="FILE…", help=words("help_offers"))] = None,
    *,
    wanted: Annotated[str, typer.Option("--for", metavar="TITLE", help=words("help_for"))] = "",
    own_mails: Annotated[bool, typer.Option("--mails", help=words("help_own_mails"))] = False,
    profile: Annotated[str, typer.Option("--profile", metavar="P.toml", help=words("help_profile"))] = "",
    on: On = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Rank what can be bought instead: the real price, the risk beside it, and the one to buy."""
    from datetime import UTC, datetime

    from okawari.cli.output import put, put_document
    from okawari.domain.problem import Problem
    from okawari.i18n.problems import problem_text
    from okawari.i18n.profile import question_lines
    from okawari.services.offer_files import offers_of_files
    from okawari.services.profiles import questions_on
    from okawari.services.ranking import rank_offers
    from okawari.settings import read_settings
    from okawari.wiring import has_kept, household, trust

    locale = locale_of(lang)
    day = options.today(on, locale)
    if not offers and not (own_mails and wanted):
        raise refusal("rank_nothing", "FILE", locale)
    settings, now = read_settings(), datetime.now(UTC)
    listed = offers_of_files(offers or (), wanted, trust(settings), day)
    if isinstance(listed, Problem):
        refuse(listed, locale)
    if own_mails and has_kept(settings):
        from okawari.services.listings import with_kept

        listed = with_kept(household(settings), listed, now)
    person, place = profile_for(profile, settings, locale)
    found = rank_offers(listed, person, day, now, _record(day))
    questions = questions_on(found.ranking, person, place, day)
    if as_json:
        from okawari.contract.rank import rank_document

        put_document(rank_document(found, day, locale, questions))
    else:
        put(f"{line}\n" for line in _letter(found, day, locale))
        put(f"{line}\n" for line in question_lines(questions, locale))
        put(f"{line}\n" for line in listed.credits)
    for problem in found.ranking.problems:
        typer.echo(problem_text(problem, locale) or problem.code, err=True)
    if found.ranking.buy is None:
        raise typer.Exit(NEEDS_THE_PERSON)


def _record(on: date) -> tuple[CancellingSeller, ...]:
    """Return the sellers who cancelled on the person, as far as anything is kept."""
    from okawari.settings import read_settings
    from okawari.wiring import has_kept, open_store

    settings = read_settings()
    if not has_kept(settings):
        return ()
    from okawari.services.own_record import cancelling_sellers

    return cancelling_sellers(open_store(settings), on)


def _letter(found: RankedOffers, on: date, locale: str) -> Iterator[str]:
    from okawari.domain.ranking import Group
    from okawari.i18n import ranking as say
    from okawari.i18n import text

    ranking = found.ranking
    yield say.advice(ranking, locale)
    yield from _against_the_order(ranking, locale)
    group = None
    folded: list[Ranked] = []
    for one in ranking.offers:
        if one.group is Group.RANKED and one.dominated_by is not None:
            folded.append(one)
            continue
        if one.group is not group:
            yield from _folded(folded, locale)
            folded = []
            group = one.group
            yield ""
            yield text(f"ranking.group_{group.value}", locale)
        yield from _entry(one, locale, opened=one is ranking.buy or one.group is Group.RANKED)
    yield from _folded(folded, locale)
    if found.sale_days:
        yield ""
        yield text("ranking.coming", locale)
        yield from (f"  {line}" for line in say.coming(found.sale_days, on, locale))
    if found.cards:
        yield ""
        yield text("ranking.rules", locale)
        yield from _rules(found.cards, locale)


def _folded(folded: list[Ranked], locale: str) -> Iterator[str]:
    """Yield how many offers are left out, and what is wrong with those whose figures may not be as they were meant."""
    from okawari.i18n import ranking as say
    from okawari.i18n import text
    from okawari.i18n.problems import problem_text

    if not folded:
        return
    yield text("ranking.folded", locale).format(count=len(folded))
    notes = list(
        dict.fromkeys(
            f"   ! {say.shop(one, locale)}: {problem_text(problem, locale) or problem.code}"
            for one in folded
            for problem in one.problems
            if problem.code != "shop_in_several_malls"
        )
    )
    if notes:
        yield text("ranking.folded_notes", locale)
        yield from notes[:_MOST_NOTES]


def _against_the_order(ranking: Ranking, locale: str) -> Iterator[str]:
    from okawari.domain.money import yen
    from okawari.i18n import formats, text

    if ranking.extra_cost is not None:
        key = "saves" if ranking.extra_cost < 0 else "costs"
        yield text(f"ranking.{key}", locale).format(amount=formats.money(yen(abs(ranking.extra_cost)), locale))


def _entry(one: Ranked, locale: str, *, opened: bool) -> Iterator[str]:
    """Yield the lines of one offer, with those of its price where it is `opened`."""
    from okawari.domain.money import yen
    from okawari.i18n import formats, text
    from okawari.i18n import ranking as say
    from okawari.i18n.problems import problem_text
    from okawari.services.stores import stock_page_of

    price = text("ranking.no_price", locale)
    if one.price.sure is not None and one.price.best is not None:
        price = formats.money(yen(one.price.sure), locale)
        if one.price.best < one.price.sure:
            price += text("ranking.at_best", locale).format(price=formats.money(yen(one.price.best), locale))
    level = text(f"ranking.level_{one.risk.level.value}", locale)
    place = f"{one.rank}." if one.rank else "-"
    yield f"{place} {price}  {text('ranking.risk', locale).format(level=level, number=one.risk.number)}  {say.shop(one, locale)}"
    yield f"   {one.offer.title}"
    state = [
        text(f"ranking.condition_{one.offer.condition.value}", locale),
        say.stock(one.offer, locale),
    ]
    if one.offer.seen_on is not None:
        state.append(text("compare.seen", locale).format(day=formats.day(one.offer.seen_on, locale)))
    yield f"   {' · '.join(state)}"
    if one.offer.url.startswith(("https://", "http://")):
        yield f"   {one.offer.url}"
    if opened and (page := stock_page_of(one.offer.url)):
        yield "   " + text("ranking.store_page", locale).format(url=page)
    if one.premium:
        yield "   " + text("ranking.premium", locale).format(amount=formats.money(yen(one.premium), locale))
    if opened:
        yield from (f"     {line}" for line in _price_lines(one, locale))
    yield (
        "   "
        + text("ranking.because", locale)
        + text("ranking.comma", locale).join(say.ground(ground, locale) for ground in one.risk.grounds)
    )
    if one.likeness.sameness != "same":
        yield "   " + text("ranking.comma", locale).join(
            say.likeness(one.likeness, code, locale) for code in one.likeness.reasons
        )
    yield from (f"   ! {say.warning(code, locale)}" for code in one.price.warnings)
    yield from (f"   ! {problem_text(problem, locale) or problem.code}" for problem in one.problems)


def _price_lines(one: Ranked, locale: str) -> Iterator[str]:
    from okawari.i18n import ranking as say
    from okawari.i18n import text

    for line in one.price.lines:
        notes = [say.open_reason(line, locale)] if line.open else []
        notes += [text("ranking.full", locale)] if line.full else []
        notes += [line.rule] if line.rule else []
        yield f"{say.line_name(line, locale)}  {say.line_amounts(line, locale)}" + (
            f"  ({' · '.join(notes)})" if notes else ""
        )


def _rules(cards: tuple[RuleCard, ...], locale: str) -> Iterator[str]:
    from okawari.i18n import say

    for card in cards:
        sources = " / ".join(f"{say(one.title, locale)} ({say(one.date, locale)})" for one in card.sources)
        yield f"  {card.id}  {say(card.title, locale)}  {sources}"
