"""Keeping whole mailboxes: what cannot matter is passed over, and several processes leave what one leaves."""

import pytest

from bench.mailbox import write_mbox
from okawari.domain.judge import Trust
from okawari.services.importing import import_paths
from tests.databases import store_at
from tests.mails import order_mail, order_number, private_mail
from tests.services.test_importing import contents

POSTMARK = b"From 1@xxx Mon Nov 23 09:00:00 +0900 2026\n"


@pytest.fixture
def new_store(tmp_path):
    opened = []

    def make(name):
        opened.append(store_at(tmp_path / name))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


def test_of_a_mailbox_only_what_can_matter_is_kept(new_store, tmp_path):
    box = tmp_path / "all.mbox"
    box.write_bytes(b"".join(POSTMARK + raw + b"\n" for raw in (private_mail(1), order_mail(1), private_mail(2))))
    report = import_paths([str(box)], new_store("a.db"), Trust())
    assert (report.mails, report.added, report.passed_over, report.known) == (3, 1, 2, 0)
    assert report.orders == (order_number(1),)


def test_of_a_mailbox_advertising_is_not_kept(new_store, tmp_path):
    advertising = b"From: store-news@amazon.co.jp\nSubject: =?utf-8?B?44K/44Kk44Og44K744O844Or?=\n\nSale\n"
    box, alone = tmp_path / "all.mbox", tmp_path / "alone.eml"
    box.write_bytes(POSTMARK + order_mail(1) + b"\n" + POSTMARK + advertising)
    alone.write_bytes(advertising)
    assert import_paths([str(box)], new_store("a.db"), Trust()).passed_over == 1
    assert import_paths([str(alone)], new_store("b.db"), Trust()).added == 1


def test_a_mail_that_is_a_file_of_its_own_is_always_kept(new_store, tmp_path):
    alone = tmp_path / "alone.eml"
    alone.write_bytes(private_mail(1))
    report = import_paths([str(alone)], new_store("a.db"), Trust())
    assert (report.added, report.passed_over) == (1, 0)


@pytest.mark.slow
def test_several_processes_leave_what_one_leaves(new_store, tmp_path, in_processes):
    box = tmp_path / "generated.mbox"
    write_mbox(box, 1500)
    one, several = new_store("one.db"), new_store("several.db")
    in_processes(1)
    alone = import_paths([str(box)], one, Trust())
    started = in_processes(2)
    assert import_paths([str(box)], several, Trust()) == alone
    assert len(started) == 1
    assert alone.added > 150
    assert contents(several) == contents(one)
    assert import_paths([str(box)], several, Trust()).added == 0
    assert contents(several) == contents(one)
