"""Messages ready to send: facts, a request and a day to answer by; no threats, no legal conclusions (LAW-TONE-01)."""

from __future__ import annotations

from okawari.domain.advice.scene import Scene
from okawari.domain.case import Again, CaseState
from okawari.domain.collateral import points_lost
from okawari.domain.condition import Condition, benefit_lost, benefit_named
from okawari.domain.contact import Party
from okawari.domain.japan_time import day_alone, japan_day
from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.domain.phrase import Phrase, PhraseValue, phrase
from okawari.domain.plan import Draft, RefundLeg
from okawari.domain.price_guarantee import PriceGuarantee
from okawari.domain.returns import Standing, standing_of
from okawari.domain.round_loss import RoundLoss
from okawari.domain.shop_code import without_shop_code

_READERS = {
    "support": (Party.SHOP, Party.PLATFORM),
    "seller": (Party.SELLER,),
    "shop": (Party.SHOP, Party.SELLER),
    "issuer": (Party.ISSUER, Party.CHARGEBACK),
}
_ASKED_BEFORE = (Party.SELLER, Party.SHOP)


def ask_support(scene: Scene) -> Draft:
    """Return what to write to the shop's support about the cancel: what was it, how and when does the money return."""
    return _draft("support", "ask_support", scene)


def ask_cash(scene: Scene, leg: RefundLeg) -> Draft:
    """Return the request for a bank transfer instead of a gift balance, before the balance is used."""
    return _about_share("support", "ask_cash", scene, leg)


def ask_points(scene: Scene, leg: RefundLeg) -> Draft:
    """Return the request to grant expired limited points again."""
    return _draft("support", "ask_points", scene, points=phrase(f"payments.{leg.method}"))


def ask_coupon(scene: Scene) -> Draft:
    """Return the question whether a coupon or discount can be used again."""
    return _draft("support", "ask_coupon", scene)


def ask_round(scene: Scene, loss: RoundLoss) -> Draft:
    """Return the question what can be done about points that other orders of the round lose; their numbers stay untold."""
    values: dict[str, PhraseValue] = {"before": loss.before, "after": loss.after, "points": points_lost(loss)}
    return _draft("shop", "ask_round", scene, **values)


def ask_condition(scene: Scene, condition: Condition) -> Draft:
    """Return the request that a benefit stays, whose minimum is missed only since the shop cancelled."""
    values: dict[str, PhraseValue] = {"benefit": benefit_named(condition), "loss": benefit_lost(condition)}
    if condition.left is not None:
        values["left"] = condition.left
    return _draft("shop", "ask_condition", scene, minimum=condition.minimum, **values)


def ask_refund_date(scene: Scene, leg: RefundLeg) -> Draft:
    """Return the question to the shop on which day and by which reference the money was sent back."""
    return _about_share("support", "ask_refund_date", scene, leg)


def ask_issuer(scene: Scene, leg: RefundLeg) -> Draft:
    """Return the question to the card's issuer, with the refund date that the shop gave."""
    return _about_share("issuer", "ask_issuer", scene, leg)


def ask_hold_release(scene: Scene, leg: RefundLeg) -> Draft:
    """Return the question to the shop whether it has dropped the hold on the card."""
    return _about_share("support", "ask_hold_release", scene, leg)


def ask_issuer_hold(scene: Scene, leg: RefundLeg) -> Draft:
    """Return the question to the card's issuer when the hold ends, with the shop's answer."""
    return _about_share("issuer", "ask_issuer_hold", scene, leg)


def ask_delivery(scene: Scene) -> Draft:
    """Return the question where the goods are and when they come."""
    return _draft(_shipper(scene), "ask_delivery", scene)


def ask_parcel(scene: Scene, shows: Phrase) -> Draft:
    """Return the question to the seller about a number that does not fit: what it or its record shows."""
    return _draft(_shipper(scene), "ask_parcel", scene, record=shows)


def ask_price_guarantee(scene: Scene, one: PriceGuarantee) -> Draft:
    """Return the request to bring a preorder's price down to the lowest that was seen in its window (MKT-PRE-01)."""
    known = (("charged", one.charged), ("difference", one.difference))
    values: dict[str, PhraseValue] = {name: value for name, value in known if value}
    if one.lowest:
        values |= {"price": one.lowest.price, "day": one.lowest.on}
    key = "ask_price_guarantee" if one.charge_known else "ask_price_guarantee_open"
    return _draft("support", key, scene, title=one.item, **values)


def decline_cancel(scene: Scene) -> Draft:
    """Return the polite refusal to cancel for the seller (MKT-ASK-01)."""
    return _draft(_writer(scene), "decline_cancel", scene)


def answer_wait(scene: Scene) -> Draft:
    """Return the answer that one waits, and the question until when."""
    return _draft(_writer(scene), "answer_wait", scene)


