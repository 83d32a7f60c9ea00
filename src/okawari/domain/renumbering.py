"""Order numbers that were split, merged or changed: several numbers told as the one story that they are.

Which numbers belong together is only believed of the shop's own proven mails (`domain.belief.weigh`). A cancel of one of
several numbers takes a part of the story; a cancel of a number that another has replaced is no cancel of the goods.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from okawari.domain.belief import Weighed, in_order, instant, joins
from okawari.domain.facts import CancelNotified, Fact, OrderPlaced, OrderRenumbered, PersonSaid
from okawari.domain.message import OrderPart, Refund, Renumbering, RenumberKind
from okawari.domain.money import total
from okawari.domain.paid import adds_up
from okawari.domain.problem import Problem

KeyT = TypeVar("KeyT", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What is folded into one case: `weighed` is everything as it was said, `believed` the same told of one order.

    `others` are the further numbers under which the order goes or went.
    """

    order: str
    weighed: Weighed
    believed: tuple[Fact, ...]
    others: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def groups_of(links: Iterable[Sequence[KeyT]]) -> dict[KeyT, tuple[KeyT, ...]]:
    """Return for each linked key all that belong to it, itself among them; links may run in circles."""
    groups: dict[KeyT, dict[KeyT, None]] = {}
    for link in links:
        merged: dict[KeyT, None] = {}
        for key in link:
            merged |= groups.get(key, {key: None})
        groups |= dict.fromkeys(merged, merged)
    return {key: tuple(group) for key, group in groups.items()}


def without_sums_of_parts(facts: Iterable[Fact], head: str) -> tuple[Fact, ...]:
    """Return the facts without the sums that the person told of what is only a part of the order, which goes by `head` now.

    That is an order before it was merged with others, and one of the numbers that an order was split into.
    """
    listed = tuple(facts)
    renumbered = [fact for fact in _renumbered(listed) if joins(fact)]

    def of_a_part(said: PersonSaid) -> bool:
        return any(_is_part(said, fact, head) for fact in renumbered)

    return tuple(_without_sums(fact) if isinstance(fact, PersonSaid) and of_a_part(fact) else fact for fact in listed)


def _is_part(said: PersonSaid, renumbered: OrderRenumbered, head: str) -> bool:
    how = renumbered.renumbering
    match how.kind:
        case RenumberKind.MERGED:
            return len(how.old) > 1 and said.order in how.old and instant(said.at) < instant(renumbered.at)
        case RenumberKind.SPLIT:
            return said.order in how.new and said.order not in {head, *how.old}
        case RenumberKind.CHANGED:
            return False


def _without_sums(said: PersonSaid) -> PersonSaid:
    return replace(
        said,
        total=None,
        part=replace(said.part, total=None),
        payments=tuple(replace(one, amount=None) for one in said.payments),
        paid_by=tuple(replace(one, amount=None) for one in said.paid_by),
    )


def tell_together(stories: Sequence[Story]) -> Story:
    """Return one story of orders that renumbering has joined, the one that was first spoken of first in `stories`."""
    said = {one.order: None for one in stories}
    believed = _once(in_order(fact for one in stories for fact in one.believed))
    weighed = Weighed(
        believed,
        in_order(fact for one in stories for fact in one.weighed.set_aside),
        in_order(fact for one in stories for fact in one.weighed.forged),
    )
    numbers = _Numbers(head=stories[0].order)
    parts = {(fact.renumbering, fact.order): fact.part for one in stories for fact in _renumbered(one.believed)}
    for fact in believed:
        if isinstance(fact, OrderRenumbered):
            numbers.renumber(fact.renumbering, parts)
            said |= dict.fromkeys(fact.renumbering.numbers)
        elif isinstance(fact, OrderPlaced) and fact.part.items:
            numbers.held[fact.order] = fact.part
    believed = without_sums_of_parts(believed, numbers.head)
    cancels, problems = _cancels([fact for fact in believed if isinstance(fact, CancelNotified)], numbers)
    rest = [fact for fact in believed if not isinstance(fact, CancelNotified)]
    return Story(
        order=numbers.head,
        weighed=weighed,
        believed=in_order((*_placed(rest, numbers.together()), *cancels)),
        others=tuple(number for number in said if number != numbers.head),
        problems=problems,
    )


