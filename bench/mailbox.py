"""A mailbox as a shopper in Japan has one: deterministic, one mail in ten from a shop, real sizes and charsets.

python -m bench.mailbox --count 100000 OUT.mbox
"""

from __future__ import annotations

import argparse
import binascii
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from bench.shop_letters import letter

START = datetime(2021, 1, 1, tzinfo=UTC)
SHOP_SHARE = 0.10
FORGED_SHARE = 0.01

PEOPLE = [
    ("佐藤花子", "hanako.sato", "example.jp"),
    ("Ichiro Suzuki", "ichiro", "works.example.co.jp"),
    ("田中 健", "ken-tanaka", "mail.example.ne.jp"),
    ("高橋さくら", "sakura", "example.com"),
    ("Maria Rossi", "maria", "example.it"),
    ("山本製作所 総務", "soumu", "yamamoto-seisaku.example"),
    ("渡辺 直子", "naoko.w", "gakko.example.ac.jp"),
]
SENDERS = [
    ("週刊れしぴ通信", "news", "recipe-weekly.example"),
    ("町の図書館", "info", "library.example.lg.jp"),
    ("Tech Digest", "hello", "techdigest.example.com"),
    ("ランニングクラブ", "club", "run.example.jp"),
    ("市民ホール催し案内", "event", "hall.example.jp"),
    ("写真共有サービス", "notify", "photo.example.net"),
    ("英会話スクール", "lesson", "eikaiwa.example.jp"),
    ("dev-list", "dev", "lists.example.org"),
]
SUBJECTS = [
    "明日の打ち合わせの件",
    "写真を送ります",
    "Re: 来週の予定について",
    "今週のレシピ: 里芋の煮物",
    "会議の議事録",
    "春の催しのご案内",
    "Re: [dev] build fails on arm64",
    "Weekly digest: compilers and coffee",
    "お久しぶりです",
    "練習会は雨天中止です",
    "新しいコメントがあります",
    "資料の確認をお願いします",
]
SENTENCES = [
    "お世話になっております。",
    "昨日はありがとうございました。",
    "添付の資料をご確認ください。",
    "来週の火曜日はいかがでしょうか。",
    "駅前の喫茶店で待っています。",
    "里芋は皮をむいて、ぬめりを取ります。",
    "大会の参加者は昨年より二割増えました。",
    "The build was green until the last merge.",
    "Please find the minutes below.",
    "窓口は午前九時から午後五時までです。",
    "雨のときは体育館に集まってください。",
    "読み終わった本は棚に戻してください。",
]


@dataclass(frozen=True)
class Draft:
    """One mail before it is written: header fields as text, body parts as (type, charset, encoding, content)."""

    sender: str
    address: str
    subject: str
    parts: tuple[tuple[str, str, str, bytes], ...]
    shop: bool


def mails(count: int, seed: int = 1) -> Iterator[tuple[bool, bytes]]:
    """Yield `count` mails as (from a shop?, bytes); the same for the same seed."""
    for number in range(count):
        dice = random.Random(seed * 1_000_003 + number)
        draft = _draft(dice)
        yield draft.shop, _written(draft, number, dice)


def write_mbox(path: Path, count: int, seed: int = 1) -> int:
    """Write the mails as an mbox file; return how many are from a shop."""
    shops = 0
    with path.open("wb") as out:
        for number, (shop, raw) in enumerate(mails(count, seed)):
            shops += shop
            stamp = (START + timedelta(minutes=17 * number)).strftime("%a %b %d %H:%M:%S +0000 %Y")
            out.write(f"From {1_700_000_000 + number}@xxx {stamp}\n".encode())
            out.write(raw.replace(b"\nFrom ", b"\n>From "))
            out.write(b"\n\n")
    return shops


def _draft(dice: random.Random) -> Draft:
    share = dice.random()
    if share < SHOP_SHARE:
        return _from_shop(dice)
    if share < SHOP_SHARE + FORGED_SHARE:
        return _forged(dice)
    kinds = [_newsletter, _notice, _letter, _with_attachment, _list_post]
    return dice.choices(kinds, [55, 12, 14, 8, 11])[0](dice)


def _from_shop(dice: random.Random) -> Draft:
    said = letter(dice)
    text = "\n".join(said.lines) + "\n"
    if said.plain_only:
        parts = (("text/plain", "iso-2022-jp", "7bit", _jis(text)),)
        return Draft(said.name, said.address, said.subject, parts, shop=True)
    html = _html([line or "&nbsp;" for line in said.lines], dice, 12_000, 45_000, once=True)
    encoding = dice.choice(["quoted-printable", "base64"])
    two = (("text/plain", "utf-8", encoding, text.encode()), ("text/html", "utf-8", encoding, html.encode()))
    return Draft(said.name, said.address, said.subject, two, shop=True)


