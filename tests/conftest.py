"""Fixtures that tests of several rooms share."""

import os

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url, text

from okawari.store.engine import Store, connect
from okawari.store.upgrade import upgrade
from tests.postgres import running_server

# a first example may load rules and catalogues; slowness has tests of its own
settings.register_profile("okawari", deadline=None)
settings.load_profile("okawari")


@pytest.fixture(autouse=True)
def no_data_of_the_person(monkeypatch, tmp_path_factory):
    """No test reads or writes what the person who runs it keeps."""
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path_factory.getbasetemp() / "data"))


@pytest.fixture(scope="session")
def postgres_server():
    """The URL of a PostgreSQL server: the one of OKAWARI_TEST_PG, else one of this test process's own."""
    given = os.environ.get("OKAWARI_TEST_PG")
    if given:
        yield given
        return
    with running_server() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server, worker_id):
    """The URL of an empty PostgreSQL database."""
    name = f"okawari_test_{worker_id}"
    server = make_url(postgres_server).set(drivername="postgresql+psycopg")
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.set(database=name, drivername="postgresql").render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """The URL of an empty database: each test runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'okawari.db'}"
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def store(database_url):
    """An empty store, on each database."""
    engine = connect(database_url)
    upgrade(engine)
    store = Store(engine)
    yield store
    store.close()
