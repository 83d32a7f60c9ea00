"""Put up the folder of a new source: `make new-source NAME=shop`.

The folder reads its one made-up case and passes the tests at once; replace the words in it by those of real mails.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from string import Template

SOURCES = Path(__file__).parents[1] / "src" / "okawari" / "sources"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")

MANIFEST = """\
[[merchant]]
id = "$name"
kind = "shop"
name_ja = "$title"
name_en = "$title"
mail_domains = ["$domain"]
link_domains = ["$domain"]
brand_words = ["$words"]
order_patterns = ['[A-Z]{2}-\\d{8}']
check_url = "https://www.$domain/orders"
check_place_ja = "ブラウザで $domain を開いて「注文履歴」"
check_place_en = "$domain typed into the browser, under order history (注文履歴)"
source = "made up"
"""

INIT = '"""$title."""\n'

READER = '''\
"""What a mail of $title says."""

from __future__ import annotations

import re

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Cancel, CancelBy, CauseCode, Item, MessageKind, OrderPart, Understanding
from okawari.reading.amounts import money_in
from okawari.reading.causes import cause_in
from okawari.reading.labels import value_of

NAME = "$name"
VERSION = 1

_NUMBER = re.compile(r"[A-Z]{2}-\\d{8}")
_KINDS = (
    (re.compile(r"ご注文のキャンセルのお知らせ"), MessageKind.CANCELLED),
    (re.compile(r"ご注文ありがとうございます"), MessageKind.ORDER_PLACED),
)


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; None leaves it to the careful reader for unknown shops."""
    kind = next((kind for wording, kind in _KINDS if wording.search(mail.subject)), None)
    number = _NUMBER.match(value_of(mail.text, "ご注文番号") or "")
    if kind is None or number is None:
        return None
    title = value_of(mail.text, "商品名")
    total = value_of(mail.text, "合計金額")
    part = OrderPart(
        number=number[0],
        items=(Item(title=title),) if title else (),
        total=money_in(total, merchant.currency) if total else None,
    )
    return Understanding(
        merchant=merchant.id,
        kind=kind,
        orders=(part,),
        cancel=_cancel(mail.text) if kind is MessageKind.CANCELLED else None,
        reader=NAME,
        reader_version=VERSION,
    )


def _cancel(text: str) -> Cancel:
    cause, wording = cause_in(text)
    by = CancelBy.SHOP if cause is CauseCode.STOCKOUT else CancelBy.UNKNOWN
    return Cancel(by=by, cause=cause, wording=wording)
'''

LEDGER = """\
# How far each reading can be believed. grade: "real" (checked on real mails), "reconstructed" (on samples that
# people rebuilt from their own mails, or quoted in public), "labels" (labels and wordings known, no whole mail seen),
# "none" (a guess at wording; unknown is said when in doubt).

[[capability]]
name = "orders and cancels"
grade = "none"
source = "made up"
note = "Put up by `make new-source`."
"""

CASE = """\
From: $title <order@$domain>
To: hanako@mail.example.jp
Subject: ご注文のキャンセルのお知らせ
Date: Mon, 23 Nov 2026 09:00:00 +0900
Message-ID: <cancelled-1@$domain>

ご注文番号：AB-20261123
商品名：解熱鎮痛薬 24錠
合計金額：1,010円

在庫切れのため、ご注文をキャンセルいたしました。
"""

EXPECTED = """\
{
 "merchant": "$name",
 "kind": "cancelled",
 "order_numbers": ["AB-20261123"],
 "items": [{"title": "解熱鎮痛薬 24錠", "quantity": null, "price": null, "line_total": null}],
 "total": {"amount": "1010", "currency": "JPY"},
 "cancel": {"by": "shop", "cause": "stockout", "wording": "在庫切れのため、ご注文をキャンセルいたしました。"},
 "refund": null
}
"""

FILES = {
    "__init__.py": INIT,
    "manifest.toml": MANIFEST,
    "reader.py": READER,
    "quality.toml": LEDGER,
    "cases/cancelled.txt": CASE,
    "cases/cancelled.expected.json": EXPECTED,
}


def put_up(name: str, sources: Path = SOURCES) -> Path:
    """Return the new folder of the source `name` below `sources`.

    ValueError where the name is no package name; FileExistsError where the folder is there already.
    """
    if not _NAME.fullmatch(name):
        message = f"{name!r} is no name for a source; write it like new_shop"
        raise ValueError(message)
    folder = sources / name
    folder.mkdir(parents=True)
    words = name.replace("_", " ")
    values = {"name": name, "title": words.title(), "words": words, "domain": f"{name.replace('_', '-')}.example"}
    for file, text in FILES.items():
        path = folder / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(Template(text).substitute(values), encoding="utf-8")
    return folder


def main(arguments: list[str]) -> int:
    """Put up the folder that the one argument names; return the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("name the source: make new-source NAME=new_shop\n")
        return 2
    try:
        folder = put_up(arguments[0])
    except (ValueError, FileExistsError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{folder} is ready; docs/sources.md says how to go on.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
