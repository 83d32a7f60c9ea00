"""Read some of the orders of an export, in this process or in any other one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from okawari.domain.export import ExportedOrder
from okawari.domain.export_facts import order_facts, refund_facts
from okawari.domain.facts import Fact, Provenance
from okawari.sources.amazon_export.export import Sheaf, read_sheaf
from okawari.sources.amazon_export.rows import Problems
from okawari.store.found import found_fact


def facts_in(sheaf: Sheaf, provenance: Provenance) -> tuple[list[tuple[object, ...]], Problems]:
    """Return what the orders, or the refunds, of a sheaf tell, ready to be kept, and what could not be read in it.

    Each is a `FoundFact`, but a plain tuple: another process hands these over in a tenth of the time.
    """
    found, problems = read_sheaf(sheaf)
    orders = (order_facts(one, provenance) for one in found if isinstance(one, ExportedOrder))
    refunds = refund_facts((one for one in found if not isinstance(one, ExportedOrder)), provenance)
    told: Iterable[Fact] = chain(chain.from_iterable(orders), refunds)
    return [tuple(found_fact(fact)) for fact in told], problems