def _forged(dice: random.Random) -> Draft:
    lines = ["お支払い方法を更新してください。", "24時間以内にご確認ください。"]
    html = _html(lines, dice, 3_000, 9_000)
    address = f"info@{''.join(dice.choices('abcdefghijkmnpqrstuvwxyz', k=9))}.example"
    return Draft(
        "Amazon.co.jp",
        address,
        "【重要】お支払い方法の更新",
        (("text/html", "utf-8", "base64", html.encode()),),
        shop=False,
    )


def _letter(dice: random.Random) -> Draft:
    name, address = _sender(dice, PEOPLE)
    text = _text(dice, 400, 3_000)
    charset, encoding = dice.choice([("iso-2022-jp", "7bit"), ("utf-8", "base64"), ("utf-8", "quoted-printable")])
    content = _jis(text) if charset == "iso-2022-jp" else text.encode()
    return Draft(name, address, dice.choice(SUBJECTS), (("text/plain", charset, encoding, content),), shop=False)


def _newsletter(dice: random.Random) -> Draft:
    name, address = _sender(dice, SENDERS)
    text = _text(dice, 1_500, 5_000)
    html = _html(text.split("\n"), dice, 15_000, 75_000)
    encoding = dice.choice(["quoted-printable", "base64", "8bit"])
    parts = (("text/plain", "utf-8", encoding, text.encode()), ("text/html", "utf-8", encoding, html.encode()))
    return Draft(name, address, dice.choice(SUBJECTS), parts, shop=False)


def _notice(dice: random.Random) -> Draft:
    name, address = _sender(dice, SENDERS)
    html = _html([dice.choice(SENTENCES), "設定を変える", "配信を止める"], dice, 6_000, 22_000)
    encoding = dice.choice(["quoted-printable", "base64"])
    return Draft(name, address, dice.choice(SUBJECTS), (("text/html", "utf-8", encoding, html.encode()),), shop=False)


def _with_attachment(dice: random.Random) -> Draft:
    name, address = _sender(dice, PEOPLE)
    parts = (
        ("text/plain", "iso-2022-jp", "7bit", _jis(_text(dice, 300, 900))),
        ("application/pdf", "", "base64", dice.randbytes(dice.randrange(20_000, 66_000))),
    )
    return Draft(name, address, dice.choice(SUBJECTS), parts, shop=False)


def _list_post(dice: random.Random) -> Draft:
    name, address = _sender(dice, SENDERS)
    quoted = "\n".join("> " + line for line in _text(dice, 800, 6_000).split("\n"))
    text = f"{_text(dice, 300, 1_500)}\nFrom the log:\n{quoted}\n"
    return Draft(
        f"{name} via dev",
        address,
        dice.choice(SUBJECTS),
        (("text/plain", "utf-8", "8bit", text.encode()),),
        shop=False,
    )


def _sender(dice: random.Random, known: list[tuple[str, str, str]]) -> tuple[str, str]:
    name, local, domain = dice.choice(known)
    return name, f"{local}{dice.randrange(400)}@{domain}"


def _text(dice: random.Random, low: int, high: int) -> str:
    wanted, lines, size = dice.randrange(low, high), [], 0
    while size < wanted:
        line = "".join(dice.choices(SENTENCES, k=3))
        lines.append(line)
        size += len(line.encode())
    return "\n".join(lines)


def _html(lines: list[str], dice: random.Random, low: int, high: int, *, once: bool = False) -> str:
    """Return a page of some bytes that says the lines over and over, or `once` and then other things."""
    wanted = dice.randrange(low, high)
    colours = [f"#{dice.randrange(2**24):06x}" for _ in range(4)]
    rows, size = [], 0
    while size < wanted:
        said = once and len(rows) >= len(lines)
        line = SENTENCES[len(rows) % len(SENTENCES)] if said else lines[len(rows) % len(lines)]
        if len(rows) % 5 == 0:
            line = f'<a href="https://click.example.jp/c/{dice.randrange(2**60):x}" style="color:{dice.choice(colours)}">{line}</a>'
        row = (
            '<tr><td align="left" valign="top" style="padding:0 18px 8px 18px">'
            '<table role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%"><tr>'
            f'<td class="p" style="font-family:Arial,sans-serif;font-size:14px;line-height:1.5;color:{dice.choice(colours)}">'
            f"<span>{line}</span></td></tr></table></td></tr>\n"
        )
        rows.append(row)
        size += len(row.encode())
    return (
        '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><style>.p{margin:0;padding:0}</style></head>'
        f'<body class="p"><table role="presentation" width="100%">\n{"".join(rows)}</table></body></html>\n'
    )


