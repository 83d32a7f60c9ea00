"""A person's profile, from TOML: what they are a member of, pay with and have entered."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from okawari.domain.candidate import Condition
from okawari.domain.problem import Problem
from okawari.domain.profile import Campaign, History, Marathon, Profile, Rate

MALLS: Final = ("rakuten", "yahoo_shopping", "amazon_jp", "yodobashi")
_SPU: Final = """mobile mobile_carrier turbo_hikari card_normal card_special bank sec_fund sec_us wallet travel books kobo
fashion_app pasha kdreams"""
SPU: Final = tuple(_SPU.split())
_CARDS: Final = {"normal": "rakuten_card", "premium": "rakuten_premium_card"}
PAYPAY: Final = ("paypay", "paypay_card", "paypay_credit", "ys_voucher")
_BASES: Final = ("without_tax", "paid")
_KINDS: Final = ("regular", "limited", "voucher")
_MOST_YEN: Final = 10**9


class UnreadableProfileError(Exception):
    """A profile that cannot be used, with the problem that says where and why."""

    def __init__(self, code: str, where: str, detail: str = "") -> None:
        """Keep the problem."""
        super().__init__(code)
        self.problem = Problem(code, where, detail)


def read_profile(text: str) -> Profile:
    """Return the profile; UnreadableProfileError names the first thing that is not understood."""
    try:
        whole = _Table(tomllib.loads(text), "")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableProfileError("profile_not_toml", "", str(error)) from None
    rakuten, yahoo, amazon, yodobashi = (whole.table(mall) for mall in MALLS)
    payments, members = _memberships(rakuten, yahoo, amazon)
    entries = rakuten.flags("entries") | yahoo.flags("entries")
    profile = Profile(
        prefecture=whole.text("prefecture"),
        limited_percent=whole.number("limited_points_percent", most=100),
        payments=frozenset(payments),
        members=frozenset(members),
        spu=tuple(rakuten.words("spu", SPU)),
        entries=entries,
        caps=rakuten.numbers("caps") | yahoo.numbers("caps"),
        used=rakuten.numbers("used") | yahoo.numbers("used"),
        marathon=_marathon(rakuten.table("marathon")),
        points_to_spend={"yodobashi": yodobashi.number("points_to_spend") or 0},
        campaigns=tuple(_campaign(one) for one in whole.tables("campaign")),
        rates={currency: _rate(table) for currency, table in whole.named("rates")},
        accepts=_accepts(whole),
        sellers={name: _history(table) for name, table in whole.named("sellers")},
        **_assumptions(whole.table("unknown_shipping")),
    )
    for table in (rakuten, yahoo, amazon, yodobashi, whole):
        table.close()
    return profile


class _Table:
    """A table of the file whose keys are taken one by one; what is left at `close` is not known."""

    def __init__(self, values: Mapping[str, Any], where: str) -> None:
        self._values = dict(values)
        self._where = where
        self._known: list[str] = []

    def place(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key

    def take(self, key: str) -> Any:
        self._known.append(key)
        return self._values.pop(key, None)

    def text(self, key: str, allowed: tuple[str, ...] = ()) -> str:
        value = self.take(key)
        if value is None:
            return ""
        if not isinstance(value, str) or (allowed and value not in allowed):
            raise UnreadableProfileError(
                "profile_word", self.place(key), f"{value} ({', '.join(allowed)})" if allowed else f"{value}"
            )
        return value

    def words(self, key: str, allowed: tuple[str, ...] = ()) -> list[str]:
        value = self.take(key)
        listed = [] if value is None else value if isinstance(value, list) else [value]
        for word in listed:
            if not isinstance(word, str) or (allowed and word not in allowed):
                raise UnreadableProfileError(
                    "profile_word", self.place(key), f"{word} ({', '.join(allowed)})" if allowed else f"{word}"
                )
        return listed

    def number(self, key: str, most: int = _MOST_YEN) -> int | None:
        value = self.take(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise UnreadableProfileError("profile_number", self.place(key), f"{value} (0–{most})")
        return value

    def flag(self, key: str) -> bool | None:
        value = self.take(key)
        if value is not None and not isinstance(value, bool):
            raise UnreadableProfileError("profile_flag", self.place(key), f"{value}")
        return value

    def day(self, key: str) -> date | None:
        value = self.take(key)
        if isinstance(value, str):
            try:
                value = date.fromisoformat(value)
            except ValueError:
                raise UnreadableProfileError("profile_day", self.place(key), value) from None
        if value is not None and type(value) is not date:
            raise UnreadableProfileError("profile_day", self.place(key), f"{value}")
        return value

    def percent(self, key: str) -> int:
        """Return a rate in per mille."""
        value = self.take(key)
        try:
            rate = Decimal(str(value)) * 10
            if not isinstance(value, bool) and rate == rate.to_integral_value() and 0 <= rate <= 1000:
                return int(rate)
        except InvalidOperation:
            pass
        raise UnreadableProfileError("profile_percent", self.place(key), f"{value}")

    def table(self, key: str) -> _Table:
        value = self.take(key)
        if value is not None and not isinstance(value, dict):
            raise UnreadableProfileError("profile_table", self.place(key), f"{value}")
        return _Table(value or {}, self.place(key))

    def tables(self, key: str) -> list[_Table]:
        value = self.take(key)
        if value is not None and not (isinstance(value, list) and all(isinstance(one, dict) for one in value)):
            raise UnreadableProfileError("profile_table", self.place(key), f"{value}")
        return [_Table(one, f"{key}[{index}]") for index, one in enumerate(value or (), 1)]

    def named(self, key: str) -> list[tuple[str, _Table]]:
        inner = self.table(key)
        return [(name, inner.table(name)) for name in inner.left()]

    def flags(self, key: str) -> dict[str, bool]:
        inner = self.table(key)
        return {name: bool(inner.flag(name)) for name in inner.left()}

    def numbers(self, key: str) -> dict[str, int]:
        inner = self.table(key)
        return {name: inner.number(name) or 0 for name in inner.left()}

    def left(self) -> list[str]:
        """Return what is left to take."""
        return list(self._values)

    def close(self) -> None:
        if self._values:
            unknown = next(iter(self._values))
            raise UnreadableProfileError("profile_key", self.place(unknown), ", ".join(self._known))


def _memberships(rakuten: _Table, yahoo: _Table, amazon: _Table) -> tuple[list[str], list[str]]:
    card, paypay = rakuten.text("card", tuple(_CARDS)), yahoo.text("pay_with", PAYPAY)
    payments = [*([_CARDS[card]] if card else ()), *([paypay] if paypay else ())]
    payments += ["amazon_mastercard"] if amazon.flag("mastercard") else []
    members = ["lyp_premium"] if yahoo.flag("lyp_premium") else []
    members += ["prime"] if amazon.flag("prime") else []
    return payments, members


def _marathon(table: _Table) -> Marathon | None:
    if not table.left():
        return None
    first, last = table.day("from"), table.day("until")
    if first is None or last is None:
        raise UnreadableProfileError("profile_marathon_days", table.place("from"))
    shops = frozenset(table.words("shop_names"))
    race = Marathon(
        first_day=first,
        last_day=last,
        entered=table.flag("entered"),
        shop_count=max(table.number("shops", most=100) or 0, len(shops)),
        shops=shops,
        cap=table.number("cap"),
    )
    table.close()
    return race


def _campaign(table: _Table) -> Campaign:
    campaign = Campaign(
        name=table.text("name") or "campaign",
        mall=table.text("mall"),
        per_mille=table.percent("percent"),
        base=table.text("base", _BASES) or "without_tax",
        kind=table.text("kind", _KINDS) or "limited",
        cap=table.number("cap_left"),
        rule=table.text("rule"),
        first_day=table.day("from"),
        last_day=table.day("until"),
    )
    table.close()
    if not campaign.mall:
        raise UnreadableProfileError("profile_campaign_mall", table.place("mall"))
    return campaign


def _rate(table: _Table) -> Rate:
    value = table.take("yen")
    try:
        yen = Decimal(str(value))
    except InvalidOperation:
        yen = Decimal(0)
    if not yen.is_finite() or not 0 < yen < _MOST_YEN:
        raise UnreadableProfileError("profile_rate", table.place("yen"), f"{value}")
    rate = Rate(yen=yen, on=table.day("on"))
    table.close()
    return rate


def _history(table: _Table) -> History:
    history = History(bought=table.number("bought") or 0, cancelled=table.number("cancelled") or 0)
    table.close()
    return history


def _accepts(whole: _Table) -> frozenset[Condition]:
    words = whole.words("accept", tuple(Condition))
    return frozenset(map(Condition, words)) if words else Profile().accepts


def _assumptions(table: _Table) -> dict[str, int]:
    usual = Profile()
    home, abroad = table.number("japan"), table.number("abroad")
    table.close()
    return {
        "unknown_shipping": usual.unknown_shipping if home is None else home,
        "unknown_shipping_abroad": usual.unknown_shipping_abroad if abroad is None else abroad,
    }
