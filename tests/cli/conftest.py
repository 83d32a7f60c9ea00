"""Commands of tests keep nothing beside the tests, and see nothing that the person at this machine kept."""

import pytest


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path / "okawari-data"))
