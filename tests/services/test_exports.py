"""Exports as evidence: kept once however they come packed, read again, and one case with the mails."""

import random
import shutil
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import okawari.sources
from bench.export_read import write_export
from okawari.domain.case import CaseState
from okawari.domain.judge import Trust
from okawari.domain.money import yen
from okawari.domain.refund import Asked
from okawari.services.cases import get_case, list_cases
from okawari.services.evidence import forget_evidence, kept_mail
from okawari.services.household import Household
from okawari.services.importing import import_bytes, import_paths, orders_told
from okawari.services.reading_again import read_again
from okawari.services.taking_in import take_in_files
from okawari.sources.amazon_export.rows import MOST_PROBLEMS
from okawari.store import evidence
from tests.databases import store_at
from tests.mails import order_mail, order_number
from tests.services.test_importing import contents

CASES = Path(okawari.sources.__file__).parent / "amazon_export" / "cases"
ASKED = Asked(on=date(2026, 11, 23))
NUMBER = "249-1000102-2000102"


@pytest.fixture
def folder(tmp_path):
    """An export as it was unpacked."""
    return Path(shutil.copytree(CASES / "current" / "Your Orders", tmp_path / "Your Orders"))


def zipped(folder, name="Your Orders.zip"):
    path = folder.parent / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(folder.rglob("*.csv")):
            packed.write(file, file.relative_to(folder.parent))
        packed.writestr("Additional Data/Retail.TransactionalInvoicing.1.pdf", b"%PDF-1.4")
    return path


def test_an_export_is_kept_with_what_it_says(store, folder):
    report = import_paths([str(zipped(folder))], store, Trust())
    assert (report.mails, report.exports, report.exports_added, report.unreadable) == (0, 1, 1, ())
    assert report.facts > 10
    assert NUMBER in orders_told(store, report)
    with store.reading() as transaction:
        (kept,) = evidence.newest(transaction, 10)
    assert (kept.kind, kept.reader, kept.verdict) == ("order_export", "amazon_export", "unproven")
    (plan,) = get_case(store, NUMBER, ASKED)
    assert plan.case.state is CaseState.CANCELLED


def test_a_second_import_adds_nothing_however_it_is_packed(store, folder):
    path = zipped(folder)
    import_paths([str(path)], store, Trust())
    before = contents(store)
    outer = folder.parent / "outer.zip"
    with zipfile.ZipFile(outer, "w") as packed:
        packed.write(path, "Your Orders.zip")
    for again in (path, folder, outer):
        report = import_paths([str(again)], store, Trust())
        assert (report.exports, report.exports_added, report.facts, *orders_told(store, report)) == (1, 0, 0)
    assert contents(store) == before


def test_a_table_of_it_alone_is_evidence_of_its_own_and_changes_no_case(store, folder):
    import_paths([str(folder)], store, Trust())
    before = list_cases(store, ASKED)
    report = import_paths([str(folder / "Your Amazon Orders" / "Order History.csv")], store, Trust())
    assert report.exports_added == 1
    told = [(plan.case.order, plan.case.state, plan.case.total, plan.case.amount_due) for plan in before]
    assert told == [
        (plan.case.order, plan.case.state, plan.case.total, plan.case.amount_due) for plan in list_cases(store, ASKED)
    ]


@pytest.mark.parametrize("order", [("2026-10-04", "2026-11-01"), ("2026-11-01", "2026-10-04")])
def test_exports_that_share_orders_tell_each_once_in_either_order(store, order):
    for name in order:
        assert import_paths([str(CASES / "overlapping" / name)], store, Trust()).facts > 0
    before = contents(store)
    for name in order:
        assert import_paths([str(CASES / "overlapping" / name)], store, Trust()).facts == 0
    assert contents(store) == before
    told = {plan.case.order: plan.case for plan in list_cases(store, ASKED)}
    arrived, refunded, cancelled = (told[f"249-500010{number}-600010{number}"] for number in (1, 2, 3))
    assert len(told) == 3
    assert (arrived.state, arrived.total, len(arrived.items)) == (CaseState.SHIPPED, yen(5500), 1)
    assert [refund.amount for refund in refunded.refunds] == [yen(330), yen(330)]
    assert (refunded.amount_due, len(refunded.items)) == (yen(660), 2)
    # The newer export has lost what the cancelled line cost; the older one still knows it.
    assert (cancelled.state, cancelled.amount_due) == (CaseState.CANCELLED, yen(770))
    assert all(case.problems == () for case in told.values())


def test_read_again_leaves_the_same_facts(store, folder):
    import_paths([str(folder)], store, Trust())
    import_bytes([("a.eml", order_mail(1))], store, Trust())
    before = contents(store)
    assert read_again(store, Trust()) == 2
    assert contents(store) == before


