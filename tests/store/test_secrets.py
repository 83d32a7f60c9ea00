"""Secrets: sealed in the database, opened only with a key that is not in it."""

import pytest

from okawari.errors import UnusableInputError
from okawari.store.keys import KeyFile, keys_at
from okawari.store.schema import secrets as table
from okawari.store.sealing import UnreadableSecretError, new_key, seal, unseal
from okawari.store.secrets import Secrets

VALUE = "ひみつ ü pässword"


@pytest.fixture
def secrets(store, tmp_path):
    return Secrets(store, keys_at(tmp_path / "data", "file"))


def test_a_secret_is_kept_changed_and_forgotten(secrets):
    assert secrets.get("mailbox/a") is None
    secrets.put("mailbox/a", "first")
    secrets.put("mailbox/a", VALUE)
    secrets.put("offers/b", "other")
    assert secrets.get("mailbox/a") == VALUE
    assert secrets.names() == ("mailbox/a", "offers/b")
    assert secrets.forget("mailbox/a")
    assert not secrets.forget("mailbox/a")
    assert secrets.names() == ("offers/b",)


def test_nothing_of_it_is_in_the_database_or_in_print(secrets, store):
    secrets.put("a", VALUE)
    with store.reading() as transaction:
        (row,) = transaction.connection.execute(table.select()).all()
    assert VALUE.encode() not in row.sealed
    assert "ひみつ" not in repr(secrets)
    assert secrets.keys.read()[0] not in row.sealed


def test_without_its_key_a_secret_stays_shut(secrets, store, tmp_path):
    secrets.put("a", VALUE)
    with pytest.raises(UnreadableSecretError):
        Secrets(store, keys_at(tmp_path / "elsewhere", "file")).get("a")


def test_a_secret_cannot_be_passed_off_as_another_or_changed():
    key = new_key()
    sealed = seal(VALUE, key, "home\0a")
    assert unseal(sealed, (new_key(), key), "home\0a") == VALUE
    for changed, bound_to in ((sealed, "home\0b"), (sealed[:-1] + b"x", "home\0a"), (sealed[:9], "home\0a"), (b"", "")):
        with pytest.raises(UnreadableSecretError):
            unseal(changed, (key,), bound_to)


def test_a_new_key_seals_everything_anew(secrets):
    secrets.put("a", VALUE)
    secrets.put("b", "other")
    old = secrets.keys.read()
    assert secrets.rotate() == 2
    assert len(secrets.keys.read()) == 1
    assert secrets.keys.read() != old
    assert (secrets.get("a"), secrets.get("b")) == (VALUE, "other")


def test_a_rotation_that_broke_off_loses_nothing(secrets, monkeypatch):
    secrets.put("a", VALUE)
    monkeypatch.setattr("okawari.store.secrets.unseal", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        secrets.rotate()
    monkeypatch.undo()
    assert secrets.get("a") == VALUE
    secrets.put("b", "sealed with the new key")
    assert secrets.get("b") == "sealed with the new key"


def test_the_key_file_is_for_its_owner_alone(tmp_path):
    file = KeyFile(tmp_path / "data" / "secret.key")
    assert file.read() == ()
    file.write((new_key(),))
    assert file.path.stat().st_mode & 0o777 == 0o600
    file.path.chmod(0o644)
    with pytest.raises(UnusableInputError, match="others can read"):
        file.read()


def test_a_key_file_that_holds_something_else(tmp_path):
    file = KeyFile(tmp_path / "secret.key")
    file.path.touch(0o600)
    for text in ("abc", "!!!", "QUJD\n"):
        file.path.write_text(text)
        with pytest.raises(UnusableInputError):
            file.read()


def test_a_keyring_is_used_where_one_answers(tmp_path):
    import keyring
    from keyring.backend import KeyringBackend

    kept = {}

    class Ring(KeyringBackend):
        priority = 5

        def get_password(self, service, username):
            return kept.get((service, username))

        def set_password(self, service, username, password):
            kept[service, username] = password

        def delete_password(self, service, username):
            del kept[service, username]

    before = keyring.get_keyring()
    keyring.set_keyring(Ring())
    try:
        keys = keys_at(tmp_path, "auto")
        keys.write((new_key(),))
        assert keys_at(tmp_path, "auto").read() == keys.read()
        assert not list(tmp_path.iterdir())
        assert isinstance(keys_at(tmp_path, "file"), KeyFile)
    finally:
        keyring.set_keyring(before)
