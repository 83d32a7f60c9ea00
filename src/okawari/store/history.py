"""The past of offers, in packed blocks: only what changed, and when it was last borne out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain

from sqlalchemy import ColumnElement, RowMapping, bindparam, delete, func, insert, select, update

from okawari.domain.history import UNSEEN_AFTER, History, Point, State, looked, minute_of, moment_of
from okawari.store.engine import Transaction
from okawari.store.packing import pack, unpack
from okawari.store.watching_schema import histories, history_blocks

FULL = 900
"""Bytes of a block that nothing is added to any more: SQLite keeps a row of up to 1,000 bytes in one place."""

_ASKED = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An offer whose past is kept; `page` names it, `product` the thing wherever it is sold ("jan:…", "" unknown)."""

    page: str
    url: str
    title: str = ""
    product: str = ""
    last_seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A look at an offer. Without `lasting` nothing but the newest state is kept of it: its terms forbid a history."""

    offer: Offered
    at: datetime
    state: State
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class _Past:
    """An offer with its last block, unpacked."""

    id: int
    offer: Offered
    first: int
    block: bytes
    history: History


class _Written:
    """What is to be written of several offers, so that each statement runs once for all of them."""

    def __init__(self) -> None:
        self.points = 0
        self._grown: list[dict[str, object]] = []
        self._begun: list[dict[str, object]] = []
        self._told: list[dict[str, object]] = []

    def append(self, past: _Past, points: Sequence[Point]) -> None:
        """Add points to the last block of an offer, and to further ones where it is full."""
        self.points += len(points)
        first, block, left = past.first, past.block, list(points)
        if left and block and len(block) < FULL:
            grown, left = _filled(left, first, block)
            self._grown.append({"of_history": past.id, "of_first": first, "new_packed": grown})
        elif left and block and left[0].minute <= first:
            left = [Point(max(point.minute, first + 1), point.state) for point in left]
        while left:
            first = left[0].minute
            grown, left = _filled(left, first, b"")
            self._begun.append({"history": past.id, "first": first, "packed": grown})

    def tell(self, past: _Past, offer: Offered, last_seen: int) -> None:
        """Keep until when an offer was seen, and what it is called by now."""
        self._told.append(
            {
                "of_id": past.id,
                "new_last_seen": last_seen,
                "new_title": offer.title or past.offer.title,
                "new_product": offer.product or past.offer.product,
            }
        )

    def write(self, transaction: Transaction) -> None:
        """Write it all."""
        for statement, rows in ((_GROW, self._grown), (_BEGIN, self._begun), (_TELL, self._told)):
            if rows:
                transaction.connection.execute(statement, rows)


_GROW = (
    update(history_blocks)
    .where(history_blocks.c.history == bindparam("of_history"), history_blocks.c.first == bindparam("of_first"))
    .values(packed=bindparam("new_packed"))
)
_BEGIN = insert(history_blocks)
_TELL = (
    update(histories)
    .where(histories.c.id == bindparam("of_id"))
    .values({name: bindparam(f"new_{name}") for name in ("last_seen", "title", "product")})
)


def keep(transaction: Transaction, looks: Iterable[Seen]) -> int:
    """Keep looks, at most one for each offer; return how many points they added."""
    newest = {look.offer.page: look for look in looks}
    known = _known(transaction, newest)
    new = [look for page, look in newest.items() if page not in known]
    if new:
        rows = [
            {
                "household": transaction.household,
                "page": look.offer.page,
                "url": look.offer.url,
                "title": look.offer.title,
                "product": look.offer.product,
                "last_seen": minute_of(look.at),
            }
            for look in new
        ]
        transaction.connection.execute(insert(histories), rows)
        known |= _known(transaction, [look.offer.page for look in new])
    written = _Written()
    for page, look in newest.items():
        _keep(transaction, known[page], look, written)
    written.write(transaction)
    return written.points


def bear_out(transaction: Transaction, pages: Collection[str], at: datetime) -> bool:
    """Keep that offers say what they said; return False where one was not looked at for so long that it needs a point."""
    minute = minute_of(at)
    mine = {
        "of_household": transaction.household,
        "of_pages": list(pages),
        "since": minute - UNSEEN_AFTER // timedelta(minutes=1),
        "now": minute,
    }
    return transaction.connection.execute(_BEAR_OUT, mine).rowcount == len(pages)


_BEAR_OUT = (
    update(histories)
    .where(
        histories.c.household == bindparam("of_household"),
        histories.c.page.in_(bindparam("of_pages", expanding=True)),
        histories.c.last_seen.between(bindparam("since"), bindparam("now")),
    )
    .values(last_seen=bindparam("now"))
)


def _keep(transaction: Transaction, past: _Past, look: Seen, written: _Written) -> None:
    minute = minute_of(look.at)
    added = looked(past.history, minute, look.state)
    if added and not look.lasting:
        _drop_blocks(transaction, past.id)
        past, added = replace(past, block=b""), (Point(minute, look.state),)
    written.append(past, added)
    if minute >= past.history.last_seen:
        written.tell(past, look.offer, minute)


def put(transaction: Transaction, offer: Offered, history: History) -> int:
    """Add what another saw of an offer to its past; return how many points came.

    Where the two overlap in time, our own looks stand, and what lies before and after them is added.
    """
    past = _known(transaction, (offer.page,)).get(offer.page)
    if past is None:
        row = {"household": transaction.household, "page": offer.page, "url": offer.url, "title": offer.title}
        values = insert(histories).values(**row, product=offer.product, last_seen=history.last_seen)
        transaction.connection.execute(values)
        past = _known(transaction, (offer.page,))[offer.page]
    own = _whole(transaction, past.id, past.offer)
    joined = _joined(own, history)
    _drop_blocks(transaction, past.id)
    written = _Written()
    written.append(replace(past, block=b""), joined.points)
    written.tell(past, offer, joined.last_seen)
    written.write(transaction)
    return len(joined.points) - len(own.points)


def of_page(transaction: Transaction, page: str) -> History:
    """Return the past of an offer, empty where none is kept."""
    mine = {"of_household": transaction.household, "of_page": page}
    rows = transaction.connection.execute(_OF_PAGE, mine).all()
    points = chain.from_iterable(unpack(packed, first) for _, first, packed in rows)
    return History(tuple(points), rows[0][0]) if rows else History()


_OF_PAGE = (
    select(histories.c.last_seen, history_blocks.c.first, history_blocks.c.packed)
    .join(history_blocks, history_blocks.c.history == histories.c.id)
    .where(histories.c.household == bindparam("of_household"), histories.c.page == bindparam("of_page"))
    .order_by(history_blocks.c.first)
)


def every(transaction: Transaction) -> tuple[Offered, ...]:
    """Return the offers whose past is kept, those of one product together."""
    return _listed(transaction)


def same_product(transaction: Transaction, pages: Iterable[str]) -> tuple[Offered, ...]:
    """Return offers of the products that any of the pages sells, these pages themselves included."""
    listed = list(pages)
    products = select(histories.c.product).where(
        histories.c.household == transaction.household, histories.c.page.in_(listed), histories.c.product != ""
    )
    return _listed(transaction, histories.c.page.in_(listed) | histories.c.product.in_(products))


def of_products(transaction: Transaction, products: Collection[str]) -> tuple[Offered, ...]:
    """Return the offers of products, by their numbers ("jan:…")."""
    return _listed(transaction, histories.c.product.in_(products), histories.c.product != "") if products else ()


def newest(transaction: Transaction, limit: int) -> tuple[Offered, ...]:
    """Return the offers that were last seen last, at most `limit`."""
    query = (
        select(histories)
        .where(histories.c.household == transaction.household)
        .order_by(histories.c.last_seen.desc(), histories.c.id)
        .limit(limit)
    )
    return tuple(_offered(row) for row in transaction.connection.execute(query).mappings())


def forget(transaction: Transaction, page: str) -> bool:
    """Delete the past of an offer; return whether there was one."""
    mine = (histories.c.household == transaction.household, histories.c.page == page)
    id_ = transaction.connection.execute(select(histories.c.id).where(*mine)).scalar()
    if id_ is None:
        return False
    _drop_blocks(transaction, id_)
    return transaction.connection.execute(delete(histories).where(*mine)).rowcount > 0


def _joined(own: History, other: History) -> History:
    """Return two pasts as one; between our first and last look ours stands."""
    if not own.points:
        return other
    if not other.points:
        return own
    begun = own.points[0].minute
    before = [point for point in other.points if point.minute < begun]
    if before and other.last_seen < begun and before[-1].state is not None:
        before.append(Point(other.last_seen, None))
    later = list(other.since(own.last_seen + 1).points) if other.last_seen > own.last_seen else []
    if later and later[0].minute - own.last_seen > UNSEEN_AFTER // timedelta(minutes=1) and own.points[-1].state:
        later.insert(0, Point(own.last_seen, None))
    elif later and later[0].state == own.points[-1].state:
        del later[0]
    return History((*before, *own.points, *later), max(own.last_seen, other.last_seen))


def _known(transaction: Transaction, pages: Iterable[str]) -> dict[str, _Past]:
    listed = list(pages)
    found: dict[str, _Past] = {}
    for start in range(0, len(listed), _ASKED):
        mine = {"of_household": transaction.household, "of_pages": listed[start : start + _ASKED]}
        for row in transaction.connection.execute(_KNOWN, mine).mappings():
            first, block = row["first"] or 0, row["packed"] or b""
            points = tuple(unpack(block, first)) if block else ()
            found[row["page"]] = _Past(row["id"], _offered(row), first, block, History(points, row["last_seen"]))
    return found


_NEWEST = (
    select(func.max(history_blocks.c.first))
    .where(history_blocks.c.history == histories.c.id)
    .correlate(histories)
    .scalar_subquery()
)
_KNOWN = (
    select(histories, history_blocks.c.first, history_blocks.c.packed)
    .outerjoin(history_blocks, (history_blocks.c.history == histories.c.id) & (history_blocks.c.first == _NEWEST))
    .where(
        histories.c.household == bindparam("of_household"),
        histories.c.page.in_(bindparam("of_pages", expanding=True)),
    )
)


def _filled(points: list[Point], first: int, block: bytes) -> tuple[bytes, list[Point]]:
    """Return a block with as many points as it takes, and the rest, which begins at a later minute."""
    room = max(1, (FULL - len(block)) // 4)
    while room < len(points) and points[room].minute <= points[0].minute:
        room += 1
    grown = pack(points[:room], first, block)
    rest = points[room:]
    return (grown, rest) if not rest or len(grown) >= FULL else _filled(rest, first, grown)


def _whole(transaction: Transaction, id_: int, offer: Offered) -> History:
    query = select(history_blocks).where(history_blocks.c.history == id_).order_by(history_blocks.c.first)
    points = tuple(_points(transaction.connection.execute(query).mappings()))
    return History(points, minute_of(offer.last_seen_at)) if offer.last_seen_at else History()


def _points(rows: Iterable[RowMapping]) -> Iterable[Point]:
    for row in rows:
        yield from unpack(row["packed"], row["first"])


def _drop_blocks(transaction: Transaction, id_: int) -> None:
    transaction.connection.execute(delete(history_blocks).where(history_blocks.c.history == id_))


def _listed(transaction: Transaction, *conditions: ColumnElement[bool]) -> tuple[Offered, ...]:
    query = select(histories).where(histories.c.household == transaction.household, *conditions)
    ordered = query.order_by(histories.c.product, histories.c.id)
    return tuple(_offered(row) for row in transaction.connection.execute(ordered).mappings())


def _offered(row: RowMapping) -> Offered:
    named = {name: row[name] for name in ("page", "url", "title", "product")}
    return Offered(**named, last_seen_at=moment_of(row["last_seen"]))
