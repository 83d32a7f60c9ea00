"""What cannot be used: one line each, exit code 2, and the rest of a batch is still read."""

import base64
import io
import json
import os
import zipfile

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app

from .mails import CANCELLED

HEAD = (
    b'From: "Amazon.co.jp" <order-update@amazon.co.jp>\nSubject: =?utf-8?B?5rOo5paH?=\n'
    b"Date: Mon, 23 Nov 2026 09:00:00 +0900\nMIME-Version: 1.0\n"
)
TOLD = "ご注文 250-1234567-1234567 は、在庫切れのためキャンセルされました。\n"


def truncated_base64():
    body = base64.b64encode((TOLD * 20).encode())[:501]
    return HEAD + b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + body


def lost_characters():
    return HEAD + b"Content-Type: text/plain; charset=utf-8\n\n" + TOLD.encode()[:-5] + b"\xff\xfe\xe3\n"


def large_attachment(megabytes=200):
    part = HEAD + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n'
    attachment = b"\n--b\nContent-Type: application/zip\nContent-Transfer-Encoding: base64\n\n"
    return part + TOLD.encode() + attachment + b"QUJD" * 19 * (megabytes * 13_797) + b"\n--b--\n"


def zipped(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def with_attachment(content, encoding="base64"):
    head = HEAD + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n'
    attachment = (
        b'\n--b\nContent-Type: application/octet-stream; name="photos.zip"\nContent-Transfer-Encoding: '
        + encoding.encode()
        + b"\n\n"
    )
    body = base64.encodebytes(content) if encoding == "base64" else content
    return head + TOLD.encode() + attachment + body + b"\n--b--\n"


BOMB = zipped({"photo.jpg": bytes(20 * 1024 * 1024)})
BOMBS = {
    "attached.eml": lambda: with_attachment(BOMB),
    "as it is.eml": lambda: with_attachment(BOMB, "8bit"),
    "zip in zip.eml": lambda: with_attachment(zipped({"a.zip": zipped({"b.zip": BOMB})})),
    "many zips.eml": lambda: with_attachment(zipped({f"{number}.zip": zipped({}) for number in range(99)})),
    "mail in zip.zip": lambda: zipped({"mail.eml": with_attachment(BOMB)}),
}


UNREADABLE = {
    "empty.eml": b"",
    "blank.eml": b"\n\n \n",
    "binary.eml": bytes(range(256)) * 40,
    "picture.eml": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "no-from-lines.mbox": b"dear diary\n\nnothing here is a mail\n",
    "half.zip": b"PK\x03\x04" + bytes(200),
}
DAMAGED = {"truncated.eml": truncated_base64, "lost.eml": lost_characters}


def run(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments), "--json"])


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.eml"
    path.write_bytes(CANCELLED)
    return path


@pytest.mark.parametrize("command", ["read", "rescue"])
@pytest.mark.parametrize("name", UNREADABLE)
def test_what_holds_no_mail(tmp_path, good, command, name):
    bad = tmp_path / name
    bad.write_bytes(UNREADABLE[name])
    done = run(command, bad, good)
    (line,) = done.stderr.splitlines()
    assert str(bad) in line
    assert done.exit_code == 2
    document = json.loads(done.stdout)
    assert len(document["messages" if command == "read" else "cases"]) == 1


@pytest.mark.parametrize("command", ["read", "rescue"])
@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_mail_tells_what_is_left_of_it(tmp_path, good, command, name):
    bad = tmp_path / name
    bad.write_bytes(DAMAGED[name]())
    done = run(command, good, bad)
    (line,) = done.stderr.splitlines()
    assert str(bad) in line
    assert done.exit_code == 2
    assert "250-1234567-1234567" in done.stdout


@pytest.mark.parametrize("command", ["read", "rescue", "import"])
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_attached_to_a_mail_is_named_and_all_mails_read(tmp_path, good, monkeypatch, command, name):
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path / "data"))
    bad = tmp_path / name
    bad.write_bytes(BOMBS[name]())
    done = run(command, bad, good)
    (line,) = [line for line in done.stderr.splitlines() if str(tmp_path) in line]
    assert str(bad) in line
    assert "photos.zip" in line
    assert done.exit_code == 2
    told = json.loads(done.stdout)
    found = {"read": "messages", "rescue": "cases"}
    assert told["added"] == 2 if command == "import" else "250-1234567-1234567" in json.dumps(told[found[command]])


