"""Mails to start from: one of each build that real mailboxes hold."""

import base64
import quopri
from collections.abc import Iterator
from pathlib import Path

ORDER = """\
山田花子様、ご注文ありがとうございます。

注文番号
250-1234567-1234567

* 解熱鎮痛薬 24錠
  数量: 1
  1,010 JPY

合計
1,010 JPY
https://www.amazon.co.jp/gp/r.html?C=1&U=https%3A%2F%2Fwww.amazon.co.jp%2Fyour-orders
"""
HTML = """\
<html><head><style>.pre{display:none} @media (max-width:600px){.m{display:block}}</style></head><body>
<div class="pre">見出し\u034f\u200c\u00ad</div><table><tr><td>注文番号</td><td>250-1234567-1234567</td></tr>
<tr><td><img src="i.jpg" alt="解熱鎮痛薬 24錠"></td><td>1,010円<br>数量: 1</td></tr></table>
<p style="color:#fff">見えない</p><a href="https://www.amazon.co.jp/your-orders">注文履歴</a></body></html>
"""
HEAD = """\
Received: from a.example.jp by mx.example.jp; Mon, 23 Nov 2026 09:00:01 +0900
Authentication-Results: mx.example.jp; dkim=pass header.i=@amazon.co.jp; spf=pass (x) smtp.mailfrom=bounces.amazon.co.jp
From: "Amazon.co.jp" <order-update@amazon.co.jp>
To: hanako@example.jp
Date: Mon, 23 Nov 2026 09:00:00 +0900
Message-ID: <1@us-west-2.amazonses.com>
MIME-Version: 1.0
"""
SUBJECT = "注文がキャンセルされました"


def samples() -> Iterator[bytes]:
    """Yield every build once."""
    yield from (
        _plain(charset, encoding) for charset in _CHARSETS for encoding in ("8bit", "base64", "quoted-printable")
    )
    yield _mail("Content-Type: text/html; charset=utf-8\n", HTML.encode())
    yield _mail(*_multipart("alternative", "=_alt", _part("plain", ORDER), _part("html", HTML)))
    yield _mail(*_multipart("mixed", "mix", _nested(), _attachment(), _forwarded()))
    yield _mail("Content-Type: text/plain; charset=utf-8\n", _inline_forward().encode())
    yield _outlook()


_CHARSETS = ("utf-8", "iso-2022-jp", "shift_jis", "euc-jp")


def corpus_samples(folder: Path, most: int) -> Iterator[bytes]:
    """Yield up to `most` mails of a folder, evenly picked."""
    found = sorted(folder.rglob("*.eml"))
    for path in found[:: max(1, len(found) // most)]:
        yield path.read_bytes()


def _mail(content_head: str, body: bytes) -> bytes:
    subject = f"Subject: =?utf-8?B?{base64.b64encode(SUBJECT.encode()).decode()}?=\n"
    return (HEAD + subject + content_head + "\n").encode() + body


def _plain(charset: str, encoding: str) -> bytes:
    raw = ORDER.encode(charset, "replace")
    body = {"8bit": raw, "base64": base64.encodebytes(raw), "quoted-printable": quopri.encodestring(raw)}[encoding]
    return _mail(f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n", body)


def _part(kind: str, text: str) -> bytes:
    head = f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    return head.encode() + quopri.encodestring(text.encode())


def _multipart(kind: str, boundary: str, *parts: bytes) -> tuple[str, bytes]:
    mark = b"--" + boundary.encode()
    body = b"".join(mark + b"\n" + part + b"\n" for part in parts) + mark + b"--\n"
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n', body


def _nested() -> bytes:
    head, body = _multipart("alternative", "mix-inner", _part("plain", ORDER), _part("html", HTML))
    return head.encode() + b"\n" + body


def _attachment() -> bytes:
    head = b"Content-Type: application/pdf; name*0*=utf-8''%E9%A0%98; name*1*=%E5%8F%8E.pdf\nContent-Transfer-Encoding: base64\n"
    return head + b"Content-Disposition: attachment\n\n" + base64.encodebytes(bytes(range(256)) * 20)


def _forwarded() -> bytes:
    return b"Content-Type: message/rfc822\n\n" + _plain("iso-2022-jp", "base64")


def _inline_forward() -> str:
    return (
        "ご確認ください。\n\n---------- Forwarded message ---------\nFrom: Amazon.co.jp <order-update@amazon.co.jp>\n"
        f"Date: 2026年11月23日(月) 9:00\nSubject: {SUBJECT}\nTo: <hanako@example.jp>\n\n\n{ORDER}"
    )


def _outlook() -> bytes:
    head = "Authentication-Results: spf=pass (sender IP is 192.0.2.1)\r\n smtp.mailfrom=example.jp; dkim=none (message not signed)\r\n header.d=none;dmarc=bestguesspass action=none header.from=example.jp;\r\n"
    return head.encode() + _plain("utf-8", "base64").replace(b"\n", b"\r\n")
