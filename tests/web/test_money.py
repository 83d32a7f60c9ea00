"""The page of money, its calendar, and the one-tap question."""

import re
from datetime import date

import pytest
from icalendar import Calendar

from tests.mails import order_mail, order_number, shop_mail

CASE = f"/cases/amazon_jp/{order_number(1)}"


def put(browser, *rows):
    lines = [
        "山田　花子　様,4980-****-****-1234,三井住友カード",
        *(f"{on},ＡＭＡＺＯＮ．ＣＯ．ＪＰ,{yen},1,1,{yen}," for on, yen in rows),
    ]
    files = [("mails", (f"{cancelled}.eml", order_mail(1, cancelled=cancelled))) for cancelled in (False, True)]
    files += [("mails", ("vpass.csv", "\r\n".join(lines).encode("cp932")))] if rows else []
    browser.post("/mails", files=files)
    browser.post(CASE, data={"method1": "credit_card", "captured": "yes"})


def test_an_empty_page_says_what_to_do(browser):
    assert "いま、返金を待っているお金はありません。" in browser.get("/money").text


def test_what_is_waited_for_leads_to_its_order(browser):
    put(browser)
    page = browser.get("/money").text
    assert f'href="{CASE}#money"' in page
    assert "1,001円" in page


def test_a_row_of_the_same_amount_is_shown_at_the_order(browser):
    put(browser, ("2026/11/20", "-1001"))
    assert "2026年11月20日(金)" in browser.get(CASE).text
    assert "戻りました" in browser.get("/money").text


def test_two_rows_are_asked_and_one_tap_answers(browser):
    put(browser, ("2026/11/20", "-1001"), ("2026/11/21", "-1001"))
    page = browser.get(CASE).text
    asked = re.findall(r'name="candidate" value="([0-9a-f]+)"', page)
    assert len(asked) == 2
    leg = re.search(r'name="leg" value="([^"]+)"', page)[1]
    browser.post(CASE, data={"answer": "recognise", "leg": leg, "candidate": asked[0], "is_it": "yes"})
    page = browser.get(CASE).text
    assert 'value="yes">はい' not in page
    assert "ご自身が確かめました" in page


def test_a_found_row_is_refused_and_taken_back_on_either_page(browser):
    put(browser, ("2026/11/20", "-1001"))
    for path, back in ((CASE, ""), ("/money", "money")):
        (found,) = re.findall(r'name="candidate" value="([0-9a-f]+)"', browser.get(path).text)
        tap = {"answer": "recognise", "leg": "credit_card", "candidate": found, "back": back}
        done = browser.post(CASE, data=tap | {"is_it": "no"}, follow_redirects=False)
        assert done.headers["location"] == ("/money" if back else f"{CASE}#money")
        assert "もう照らし合わせません" in browser.get(path).text
        assert "戻りました" not in browser.get("/money").text
        browser.post(CASE, data=tap | {"is_it": "nonsense"})
        assert "もう照らし合わせません" in browser.get(path).text
        browser.post(CASE, data=tap | {"is_it": "unsaid"})
        assert "もう照らし合わせません" not in browser.get(path).text
        assert "同じ金額が戻っています" in browser.get("/money").text


def test_a_question_is_answered_on_the_page_of_money(browser):
    put(browser, ("2026/11/20", "-1001"), ("2026/11/21", "-1001"))
    asked = re.findall(r'name="candidate" value="([0-9a-f]+)"', browser.get("/money").text)
    tap = {"answer": "recognise", "leg": "credit_card", "candidate": asked[1], "is_it": "yes", "back": "money"}
    assert "ご自身が確かめました" in browser.post(CASE, data=tap).text


def test_a_question_that_is_no_longer_asked_changes_nothing(browser):
    put(browser)
    before = browser.get(CASE).text
    browser.post(CASE, data={"answer": "recognise", "leg": "credit_card", "candidate": "0" * 16, "is_it": "yes"})
    assert browser.get(CASE).text == before


