"""Files of a case: kept by their bytes, bounded, taken away, and moved by a backup."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from okawari.domain.attachment import LARGEST, MOST
from okawari.domain.judge import Trust
from okawari.domain.refund import Asked
from okawari.services import attachments
from okawari.services.attachments import AttachmentError, attach, attached, detach
from okawari.services.backups import back_up, restore
from okawari.services.cases import get_case
from okawari.services.claims import claim_file
from okawari.services.household import Household
from okawari.services.importing import import_bytes
from tests.mails import order_mail, order_number

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def plan(store):
    import_bytes([(f"{n}.eml", order_mail(n)) for n in (1, 2)], store, Trust())
    (found,) = get_case(store, order_number(1), Asked(on=date(2026, 11, 24)))
    return found


def test_the_same_bytes_are_kept_once_and_come_back_as_they_came(store, plan):
    first = attach(store, plan.case, "a.png", PNG + b"1", NOW)
    assert attach(store, plan.case, "b.png", PNG + b"1", NOW + timedelta(hours=1)) == first
    second = attach(store, plan.case, "c.png", PNG + b"2", NOW + timedelta(hours=2))
    assert attached(store, plan.case) == (first, second)
    file = claim_file(Household(store, Trust()), plan)
    assert [(one.file, one.raw) for one in file.attachments] == [(first, PNG + b"1"), (second, PNG + b"2")]


def test_a_file_belongs_to_its_order_alone(store, plan):
    attach(store, plan.case, "a.png", PNG, NOW)
    (other,) = get_case(store, order_number(2), Asked(on=date(2026, 11, 24)))
    assert attached(store, other.case) == ()
    assert attached(store, replace(plan.case, merchant="rakuten")) == ()
    assert attached(store, replace(plan.case, order="new", other_orders=(plan.case.order,))) != ()


@pytest.mark.parametrize(
    ("raw", "code"), [(b"", "empty"), (b"GIF89a", "no_media"), (PNG + bytes(LARGEST), "too_large")]
)
def test_what_is_no_evidence_is_refused(store, plan, raw, code):
    with pytest.raises(AttachmentError) as refused:
        attach(store, plan.case, "../x", raw, NOW)
    assert (refused.value.code, refused.value.name) == (code, "x")
    assert attached(store, plan.case) == ()


def test_a_case_holds_so_many_files_and_so_many_bytes(store, plan, monkeypatch):
    for number in range(MOST):
        attach(store, plan.case, "a.png", PNG + str(number).encode(), NOW)
    with pytest.raises(AttachmentError, match="too_many"):
        attach(store, plan.case, "a.png", PNG, NOW)
    detach(store, plan.case, attached(store, plan.case)[0].sha256)
    monkeypatch.setattr(attachments, "MOST_BYTES", 100)
    with pytest.raises(AttachmentError, match="too_many"):
        attach(store, plan.case, "a.png", PNG, NOW)


def test_a_file_goes_by_the_start_of_its_hash(store, plan):
    one = attach(store, plan.case, "a.png", PNG, NOW)
    assert [detach(store, plan.case, start) for start in ("", one.sha256[:5], "0" * 64)] == [None] * 3
    assert detach(store, plan.case, one.sha256[:6]) == one
    assert attached(store, plan.case) == ()


def test_a_backup_holds_the_files(store, plan, tmp_path):
    one = attach(store, plan.case, "a.png", PNG, NOW)
    path = tmp_path / "backup.zip"
    back_up(store, path, NOW)
    detach(store, plan.case, one.sha256)
    restore(store, path, replace=True)
    assert attached(store, plan.case) == (one,)
