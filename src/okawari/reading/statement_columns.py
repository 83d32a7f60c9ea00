"""Layouts that a person tells: which columns of an unknown statement hold the day, the amount and the merchant."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as Mapping_
from dataclasses import asdict, dataclass, replace

from okawari.domain.account import AccountKind
from okawari.domain.statement import LineKind
from okawari.reading.statement import LOOK_WITHIN, Layout
from okawari.reading.statement_cells import plain, signed_yen, statement_date

PREVIEW_ROWS = 30
_MOSTLY = 0.8
_AMOUNT_WORDS = ("利用金額", "支払金額", "出金", "支出", "金額", "amount")
_BACK_WORDS = ("戻", "返金", "refund")
_REFUND_WORDS = (*_BACK_WORDS, "入金", "収入")
_MERCHANT_WORDS = ("利用先", "店", "内容", "摘要", "取引先", "merchant", "description")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Which columns hold what, counted from 1; `refund` 0 where there is no column of its own for it.

    `account` is what the statement is of. `negative` is what an amount below zero means: `refund` (then others are charges), `charge` (then others came in, a
    refund only where words say so), or `other` where nobody told.
    """

    date: int
    amount: int
    merchant: int
    refund: int = 0
    negative: LineKind = LineKind.OTHER
    account: AccountKind = AccountKind.CARD


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The start of a table: its heading ("" cells where it has none), its first rows, and what each column seems to hold.

    `holds` names for each column the share of its filled cells that are a day (`date`) or an amount (`amount`), or "".
    `guess` is the mapping that the content suggests, with 0 for what it does not tell.
    """

    heading: tuple[str, ...]
    headed: bool
    rows: tuple[tuple[str, ...], ...]
    holds: tuple[str, ...]
    guess: Mapping


class UnusableMappingError(ValueError):
    """A mapping that does not fit its table; `field` is the name of what is wrong, `code` says why."""

    def __init__(self, field: str, code: str) -> None:
        """Keep what is wrong and why."""
        super().__init__(f"{field}: {code}")
        self.field = field
        self.code = code


def preview(rows: Iterable[list[str]]) -> Preview | None:
    """Return the start of a table, None where no row of it has two columns."""
    looked = [tuple(cell.strip() for cell in cells) for _, cells in zip(range(PREVIEW_ROWS), rows, strict=False)]
    width = max((len(cells) for cells in looked), default=0)
    if width < 2:
        return None
    at = next((at for at, cells in enumerate(looked[:LOOK_WITHIN]) if _is_full(cells, width)), 0)
    headed = not any(statement_date(cell) for cell in looked[at])
    first = looked[at] if headed else ("",) * width
    heading = first + ("",) * (width - len(first))
    body = tuple(cells + ("",) * (width - len(cells)) for cells in looked[at + headed :] if any(cells))
    holds = tuple(_holds([cells[column] for cells in body]) for column in range(width))
    return Preview(heading=heading, headed=headed, rows=body, holds=holds, guess=_guess(heading, body, holds))


def mapping_of(
    given: Mapping_[str, int],
    shown: Preview,
    negative: LineKind | None,
    account: AccountKind = AccountKind.CARD,
) -> Mapping:
    """Return a mapping by the names of its columns; what was not told of negative amounts is guessed from the table's."""
    mapping = Mapping(
        date=given["date"],
        amount=given["amount"],
        merchant=given["merchant"],
        refund=given.get("refund", 0),
        account=account,
    )
    if negative is None:
        spent = 1 <= mapping.amount <= len(shown.heading) and _mostly_negative(shown.rows, mapping.amount)
        negative = LineKind.CHARGE if spent else LineKind.OTHER
    return replace(mapping, negative=negative)


