"""The document `okawari.rank/1`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from okawari.contract.values import Document, day, money, problems
from okawari.domain.price.effective import Line, Price
from okawari.domain.price.questions import Question
from okawari.domain.ranking import Ranked
from okawari.domain.risk import Risk
from okawari.domain.rule_card import RuleCard
from okawari.i18n import ranking as words
from okawari.i18n import say
from okawari.i18n.profile import asked
from okawari.services.ranking import RankedOffers

SCHEMA = "okawari.rank/1"


def rank_document(found: RankedOffers, on: date, locale: str, questions: Sequence[Question] = ()) -> Document:
    """Return the ranking; every `rule` of a line or a ground stands among `rules` with its sources.

    `questions` are the open answers of the profile that would change it.
    """
    wanted, ranking = found.wanted, found.ranking
    buy, cheaper = ranking.buy, ranking.cheaper
    return {
        "schema": SCHEMA,
        "on": day(on),
        "wanted": {
            "title": wanted.title,
            "identifiers": {one.kind: one.value for one in reversed(wanted.identifiers)},
            "paid": money(wanted.paid),
            "list_price": money(wanted.list_price),
        },
        "buy": {"position": buy.position if buy else None, "why": ranking.why, "text": words.advice(ranking, locale)},
        "cheaper": cheaper[0].position if cheaper else None,
        "extra_cost": _yen(ranking.extra_cost),
        "offers": [_offer(one, locale) for one in ranking.offers],
        "sale_days": {
            "days": [
                {"mall": one.mall, "benefit": one.benefit, "on": day(one.on), "entry": one.entry, "rule": one.rule}
                for one in found.sale_days
            ],
            "text": list(words.coming(found.sale_days, on, locale)),
        },
        "questions": [
            {
                "field": one.field,
                "mall": one.mall,
                "saves": _yen(one.most),
                "leads": one.leads,
                "text": asked(one, locale),
            }
            for one in questions
        ],
        "rules": [rule(card, locale) for card in found.cards],
        "problems": problems(ranking.problems, locale),
    }


def _offer(one: Ranked, locale: str) -> Document:
    offer = one.offer
    return {
        "position": one.position,
        "rank": one.rank,
        "group": one.group.value,
        "title": offer.title,
        "mall": offer.mall,
        "seller": offer.seller,
        "url": offer.url,
        "price": money(offer.price),
        "condition": offer.condition.value,
        "availability": offer.availability.value,
        "pickup": offer.pickup,
        "seen_on": day(offer.seen_on),
        "effective": _price(one.price, locale),
        "risk": risk(one.risk, locale),
        "same": {
            "verdict": one.likeness.sameness.value,
            "reasons": [
                {"code": code, "text": words.likeness(one.likeness, code, locale)} for code in one.likeness.reasons
            ],
        },
        "dominated_by": one.dominated_by,
        "premium": _yen(one.premium),
        "warnings": [{"code": code, "text": words.warning(code, locale)} for code in one.price.warnings],
        "problems": problems(one.problems, locale),
    }


def _price(price: Price, locale: str) -> Document:
    return {
        "sure": _yen(price.sure),
        "best": _yen(price.best),
        "paid": _yen(price.paid),
        "lines": [_line(line, locale) for line in price.lines],
    }


def _line(line: Line, locale: str) -> Document:
    return {
        "code": line.code,
        "text": words.line_name(line, locale),
        "sure": _yen(line.sure),
        "best": _yen(line.best),
        "points": line.points,
        "most_points": line.most_points,
        "base": _yen(line.base) if line.base else None,
        "per_mille": line.per_mille,
        "rule": line.rule or None,
        "open": line.open or None,
        "open_text": words.open_reason(line, locale) or None,
        "full": line.full,
    }


def risk(found: Risk, locale: str) -> Document:
    """Return a risk as every document shows it."""
    return {
        "number": found.number,
        "level": found.level.value,
        "grounds": [
            {"code": one.code, "weight": one.weight, "text": words.ground(one, locale)} for one in found.grounds
        ],
    }


def rule(card: RuleCard, locale: str) -> Document:
    """Return a rule with its sources, their dates and grades."""
    return {
        "id": card.id,
        "title": say(card.title, locale),
        "evidence": say(card.evidence, locale) if card.evidence else None,
        "confidence": say(card.confidence, locale) if card.confidence else None,
        "as_of": day(card.as_of),
        "sources": [
            {"id": one.id, "title": say(one.title, locale), "where": one.where, "date": say(one.date, locale)}
            for one in card.sources
        ],
    }


def _yen(amount: int | None) -> Document | None:
    return None if amount is None else {"amount": str(amount), "currency": "JPY"}