def _written(draft: Draft, number: int, dice: random.Random) -> bytes:
    domain = draft.address.rpartition("@")[2]
    at = START + timedelta(minutes=17 * number)
    header = [
        "Delivered-To: shopper@mail.example.jp",
        *_transport(domain, at, dice),
        f"Date: {format_datetime(at)}",
        f"From: {_word(draft.sender)} <{draft.address}>",
        "To: shopper@mail.example.jp",
        f"Message-ID: <{number}.{dice.randrange(2**64):x}@{domain}>",
        f"Subject: {_word(draft.subject)}",
        "MIME-Version: 1.0",
    ]
    if len(draft.parts) == 1:
        return "\n".join(header).encode() + b"\n" + _part(*draft.parts[0])
    boundary = f"----=_Part_{number}_{dice.randrange(10**9)}"
    kind = "alternative" if draft.parts[1][0] == "text/html" else "mixed"
    header.append(f'Content-Type: multipart/{kind}; boundary="{boundary}"')
    edge = f"\n--{boundary}".encode()
    body = b"".join(edge + b"\n" + _part(*part) for part in draft.parts)
    return "\n".join(header).encode() + b"\n" + body + edge + b"--\n"


def _transport(domain: str, at: datetime, dice: random.Random) -> list[str]:
    stamp = format_datetime(at)

    def signature() -> str:
        signed = binascii.b2a_base64(dice.randbytes(256), newline=False).decode()
        return "\n        ".join(signed[i : i + 66] for i in range(0, len(signed), 66))

    hops = [
        f"Received: by 2002:a05:{dice.randrange(2**16):x}:{dice.randrange(2**16):x}:b0:{dice.randrange(2**16):x} with SMTP id {dice.randrange(2**50):x}csp{dice.randrange(10**6)};\n        {stamp}",
        f"Received: from mta{dice.randrange(99)}.{domain} (mta.{domain}. [192.0.2.{dice.randrange(256)}])\n        by mx.example.jp with ESMTPS id {dice.randrange(2**50):x}\n        for <shopper@mail.example.jp>\n        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);\n        {stamp}",
    ]
    results = f"mx.example.jp;\n       dkim=pass header.i=@{domain} header.s=s1;\n       spf=pass smtp.mailfrom=bounce@{domain};\n       dmarc=pass (p=QUARANTINE sp=QUARANTINE dis=NONE) header.from={domain}"
    return [
        hops[0],
        f"ARC-Seal: i=1; a=rsa-sha256; t=1700000000; cv=none; d=mx.example.jp; s=arc;\n        b={signature()}",
        f"ARC-Authentication-Results: i=1; {results}",
        f"Return-Path: <bounce@{domain}>",
        hops[1],
        f"Authentication-Results: {results}",
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s=s1;\n        h=from:to:subject:date:message-id; bh={binascii.b2a_base64(dice.randbytes(32), newline=False).decode()};\n        b={signature()}",
    ]


def _part(kind: str, charset: str, encoding: str, content: bytes) -> bytes:
    parameter = f"; charset={charset}" if charset else '; name="shiryou.pdf"'
    head = f"Content-Type: {kind}{parameter}\nContent-Transfer-Encoding: {encoding}\n\n".encode()
    if encoding == "base64":
        return head + b"".join(binascii.b2a_base64(content[i : i + 57]) for i in range(0, len(content), 57))
    if encoding == "quoted-printable":
        return head + binascii.b2a_qp(content)
    return head + content


def _word(text: str) -> str:
    if text.isascii():
        return text
    # Words are cut between characters, as careful mailers do.
    pieces = [text[i : i + 12] for i in range(0, len(text), 12)]
    return "\n ".join(f"=?UTF-8?B?{binascii.b2a_base64(piece.encode(), newline=False).decode()}?=" for piece in pieces)


def _jis(text: str) -> bytes:
    return text.encode("iso-2022-jp", "replace")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    print(f"{write_mbox(asked.out, asked.count)} of {asked.count} mails are from a shop")
