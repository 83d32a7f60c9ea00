"""Columns of an unknown statement: told, remembered, forgotten; what cannot be used is one line each."""

import base64
import io
import json
import zipfile

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.domain.account import AccountKind
from okawari.services.statement_layouts import list_layouts
from okawari.settings import read_settings
from okawari.wiring import open_store
from tests.contract.shape import check

TABLE = "取引日,お店,使った額,戻り額\n2026/11/01,星空商店,1010,\n2026/11/02,月夜書店,-300,\n2026/11/03,星空商店,,500\n"
VPASS = "星野　花　様,4980-****-****-****,三井住友カード\n2026/10/3,店,2400,1,1,2400,\n"
ROW = "2026/10/3,AMAZON.CO.JP,本人,1回払い,3480,0,3480\n"
HEADING = "利用日,利用店名・商品名,利用者,支払方法,利用金額,支払手数料,支払総額\n"


@pytest.fixture(autouse=True)
def empty_data(monkeypatch, tmp_path):
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("OKAWARI_DATABASE_URL", raising=False)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def run(*words, **more):
    return CliRunner().invoke(app, [str(word) for word in words], **more)


def rows(done):
    return [(row["date"][-2:], row["amount"]["amount"], row["kind"]) for row in json.loads(done.stdout)["rows"]]


def test_told_columns_are_read(table):
    done = run("statement", table, "--map", "date=1,amount=3,merchant=2", "--json")
    assert rows(done) == [("01", "1010", "charge"), ("02", "300", "other")]  # nobody said what a negative amount is
    done = run("statement", table, "--map", "date=1,amount=3,merchant=2,refund=4", "--refund-negative", "--json")
    assert done.exit_code == 0
    assert rows(done) == [("01", "1010", "charge"), ("02", "300", "refund"), ("03", "500", "refund")]


def test_remembered_columns_are_recognised_listed_and_forgotten(table, tmp_path):
    assert run("statement", table).exit_code == 2
    assert not (tmp_path / "data").exists()  # reading keeps nothing
    told = run("statement", table, "--map", "date=1,amount=3,merchant=2", "--remember", "私の銀行")
    assert told.exit_code == 1  # the third row has its amount in a column that was not told
    assert "金額のない行は読みませんでした: " in told.stderr
    later = tmp_path / "later.csv"
    later.write_text(TABLE.replace("2026/11", "2026/12"), encoding="cp932")
    assert json.loads(run("statement", later, "--json").stdout)["rows"][0]["source"] == "私の銀行"
    assert json.loads(run("import", later, "--json").stdout)["statement_lines_added"] == 2
    assert "私の銀行\t取引日,お店,使った額,戻り額" in run("statement", "--layouts").stdout
    document = json.loads(run("statement", "--layouts", "--json").stdout)
    check("statement-layouts", document)
    assert document["layouts"][0]["name"] == "私の銀行"
    assert run("statement", "--forget", "私の銀行").stdout == ""
    assert run("statement", table).exit_code == 2
    assert run("statement", "--forget", "私の銀行").exit_code == 2


def test_another_heading_is_not_taken_for_a_remembered_one(table, tmp_path):
    run("statement", table, "--map", "date=1,amount=3,merchant=2", "--remember", "私の銀行")
    other = tmp_path / "other.csv"
    other.write_text(TABLE.replace("取引日,お店,使った額", "取引日,お店,手数料,使った額"), encoding="utf-8")
    assert run("statement", other).exit_code == 2


def test_amounts_below_zero_are_payments_where_most_are(tmp_path):
    bank = tmp_path / "bank.csv"
    bank.write_text(
        "日,何,いくら\n2026/11/01,店,-1010\n2026/11/02,店,-2\n2026/11/02,店,-3\n2026/11/03,給与,9\n2026/11/04,返金,7\n",
        "utf-8",
    )
    done = run("statement", bank, "--map", "date=1,amount=3,merchant=2", "--json")
    assert [kind for _, _, kind in rows(done)] == ["charge", "charge", "charge", "other", "refund"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--map", "date=2,amount=3,merchant=1"], "--map date=2"),
        (["--map", "date=1,amount=2,merchant=3"], "--map amount=2"),
        (["--map", "date=1,amount=3,merchant=3"], "--map merchant=3"),
        (["--map", "date=1,amount=9,merchant=2"], "--map amount=9"),
        (["--map", "date=1,amount=3"], "--map merchant"),
        (["--map", "date=1,amount=3,merchant=2,fee=4"], "--map fee=4"),
        (["--map", "date=①,amount=3,merchant=2"], "--map date=①"),
        (["--map", "date=1,amount=3,merchant=2", "--remember", "zaim"], "--remember"),
        (["--map", "date=1,amount=3,merchant=2", "--remember", " "], "--remember"),
        (["--remember", "x"], "--remember"),
        (["--refund-negative"], "--refund-negative"),
    ],
)
def test_what_is_told_wrongly_is_one_line(table, words, said):
    done = run("statement", table, *words)
    assert done.exit_code == 2
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


