from dataclasses import replace
from datetime import UTC, date, datetime
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.domain.authenticity import Verdict
from okawari.domain.claim import find_claim
from okawari.domain.judge import Trust, judge
from okawari.domain.mail import DkimCheck
from okawari.domain.message import MessageKind, OrderPart, Understanding
from okawari.domain.order_history import histories_of
from tests.domain.letters import BRANDS, links, mail, results, sender

ALIGNED = results(
    ("dkim", "pass", "amazon.co.jp"), ("spf", "pass", "bounces.amazon.co.jp"), ("dmarc", "pass", "amazon.co.jp")
)
FAILED = results(("dkim", "none", ""), ("spf", "softfail", "amazon.co.jp"), ("dmarc", "fail", "amazon.co.jp"))
THEIR_OWN = results(("dkim", "pass", "wea.cn"), ("spf", "pass", "wea.cn"), ("dmarc", "pass", "wea.cn"))
LURE = "アカウントを停止しました。本人確認のため、下記からログインしてください。"


def judged(letter, trust=None, orders=(), ordered_on=None):
    parts = tuple(OrderPart(number=number, ordered_on=ordered_on) for number in orders)
    said = Understanding(merchant=None, kind=MessageKind.OTHER, orders=parts)
    return judge(letter, said, find_claim(letter, BRANDS), BRANDS, trust or Trust())


def codes(letter, **more):
    return [reason.code for reason in judged(letter, **more).reasons]


def amazon(*checked, subject="注文済み", text="ご注文ありがとうございます。", **more):
    return mail("Amazon.co.jp", "auto-confirm@amazon.co.jp", subject, text, checked=checked, **more)


def test_an_aligned_pass_of_the_receiver_is_genuine():
    found = judged(amazon(ALIGNED))
    assert found.verdict is Verdict.GENUINE
    assert found.reasons[0].detail == "amazon.co.jp"


def test_signs_do_not_outweigh_a_proof():
    letter = amazon(ALIGNED, text=LURE + "パスワードを入力してください。", links=links("tracker.example"))
    assert judged(letter).verdict is Verdict.GENUINE


def test_spf_alone_proves_a_shop_that_does_not_sign():
    assert judged(amazon(results(("spf", "pass", "amazon.co.jp")))).verdict is Verdict.GENUINE


def test_a_forged_sender_that_failed_is_phishing():
    found = judged(amazon(FAILED))
    assert found.verdict is Verdict.PHISHING
    assert found.reasons[0].code == "sender_forged"
    assert {"check_orders", "report_to", "report_council"} < {reason.code for reason in found.reasons}


def test_without_a_receiver_nothing_is_proven():
    found = judged(amazon())
    assert found.verdict is Verdict.UNPROVEN
    assert found.reasons[0].code == "no_trusted_result"


def test_a_pass_for_somebody_else_proves_nothing():
    found = judged(amazon(results(("spf", "pass", "sendgrid.net"), ("dkim", "pass", "sendgrid.net"))))
    assert found.verdict is Verdict.UNPROVEN
    assert found.reasons[0].code == "no_aligned_pass"


def test_a_pass_that_the_author_may_have_written_proves_nothing_and_its_server_can_be_named():
    headers = (("received", "from a by mx.example.jp; Mon, 23 Nov 2026 09:00:00 +0900"), ("authentication-results", ""))
    forged = amazon(results(("dkim", "pass", "amazon.co.jp"), by="mx.forged.example"), headers=headers)
    found = judged(forged)
    assert found.verdict is Verdict.UNPROVEN
    assert (found.reasons[0].code, found.reasons[0].detail) == ("receiver_unknown", "mx.forged.example")


def test_a_list_or_forwarding_address_breaks_proofs_without_guilt():
    handed_on = amazon(FAILED, return_path="srs0=ab=cd=amazon.co.jp=x@forwarder.example")
    assert judged(handed_on).verdict is Verdict.UNPROVEN
    assert codes(handed_on)[0] == "passed_on"


