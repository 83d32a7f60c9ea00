"""Read many mails: a few in this process, more on the other cores of the machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from types import TracebackType
from typing import Self

from okawari.domain.facts import facts_of
from okawari.domain.judge import Trust
from okawari.reading.mail.intake import RawMail
from okawari.reading.mail.same import same_mail_key
from okawari.services.opening import open_mail
from okawari.services.read import understand
from okawari.store.found import FoundMail, found_mail

WORTH_PROCESSES = 8 * 1024 * 1024
"""Bytes of mails after which starting more processes is quicker than reading on in this one."""

MOST_PROCESSES = 3
"""More than so many wait for this one, which finds the mails and keeps what was read."""

GIVEN_AHEAD = 2
"""Batches that each process has before it; where all have as many, this process reads one itself."""


def read_mails(mails: Sequence[RawMail], trust: Trust) -> tuple[FoundMail, ...]:
    """Return each mail with what it says, ready to be kept."""
    return tuple(_read(mail, trust) for mail in mails)


def _read(mail: RawMail, trust: Trust) -> FoundMail:
    reading = understand(open_mail(mail.raw, mail.file, trust, mail.sha256), trust)
    return found_mail(mail.raw, same_mail_key(mail.raw), reading, facts_of(reading))


class Readers:
    """Reads batches of mails; the processes that it starts end with the `with` block."""

    def __init__(self, trust: Trust) -> None:
        """Begin without any process."""
        self._trust = trust
        self._bytes = 0
        self._pool: ProcessPoolExecutor | None = None
        self._processes = 0
        self._given: list[Future[tuple[FoundMail, ...]]] = []

    def __enter__(self) -> Self:
        """Return the readers."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the processes; after an error what they were not yet given is left."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=error is not None)

    def read(self, mails: Sequence[RawMail]) -> Future[tuple[FoundMail, ...]]:
        """Return what the mails say, at once or later."""
        self._bytes += sum(len(mail.raw) for mail in mails)
        if self._pool is None and self._bytes >= WORTH_PROCESSES and _cores() > 1:
            # New processes, not forked ones: a fork would share the database's connections and locks of other threads.
            spawn = multiprocessing.get_context("spawn")
            self._processes = min(_cores() - 1, MOST_PROCESSES)
            self._pool = ProcessPoolExecutor(self._processes, mp_context=spawn, initializer=_end_with_parent)
        self._given = [future for future in self._given if not future.done()]
        if self._pool is not None and len(self._given) < GIVEN_AHEAD * self._processes:
            self._given.append(self._pool.submit(read_mails, mails, self._trust))
            return self._given[-1]
        done: Future[tuple[FoundMail, ...]] = Future()
        done.set_result(read_mails(mails, self._trust))
        return done


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _end_with_parent() -> None:
    """Leave interrupts to the parent, and end when it is gone, even killed: nobody else would end this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
