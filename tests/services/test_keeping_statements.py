"""Keeping statements: each line once, however many downloads hold it."""

import zipfile
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import func, inspect, select

from okawari.domain.judge import Trust
from okawari.domain.statement import LineKind
from okawari.services import keeping_statements
from okawari.services.evidence import kept_mail
from okawari.services.household import Household
from okawari.services.importing import import_paths
from okawari.services.keeping_statements import forget_statement, keep_statements
from okawari.services.reading_again import read_again
from okawari.services.statements import preview_of
from okawari.store import statement_lines
from okawari.store.schema import statement_lines as table

OWNER = "星野　花　様,4980-****-****-1234,三井住友カード\n"
HEADING = "利用日,利用店名・商品名,利用者,支払方法,利用金額,支払手数料,支払総額\n"


def row(day, amount, shop="ＡＭＡＺＯＮ．ＣＯ．ＪＰ"):
    return f"2026/10/{day},{shop},{amount},1,1,{amount},\n"


def write(path, *rows):
    path.write_text(OWNER + "".join(rows), encoding="cp932")
    return str(path)


def kept(store):
    with store.reading() as transaction:
        found = statement_lines.between(transaction, date(2000, 1, 1), date(2099, 1, 1))
        return [(one.line.on.day, int(one.line.amount.amount), one.line.kind.value, one.ordinal) for one in found]


def everything(store):
    with store.reading() as transaction:
        return transaction.connection.execute(select(*table.c).order_by(*table.c)).all()


def test_overlapping_downloads_add_only_what_is_new(store, tmp_path):
    first = write(tmp_path / "a.csv", row(1, 100), row(3, 300))
    later = write(tmp_path / "b.csv", row(3, 300), row(5, -300))
    assert [one.lines_added for one in keep_statements(first, store)] == [2]
    assert [one.lines_added for one in keep_statements(later, store)] == [1]
    assert kept(store) == [(1, 100, "charge", 0), (3, 300, "charge", 0), (5, 300, "refund", 0)]


def test_two_equal_purchases_on_one_day_stay_two_and_another_download_adds_none(store, tmp_path):
    first = write(tmp_path / "a.csv", row(1, 100), row(1, 100))
    again = write(tmp_path / "b.csv", row(1, 100), row(1, 100), row(2, 5))
    list(keep_statements(first, store))
    assert [one.lines_added for one in keep_statements(again, store)] == [1]
    assert kept(store) == [(1, 100, "charge", 0), (1, 100, "charge", 1), (2, 5, "charge", 0)]


def test_the_third_of_equal_purchases_in_a_later_download_is_new(store, tmp_path):
    list(keep_statements(write(tmp_path / "a.csv", row(1, 100)), store))
    third = write(tmp_path / "b.csv", row(1, 100), row(1, 100), row(1, 100))
    assert [one.lines_added for one in keep_statements(third, store)] == [2]


def test_equal_lines_of_two_cards_are_two(store, tmp_path):
    second = row(1, 100) + OWNER.replace("1234", "9876") + row(1, 100)
    assert [one.lines_added for one in keep_statements(write(tmp_path / "a.csv", second), store)] == [2]
    with store.reading() as transaction:
        cards = [one.line.card for one in statement_lines.between(transaction, date(2026, 1, 1), date(2026, 12, 31))]
    assert cards == ["1234", "9876"]


def test_a_second_import_of_everything_adds_nothing(store, tmp_path):
    folder = tmp_path / "明細"
    folder.mkdir()
    write(folder / "a.csv", row(1, 100), row(1, 100))
    with zipfile.ZipFile(folder / "all.zip", "w") as packed:
        packed.write(write(folder / "b.csv", row(9, 900)), "../../10月/b.csv")
    (folder / "rakuten.csv").write_text(
        HEADING + "2026/10/03,AMAZON.CO.JP,本人,1回払い,3480,0,3480\n", encoding="utf-8-sig"
    )
    report = import_paths([str(folder)], store, Trust())
    assert (report.statements, report.statements_added, report.statement_lines_added) == (4, 3, 4)
    assert report.unreadable == ()
    before = everything(store)
    report = import_paths([str(folder)], store, Trust())
    assert (report.statements, report.statements_added, report.statement_lines_added) == (4, 0, 0)
    assert everything(store) == before


