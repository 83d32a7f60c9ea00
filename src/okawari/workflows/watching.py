"""Listening to watched mailboxes whose servers tell of new mails; what is told becomes a job."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

from filelock import FileLock, Timeout

from okawari.services import mailboxes
from okawari.services.jobs import JobKind, Jobs
from okawari.services.mailboxes import MailAccess

_BETWEEN_LOOKS_S = 15.0
_LISTENED_S = 240.0
"""Shorter than the idle time-out of any home router, so that a line that is dead is noticed."""


class Watching:
    """One thread for each mailbox that is listened to, by one process of this machine."""

    def __init__(self, access: MailAccess, jobs: Jobs) -> None:
        """Prepare to listen."""
        self._access = access
        self._jobs = jobs
        self._stopped = threading.Event()
        self._listening: dict[str, threading.Thread] = {}

    def start(self, locks: Path) -> None:
        """Listen from now on; files in `locks` say which mailboxes are listened to."""
        threading.Thread(target=self._look_after, args=(locks,), daemon=True, name="watching").start()

    def stop(self) -> None:
        """Begin nothing new; threads that listen end with the process."""
        self._stopped.set()

    def _look_after(self, locks: Path) -> None:
        while not self._stopped.wait(_BETWEEN_LOOKS_S if self._listening else 1.0):
            for mailbox in mailboxes.every(self._access):
                name = mailbox.account.name
                thread = self._listening.get(name)
                if mailbox.watched and not mailbox.trouble and mailbox.looked_at and not (thread and thread.is_alive()):
                    thread = threading.Thread(target=self._listen, args=(name, locks), daemon=True, name="listening")
                    self._listening[name] = thread
                    thread.start()

    def _listen(self, name: str, locks: Path) -> None:
        lock = FileLock(locks / f"{hashlib.sha256(name.encode()).hexdigest()}.watch", thread_local=False)
        try:
            with lock.acquire(timeout=0):
                for told in mailboxes.news(self._access, name, _LISTENED_S):
                    if self._stopped.is_set():
                        return
                    if told:
                        self._jobs.enqueue(JobKind.MAILBOX_WATCH, name)
        except Timeout:
            return
