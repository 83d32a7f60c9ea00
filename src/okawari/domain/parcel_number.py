"""What a parcel number proves: its form and its check digit, for each carrier that could have given it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from okawari.domain.message import Parcel
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.rule import Rule

_SEPARATORS = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff\-‐-―−ー.・/]+")
_USPS_SHORT = 20
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelFinding:
    """What a number proves. `valid` is None where no carrier that fits has a check digit that we know.

    `carriers` are those that could have given it, the surest first; `why` says what the checks showed.
    """

    number: str
    valid: bool | None
    carriers: tuple[str, ...]
    why: tuple[Phrase, ...]


def plain_number(text: str) -> str:
    """Return a number as carriers compare it: half-width, upper case, without separators."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", text)).upper()


def examine(number: str, carriers: Sequence[Rule], claimed: str | None = None) -> ParcelFinding:
    """Return what the number proves, for the claimed carrier alone or for every carrier that it fits.

    A failed check digit is strong evidence of an error; a passed one is weak (mod 7 lets one in seven pass).
    Source: the tracking rules, one for each carrier (`then.pattern`, `then.check`).
    """
    plain = plain_number(number)
    fitting = [rule for rule in carriers if claimed in {None, rule.id} and _fits(rule, plain)]
    passed = [rule for rule in fitting if _check(rule, plain) is True]
    failed = [rule for rule in fitting if _check(rule, plain) is False]
    unchecked = [rule for rule in fitting if _check(rule, plain) is None]
    if passed:
        why = [phrase(f"parcels.passed_{passed[0].then['check']}"), *_shared(passed), *_not_of(failed)]
        return ParcelFinding(number=plain, valid=True, carriers=_ids([*passed, *unchecked]), why=tuple(why))
    known = [rule for rule in unchecked if rule.evidence != "none"]
    if failed and not known:
        why = [phrase("parcels.failed"), *(phrase("parcels.not_checkable", carrier=_name(rule)) for rule in unchecked)]
        return ParcelFinding(number=plain, valid=False, carriers=(), why=tuple(why))
    if unchecked:
        why = [phrase("parcels.not_checkable", carrier=_name(rule)) for rule in unchecked]
        return ParcelFinding(number=plain, valid=None, carriers=_ids([*known, *unchecked]), why=tuple(why))
    return ParcelFinding(number=plain, valid=False, carriers=(), why=(phrase("parcels.no_form"),))


def fails_check(parcel: Parcel, carriers: Sequence[Rule]) -> bool:
    """Return whether the check digit of a parcel's number is wrong for its carrier, or for every one where none is named."""
    claimed = None if parcel.carrier == "unknown" else parcel.carrier
    found = examine(parcel.number, carriers, claimed)
    return found.valid is False and any(why.key == "parcels.failed" for why in found.why)


def _shared(passed: Sequence[Rule]) -> list[Phrase]:
    return [phrase("parcels.shared_form")] if len(passed) > 1 else []


def _not_of(failed: Sequence[Rule]) -> list[Phrase]:
    """Return of whom the number is not: its check digit is wrong there, which a passed one elsewhere does not mend."""
    return [phrase("parcels.not_of", carrier=_name(rule)) for rule in failed]


def _ids(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule.id for rule in rules))


def _name(rule: Rule) -> Phrase:
    return phrase(f"carriers.{rule.id}")


def _fits(rule: Rule, plain: str) -> bool:
    return re.fullmatch(str(rule.then["pattern"]), plain) is not None


def _check(rule: Rule, plain: str) -> bool | None:
    """Return whether the check digit is right; None where this carrier's numbers of this length have none we know."""
    checked = rule.then.get("checked_pattern", rule.then["pattern"])
    check = _CHECKS.get(str(rule.then["check"]))
    if check is None or re.fullmatch(str(checked), plain) is None:
        return None
    return check(plain)


def _mod7(plain: str) -> bool:
    return int(plain[:-1]) % 7 == int(plain[-1])


def _s10(plain: str) -> bool:
    remainder = sum(int(digit) * weight for digit, weight in zip(plain[2:10], _S10_WEIGHTS, strict=True)) % 11
    return {0: 5, 1: 0}.get(remainder, 11 - remainder) == int(plain[10])


def _ups(plain: str) -> bool:
    values = [int(char) if char.isdigit() else (ord(char) - 3) % 10 for char in plain[2:17]]
    weighted = sum(value * (2 if index % 2 else 1) for index, value in enumerate(values))
    return (10 - weighted % 10) % 10 == int(plain[17])


def _fedex12(plain: str) -> bool:
    weighted = sum(int(digit) * (3, 1, 7)[index % 3] for index, digit in enumerate(plain[:11]))
    return weighted % 11 % 10 == int(plain[11])


def _gs1(plain: str) -> bool:
    """Return whether the last digit is GS1's: from the right every second digit counts three times, modulo 10."""
    weighted = sum(int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(reversed(plain[:-1]), start=1))
    return (10 - weighted % 10) % 10 == int(plain[-1])


def _fedex96(plain: str) -> bool:
    return _gs1(plain[7:])


def _usps(plain: str) -> bool:
    return _gs1(plain) or (len(plain) == _USPS_SHORT and _gs1(f"91{plain}"))


_CHECKS: dict[str, Callable[[str], bool]] = {
    "mod7": _mod7,
    "s10": _s10,
    "ups": _ups,
    "fedex12": _fedex12,
    "fedex15": _gs1,
    "fedex96": _fedex96,
    "usps": _usps,
}