@dataclass(slots=True)
class _Numbers:
    """The numbers as the story goes on: `head` is what the first has become, `live` those in use, `held` what each holds.

    `before` is what was held in all before a split whose shares nobody told.
    """

    head: str
    live: dict[str, None] = field(default_factory=dict)
    held: dict[str, OrderPart | None] = field(default_factory=dict)
    before: OrderPart | None = None

    def renumber(self, said: Renumbering, parts: dict[tuple[Renumbering, str], OrderPart]) -> None:
        """Go on to the numbers that are said to be the new ones."""
        if self.head in said.old and self.head not in said.new and said.new:
            self.head = said.new[0]
        held = [self.held.get(number) for number in said.old or said.new]
        was = _together([part for part in held if part], merged=True) if all(held) else None
        if said.kind is RenumberKind.SPLIT:
            self.before = was or self.before
        for number in said.old:
            self.live.pop(number, None)
        for number in said.new:
            told = parts.get((said, number))
            keeps = was if said.kind is not RenumberKind.SPLIT and len(said.new) == 1 else None
            self.held[number] = told if told and told.items else keeps
            self.live[number] = None

    def together(self) -> OrderPart | None:
        """Return the order as all numbers in use hold it, else as it was before the split, else None."""
        known = [part for number in self.live if (part := self.held.get(number))]
        return _together(known, merged=False) if known and len(known) == len(self.live) else self.before


def _together(parts: Sequence[OrderPart], *, merged: bool) -> OrderPart | None:
    """Return parts as one. What `merged` orders cost is only known where no shipping was in them: it may have changed."""
    if len(parts) < 2:
        return parts[0] if parts else None
    items = tuple(item for part in parts for item in part.items)
    if merged and not all(adds_up(part.total, part.items, part.payments) for part in parts):
        items = tuple(replace(item, price=None, line_total=None) for item in items)
    totals = [part.total for part in parts if part.total is not None]
    ways = {tuple((paid.method, paid.kind) for paid in part.payments) for part in parts}
    return replace(
        parts[0],
        items=items,
        total=total(totals) if not merged and len(totals) == len(parts) else None,
        payments=tuple(replace(paid, amount=None) for paid in parts[0].payments) if len(ways) == 1 else (),
    )


def _placed(facts: Sequence[Fact], order: OrderPart | None) -> Iterator[Fact]:
    """Yield the facts with every confirmation told of the whole order; of a renumbering where there is none."""
    confirmed = any(isinstance(fact, OrderPlaced) for fact in facts)
    for fact in facts:
        yield replace(fact, part=order) if isinstance(fact, OrderPlaced) and order else fact
    first = next(_renumbered(facts))
    if order and not confirmed:
        yield OrderPlaced(
            merchant=first.merchant, order=first.order, at=first.at, provenance=first.provenance, part=order
        )


def _cancels(
    cancels: Sequence[CancelNotified], numbers: _Numbers
) -> tuple[tuple[CancelNotified, ...], tuple[Problem, ...]]:
    replaced = [fact for fact in cancels if not fact.partial and fact.order not in numbers.live]
    kept = [fact for fact in cancels if fact not in replaced]
    problems = tuple(
        Problem("replaced_number_cancelled", where=fact.provenance.file, detail=fact.order) for fact in replaced
    )
    whole = {fact.order: fact for fact in kept if not fact.partial}
    if len(numbers.live) < 2:
        return tuple(kept), problems
    if whole.keys() == numbers.live.keys():
        refund = _sum_of([fact.refund for fact in whole.values()])
        last = max(whole.values(), key=kept.index)
        return tuple(replace(fact, items=(), refund=refund if fact is last else None) for fact in kept), problems
    return tuple(_as_part(fact, numbers) for fact in kept), problems


def _as_part(fact: CancelNotified, numbers: _Numbers) -> CancelNotified:
    held = numbers.held.get(fact.order)
    return replace(fact, partial=True, items=fact.items or (held.items if held else ()))


def _sum_of(refunds: Sequence[Refund | None]) -> Refund | None:
    """Return what several cancels announce together, without an amount where one of them names none."""
    known = [refund for refund in refunds if refund is not None]
    amounts = [refund.amount for refund in known if refund.amount is not None]
    return replace(known[-1], amount=total(amounts) if len(amounts) == len(refunds) else None) if known else None


def _once(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts with each once: a renumbering is said of every number, a scan of every order in the parcel."""
    kept: dict[object, Fact] = {}
    for fact in facts:
        said = (fact.provenance.evidence, fact.renumbering) if isinstance(fact, OrderRenumbered) else fact
        kept.setdefault(said, fact)
    return tuple(kept.values())


def _renumbered(facts: Iterable[Fact]) -> Iterator[OrderRenumbered]:
    return (fact for fact in facts if isinstance(fact, OrderRenumbered))