def layout_of(shown: Preview, mapping: Mapping, name: str) -> Layout:
    """Return the layout that a mapping makes of a table; UnusableMappingError names the first column that cannot be it."""
    width = len(shown.heading)
    chosen = {"date": mapping.date, "amount": mapping.amount, "merchant": mapping.merchant}
    for field, column in {**chosen, "refund": mapping.refund}.items():
        if not (1 <= column <= width or (field == "refund" and column == 0)):
            raise UnusableMappingError(field, "column_missing")
    named = [column for column in (*chosen.values(), mapping.refund) if column]
    if len(set(named)) < len(named):
        twice = next(field for field, column in reversed(chosen.items()) if named.count(column) > 1)
        raise UnusableMappingError(twice, "column_twice")
    if not _any(shown, mapping.date, lambda cell: statement_date(cell) is not None):
        raise UnusableMappingError("date", "column_without_date")
    if not _any(shown, mapping.amount, lambda cell: signed_yen(cell) is not None):
        raise UnusableMappingError("amount", "column_without_amount")
    spent_below_zero = mapping.negative is LineKind.CHARGE
    return Layout(
        source=name,
        account=mapping.account,
        header=tuple(plain(cell) for cell in _trimmed(shown.heading)) if shown.headed else (),
        exact=shown.headed,
        width=0 if shown.headed else width,
        date=f"#{mapping.date - 1}",
        merchant=(f"#{mapping.merchant - 1}",),
        charge=f"#{mapping.amount - 1}",
        refund=f"#{mapping.refund - 1}" if mapping.refund else "",
        refund_needs_words=bool(mapping.refund) and not _is_named(shown.heading[mapping.refund - 1], _BACK_WORDS),
        negative=mapping.negative.value,
        positive="refund" if spent_below_zero else "charge",
        kinds=((f"#{mapping.merchant - 1}", "", "other", "refund"),) if spent_below_zero else (),
    )


def layout_to_json(layout: Layout) -> str:
    """Return a told layout as JSON."""
    return json.dumps(asdict(layout), ensure_ascii=False)


def layout_from_json(payload: str) -> Layout:
    """Return a told layout from its JSON."""
    told: dict[str, object] = json.loads(payload)
    account = AccountKind(str(told.pop("account", AccountKind.CARD)))
    return Layout(account=account, **{name: _frozen(value) for name, value in told.items()})  # type: ignore[arg-type]


def _frozen(value: object) -> object:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value


def _trimmed(heading: Sequence[str]) -> Sequence[str]:
    end = max((at for at, cell in enumerate(heading, 1) if cell), default=0)
    return heading[:end]


def _is_full(cells: Sequence[str], width: int) -> bool:
    """Return whether a row is as wide as the table: titles and addresses above it are not."""
    return sum(bool(cell) for cell in cells) >= max(2, width * _MOSTLY) or (
        len(cells) == width and any(statement_date(cell) for cell in cells)
    )


def _holds(cells: Sequence[str]) -> str:
    filled = [cell for cell in cells if cell]
    for name, read in (("date", statement_date), ("amount", signed_yen)):
        if filled and sum(read(cell) is not None for cell in filled) >= len(filled) * _MOSTLY:
            return name
    return ""


def _guess(heading: Sequence[str], body: Sequence[Sequence[str]], holds: Sequence[str]) -> Mapping:
    dates = [at for at, held in enumerate(holds, 1) if held == "date"]
    amounts = [at for at, held in enumerate(holds, 1) if held == "amount"]
    texts = [at for at, held in enumerate(holds, 1) if not held and any(cells[at - 1] for cells in body)]
    amount = _named(heading, amounts, _AMOUNT_WORDS)
    refund = next((at for at in amounts if at != amount and _is_named(heading[at - 1], _REFUND_WORDS)), 0)
    return Mapping(
        date=dates[0] if dates else 0,
        amount=amount,
        merchant=_named(heading, texts, _MERCHANT_WORDS),
        refund=refund,
        negative=LineKind.CHARGE if amount and _mostly_negative(body, amount) else LineKind.REFUND,
    )


def _mostly_negative(rows: Iterable[Sequence[str]], column: int) -> bool:
    values = [value for cells in rows if (value := signed_yen(cells[column - 1])) is not None]
    return sum(value < 0 for value in values) * 2 > len(values)


def _named(heading: Sequence[str], columns: Sequence[int], words: Sequence[str]) -> int:
    """Return the column whose heading says most, else the first; 0 where there is none."""
    by_word = (at for word in words for at in columns if _is_named(heading[at - 1], (word,)))
    return next(by_word, columns[0] if columns else 0)


def _is_named(name: str, words: Sequence[str]) -> bool:
    return any(word in plain(name).casefold() for word in words)


def _any(shown: Preview, column: int, holds: Callable[[str], bool]) -> bool:
    return any(holds(cells[column - 1]) for cells in shown.rows)
