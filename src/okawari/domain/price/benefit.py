"""The points that one person gets in one mall on one day: the rules, matched once with the profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from okawari.domain.price.points import shop_hops
from okawari.domain.profile import Campaign, Profile
from okawari.domain.rule import Rule

PREMIUM_CARD: Final = "rakuten_premium_card"
_SURE: Final = ("high", "medium")
_STALE_DAYS: Final = 400
"""Our own choice: campaigns written down longer ago than this count only as what may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """Points on `base`: `per_mille` for certain and `most` at best; `cap` is what is left of it, None for no cap.

    `open` names why it is not certain ("" for certain): `cap_unknown`, `entry_unknown`, `unconfirmed`, `rate_unknown`,
    `stale`, `round_cap`. `by` names what of the offer multiplies it: `point_rate`, `bonus_percent`, `points`, `shop_hop`: the rate is `again` for one of `shops`, which count already, or
    below `least` yen with tax.
    """

    code: str
    rule: str
    per_mille: int
    most: int
    base: str
    floor: int
    limited: bool
    cap: int | None = None
    cap_most: int | None = None
    open: str = ""
    by: str = ""
    rounds_up: bool = False
    least: int = 0
    again: int = 0
    shops: frozenset[str] = frozenset()


def benefits(rules: Sequence[Rule], mall: str, profile: Profile, on: date) -> tuple[Benefit, ...]:
    """Return the benefits in a mall, in the order of their rules, then the campaigns that the person looked up.

    What the person cannot have is left out; what may be but is not certain stays, marked `open`. `rules` are those of
    the domain `points`.
    """
    by_benefit = {
        str(rule.when["benefit"]): rule
        for rule in rules
        if rule.when.get("platform") == mall and "benefit" in rule.when
    }
    named = {campaign.rule for campaign in profile.campaigns if _runs(campaign, on)}
    found = [
        one for rule in by_benefit.values() if rule.id not in named for one in _of_rule(rule, by_benefit, profile, on)
    ]
    found += [
        _of_campaign(campaign, profile)
        for campaign in profile.campaigns
        if campaign.mall == mall and _runs(campaign, on)
    ]
    return tuple(found)


def in_force(then: Mapping[str, Any], on: date) -> bool:
    """Return whether a rule's `from` and `until` hold on the day."""
    return bool(then.get("from", on) <= on <= then.get("until", on))


def _of_rule(rule: Rule, by_benefit: Mapping[str, Rule], profile: Profile, on: date) -> Iterator[Benefit]:
    then = dict(rule.then)
    code = str(rule.when["benefit"])
    if ("base" not in then and not then.get("as_shown")) or not in_force(then, on) or not _day_fits(then, on):
        return
    if not _held(then, profile):
        return
    state = _open(rule, then, code, profile, on)
    if state == "never":
        return
    if code == "spu":
        yield from _spu(rule, by_benefit["spu_card_special"], profile, state)
    elif code == "shop_hop":
        yield from _marathon(rule, by_benefit["shop_hop_cap"], profile, on)
    else:
        yield _plain(rule, then, code, profile, state)


def _plain(rule: Rule, then: Mapping[str, Any], code: str, profile: Profile, state: str) -> Benefit:
    rate = int(then.get("per_mille_prime" if "prime" in profile.members else "", then.get("per_mille", 0)))
    by = "points" if then.get("as_shown") else ""
    if "per_mille_each" in then:
        rate, by = int(then["per_mille_each"]), "point_rate"
    elif "per_mille_of_offer" in then:
        rate, by = 10, "bonus_percent"
    if "per_mille_least" in then:
        by = "points_or_rate"
    cap = _left(then.get("cap"), code, profile)
    return Benefit(
        code=code,
        rule=rule.id,
        per_mille=int(then.get("per_mille_least", rate)),
        most=rate,
        base=str(then.get("base", "")),
        floor=int(then.get("floor", 1)),
        limited=then["kind"] != "regular",
        cap=cap,
        cap_most=cap,
        open=state,
        by=by,
        rounds_up=then.get("rounding") == "unknown",
    )


