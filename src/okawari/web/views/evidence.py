"""What came in, as its pages show it: rows of the list, what could not be read, and one piece."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from okawari.domain.problem import Problem
from okawari.i18n import has
from okawari.services.evidence import Evidence, EvidencePage, KeptEvidence, Unread
from okawari.web.paths import case_path, evidence_path, mail_path, statement_path
from okawari.web.words import Words

_ORDERS_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceRow:
    """One piece of evidence. `verdict` is "" where no mail was judged; `orders` are (address, number)."""

    path: str
    title: str
    kind: str
    shop: str
    source: str
    came_in: str
    verdict: str
    orders: tuple[tuple[str, str], ...]
    more_orders: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadRow:
    """Something that could not be read, why, and when it was met."""

    file: str
    why: str
    met: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceView:
    """One piece of evidence, whole. `mail` and `statement` are addresses of its text, "" where it is none."""

    row: PieceRow
    mail: str
    statement: str
    sender: str
    sent: str
    reader: str
    size: str
    facts: int
    orders: tuple[tuple[str, str], ...]
    digest: str


def piece_rows(found: EvidencePage, words: Words) -> tuple[PieceRow, ...]:
    """Return the rows of the list."""
    return tuple(
        _row(piece, tuple((case_path(key.merchant, key.order), key.order) for key in found.orders[piece.sha256]), words)
        for piece in found.pieces
    )


def unread_rows(met: Iterable[Unread], words: Words) -> tuple[UnreadRow, ...]:
    """Return what could not be read; every reason in words."""
    return tuple(
        UnreadRow(
            file=one.file,
            why="".join(words.problems([Problem(one.code, one.file, one.detail)]))
            or words.words("evidence.why_unknown"),
            met=words.moment(one.met_at),
        )
        for one in met
    )


def piece_view(kept: KeptEvidence, words: Words) -> PieceView:
    """Return the page of one piece."""
    piece = kept.piece
    orders = tuple((case_path(key.merchant, key.order), key.order) for key in kept.orders if key.order)
    return PieceView(
        row=_row(piece, orders, words),
        mail=mail_path(piece.sha256) if kept.is_mail else "",
        statement=statement_path(piece.sha256) if piece.kind == "statement" else "",
        sender=piece.sender,
        sent=words.moment(piece.sent_at) if piece.sent_at else "",
        reader=words.words(
            "evidence.reader_version",
            reader=words.shop(piece.reader) if piece.reader in words.merchants else words.words("evidence.reader_any"),
            version=piece.reader_version,
        ),
        size=words.words("evidence.kilobytes", size=max(1, round(piece.size / 1024))),
        facts=kept.facts,
        orders=orders,
        digest=piece.sha256,
    )


def kind_name(kind: str, words: Words) -> str:
    """Return what evidence of a kind is called; a kind that nobody named yet goes by its code."""
    named = (key for key in (f"evidence.kind_{kind}", f"cases.kind_{kind}") if has(key))
    return next((words.words(key) for key in named), kind)


def _row(piece: Evidence, orders: tuple[tuple[str, str], ...], words: Words) -> PieceRow:
    numbered = tuple(order for order in orders if order[1])
    return PieceRow(
        path=evidence_path(piece.sha256),
        title=piece.subject or piece.source.rpartition("/")[2] or words.words("evidence.pasted"),
        kind=kind_name(piece.kind, words),
        shop=words.shop(piece.merchant) if piece.merchant else "",
        source=piece.source or words.words("evidence.pasted"),
        came_in=words.moment(piece.imported_at),
        verdict=piece.verdict if piece.sender or piece.subject else "",
        orders=numbered[:_ORDERS_SHOWN],
        more_orders=len(numbered) > _ORDERS_SHOWN,
    )
