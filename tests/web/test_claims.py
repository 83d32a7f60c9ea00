"""The claim file from the page of a case."""

import io
import re
import zipfile

import pytest

from tests.fonts import needs_font
from tests.mails import order_mail, order_number

CASE = f"amazon_jp/{order_number(1)}"


@pytest.fixture
def kept(browser):
    browser.post(
        "/mails", files=[("mails", ("1.eml", order_mail(1))), ("mails", ("2.eml", order_mail(1, cancelled=True)))]
    )
    return browser


def test_the_case_leads_to_its_claim_file(kept):
    page = kept.get(f"/cases/{CASE}").text
    for kind in ("page", "pdf", "zip"):
        assert f'href="/claims/{kind}/{CASE}"' in page


def test_the_page_to_print_has_no_inline_style(kept):
    page = kept.get(f"/claims/page/{CASE}").text
    assert "<style" not in page
    assert '<link rel="stylesheet" href="/static/css/claim.css">' in page


@needs_font
def test_the_pdf_is_one(kept):
    answer = kept.get(f"/claims/pdf/{CASE}")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["content-disposition"] == f'attachment; filename="claim-{order_number(1)}-2026-11-24.pdf"'


def test_the_zip_holds_the_mails(kept):
    with zipfile.ZipFile(io.BytesIO(kept.get(f"/claims/zip/{CASE}").content)) as archive:
        assert sum(name.startswith("mails/") for name in archive.namelist()) == 2


@pytest.mark.parametrize("path", [f"/claims/exe/{CASE}", "/claims/pdf/amazon_jp/nothing"])
def test_what_is_not_there_is_not_found(kept, path):
    assert kept.get(path).status_code == 404


def test_a_chargeback_is_told_on_the_page_and_stands_in_the_claim_file(kept):
    filed = {"answer": "contact", "contact_with": "chargeback", "contact_on": "2026-11-23", "contact_said": "返金なし"}
    assert kept.post(f"/cases/{CASE}", data=filed).status_code == 200
    assert "異議を申し立てました" in kept.get(f"/cases/{CASE}").text
    assert "異議申し立て" in kept.get(f"/claims/page/{CASE}").text


def test_a_chargeback_made_by_mistake_is_deleted_on_the_page(kept):
    filed = {"answer": "contact", "contact_with": "chargeback", "contact_on": "2026-11-23", "contact_said": "返金なし"}
    kept.post(f"/cases/{CASE}", data=filed)
    (name,) = re.findall(r'name="contact" value="([0-9a-f]{8})"', kept.get(f"/cases/{CASE}").text)
    done = kept.post(f"/cases/{CASE}", data={"answer": "contact_remove", "contact": name}, follow_redirects=False)
    assert (done.status_code, done.headers["location"]) == (303, f"/cases/{CASE}#contacts")
    assert "異議を申し立てました" not in kept.get(f"/cases/{CASE}").text
    assert kept.post(f"/cases/{CASE}", data={"answer": "contact_remove", "contact": name}).status_code == 200


PNG = b"\x89PNG\r\n\x1a\n"


def attach(browser, *files):
    return browser.post(f"/claims/attach/{CASE}", files=[("attach", file) for file in files], follow_redirects=False)


def test_files_are_added_listed_packed_and_removed(kept):
    done = attach(kept, ('<b>"x".png', PNG), ("page.html", b"<html><script>alert(1)</script>"))
    assert (done.status_code, done.headers["location"]) == (303, f"/cases/{CASE}#claim")
    page = kept.get(f"/cases/{CASE}").text
    assert "page.html" in page
    assert "<b>" not in page
    assert "alert(1)" not in page
    assert "attachments/" in kept.get(f"/claims/page/{CASE}").text
    digests = re.findall(r'name="sha256" value="([0-9a-f]{64})"', page)
    assert len(digests) == 2
    for digest in digests:
        assert kept.post(f"/claims/detach/{CASE}", data={"sha256": digest}).status_code == 200
    assert 'name="sha256"' not in kept.get(f"/cases/{CASE}").text


def test_what_is_not_taken_is_told_at_its_field(kept):
    for files in ((), (("x.gif", b"GIF89a"),), (("x.png", b""),)):
        done = attach(kept, *files)
        assert done.status_code == 422
        assert 'id="attach-error"' in done.text
    assert 'name="sha256"' not in kept.get(f"/cases/{CASE}").text


def test_files_go_to_orders_that_there_are(kept):
    assert kept.post("/claims/attach/amazon_jp/nothing", files=[("attach", ("x.png", PNG))]).status_code == 404
    assert kept.post("/claims/detach/amazon_jp/nothing", data={"sha256": "0" * 64}).status_code == 404


def test_seller_shipper_and_day_are_told_on_the_page(kept):
    told = {"answer": "sold", "sold_by": "某商店", "shipped_by": "某商店", "deliver_by": "2026-11-20"}
    assert kept.post(f"/cases/{CASE}", data=told).status_code == 200
    page = kept.get(f"/claims/page/{CASE}").text
    assert "マーケットプレイス保証" in page
    assert "2027年2月18日(木)まで" in page
    assert 'value="2026-11-20"' in kept.get(f"/cases/{CASE}").text
    refused = kept.post(f"/cases/{CASE}", data=told | {"deliver_by": "20日"})
    assert refused.status_code == 422
    assert 'id="deliver_by-error"' in refused.text
