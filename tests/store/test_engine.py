"""Opening a database: what is supported, how it is upgraded, and how transactions hold."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, select, text
from sqlalchemy.exc import OperationalError

from okawari.errors import UnusableInputError
from okawari.store.engine import Store, connect
from okawari.store.schema import answers, metadata
from okawari.store.upgrade import MIGRATIONS, NEWEST, make_anew, upgrade
from tests.databases import store_at


def test_the_newest_version_is_the_last_migration():
    assert ScriptDirectory(MIGRATIONS).get_current_head() == NEWEST


def test_the_migrations_make_the_tables_of_the_schema(store):
    with store.engine.begin() as connection:
        make_anew(connection, NEWEST)
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


_SHAPES = {
    "sqlite": ("SELECT type, name, tbl_name, sql FROM sqlite_master",),
    "postgresql": (
        (
            "SELECT table_name, ordinal_position, column_name, data_type, character_maximum_length, is_nullable, column_default"
            " FROM information_schema.columns WHERE table_schema = 'public'"
        ),
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
        (
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE connamespace = 'public'::regnamespace"
        ),
    ),
}


def test_a_new_database_is_as_the_migrations_leave_one(store):
    def shape():
        found = (row for query in _SHAPES[connection.dialect.name] for row in connection.execute(text(query)))
        return sorted([" ".join(str(value) for value in row).split() for row in found])

    with store.engine.begin() as connection:
        made_at_once = shape()
        make_anew(connection, NEWEST)
        assert shape() == made_at_once


def test_where_others_have_tables_the_migrations_make_ours(database_url):
    engine = connect(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE strangers (id INTEGER)"))
    upgrade(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [NEWEST]
    engine.dispose()


def test_an_upgrade_of_an_upgraded_database_changes_nothing(store):
    upgrade(store.engine)
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [NEWEST]


def test_two_processes_may_start_at_once(database_url):
    together = threading.Barrier(4)

    def start(_):
        engine = connect(database_url)
        together.wait()
        upgrade(engine)
        engine.dispose()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(start, range(4))) == [None] * 4


def test_many_may_open_a_new_file_at_once(tmp_path):
    together = threading.Barrier(8)

    def journal_of(path):
        engine = connect(f"sqlite:///{path}")
        together.wait()
        with engine.connect() as connection:
            return connection.exec_driver_sql("PRAGMA journal_mode").scalar()

    with ThreadPoolExecutor(8) as pool:
        for number in range(20):
            assert set(pool.map(journal_of, [tmp_path / f"{number}.db"] * 8)) == {"wal"}


_SAID = {
    "id": 1,
    "household": "home",
    "merchant": "",
    "order_number": "1",
    "said_at": datetime(2026, 11, 23, tzinfo=UTC),
    "kind": "x",
    "payload": "{}",
}


def _journal(store):
    with store.reading() as transaction:
        return transaction.connection.exec_driver_sql("PRAGMA journal_mode").scalar()


def test_filling_a_store_keeps_all_or_nothing(store):
    def filled(number):
        with store.filling() as transaction:
            transaction.connection.execute(insert(answers).values(**_SAID | {"id": number}))
            if number == 2:
                raise ZeroDivisionError

    filled(1)
    with pytest.raises(ZeroDivisionError):
        filled(2)
    with store.reading() as transaction:
        assert transaction.connection.execute(select(answers.c.id)).scalars().all() == [1]


def test_sqlite_is_filled_without_its_log_where_nobody_else_has_the_file_open(tmp_path):
    store, other = store_at(tmp_path / "one.db"), Store(connect(f"sqlite:///{tmp_path / 'one.db'}"))
    with store.filling() as transaction:
        assert transaction.connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
    assert _journal(store) == "wal"
    with other.reading() as transaction:
        transaction.connection.execute(select(answers.c.id)).all()
        with store.filling() as filled:
            assert filled.connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            filled.connection.execute(insert(answers).values(**_SAID))
        assert transaction.connection.execute(select(answers.c.id)).all() == []
    assert _journal(store) == "wal"
    other.close()
    store.close()


def test_a_file_that_stays_locked_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr("okawari.store.engine.BUSY_TIMEOUT_S", 0.05)
    holder = sqlite3.connect(tmp_path / "held.db")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(OperationalError, match="locked"):
        connect(f"sqlite:///{tmp_path / 'held.db'}").connect()
    holder.close()


def test_a_database_of_a_newer_version_is_left_alone(store):
    with store.writing() as transaction:
        transaction.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UnusableInputError, match="newer version"):
        upgrade(store.engine)


@pytest.mark.parametrize("url", ["mysql://root:secret@host/x", "no url"])
def test_another_database_is_refused_in_one_line_without_the_password(url):
    with pytest.raises(UnusableInputError) as error:
        connect(url)
    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)


def test_a_transaction_that_fails_leaves_nothing(store):
    row = {"household": "home", "merchant": "", "order_number": "1", "said_at": None, "kind": "x", "payload": "{}"}

    def write_and_fail():
        with store.writing() as transaction:
            transaction.connection.execute(text("CREATE TABLE half (a INTEGER)"))
            transaction.connection.execute(insert(answers), row)

    with pytest.raises(Exception, match="said_at"):
        write_and_fail()
    with store.reading() as transaction:
        assert transaction.connection.execute(select(answers)).all() == []
        assert not transaction.connection.dialect.has_table(transaction.connection, "half")


def test_writers_wait_for_each_other(store):
    def add(number):
        with store.writing() as transaction:
            transaction.connection.execute(
                text("UPDATE counted SET n = n + 1 WHERE :number = :number"), {"number": number}
            )

    with store.writing() as transaction:
        transaction.connection.execute(text("CREATE TABLE counted (n INTEGER)"))
        transaction.connection.execute(text("INSERT INTO counted VALUES (0)"))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(40)))
    with store.reading() as transaction:
        assert transaction.connection.execute(text("SELECT n FROM counted")).scalar() == 40


def test_nobody_else_reads_the_file(tmp_path):
    path = tmp_path / "new" / "okawari.db"
    upgrade(connect(f"sqlite:///{path}"))
    assert [oct(place.stat().st_mode & 0o777) for place in (path.parent, path)] == ["0o700", "0o600"]


def test_a_folder_that_cannot_be_made_is_named_in_one_line(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UnusableInputError, match="OKAWARI_DATA_DIR"):
        connect(f"sqlite:///{tmp_path / 'file' / 'okawari.db'}")


@pytest.mark.parametrize("url", ["sqlite:///{folder}/no.db", "postgresql://okawari:secret@/x?host={folder}/none"])
def test_a_database_that_cannot_be_opened_is_one_line(tmp_path, url):
    (tmp_path / "no.db").write_text("This is a letter, not a database. " * 40)
    with pytest.raises(UnusableInputError) as error:
        upgrade(connect(url.format(folder=tmp_path)))
    assert "\n" not in str(error.value)
    assert "secret" not in str(error.value)
