import sys

import pytest

from okawari.domain.mail import Address, Mail
from okawari.domain.message import MessageKind
from okawari.errors import UnusableInputError
from okawari.sources import registry
from tools.new_source import put_up


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Put a distribution on the path that offers a source of that name, as pip would."""

    def installed(name: str, merchant: str | None = None):
        folder = put_up(name, tmp_path)
        if merchant:
            manifest = folder / "manifest.toml"
            manifest.write_text(manifest.read_text(encoding="utf-8").replace(f'id = "{name}"', f'id = "{merchant}"'))
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[okawari.sources]\n{name} = {name}\n")
        forget()

    monkeypatch.syspath_prepend(str(tmp_path))
    yield installed
    monkeypatch.undo()
    forget()
    for name in [name for name in sys.modules if name.partition(".")[0] in {"guest_shop", "false_shop"}]:
        del sys.modules[name]


def forget():
    for cached in vars(registry).values():
        if hasattr(cached, "cache_clear"):
            cached.cache_clear()


def test_a_source_of_another_package_is_found_and_read_with(install):
    install("guest_shop")
    merchant = registry.merchants()["guest_shop"]
    read = registry.source_of("guest_shop").reader()
    mail = Mail(file="", sha256="", subject="ご注文ありがとうございます", text="ご注文番号：AB-12345678")
    understood = read(mail, merchant)
    assert (understood.merchant, understood.kind) == ("guest_shop", MessageKind.ORDER_PLACED)


def test_no_package_may_take_a_known_merchants_id(install):
    install("false_shop", merchant="amazon_jp")
    with pytest.raises(UnusableInputError, match="amazon_jp"):
        registry.merchants()


def test_every_merchant_has_a_source():
    for merchant in registry.merchants():
        source = registry.source_of(merchant)
        assert any(one.id == merchant for one in source.manifest.merchants)


def test_an_unknown_merchant_has_none():
    assert registry.source_of("nobody") is None


def test_a_merchants_own_reader_comes_first():
    own, other = registry.readers("amazon_jp")
    assert own.__module__ == "okawari.sources.amazon_jp.reader"
    assert other.__module__ == "okawari.sources.amazon_world.reader"


def test_readers_are_imported_only_when_asked_for():
    assert all(source.package.startswith("okawari.sources.") for source in registry.sources())
    assert callable(registry.source_of("yodobashi").reader())


def test_the_careful_reader_needs_no_merchant():
    mail = Mail(file="", sha256="", subject="こんにちは", from_=Address("", "a@mail.example.jp", "mail.example.jp"))
    understood = registry.fallback()(mail, None)
    assert (understood.merchant, understood.kind, understood.orders) == (None, MessageKind.OTHER, ())
