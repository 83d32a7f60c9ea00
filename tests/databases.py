"""Empty stores of the tests: their tables are made once in a process, and every test gets a copy."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from okawari.store.engine import Store, connect
from okawari.store.upgrade import upgrade


def store_at(path: Path) -> Store:
    """An empty store in a new SQLite file."""
    store = Store(connect(f"sqlite:///{path}"))
    path.write_bytes(_with_tables())
    return store


@cache
def _with_tables() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "okawari.db"
        engine = connect(f"sqlite:///{path}")
        upgrade(engine)
        engine.dispose()
        return path.read_bytes()
