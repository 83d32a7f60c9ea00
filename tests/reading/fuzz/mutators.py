"""Ways in which mails are broken, by accident and on purpose. All draw from the given generator alone."""

import re
from collections.abc import Callable
from random import Random

Mutator = Callable[[bytes, Random], bytes]

CHARSETS = (
    b"utf-8 iso-2022-jp shift_jis euc-jp us-ascii utf-7 utf-16 gb2312 big5 euc-kr iso-8859-1 windows-1252 unicode_escape "
    b"punycode idna rot13 hex zlib x-unknown _iso-2022-jp$esc"
).split()
HEADERS = (
    b"From: <a@amazon.co.jp>, <b@evil.example>",
    b"From: " + b'"' * 3000,
    b"From: " + b"(" * 20_000,
    b"From: " + b"<" * 20_000,
    b'From: "' + b'\\"' * 8_000,
    b"Subject: " + b"=?utf-8?Q?=E3=81" * 2000,
    b"Subject: " + b"=?iso-2022-jp?B?GyRC?= " * 2000,
    b"Subject: =?utf-8?B?" + b"44GC" * 10_000 + b"?=",
    b"Subject: =?utf-8?B?AA0KRnJvbTogYUBi?=",
    b"Date: " + b"Mon, " * 5000,
    b"Date: 9999999999999999999999-99-99T99:99:99",
    b"Date: Mon, 23 Nov 99999 99:99:99 +9999",
    b"Authentication-Results: " + b"a=b " * 20_000,
    b"Authentication-Results: " + b"((((" * 10_000 + b"dkim=pass header.d=amazon.co.jp",
    b'Authentication-Results: x; dkim=pass header.i="' + b"@a;" * 10_000,
    b"Content-Type: multipart/mixed; boundary=" + b"b" * 5000,
    b'Content-Type: multipart/mixed; boundary=""',
    b"Content-Type: multipart/mixed",
    b"Content-Type: message/rfc822",
    b"Content-Type: text/html; charset=" + b"x" * 5000,
    b"Content-Type: " + b"; a=b" * 3000,
    b"Content-Type: text/plain; " + b"n*%d*=utf-8''%%FF; " % 1 * 2000,
    b"Content-Transfer-Encoding: base64",
    b"Content-Transfer-Encoding: quoted-printable",
    b"Content-Transfer-Encoding: x-uuencode",
    b"X: " + b"y" * 100_000,
    b":" * 100,
    b"\xff\xfe: \x00\x01",
)
BODIES = (
    b"<div>" * 20_000,
    b"<ul><li>" * 10_000,
    b"<table><tr><td style='display:none;color:#fff'>" * 4000,
    b"<p " + b" ".join(b"a%d=1" % i for i in range(12_000)) + b">",
    b"<p style='font-size:0'><b style='font-size:0'>x" * 5000,
    b"<!--" * 20_000,
    b"&#xD800;&#0;&#x110000;" * 1000,
    b"<a href='https://" + b"a." * 20_000 + b"jp'>x</a>",
    b"<a href='" + b"https://www.google.com/url?q=" * 300 + b"'>x</a>",
    b"https://" * 20_000,
    b"<style>" + b"@media{" * 5000 + b".a{display:none}" * 2000 + b"</style><p class=a>x",
    b"From: " * 10_000,
    b"From: a@b\nDate: x\nSubject: y\n\n" * 3000,
    b"---------- Forwarded message ---------\nFrom: a@b\n\n" * 3000,
    b"> " * 50_000,
    b"\x1b$B" * 20_000,
    b"\x1b$B" + b"!!" * 50_000,
    b"\x8f" * 50_000,
    b"=" * 100_000,
    b"=E3=81=82" * 20_000,
    b"44GC" * 50_000,
    b"\r" * 50_000,
    b"\n" * 200_000,
    b"\xe2\x80\x8d" * 50_000,
    b"--\n" * 30_000,
    b"\xe5\x86\x86" * 50_000,
    b"1,000" * 30_000,
)


def mutate(raw: bytes, random: Random) -> bytes:
    """Return `raw` broken in one to four ways."""
    for _ in range(random.choice((1, 1, 2, 3, 4))):
        raw = random.choice(MUTATORS)(raw or b"\n", random)
    return raw[:3_000_000]