def test_mails_and_exports_of_one_folder_are_both_kept(store, folder):
    (folder / "a.eml").write_bytes(order_mail(1))
    report = import_paths([str(folder)], store, Trust())
    assert (report.added, report.exports_added, report.unreadable) == (1, 1, ())
    told = list(orders_told(store, report))
    assert told[0] == order_number(1)
    assert NUMBER in told
    assert len(told) == len(set(told))


def test_what_cannot_be_read_is_said_and_the_rest_kept(store, tmp_path):
    shutil.copytree(CASES / "damaged", tmp_path / "damaged")
    report = import_paths([str(tmp_path / "damaged")], store, Trust())
    assert {item.problem.code for item in report.unreadable} == {
        "export_column_missing",
        "export_row_short",
        "export_row_without_order",
        "export_cell_unreadable",
    }
    assert "249-1100101-1200101" in orders_told(store, report)
    for item in report.unreadable:
        assert Path(item.file.rpartition(":")[0] or item.file).exists() or Path(item.file).exists()


@pytest.mark.slow
def test_several_processes_leave_what_one_leaves(tmp_path, in_processes):
    table = tmp_path / "Order History.csv"
    write_export(tmp_path / "whole.zip", 2_000)
    with zipfile.ZipFile(tmp_path / "whole.zip") as packed:
        heading, *rows = packed.read(packed.namelist()[0]).decode().splitlines(keepends=True)
    for number in range(0, len(rows), 20):  # more than are told one by one, in every sheaf
        rows[number] = rows[number].replace(',"1,180",', f",no amount {number},")
    random.Random(7).shuffle(rows)
    table.write_text("".join((heading, *rows)), "utf-8", newline="")
    one, several = store_at(tmp_path / "one.db"), store_at(tmp_path / "several.db")
    in_processes(1)
    alone = import_paths([str(table)], one, Trust())
    started = in_processes(2)
    assert import_paths([str(table)], several, Trust()) == alone
    assert len(started) == 1
    assert (alone.facts, len(alone.unreadable)) == (2_000, MOST_PROBLEMS + 1)
    assert contents(several) == contents(one)
    one.close()
    several.close()


def test_a_cell_beyond_all_measure_is_one_problem_in_the_file_that_the_person_named(store, folder):
    table = folder / "Your Amazon Orders" / "Order History.csv"
    lines = table.read_bytes().decode("utf-8-sig").splitlines(keepends=True)
    lines[1] = lines[1].rstrip().replace(lines[1].split(",")[0], '"' + "x" * 10**6 + '"', 1) + "\r\n"
    long = lines[1].split(",")
    lines[1] = ",".join((*long[1:4], long[0], *long[4:]))
    table.write_text("".join(lines))
    report = import_paths([str(zipped(folder))], store, Trust())
    (problem,) = report.unreadable
    assert problem.problem.code == "table_cell_too_large"
    assert problem.file.endswith("Your Orders.zip/Your Orders/Your Amazon Orders/Order History.csv:2")


def test_half_a_zip_is_named_and_nothing_kept(store, folder):
    path = zipped(folder)
    path.write_bytes(path.read_bytes()[:2000])
    report = import_paths([str(path)], store, Trust())
    assert [item.problem.code for item in report.unreadable] == ["zip_broken"]
    assert contents(store) == [[], []]


def test_a_browser_hands_over_an_export(store, folder):
    household = Household(store, Trust())
    taken = take_in_files(household, [("Your Orders.zip", zipped(folder).read_bytes())])
    assert taken.unreadable == ()
    assert NUMBER in {key.order for key in taken.orders}


def test_an_export_is_no_mail_and_can_be_forgotten(store, folder):
    import_paths([str(folder)], store, Trust())
    household = Household(store, Trust())
    with store.reading() as transaction:
        (kept,) = evidence.newest(transaction, 10)
    assert kept_mail(household, kept.sha256) is None
    assert forget_evidence(household, kept.sha256)
    assert list_cases(store, ASKED) == ()


def test_a_mail_and_an_export_are_one_case_with_two_witnesses(store, folder):
    number = order_number(1)
    table = folder / "Your Amazon Orders" / "Order History.csv"
    table.write_bytes(table.read_bytes().replace(NUMBER.encode(), number.encode()))
    import_bytes([("a.eml", order_mail(1)), ("b.eml", order_mail(1, cancelled=True))], store, Trust())
    import_paths([str(table)], store, Trust())
    (plan,) = get_case(store, number, ASKED)
    assert plan.case.state is CaseState.CANCELLED
    assert {entry.own_file for entry in plan.case.timeline} == {False, True}
    assert plan.case.cancelled_at is not None
    assert plan.case.cancelled_at < datetime(2027, 1, 1, tzinfo=UTC)
