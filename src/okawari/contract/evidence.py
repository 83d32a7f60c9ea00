"""The documents of `okawari evidence`: `okawari.evidence/1` and `okawari.forgotten/1`."""

from __future__ import annotations

from collections.abc import Iterable

from okawari.contract import values
from okawari.contract.values import Document
from okawari.domain.problem import Problem
from okawari.services.evidence import Evidence, EvidencePage, KeptEvidence, Unread


def evidence_document(found: EvidencePage, met: Iterable[Unread], locale: str) -> Document:
    """Return the document of `okawari evidence list`; `orders` are those of which the first facts of each speak."""
    return {
        "schema": "okawari.evidence/1",
        "total": found.total,
        "evidence": [
            _piece(piece, [key.order for key in found.orders[piece.sha256] if key.order]) for piece in found.pieces
        ],
        "unreadable_total": found.unreadable,
        "unreadable": [
            {
                "file": one.file,
                "code": one.code,
                "detail": one.detail,
                "text": values.problems([Problem(one.code, one.file, one.detail)], locale)[0]["text"],
                "met_at": values.moment(one.met_at),
            }
            for one in met
        ],
    }


def piece_document(kept: KeptEvidence) -> Document:
    """Return the document of `okawari evidence show`."""
    piece = _piece(kept.piece, [key.order for key in kept.orders if key.order])
    return {
        "schema": "okawari.evidence/1",
        "total": 1,
        "evidence": [{**piece, "facts": kept.facts}],
        "unreadable_total": 0,
        "unreadable": [],
    }


def forgotten_document(kept: KeptEvidence) -> Document:
    """Return the document of `okawari evidence forget`."""
    return {"schema": "okawari.forgotten/1", "id": kept.piece.sha256, "facts": kept.facts}


def _piece(piece: Evidence, orders: list[str]) -> Document:
    return {
        "id": piece.sha256,
        "source": piece.source,
        "kind": piece.kind,
        "merchant": piece.merchant,
        "verdict": piece.verdict,
        "sender": piece.sender,
        "subject": piece.subject,
        "sent_at": values.moment(piece.sent_at),
        "imported_at": values.moment(piece.imported_at),
        "size": piece.size,
        "reader": piece.reader,
        "reader_version": piece.reader_version,
        "order_numbers": orders,
    }
