"""`okawari mailbox …`: what it prints, and what it never prints."""

import json
import sys

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.contract.schemas import schema_text
from tests.mail_server import PASSWORD, USER, running_mail_server
from tests.mails import order_mail, order_number, private_mail


@pytest.fixture(scope="module")
def mail_server():
    with running_mail_server() as server:
        server.put([order_mail(1), private_mail(2), order_mail(3)])
        yield server


@pytest.fixture
def okawari(monkeypatch, tmp_path):
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("OKAWARI_KEY_PLACE", "file")

    def run(*arguments, said=""):
        return CliRunner().invoke(app, ["mailbox", *arguments], input=said, catch_exceptions=False)

    return run


@pytest.fixture
def added(okawari, mail_server):
    where = ("--host", "127.0.0.1", "--port", str(mail_server.port), "--security", "plain")
    return okawari("add", USER, *where, "--json", said=f"{PASSWORD}\n")


def test_a_mailbox_is_added_read_and_forgotten(okawari, added):
    document = json.loads(added.stdout)
    validator = Draft202012Validator(json.loads(schema_text("mailbox")))
    validator.validate(document)
    assert document["checked"] == {"folders": 1, "idle": True}
    assert [(one["name"], one["watched"], one["trouble"]) for one in document["mailboxes"]] == [(USER, True, None)]
    read = json.loads(okawari("import", USER, "--json").stdout)
    validator.validate(read)
    assert read["imported"] == {"mails": 3, "read": 2, "added": 2}
    assert okawari("import", USER).stdout == "3通を確認しました。受け取り: 0通、新しく保存: 0通。\n"
    cases = CliRunner().invoke(app, ["cases", "--json"])
    assert {case["order"] for case in json.loads(cases.stdout)["cases"]} == {order_number(1), order_number(3)}
    assert json.loads(okawari("watch", USER, "--off", "--json").stdout)["mailboxes"][0]["watched"] is False
    assert json.loads(okawari("forget", USER, "--json").stdout)["mailboxes"] == []


def test_a_password_is_never_seen_again(okawari, added, tmp_path, capsys):
    outputs = [added, okawari("list"), okawari("list", "--json"), okawari("check", USER), okawari("import", USER)]
    outputs.append(okawari("add", USER, "--host", "127.0.0.1", "--port", "1", "--security", "plain", said=PASSWORD))
    said = "".join(done.output for done in outputs) + "".join(capsys.readouterr())
    files = b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir())
    for part in (PASSWORD, PASSWORD[:4]):
        assert part not in said
        assert part.encode() not in files
    assert (tmp_path / "data" / "secret.key").stat().st_mode & 0o777 == 0o600


def test_a_wrong_password_is_one_line_that_says_what_to_do(okawari, mail_server):
    where = ("--host", "127.0.0.1", "--port", str(mail_server.port), "--security", "plain")
    done = okawari("add", USER, *where, said="geheim-ü\n")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "ユーザー名かパスワードが受けつけられませんでした" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "geheim" not in done.output
    assert json.loads(okawari("list", "--json").stdout)["mailboxes"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("hanako@outlook.jp",), "pw"),
        (("hanako@example.jp",), "pw"),
        (("hanako@example.jp", "--provider", "nifty"), "pw"),
        (("hanako@example.jp", "--host", "imap.example.jp", "--security", "plain"), "pw"),
        (("hanako@example.jp", "--host", "imap.example.jp", "--security", "rot13"), "pw"),
        (("hanako@example.jp", "--host", "imap.example.jp", "--port", "99999"), "pw"),
        (("hanako@gmail.com",), ""),
        (("hanako@gmail.com", "--oauth"), ""),
        (("hanako@gmail.com", "--credentials", "/no/such/file"), ""),
        (("", "--host", "imap.example.jp"), "pw"),
    ],
)
def test_what_cannot_be_used_is_one_line(okawari, arguments, said):
    done = okawari("add", *arguments, said=said)
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("command", ["check", "import", "watch", "forget"])
def test_a_mailbox_that_there_is_not(okawari, command):
    done = okawari(command, "nobody@example.jp")
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_a_password_comes_from_a_file_and_never_from_the_command_line(okawari, mail_server, tmp_path):
    file = tmp_path / "mail.env"
    file.write_text(f"# of the mailbox\nOKAWARI_MAIL_PASSWORD={PASSWORD}\n", encoding="utf-8")
    where = ("--host", "127.0.0.1", "--port", str(mail_server.port), "--security", "plain")
    assert okawari("add", USER, *where, "--credentials", str(file)).exit_code == 0
    assert "--password" not in okawari("add", "--help").stdout


def test_the_first_command_starts_without_the_mailbox():
    heavy = {"imap_tools", "cryptography", "keyring", "dbos", "imaplib"}
    import subprocess

    code = "import sys, okawari.cli.main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert heavy & set(done.stdout.split()) == set()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_provider_that_nobody_knows_leads_to_the_option_for_its_server(okawari, language):
    refused = okawari("add", "hanako@mail.example", "--lang", language, said="x\n")
    assert (refused.exit_code, "--host imap.example.jp" in refused.stderr) == (2, True)
