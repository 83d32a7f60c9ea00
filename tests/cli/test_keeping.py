"""The commands over what is kept."""

import json

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from tests.contract.shape import check
from tests.mails import order_mail, order_number
from tests.services.test_renumbered import NEW, OLD, changed, placed


@pytest.fixture
def okawari(database_url, monkeypatch):
    monkeypatch.setenv("OKAWARI_DATABASE_URL", database_url)

    def run(*arguments):
        return CliRunner().invoke(app, arguments, catch_exceptions=False)

    return run


@pytest.fixture
def mails(tmp_path):
    paths = []
    for number, cancelled in [(1, False), (2, False), (1, True)]:
        path = tmp_path / f"{number}{cancelled}.eml"
        path.write_bytes(order_mail(number, cancelled=cancelled))
        paths.append(str(path))
    return paths


def test_import_says_what_it_did(okawari, mails):
    first, second = (json.loads(okawari("import", *mails, "--json").stdout) for _ in range(2))
    assert first["schema"] == "okawari.import/1"
    assert (first["mails"], first["added"], first["known"], first["facts"]) == (3, 3, 0, 3)
    assert first["orders"] == [order_number(1), order_number(2)]
    assert (second["mails"], second["added"], second["known"], second["orders"]) == (3, 0, 3, [])


def test_import_tells_a_person_in_one_line(okawari, mails):
    done = okawari("import", *mails)
    assert done.stdout == (
        "3通を確認しました。新しく保存: 3通、保存済み: 0通、注文と関係なし: 0通。新しい知らせのある注文: 2件。\n"
    )


def test_cases_lists_orders(okawari, mails):
    okawari("import", *mails)
    document = json.loads(okawari("cases", "--json", "--on", "2026-11-23").stdout)
    assert document["schema"] == "okawari.cases/1"
    assert [(case["order"], case["state"]) for case in document["cases"]] == [
        (order_number(1), "cancelled"),
        (order_number(2), "ordered"),
    ]


def test_case_is_the_plan_of_one_order(okawari, mails):
    okawari("import", *mails)
    arguments = ("case", order_number(1), "--on", "2026-11-23", "--paid-by", "amazon_gift_balance", "--json")
    document = json.loads(okawari(*arguments).stdout)
    assert document["schema"] == "okawari.rescue/1"
    (case,) = document["cases"]
    assert (case["order"], case["refunds"][0]["method"]) == (order_number(1), "amazon_gift_balance")


@pytest.mark.parametrize(
    "arguments",
    [
        ("case", "250-0000000-0000000"),
        ("case", "250-0000000-0000000", "--paid-by", "bottle_caps"),
        ("cases", "--on", "tomorrow"),
    ],
)
def test_what_cannot_be_used_is_one_line(okawari, arguments):
    done = okawari(*arguments)
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_read_again_keeps_what_was_kept(okawari, mails):
    okawari("import", *mails)
    before = okawari("cases", "--json", "--on", "2026-11-23").stdout
    assert json.loads(okawari("read-again", "--json").stdout) == {"schema": "okawari.read-again/1", "mails": 3}
    assert okawari("cases", "--json", "--on", "2026-11-23").stdout == before


@pytest.mark.parametrize("number", [OLD, NEW])
def test_a_changed_number_is_found_by_either(okawari, tmp_path, number):
    for name, raw in (("placed", placed(OLD, 1)), ("changed", changed())):
        (tmp_path / f"{name}.eml").write_bytes(raw)
    okawari("import", str(tmp_path))
    (case,) = json.loads(okawari("case", number, "--json").stdout)["cases"]
    assert (case["order"], case["other_orders"]) == (NEW, [OLD])
    assert f"この注文のほかの番号：{OLD}" in okawari("case", number).stdout
    (line,) = json.loads(okawari("cases", "--json").stdout)["cases"]
    assert (line["order"], line["other_orders"]) == (NEW, [OLD])


def test_a_contact_is_kept_and_told_again(okawari, mails):
    okawari("import", *mails)
    said = ("--with", "platform", "--on", "2026-11-23", "--said", "返金は\nいつですか")
    document = json.loads(okawari("contact", order_number(1), *said, "--json").stdout)
    check("contact", document)
    name = document["contacts"][0]["id"]
    assert document["contacts"] == [
        {"id": name, "with": "platform", "at": "2026-11-23T12:00:00+09:00", "said": "返金は いつですか"}
    ]
    (case,) = json.loads(okawari("case", order_number(1), "--json").stdout)["cases"]
    assert case["contacts"] == document["contacts"]
    assert any(step["draft"] and "11月23日(月)にご連絡しました" in step["draft"]["ja"] for step in case["next_steps"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"--with": "somebody"}, "--with: 相手が分かりません: somebody"),
        ({"--on": "2999-01-01"}, "--on: まだ来ていない日です: 2999-01-01"),
        ({"--said": " \n "}, "--said: 伝えたことが空です"),
    ],
)
def test_a_contact_that_cannot_be_is_refused_in_one_line(okawari, mails, change, said):
    okawari("import", *mails)
    given = {"--with": "shop", "--on": "2026-11-23", "--said": "x"} | change
    done = okawari("contact", order_number(1), *(word for pair in given.items() for word in pair))
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(said)


def test_a_contact_about_an_order_that_is_not_kept_is_refused(okawari):
    assert okawari("contact", "250-0000000-0000000", "--with", "shop", "--said", "x").exit_code == 2


def test_the_record_is_what_its_schema_says(okawari, mails):
    okawari("import", *mails)
    document = json.loads(okawari("record", "--json").stdout)
    check("record", document)
    assert [(one["merchant"], one["year"], sum(one["by"].values())) for one in document["cancels"]] == [
        ("amazon_jp", 2026, 1)
    ]
    assert json.loads(okawari("record", "--year", "2025", "--json").stdout)["cancels"] == []
    assert "2026  Amazon.co.jp" in okawari("record").stdout


def test_what_to_have_at_hand_is_what_its_schema_says(okawari, mails):
    okawari("import", *mails)
    done = okawari("support", order_number(1), "--json")
    document = json.loads(done.stdout)
    check("support", document)
    assert (done.exit_code, document["number_problem"], document["rule"]) == (0, None, "MKT-CONTACT-01")


def test_a_contact_kept_by_mistake_is_listed_and_deleted(okawari, mails):
    okawari("import", *mails)
    number = order_number(1)
    okawari("contact", number, "--with", "chargeback", "--on", "2026-11-23", "--said", "まちがい")
    (line,) = okawari("contact", number, "--lang", "en").stdout.splitlines()
    name = line.split("\t")[0]
    assert "chargeback" in line
    done = okawari("contact", number, "--remove", name, "--lang", "en")
    assert (done.exit_code, done.stdout.startswith("Deleted")) == (0, True)
    document = json.loads(okawari("contact", number, "--json").stdout)
    check("contact", document)
    assert document["contacts"] == []
    again = okawari("contact", number, "--remove", name)
    assert (again.exit_code, again.stderr.count("\n")) == (2, 1)
    both = okawari("contact", number, "--remove", name, "--said", "x")
    assert (both.exit_code, both.stderr.count("\n")) == (2, 1)


def test_an_order_of_another_shop_is_told_with_the_shops_that_have_it(okawari, mails):
    okawari("import", *mails)
    refused = okawari("support", order_number(1), "--shop", "楽天市場")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("--shop:")
    assert "amazon_jp" in refused.stderr
