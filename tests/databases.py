"""Empty stores of the tests: the migrations run once in a process, and every test gets a copy of what they leave."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from okawari.store.engine import Store, connect
from okawari.store.upgrade import upgrade


def store_at(path: Path) -> Store:
    """An empty store in a new SQLite file."""
    store = Store(connect(f"sqlite:///{path}"))
    path.write_bytes(_migrated())
    return store


@cache
def _migrated() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "okawari.db"
        engine = connect(f"sqlite:///{path}")
        upgrade(engine)
        engine.dispose()
        return path.read_bytes()
