"""The list of what came in, as it grows: a page of 100,000 kept mails against one of 1,000, with and without a filter.

python -m bench.evidence_list --count 100000 --repeat 20
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from okawari.domain.judge import Trust
from okawari.services.evidence import Wanted, list_evidence
from okawari.services.household import Household
from okawari.store.engine import Store, connect
from okawari.store.found import pack
from okawari.store.schema import evidence, facts
from okawari.store.upgrade import upgrade

_PACKED = pack(b"x" * 200 + bytes(range(256)) * 40)
_KINDS = ("order_placed", "shipped", "delivered", "cancelled", "other")
_MERCHANTS = ("amazon_jp", "rakuten", "yodobashi", "")
_WANTED = (Wanted(), Wanted(kind="cancelled"), Wanted(merchant="rakuten"), Wanted(kind="other", merchant="yodobashi"))


def main(count: int, repeat: int) -> None:
    with tempfile.TemporaryDirectory(prefix="okawari-bench-") as folder:
        small, large = (_household(Path(folder) / f"{size}.db", size) for size in (1_000, count))
        for wanted in _WANTED:
            of_small = _seconds(lambda wanted=wanted: list_evidence(small, wanted, 50), repeat)
            for name, offset in (("first page", 0), ("last page", list_evidence(large, wanted, 0).total - 50)):
                spent = _seconds(lambda wanted=wanted, offset=offset: list_evidence(large, wanted, 50, offset), repeat)
                what = f"kind {wanted.kind or 'any'}, merchant {wanted.merchant or 'any'}, {name}"
                print(f"evidence list: {what}: {spent * 1e3:.1f} ms, {spent / of_small:.1f} x a store of 1,000")


def _seconds(look: Callable[[], object], repeat: int) -> float:
    spent = []
    for _ in range(repeat):
        begun = time.process_time()
        look()
        spent.append(time.process_time() - begun)
    return statistics.median(spent)


def _household(path: Path, count: int) -> Household:
    engine = connect(f"sqlite:///{path}")
    upgrade(engine)
    store = Store(engine)
    begin = datetime(2016, 1, 1, tzinfo=UTC)
    with store.writing() as transaction:
        for start in range(0, count, 1_000):
            numbers = range(start, start + 1_000)
            transaction.connection.execute(insert(evidence), [_mail(number, begin) for number in numbers])
            transaction.connection.execute(insert(facts), [_fact(number, begin) for number in numbers])
    return Household(store, Trust())


def _mail(number: int, begin: datetime) -> dict[str, object]:
    return {
        "household": "home",
        "sha256": f"{number * 2654435761 % 2**32:064x}",
        "same_mail": str(number),
        "source": f"Takeout.mbox#{number}",
        "raw": _PACKED,
        "size": 10_000,
        "imported_at": begin + timedelta(minutes=number // 100),
        "sent_at": begin + timedelta(minutes=number),
        "sender": "auto-confirm@amazon.co.jp",
        "subject": f"注文済み: 品物{number}",
        "merchant": _MERCHANTS[number % len(_MERCHANTS)],
        "kind": _KINDS[number % len(_KINDS)],
        "verdict": "genuine",
        "reader": "amazon_jp",
        "reader_version": 1,
    }


def _fact(number: int, begin: datetime) -> dict[str, object]:
    return {
        "household": "home",
        "evidence": f"{number * 2654435761 % 2**32:064x}",
        "position": 0,
        "merchant": "amazon_jp",
        "order_number": f"250-{number:07}-{number:07}",
        "at": begin,
        "kind": "order_placed",
        "payload": "{}",
    }


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--repeat", type=int, default=20)
    main(**vars(options.parse_args()))
