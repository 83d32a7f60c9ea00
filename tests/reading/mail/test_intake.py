"""Mails out of files, folders, archives and streams."""

import io
import os
import sys
import tracemalloc
import zipfile

import pytest

from okawari.reading.mail import archive, limits
from okawari.reading.mail.intake import RawMail, Unreadable, raw_mails

POSTMARK = b"From x@example.jp Mon Nov 23 09:00:00 2026\n"


def mail(subject="x"):
    return f"From: a@shop.example\nSubject: {subject}\n\ntext\n".encode()


def mbox(*subjects):
    return b"".join(POSTMARK + mail(subject) + b"\n" for subject in subjects)


def zipped(**files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return packed.getvalue()


def subject(item):
    return item.raw.split(b"Subject: ")[1].split(b"\n")[0].decode()


def seen(root, *paths):
    """Return what is found as (name below `root`, subject or problem)."""
    return [
        (
            item.file.replace(f"{root}/", ""),
            subject(item) if isinstance(item, RawMail) else item.problem.code,
        )
        for item in raw_mails([str(path) for path in paths])
    ]


@pytest.fixture
def stdin(monkeypatch):
    def give(content):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return give


def write(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_files_are_read_in_the_order_given(tmp_path):
    write(tmp_path, {"b.eml": mail("b"), "a.eml": mail("a"), "box.mbox": mbox("1", "2"), "text.txt": mail("t")})
    paths = [tmp_path / name for name in ("b.eml", "box.mbox", "a.eml", "text.txt")]
    assert seen(tmp_path, *paths) == [
        ("b.eml", "b"),
        ("box.mbox#1", "1"),
        ("box.mbox#2", "2"),
        ("a.eml", "a"),
        ("text.txt", "t"),
    ]


def test_an_mbox_is_known_by_its_start(tmp_path):
    write(tmp_path, {"Sent": mbox("1", "2")})
    assert seen(tmp_path, tmp_path / "Sent") == [("Sent#1", "1"), ("Sent#2", "2")]


def test_an_apple_mail_file_is_read_without_its_envelope(tmp_path):
    content = mail("apple")
    write(tmp_path, {"1.emlx": b"%d\n" % len(content) + content + b'<?xml version="1.0"?><plist/>'})
    [item] = raw_mails([str(tmp_path / "1.emlx")])
    assert isinstance(item, RawMail)
    assert item.raw == content


def test_a_folder_is_read_by_name_with_its_subfolders(tmp_path):
    write(
        tmp_path,
        {
            "in/2.eml": mail("2"),
            "in/1.eml": mail("1"),
            "in/sub/3.eml": mail("3"),
            "in/.hidden.eml": mail("h"),
            "in/.git/x.eml": mail("h"),
            "in/photo.jpg": b"\xff\xd8\xff",
            "in/page.html": b"<html>",
        },
    )
    assert seen(tmp_path, tmp_path / "in") == [("in/1.eml", "1"), ("in/2.eml", "2"), ("in/sub/3.eml", "3")]


def test_a_maildir_is_read_without_what_is_being_written(tmp_path):
    write(
        tmp_path,
        {
            "box/cur/1.host:2,S": mail("1"),
            "box/new/2.host": mail("2"),
            "box/tmp/3.host": mail("3"),
            "box/.Archive/cur/4.host:2,S": mail("4"),
            "box/.Archive/new/5.host": mail("5"),
            "box/dovecot-uidlist": b"3 V1",
        },
    )
    assert sorted(seen(tmp_path, tmp_path / "box")) == [
        ("box/.Archive/cur/4.host:2,S", "4"),
        ("box/.Archive/new/5.host", "5"),
        ("box/cur/1.host:2,S", "1"),
        ("box/new/2.host", "2"),
    ]


def test_a_zip_is_read_and_one_inside_it(tmp_path):
    inner = zipped(c_eml=mail("c"), deep_zip=zipped(d_eml=mail("d")))
    write(tmp_path, {"all.zip": zipped(a_eml=mail("a"), in__box_mbox=mbox("1", "2"), inner_zip=inner, list_csv=b"a,b")})
    assert seen(tmp_path, tmp_path / "all.zip") == [
        ("all.zip/a.eml", "a"),
        ("all.zip/in/box.mbox#1", "1"),
        ("all.zip/in/box.mbox#2", "2"),
        ("all.zip/inner.zip/c.eml", "c"),
        ("all.zip/inner.zip/deep.zip", "zip_too_deep"),
    ]


def test_standard_input_is_a_mail_an_mbox_or_a_zip(stdin, tmp_path):
    for content, names in (
        (mail("s"), [("-", "s")]),
        (mbox("1", "2"), [("-#1", "1"), ("-#2", "2")]),
        (zipped(a_eml=mail("a")), [("-/a.eml", "a")]),
        (b"", [("-", "file_empty")]),
    ):
        stdin(content)
        assert seen(tmp_path, "-") == names


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.eml", b"", "file_empty"),
        ("blank.eml", b" \r\n\0\n", "file_empty"),
        ("binary.eml", bytes(range(256)) * 20, "not_a_mail"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" * 100, "not_a_mail"),
        ("notes.txt", "注文番号は250-1です。\nお願い: 確認\n".encode(), "not_a_mail"),
        ("box.mbox", mail("x"), "mbox_without_from"),
        ("box.mbox", b"text\nmore text\n", "mbox_without_from"),
        ("mail.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "outlook_file"),
        ("broken.zip", zipped(a_eml=mail("a"))[:-30], "zip_broken"),
        ("empty.zip", zipped(), "folder_without_mail"),
        ("other.zip", zipped(a_csv=b"a,b"), "folder_without_mail"),
    ],
)
def test_a_file_without_mail_says_why_and_the_rest_is_read(tmp_path, name, content, code):
    write(tmp_path, {name: content, "after.eml": mail("after")})
    assert seen(tmp_path, tmp_path / name, tmp_path / "after.eml") == [(name, code), ("after.eml", "after")]


def test_bad_files_in_a_folder_are_said_and_the_rest_is_read(tmp_path):
    write(tmp_path, {"in/1.eml": mail("1"), "in/2.eml": b"", "in/3.eml": bytes(range(256)), "in/4.eml": mail("4")})
    assert seen(tmp_path, tmp_path / "in") == [
        ("in/1.eml", "1"),
        ("in/2.eml", "file_empty"),
        ("in/3.eml", "not_a_mail"),
        ("in/4.eml", "4"),
    ]


def test_places_without_mail_are_said(tmp_path):
    write(tmp_path, {"in/page.html": b"<html>"})
    assert seen(tmp_path, tmp_path / "in", tmp_path / "none.eml", "/dev/null") == [
        ("in", "folder_without_mail"),
        ("none.eml", "file_missing"),
        ("/dev/null", "not_a_file"),
    ]
    assert seen(tmp_path, "a\0b", "\ud800") == [("a\ufffdb", "file_unreadable"), ("\ufffd", "file_unreadable")]


def test_files_that_may_not_be_read_are_said(tmp_path, monkeypatch):
    write(tmp_path, {"in/1.eml": mail("1"), "in/2.eml": mail("2")})
    opened = io.open

    def refuse(file, *args, **kwargs):
        if str(file).endswith("1.eml"):
            raise PermissionError(13, "denied", str(file))
        return opened(file, *args, **kwargs)

    monkeypatch.setattr(io, "open", refuse)
    assert seen(tmp_path, tmp_path / "in") == [("in/1.eml", "file_forbidden"), ("in/2.eml", "2")]


def test_a_link_to_nowhere_and_one_in_a_circle_end(tmp_path):
    write(tmp_path, {"in/1.eml": mail("1")})
    (tmp_path / "in" / "2.eml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    assert seen(tmp_path, tmp_path / "in") == [("in/1.eml", "1"), ("in/2.eml", "file_missing")]


def test_a_pipe_is_read_where_it_was_named_and_nowhere_else(tmp_path):
    write(tmp_path, {"in/1.eml": mail("1")})
    os.mkfifo(tmp_path / "in" / "2.eml")
    assert seen(tmp_path, tmp_path / "in") == [("in/1.eml", "1"), ("in/2.eml", "not_a_file")]
    reader, writer = os.pipe()
    os.write(writer, mbox("p"))
    os.close(writer)
    assert seen(tmp_path, f"/dev/fd/{reader}") == [(f"/dev/fd/{reader}#1", "p")]
    os.close(reader)


def test_names_of_any_bytes_are_printable(tmp_path):
    write(tmp_path, {"in/" + os.fsdecode(b"\xff\n\x1b[31m.eml"): mail("x")})
    [(name, _)] = seen(tmp_path, tmp_path / "in")
    name.encode("utf-8")
    assert name.isprintable()


def test_a_mail_beyond_the_limit_is_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAIL_BYTES", 100_000)
    write(tmp_path, {"big.eml": mail("x") + b"y" * 300_000})
    [item] = raw_mails([str(tmp_path / "big.eml")])
    assert isinstance(item, RawMail)
    assert len(item.raw) == 100_000


@pytest.mark.slow
def test_a_200_mb_attachment_takes_no_more_memory_than_the_limit(tmp_path):
    path = tmp_path / "big.eml"
    with path.open("wb") as file:
        file.write(b"From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\n")
        file.write(b"Content-Type: x/y\nContent-Transfer-Encoding: base64\n\n")
        for _ in range(200):
            file.write((b"A" * 76 + b"\n") * (1024 * 1024 // 77))
    tracemalloc.start()
    items = list(raw_mails([str(path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(items) == 1
    assert peak < 3 * limits.MAIL_BYTES


def test_an_mbox_takes_the_memory_of_one_mail(tmp_path):
    path = tmp_path / "long.mbox"
    with path.open("wb") as file:
        for number in range(300):
            file.write(POSTMARK + mail(str(number)) + b"x" * 100_000 + b"\n\n")
    tracemalloc.start()
    count = sum(isinstance(item, RawMail) for item in raw_mails([str(path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 300
    assert peak < 8 * 1024 * 1024


class TestHostileArchives:
    def test_a_bomb_is_left_unread(self, tmp_path):
        bomb = mail("bomb") + b"\0" * 40_000_000
        write(
            tmp_path,
            {"x.zip": zipped(a_eml=mail("a"), b_mbox=mbox("b") + b"\0" * 40_000_000, c_eml=bomb, d_eml=mail("d"))},
        )
        found = seen(tmp_path, tmp_path / "x.zip")
        assert ("x.zip/c.eml", "zip_bomb") in found
        assert found[-1] == ("x.zip/d.eml", "d")

    def test_too_many_files_are_left_unread(self, tmp_path, monkeypatch):
        monkeypatch.setattr(archive, "MEMBERS", 2)
        write(tmp_path, {"x.zip": zipped(a_eml=mail("a"), b_eml=mail("b"), c_eml=mail("c"))})
        assert seen(tmp_path, tmp_path / "x.zip") == [("x.zip", "zip_bomb")]

    def test_more_than_may_be_unpacked_in_all_is_left_unread(self, tmp_path, monkeypatch):
        monkeypatch.setattr(archive, "TOTAL_BYTES", 100)
        write(tmp_path, {"x.zip": zipped(a_eml=mail("a"), b_eml=mail("b"), c_eml=mail("c"), d_eml=mail("d"))})
        assert seen(tmp_path, tmp_path / "x.zip")[-1][1] == "zip_bomb"

    def test_names_that_climb_out_are_only_names(self, tmp_path):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as made:
            made.writestr("../../etc/a.eml", mail("a"))
            made.writestr("/abs/b.eml", mail("b"))
            made.writestr("c:\\d\\c.eml", mail("c"))
        write(tmp_path, {"x.zip": packed.getvalue()})
        assert seen(tmp_path, tmp_path / "x.zip") == [
            ("x.zip/etc/a.eml", "a"),
            ("x.zip/abs/b.eml", "b"),
            ("x.zip/c:/d/c.eml", "c"),
        ]

    def test_names_of_japanese_windows_are_read(self, tmp_path):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as made:
            made.writestr("AAAA.eml", mail("a"))
        write(tmp_path, {"x.zip": packed.getvalue().replace(b"AAAA", "注文".encode("cp932"))})
        assert seen(tmp_path, tmp_path / "x.zip") == [("x.zip/注文.eml", "a")]

    def test_a_locked_file_is_said(self, tmp_path):
        packed = bytearray(zipped(a_eml=mail("a"), b_eml=mail("b")))
        at = packed.index(b"PK\x01\x02")
        packed[at + 8] |= 1
        write(tmp_path, {"x.zip": bytes(packed)})
        assert seen(tmp_path, tmp_path / "x.zip") == [("x.zip/a.eml", "zip_encrypted"), ("x.zip/b.eml", "b")]

    def test_a_damaged_file_is_said_and_the_rest_is_read(self, tmp_path):
        packed = bytearray(zipped(a_eml=mail("a" * 500), b_eml=mail("b")))
        packed[60:70] = b"\xff" * 10
        write(tmp_path, {"x.zip": bytes(packed)})
        found = list(raw_mails([str(tmp_path / "x.zip")]))
        assert isinstance(found[0], Unreadable)
        assert found[0].problem.code == "zip_broken"
        assert isinstance(found[1], RawMail)

    def test_hidden_files_of_macs_are_passed_over(self, tmp_path):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as made:
            made.writestr("__MACOSX/._a.eml", b"\0\5")
            made.writestr("a.eml", mail("a"))
        write(tmp_path, {"x.zip": packed.getvalue()})
        assert seen(tmp_path, tmp_path / "x.zip") == [("x.zip/a.eml", "a")]