@pytest.mark.parametrize("checked", [(), (THEIR_OWN,), (FAILED,)])
def test_a_brand_in_the_senders_name_but_not_in_the_domain_is_phishing(checked):
    letter = mail("Amazon.co.jp", "support-amazon.jp@wea.cn", "ご確認ください", checked=checked)
    assert judged(letter).verdict is Verdict.PHISHING
    assert codes(letter)[0] == "brand_not_in_domain"


def test_a_title_alone_needs_a_lure():
    text = "いつも三井住友カードをご利用いただきありがとうございます。"
    quiet = mail("自動メール送信", "no-reply@wea.cn", "【三井住友カード】お知らせ", text, checked=(THEIR_OWN,))
    pressing = mail(
        "自動メール送信",
        "no-reply@wea.cn",
        "【三井住友カード】お知らせ",
        text + LURE,
        checked=(THEIR_OWN,),
        links=links("x.top"),
    )
    assert judged(quiet).verdict is Verdict.UNPROVEN
    assert judged(pressing).verdict is Verdict.PHISHING


@pytest.mark.parametrize(
    "letter",
    [
        mail(
            "くるみ",
            "info@kurumi.example",
            "お支払い方法の変更のお願い（Amazon Pay）",
            "雑貨くるみです。" + LURE,
            links=links("kurumi.example"),
        ),
        mail(
            "くるみ 楽天市場店",
            "info@kurumi.example",
            "発送のお知らせ",
            "ヤマト運輸でお送りしました。",
            links=links("kurumi.example"),
        ),
        mail("ニュース", "news@media.example", "Amazonギフト券が当たる", "応募はこちら", links=links("media.example")),
        mail("山田 太郎", "yamada@example.jp", "Re: Amazonのメール", LURE, links=links("amazon-co-jp.xyz")),
    ],
)
def test_mails_that_name_a_brand_are_not_phishing(letter):
    assert judged(letter).verdict is Verdict.UNPROVEN


def test_a_domain_in_disguise_is_phishing():
    letter = mail("", "info@ekl-net.com", "大切なお知らせ", checked=(results(("dkim", "pass", "ekl-net.com")),))
    assert judged(letter).verdict is Verdict.PHISHING
    assert "lookalike_domain" in codes(letter)


def test_a_link_in_disguise_is_phishing_without_a_proof():
    letter = amazon(links=links("amazon.co.jp.login.top"))
    assert judged(letter).verdict is Verdict.PHISHING


def test_a_japanese_company_domain_with_the_brands_name_may_be_a_subsidiary():
    passed = results(("dkim", "pass", "amazon-logistics.co.jp"))
    letter = mail("Amazon", "info@amazon-logistics.co.jp", "お知らせ", checked=(passed,))
    assert judged(letter).verdict is Verdict.UNPROVEN
    assert judged(mail("Amazon", "info@amazon-logistics.co.jp", "お知らせ")).verdict is Verdict.PHISHING


def test_own_dkim_proves_where_no_receiver_does():
    signed = amazon(dkim=(DkimCheck("amazon.co.jp", "pass"),))
    assert judged(signed).verdict is Verdict.GENUINE
    assert (
        judged(amazon(dkim=(DkimCheck("wea.cn", "pass"), DkimCheck("amazon.co.jp", "fail")))).verdict
        is Verdict.UNPROVEN
    )


def test_forwards_are_believed_only_by_their_own_signature():
    assert codes(amazon(inline_forward=True))[0] == "inline_forward"
    signed = amazon(inline_forward=True, dkim=(DkimCheck("amazon.co.jp", "pass"),))
    assert judged(signed).verdict is Verdict.GENUINE


def test_a_pasted_text_is_unproven_whatever_it_says():
    letter = amazon(ALIGNED, pasted=True, dkim=(DkimCheck("amazon.co.jp", "pass"),))
    assert judged(letter).verdict is Verdict.UNPROVEN
    assert codes(letter)[0] == "pasted"