def _spu(rule: Rule, special: Rule, profile: Profile, state: str) -> Iterator[Benefit]:
    then: Mapping[str, Any] = rule.then
    for service in profile.spu:
        rate = then["per_mille"].get(service)
        if rate is None or (service in then["by_card"] and not _pays_by_rakuten_card(profile)):
            continue
        cap: int | None = profile.caps.get(service)
        if service == "card_special":
            cap = cap or int(str(special.then["cap_premium" if PREMIUM_CARD in profile.payments else "cap"]))
        without_cap = cap is None and service not in then["uncapped"]
        left = _left(cap, service, profile)
        yield Benefit(
            code=f"spu_{service}",
            rule=special.id if service == "card_special" else rule.id,
            per_mille=rate,
            most=rate,
            base="without_tax",
            floor=then["floor"],
            limited=service not in then["regular"],
            cap=left,
            cap_most=left,
            open=state or ("cap_unknown" if without_cap else ""),
        )


def _marathon(rule: Rule, cap_rule: Rule, profile: Profile, on: date) -> Iterator[Benefit]:
    then: Mapping[str, Any] = rule.then
    caps: Mapping[str, Any] = cap_rule.then
    race = profile.marathon
    if race is None or not race.first_day <= on <= race.last_day or race.entered is False:
        return
    yield Benefit(
        code="shop_hop",
        rule=rule.id,
        per_mille=then["per_mille_each"] * shop_hops(race.shop_count + 1, then["most_shops"]),
        most=then["per_mille_each"] * shop_hops(race.shop_count + 1, then["most_shops"]),
        base="without_tax",
        floor=then["floor"],
        limited=True,
        cap=_left(race.cap if race.cap is not None else caps["cap_least"], "shop_hop", profile),
        cap_most=_left(race.cap if race.cap is not None else caps["cap_most"], "shop_hop", profile),
        open="entry_unknown" if race.entered is None else "" if race.cap is not None else "round_cap",
        by="shop_hop",
        least=then["least_with_tax"],
        again=then["per_mille_each"] * shop_hops(race.shop_count, then["most_shops"]),
        shops=race.shops,
    )


def _of_campaign(campaign: Campaign, profile: Profile) -> Benefit:
    cap = _left(campaign.cap, campaign.name, profile)
    return Benefit(
        code=campaign.name,
        rule=campaign.rule,
        per_mille=campaign.per_mille,
        most=campaign.per_mille,
        base=campaign.base,
        floor=100 if campaign.base == "without_tax" else 1,
        limited=campaign.kind != "regular",
        cap=cap,
        cap_most=cap,
    )


def _runs(campaign: Campaign, on: date) -> bool:
    return (campaign.first_day or on) <= on <= (campaign.last_day or on)


def _day_fits(then: Mapping[str, Any], on: date) -> bool:
    return on.day in then.get("days", (on.day,)) and then.get("weekday", on.weekday()) == on.weekday()


def _held(then: Mapping[str, Any], profile: Profile) -> bool:
    """Return whether the person has the card and the membership that a rule asks for."""
    payments = set(then.get("payment", ()))
    if "rakuten_card" in payments and _pays_by_rakuten_card(profile):
        payments = set()
    return (not payments or bool(payments & profile.payments)) and then.get("member", "") in {"", *profile.members}


def _pays_by_rakuten_card(profile: Profile) -> bool:
    return bool({"rakuten_card", PREMIUM_CARD} & profile.payments)


def _open(rule: Rule, then: Mapping[str, Any], code: str, profile: Profile, on: date) -> str:
    """Return why a rule is not certain for this person, `never` where it is certain that it does not hold."""
    if rule.confidence not in _SURE or rule.evidence == "none":
        return "unconfirmed"
    if rule.as_of is not None and (on - rule.as_of).days > _STALE_DAYS:
        return "stale"
    if then.get("entry") and code != "shop_hop":
        entered = profile.entries.get(code)
        if entered is False:
            return "never"
        if entered is None:
            return "entry_unknown"
    if then.get("cap_unknown") and code != "spu" and code not in profile.caps:
        return "cap_unknown"
    return ""


def _left(cap: int | None, code: str, profile: Profile) -> int | None:
    own = profile.caps.get(code, cap)
    return None if own is None else max(own - profile.used.get(code, 0), 0)
