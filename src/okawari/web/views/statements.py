"""Statements as their page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from okawari.i18n import shown
from okawari.services.kept_statements import StatementRead
from okawari.services.statement_layouts import LONGEST_NAME, Preview
from okawari.services.witnesses import source_name
from okawari.web.paths import case_path
from okawari.web.words import Words

_ROWS_SHOWN = 5
_CELL_LENGTH = 40


@dataclass(frozen=True, slots=True)
class LineView:
    """One line; `order` is the address of the case that it names, or ""."""

    on: str
    kind: str
    amount: str
    merchant: str
    where: str
    order: str


@dataclass(frozen=True, slots=True)
class MappingForm:
    """The first rows of a table, the columns to choose from, and what each seems to hold."""

    headed: bool
    columns: tuple[tuple[str, str], ...]
    understood: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


def line_views(read: StatementRead, words: Words) -> tuple[LineView, ...]:
    """Return the lines in the reader's words."""
    return tuple(
        LineView(
            words.day(line.on),
            words.known(f"statements.{line.kind.value}", "not_known"),
            words.money(line.amount),
            line.merchant,
            " ".join(part for part in (shown(source_name(line.source), words.locale), line.card) if part),
            case_path(read.cases[line.order], line.order) if line.order in read.cases else "",
        )
        for line in read.lines
    )


def mapping_form(preview: Preview, words: Words) -> MappingForm:
    """Return the form of a table whose layout is not known."""
    names = [
        words("column_named", number=number, name=_cut(name)) if name else words("column_number", number=number)
        for number, name in enumerate(preview.heading, 1)
    ]
    understood = [words(f"column_holds_{held or 'text'}") for held in preview.holds]
    return MappingForm(
        preview.headed,
        tuple((str(number), name) for number, name in enumerate(names, 1)),
        tuple(zip(names, understood, strict=True)),
        tuple(tuple(_cut(cell) for cell in cells) for cells in preview.rows[:_ROWS_SHOWN]),
    )


def form_values(read: StatementRead) -> dict[str, str]:
    """Return what the form begins with: what the content suggests, and the file's name."""
    if read.preview is None:
        return {}
    guess = read.preview.guess
    columns = {"date": guess.date, "amount": guess.amount, "merchant": guess.merchant, "refund": guess.refund}
    stem = read.file.source.rpartition("/")[2].rpartition(".")[0]
    told = {name: str(number) if number else "" for name, number in columns.items()}
    return {**told, "negative": guess.negative.value, "account": guess.account.value, "name": stem[:LONGEST_NAME]}


def _cut(text: str) -> str:
    return text if len(text) <= _CELL_LENGTH else f"{text[: _CELL_LENGTH - 1]}…"