def test_the_calendar_is_in_the_language_of_the_reader(browser):
    put(browser)
    browser.cookies.set("okawari_language", "en")
    answer = browser.get("/calendar.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert min(event["dtstart"].dt for event in events) > date(2026, 11, 1)
    assert all("refund" in str(event["summary"]) for event in events)


def test_a_minimum_that_the_order_counted_towards_is_told_and_taken_back(browser):
    put(browser)
    told = {"answer": "condition", "condition_for": "shipping", "condition_from": "3,980", "condition_left": "0"}
    page = browser.post(CASE, data=told | {"condition_worth": "600円"}).text
    assert "1,001円" in page
    assert "キャンセルの前から届いていませんでした" in page
    browser.post(CASE, data=told | {"condition_left": "3000", "condition_worth": "600"})
    assert "送料600円が加わる" in browser.get(CASE).text
    browser.post(CASE, data={"answer": "condition_remove", "condition_for": "shipping", "condition_name": ""})
    assert "送料600円が加わる" not in browser.get(CASE).text


@pytest.mark.parametrize(
    "wrong", [{"condition_for": "gift"}, {"condition_from": ""}, {"condition_from": "0"}, {"condition_left": "-1"}]
)
def test_a_minimum_that_cannot_be_used_is_refused_at_its_field(browser, wrong):
    put(browser)
    told = {"answer": "condition", "condition_for": "coupon", "condition_from": "5000", "condition_left": ""}
    answer = browser.post(CASE, data=told | wrong)
    assert answer.status_code == 422
    assert f'id="{next(iter(wrong))}-error"' in answer.text


def test_one_share_of_a_split_payment_is_tapped_alone(browser):
    put(browser)
    browser.post(CASE, data={"method1": "credit_card", "amount1": "701", "method2": "amazon_points", "amount2": "300"})
    page = browser.get(CASE).text
    assert "確かめる場所：Amazonポイントの履歴" in page
    forms = re.findall(r'name="leg" value="([^"]+)">\s*<input[^>]+name="candidate" value="([0-9a-f]+)"', page)
    assert [leg for leg, _ in forms] == ["credit_card", "amazon_points"]
    browser.post(CASE, data={"answer": "recognise", "leg": "amazon_points", "candidate": forms[1][1], "is_it": "yes"})
    assert "戻ったことを、ご自身が確かめました" in browser.get(CASE).text


def test_a_payment_in_one_way_has_one_button(browser):
    put(browser)
    page = browser.get(CASE).text
    assert "これが戻ったのを確かめた" not in page
    assert "お金が戻ったのを確かめた" in page


def refund_to_points(*, proven=True):
    said = f"返金を行いましたのでお知らせします。\n\n注文番号\n{order_number(1)}\n\n返金額: ¥1,001\n返金先: Amazonポイント\n"
    return shop_mail("payments-messages@amazon.co.jp", "返金のお知らせ", said, 72, proven=proven)


def put_points(browser, *, proven=True):
    files = [("mails", (f"{cancelled}.eml", order_mail(1, cancelled=cancelled))) for cancelled in (False, True)]
    browser.post("/mails", files=[*files, ("mails", ("refund.eml", refund_to_points(proven=proven)))])
    browser.post(CASE, data={"method1": "amazon_points"})


def test_points_that_the_shop_says_it_gave_back_are_settled_by_one_tap(browser):
    put_points(browser)
    page = browser.get("/money").text
    assert "11月4日(水)に戻したと、お店のメールにあります。" in page
    assert "まだ戻っていない分の合計" in page
    tap = {"answer": "recognise", "leg": "amazon_points", "back": "money", "is_it": "yes"}
    (word,) = re.findall(r'name="candidate" value="([0-9a-f]+)"', page)
    browser.post(CASE, data=tap | {"candidate": word})
    page = browser.get("/money").text
    assert "お店のメールにあります" not in page
    assert "まだ戻っていない分の合計" not in page
    assert "戻ったことを、ご自身が確かめました。" in page
    (share,) = browser.get("/api/money").json()["shares"]
    assert (share["standing"], share["seen"]["ground"]) == ("returned", "own_word")


def test_a_mail_that_proves_nothing_cannot_say_that_points_went_back(browser):
    put_points(browser, proven=False)
    assert "お店のメールにあります" not in browser.get("/money").text
