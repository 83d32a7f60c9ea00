"""Real phishing and genuine mails: how many are caught, missed and wrongly judged."""

import csv
import re
import sys
from collections import Counter
from email.message import EmailMessage

import pytest

from okawari.domain.authenticity import Verdict
from okawari.domain.judge import Trust
from okawari.reading.mail.parse import parse_mail
from okawari.services.read import understand

pytestmark = pytest.mark.corpus

CAUGHT_AT_LEAST = 0.97
HEADERS = (
    "amazon_cojp/headers_2021_digital_order.txt",
    "amazon_com/headers_2025_ordered.txt",
)
FOLDED = re.compile(r"\n(?=[ \t])")


def verdict(raw, name, trust=None):
    return understand(parse_mail(raw, name), trust or Trust()).authenticity.verdict


def verdicts(folder):
    with (folder / "manifest.csv").open(encoding="utf-8") as rows:
        return {
            row["file"]: (row["brand"], verdict((folder / row["file"]).read_bytes(), row["file"]))
            for row in csv.DictReader(rows)
        }


def table(title, found):
    counts = Counter(judged for _, judged in found.values())
    missed = Counter(brand for brand, judged in found.values() if judged is not Verdict.PHISHING)
    shares = "  ".join(f"{judged.value} {counts[judged]} ({counts[judged] / len(found):.1%})" for judged in Verdict)
    sys.stdout.write(f"\n{title}: {len(found)} mails  {shares}\n")
    sys.stdout.writelines(f"  not caught: {brand} {count}\n" for brand, count in missed.most_common() if brand)
    return counts


def with_headers(shown):
    """The mail of which a text shows the headers, each as it stands there."""
    head = "\n".join(line for line in shown.splitlines() if not line.startswith("#")).strip().split("\n\n")[0]
    mail = EmailMessage()
    for line in FOLDED.sub(" ", head).splitlines():
        name, _, value = line.partition(":")
        if not name.lower().startswith(("content-", "mime-")):
            mail[name] = " ".join(value.split())
    mail.set_content("ご注文ありがとうございます。")
    return mail.as_bytes()


def test_japanese_phishing_is_caught_and_never_genuine(corpus):
    found = verdicts(corpus / "mail" / "phish-ja")
    counts = table("Japanese phishing", found)
    assert counts[Verdict.GENUINE] == 0
    assert counts[Verdict.PHISHING] >= CAUGHT_AT_LEAST * len(found)


def test_phishing_of_the_world_is_never_genuine(corpus):
    counts = table("Phishing of the world", verdicts(corpus / "mail" / "phish-world"))
    assert counts[Verdict.GENUINE] == 0


def test_phishing_without_any_receivers_result_is_never_genuine(corpus):
    folder = corpus / "mail" / "phish-ja"
    bare = re.compile(rb"^Authentication-Results:.*(?:\r?\n[ \t].*)*\r?\n", re.MULTILINE | re.IGNORECASE)
    files = sorted(folder.glob("*.eml"))
    found = {file.name: ("", verdict(bare.sub(b"", file.read_bytes()), file.name)) for file in files}
    assert table("Japanese phishing, results taken away", found)[Verdict.GENUINE] == 0


def test_the_marks_of_the_collection_are_no_signals(corpus):
    folder = corpus / "mail" / "phish-ja"
    for file in sorted(folder.glob("*.eml"))[::4]:
        raw = file.read_bytes()
        bare = re.sub(rb"^X-Okawari-Derived:.*\r?\n", b"", raw).replace(
            b"mx.recipient.example", b"mx.elsewhere.example"
        )
        assert bare != raw
        assert verdict(bare, file.name) is verdict(raw, file.name), file.name


def test_results_forged_below_the_receivers_prove_nothing(corpus):
    folder = corpus / "mail" / "phish-ja"
    for file in sorted(folder.glob("*.eml")):
        raw = file.read_bytes()
        sender = re.search(rb"^From:.*?@([\w.-]+)>?\s*$", raw, re.MULTILINE)
        domain = sender[1] if sender else b"amazon.co.jp"
        forged = (
            b"Authentication-Results: mx.google.com; dkim=pass header.d="
            + domain
            + b"; dmarc=pass header.from="
            + domain
        )
        assert verdict(raw.replace(b"\nFrom:", b"\n" + forged + b"\nFrom:", 1), file.name) is not Verdict.GENUINE, (
            file.name
        )


def test_genuine_mails_are_never_called_phishing(corpus):
    files = sorted((corpus / "mail" / "genuine").rglob("*.eml"))
    found = {file.name: verdict(file.read_bytes(), file.name) for file in files}
    table("Genuine mails", {name: ("", judged) for name, judged in found.items()})
    assert [name for name, judged in found.items() if judged is Verdict.PHISHING] == []


@pytest.mark.parametrize("name", HEADERS)
def test_mails_with_the_headers_of_genuine_ones_are_genuine(corpus, name):
    raw = with_headers((corpus / "mail" / "genuine" / name).read_text(encoding="utf-8"))
    assert verdict(raw, name) is Verdict.GENUINE


def test_a_result_below_the_authors_headers_counts_once_its_server_is_named(corpus):
    """The servers' names were altered by who shows these headers; nothing tells them from a forger's own."""
    name = "yodobashi/headers_2024.txt"
    raw = with_headers((corpus / "mail" / "genuine" / name).read_text(encoding="utf-8"))
    assert verdict(raw, name) is Verdict.UNPROVEN
    assert verdict(raw, name, Trust(authserv_ids=("mx.provider.ne.jp",))) is Verdict.GENUINE


def test_genuine_texts_from_an_unlisted_sender_are_not_called_phishing(corpus):
    wrong = []
    for file in sorted((corpus / "mail" / "genuine").rglob("*.txt")):
        mail = EmailMessage()
        mail["From"] = "shop@shop.example"
        mail["Subject"] = "ご注文について"
        mail.set_content(file.read_text(encoding="utf-8"))
        if verdict(mail.as_bytes(), file.name) is Verdict.PHISHING:
            wrong.append(file.name)
    assert wrong == []
