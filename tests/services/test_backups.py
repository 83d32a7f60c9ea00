"""Everything that is kept goes into one file and back, on each database, or not at all."""

import json
import stat
import tracemalloc
import zipfile
from datetime import UTC, datetime

import pytest
from sqlalchemy import Boolean, Column, Float, Integer, LargeBinary, MetaData, String, Table, Text, insert, select, text

from okawari.domain.export_facts import BY_THE_PERSON
from okawari.domain.facts import PersonSaid, Provenance
from okawari.domain.judge import Trust
from okawari.domain.message import OrderPart
from okawari.errors import BackupError
from okawari.services.backups import MANIFEST, back_up, restore
from okawari.services.cases import remember_answers
from okawari.services.importing import import_bytes
from okawari.store import dump
from okawari.store.engine import Store, connect, writing_connection
from okawari.store.schema import metadata
from okawari.store.upgrade import NEWEST, make_anew
from tests.databases import store_at
from tests.mails import order_mail

NOW = datetime(2026, 11, 24, tzinfo=UTC)
BY_HAND = Provenance(evidence="", file="", reader="person", reader_version=1, authenticity=BY_THE_PERSON)


def everything(store):
    """Every row of every table, as the database holds it."""
    with store.snapshot() as connection:
        return {name: list(dump.rows(connection, table)) for name, table in dump.tables(connection).items()}


def answer(store, order):
    said = PersonSaid(merchant="amazon_jp", order=order, at=NOW, provenance=BY_HAND, part=OrderPart(number=order))
    remember_answers(store, [said], NOW)


def fill(store, mails=3):
    import_bytes([(f"{n}.eml", order_mail(n)) for n in range(mails)], store, Trust())
    import_bytes([("壊れた\0.eml", b"From: a\nSubject: \xff\x00\n\n\xed\xa0\x80")], store, Trust())
    answer(store, "250-0000001-0000001")
    answer(store, "250-0000002-0000002")
    return store


@pytest.fixture
def other(tmp_path, postgres_url, database_url):
    """An empty store on the database that `store` is not on."""
    store = Store(connect(postgres_url)) if database_url.startswith("sqlite") else store_at(tmp_path / "other.db")
    yield store
    store.close()


def test_what_is_kept_comes_back_whole_on_the_other_database(store, other, tmp_path):
    fill(store)
    path = tmp_path / "kept.zip"
    written = back_up(store, path, NOW)
    assert dict(written.tables)["evidence"] == 4
    assert dict(written.tables)["answers"] == 2
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert restore(other, path) == written
    assert everything(other) == everything(store)
    answer(other, "250-0000003-0000003")
    import_bytes([("1.eml", order_mail(1)), ("9.eml", order_mail(9))], other, Trust())
    again = tmp_path / "again.zip"
    back_up(other, again, NOW)
    restore(store, again, replace=True)
    assert everything(store) == everything(other)
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_a_store_that_keeps_something_is_left_alone(store, tmp_path):
    back_up(fill(store), tmp_path / "kept.zip", NOW)
    before = everything(store)
    with pytest.raises(BackupError, match="not_empty"):
        restore(store, tmp_path / "kept.zip")
    assert everything(store) == before


def test_a_file_that_exists_is_not_written_over(store, tmp_path):
    (tmp_path / "mail.mbox").write_text("mine")
    with pytest.raises(BackupError, match="exists"):
        back_up(store, tmp_path / "mail.mbox", NOW)
    with pytest.raises(BackupError, match="unreachable"):
        back_up(store, tmp_path / "nowhere" / "kept.zip", NOW)
    assert (tmp_path / "mail.mbox").read_text() == "mine"


