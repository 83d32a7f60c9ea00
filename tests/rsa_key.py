"""Throw-away RSA keys for signing the mails of tests."""

import base64
import random
from dataclasses import dataclass
from functools import cache

ALGORITHM = bytes.fromhex("300d06092a864886f70d0101010500")  # rsaEncryption
EXPONENT = 65537


@dataclass(frozen=True)
class RsaKey:
    """A private key as PEM (PKCS #1) and the record that publishes its other half."""

    pem: bytes
    record: bytes


@cache
def rsa_key(bits: int = 1024) -> RsaKey:
    """Return the same key for the same size, every time."""
    chance = random.Random(bits)
    p, q = _prime(bits // 2, chance), _prime(bits // 2, chance)
    n, phi = p * q, (p - 1) * (q - 1)
    d = pow(EXPONENT, -1, phi)
    numbers = (0, n, EXPONENT, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p))
    private = _sequence(*map(_integer, numbers))
    public = _tagged(3, b"\0" + _sequence(_integer(n), _integer(EXPONENT)))
    pem = b"-----BEGIN RSA PRIVATE KEY-----\n" + base64.encodebytes(private) + b"-----END RSA PRIVATE KEY-----\n"
    return RsaKey(pem, b"v=DKIM1; k=rsa; p=" + base64.b64encode(_sequence(ALGORITHM, public)))


def _sequence(*parts: bytes) -> bytes:
    return _tagged(0x30, b"".join(parts))


def _integer(number: int) -> bytes:
    return _tagged(2, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def _tagged(tag: int, content: bytes) -> bytes:
    """Write one DER value."""
    size = len(content)
    long = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag]) + (bytes([size]) if size < 128 else bytes([128 | len(long)]) + long) + content


def _prime(bits: int, chance: random.Random) -> int:
    while True:
        number = chance.getrandbits(bits) | 1 | 3 << (bits - 2)
        if number % EXPONENT != 1 and all(pow(base, number - 1, number) == 1 for base in (2, 3, 5, 7, 11)):
            return number
