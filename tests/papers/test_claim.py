"""The claim file on paper: what stands in it, and what it never does."""

import io
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader

from okawari.contract.claim import claim_document
from okawari.domain.attachment import Attachment, Media
from okawari.domain.case import TimelineEntry
from okawari.domain.claim_file import ClaimAttachment
from okawari.domain.contact import Contact, Party
from okawari.domain.judge import Trust
from okawari.domain.payment import PaidBy
from okawari.domain.phrase import phrase
from okawari.domain.refund import Asked
from okawari.errors import PrintingError
from okawari.papers import pdf
from okawari.papers.claim import claim_page, claim_pdf, claim_zip, file_name
from okawari.papers.pdf import pdf_of
from okawari.services.cases import get_case
from okawari.services.claims import claim_file
from okawari.services.contacts import log_contact
from okawari.services.household import Household
from okawari.services.importing import import_paths
from tests.contract.shape import check
from tests.fonts import has_japanese_font, needs_font
from tests.mails import order_mail, order_number

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


@pytest.fixture
def file(store, tmp_path):
    mails = [order_mail(1), order_mail(1, cancelled=True)]
    paths = [tmp_path / f"{number}.eml" for number in range(len(mails))]
    for path, raw in zip(paths, mails, strict=True):
        path.write_bytes(raw)
    household = Household(store, Trust())
    import_paths([str(path) for path in paths], store, household.trust)
    asked = Asked(on=date(2026, 11, 24))
    (plan,) = get_case(store, order_number(1), asked)
    log_contact(
        store, plan.case, Contact(party=Party.PLATFORM, at=NOW, said='<script src="http://127.0.0.1:9/x">'), NOW
    )
    (plan,) = get_case(store, order_number(1), asked)
    return claim_file(household, plan)


@pytest.fixture
def with_files(file):
    given = (
        (Media.PNG, b"\x89PNG", '<b>"証拠"\u202e.png'),
        (Media.HTML, b"<html><script>alert(1)</script>", "page.html"),
    )
    attachments = tuple(
        ClaimAttachment(
            name=f"{number:02}-x.{media.suffix}",
            file=Attachment(sha256=f"{number}" * 64, name=name, media=media, size=len(raw), added_at=NOW),
            raw=raw,
        )
        for number, (media, raw, name) in enumerate(given, 1)
    )
    return replace(file, attachments=attachments)


def text_of(made):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


@needs_font
@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("ja", ["申請と問い合わせの資料", "どこに申し出るか", "連絡の記録", "まだ足りないもの"]),
        ("en", ["File for a claim", "Where to claim or ask", "Log of contacts"]),
    ],
)
def test_the_pdf_holds_the_facts_the_doors_the_contacts_and_the_mails(file, locale, said):
    text = text_of(pdf_of(claim_page(file, locale)))
    for words in (*said, order_number(1), "<script src=", *(mail.sha256[:16] for mail in file.mails)):
        assert words in text


@needs_font
def test_the_pdf_holds_the_mails_and_the_files_as_they_came(with_files):
    attached = PdfReader(io.BytesIO(claim_pdf(with_files, "ja"))).attachments
    assert {name: held for name, (held,) in attached.items()} == {
        one.name: one.raw for one in (*with_files.mails, *with_files.attachments)
    }


def test_how_it_was_paid_stands_among_the_facts_as_the_person_says_and_no_answer_of_theirs_in_the_story(file):
    case = file.plan.case
    answered = TimelineEntry(
        at=case.timeline[0].at, what=phrase("timeline.person_said"), evidence="", file="", believed=True
    )
    told = replace(case, paid_by=(PaidBy(method="credit_card"),), timeline=(*case.timeline, answered))
    page = claim_page(replace(file, plan=replace(file.plan, case=told)), "ja")
    assert "<dt>支払い方法</dt><dd>クレジットカード</dd>" in page
    assert "ご自分で書き加えました" not in page
    silent = replace(file, plan=replace(file.plan, case=replace(case, payments=(), paid_by=())))
    assert "<dt>支払い方法</dt>" not in claim_page(silent, "ja")


