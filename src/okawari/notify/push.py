"""Messages to a browser that subscribed: Web Push (RFC 8030), encrypted for it (RFC 8291), signed with our key (RFC 8292)."""

from __future__ import annotations

import hashlib
import json
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from okawari.fetching.api import ApiGate, ApiRequest, ApiUnavailableError
from okawari.notify.channels import PUSH, ChannelError
from okawari.notify.message import Message

_TTL_S: Final = 86_400
_TOKEN_S: Final = 12 * 3600
"""RFC 8292, section 2: at most 24 hours."""

_MOST_BYTES: Final = 3_000
"""RFC 8030, section 7.2: a push service takes 4096 bytes; what encryption adds is left room for."""

_LONGEST: Final = 2_000
_AUTH_BYTES: Final = 16
_CONTACT: Final = "mailto:okawari@okawari.invalid"
"""RFC 8292, section 2.1: whom a service may write to. The sender is the person's own machine, which has no address."""
_GONE: Final = frozenset({404, 410})
_FOR_GOOD: Final = frozenset({400, 401, 403})


@dataclass(frozen=True, slots=True)
class Subscription:
    """A browser: where it is reached, the key and the secret that it made, and our own private key it subscribed to.

    All but `endpoint` are base64url without padding.
    """

    endpoint: str
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)
    key: str = field(repr=False)

    @property
    def address(self) -> str:
        """The address of the channel; it holds secrets."""
        return f"{PUSH}:{_text(json.dumps(asdict(self)).encode())}"


def new_key() -> str:
    """Return a private key that nobody had before (P-256)."""
    from py_vapid import Vapid02

    made = Vapid02()
    made.generate_keys()
    return _text(made.private_key.private_numbers().private_value.to_bytes(32, "big"))


def public_key(key: str) -> str:
    """Return what a browser subscribes to: the public part of our private key."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    from py_vapid import Vapid02

    public = Vapid02.from_raw(key.encode()).public_key
    return _text(public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def subscription_of(address: str) -> Subscription:
    """Return the subscription that an address holds; ChannelError where it holds none that can be sent to."""
    from cryptography.hazmat.primitives.asymmetric import ec

    try:
        held = json.loads(_bytes(address.partition(":")[2]))
        found = Subscription(**{name: str(held[name]) for name in Subscription.__slots__})
        parts = urlsplit(found.endpoint)
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _bytes(found.p256dh))
        public_key(found.key)
        well = parts.scheme == "https" and parts.hostname and not parts.username and len(found.endpoint) <= _LONGEST
        well = well and len(_bytes(found.auth)) == _AUTH_BYTES
    except (ValueError, KeyError, TypeError):
        raise ChannelError("bad_address", permanent=True) from None
    if not well:
        raise ChannelError("bad_address", permanent=True)
    return found


def send_push(address: str, message: Message) -> None:
    """Send a message to a browser; ChannelError holds the push service's own reason, `gone` where nobody listens any more."""
    to = subscription_of(address)
    headers = (
        ("TTL", f"{_TTL_S}"),
        ("Urgency", "high"),
        # A message that waits for the browser is replaced when it is sent again (RFC 8030, section 5.4).
        ("Topic", _text(hashlib.sha256(message.key.encode()).digest())[:32]),
        ("Content-Encoding", "aes128gcm"),
        ("Authorization", _signed(to)),
    )
    request = ApiRequest(url=to.endpoint, headers=headers, octets=_sealed(to, _body(message)))
    try:
        status, said = _gate().answer(request)
    except ApiUnavailableError as error:
        raise ChannelError("no_answer", f"{error.problem.where}: {error.problem.code}") from None
    if status in _GONE:
        raise ChannelError("gone", permanent=True)
    if not 200 <= status < 300:
        reason = said[:_LONGEST].decode("utf-8", "replace").replace(to.endpoint, "")
        raise ChannelError("refused", f"{status} {reason}".strip(), permanent=status in _FOR_GOOD)


def _signed(to: Subscription) -> str:
    from py_vapid import Vapid02

    parts = urlsplit(to.endpoint)
    claims = {"aud": f"{parts.scheme}://{parts.netloc}", "exp": int(time.time()) + _TOKEN_S, "sub": _CONTACT}
    signed: str = Vapid02.from_raw(to.key.encode()).sign(claims)["Authorization"]
    return signed


def _sealed(to: Subscription, body: bytes) -> bytes:
    import http_ece
    from cryptography.hazmat.primitives.asymmetric import ec

    once = ec.generate_private_key(ec.SECP256R1())
    sealed: bytes = http_ece.encrypt(body, private_key=once, dh=_bytes(to.p256dh), auth_secret=_bytes(to.auth))
    return sealed


def _body(message: Message) -> bytes:
    """Return the message as the service worker reads it, cut where it would be too long."""
    text = message.body
    while True:
        told = {"key": message.key, "title": message.title[:200], "body": text, "url": message.url[:_LONGEST]}
        body = json.dumps(told, ensure_ascii=False).encode()
        if len(body) <= _MOST_BYTES or not text:
            return body
        text = text[: max(0, len(text) - (len(body) - _MOST_BYTES) // 3 - 1)]


@cache
def _gate() -> ApiGate:
    return ApiGate()


def _text(octets: bytes) -> str:
    return urlsafe_b64encode(octets).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
