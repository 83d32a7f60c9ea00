"""Where the key to the secrets lies, outside the database: the system's keyring, or a file that only its owner reads."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Protocol

from okawari.errors import UnusableInputError
from okawari.store.sealing import KEY_BYTES, new_key

FILE = "secret.key"
_SERVICE, _ENTRY = "okawari", "secrets"


class Keys(Protocol):
    """The keys there are, the one to seal with first."""

    def read(self) -> tuple[bytes, ...]:
        """Return every key; none where there is none yet."""
        ...

    def write(self, keys: tuple[bytes, ...]) -> None:
        """Keep the keys in the place of those kept before."""
        ...


def keys_at(folder: Path, place: str) -> Keys:
    """Return the keys of a data folder: in the keyring for `auto` where one can be used and there is no file yet."""
    file = KeyFile(folder / FILE)
    if place == "file" or file.path.exists() or not _keyring_is_usable():
        return file
    return KeyringKeys(str(folder.absolute()))


def first_key(keys: Keys) -> bytes:
    """Return the key to seal with, made where there is none."""
    there = keys.read()
    if not there:
        keys.write((new_key(),))
        there = keys.read()
    return there[0]


class KeyFile:
    """Keys in a file, one a line in base64."""

    def __init__(self, path: Path) -> None:
        """Read and write at `path`."""
        self.path = path

    def read(self) -> tuple[bytes, ...]:
        """Return every key; UnusableInputError for a file that others can read or that holds something else."""
        try:
            if self.path.stat().st_mode & 0o077:
                raise UnusableInputError("others can read this key", str(self.path), f"chmod 600 {self.path}")
            return _decoded(self.path.read_text(encoding="ascii"), str(self.path))
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise UnusableInputError(str(error.strerror), str(self.path), "make it readable for its owner") from None

    def write(self, keys: tuple[bytes, ...]) -> None:
        """Keep the keys whole or not at all."""
        part = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
                stream.write(_encoded(keys))
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(self.path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise UnusableInputError(
                str(error.strerror), str(self.path), "make room, or choose another folder"
            ) from None


class KeyringKeys:
    """Keys in the system's keyring, under the data folder that they are for."""

    def __init__(self, folder: str) -> None:
        """Use the entry of one data folder."""
        self._entry = f"{_ENTRY} {folder}"

    def read(self) -> tuple[bytes, ...]:
        """Return every key."""
        import keyring

        return _decoded(keyring.get_password(_SERVICE, self._entry) or "", _SERVICE)

    def write(self, keys: tuple[bytes, ...]) -> None:
        """Keep the keys."""
        import keyring

        keyring.set_password(_SERVICE, self._entry, _encoded(keys))


def _keyring_is_usable() -> bool:
    """Return whether a keyring answers; those that keep nothing, or in the clear, rank below 1."""
    try:
        import keyring

        backend = keyring.get_keyring()
        if backend.priority < 1:
            return False
        backend.get_password(_SERVICE, _ENTRY)
    except Exception:  # noqa: BLE001 - keyrings fail in ways of their own; then there is none
        return False
    return True


def _encoded(keys: tuple[bytes, ...]) -> str:
    return "".join(f"{base64.b64encode(key).decode()}\n" for key in keys)


def _decoded(text: str, where: str) -> tuple[bytes, ...]:
    try:
        keys = tuple(base64.b64decode(line, validate=True) for line in text.split())
    except ValueError:
        keys = (b"",)
    if any(len(key) != KEY_BYTES for key in keys):
        raise UnusableInputError("this is no key", where, "put the key back from a backup, or take the file away")
    return keys
