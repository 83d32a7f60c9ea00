"""What a shop offers instead, from the page of a case."""

import pytest

from tests.mails import order_mail, order_number

CASE = f"/cases/amazon_jp/{order_number(1)}"


@pytest.fixture
def kept(browser):
    browser.post("/mails", files=[("mails", ("1.eml", order_mail(1)))])
    return browser


def test_it_is_compared_with_a_text_to_decline_and_one_to_accept(kept):
    sent = {"answer": "substitute", "substitute_title": "<b>品物1</b> レッド", "substitute_price": "1,201"}
    page = kept.post(CASE, data=sent).text
    assert "&lt;b&gt;品物1&lt;/b&gt; レッド" in page
    assert "<b>品物1</b>" not in page
    assert "200円高くなります" in page
    assert "見送らせてください" in page
    assert "お返事の前に" in page


@pytest.mark.parametrize("wrong", [{"substitute_title": ""}, {"substitute_title": "品物", "substitute_price": "-1"}])
def test_an_error_stands_at_its_field(kept, wrong):
    answer = kept.post(CASE, data={"answer": "substitute", **wrong})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text


def test_after_the_cancel_nothing_is_offered_any_more(kept):
    assert 'name="substitute_title"' in kept.get(CASE).text
    kept.post("/mails", files=[("mails", ("2.eml", order_mail(1, cancelled=True)))])
    assert 'name="substitute_title"' not in kept.get(CASE).text
