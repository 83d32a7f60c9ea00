"""Command lines that cannot be understood, and disks without room: one line, in the language asked for, exit code 2."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.store import engine


def run(*args):
    return CliRunner().invoke(app, args, prog_name="okawari")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("parcel",), "okawari parcel: NUMBER がありません — NUMBER を書いてください。"),
        (("mailbox", "add"), "okawari mailbox add: ADDRESS がありません — "),
        (("parcel", "1", "--nope"), "okawari parcel: --nope というオプションはありません — "),
        (("--nope",), "okawari: --nope というオプションはありません — "),
        (("mailbox", "add", "a@example.com", "--port", "x"), "okawari mailbox add: --port の値を読めません — "),
        (("parcel", "1", "--carrier"), "okawari parcel: --carrier の値がありません — "),
        (("mailbox", "list", "--lang"), "okawari mailbox list: --lang の値がありません — "),
        (("parcel", "1", "--json=3"), "okawari parcel: --json には値を付けられません — "),
        (("parcel", "1", "2", "3"), "okawari parcel: 余分な言葉があります（2 3） — "),
        (("parsel", "1"), "okawari: parsel というコマンドはありません — 次から選んでください: parcel"),
        (("mailbox", "ad"), "okawari mailbox: ad というコマンドはありません — 次から選んでください: add"),
        (
            ("parcel", "--lang", "en"),
            "okawari parcel: NUMBER is missing — give NUMBER; okawari parcel --help shows how",
        ),
        (("mailbox", "lst", "--lang=en"), "okawari mailbox: there is no command lst — choose one of these: list"),
    ],
)
def test_a_misused_command_says_what_and_how_in_one_line(args, said):
    done = run(*args)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("args", [(), ("mailbox",), ("key",)])
def test_a_command_alone_shows_its_help(args):
    done = run(*args)
    assert "--help" in done.stdout + done.stderr
    assert len((done.stdout + done.stderr).splitlines()) > 5


def test_a_database_without_room_says_so_and_keeps_what_it_had(tmp_path, monkeypatch):
    def cramped(connection, record):
        prepared(connection, record)
        connection.execute("PRAGMA max_page_count = 90")

    mail, large = tmp_path / "a.eml", tmp_path / "b.csv"
    mail.write_bytes(b"From: a@example.com\r\nSubject: x\r\n\r\ny")
    large.write_text(
        "利用日,利用店名・商品名,利用者,支払方法,利用金額,支払手数料,支払総額,11月支払金額,12月繰越残高,新規サイン\n"
        + "".join(f"2026/10/03,店{n},本人,1回払い,{n},0,{n},{n},0,*\n" for n in range(1, 9_000)),
        encoding="cp932",
    )
    prepared = engine._prepare_sqlite
    assert run("import", str(mail)).exit_code == 0
    monkeypatch.setattr(engine, "_prepare_sqlite", cramped)
    done = run("import", str(large))
    assert done.exit_code == 2
    assert "ディスクの空きがなくなりました — 空きを作ってから" in done.stderr
    assert "Traceback" not in done.stderr
    monkeypatch.undo()
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path / "okawari-data"))
    assert run("import", str(large)).exit_code == 0


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_output_without_room_says_so(unbuffered):
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "okawari", "parcel", "1", "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("ディスクの空きがなくなりました — ")
    assert done.stderr.count(b"\n") == 1