def answer_cancel_by_shop(scene: Scene) -> Draft:
    """Return the answer that the shop shall cancel, for stockout, on its side."""
    return _draft(_writer(scene), "answer_cancel_by_shop", scene)


def answer_cannot_supply(scene: Scene) -> Draft:
    """Return the answer to a shop that cannot send the goods: that it shall cancel on its side, and say when the money returns."""
    return _draft(_writer(scene), "answer_cannot_supply", scene)


def tell_asked_to_cancel(scene: Scene) -> Draft:
    """Return what tells the mall that the buyer cancelled only because the seller asked for it."""
    return _draft("support", "tell_asked_to_cancel", scene)


def ask_about_again(scene: Scene, again: Again) -> Draft:
    """Return the question to the one who cancelled whether the thing can be had at the old price."""
    key = "ask_about_seen_again" if again.url else "ask_about_again"
    return _draft(_writer(scene), key, scene, day=japan_day(again.at))


def chat(scene: Scene) -> Draft:
    """Return what to say in a chat: short, with what happened and what one wants to know by now."""
    if scene.case.state is CaseState.REFUNDED:
        return _draft("support", "chat_refunded", scene)
    late = [leg for leg in scene.refunds if standing_of(leg, scene.asked.on) is Standing.OVERDUE]
    if late:
        held = all(leg.destination == "authorisation_release" for leg in late)
        return _draft("support", "chat_overdue_hold" if held else "chat_overdue", scene)
    ended = scene.case.cancelled_at is not None
    return _draft("support", "chat_cancelled" if ended else "chat_waiting", scene)


def decline_substitute(scene: Scene) -> Draft:
    """Return the answer that one does not want the substitute and asks for a cancel by the shop."""
    return _draft(_writer(scene), "decline_substitute", scene)


def _writer(scene: Scene) -> str:
    """Return who writes to the buyer about an order."""
    return "seller" if scene.has_third_party_seller else "shop"


def _shipper(scene: Scene) -> str:
    """Return who knows where the goods are: the seller, unless the mall ships for it."""
    return "seller" if scene.shipped_by_seller else "support"


def accept_substitute(scene: Scene) -> Draft:
    """Return the answer that one would take the substitute, once its model, its price and its day are settled."""
    found = scene.case.substitute
    item = (
        phrase("drafts.substitute_named", item=without_shop_code(found.item.title))
        if found
        else phrase("drafts.substitute")
    )
    return _draft(_writer(scene), "accept_substitute", scene, item=item)


def _draft(to: str, key: str, scene: Scene, **more: PhraseValue) -> Draft:
    facts = _facts(scene, to, scene.case.amount_due)
    return Draft(to=to, body=phrase(f"drafts.{key}", shop=scene.shop, facts=facts, **more))


def _about_share(to: str, key: str, scene: Scene, leg: RefundLeg) -> Draft:
    """Return a draft about what was paid in one way: its amount, not that of the whole order."""
    paid_with = phrase(f"payments.{leg.method}")
    facts = _facts(scene, to, leg.amount)
    told = scene.case.refund_issued_on or phrase("drafts.refund_day_open")
    body = phrase(f"drafts.{key}", shop=scene.shop, facts=facts, paid_with=paid_with, refund_day=told)
    return Draft(to=to, body=body)


def _facts(scene: Scene, to: str, amount: Money | None) -> Phrase:
    """Return the block of facts that opens every draft; a line that is not known is left out."""
    case, ended, issued = scene.case, scene.case.cancelled_at, scene.case.refund_issued_on
    named = case.cancelled_items or case.items
    none = phrase("drafts.no_line")
    lines: dict[str, PhraseValue] = {
        "order": phrase("drafts.line_order", order=scene.number) if scene.number else none,
        "item": phrase("drafts.line_item", item=_names(named)) if named else none,
        "seller": phrase("drafts.line_seller", seller=case.seller) if case.seller else none,
        "cancelled": phrase("drafts.line_cancelled", day=day_alone(ended) or ended) if ended else none,
        "refunded": phrase("drafts.line_refunded", day=issued) if issued else none,
        "amount": phrase("drafts.line_amount", amount=amount) if amount else none,
        "contacted": _contacted(scene, to),
    }
    return phrase("drafts.facts", **lines)


def _contacted(scene: Scene, to: str) -> Phrase:
    """Return the line that names the last contact: with the reader, else with the one who should have settled it."""
    for parties, key in ((_READERS[to], "line_contacted"), (_ASKED_BEFORE, "line_contacted_other")):
        met = [contact for contact in scene.case.contacts if contact.party in parties]
        if met:
            return phrase(f"drafts.{key}", day=japan_day(met[-1].at), party=phrase(f"contacts.with_{met[-1].party}"))
    return phrase("drafts.no_line")


def _names(items: tuple[Item, ...]) -> PhraseValue:
    first = without_shop_code(items[0].title)
    return first if len(items) == 1 else phrase("drafts.and_others", item=first, others=len(items) - 1)
