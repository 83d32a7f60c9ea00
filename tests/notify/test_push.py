"""Messages to a browser, as it opens them and as its push service checks them."""

import json
import time

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from okawari.notify.channels import ChannelError, kind_of, send
from okawari.notify.message import Message
from okawari.notify.push import Subscription, new_key, public_key
from tests.push_service import Browser, octets, push_service

MESSAGE = Message(
    "w-1", "在庫あり：水筒 K-500W", "在庫あり。3,980円\n1点ずつ、今すぐ買う。", "https://shop.example.jp/1"
)


@pytest.fixture
def service(monkeypatch):
    with push_service(monkeypatch) as service:
        yield service


def address(browser, **changed):
    return Subscription(**{**browser.told, "key": new_key(), **changed}).address


def claims(authorization, key):
    """The claims of a VAPID header whose signature holds (RFC 8292, sections 2 and 3; RFC 7515, 3.4 of ES256)."""
    scheme, _, rest = authorization.partition(" ")
    told = dict(part.strip().split("=", 1) for part in rest.split(","))
    assert (scheme, told["k"]) == ("vapid", public_key(key))
    signed, _, signature = told["t"].rpartition(".")
    raw = octets(signature)
    pair = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), octets(told["k"]))
    public.verify(pair, signed.encode(), ec.ECDSA(SHA256()))
    head, body = (json.loads(octets(part)) for part in signed.split("."))
    assert head["alg"] == "ES256"
    return body


def test_only_the_browser_reads_the_message(service):
    browser, key = Browser(service.server_port), new_key()
    send(address(browser, key=key), MESSAGE)
    ((path, headers, body),) = service.got
    assert path == "/push/1"
    assert browser.opened(body) == {
        "key": "w-1",
        "title": MESSAGE.title,
        "body": MESSAGE.body,
        "url": "https://shop.example.jp/1",
    }
    assert "水筒".encode() not in body
    assert (headers["Content-Encoding"], headers["TTL"]) == ("aes128gcm", "86400")
    found = claims(headers["Authorization"], key)
    assert found["aud"] == f"https://127.0.0.1:{service.server_port}"
    assert 0 < found["exp"] - time.time() <= 86_400
    assert found["sub"].startswith("mailto:")


def test_a_message_sent_again_replaces_itself(service):
    browser = Browser(service.server_port)
    to = address(browser)
    for message in (MESSAGE, MESSAGE, Message("w-2", "", "", "")):
        send(to, message)
    first, again, other = (headers["Topic"] for _, headers, _ in service.got)
    assert first == again != other
    assert len(first) <= 32
    assert len({body for _, _, body in service.got}) == 3


def test_a_long_message_is_cut_and_fits(service):
    browser = Browser(service.server_port)
    send(address(browser), Message("w-1", "題" * 500, "本" * 5_000, "https://shop.example.jp/1"))
    ((_, _, body),) = service.got
    assert len(body) <= 4_096
    told = browser.opened(body)
    assert told["url"] == "https://shop.example.jp/1"
    assert 500 < len(told["body"]) < 5_000


@pytest.mark.parametrize(
    ("status", "says", "code", "permanent"),
    [
        (404, b"", "gone", True),
        (410, b"push subscription has unsubscribed or expired.\n", "gone", True),
        (403, b'{"reason":"BadJwtToken"}', "refused", True),
        (413, b"", "refused", False),
        (429, b"slow down", "refused", False),
        (500, b"", "refused", False),
    ],
)
def test_what_the_service_says_is_told(service, status, says, code, permanent):
    service.status, service.says = status, says
    with pytest.raises(ChannelError) as failed:
        send(address(Browser(service.server_port)), MESSAGE)
    assert (failed.value.code, failed.value.permanent) == (code, permanent)
    if code == "refused":
        assert failed.value.detail == f"{status} {says.decode()}".strip()


@pytest.mark.usefixtures("service")
def test_a_service_that_is_away_is_tried_again():
    with pytest.raises(ChannelError) as failed:
        send(address(Browser(9)), MESSAGE)
    assert not failed.value.permanent


@pytest.mark.parametrize(
    "changed",
    [
        {"endpoint": "http://push.example.com/1"},
        {"endpoint": "https://user@push.example.com/1"},
        {"endpoint": "file:///etc/passwd"},
        {"endpoint": "https://push.example.com/" + "x" * 3000},
        {"p256dh": "AAAA"},
        {"p256dh": "ü"},
        {"auth": "AAAA"},
        {"key": ""},
    ],
)
def test_what_cannot_be_sent_to_is_no_address(changed):
    with pytest.raises(ChannelError) as refused:
        kind_of(address(Browser(443), **changed))
    assert refused.value.code == "bad_address"


@pytest.mark.parametrize("given", ["webpush:", "webpush:e30", "webpush:!!", "webpush:W10"])
def test_what_holds_no_subscription_is_no_address(given):
    with pytest.raises(ChannelError):
        kind_of(given)


def test_private_places_are_not_sent_to(monkeypatch):
    from okawari.fetching.api import ApiGate

    monkeypatch.setattr("okawari.notify.push._gate", ApiGate)
    with pytest.raises(ChannelError) as failed:
        send(address(Browser(443)), MESSAGE)
    assert "api_no_answer" in failed.value.detail
