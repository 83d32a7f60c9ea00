"""What an added file is: by its first bytes, never by its name."""

import codecs

import pytest

from okawari.domain.attachment import Media, plain_name
from okawari.reading.attachments import media_of


@pytest.mark.parametrize(
    ("raw", "media"),
    [
        (b"\x89PNG\r\n\x1a\n....", Media.PNG),
        (b"\xff\xd8\xff\xe0....", Media.JPEG),
        (b"%PDF-1.7\n", Media.PDF),
        (b"<!DOCTYPE html><p>", Media.HTML),
        (b"\xef\xbb\xbf\n <HTML lang=ja>", Media.HTML),
        (b"<!-- saved from url=(0014)about:internet -->\r\n<html>", Media.HTML),
        (codecs.BOM_UTF16_LE + "<html>".encode("utf-16-le"), Media.HTML),
        (b"GIF89a", None),
        (b"<svg onload=alert(1)>", None),
        (b"<?xml version='1.0'?><html>", None),
        (b"<htmlish>", None),
        (b"<html>\0", None),
        (b"<!-- never ends", None),
        (b"MZ\x90", None),
        (b" %PDF-1.7", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_first_bytes_say(raw, media):
    assert media_of(raw) is media


def test_many_comments_take_no_time():
    assert media_of(b"<!-->" * 1_000_000) is None
    assert media_of(b"<!--" * 1_000_000) is None


@pytest.mark.parametrize(
    ("given", "name"),
    [("../../etc/passwd", "passwd"), ("C:\\a\\b.png", "b.png"), ("a\r\nb\0.png", "ab.png"), ("", "?"), ("x/", "?")],
)
def test_of_a_name_its_last_part_stays(given, name):
    assert plain_name(given) == name


def test_a_page_in_a_claim_is_text():
    assert {media.suffix for media in Media} == {"png", "jpg", "pdf", "html.txt"}