def test_an_attached_zip_that_is_none_says_nothing(tmp_path):
    path = tmp_path / "sound.eml"
    path.write_bytes(with_attachment(zipped({"a.zip": zipped({"photo.jpg": os.urandom(1000)}), "b.txt": b"x"})))
    done = run("read", path)
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["table.csv", "inner.zip/table.csv"])
def test_a_bomb_beside_the_mails_of_an_archive_is_named(tmp_path, name):
    packed = {"table.csv": b"a,b\n" + bytes(20 * 1024 * 1024)}
    packed = {"inner.zip": zipped(packed)} if "/" in name else packed
    path = tmp_path / "mails.zip"
    path.write_bytes(zipped({"1.eml": CANCELLED, **packed, "2.eml": HEAD + b"\n" + TOLD.encode()}))
    done = run("read", path)
    (line,) = done.stderr.splitlines()
    assert f"{path}/{name}" in line
    assert (done.exit_code, len(json.loads(done.stdout)["messages"])) == (2, 2)


def test_a_damaged_mail_of_a_mailbox_only_carries_its_problems(tmp_path):
    box = tmp_path / "inbox.mbox"
    box.write_bytes(b"From a@b Mon Nov 23 09:00:00 2026\n" + truncated_base64() + b"\n\n")
    done = run("read", box)
    (message,) = json.loads(done.stdout)["messages"]
    assert [problem["code"] for problem in message["problems"]] == ["base64_broken"]
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_large_attachment_is_left_aside(tmp_path):
    bad = tmp_path / "large.eml"
    bad.write_bytes(large_attachment())
    done = run("read", bad)
    (message,) = json.loads(done.stdout)["messages"]
    assert (message["kind"], message["cancel"]["cause"]) == ("cancelled", "stockout")
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)


def test_a_mail_in_a_charset_that_it_does_not_name_is_read(tmp_path):
    path = tmp_path / "odd.eml"
    path.write_bytes(HEAD + b"Content-Type: text/plain; charset=utf-8\n\n" + TOLD.encode("cp932"))
    done = run("read", path)
    (message,) = json.loads(done.stdout)["messages"]
    assert (message["cancel"]["cause"], done.exit_code, done.stderr) == ("stockout", 0, "")


@pytest.mark.parametrize("name", ["missing.eml", "missing\nline.eml", "none"])
def test_what_is_not_there(tmp_path, good, name):
    done = run("read", tmp_path / name, good)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
    assert len(json.loads(done.stdout)["messages"]) == 1


def test_an_empty_folder(tmp_path, good):
    folder = tmp_path / "folder"
    folder.mkdir()
    done = run("rescue", folder, good)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(tmp_path, good):
    forbidden = tmp_path / "forbidden.eml"
    forbidden.write_bytes(CANCELLED)
    forbidden.chmod(0)
    done = run("read", forbidden, good)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
    assert len(json.loads(done.stdout)["messages"]) == 1


def test_a_negative_order_is_named_with_its_file_and_the_way_to_mend_it(tmp_path, monkeypatch):
    monkeypatch.setenv("OKAWARI_DATABASE_URL", f"sqlite:///{tmp_path}/okawari.db")
    text = "注文番号: 250-1234567-1234567\n注文日: 2026/11/20\n\n土鍋 3合\n￥ -1,980\n数量: 1\n注文合計: ￥ -1,980\n"
    placed = HEAD + b"Content-Type: text/plain; charset=utf-8\n\n" + text.encode()
    mail = tmp_path / "order.eml"
    mail.write_bytes(placed.replace(b"order-update@", b"auto-confirm@"))
    for command in ("read", "rescue"):
        done = CliRunner().invoke(app, [command, str(mail), "--lang", "ja"], catch_exceptions=False)
        assert "order.emlでは、注文の金額が0より小さくなっています（-1,980JPY）" in "".join(done.stdout.split())
    found = json.loads(CliRunner().invoke(app, ["read", str(mail), "--json"]).stdout)["messages"][0]
    assert [item["title"] for item in found["items"]] == ["土鍋 3合"]
    assert [problem["code"] for problem in found["problems"]] == ["amount_below_zero"]


@pytest.mark.parametrize("told", [["--amount=-1980"], ["--paid-by", "credit_card=-1980"]])
def test_a_negative_amount_that_is_told_is_refused_in_one_line(told):
    asked = ["rescue", "--shop", "amazon", "--what", "cancelled_stockout", *told]
    done = CliRunner().invoke(app, asked, catch_exceptions=False)
    assert done.exit_code == 2
    assert "1980" in done.stderr
    assert len(done.stderr.splitlines()) == 1
