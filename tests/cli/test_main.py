"""The command itself, as a process of its own."""

import json
import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from okawari.cli.main import COMMANDS, app

from .mails import CANCELLED, FORGED


def okawari(*arguments, stdin=b"", **environment):
    return subprocess.run(
        [sys.executable, "-m", "okawari", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def mails(tmp_path):
    for name, raw in (("cancelled", CANCELLED), ("forged", FORGED)):
        (tmp_path / f"{name}.eml").write_bytes(raw)
    return tmp_path


def test_only_the_document_is_on_standard_output(mails):
    done = okawari("read", mails / "cancelled.eml", mails / "forged.eml", "--json")
    assert len(json.loads(done.stdout)["messages"]) == 2
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_document_is_utf_8_whatever_the_terminal_is(mails):
    done = okawari("rescue", mails / "cancelled.eml", "--json", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout.decode("utf-8"))["cases"][0]["cause"]["code"] == "stockout"


def test_broken_settings_are_one_line(mails):
    done = okawari("read", mails / "cancelled.eml", "--json", OKAWARI_LANGUAGE="fr")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


def test_nothing_heavy_is_loaded_for_one_plan(mails):
    heavy = "sqlalchemy alembic fastapi rich jinja2 dkim tldextract okawari.cli.watch okawari.domain.watch.watch"
    code = (
        "import sys\nfrom okawari.cli.main import app\n"
        f"try:\n    app(['rescue', {str(mails / 'cancelled.eml')!r}, '--json'])\nexcept SystemExit:\n    pass\n"
        f"print(*[name for name in {heavy.split()!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr.split() == []


@pytest.mark.parametrize("name", ["read", "rescue"])
def test_the_schemas_are_printed(name):
    done = CliRunner().invoke(app, ["schema", name])
    assert json.loads(done.stdout)["title"] == f"okawari.{name}/1"


def test_a_schema_that_there_is_not():
    done = CliRunner().invoke(app, ["schema", "sing"])
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_every_command_says_what_it_is_for():
    listed = CliRunner().invoke(app, ["--help"]).stdout
    for name in COMMANDS:
        (line,) = [line for line in listed.splitlines() if line.split()[:1] == [name]]
        assert len(line.split()) > 1
