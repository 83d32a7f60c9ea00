import dns.resolver
import pytest
from dns.exception import Timeout

from okawari.fetching.dkim_keys import DkimKeys, DnsUnavailableError

NAME = "s1._domainkey.example.jp"


def test_a_key_is_asked_for_once():
    asked = []
    keys = DkimKeys(lambda name: asked.append(name) or b"v=DKIM1; p=abc")
    assert keys(NAME) == keys(f"{NAME.upper()}.") == b"v=DKIM1; p=abc"
    assert asked == [NAME]


@pytest.mark.parametrize(
    "name",
    [
        "example.jp",
        "_domainkey.example.jp",
        "s1.example.jp",
        "s1._domainkey.jp",
        "a b._domainkey.example.jp",
        "s/._domainkey.x.jp",
    ],
)
def test_no_other_name_ever_leaves(name):
    asked = []
    assert DkimKeys(asked.append)(name) is None
    assert asked == []


class Record:
    def __init__(self, *strings):
        self.strings = strings


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ([Record(b"v=DKIM1; ", b"p=abc")], b"v=DKIM1; p=abc"),
        ([Record(b"p=1"), Record(b"p=2")], None),
        ([Record(b"p=" + b"A" * 9000)], None),
        (dns.resolver.NXDOMAIN(), None),
    ],
)
def test_only_one_whole_record_is_a_key(monkeypatch, answer, key):
    def resolve(self, name, kind, *, search):
        assert (name, kind, search) == (f"{NAME}.", "TXT", False)
        assert self.lifetime <= 5
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr("dns.resolver.Resolver.__init__", lambda _self: None)
    monkeypatch.setattr("dns.resolver.Resolver.resolve", resolve)
    assert DkimKeys()(NAME) == key


def test_silence_is_not_taken_for_a_missing_key(monkeypatch):
    def resolve(*_args, **_more):
        raise Timeout

    monkeypatch.setattr("dns.resolver.Resolver.__init__", lambda _self: None)
    monkeypatch.setattr("dns.resolver.Resolver.resolve", resolve)
    keys = DkimKeys()
    for _ in range(2):
        with pytest.raises(DnsUnavailableError):
            keys(NAME)


def test_old_keys_are_let_go():
    keys = DkimKeys(lambda name: name.encode())
    for number in range(600):
        keys(f"s{number}._domainkey.example.jp")
    assert len(keys._found) == 500
