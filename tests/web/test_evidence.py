"""The page of what came in, in both languages."""

import pytest

from okawari.domain.case import CaseState
from okawari.services.evidence import Wanted, list_evidence
from tests.mails import order_mail, order_number, private_mail
from tests.services.test_following import paid, plan_of, put, statement
from tests.web.markup import Page

HOSTILE = b"From: <a@b.example>\nSubject: <script>alert(1)</script>\nMessage-ID: <1@b>\n\n<b>x</b>\n"


@pytest.fixture
def kept(browser, household):
    """The browser of a household with three mails and one file that could not be read, and the digests."""
    sent = [("mails", (name, raw)) for name, raw in (("1.eml", order_mail(1)), ("h.eml", HOSTILE), ("e.eml", b""))]
    browser.post("/mails", files=[*sent, ("mails", ("<i>p.eml", private_mail(7)))])
    return browser, {piece.subject: piece.sha256 for piece in list_evidence(household, Wanted(), 10).pieces}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_is_whole_and_shows_text_only(kept, language):
    browser, digests = kept
    browser.cookies.set("okawari_language", language)
    addresses = [
        "/evidence",
        "/evidence?kind=order_placed",
        "/evidence?kind=none",
        "/evidence?page=2",
        "/evidence/unread",
    ]
    addresses += [f"/evidence/{digest}{rest}" for digest in digests.values() for rest in ("", "/forget", "?again=1")]
    for address in addresses:
        answer = browser.get(address)
        assert answer.status_code == 200, address
        assert Page(answer.text).faults == [], address
        assert "<script>alert" not in answer.text
        assert "<i>p.eml" not in answer.text


def test_the_list_says_what_where_and_why_not(kept):
    browser, _ = kept
    page = browser.get("/evidence").text
    for said in ("3件", "注文の確認", "Amazon.co.jp", order_number(1), "1.eml", "e.eml", "読めなかったもの"):
        assert said in page
    narrowed = browser.get("/evidence?merchant=amazon_jp").text
    assert order_number(1) in narrowed
    assert "明日の待ち合わせ" not in narrowed


def test_a_piece_can_be_read_again_and_is_forgotten_only_after_a_question(kept):
    browser, digests = kept
    address = f"/evidence/{next(d for subject, d in digests.items() if subject.startswith('注文'))}"
    assert "読み直しました。" in browser.post(f"{address}/again").text
    asked = browser.get(f"{address}/forget").text
    assert order_number(1) in asked
    assert browser.get(address).status_code == 200
    assert browser.post(f"{address}/forget").url.path == "/evidence"
    assert browser.get(address).status_code == 404
    assert order_number(1) not in browser.get("/cases").text


def test_money_seen_on_a_statement_is_looked_for_again_once_the_statement_is_forgotten(browser, household):
    put(household, 1)
    paid(household, 1, "credit_card", captured=True)
    statement(household, ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"))
    (piece,) = list_evidence(household, Wanted(kind="statement"), 10).pieces
    assert "明細 — お店" not in browser.get("/evidence").text
    assert f'href="/statements/{piece.sha256}"' in browser.post(f"/evidence/{piece.sha256}/again").text
    assert plan_of(household).case.state is CaseState.REFUNDED
    browser.post(f"/evidence/{piece.sha256}/forget")
    assert plan_of(household).case.state is not CaseState.REFUNDED


@pytest.mark.parametrize("rest", ["0" * 64, "%27", "unread/x", "a" * 300])
def test_there_is_no_page_for_what_is_not_kept(kept, rest):
    browser, _ = kept
    assert browser.get(f"/evidence/{rest}").status_code == 404
    assert browser.post(f"/evidence/{rest}/again").status_code == 404
    assert browser.post(f"/evidence/{rest}/forget").status_code == 404


def test_an_empty_household_says_what_to_do(browser):
    assert "まだ何も届いていません" in browser.get("/evidence").text
