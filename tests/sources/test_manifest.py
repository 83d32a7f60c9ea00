import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from okawari.domain.merchant import Merchant
from okawari.domain.message import MessageKind
from okawari.errors import UnusableInputError
from okawari.sources import registry
from okawari.sources.manifest import Manifest, read_manifest

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src" / "okawari" / "sources"
GRADES = {"real", "reconstructed", "labels", "none"}
SMALLEST = '[[merchant]]\nid = "a"\nkind = "shop"\nname_ja = "あ"\nname_en = "A"\n'
MERCHANTS = [(source.package, merchant) for source in registry.sources() for merchant in source.manifest.merchants]
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


def test_the_smallest_manifest():
    said = read_manifest(SMALLEST, "a/manifest.toml")
    assert said == Manifest((Merchant(id="a", kind="shop", name_ja="あ", name_en="A"),))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no [[merchant]]"),
        ("[[merchant]", "a/manifest.toml"),
        ('[[merchant]]\nid = "a"\n', "no kind, name_en, name_ja"),
        ("name = 1\n" + SMALLEST, "unknown key 'name'"),
        (SMALLEST + 'mail_domain = ["a.example"]\n', "unknown key 'mail_domain'"),
        (SMALLEST + 'trade = "own"\n', "trade is none of mall, own_stock, flea_market, abroad"),
        (SMALLEST + 'mail_domains = "a.example"\n', "mail_domains is no tuple[str, ...]"),
        (SMALLEST + 'signs_dkim = "no"\n', "signs_dkim is no bool"),
    ],
)
def test_a_broken_manifest_says_where_and_what(text, said):
    with pytest.raises(UnusableInputError) as caught:
        read_manifest(text, "a/manifest.toml")
    assert said in str(caught.value)
    assert "a/manifest.toml" in str(caught.value)


def test_the_documented_fields_are_those_of_a_merchant():
    page = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    part = page.split("## The manifest")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE) == [field.name for field in fields(Merchant)]


@pytest.mark.parametrize(("package", "merchant"), MERCHANTS, ids=[merchant.id for _, merchant in MERCHANTS])
def test_every_merchant_is_well_formed(package, merchant):
    assert re.fullmatch(r"[a-z][a-z0-9_]*", merchant.id)
    for host in (*merchant.mail_domains, *merchant.link_domains):
        assert HOST.fullmatch(host), (package, host)
    for pattern in (*merchant.order_patterns, *merchant.order_like_patterns):
        re.compile(pattern)
    for address, kind in merchant.senders:
        assert "@" in address
        assert kind in set(MessageKind)


def test_what_is_also_read_exists():
    known = registry.merchants()
    assert {other for source in registry.sources() for other in source.manifest.also_reads} <= set(known)


def test_every_reader_has_a_ledger_and_cases():
    for reader in SOURCES.glob("*/reader.py"):
        ledger = tomllib.loads((reader.parent / "quality.toml").read_text(encoding="utf-8"))
        assert ledger["capability"], reader.parent.name
        for capability in ledger["capability"]:
            assert set(capability) == {"name", "grade", "source", "note"}, reader.parent.name
            assert capability["grade"] in GRADES
        assert list(reader.parent.glob("cases/*.expected.json")), reader.parent.name