def test_two_senders_prove_nothing():
    letter = amazon(ALIGNED, headers=(("authentication-results", ""), ("from", "a"), ("from", "b")))
    assert judged(letter).verdict is Verdict.UNPROVEN
    assert "several_senders" in codes(letter)


def of_history(*days, series="250-"):
    orders = [("amazon_jp", f"{series}000000{number}-0000001", at) for number, at in enumerate(days)]
    return Trust(histories=histories_of(orders))


LISTED = of_history(*(datetime(2026, 1, day, 3, tzinfo=UTC) for day in (5, 10, 20)))


def hinted(number, on, trust=LISTED):
    letter = amazon()
    return [r.detail for r in judged(letter, trust, (number,), on).reasons if r.code == "unknown_order"]


def test_an_order_that_the_persons_own_record_lacks_is_a_sign_on_the_days_that_the_record_covers():
    other = "250-7654321-7654321"
    assert hinted(other, date(2026, 1, 12)) == [other]
    assert hinted("250-0000001-0000001", date(2026, 1, 12)) == []
    assert [hinted(other, date(2026, 1, day)) for day in (4, 5, 20, 21)] == [[], [], [], []]
    assert hinted(other, None) == []
    assert hinted(other, date(2026, 1, 12), Trust()) == []


def test_a_record_knows_nothing_of_other_shops_and_other_series_of_numbers():
    assert hinted("D01-7654321-7654321", date(2026, 1, 12)) == []
    digital = of_history(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC), series="D01-")
    assert hinted("D01-7654321-7654321", date(2026, 1, 12), digital) == ["D01-7654321-7654321"]
    elsewhere = Trust(histories=tuple(replace(one, merchant="amazon_com") for one in LISTED.histories))
    assert hinted("250-7654321-7654321", date(2026, 1, 12), elsewhere) == []


def test_an_order_that_one_of_two_records_has_is_known():
    later = of_history(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC), series="503-")
    both = Trust(histories=(*LISTED.histories, *later.histories))
    assert hinted("503-0000001-0000001", date(2026, 1, 12), both) == []


def test_unknown_orders_are_one_hint_and_never_outweigh_a_proof():
    strange = ("250-7654321-7654321", "250-7654321-7654322", "250-7654321-7654323")
    found = judged(amazon(text=LURE, links=links("tracker.example")), LISTED, strange, date(2026, 1, 12))
    assert [reason.code for reason in found.reasons].count("unknown_order") == 1
    assert found.verdict is Verdict.UNPROVEN
    assert judged(amazon(ALIGNED, text=LURE), LISTED, strange, date(2026, 1, 12)).verdict is Verdict.GENUINE


def test_a_malformed_order_number_with_a_lure_is_phishing():
    text = "注文番号『572-278837-97576547』はキャンセルされました。" + LURE + "パスワードを入力してください。"
    letter = amazon(text=text)
    assert {"malformed_order", "asks_for_secret"} <= set(codes(letter))
    assert judged(letter).verdict is Verdict.PHISHING


def test_hidden_characters_and_another_address_are_signs():
    letter = mail("order-update@amazon.co.jp", "x@wea.cn", "お知\u2064らせ", reply_to=sender("", "y@other.cn"))
    assert {"hidden_characters", "other_address_shown", "reply_elsewhere"} <= set(codes(letter))


domains = st.sampled_from(["amazon.co.jp", "amazon.com", "wea.cn", "bounces.amazon.co.jp", ""])
lines = st.builds(
    lambda *found: found,
    st.sampled_from(["dkim", "spf", "dmarc", "arc"]),
    st.sampled_from(["pass", "fail", "none", "softfail"]),
    domains,
)
blocks = st.builds(
    lambda found, by: results(*found, by=by),
    st.lists(lines, max_size=4),
    st.sampled_from(["mx.example.jp", "mx.forged.cn", ""]),
)