def flip_bytes(raw: bytes, random: Random) -> bytes:
    mutated = bytearray(raw)
    for _ in range(random.randint(1, 1 + len(raw) // 50)):
        mutated[random.randrange(len(mutated))] = random.randrange(256)
    return bytes(mutated)


def flip_structure(raw: bytes, random: Random) -> bytes:
    """Break the signs that hold a mail together, and no others."""
    places = [m.start() for m in re.finditer(rb"[\r\n:;=\"<>()@?\-]", raw[:200_000])]
    mutated = bytearray(raw)
    for at in random.sample(places, min(len(places), random.randint(1, 12))):
        mutated[at] = random.choice(b'\r\n:;="<>()@?- \t\\,\x00')
    return bytes(mutated)


def truncate(raw: bytes, random: Random) -> bytes:
    return raw[: random.randrange(len(raw))] or b"\n"


def cut_out(raw: bytes, random: Random) -> bytes:
    start = random.randrange(len(raw))
    return raw[:start] + raw[start + random.randint(1, 2000) :] or b"\n"


def repeat(raw: bytes, random: Random) -> bytes:
    start = random.randrange(len(raw))
    piece = raw[start : start + random.randint(1, 500)]
    return raw[:start] + piece * random.choice((2, 10, 300)) + raw[start:]


def inject_header(raw: bytes, random: Random) -> bytes:
    lines = raw.split(b"\n", 12)
    lines.insert(random.randrange(min(len(lines), 12)), random.choice(HEADERS))
    return b"\n".join(lines)


def swap_charset(raw: bytes, random: Random) -> bytes:
    new = random.choice(CHARSETS)
    return re.sub(rb"(charset=\"?|=\?)[\w.$-]+", lambda found: found[1] + new, raw)


def swap_encoding(raw: bytes, random: Random) -> bytes:
    new = random.choice((b"base64", b"quoted-printable", b"7bit", b"binary", b"x-gzip", b""))
    return re.sub(rb"(?i)(transfer-encoding: *)[\w-]+", rb"\g<1>" + new, raw)


def play_with_boundaries(raw: bytes, random: Random) -> bytes:
    found = re.search(rb'boundary="?([^";\r\n]+)', raw)
    if not found:
        return nest_deeply(raw, random)
    mark = found[1]
    game = random.randrange(5)
    if game == 0:
        return raw.replace(b"--" + mark + b"--", b"")
    if game == 1:
        return raw.replace(b"--" + mark, b"--" + mark + b"--", 1)
    if game == 2:
        return raw.replace(mark, mark[:1])
    if game == 3:
        return raw + (b"\n--" + mark + b"\nContent-Type: text/plain\n\nx\n") * random.choice((5, 5000))
    return raw.replace(b"\n--" + mark, b"--" + mark)


def nest_deeply(raw: bytes, random: Random) -> bytes:
    depth = random.choice((3, 30, 3000))
    head = b"Subject: deep\n"
    if random.random() < 0.5:
        return head + b"".join(b"Content-Type: message/rfc822\n\n" for _ in range(depth)) + raw
    return (
        head + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(depth)) + raw
    )


def grow_body(raw: bytes, random: Random) -> bytes:
    head, _, body = raw.partition(b"\n\n")
    hostile = random.choice(BODIES)
    if random.random() < 0.5:
        head = re.sub(rb"(?i)(transfer-encoding: *)[\w-]+", rb"\g<1>8bit", head)
        head = re.sub(rb"text/plain|multipart/\w+", random.choice((b"text/html", b"text/plain")), head)
    return head + b"\n\n" + random.choice((hostile, hostile + body, body + hostile))


def long_line(raw: bytes, random: Random) -> bytes:
    at = random.randrange(len(raw))
    return (
        raw[:at]
        + random.choice((b"x", b" ", b"\t", b"\xe3", b"<", b"=", b"(")) * random.choice((2000, 300_000))
        + raw[at:]
    )


def change_line_ends(raw: bytes, random: Random) -> bytes:
    end = random.choice((b"\r\n", b"\r", b"\r\r\n", b"\n\r", b"\x85"))
    return raw.replace(b"\r\n", b"\n").replace(b"\n", end)


MUTATORS: tuple[Mutator, ...] = (
    flip_bytes,
    flip_structure,
    flip_structure,
    truncate,
    cut_out,
    repeat,
    inject_header,
    swap_charset,
    swap_encoding,
    play_with_boundaries,
    nest_deeply,
    grow_body,
    long_line,
    change_line_ends,
)
