"""Secrets made unreadable without a key: AES-256-GCM, bound to whose and which secret it is.

A sealed secret is a version (one byte, 1), the key's id (4 bytes), a nonce (12) and the ciphertext with its tag. The id is
the start of the key's SHA-256, so that a secret tells which of several keys opens it.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence

KEY_BYTES = 32
_VERSION = b"\x01"
_ID_BYTES, _NONCE_BYTES = 4, 12


class UnreadableSecretError(Exception):
    """None of the keys opens the secret, or it was changed."""


def new_key() -> bytes:
    """Return a key that nobody had before."""
    return secrets.token_bytes(KEY_BYTES)


def seal(value: str, key: bytes, bound_to: str) -> bytes:
    """Return the value sealed; only with the same `bound_to` is it opened again."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _VERSION + _id(key) + nonce + AESGCM(key).encrypt(nonce, value.encode(), bound_to.encode())


def unseal(sealed: bytes, keys: Sequence[bytes], bound_to: str) -> str:
    """Return the value; UnreadableSecretError where none of the keys is the one it was sealed with."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    start = 1 + _ID_BYTES
    nonce, ciphertext = sealed[start : start + _NONCE_BYTES], sealed[start + _NONCE_BYTES :]
    key = next((key for key in keys if _id(key) == sealed[1:start]), None)
    if sealed[:1] != _VERSION or key is None:
        raise UnreadableSecretError
    try:
        return AESGCM(key).decrypt(nonce, ciphertext, bound_to.encode()).decode()
    except (InvalidTag, ValueError):
        raise UnreadableSecretError from None


def _id(key: bytes) -> bytes:
    return hashlib.sha256(key).digest()[:_ID_BYTES]
