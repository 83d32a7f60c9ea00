"""Work on many things: a little in this process, more on the other cores of the machine."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from okawari.cycles import look_seldom

GivenP = ParamSpec("GivenP")
DoneT = TypeVar("DoneT")
TagT = TypeVar("TagT")

WORTH_PROCESSES = 8 * 1024 * 1024
"""Bytes to be read after which starting more processes is quicker than reading on in this one."""

MOST_PROCESSES = 3
"""More than so many wait for this one, which finds what is to be read and keeps what was read."""

GIVEN_AHEAD = 4
"""Pieces of work that each process has before it; where all have as many, this process does one itself."""

PIECES_AHEAD = 16
"""Pieces that are done, or being done, before what the first of them told is kept; of those done only what they told is held."""


class Processes:
    """Does pieces of work; the processes that it starts end with the `with` block."""

    def __init__(self) -> None:
        """Begin without any process."""
        self._bytes = 0
        self._pool: ProcessPoolExecutor | None = None
        self._count = 0
        self._given: list[Future[object]] = []

    def __enter__(self) -> Self:
        """Return it."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the processes; after an error what they were not yet given is left."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=error is not None)
            gc.unfreeze()

    def expect(self, size: int) -> bool:
        """Tell that so many more bytes are to be read; return whether processes start now, as they are worth it."""
        self._bytes += size
        if self._pool is None and self._bytes >= WORTH_PROCESSES and _cores() > 1:
            # New processes, not forked ones: a fork would share the database's connections and locks of other threads.
            spawn = multiprocessing.get_context("spawn")
            self._count = min(_cores() - 1, MOST_PROCESSES)
            self._pool = ProcessPoolExecutor(self._count, mp_context=spawn, initializer=_begin)
            gc.freeze()  # no cycles are looked for among all modules, again and again, while it lasts
            return True
        return False

    def do(self, work: Callable[GivenP, DoneT], /, *given: GivenP.args, **named: GivenP.kwargs) -> Future[DoneT]:
        """Return what `work` returns, at once or later."""
        self._given = [future for future in self._given if not future.done()]
        if self._pool is not None and len(self._given) < GIVEN_AHEAD * self._count:
            later = self._pool.submit(work, *given, **named)
            self._given.append(later)  # type: ignore[arg-type]
            return later
        done: Future[DoneT] = Future()
        done.set_result(work(*given, **named))
        return done


def in_turn(begun: Iterable[tuple[TagT, Future[DoneT]]]) -> Iterator[tuple[TagT, DoneT]]:
    """Yield what each piece of work returned, by its tag, in the order in which they were begun."""
    waiting: deque[tuple[TagT, Future[DoneT]]] = deque()
    for one in begun:
        waiting.append(one)
        while waiting and (len(waiting) > PIECES_AHEAD or waiting[0][1].done()):
            tag, work = waiting.popleft()
            yield tag, work.result()
    for tag, work in waiting:
        yield tag, work.result()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin() -> None:
    """Look seldom for cycles, leave interrupts to the parent, and end when it is gone, even killed: nobody else would end this process."""
    look_seldom()
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
