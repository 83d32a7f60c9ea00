"""One row for one expectation of the same amount: all that can only be so, and whom to ask about the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from okawari.domain.matching.ledger import Expected, Ground, Match, Open, Row

_Edges = Mapping[str, list[str]]


def match_exactly(open_: Open) -> None:
    """Take every match of one amount that holds however the rest is resolved; ask where it may be otherwise."""
    for expected, rows in _alike(open_):
        for group, theirs in _components(_edges(expected, rows)):
            _settle(open_, group, theirs)


def fits(expected: Expected, row: Row) -> bool:
    """Return whether the row may be money of the expectation, its amount aside."""
    return (
        expected.earliest <= row.on <= expected.latest
        and (not expected.account or not row.account or expected.account == row.account)
        and (not row.order or not expected.order or row.order == expected.order)
        and row.key not in expected.refused
    )


def _alike(open_: Open) -> Iterator[tuple[list[Expected], list[Row]]]:
    """Yield the expectations and rows of one payee and amount."""
    rows: defaultdict[tuple[str, int, str], list[Row]] = defaultdict(list)
    for row in open_.rows.values():
        rows[row.payee, row.amount, row.currency].append(row)
        if row.foreign:
            rows[row.payee, *row.foreign].append(row)
    expected: defaultdict[tuple[str, int, str], list[Expected]] = defaultdict(list)
    for one in open_.expected.values():
        key = (one.payee, one.amount, one.currency)
        if key in rows:
            expected[key].append(one)
    for key, ones in expected.items():
        yield ones, rows[key]


def _edges(expected: Iterable[Expected], rows: list[Row]) -> dict[str, list[str]]:
    edges = {one.key: [row.key for row in rows if fits(one, row)] for one in expected}
    return {key: to for key, to in edges.items() if to}


def _components(edges: _Edges) -> Iterator[tuple[dict[str, list[str]], set[str]]]:
    """Yield the parts of the graph that hang together: expectations with their rows, and all of those rows."""
    back: defaultdict[str, list[str]] = defaultdict(list)
    for key, rows in edges.items():
        for row in rows:
            back[row].append(key)
    left = dict.fromkeys(edges)
    while left:
        waiting = [next(iter(left))]
        group: dict[str, list[str]] = {}
        theirs: set[str] = set()
        while waiting:
            key = waiting.pop()
            if key in group:
                continue
            group[key] = edges[key]
            del left[key]
            for row in edges[key]:
                if row not in theirs:
                    theirs.add(row)
                    waiting.extend(back[row])
        yield group, theirs


def _settle(open_: Open, group: dict[str, list[str]], theirs: set[str]) -> None:
    # A row that was refused elsewhere is never taken for its amount; like one that nobody claims, it leaves a doubt.
    firm = {key: [row for row in rows if not open_.rows[row].doubted] for key, rows in group.items()}
    owner = _largest_matching(firm)
    unseen = group.keys() - owner.values()
    spare = theirs - owner.keys()
    doubtful = _reached(group, owner, unseen) | (_contested(group, owner, spare) if spare else set())
    sure = {row: key for row, key in owner.items() if key not in doubtful}
    for keys, rows in _knots(group, sure):
        foreign = any(open_.rows[row].currency != open_.expected[key].currency for key in keys for row in rows)
        ground = Ground.FOREIGN_AMOUNT if foreign else Ground.SAME_AMOUNT
        open_.take(Match(expected=tuple(sorted(keys)), rows=tuple(sorted(rows)), ground=ground))
    taken = sure.keys()
    for key in sorted(doubtful):
        for row in group[key]:
            if row not in taken:
                open_.ask(key, (row,))


def _largest_matching(group: _Edges) -> dict[str, str]:
    """Return row → expectation for as many as possible (augmenting paths, without recursion)."""
    owner: dict[str, str] = {}
    for start in group:
        came_from: dict[str, tuple[str, str | None]] = {}
        waiting: list[tuple[str, str | None]] = [(start, None)]
        free = None
        while waiting and free is None:
            key, via = waiting.pop()
            for row in group[key]:
                if row in came_from:
                    continue
                came_from[row] = (key, via)
                if row not in owner:
                    free = row
                    break
                waiting.append((owner[row], row))
        while free is not None:
            key, via = came_from[free]
            owner[free] = key
            free = via
    return owner


def _reached(group: _Edges, owner: Mapping[str, str], unseen: set[str]) -> set[str]:
    """Return the expectations that some other matching of this size leaves without a row."""
    reached, waiting = set(unseen), list(unseen)
    while waiting:
        for row in group[waiting.pop()]:
            other = owner.get(row)
            if other is not None and other not in reached:
                reached.add(other)
                waiting.append(other)
    return reached


def _contested(group: _Edges, owner: Mapping[str, str], spare: set[str]) -> set[str]:
    """Return the expectations that may have a row nobody else claims instead of theirs: some order is not known to us."""
    row_of = {key: row for row, key in owner.items()}
    reached: set[str] = set()
    rows = set(spare)
    grown = True
    while grown:
        more = {key for key in group if key not in reached and not rows.isdisjoint(group[key])}
        reached |= more
        rows |= {row_of[key] for key in more if key in row_of}
        grown = bool(more)
    return reached


def _knots(group: _Edges, sure: Mapping[str, str]) -> Iterator[tuple[set[str], set[str]]]:
    """Yield sets of expectations that share sets of rows: single pairs where the pairing is the only one possible."""
    row_of = {key: row for row, key in sure.items()}
    follows = {key: {sure[row] for row in group[key] if row in sure} - {key} for key in row_of}
    left = set(row_of)
    for start in sorted(row_of):
        if start not in left:
            continue
        # Who can swap rows with whom, round and round: the others of its strongly connected part.
        knot = {start} | {key for key in _from(start, follows) if key in left and start in _from(key, follows)}
        left -= knot
        yield knot, {row_of[key] for key in knot}


def _from(start: str, follows: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        for key in follows[waiting.pop()]:
            if key not in reached:
                reached.add(key)
                waiting.append(key)
    return reached
