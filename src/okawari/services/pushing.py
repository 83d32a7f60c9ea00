"""Browsers that alerts are pushed to."""

from __future__ import annotations

from collections.abc import Mapping

from okawari.notify.push import Subscription, new_key, public_key
from okawari.services.alerting import Channel, add_channel
from okawari.store.engine import Store
from okawari.store.secrets import Secrets

_SECRET = "web_push_key"  # noqa: S105 - the name of the secret


def application_key(secrets: Secrets) -> str:
    """Return the public key that a browser subscribes to; the private one is made at the first time, and sealed."""
    return public_key(_key(secrets))


def add_browser(store: Store, secrets: Secrets, name: str, browser: Mapping[str, str]) -> Channel:
    """Keep a browser as a channel, sealed like any other; ChannelError where it cannot be sent to, or the name is none.

    `browser` is what it told of its subscription: `endpoint`, `p256dh` and `auth`.
    """
    endpoint, p256dh, auth = (browser.get(part, "") for part in ("endpoint", "p256dh", "auth"))
    return add_channel(store, secrets, name, Subscription(endpoint, p256dh, auth, _key(secrets)).address)


def _key(secrets: Secrets) -> str:
    kept = secrets.get(_SECRET)
    if kept is None:
        kept = new_key()
        secrets.put(_SECRET, kept)
    return kept
