"""One round of the watching: look at what is due, tell what is to be told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from okawari.fetching.pages import PageGate
from okawari.services.alerting import Delivered, Say, deliver
from okawari.services.checking import Checked, check_due
from okawari.store.engine import Store
from okawari.store.secrets import Secrets


@dataclass(frozen=True, slots=True)
class Lookout:
    """What a round needs: the store, the gate to the pages, the channels' addresses, the words and the clock."""

    store: Store
    gate: PageGate
    secrets: Secrets
    say: Say
    now: Callable[[], datetime]


def look_round(lookout: Lookout, limit: int = 200) -> tuple[Checked, Delivered]:
    """Look at the pages that are due, at most `limit`; each alert goes out as soon as it is kept, older ones at the end."""
    total = Delivered()

    def tell() -> None:
        nonlocal total
        done = deliver(lookout.store, lookout.secrets, lookout.say, lookout.now())
        total = Delivered(
            total.sent + done.sent, total.put_off + done.put_off, (*total.switched_off, *done.switched_off)
        )

    checked = check_due(lookout.store, lookout.gate, lookout.now(), limit, told=tell)
    tell()
    return checked, replace(total, switched_off=tuple(dict.fromkeys(total.switched_off)))
