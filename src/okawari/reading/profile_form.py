"""The profile as a form asks it: what each field holds in the file's text, and the same put back without touching the rest."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any, Final

import tomlkit
from tomlkit.items import AoT

from okawari.domain.candidate import Condition
from okawari.domain.prefectures import IN_ORDER
from okawari.reading.currencies import CURRENCIES
from okawari.reading.profile import PAYPAY, SPU, UnreadableProfileError, read_profile

STEP: Final = "PayPayステップ"
"""The campaign of this name stands for the step that the person's PayPay is on."""
_CAPPED: Final = tuple(one for one in SPU if one != "card_normal")
_FLAGS: Final = {"yes": True, "no": False}


class Kind(Enum):
    """What a field holds."""

    WORD = auto()
    WORDS = auto()
    NUMBER = auto()
    FLAG = auto()
    DAY = auto()
    DECIMAL = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One answer: its place in the file, which is also its name in the form, what it holds, and the words it may be."""

    name: str
    kind: Kind
    options: tuple[str, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        """The keys that lead to it."""
        return tuple(self.name.split("."))


def _fields() -> Iterator[Field]:
    yield Field("prefecture", Kind.WORD, IN_ORDER)
    yield Field("limited_points_percent", Kind.NUMBER)
    yield Field("accept", Kind.WORDS, tuple(Condition))
    yield Field("rakuten.card", Kind.WORD, ("normal", "premium"))
    yield Field("rakuten.spu", Kind.WORDS, SPU)
    yield Field("rakuten.entries.day_5_0", Kind.FLAG)
    yield from (Field(f"rakuten.caps.{one}", Kind.NUMBER) for one in _CAPPED)
    yield from (Field(f"rakuten.used.{one}", Kind.NUMBER) for one in (*_CAPPED, "day_5_0", "shop_hop"))
    yield Field("rakuten.marathon.from", Kind.DAY)
    yield Field("rakuten.marathon.until", Kind.DAY)
    yield Field("rakuten.marathon.entered", Kind.FLAG)
    yield Field("rakuten.marathon.shops", Kind.NUMBER)
    yield Field("rakuten.marathon.cap", Kind.NUMBER)
    yield Field("yahoo_shopping.lyp_premium", Kind.FLAG)
    yield Field("yahoo_shopping.pay_with", Kind.WORD, PAYPAY)
    yield from (Field(f"yahoo_shopping.entries.{one}", Kind.FLAG) for one in ("day_5", "sunday", "bonus_store_plus"))
    yield from (Field(f"yahoo_shopping.used.{one}", Kind.NUMBER) for one in ("day_5", "sunday", "daily"))
    yield Field("step.percent", Kind.DECIMAL)
    yield Field("step.cap_left", Kind.NUMBER)
    yield Field("amazon_jp.prime", Kind.FLAG)
    yield Field("amazon_jp.mastercard", Kind.FLAG)
    yield Field("yodobashi.points_to_spend", Kind.NUMBER)
    yield Field("unknown_shipping.japan", Kind.NUMBER)
    for currency in CURRENCIES:
        yield Field(f"rates.{currency}.yen", Kind.DECIMAL)
        yield Field(f"rates.{currency}.on", Kind.DAY)


FIELDS: Final = {field.name: field for field in _fields()}


def answers_in(text: str) -> dict[str, str]:
    """Return what the profile holds of each field, by its name, as a form shows it; nothing of a text that is no TOML."""
    try:
        whole = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    step = next((one for one in _campaigns(whole) if one.get("name") == STEP), {})
    found = {name: _shown(_at({**whole, "step": step}, field.path)) for name, field in FIELDS.items()}
    return {name: value for name, value in found.items() if value}


def with_answers(text: str, answers: Mapping[str, str]) -> str:
    """Return the text of the profile with the answers of every field in it; an empty one is taken out.

    UnreadableProfileError names the field whose answer cannot be used.
    """
    try:
        whole = tomlkit.parse(text)
    except tomlkit.exceptions.ParseError as error:
        raise UnreadableProfileError("profile_not_toml", "", str(error)) from None
    for name, field in FIELDS.items():
        if field.path[0] != "step":
            _put(whole, field.path, _value(field, answers.get(name, "")))
    number = _put_step(whole, answers)
    written = tomlkit.dumps(whole)
    try:
        read_profile(written)
    except UnreadableProfileError as error:
        where = error.problem.where.replace(f"campaign[{number}]", "step")
        raise UnreadableProfileError(error.problem.code, where, error.problem.detail) from None
    return written


def _campaigns(whole: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = whole.get("campaign")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _at(whole: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        whole = whole.get(key) if isinstance(whole, dict) else None
    return whole


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " ".join(map(str, value))
    return "" if value is None or isinstance(value, dict) else str(value)


def _value(field: Field, answer: str) -> Any:
    """Return the answer as the file holds it, None for none; what cannot be that stays text, and is refused when read."""
    plain = unicodedata.normalize("NFKC", answer).strip()
    if not plain:
        return None
    if field.kind is Kind.WORDS:
        return plain.split()
    if field.kind is Kind.FLAG:
        return _FLAGS.get(plain, plain)
    if field.kind is Kind.NUMBER:
        digits = _bare(plain)
        return int(digits) if digits.isdecimal() and len(digits) < 12 else plain
    if field.kind is Kind.DAY:
        try:
            return date.fromisoformat(plain.replace("/", "-"))
        except ValueError:
            return plain
    return _bare(plain) if field.kind is Kind.DECIMAL else plain


def _bare(figure: str) -> str:
    return figure.replace(",", "").removesuffix("円").removesuffix("%").strip()


def _put(table: MutableMapping[str, Any], path: tuple[str, ...], value: Any) -> None:
    *above, last = path
    around = []
    for depth, key in enumerate(above):
        if key not in table:
            if value is None:
                return
            table[key] = tomlkit.inline_table() if depth else tomlkit.table()
        if not isinstance(table[key], MutableMapping):
            return
        around.append((table, key))
        table = table[key]
    if value is None:
        taken = table.pop(last, None)
        outer, key = around[-1] if len(around) > 1 else ({}, "")
        if taken is not None and key and not table:
            del outer[key]
    elif not _is_held(table.get(last), value):
        table[last] = value


def _is_held(held: Any, value: Any) -> bool:
    """Tell whether the file says the same, be it a number where the form has the figure's text."""
    if isinstance(held, bool) or isinstance(value, bool):
        return held is value
    return bool(held == value) or (isinstance(held, int | float) and str(held) == value)


def _put_step(whole: MutableMapping[str, Any], answers: Mapping[str, str]) -> int:
    """Write the campaign of the PayPay step, and return its place among the campaigns, counted from 1."""
    percent, cap = (_value(FIELDS[name], answers.get(name, "")) for name in ("step.percent", "step.cap_left"))
    wanted = percent is not None or cap is not None
    listed = whole["campaign"] if "campaign" in whole else tomlkit.aot()
    if not isinstance(listed, AoT):
        return 0
    place = next((at for at, one in enumerate(listed) if one.get("name") == STEP), None)
    if place is None and wanted:
        made = tomlkit.table()
        made.update({"name": STEP, "mall": "yahoo_shopping"})
        listed.append(made)
        whole["campaign"] = listed
        place = len(listed) - 1
    if place is None:
        return 0
    if wanted:
        _put(listed[place], ("percent",), percent)
        _put(listed[place], ("cap_left",), cap)
    else:
        del listed[place]
        if not listed:
            del whole["campaign"]
    return place + 1