@given(st.lists(blocks, max_size=3))
def test_results_written_below_never_make_a_mail_genuine(forged):
    headers = (
        ("authentication-results", ""),
        ("received", "from x by mx.example.jp"),
        ("from", "a@amazon.co.jp"),
        *(("authentication-results", "") for _ in forged),
    )
    letter = amazon(headers=headers, authentication=(FAILED, *forged))
    assert judged(letter).verdict is Verdict.PHISHING


@given(
    text=st.sampled_from(["", LURE, "パスワードを入力してください。", "请您确认账户です"]),
    hosts=st.lists(st.sampled_from(["x.top", "www.amazon.co.jp", "amazon.co.jp.evil.cn"]), max_size=3),
    subject=st.sampled_from(["注文済み", "お知\u2064らせ", "【緊急】"]),
    reply=st.sampled_from([None, sender("", "y@other.cn")]),
)
def test_signs_never_make_a_phishing_mail_better_nor_prove_an_unproven_one(text, hosts, subject, reply):
    more = {"subject": subject, "text": text, "links": links(*hosts), "reply_to": reply}
    assert judged(amazon(FAILED, **more)).verdict is Verdict.PHISHING
    assert judged(amazon(**more)).verdict is not Verdict.GENUINE
    assert judged(mail("Amazon", "x@wea.cn", checked=(THEIR_OWN,), **more)).verdict is Verdict.PHISHING


def test_a_shop_that_does_not_sign_is_not_accused_by_a_failed_spf_alone():
    failed = results(("spf", "softfail", "yodo.example"), ("dkim", "none", ""))
    quiet = mail("Yodo", "order@yodo.example", "ご注文ありがとうございます", checked=(failed,))
    pressing = mail("Yodo", "order@yodo.example", "ご確認ください", LURE, checked=(failed,), links=links("x.top"))
    assert judged(quiet).verdict is Verdict.UNPROVEN
    assert judged(pressing).verdict is Verdict.PHISHING


def test_what_a_mall_hands_on_is_genuine_only_while_it_presses_for_nothing():
    passed = results(("dkim", "pass", "marketplace.amazon.co.jp"))
    calm = mail("店", "abc@marketplace.amazon.co.jp", "ご注文の件", "在庫がありません。", checked=(passed,))
    pressing = mail("店", "abc@marketplace.amazon.co.jp", "ご注文の件", LURE, checked=(passed,), links=links("x.top"))
    assert judged(calm).verdict is Verdict.GENUINE
    assert "relayed" in codes(calm)
    assert judged(pressing).verdict is Verdict.UNPROVEN


def test_an_address_on_a_domain_shared_with_customers_accuses_nobody():
    passed = results(("dkim", "pass", "yahoo.co.jp"))
    letter = mail("Yahoo!ショッピング", "info@yahoo.co.jp", "お知らせ", checked=(passed,))
    assert judged(letter).verdict is Verdict.UNPROVEN
    assert codes(letter)[0] == "domain_not_listed"


@pytest.mark.parametrize(
    ("display", "address", "line"),
    [
        ("order@amazon.co.jp", "x@wea.cn", '"order@amazon.co.jp" <x@wea.cn>'),
        ("", "order@amazon.co.jp", "order@amazon.co.jp, x@wea.cn"),
    ],
)
def test_a_from_that_shows_two_addresses_is_phishing(display, address, line):
    headers = (("authentication-results", ""), ("from", line))
    letter = mail(display, address, "お知らせ", headers=headers, authentication=(THEIR_OWN,))
    assert judged(letter).verdict is Verdict.PHISHING
    assert "other_address_shown" in codes(letter)


@pytest.mark.parametrize(
    "piece", ["【", "「Amazon", "Amazon ", "а", "\u200b", "カ ", "パスワード", "アカウント", "@a.", "三 ", "> "]
)
def test_hostile_text_takes_no_time(piece):
    started = process_time()
    judged(mail(piece * 3_000, "x@wea.cn", piece * 20_000, piece * 100_000, links=links(*["a-" * 100 + "b"] * 500)))
    assert process_time() - started < 1
