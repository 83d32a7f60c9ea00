"""The commands over the money of all orders."""

import json
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.domain.judge import Trust
from okawari.domain.payment import parse_paid_by
from okawari.domain.refund import Asked
from okawari.domain.told import answer_about
from okawari.services.cases import get_case
from okawari.services.household import Household
from okawari.services.telling import keep_answer
from okawari.settings import read_settings
from okawari.wiring import open_store
from tests.contract.shape import check
from tests.mails import order_mail, order_number, shop_mail

DAY = "2027-01-15"
NOW = datetime(2026, 11, 5, 3, tzinfo=UTC)


@pytest.fixture
def okawari(tmp_path, monkeypatch):
    monkeypatch.setenv("OKAWARI_DATABASE_URL", f"sqlite:///{tmp_path / 'okawari.db'}")

    def run(*arguments):
        return CliRunner().invoke(app, arguments, catch_exceptions=False)

    for cancelled in (False, True):
        (tmp_path / f"{cancelled}.eml").write_bytes(order_mail(1, cancelled=cancelled))
    run("import", str(tmp_path / "False.eml"), str(tmp_path / "True.eml"))
    store = open_store(read_settings())
    (plan,) = get_case(store, order_number(1), Asked(on=date(2027, 1, 15)))
    said = answer_about(plan.case, NOW, paid_by=(parse_paid_by("credit_card"),), captured=True)
    keep_answer(Household(store, Trust()), said, NOW)
    store.close()
    return run


def put_statement(okawari, folder, amount="-1001"):
    rows = f"山田　花子　様,4980-****-****-1234,三井住友カード\r\n2026/11/20,ＡＭＡＺＯＮ．ＣＯ．ＪＰ,{amount},1,1,{amount},\r\n"
    (folder / "vpass.csv").write_bytes(rows.encode("cp932"))
    okawari("import", str(folder / "vpass.csv"))


def test_money_tells_each_share_and_asks_for_the_person(okawari):
    done = okawari("money", "--on", DAY, "--json")
    document = json.loads(done.stdout)
    check("money", document)
    assert done.exit_code == 1
    assert [(one["order"], one["standing"], one["seen"]) for one in document["shares"]] == [
        (order_number(1), "overdue", None)
    ]
    told = okawari("money", "--on", DAY).stdout
    assert "遅れています  1,001円" in told
    assert "まだ戻っていない分の合計  1,001円  1件" in told


def test_a_refund_on_a_statement_is_told_with_its_row(okawari, tmp_path):
    put_statement(okawari, tmp_path)
    case = json.loads(okawari("case", order_number(1), "--on", DAY, "--json").stdout)
    check("rescue", case)
    (leg,) = case["cases"][0]["refunds"]
    assert (leg["seen"]["ground"], [row["on"] for row in leg["seen"]["rows"]]) == ("same_amount", ["2026-11-20"])
    done = okawari("money", "--on", DAY, "--json")
    check("money", json.loads(done.stdout))
    assert (done.exit_code, json.loads(done.stdout)["shares"][0]["standing"]) == (0, "returned")
    assert "同じ金額が戻っています" in okawari("case", order_number(1), "--on", DAY).stdout


def test_due_is_said_once(okawari):
    first = okawari("due", "--on", DAY, "--json")
    document = json.loads(first.stdout)
    check("due", document)
    assert (first.exit_code, [alarm["what"] for alarm in document["alarms"]]) == (1, ["refund_overdue"])
    again = okawari("due", "--on", DAY, "--json")
    assert (again.exit_code, json.loads(again.stdout)["alarms"]) == (0, [])


def test_the_calendar_holds_every_alarm(okawari, tmp_path):
    file = tmp_path / "okawari.ics"
    assert okawari("calendar", str(file), "--on", DAY).exit_code == 0
    document = json.loads(okawari("calendar", "--on", DAY, "--json").stdout)
    check("calendar", document)
    assert len(document["days"]) == 6
    assert (okawari("calendar").exit_code, okawari("calendar").stdout) == (2, "")
    events = list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))
    assert len(events) == len({str(event["uid"]) for event in events}) == 6
    assert all(order_number(1) in str(event["description"]) for event in events)


def test_the_calendar_holds_when_a_sale_begins_that_is_watched_for_and_its_last_day(okawari, tmp_path, monkeypatch):
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path))
    watched = ("https://shop.example.jp/1", "--burst", "2099-12-01T10:00", "--until", "2099-12-24")
    assert okawari("watch", "add", *watched).exit_code == 0
    found = Calendar.from_ical(okawari("calendar", "-", "--on", DAY).stdout_bytes).walk("VEVENT")
    events = {str(event["summary"]): event for event in found}
    begins = events["販売・招待の開始：shop.example.jp のページ"]
    assert begins.decoded("dtstart").isoformat() == "2099-12-01T01:00:00+00:00"
    assert str(begins["description"]) == "https://shop.example.jp/1"
    assert [alarm.decoded("trigger").total_seconds() for alarm in begins.walk("VALARM")] == [-900]
    assert events["見張りの最後の日：shop.example.jp のページ"].decoded("dtstart").isoformat() == "2099-12-24"
    (watch,) = json.loads(okawari("watch", "list", "--json").stdout)["watches"]
    assert okawari("watch", "pause", watch["id"]).exit_code == 0
    left = Calendar.from_ical(okawari("calendar", "-", "--on", DAY).stdout_bytes).walk("VEVENT")
    assert [str(event["summary"]) for event in left] == [name for name in events if "shop.example.jp" not in name]


def test_a_place_that_cannot_be_written_is_one_line(okawari, tmp_path):
    done = okawari("calendar", str(tmp_path / "no" / "okawari.ics"))
    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_without_orders_nothing_is_waited_for(tmp_path, monkeypatch):
    monkeypatch.setenv("OKAWARI_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    done = CliRunner().invoke(app, ["money"], catch_exceptions=False)
    assert (done.exit_code, done.stdout) == (0, "いま、返金を待っているお金はありません。\n")


def test_money_says_where_each_share_can_be_seen_until_it_was(okawari, tmp_path):
    told = okawari("money", "--on", DAY, "--lang", "ja").stdout
    assert "確かめる場所：カードの明細（" in told
    (share,) = json.loads(okawari("money", "--on", DAY, "--lang", "ja", "--json").stdout)["shares"]
    assert share["look"].startswith("確かめる場所：カードの明細")
    put_statement(okawari, tmp_path)
    assert "確かめる場所" not in okawari("money", "--on", DAY, "--lang", "ja").stdout


def test_points_that_the_shop_says_it_gave_back_are_settled_by_the_named_command(okawari, tmp_path):
    said = f"返金を行いましたのでお知らせします。\n\n注文番号\n{order_number(1)}\n\n返金額: ¥1,001\n返金先: Amazonポイント\n"
    sender = "payments-messages@amazon.co.jp"
    (tmp_path / "refund.eml").write_bytes(shop_mail(sender, "返金のお知らせ", said, 72))
    okawari("import", str(tmp_path / "refund.eml"))
    okawari("answer", order_number(1), "--paid-by", "amazon_points")
    told = okawari("money", "--on", DAY, "--lang", "ja").stdout
    assert "2026年11月4日(水)に戻したと、お店のメールにあります。" in told
    assert "遅れています" not in told
    command = told.partition("戻っていたら：okawari ")[2].partition("\n")[0]
    okawari(*command.split())
    done = okawari("money", "--on", DAY, "--lang", "ja")
    assert (done.exit_code, "ご自身が確かめました" in done.stdout) == (0, True)
