"""Fixtures that tests of several rooms share."""

import os
import signal
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url, text

from okawari.i18n import formats
from okawari.store.engine import Store, connect
from okawari.store.upgrade import upgrade
from tests.databases import store_at
from tests.postgres import running_server

if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # as in a shell's background job; what tests start would ignore it too
    signal.signal(signal.SIGINT, signal.default_int_handler)

# a first example may load rules and catalogues; slowness has tests of its own
settings.register_profile("okawari", deadline=None)
settings.load_profile("okawari")


@pytest.fixture(autouse=True)
def no_data_of_the_person(monkeypatch, tmp_path_factory):
    """No test reads or writes what the person who runs it keeps."""
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path_factory.getbasetemp() / "data"))


@pytest.fixture(autouse=True)
def words_of_2026():
    """Words are read in the year of the tests' stories, whatever the clock says."""
    formats.read_on(date(2026, 11, 23))


@pytest.fixture(scope="session")
def postgres_server():
    """The URL of a PostgreSQL server: the one of OKAWARI_TEST_PG, else one of this test process's own."""
    given = os.environ.get("OKAWARI_TEST_PG")
    if given:
        yield given
        return
    with running_server() as url:
        yield url


@pytest.fixture(scope="session")
def postgres(postgres_server):
    """An engine for what no database's own connection can do: to make one and to drop it."""
    server = make_url(postgres_server).set(drivername="postgresql+psycopg")
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def postgres_tables(postgres, worker_id):
    """The name of a PostgreSQL database with the tables, to be copied."""
    with new_database(postgres, f"okawari_tables_{worker_id}") as url:
        engine = connect(url)
        upgrade(engine)
        engine.dispose()
        yield engine.url.database


@pytest.fixture
def postgres_url(request, postgres, worker_id):
    """The URL of a PostgreSQL database: an empty one, but with the tables for a test of a `store`."""
    tables = request.getfixturevalue("postgres_tables") if "store" in request.fixturenames else "template1"
    with new_database(postgres, f"okawari_test_{worker_id}", tables) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """The URL of a new database: each test runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'okawari.db'}"
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def store(database_url):
    """An empty store, on each database."""
    url = make_url(database_url)
    store = store_at(Path(url.database)) if url.get_backend_name() == "sqlite" else Store(connect(database_url))
    yield store
    store.close()


@contextmanager
def new_database(postgres, name, template="template1"):
    """Make a copy of a database, give its URL, and drop it at the end."""
    with postgres.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield postgres.url.set(database=name, drivername="postgresql").render_as_string(hide_password=False)
    with postgres.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
