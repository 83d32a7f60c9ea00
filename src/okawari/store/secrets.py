"""Secrets by name, sealed: passwords of mailboxes, keys of price services. They never show in print or in an error."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from okawari.store.engine import Store
from okawari.store.keys import Keys, first_key
from okawari.store.schema import secrets
from okawari.store.sealing import new_key, seal, unseal


@dataclass(frozen=True, slots=True)
class Secrets:
    """The secrets of one household."""

    store: Store
    keys: Keys = field(repr=False)

    def put(self, name: str, value: str) -> None:
        """Keep a secret in the place of one of the same name."""
        with self.store.writing() as transaction:
            # Only here: a rotation that ends meanwhile throws the older keys away.
            sealed = seal(value, first_key(self.keys), self._bound_to(name))
            dialect = postgresql if transaction.connection.dialect.name == "postgresql" else sqlite
            row = dialect.insert(secrets).values(household=transaction.household, name=name, sealed=sealed)
            changed = row.on_conflict_do_update(index_elements=("household", "name"), set_={"sealed": sealed})
            transaction.connection.execute(changed)

    def get(self, name: str) -> str | None:
        """Return a secret, None where there is none; UnreadableSecretError where its key is not at hand."""
        query = select(secrets.c.sealed).where(secrets.c.household == self.store.household, secrets.c.name == name)
        with self.store.reading() as transaction:
            sealed = transaction.connection.execute(query).scalar()
        return None if sealed is None else unseal(sealed, self.keys.read(), self._bound_to(name))

    def forget(self, name: str) -> bool:
        """Delete a secret; return whether there was one."""
        mine = (secrets.c.household == self.store.household, secrets.c.name == name)
        with self.store.writing() as transaction:
            return transaction.connection.execute(delete(secrets).where(*mine)).rowcount > 0

    def names(self) -> tuple[str, ...]:
        """Return the names of the secrets, sorted."""
        query = select(secrets.c.name).where(secrets.c.household == self.store.household).order_by(secrets.c.name)
        with self.store.reading() as transaction:
            return tuple(transaction.connection.execute(query).scalars())

    def rotate(self) -> int:
        """Seal every secret with a new key and throw the old ones away; return how many.

        A stop in between loses nothing: until all is done the old keys stay beside the new one.
        """
        self.keys.write((new_key(), *self.keys.read()))
        keys = self.keys.read()
        with self.store.writing() as transaction:  # the keys are those of all households in the database
            rows = transaction.connection.execute(select(secrets)).all()
            for household, name, sealed in rows:
                bound_to = _bound_to(household, name)
                again = seal(unseal(sealed, keys, bound_to), keys[0], bound_to)
                mine = (secrets.c.household == household, secrets.c.name == name)
                transaction.connection.execute(update(secrets).where(*mine).values(sealed=again))
        self.keys.write(keys[:1])
        return len(rows)

    def _bound_to(self, name: str) -> str:
        return _bound_to(self.store.household, name)


def _bound_to(household: str, name: str) -> str:
    return f"{household}\0{name}"
