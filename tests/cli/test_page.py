import json
from base64 import b64encode

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.contract.schemas import schema_text
from tests.contract.shape import check

PAGE = """<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>電気ケトル 0.8L | くらし道具</title>
<script type="application/ld+json">{"@type":"Product","name":"電気ケトル 0.8L","gtin13":"4901234567894",
"offers":{"@type":"Offer","price":"4,980","priceCurrency":"JPY","availability":"https://schema.org/InStock"}}</script></head>
<body><h1>電気ケトル 0.8L</h1><p class="price">4,980円（税込）</p><p>在庫あり</p><button>カートに入れる</button></body></html>"""


def run(*words, **options):
    return CliRunner().invoke(app, ["page", *map(str, words)], **options)


def test_a_page_is_one_valid_document(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    done = run(file, "--url", "https://shop.example/kettle", "--json")
    document = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema_text("page"))).validate(document)
    check("page", document)
    assert done.exit_code == 0
    assert document["url"] == "https://shop.example/kettle"
    assert document["offer"]["price"] == {"amount": "4980", "currency": "JPY"}
    assert document["offer"]["availability"] == "in_stock"
    assert document["offer"]["identifiers"] == [{"kind": "jan", "value": "4901234567894"}]
    assert {ground["fact"] for ground in document["offer"]["why"]} == {"price", "availability"}


def test_a_page_is_readable_for_people(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    assert "電気ケトル 0.8L\n  4,980円  在庫あり" in run(file).stdout


def test_a_price_without_tax_is_never_told_as_what_is_paid(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(PAGE.replace("税込", "税抜"), encoding="utf-8")
    said = run(file).stdout
    assert "  4,980円（税抜）  在庫あり\n  払うのは、これに消費税を足した額です。" in said
    assert "before tax" in run(file, "--lang", "en").stdout
    document = json.loads(run(file, "--json").stdout)
    check("page", document)
    assert (document["offer"]["price"]["amount"], document["offer"]["tax_included"]) == ("4980", False)
    document["offer"].pop("identifiers")
    (tmp_path / "seen.json").write_text(json.dumps([document]), encoding="utf-8")
    ranked = CliRunner().invoke(app, ["rank", str(tmp_path / "seen.json"), "--json"])
    lines = json.loads(ranked.stdout)["offers"][0]["effective"]["lines"]
    assert [one["code"] for one in lines][:2] == ["price", "tax"]


def test_a_page_may_come_by_standard_input():
    assert json.loads(run("-", "--json", input=PAGE.encode()).stdout)["offer"]["title"] == "電気ケトル 0.8L"


ARCHIVE = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://shop.example/kettle
MIME-Version: 1.0
Content-Type: multipart/related; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

{b64encode(PAGE.encode()).decode()}
--b--
"""
SAVED = f"<!-- saved from url=(0027)https://shop.example/kettle -->\n{PAGE}"


@pytest.mark.parametrize("saved", [ARCHIVE, SAVED], ids=["archive of a phone", "saved by a browser"])
def test_a_saved_page_tells_where_it_came_from(tmp_path, saved):
    file = tmp_path / "page"
    file.write_text(saved, encoding="utf-8")
    document = json.loads(run(file, "--json").stdout)
    assert document["url"] == "https://shop.example/kettle"
    assert document["offer"]["price"] == {"amount": "4980", "currency": "JPY"}
    other = json.loads(run(file, "--url", "https://other.example/", "--json").stdout)
    assert other["url"] == "https://other.example/"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("nowhere.html", "ファイルを開けませんでした"),
        ("http://127.0.0.1/item", "家や会社の中のアドレスなので、開きません"),
        ("ftp://shop.example/item", "「ftp」のアドレスは開きません"),
        (".", "ファイルを開けませんでした"),
    ],
)
def test_what_cannot_be_read_is_one_line(place, words):
    done = run(place, "--json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("held", "words"), [(b"", "中身のないファイル"), (b"\x7fELF\0\0\0\1", "ページではないファイル")]
)
def test_a_file_that_holds_no_page_is_one_line(tmp_path, held, words):
    file = tmp_path / "page.html"
    file.write_bytes(held)
    done = run(file, "--json")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
