"""Remember what an import could not read, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from okawari.reading.mail.intake import Unreadable
from okawari.store import unreadable
from okawari.store.engine import Store
from okawari.store.unreadable import Unread

KEPT_OF_ONE = 1_000
"""At most this many problems are remembered of one file or folder."""


def remember_unreadable(store: Store, roots: Iterable[str], met: Iterable[Unreadable], at: datetime) -> None:
    """Keep what could not be read in each root that was imported; what an earlier import of it met is forgotten."""
    names = sorted(dict.fromkeys(roots), key=len, reverse=True)
    of_root: defaultdict[str, list[Unread]] = defaultdict(list)
    for item in met:
        root = next((name for name in names if item.file.startswith(name)), item.file)
        if len(of_root[root]) < KEPT_OF_ONE:
            problem = item.problem
            of_root[root].append(Unread(file=item.file, code=problem.code, detail=problem.detail, met_at=at))
    with store.writing() as transaction:
        for root in dict.fromkeys((*names, *of_root)):
            unreadable.replace(transaction, root, of_root.get(root, ()))
