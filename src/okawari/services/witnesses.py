"""Lines of kept statements that name an order, as facts about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from okawari.domain.export_facts import BY_THE_PERSON
from okawari.domain.facts import Provenance
from okawari.domain.japan_time import noon_of
from okawari.domain.phrase import PhraseValue, phrase
from okawari.domain.statement import Witness
from okawari.domain.statement_facts import StatementLineSeen
from okawari.services.keeping_statements import READER
from okawari.sources.amazon_jp import gift_balance
from okawari.sources.statements import layouts
from okawari.store import statement_lines
from okawari.store.engine import Transaction


def seen_on_statements(
    transaction: Transaction, orders: Sequence[str], refused: Collection[str] = ()
) -> Iterator[StatementLineSeen]:
    """Yield the lines that name one of the orders; whose number it is only the balance of a shop itself tells.

    `refused` are the keys of lines of which the person said that they are not the order's money.
    """
    for kept in statement_lines.naming(transaction, orders):
        line = kept.line
        if kept.key in refused:
            continue
        yield StatementLineSeen(
            merchant=gift_balance.MERCHANT if line.source == gift_balance.SOURCE else None,
            order=line.order,
            at=noon_of(line.on),
            provenance=Provenance(
                evidence=kept.evidence,
                file=line.file,
                reader=READER[0],
                reader_version=READER[1],
                authenticity=BY_THE_PERSON,
            ),
            witness=Witness(line, source_name(line.source), kept.key),
        )


def source_name(source: str) -> PhraseValue:
    """Return the name of a statement's source: ours in both languages, one that the person told as it is."""
    return phrase(f"statements.source_{source}") if source in _known_sources() else source


@cache
def _known_sources() -> frozenset[str]:
    named = {name for layout in layouts() for name in (layout.source, *dict(layout.by_card).values())}
    return frozenset({gift_balance.SOURCE, *named})
