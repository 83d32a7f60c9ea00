"""The commands of the past of offers."""

import json

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from tests.contract.shape import check
from tests.services.test_past import CSV, PAGE, URL


@pytest.fixture
def okawari(tmp_path, monkeypatch):
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path / "kept"))
    return lambda *arguments: CliRunner().invoke(app, ["history", *map(str, arguments)])


def document(result):
    found = json.loads(result.stdout)
    check("history", found)
    return found


def test_a_file_goes_in_is_shown_comes_out_and_is_forgotten(okawari, tmp_path):
    file = tmp_path / "past.csv"
    file.write_text(CSV, encoding="utf-8")
    taken = document(okawari("add", file, "--json"))["taken"]
    assert taken == {"offers": 1, "points": 4, "problems": []}
    url = "https://shop.example.jp/2"
    shown = okawari("show", url).stdout.splitlines()
    of_this_year = shown[0].replace("2026年", "")
    assert of_this_year == "10月1日(木) 9:00〜10月5日(月) 9:00  在庫あり、2,500円（森の文具）"
    assert okawari("export").stdout == CSV == okawari("export", url).stdout
    (offer,) = document(okawari("list", "--json"))["offers"]
    assert [point["availability"] for point in offer["points"]] == ["in_stock", "out_of_stock", "in_stock"]
    assert okawari("forget", url).exit_code == 0
    assert "まだありません" in okawari("list").stdout
    for command in ("show", "export", "forget"):
        gone = okawari(command, url)
        assert (gone.exit_code, gone.stdout) == (2, "")
        assert "okawari history list" in gone.stderr


def test_a_saved_page_is_added_and_a_forbidden_one_told(okawari, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    assert okawari("add", page, "--url", URL).exit_code == 0
    assert "2,980円" in okawari("show", URL, "--lang", "ja").stdout
    forbidden = okawari("add", page, tmp_path / "none.html", "--url", "https://item.rakuten.co.jp/a/b/", "--lang", "en")
    assert forbidden.exit_code == 2
    assert "This site's terms" in forbidden.stderr
    assert "none.html" in forbidden.stderr


def test_a_past_of_other_years_names_them(okawari, tmp_path):
    file = tmp_path / "past.csv"
    rows = "https://shop.example.jp/2,2019-12-30,2020-01-02,in_stock,100"
    file.write_text(f"url,from,until,availability,price\n{rows}\n", encoding="utf-8")
    assert okawari("add", file).exit_code == 0
    shown = okawari("show", "https://shop.example.jp/2").stdout
    assert shown.startswith("2019年12月30日(月) 0:00〜2020年1月2日(木) 0:00")
