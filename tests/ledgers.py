"""Ledgers of which the truth is known: what was expected, what the accounts show, and which is which."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from okawari.domain.matching import Charge, Expected, Row

FIRST_DAY = date(2016, 1, 1)
PAYEES = ("amazon_jp", "amazon_jp", "amazon_jp", "rakuten", "yahoo_shopping", "yodobashi", "biccamera", "joshin")
ACCOUNTS = ("visa", "visa", "jcb", "")
HOW = ("one_row", "split", "merged", "netted", "twins", "named", "unseen", "unseen_twin")
WEIGHTS = (76, 6, 5, 3, 3, 3, 3, 1)


@dataclass
class Ledger:
    """Expectations, rows and charges; `truth` names the rows of each expectation that has any.

    `findable` are the expectations that a careful reader can be sure of.
    """

    expected: list[Expected] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    bills: list[Charge] = field(default_factory=list)
    prices: list[Charge] = field(default_factory=list)
    truth: dict[str, set[str]] = field(default_factory=dict)
    findable: set[str] = field(default_factory=set)


def ledger(random: Random, orders: int, charges: int = 0, strangers: float = 0.03, days: int = 3_650) -> Ledger:
    """Return a ledger of so many cancelled orders, with refunds of orders nobody told us of among its rows."""
    made = _Making(random, days)
    while len(made.ledger.expected) < orders:
        getattr(made, random.choices(HOW, WEIGHTS)[0])()
    made.strangers(int(orders * strangers))
    made.purchases(charges)
    random.shuffle(made.ledger.rows)
    random.shuffle(made.ledger.expected)
    return made.ledger


class _Making:
    def __init__(self, random: Random, days: int) -> None:
        self.random = random
        self.days = days
        self.ledger = Ledger()
        self.amounts: set[tuple[str, int]] = set()

    def one_row(self) -> None:
        one = self.expect()
        self.show(one, [one.amount])

    def split(self) -> None:
        one = self.expect(least=900)
        count = self.random.randint(2, 3)
        cuts = sorted(self.random.sample(range(100, one.amount - 100), count - 1))
        parts = [end - start for start, end in zip([0, *cuts], [*cuts, one.amount], strict=True)]
        self.show(one, parts)

    def merged(self) -> None:
        first = self.expect()
        others = [self.expect(like=first) for _ in range(self.random.randint(1, 2))]
        group = [first, *others]
        row = self.row(first, sum(one.amount for one in group))
        for one in group:
            self.ledger.truth[one.key] = {row.key}
            self.ledger.findable.add(one.key)

    def netted(self) -> None:
        one = self.expect()
        price = one.amount + self.amount(one.payee)
        day = self.day_in(one)
        key = f"p{len(self.ledger.prices)}"
        self.ledger.prices.append(Charge(key=key, payee=one.payee, amount=price, on=day, account=one.account))
        bill = Charge(
            key=f"b{len(self.ledger.bills)}", payee=one.payee, amount=price - one.amount, on=day, account=one.account
        )
        self.ledger.bills.append(bill)
        self.ledger.truth[one.key] = {bill.key}
        self.ledger.findable.add(one.key)

    def twins(self) -> None:
        one = self.expect()
        other = self.expect(like=one, amount=one.amount)
        self.show(one, [one.amount])
        self.show(other, [other.amount])

    def named(self) -> None:
        one = self.expect(order=f"250-{len(self.ledger.expected):07}-0000000")
        self.show(one, [one.amount], order=one.order)

    def unseen(self) -> None:
        self.expect()

    def unseen_twin(self) -> None:
        """Of two alike, one has come: nobody can tell which."""
        one = self.expect()
        self.expect(like=one, amount=one.amount)
        self.show(one, [one.amount], findable=False)

    def strangers(self, count: int) -> None:
        for number in range(count):
            payee = self.random.choice(PAYEES)
            day = FIRST_DAY + timedelta(days=self.random.randrange(self.days))
            self.ledger.rows.append(Row(key=f"s{number}", payee=payee, amount=self.amount(payee), on=day))

    def purchases(self, count: int) -> None:
        for number in range(count):
            payee = self.random.choice(PAYEES)
            day = FIRST_DAY + timedelta(days=self.random.randrange(self.days))
            amount = self.amount(payee)
            key, account = f"c{number}", self.random.choice(ACCOUNTS)
            self.ledger.bills.append(Charge(key=f"b{key}", payee=payee, amount=amount, on=day, account=account))
            self.ledger.prices.append(Charge(key=f"p{key}", payee=payee, amount=amount, on=day, account=account))

    def amount(self, payee: str) -> int:
        """Return a price that no other order of the payee has: of alike ones, twins are made on purpose."""
        while True:
            amount = int(10 ** self.random.uniform(2.5, 5))
            if (payee, amount) not in self.amounts:
                self.amounts.add((payee, amount))
                return amount

    def expect(self, *, like: Expected | None = None, amount: int = 0, least: int = 0, order: str = "") -> Expected:
        payee = like.payee if like else self.random.choice(PAYEES)
        issued = (like.issued_on or FIRST_DAY) if like else FIRST_DAY + timedelta(days=self.random.randrange(self.days))
        value = amount or self.amount(payee)
        while value < least:
            value = self.amount(payee)
        one = Expected(
            key=f"e{len(self.ledger.expected)}",
            payee=payee,
            amount=value,
            earliest=issued,
            latest=issued + timedelta(days=75),
            account=like.account if like else self.random.choice(ACCOUNTS),
            order=order,
            issued_on=issued,
        )
        self.ledger.expected.append(one)
        return one

    def day_in(self, one: Expected) -> date:
        return one.earliest + timedelta(days=min(75, int(self.random.expovariate(1 / 10))))

    def row(self, one: Expected, amount: int, order: str = "", on: date | None = None) -> Row:
        row = Row(
            key=f"r{len(self.ledger.rows)}",
            payee=one.payee,
            amount=amount,
            on=on or self.day_in(one),
            account=one.account or self.random.choice(("visa", "jcb")),
            order=order,
        )
        self.ledger.rows.append(row)
        return row

    def show(self, one: Expected, parts: list[int], *, order: str = "", findable: bool = True) -> None:
        first = self.row(one, parts[0], order)
        rows = [first]
        for part in parts[1:]:
            rows.append(
                self.row(one, part, order, on=min(one.latest, first.on + timedelta(days=self.random.choice((0, 0, 1)))))
            )
            self.ledger.rows[-1] = rows[-1] = Row(**{**_fields(rows[-1]), "account": first.account})
        self.ledger.truth[one.key] = {row.key for row in rows}
        if findable:
            self.ledger.findable.add(one.key)


def _fields(row: Row) -> dict:
    return {name: getattr(row, name) for name in Row.__slots__}