def test_lines_are_found_by_period_source_amount_and_order(store, tmp_path):
    noted = "2026/10/7,店,250,1,1,250,注文番号：250-1234567-1234567\n"
    list(keep_statements(write(tmp_path / "a.csv", row(1, 100), row(3, 300), noted), store))
    with store.reading() as transaction:
        period = (date(2026, 10, 2), date(2026, 10, 31))
        found = {
            "period": statement_lines.between(transaction, *period),
            "amount": statement_lines.between(transaction, *period, amounts=[Decimal(300), Decimal(100)]),
            "source": statement_lines.between(transaction, *period, source="rakuten_card"),
            "order": statement_lines.naming(transaction, ["250-1234567-1234567", ""]),
        }
        amounts = {name: [int(one.line.amount.amount) for one in lines] for name, lines in found.items()}
    assert amounts == {"period": [300, 250], "amount": [300], "source": [], "order": [250]}


def test_a_forgotten_file_leaves_the_lines_that_others_hold(store, tmp_path):
    first, second = (
        write(tmp_path / "a.csv", row(1, 100), row(2, 200)),
        write(tmp_path / "b.csv", row(2, 200), row(3, 300)),
    )
    (gone,) = keep_statements(first, store)
    list(keep_statements(second, store))
    assert forget_statement(store, gone.sha256)
    assert kept(store) == [(2, 200, "charge", 0), (3, 300, "charge", 0)]
    assert not forget_statement(store, gone.sha256)


def test_reading_again_leaves_the_same_lines(store, tmp_path):
    for name, rows in (("a.csv", (row(1, 100), row(2, 200))), ("b.csv", (row(2, 200), row(3, 300)))):
        list(keep_statements(write(tmp_path / name, *rows), store))
    before = everything(store)
    read_again(store, Trust())
    assert everything(store) == before


def test_a_statement_is_no_mail(store, tmp_path):
    (one,) = keep_statements(write(tmp_path / "a.csv", row(1, 100)), store)
    assert kept_mail(Household(store, Trust()), one.sha256) is None


def test_households_do_not_see_each_others_lines(store, tmp_path):
    from dataclasses import replace

    list(keep_statements(write(tmp_path / "a.csv", row(1, 100)), store))
    neighbours = replace(store, household="neighbours")
    assert kept(neighbours) == []
    assert [one.lines_added for one in keep_statements(str(tmp_path / "a.csv"), neighbours)] == [1]


def test_what_is_not_read_is_told_while_the_rest_is_kept(store, tmp_path):
    path = write(tmp_path / "a.csv", row(1, 100), "2026/13/45,店,1,1,1,1,\n", "12/10/2026,店,1,1,1,1,\n", row(2, 200))
    (one,) = keep_statements(path, store)
    assert one.lines_added == 2
    assert [problem.code for problem in one.problems] == ["row_without_date", "statement_date_order"]