def rewritten(path, change):
    """Write the backup's members anew, as `change` returns them; None leaves one out."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            changed = change(name, content)
            if changed is not None:
                archive.writestr(name, changed)


def in_manifest(**changes):
    return lambda name, content: json.dumps(json.loads(content) | changes) if name == MANIFEST else content


def in_rows(table, change):
    return lambda name, content: change(content) if name == f"{table}.jsonl" else content


DAMAGES = {
    "a row less": in_rows("facts", lambda rows: rows.split(b"\n", 1)[1]),
    "a row twice": in_rows("evidence", lambda rows: rows + rows),
    "another value": in_rows("answers", lambda rows: rows.replace(b"amazon_jp", b"amazon_us")),
    "no JSON": in_rows("answers", lambda _: b"[1,"),
    "nested without end": in_rows("answers", lambda _: b"[" * 100_000),
    "an odd value": in_rows("answers", lambda _: b"[[1],2,3,4,5,6,7]\n"),
    "a large number": in_rows("answers", lambda _: b'[99999999999999999999,"home","","","","",""]\n'),
    "bad base64": in_rows("evidence", lambda rows: rows.replace(b'{"base64":"', b'{"base64":"!')),
    "a table missing": lambda name, content: None if name == "facts.jsonl" else content,
    "no manifest": lambda name, content: None if name == MANIFEST else content,
    "no table named": in_manifest(tables=[]),
    "a strange table": in_manifest(tables=[{"name": "x", "columns": [], "rows": 0, "sha256": ""}]),
    "odd tables": in_manifest(tables=7),
    "no revision": in_manifest(revision="head"),
    "an old revision that never was": in_manifest(revision="0000"),
    "odd manifest": lambda name, content: b"[]" if name == MANIFEST else content,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_backup_changes_nothing(store, tmp_path, damage):
    path = tmp_path / "kept.zip"
    back_up(fill(store), path, NOW)
    before = everything(store)
    rewritten(path, DAMAGES[damage])
    with pytest.raises(BackupError, match="damaged"):
        restore(store, path, replace=True)
    assert everything(store) == before


def test_a_backup_cut_anywhere_changes_nothing(store, tmp_path):
    path = tmp_path / "kept.zip"
    back_up(fill(store), path, NOW)
    before, whole = everything(store), path.read_bytes()
    for length in range(0, len(whole), max(1, len(whole) // 40)):
        path.write_bytes(whole[:length])
        with pytest.raises(BackupError, match="damaged"):
            restore(store, path, replace=True)
    with pytest.raises(BackupError, match="unreachable"):
        restore(store, tmp_path / "none.zip", replace=True)
    assert everything(store) == before


@pytest.mark.parametrize("newer", [{"revision": "9999"}, {"format": "okawari-backup/2"}])
def test_a_backup_of_a_newer_version_is_refused(store, tmp_path, newer):
    path = tmp_path / "kept.zip"
    back_up(store, path, NOW)
    rewritten(path, in_manifest(**newer))
    with pytest.raises(BackupError, match="newer"):
        restore(store, path)


def test_a_backup_of_every_older_version_is_brought_up_to_date(store, tmp_path):
    for revision in (f"{number:04}" for number in range(1, int(NEWEST) + 1)):
        with writing_connection(store.engine) as connection:
            make_anew(connection, revision)
            answers = dump.tables(connection)["answers"]
            row = {
                "household": "home",
                "merchant": "",
                "order_number": revision,
                "said_at": "",
                "kind": "",
                "payload": "",
            }
            connection.execute(insert(answers).values(row))
        path = tmp_path / f"{revision}.zip"
        back_up(store, path, NOW)
        rewritten(path, in_manifest(revision=revision))
        restore(store, path, replace=True)
        with store.snapshot() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == NEWEST
            assert connection.execute(select(dump.tables(connection)["answers"].c.order_number)).scalar() == revision


def test_secrets_stay_unless_they_are_asked_for(store, tmp_path, monkeypatch):
    fill(store)
    monkeypatch.setitem(metadata.tables["answers"].info, dump.INFO_KEY, True)
    back_up(store, tmp_path / "plain.zip", NOW)
    with zipfile.ZipFile(tmp_path / "plain.zip") as archive:
        assert "answers.jsonl" not in archive.namelist()
    back_up(store, tmp_path / "secret.zip", NOW, with_secrets=True)
    restored = restore(store, tmp_path / "plain.zip", replace=True)
    assert "answers" in restored.left_out
    assert everything(store)["answers"] == []
    restore(store, tmp_path / "secret.zip", replace=True)
    assert len(everything(store)["answers"]) == 2


def test_every_column_is_of_a_type_that_a_backup_holds():
    plain = (Boolean, Float, Integer, LargeBinary, String, Text)
    kinds = {str(column): getattr(column.type, "impl", column.type) for t in metadata.tables.values() for column in t.c}
    assert [name for name, kind in kinds.items() if not isinstance(kind, plain)] == []


def test_a_value_that_no_backup_holds_is_an_error_and_leaves_no_file(store, tmp_path, monkeypatch):
    odd = Table("odd", MetaData(), Column("id", Integer, primary_key=True))
    monkeypatch.setattr(dump, "tables", lambda _: {"odd": odd})
    monkeypatch.setattr(dump, "rows", lambda *_: iter([(NOW,)]))
    with pytest.raises(TypeError, match="datetime"):
        back_up(store, tmp_path / "kept.zip", NOW)
    assert list(tmp_path.glob("kept*")) == []


def test_memory_stays_flat(tmp_path):
    store = store_at(tmp_path / "large.db")
    columns = {column.name: "" for column in metadata.tables["evidence"].c} | {"size": 1, "reader_version": 1}
    with store.writing() as transaction:
        for number in range(200):
            mail = columns | {"household": "home", "sha256": str(number), "same_mail": str(number), "imported_at": NOW}
            mail |= {"sent_at": None, "raw": bytes(500_000)}
            transaction.connection.execute(insert(metadata.tables["evidence"]).values(mail))
    tracemalloc.start()
    back_up(store, tmp_path / "large.zip", NOW)
    restore(store, tmp_path / "large.zip", replace=True)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    store.close()
    assert peak < 40_000_000  # of 100 MB that are kept
