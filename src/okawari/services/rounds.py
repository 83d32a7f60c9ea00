"""One round of the watching: look at what is due, tell what is to be told."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from time import sleep

from okawari.domain.japan_time import japan_day
from okawari.domain.judge import Trust
from okawari.domain.problem import Problem
from okawari.domain.profile import Profile
from okawari.fetching.pages import PageGate
from okawari.services.alerting import Delivered, Say, deliver, send_all
from okawari.services.checking import Checked, check_due
from okawari.services.digest import digest_is_due, make_digest
from okawari.services.offers import PriceAccess
from okawari.services.ranking import own_profile
from okawari.store import watched_pages
from okawari.store.engine import Store
from okawari.store.outbox import Delivery
from okawari.store.secrets import Secrets

_log = logging.getLogger(__name__)
_IDLE_S = 1.0
_AFTER_TROUBLE_S = 10.0
_LONGEST_WAIT_S = 30.0
"""Our own choice: pauses of a host that are waited for within one command."""
_TRUST = Trust()


@dataclass(frozen=True, slots=True)
class Lookout:
    """What a round needs: the store, the gate to the pages, the channels' addresses, the words and the clock.

    `prices` opens the price services for searches, `trust` is that of the kept mails. `digest_at` is the time in Japan from which the day's digest is made, None for none; `profile` is where the person's may lie.
    """

    store: Store
    gate: PageGate
    secrets: Secrets
    say: Say
    now: Callable[[], datetime]
    digest_at: time | None = None
    profile: Path | None = None
    prices: PriceAccess | None = None
    trust: Trust = _TRUST

    def person(self) -> Profile:
        """Return the person's own profile, an empty one where there is none that can be used."""
        own = own_profile(self.profile)
        if isinstance(own, Problem):
            _log.warning("the profile cannot be used: %s %s", own.where, own.code)
            return Profile()
        return own


def look_round(lookout: Lookout, limit: int = 200) -> tuple[Checked, Delivered]:
    """Look at the pages that are due, at most `limit`, and make the day's digest where its time has come.

    Each alert goes out as soon as it is kept, older ones and the digest at the end.
    """
    sending: list[Future[Delivered]] = []
    with ThreadPoolExecutor(1, thread_name_prefix="telling") as telling:

        def tell(to_send: Sequence[Delivery]) -> None:
            sending.append(
                telling.submit(send_all, lookout.store, lookout.secrets, lookout.say, to_send, lookout.now())
            )

        checked = check_due(
            lookout.store,
            lookout.gate,
            lookout.now(),
            limit,
            told=tell,
            profile=lookout.person,
            prices=lookout.prices,
            trust=lookout.trust,
        )
    done = [future.result() for future in sending]
    if digest_is_due(lookout.store, lookout.digest_at, lookout.now()):
        make_digest(lookout.store, japan_day(lookout.now()), lookout.now())
    done.append(deliver(lookout.store, lookout.secrets, lookout.say, lookout.now()))
    return checked, sum(done, Delivered())


def look_once(lookout: Lookout, wait: Callable[[float], object] = sleep) -> tuple[Checked, Delivered]:
    """Look once at each page that is due now, waiting as long as its host is to be left alone between two of them.

    A host that is left alone for longer, as it did not answer or asked for it, is waited for by nobody.
    """
    since = lookout.now()
    checked, told = look_round(lookout)
    while (pause := _until_next_turn(lookout, since)) is not None and pause <= _LONGEST_WAIT_S:
        wait(pause)
        more, sent = look_round(lookout)
        if not more.pages:  # another process has taken them
            break
        checked, told = checked + more, told + sent
    return checked, told


def _until_next_turn(lookout: Lookout, since: datetime) -> float | None:
    with lookout.store.reading() as transaction:
        turn = watched_pages.next_turn(transaction, since)
    return None if turn is None else max(0.0, (turn - lookout.now()).total_seconds())


def look_on(
    lookout: Lookout, stopped: threading.Event, looked: Callable[[Checked], object] = lambda _checked: None
) -> None:
    """Make rounds until `stopped`, telling `looked` of each that looked at a page; one that breaks off stops no other."""
    pause = 0.0
    while not stopped.wait(pause):
        try:
            checked, _ = look_round(lookout)
        except Exception:  # noqa: BLE001 - a database that is away comes back; what was due stays due
            _log.exception("a round of looks broke off")
            pause = _AFTER_TROUBLE_S
            continue
        if checked.pages:
            looked(checked)
        pause = 0.0 if checked.pages else _IDLE_S


def look_in_background(lookout: Lookout) -> threading.Event:
    """Make rounds in a thread that ends with the process; return what stops it."""
    stopped = threading.Event()
    threading.Thread(target=look_on, args=(lookout, stopped), daemon=True, name="lookout").start()
    return stopped