def test_nothing_given_is_one_line():
    assert run("statement").exit_code == 2
    assert run("statement", "-", "--map", "date=1,amount=3,merchant=2").exit_code == 2


def test_a_history_comes_in_on_standard_input():
    text = "ギフトカードの利用履歴\n2026年11月25日\t返金 注文番号 250-1234567-1234567\t+￥1,010\n"
    (row,) = json.loads(run("statement", "-", "--json", input=text).stdout)["rows"]
    assert (row["source"], row["kind"], row["order"]) == ("amazon_gift_balance", "refund", "250-1234567-1234567")


def zipped(*members, compression=zipfile.ZIP_DEFLATED):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", compression) as packed:
        for name, raw in members:
            packed.writestr(name, raw)
    return kept.getvalue()


WHOLE = zipped(("a.csv", VPASS.encode("cp932") * 200), ("b.csv", base64.b64encode(bytes(range(256)) * 400)))
BAD = {
    "half a zip": ("x.zip", WHOLE[: len(WHOLE) // 2], 0),
    "zip bomb": (
        "x.zip",
        zipped(("a.csv", VPASS.encode() + (b"2026/10/4," + b"s" * 999 + b",1,1,1,1,\n") * 18_000)),
        None,
    ),
    "missing column": ("x.csv", (HEADING + ROW).replace("利用金額,", "").replace("3480,0", "0").encode(), 0),
    "huge cell": ("x.csv", (HEADING + ROW).encode() + b'2026/10/4,"' + b"x" * 10_000_000 + b'",a,b,1,0,1\n', 1),
    "year last": ("x.csv", (HEADING + ROW + ROW.replace("2026/10/3", "03/10/2026")).encode(), 1),
    "no rows": ("x.csv", HEADING.encode(), 0),
    "empty": ("x.csv", b"", 0),
    "spreadsheet": ("x.csv", zipped(("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>")), 0),
    "old spreadsheet": ("x.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, 0),
    "binary": ("x.csv", b"\x89PNG\r\n\x1a\n\0\0\0", 0),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_the_rest_is_read(name, tmp_path):
    file, raw, read = BAD[name]
    (tmp_path / file).write_bytes(raw)
    (tmp_path / "good.csv").write_text(VPASS, encoding="cp932")
    done = run("statement", tmp_path / file, tmp_path / "good.csv", "--json")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    found = json.loads(done.stdout)["rows"]
    assert found[-1]["merchant"] == "店"
    assert read is None or len(found) == read + 1


@pytest.mark.parametrize("name", BAD)
def test_an_import_says_the_same_and_keeps_the_rest(name, tmp_path):
    file, raw, _ = BAD[name]
    (tmp_path / file).write_bytes(raw)
    (tmp_path / "good.csv").write_text(VPASS, encoding="cp932")
    done = run("import", tmp_path / file, tmp_path / "good.csv", "--json")
    document = json.loads(done.stdout)
    assert done.exit_code == 2
    assert len(document["unreadable"]) == 1
    assert document["statement_lines_added"] >= 1


def test_two_encodings_in_one_file_lose_no_row(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes((HEADING + ROW).encode("cp932") + ROW.replace("AMAZON.CO.JP", "月夜書店").encode())
    done = run("statement", path, "--json")
    assert (done.exit_code, [row["merchant"] for row in json.loads(done.stdout)["rows"]]) == (
        0,
        ["AMAZON.CO.JP", "月夜書店"],
    )


def test_a_zip_with_names_that_climb_writes_nothing_outside(tmp_path):
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "x.zip").write_bytes(zipped(("../../evil.csv", VPASS.encode("cp932")), ("/etc/evil.csv", b"x,y\n")))
    done = run("statement", inside / "x.zip", "--json")
    assert [row["file"] for row in json.loads(done.stdout)["rows"]] == [f"{inside}/x.zip/evil.csv"]
    assert not list(tmp_path.glob("evil*"))


def test_what_the_statement_is_of_is_remembered(table):
    remembered = ("--map", "date=1,amount=3,merchant=2,refund=4", "--remember", "携帯", "--account", "carrier")
    assert run("statement", table, *remembered).exit_code == 0
    store = open_store(read_settings())
    (layout,) = list_layouts(store)
    assert (layout.source, layout.account) == ("携帯", AccountKind.CARRIER)


@pytest.mark.parametrize("more", [("--map", "date=1,amount=3,merchant=2"), ()])
def test_an_unknown_kind_of_statement_is_one_line(table, more):
    done = run("statement", table, "--account", "phone", *more)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert "--account" in done.stderr
