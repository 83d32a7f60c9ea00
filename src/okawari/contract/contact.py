"""The document `okawari.contact/1`."""

from __future__ import annotations

from okawari.contract import values
from okawari.contract.values import Document
from okawari.domain.case import Case
from okawari.domain.plan import Plan

SCHEMA = "okawari.contact/1"


def contact_document(plan: Plan) -> Document:
    """Return the log of contacts about an order, and from when the mall's guarantee can be claimed, where it can."""
    start = next((one.on for one in plan.deadlines if one.what == "atoz_claim_from"), None)
    return {
        "schema": SCHEMA,
        "merchant": plan.case.merchant,
        "order": plan.case.order,
        "contacts": contacts(plan.case),
        "claim_from": values.day(start),
    }


def contacts(case: Case) -> list[Document]:
    """Return the contacts in the order of time."""
    return [
        {"id": one.name, "with": one.party.value, "at": values.moment(one.at), "said": one.said}
        for one in case.contacts
    ]
