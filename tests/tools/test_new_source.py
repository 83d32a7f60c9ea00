import json
import subprocess
import sys
from pathlib import Path

import pytest

from okawari.sources import registry
from tests.sources.case import CORE, Case, read
from tools.new_source import main, put_up

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    return put_up("acme_shop", tmp_path / "sources")


@pytest.fixture
def known(folder, monkeypatch):
    """The new folder, known to the registry for the time of a test."""
    (folder.parent / "__init__.py").write_text('"""Sources."""\n', encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder.parent))
    source = registry._source("acme_shop", folder)
    everything = (*registry.sources(), source)
    _forget()
    monkeypatch.setattr(registry, "_found", lambda: iter(everything))
    yield folder
    _forget()
    sys.modules.pop("acme_shop", None)
    sys.modules.pop("acme_shop.reader", None)


def _forget():
    for cached in vars(registry).values():
        if hasattr(cached, "cache_clear"):
            cached.cache_clear()


def test_the_new_folder_reads_its_case_as_expected(known):
    case = Case("acme_shop", known / "cases" / "cancelled.txt")
    expected = json.loads(case.expected.read_text(encoding="utf-8"))
    assert set(expected) >= CORE
    said = read(case)
    assert {key: said[key] for key in expected} == expected


def test_the_new_folder_is_clean(folder):
    for command in (["format", "--check"], ["check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--config", str(ROOT / "pyproject.toml"), str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["", "Shop", "1shop", "new-shop", "../shop", "a__b"])
def test_no_name_for_a_source(name, tmp_path):
    with pytest.raises(ValueError, match="no name for a source"):
        put_up(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_source_is_left_alone(capsys):
    before = (ROOT / "src/okawari/sources/amazon_jp/manifest.toml").read_bytes()
    assert main(["amazon_jp"]) == 2
    assert "amazon_jp" in capsys.readouterr().err
    assert (ROOT / "src/okawari/sources/amazon_jp/manifest.toml").read_bytes() == before


def test_without_a_name_it_says_how(capsys):
    assert main([]) == 2
    assert "NAME=" in capsys.readouterr().err
