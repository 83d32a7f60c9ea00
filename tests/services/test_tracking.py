"""Parcels are looked up where the person allows it, at most every three hours, and what could not be seen says so."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage

import pytest
from sqlalchemy import select

from okawari.domain.case import CaseState
from okawari.domain.judge import Trust
from okawari.domain.refund import Asked
from okawari.domain.tracking.look import Outcome
from okawari.services import offers, tracking
from okawari.services.cases import list_cases
from okawari.services.evidence import forget_evidence
from okawari.services.household import Household
from okawari.services.importing import import_bytes
from okawari.services.jobs import JobKind
from okawari.services.mailboxes import MailAccess
from okawari.services.work import kinds_of_work
from okawari.store.engine import Store, connect
from okawari.store.schema import facts
from okawari.store.upgrade import upgrade
from tests.databases import store_at
from tests.tracking_services import (
    KEYS,
    NOW,
    aftership_answer,
    japan_post_page,
    sagawa_page,
    serving,
    track17_answer,
    track17_refusal,
    tracking_access,
    yamato_page,
)

NUMBER, ORDER = "444413758703", "7224945594"
PICKED = ("荷物受付", "11月18日 18:05", "新宿センター")
PATHS = {
    "yamato": "/yamato",
    "japan_post": "/japan_post",
    "17track": "/seventeen_track/gettrackinfo",
    "aftership": "/aftership",
}
DONE = ("配達完了", "11月20日 09:12", "渋谷センター")


@pytest.fixture
def light(tmp_path):
    """An empty store on SQLite alone."""
    yield (store := store_at(tmp_path / "okawari.db"))
    store.close()


@pytest.fixture
def server(monkeypatch):
    with serving(monkeypatch) as server:
        yield server


@pytest.fixture
def access(light, tmp_path, server):
    access = tracking_access(light, tmp_path, server)
    for name, value in KEYS.items():
        offers.put_key(access.secrets, name, value)
    return access


def mail(subject, text, at):
    made = EmailMessage()
    made["From"], made["To"] = "ヨドバシ・ドット・コム <thanks_gochuumon@yodobashi.com>", "hanako@mail.example.jp"
    made["Subject"], made["Date"] = subject, f"{at} +0900"
    made["Message-ID"] = f"<{hash(subject)}@mx.example.jp>"
    made.set_content(text)
    return made.as_bytes()


def shopped(store, number=NUMBER, carrier="ヤマト運輸 宅急便"):
    placed = mail(
        "ヨドバシ・ドット・コム：ご注文ありがとうございます", f"【ご注文番号】 {ORDER}\n", "16 Nov 2026 10:00:00"
    )
    sent = mail(
        "ヨドバシ・ドット・コム：ご注文商品出荷のお知らせ",
        f"【ご注文番号】 {ORDER}\n\n【配達について】\n今回の配達：{carrier}\n配達受付番号（伝票番号）：{number}\n",
        "17 Nov 2026 10:00:00",
    )
    import_bytes([("placed.eml", placed), ("sent.eml", sent)], store, Trust())


def look(access, on, carrier, number=NUMBER):
    tracking.choose(access.store, on, on=True)
    tracked, now = tracking.look_up(access, number, carrier)
    assert now
    return tracked.last


def test_nobody_is_asked_until_the_person_says_so(access, server):
    shopped(access.store)
    assert list(tracking.look_up_due(access)) == []
    assert tracking.look_up(access, NUMBER, "yamato")[0].last.outcome is Outcome.NOBODY_ASKED
    assert server.asked == []


def test_a_record_is_read_with_the_carriers_words_japans_time_and_place(access, server):
    server.answers["/yamato"] = yamato_page(NUMBER, "配達完了", PICKED, ("なぞの状態", "11月19日 03:00", ""), DONE)
    seen = look(access, "yamato", "yamato")
    assert seen.outcome is Outcome.SCANNED
    assert [(scan.event, scan.wording, scan.place) for scan in seen.scans] == [
        ("accepted", "荷物受付", "新宿センター"),
        ("unclear", "なぞの状態", ""),
        ("delivered", "配達完了", "渋谷センター"),
    ]
    assert seen.scans[0].at.isoformat() == "2026-11-18T18:05:00+09:00"
    method, _, _, form, headers = server.asked[0]
    assert (method, form) == ("POST", f"number00=1&number01={NUMBER}")
    assert headers["User-Agent"].startswith("Okawari/")


@pytest.mark.parametrize(
    ("on", "answer", "outcome"),
    [
        ("yamato", yamato_page(NUMBER, "伝票番号未登録"), "not_registered"),
        ("yamato", yamato_page(NUMBER, "伝票番号誤り"), "bad_number"),
        ("yamato", yamato_page(NUMBER, "出荷指示", ("出荷指示", "11月17日 09:00", "店")), "announced"),
        ("yamato", yamato_page("200961185434", "配達完了", DONE), "page_changed"),
        ("yamato", yamato_page(NUMBER, "配達中"), "page_changed"),
        ("yamato", b"<p>\xe5\x8f\xaa\xe4\xbb\x8a\xe3\x83\xa1\xe3\x83\xb3\xe3\x83\x86\xe3\x83\x8a\xe3\x83\xb3\xe3\x82\xb9</p>", "maintenance"),
        ("yamato", b"<body><div class=g-recaptcha></div></body>", "captcha"),
        ("yamato", b"<body>Access Denied</body>", "blocked"),
        ("yamato", b"", "page_changed"),
        ("yamato", b"\xff\xfe\x00<<<" * 9, "page_changed"),
        ("yamato", 403, "blocked"),
        ("yamato", 429, "throttled"),
        ("yamato", 503, "maintenance"),
        ("yamato", 500, "no_answer"),
        ("yamato", 404, "page_changed"),
        ("yamato", "slow", "timeout"),
        ("japan_post", japan_post_page(said="** お問い合わせ番号が見つかりません。"), "not_registered"),
        ("japan_post", japan_post_page(said="** お問い合わせ番号の入力桁数に誤りがあります。"), "bad_number"),
        ("japan_post", japan_post_page(("そのうち", "引受", "新宿郵便局", "東京都")), "page_changed"),
        ("17track", track17_answer(NUMBER, "NotFound"), "not_registered"),
        ("17track", track17_refusal(NUMBER, -18019909), "no_data_yet"),
        ("17track", track17_refusal(NUMBER, -18019908), "quota"),
        ("17track", track17_refusal(NUMBER, -18019903), "carrier_unknown"),
        ("17track", {"code": 0}, "page_changed"),
        ("17track", b"[", "page_changed"),
        ("17track", 401, "key_refused"),
        ("17track", "slow", "timeout"),
        ("aftership", aftership_answer(NUMBER, "Pending"), "no_data_yet"),
        ("aftership", aftership_answer(NUMBER, ""), "no_data_yet"),
        ("aftership", aftership_answer(NUMBER, "Novel"), "page_changed"),
        ("aftership", 503, "maintenance"),
        ("aftership", 429, "throttled"),
    ],
)  # fmt: skip
def test_answers_are_told_apart(access, server, on, answer, outcome):
    server.answers[PATHS[on]] = answer
    seen = look(access, on, "japanpost_domestic" if on == "japan_post" else "yamato")
    assert seen.outcome == outcome
    assert seen.scans == () or outcome in {"scanned", "announced"}


def test_a_site_that_wants_no_programs_is_left_alone(access, server):
    server.robots = b"User-agent: *\nDisallow: /\n"
    assert look(access, "yamato", "yamato").outcome is Outcome.ROBOTS
    assert server.asked == []


def test_japan_posts_two_rows_a_line_are_one_scan_with_its_prefecture(access, server):
    server.answers["/japan_post"] = japan_post_page(
        ("2026/11/18 10:00", "引受", "新宿郵便局", "東京都"),
        ("2026/11/19", "お届け先にお届け済み", "京都中央郵便局", "京都府"),
    )
    first, last = look(access, "japan_post", "japanpost_domestic").scans
    assert (first.event, first.at.isoformat(), first.timed) == ("accepted", "2026-11-18T10:00:00+09:00", True)
    assert (last.event, last.prefecture, last.timed) == ("delivered", "京都府", False)


def test_while_sagawas_service_is_shut_nobodys_not_registered_counts(access, server):
    shut = look(access, "yamato", "sagawa", "512547514334")
    assert (shut.outcome, server.asked) == (Outcome.SUSPENDED, [])
    missing = sagawa_page(state="該当なし", said="お荷物データが登録されておりません。")
    server.answers["/sagawa"] = missing
    assert look(access, "sagawa", "sagawa", "512547514345").outcome is Outcome.SUSPENDED
    tracking.choose(access.store, "sagawa", on=False)
    server.answers["/seventeen_track/gettrackinfo"] = track17_answer("512547514356", "NotFound")
    assert look(access, "17track", "sagawa", "512547514356").outcome is Outcome.SUSPENDED


def test_sagawas_record_is_read_where_it_answers_again(access, server):
    server.answers["/sagawa"] = sagawa_page(
        ("↓集荷", "11/18 17:00", "新宿営業所"), ("⇒配達完了", "11/19 11:20", "渋谷営業所")
    )
    scans = look(access, "sagawa", "sagawa", "512547514334").scans
    assert [(scan.event, scan.at.day, scan.place) for scan in scans] == [
        ("accepted", 18, "新宿営業所"),
        ("delivered", 19, "渋谷営業所"),
    ]


def test_services_get_the_key_and_are_told_of_a_number_once(access, server):
    server.answers["/seventeen_track/gettrackinfo"] = track17_refusal(NUMBER, -18019902)
    server.answers["/seventeen_track/register"] = {
        "code": 0,
        "data": {"accepted": [{"number": NUMBER}], "rejected": []},
    }
    assert look(access, "17track", "yamato").outcome is Outcome.NO_DATA_YET
    assert [path.rpartition("/")[2] for _, path, *_ in server.asked] == ["gettrackinfo", "register"]
    assert all(headers["17token"] == KEYS["17track.key"] for *_, headers in server.asked)
    server.answers["/aftership"] = aftership_answer(
        "200961185434", "Delivered", ("2026-11-19T10:00:00+09:00", "Delivered at the door", "Kyoto", "Other")
    )
    tracking.choose(access.store, "17track", on=False)
    (scan,) = look(access, "aftership", "yamato", "200961185434").scans
    assert (scan.event, scan.wording, scan.place) == ("delivered", "Delivered at the door", "Kyoto")


def test_without_its_key_a_service_is_not_asked(access, server):
    offers.forget_key(access.secrets, "aftership.key")
    assert look(access, "aftership", "yamato").outcome is Outcome.NO_KEY
    assert server.asked == []


def test_a_number_whose_carrier_nobody_named_is_never_called_unregistered(access, server):
    server.answers["/yamato"] = yamato_page(NUMBER, "伝票番号未登録")
    server.answers["/japan_post"] = japan_post_page(said="** お問い合わせ番号が見つかりません。")
    tracking.choose(access.store, "japan_post", on=True)
    assert look(access, "yamato", "unknown").outcome is Outcome.CARRIER_UNKNOWN
    assert [path for _, path, *_ in server.asked] == ["/japan_post", "/yamato"]


def test_the_service_is_asked_where_the_page_is_blind(access, server):
    server.answers["/yamato"] = 403
    event = ("2026-11-18T09:00:00+09:00", "荷物受付", "新宿", "InTransit")
    server.answers["/seventeen_track/gettrackinfo"] = track17_answer(NUMBER, "InTransit", event)
    tracking.choose(access.store, "17track", on=True)
    seen = look(access, "yamato", "yamato")
    assert (seen.tracker, seen.outcome) == ("17track", Outcome.SCANNED)


def test_a_parcel_is_looked_up_at_most_every_three_hours_and_less_often_where_nobody_answers(access, server):
    server.answers["/yamato"] = yamato_page(NUMBER, "伝票番号未登録")
    look(access, "yamato", "yamato")
    tracked, now = tracking.look_up(access, NUMBER, "yamato")
    assert (now, tracked.last.outcome, len(server.asked)) == (False, Outcome.NOT_REGISTERED, 1)
    later = replace(access, now=lambda: NOW + timedelta(hours=3))
    server.answers["/yamato"] = 500
    after, now = tracking.look_up(later, NUMBER, "yamato")
    assert (now, after.told.outcome, after.next_at) == (True, Outcome.NOT_REGISTERED, later.now() + timedelta(hours=6))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_rounds_follow_open_parcels_until_they_are_delivered(kind, request, tmp_path, server):
    url = f"sqlite:///{tmp_path / 'rounds.db'}" if kind == "sqlite" else request.getfixturevalue("postgres_url")
    engine = connect(url)
    upgrade(engine)
    store = Store(engine)
    clock = [NOW]
    access = tracking_access(store, tmp_path, server, now=lambda: clock[0])
    shopped(store)
    tracking.choose(store, "yamato", on=True)
    server.answers["/yamato"] = yamato_page(NUMBER, "荷物受付", PICKED)
    assert [one.last.outcome for one in tracking.look_up_due(access)] == [Outcome.SCANNED]
    assert list(tracking.look_up_due(access)) == []
    clock[0] += timedelta(hours=3)
    server.answers["/yamato"] = yamato_page(NUMBER, "配達完了", PICKED, DONE)
    (closed,) = tracking.look_up_due(access)
    assert closed.closed == "delivered"
    (plan,) = list_cases(store, Asked(on=date(2026, 11, 20)))
    assert plan.case.state is CaseState.DELIVERED
    clock[0] += timedelta(days=2)
    assert list(tracking.look_up_due(access)) == []
    assert len(server.asked) == 2
    store.close()


def test_the_job_tells_how_many_it_looked_up_and_forgetting_the_mails_forgets_the_looks(access, server):
    shopped(access.store)
    tracking.choose(access.store, "yamato", on=True)
    server.answers["/yamato"] = yamato_page(NUMBER, "荷物受付", PICKED)
    work = kinds_of_work(MailAccess(None, None), None, None, pause=60, tracking=access)[JobKind.PARCELS]
    assert list(work("")) == [{"looked": 1}]
    assert list(work("")) == []
    household = Household(access.store, Trust())
    with access.store.reading() as transaction:
        digests = transaction.connection.execute(select(facts.c.evidence).distinct()).scalars().all()
    assert all(forget_evidence(household, one) for one in digests)
    assert tracking.kept(access.store, [NUMBER]) == ()


def test_a_parcel_of_long_ago_is_not_followed(access, server):
    shopped(access.store)
    tracking.choose(access.store, "yamato", on=True)
    late = replace(access, now=lambda: datetime(2026, 12, 20, tzinfo=UTC))
    assert list(tracking.look_up_due(late)) == []
    assert server.asked == []


def test_a_number_that_was_used_before_does_not_deliver_the_order(access, server):
    shopped(access.store)
    old = (("荷物受付", "11月10日 09:00", "福岡"), ("配達完了", "11月18日 10:00", "福岡"))
    server.answers["/yamato"] = yamato_page(NUMBER, "配達完了", *old)
    look(access, "yamato", "yamato")
    (plan,) = list_cases(access.store, Asked(on=date(2026, 11, 20)))
    assert (plan.case.state, plan.traces[0].finding) == (CaseState.SHIPPED, "other_parcel")
    step = next(step for step in plan.steps if step.code == "parcel_other_parcel")
    assert step.draft.to == "support"


def test_a_parcel_delivered_in_another_prefecture_is_not_taken_for_ours(access, server):
    number = "405548424886"
    shopped(access.store, number, "日本郵便 ゆうパック")
    tracking.live_in(access.store, "東京都")
    server.answers["/japan_post"] = japan_post_page(
        ("2026/11/18 10:00", "引受", "新宿郵便局", "東京都"),
        ("2026/11/19 10:00", "お届け先にお届け済み", "京都中央郵便局", "京都府"),
    )
    look(access, "japan_post", "japanpost_domestic", number)
    (plan,) = list_cases(access.store, Asked(on=date(2026, 11, 20)))
    assert (plan.case.state, plan.traces[0].finding) == (CaseState.SHIPPED, "delivered_elsewhere")
    tracking.live_in(access.store, "京都府")
    (plan,) = list_cases(access.store, Asked(on=date(2026, 11, 20)))
    assert plan.case.state is CaseState.DELIVERED
