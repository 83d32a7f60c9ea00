"""The sentence about what happened."""

from dataclasses import replace

import pytest

from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.case import Case, CaseState
from okawari.domain.happened import happened, shortened
from okawari.domain.message import CauseCode, Item
from okawari.domain.phrase import Bilingual
from okawari.domain.plan import CauseFinding, Plan
from okawari.i18n import say

SHOP = Bilingual("Amazon.co.jp", "Amazon.co.jp")
ITEMS = (Item(title="水筒"), Item(title="急須"), Item(title="本"))
CASE = Case(
    merchant="amazon_jp",
    order="250-0000000-0000000",
    state=CaseState.CANCELLED,
    authenticity=Authenticity(Verdict.GENUINE),
    items=ITEMS,
    cancelled_items=ITEMS[:1],
)


def plan(case, cause=CauseCode.UNKNOWN):
    return Plan(case=case, on=None, cause=CauseFinding(code=cause))


def said(case, cause=CauseCode.UNKNOWN, locale="ja"):
    return say(happened(plan(case, cause), SHOP), locale)


def test_a_cause_is_named_where_the_shop_named_it():
    assert said(CASE, CauseCode.STOCKOUT) == "「水筒」は、在庫切れのためキャンセルされました。"
    assert said(CASE) == "「水筒」は、キャンセルされました。理由は書かれていません。"


def test_a_part_is_called_a_part():
    assert said(replace(CASE, partial=True), CauseCode.STOCKOUT).startswith("ご注文のうち「水筒」だけが")


def test_a_forged_mail_tells_nothing_of_the_order():
    forged = replace(CASE, authenticity=Authenticity(Verdict.PHISHING))
    assert "キャンセル" not in said(forged, CauseCode.STOCKOUT)


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("cause", CauseCode)
@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("partial", [True, False])
def test_every_state_and_cause_has_a_sentence(state, cause, partial, locale):
    assert said(replace(CASE, state=state, partial=partial), cause, locale).strip()


@pytest.mark.parametrize(
    "question", ["seller_asks_cancel", "seller_asks_choice", "cannot_supply", "substitute_offered", "not_arrived"]
)
def test_what_waits_for_an_answer_comes_first(question):
    shipped = replace(CASE, state=CaseState.SHIPPED)
    assert said(replace(shipped, **{question: True})) != said(shipped)


def test_a_long_title_is_cut():
    assert len(shortened("あ" * 100)) == 44
    assert shortened("水筒") == "水筒"
