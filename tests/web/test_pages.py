"""Ways in, and where they lead."""

from tests.mails import order_mail, order_number, private_mail


def test_a_dropped_mail_leads_to_its_case(browser):
    mails = [("mails", ("1.eml", order_mail(1))), ("mails", ("2.eml", order_mail(1, cancelled=True)))]
    page = browser.post("/mails", files=mails)
    assert page.url.path == f"/cases/amazon_jp/{order_number(1)}"
    assert page.history[0].status_code == 303
    assert "「品物1」は、在庫切れのためキャンセルされました。" in page.text


def test_several_orders_lead_to_the_list(browser):
    page = browser.post("/mails", files=[("mails", (f"{n}.eml", order_mail(n))) for n in (1, 2)])
    assert page.url.path == "/cases"
    assert order_number(1) in page.text
    assert order_number(2) in page.text


def test_a_mail_without_an_order_leads_to_its_own_page(browser):
    page = browser.post("/mails", files=[("mails", ("p.eml", private_mail(7)))])
    assert page.url.path.startswith("/mails/")
    assert "駅前で7時に。" in page.text


def test_nothing_dropped_is_an_error_at_the_field(browser):
    page = browser.post("/mails", files=[("mails", ("", b""))])
    assert page.status_code == 422
    assert 'aria-invalid="true"' in page.text