def test_a_growing_member_of_a_zip_is_refused_and_leaves_nothing(store, tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.csv", OWNER + row(1, 100) * 600_000)
    report = import_paths([str(tmp_path / "bomb.zip")], store, Trust())
    assert [(one.file, one.problem.code) for one in report.unreadable] == [(f"{tmp_path}/bomb.zip/a.csv", "zip_bomb")]
    assert (report.statements, kept(store)) == (0, [])


def test_text_that_no_database_takes_is_kept_all_the_same(store, tmp_path):
    (tmp_path / "a.csv").write_bytes(OWNER.encode("cp932") + b"2026/10/3,\xff\xfe\x81 shop,100,1,1,100,\n")
    assert [one.lines_added for one in keep_statements(str(tmp_path / "a.csv"), store)] == [1]


def test_a_row_whose_characters_are_lost_is_told_and_kept_with_the_others(store, tmp_path):
    (tmp_path / "a.csv").write_bytes(
        OWNER.encode("cp932") + b"2026/10/3,\xff\xfe\x81 shop,100,1,1,100,\n" + b"2026/10/4,shop,200,1,1,200,\n"
    )
    (kept_one,) = keep_statements(str(tmp_path / "a.csv"), store)
    assert (kept_one.lines_added, [one.code for one in kept_one.problems]) == (2, ["statement_characters_lost"])


def test_a_statement_with_a_line_that_is_too_long_is_known_and_told(store, tmp_path):
    too_long = b"2026/10/4," + b"x" * 140_000 + b",100,1,1,100,\n"
    (tmp_path / "a.csv").write_bytes(OWNER.encode("cp932") + b"2026/10/3,shop,100,1,1,100,\n" + too_long)
    (kept_one,) = keep_statements(str(tmp_path / "a.csv"), store)
    assert (kept_one.lines_added, [one.code for one in kept_one.problems]) == (1, ["statement_cell_too_large"])


def test_an_unknown_table_with_lost_characters_is_shown_to_be_told():
    shown = preview_of("日付,店,金額\n2026/10/1,本屋,100\n".encode("cp932") + b"2026/10/2,\xff\xfe\x81 shop,200\n")
    assert shown is not None
    assert (shown.heading, len(shown.rows)) == (("日付", "店", "金額"), 2)
    assert preview_of(b"\x00\x01\x02\x03") is None


def test_an_interrupted_import_leaves_nothing_of_the_file_and_the_next_one_all(store, tmp_path, monkeypatch):
    path = write(tmp_path / "a.csv", *(row(1 + number % 28, number + 1) for number in range(5_000)))
    work, calls = statement_lines.add, 0

    def stops(*given):
        nonlocal calls
        calls += 1
        done = work(*given)
        if calls == 2:
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(statement_lines, "add", stops)
    with pytest.raises(KeyboardInterrupt):
        list(keep_statements(path, store))
    assert kept(store) == []
    assert [one.lines_added for one in keep_statements(path, store)] == [5_000]
    with store.reading() as transaction:
        assert transaction.connection.execute(select(func.count()).select_from(table)).scalar() == 5_000


def indexes_in(transaction):
    return {index["name"] for index in inspect(transaction.connection).get_indexes(table.name)}


def indexes_of(store):
    with store.reading() as transaction:
        return indexes_in(transaction)


def large(path):
    return write(path, *(row(1 + number % 28, number % 900 + 1, f"店{number % 7}") for number in range(40_000)))


def test_a_large_statement_leaves_every_index_and_the_lines_of_one_kept_line_by_line(store, tmp_path, monkeypatch):
    named, path = indexes_of(store), large(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").stat().st_size > keeping_statements._LARGE
    list(keep_statements(path, store))
    assert indexes_of(store) == named == {index.name for index in table.indexes}
    quickly = everything(store)
    with store.reading() as transaction:
        digest = statement_lines.files(transaction)[0].sha256
    forget_statement(store, digest)
    assert everything(store) == []
    monkeypatch.setattr(keeping_statements, "_LARGE", 1 << 40)
    list(keep_statements(path, store))
    assert everything(store) == quickly
    assert len(quickly) == 40_000


def test_an_interrupted_import_of_a_large_statement_leaves_every_index_and_no_line(store, tmp_path, monkeypatch):
    named, path = indexes_of(store), large(tmp_path / "a.csv")
    work, calls = statement_lines.add, []

    def stops(*given):
        work(*given)
        calls.append(indexes_in(given[0]))
        if len(calls) == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(statement_lines, "add", stops)
        with pytest.raises(KeyboardInterrupt):
            list(keep_statements(path, store))
    assert calls[-1] == (set() if store.engine.dialect.name == "sqlite" else named)
    assert (indexes_of(store), kept(store)) == (named, [])


def test_a_kind_is_kept(store, tmp_path):
    list(keep_statements(write(tmp_path / "a.csv", row(1, "▲100")), store))
    with store.reading() as transaction:
        (one,) = statement_lines.between(transaction, date(2026, 10, 1), date(2026, 10, 1))
    assert (one.line.kind, one.line.source, one.line.file) == (LineKind.REFUND, "smbc_vpass", str(tmp_path / "a.csv"))
