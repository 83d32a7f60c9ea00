"""What a shop offers instead is held against the order and against the offers that were seen."""

from datetime import UTC, date, datetime

import pytest

from okawari.domain.history import state_of
from okawari.domain.judge import Trust
from okawari.domain.message import Item
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.refund import Asked
from okawari.domain.same_thing import Sameness
from okawari.i18n import say
from okawari.reading.shop_mail.substitute import substitute_in
from okawari.services.cases import get_case
from okawari.services.contacts import tell_substitute
from okawari.services.importing import import_bytes
from okawari.store import history
from okawari.store.history import Offered, Seen
from okawari.store.watched_pages import page_key
from tests.mails import shop_mail

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
ORDER = "318204-20261111-0123450678"
TITLE, OTHER = "サーモス 水筒 JNL-506 ブルー", "サーモス 水筒 JNL-506 レッド"


@pytest.fixture
def ordered(store):
    def order(mailed=""):
        placed = (
            f"この度はご注文いただき、誠にありがとうございます。\n\n注文番号：{ORDER}\nショップ名：森の文具\n\n[商品]\n{TITLE}\n"
            f"価格 2,980(円) x 1(個) = 2,980(円)\n\n合計金額：2,980円\n"
        )
        mails = [shop_mail("order@rakuten.co.jp", "【楽天市場】注文内容ご確認（自動配信メール）", placed, 300)]
        if mailed:
            text = f"注文番号：{ORDER}\n\n申し訳ございません。ご注文の商品が欠品しております。代替商品をご提案いたします。\n\n{mailed}"
            mails.append(shop_mail("abc@shop.rakuten.co.jp", "ご注文商品について", text, 400))
        import_bytes([(f"{number}.eml", mail) for number, mail in enumerate(mails)], store, Trust())
        return plan_of(store)

    return order


def plan_of(store):
    (plan,) = get_case(store, ORDER, Asked(on=date(2026, 11, 24)))
    return plan


def look(store, title, price, host, *, day=23, availability=Availability.IN_STOCK):
    url = f"https://{host}/item/1"
    state = state_of(availability, yen(price), "")
    with store.writing() as transaction:
        at = datetime(2026, 11, day, 3, tzinfo=UTC)
        history.keep(transaction, [Seen(Offered(page=page_key(url), url=url, title=title), at, state)])


def step(plan, code):
    return next(one for one in plan.steps if one.code == code)


def test_a_variant_that_is_dearer_than_elsewhere_is_told_with_both_markets(store, ordered):
    ordered(f"代替商品：{OTHER}\n代替商品の価格：3,480円\n")
    look(store, OTHER, 3_200, "cheap.example.jp")
    look(store, OTHER, 3_900, "dear.example.jp")
    look(store, TITLE, 3_000, "original.example.jp")
    plan = plan_of(store)
    found = plan.case.substitute
    assert (found.item, found.likeness.sameness) == (Item(title=OTHER, price=yen(3480)), Sameness.VARIANT)
    assert (found.dearer_by, found.same.price, found.original.host) == (yen(500), yen(3200), "original.example.jp")
    told = say(step(plan, "judge_substitute").text)
    for part in ("色が違う", "500円高く", "cheap.example.jp で3,200円", "280円高い", "original.example.jp で3,000円"):
        assert part in told
    assert "見送らせて" in say(step(plan, "judge_substitute").draft.body)
    assert OTHER in say(step(plan, "accept_substitute").draft.body)
    assert {link.item for link in plan.elsewhere} == {TITLE, OTHER}


def test_what_is_not_known_is_said_with_where_to_look(ordered):
    plan = ordered("代替商品：ステンレスボトル\n")
    told = say(step(plan, "judge_substitute").text)
    assert told.count("「ほかで探す」で確かめて") == 2
    assert "値段は分かりません" in told
    assert "名前からは分かりません" in told


@pytest.mark.parametrize(("day", "availability"), [(1, Availability.IN_STOCK), (23, Availability.OUT_OF_STOCK)])
def test_an_old_look_or_a_stockout_is_no_market(store, ordered, day, availability):
    ordered(f"代替商品：{OTHER}\n")
    look(store, OTHER, 3_200, "cheap.example.jp", day=day, availability=availability)
    assert plan_of(store).case.substitute.same is None


def test_a_mail_in_free_words_names_nothing_and_the_person_can(store, ordered):
    plan = ordered("同等の色違いの商品をお送りできます。\n")
    assert plan.case.substitute_offered
    assert plan.case.substitute is None
    tell_substitute(store, plan.case, Item(title=OTHER, price=yen(2500)), NOW)
    told = say(step(plan_of(store), "judge_substitute").text)
    assert "480円安く" in told
    assert "差額が戻るか" in told


def test_a_cancel_settles_the_offer(store, ordered):
    tell_substitute(store, ordered().case, Item(title=OTHER), NOW)
    assert plan_of(store).case.substitute is not None
    text = f"注文番号：{ORDER}\n\n在庫切れのため、ご注文をキャンセルさせていただきました。\n"
    import_bytes([("c.eml", shop_mail("order@rakuten.co.jp", "ご注文キャンセルのお知らせ", text, 700))], store, Trust())
    assert plan_of(store).case.substitute is None


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("代替品：水筒 K-500\n", Item(title="水筒 K-500")),
        ("【代替商品名】水筒 K-500\n【代替商品の価格】 1,980円(税込)\n", Item(title="水筒 K-500", price=yen(1980))),
        ("ご提案商品　水筒 K-500\n", Item(title="水筒 K-500")),
        ("代替品をお送りいたしますので、ご返信ください。\n", None),
        ("", None),
    ],
)
def test_only_a_label_names_it(text, item):
    assert substitute_in(text) == item


def test_what_is_offered_after_the_cancel_is_a_purchase_of_its_own(store, ordered):
    ordered()
    ended = f"注文番号：{ORDER}\n\n在庫切れのため、ご注文をキャンセルさせていただきました。\n"
    mail = shop_mail("abc@shop.rakuten.co.jp", "ご注文キャンセルのお知らせ", ended, 400)
    import_bytes([("ended.eml", mail)], store, Trust())
    case = plan_of(store).case
    tell_substitute(store, case, Item(title=OTHER, price=yen(2480)), datetime(2026, 11, 30, tzinfo=UTC))
    look(store, OTHER, 2300, "kawa.example.jp")
    said = say(step(plan_of(store), "judge_substitute").text, "ja")
    assert "2,480円で、注文した品より500円安くなります。" in said
    assert "kawa.example.jp" in said
    assert "差額が戻るか" not in said
    assert step(plan_of(store), "judge_substitute").draft is None
