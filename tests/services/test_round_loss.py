"""What a dead order costs the other orders of its round of the Rakuten marathon."""

from dataclasses import replace
from datetime import date

import pytest

from okawari.domain.judge import Trust
from okawari.domain.profile import Marathon
from okawari.domain.refund import Asked
from okawari.domain.round_loss import Open
from okawari.i18n import say
from okawari.services.cases import get_case
from okawari.services.importing import import_bytes
from tests.mails import shop_mail

RACE = Marathon(first_day=date(2026, 11, 4), last_day=date(2026, 11, 11), entered=True, cap=7000)
DEAD = "111111-20261105-0000000001"


def number(day, count):
    return f"{count:06}-202611{day:02}-{count:010}"


@pytest.fixture
def bought(store):
    def buy(day, count, shop, price, *, quantity=1, order=""):
        order = order or number(day, count)
        named = f"ショップ名：{shop}\n" if shop else ""
        text = (
            f"この度はご注文いただき、誠にありがとうございます。\n\n注文番号：{order}\n{named}"
            f"注文日時：2026-11-{day:02} 12:00:00\n\n[商品]\n品物{count}\n価格 {price:,}(円) x {quantity}(個) = {price * quantity:,}(円)\n\n"
            f"合計金額：{price * quantity:,}円\n"
        )
        mail = shop_mail(
            "order@rakuten.co.jp", "【楽天市場】注文内容ご確認（自動配信メール）", text, 24 * (day - 1) + 3
        )
        import_bytes([(f"{order}.eml", mail)], store, Trust())
        return order

    return buy


@pytest.fixture
def dead(store, bought):
    def die(shop="森の文具", price=3000, order=DEAD, why="在庫切れのため、"):
        bought(5, 1, shop, price, order=order)
        text = f"注文番号：{order}\n\n{why}ご注文をキャンセルさせていただきました。\n"
        import_bytes(
            [("c.eml", shop_mail("order@rakuten.co.jp", "ご注文キャンセルのお知らせ", text, 24 * 9))], store, Trust()
        )

    return die


def plan_of(store, race=RACE, order=DEAD):
    (plan,) = get_case(store, order, Asked(on=date(2026, 11, 20), race=race))
    return plan


def test_the_others_are_reckoned_anew_to_the_point(store, bought, dead):
    dead()
    bought(6, 2, "青い家具", 11_000)
    bought(7, 3, "白い食器", 2_200)
    bought(20, 4, "遠い店", 9_000)
    plan = plan_of(store)
    loss = plan.case.round_loss
    # without tax 10,000 and 2,000 (10 per cent), 10,185 and 2,037 (8 per cent, cut down to 100): one per cent less
    assert (loss.before, loss.after, loss.orders, loss.least, loss.most) == (3, 2, 2, 120, 121)
    (told,) = [say(one) for one in plan.lost if "買いまわり" in say(one)]
    assert "3店から2店" in told
    assert "120〜121ポイント" in told
    (step,) = [one for one in plan.steps if one.code == "ask_round"]
    assert "120〜121ポイント" in say(step.draft.body)
    assert "000002" not in say(step.draft.body)
    assert "約束されたものではありません" in say(step.text)


def test_a_shop_that_still_counts_by_another_order_costs_nothing(store, bought, dead):
    dead()
    bought(6, 2, "森の文具", 1_500)
    bought(7, 3, "白い食器", 2_200)
    assert plan_of(store).case.round_loss is None


@pytest.mark.parametrize(
    ("how", "race"),
    [
        ({"price": 999}, RACE),
        ({}, replace(RACE, entered=False)),
        ({}, replace(RACE, first_day=date(2026, 11, 6))),
        ({"why": "お客様のご希望により、"}, RACE),
    ],
)
def test_what_never_counted_or_was_the_buyers_own_wish_costs_nothing(store, bought, dead, how, race):
    dead(**how)
    bought(7, 3, "白い食器", 2_200)
    assert plan_of(store, race).case.round_loss is None


def test_beyond_ten_shops_and_beyond_the_cap_nothing_is_lost(store, bought, dead):
    dead()
    bought(7, 3, "白い食器", 90_000)
    (eleven, capped) = (
        plan_of(store, replace(RACE, shop_count=11)).case.round_loss,
        plan_of(store, replace(RACE, cap=1, shop_count=5)).case.round_loss,
    )
    assert (eleven.most, capped.most) == (0, 0)
    assert not [step for step in plan_of(store, replace(RACE, shop_count=11)).steps if step.code == "ask_round"]


def test_an_order_without_a_shop_opens_a_span(store, bought, dead):
    dead()
    bought(6, 2, "", 1_100)
    loss = plan_of(store, replace(RACE, shop_count=10)).case.round_loss
    assert (loss.before, loss.least, loss.most) == (10, 0, 10)


def test_whether_it_was_entered_is_said_where_it_is_not_known(store, bought, dead):
    dead()
    bought(6, 2, "青い家具", 11_000)
    assert any("エントリーしていれば" in say(one) for one in plan_of(store, replace(RACE, entered=None)).lost)


@pytest.mark.parametrize(("shop", "race", "why"), [("森の文具", None, Open.ROUND), ("", RACE, Open.SHOP)])
def test_what_is_not_known_is_said_with_what_to_look_at(store, dead, shop, race, why):
    dead(shop=shop)
    plan = plan_of(store, race)
    assert plan.case.round_loss.open is why
    assert any("MKT-COLLATERAL-01" in say(one) for one in plan.unknowns)
    assert not plan.lost