def test_a_time_that_nobody_told_is_not_made_up(file):
    noon = datetime(2026, 11, 23, 3, tzinfo=UTC)
    told = Contact(party=Party.SELLER, at=noon, said="x")
    plan = replace(file.plan, case=replace(file.plan.case, contacts=(*file.plan.case.contacts, told)))
    page = claim_page(replace(file, plan=plan), "ja")
    assert "2026年11月23日(月)</td><td><strong>出品者" in page
    assert "2026年11月24日(火)</td><td><strong>" in page


def test_the_zip_holds_the_mails_as_they_came(file):
    with zipfile.ZipFile(io.BytesIO(claim_zip(file, "ja", b"%PDF-"))) as archive:
        names = archive.namelist()
        assert names[:3] == ["claim.html", "claim.pdf", "claim.json"]
        assert sorted(names[3:]) == sorted(f"mails/{mail.name}" for mail in file.mails)
        assert {archive.read(name) for name in names[3:]} == {order_mail(1), order_mail(1, cancelled=True)}


@needs_font
@pytest.mark.parametrize(("locale", "said"), [("ja", "添付した画像"), ("en", "Images, documents and pages")])
def test_added_files_are_in_the_zip_as_they_came_and_named_in_the_pdf(with_files, locale, said):
    with zipfile.ZipFile(io.BytesIO(claim_zip(with_files, locale, None))) as archive:
        added = {name: archive.read(name) for name in archive.namelist() if name.startswith("attachments/")}
    assert added == {
        "attachments/01-x.png": b"\x89PNG",
        "attachments/02-x.html.txt": b"<html><script>alert(1)</script>",
    }
    page = claim_page(with_files, locale)
    assert "alert(1)" not in page
    assert "&lt;b&gt;" in page
    text = text_of(pdf_of(page))
    for words in (said, "01-x.png", "02-x.html.txt", "1" * 20, "page.html"):
        assert words in text
    check("claim", claim_document(with_files, locale))


def test_the_page_renders_nothing_of_a_mail(file):
    page = claim_page(file, "ja")
    assert "<script" not in page
    assert "&lt;script" in page
    assert "<link" not in page
    assert "<style" not in claim_page(file, "ja", linked=True)


def test_the_document_is_what_its_schema_says(file):
    check("claim", claim_document(file, "ja"))


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x.png", "file:///etc/hostname"])
def test_a_pdf_fetches_nothing(address, caplog):
    made = pdf_of(f'<img src="{address}" alt="left out"><p>rest</p>')
    assert "PermissionError" in caplog.text
    assert b"/Image" not in made


def test_without_the_libraries_the_error_names_them(monkeypatch):
    class Missing:
        @staticmethod
        def find_spec(name, *_):
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Missing, *sys.meta_path])
    with pytest.raises(PrintingError, match="libpango"):
        pdf_of("<p>x</p>")
    assert "libpango-1.0-0" in pdf.PACKAGES


@pytest.mark.parametrize(("missing", "refused"), [("返金", True), ("の🎁", True), ("🎁 é", False), ("", False)])
def test_no_pdf_is_made_of_boxes_for_japanese_letters(missing, refused):
    assert pdf.has_boxes(map(ord, missing)) is refused


@pytest.mark.skipif(has_japanese_font(), reason="needs a machine without a font with Japanese letters")
def test_without_a_font_that_has_its_letters_a_pdf_is_refused_with_what_to_install():
    with pytest.raises(PrintingError, match="fonts-noto-cjk"):
        pdf_of("<p>返金</p>")


@needs_font
def test_a_sign_that_no_font_has_keeps_no_pdf_back():
    assert pdf_of("<p>返金 \U0010fffd</p>").startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("order", "name"),
    [
        ("250-1234567-7654321", "claim-250-1234567-7654321-2026-11-24.pdf"),
        ('../../etc/"passwd\r\nX: y', "claim-etc-passwd-X-y-2026-11-24.pdf"),
        ("注文", "claim-order-2026-11-24.pdf"),
    ],
)
def test_a_file_name_is_safe_whatever_the_order_is_called(file, order, name):
    plan = replace(file.plan, case=replace(file.plan.case, order=order))
    assert file_name(replace(file, plan=plan), "pdf") == name
