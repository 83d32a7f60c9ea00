"""Every rule opens to its sources, in words."""

from datetime import date

import pytest

from okawari.i18n import has, say
from okawari.rules.loader import DOMAINS, conflicts, rules
from okawari.services.rule_cards import card_of

IDS = [rule.id for domain in DOMAINS.values() for rule in rules(domain)] + list(conflicts())


def phrases(card):
    yield card.title
    yield from (said for said in (card.evidence, card.confidence, card.span, card.basis, card.settled) if said)
    for source in card.sources:
        yield from (source.title, source.date, source.evidence)


@pytest.mark.parametrize("rule_id", IDS)
def test_a_card_can_be_said_in_both_languages(rule_id):
    card = card_of(rule_id)
    assert card is not None
    for said in phrases(card):
        assert "{" not in say(said, "ja") + say(said, "en")


def test_a_card_tells_where_a_date_comes_from():
    card = card_of("REF-RAK-POINT-03")
    assert card is not None
    assert say(card.span, "ja") == "キャンセルの日から2〜3営業日（多くは3営業日）"
    assert say(card.evidence, "ja") == "公式"
    assert [(source.where, say(source.date, "ja")) for source in card.sources] == [
        ("ichiba-en.faq.rakuten.net/detail/000007259", "日付の表示なし")
    ]
    assert card.as_of == date(2026, 11, 23)


def test_a_settled_conflict_has_a_card_too():
    card = card_of("ART-04")
    assert card is not None
    assert "先に店に" in say(card.settled, "ja")
    assert len(card.sources) == 2


@pytest.mark.parametrize("rule_id", ["", "REF-X", "ART-99", "nonsense"])
def test_no_card_without_a_rule(rule_id):
    assert card_of(rule_id) is None


def test_every_destination_has_a_name():
    destinations = {
        rule.then[key]
        for rule in rules("refund")
        for key in ("destination", "alternative", "fallback")
        if key in rule.then
    }
    assert [name for name in sorted(destinations) if not has(f"refunds.to_{name}")] == []
