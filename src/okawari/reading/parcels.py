"""Parcels in a mail: numbers behind a label, and in links to carriers' tracking pages, which are read and never followed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from okawari.domain.mail import Link
from okawari.domain.message import Parcel
from okawari.reading.carriers import UNKNOWN, carrier_of, numbers_in_link
from okawari.reading.labels import Labelled, labelled

_LABEL = (
    r"(?:お?荷物)?お?問い?合わ?せ(?:送り状|伝票)?\s?(?:番号|[NＮ][oｏ][.．]?|№)"
    r"|(?:ご?配送|お?荷物)?(?:送り状|追跡|配送|伝票|配達受付|荷物)(?:お?問い?合わ?せ)?\s?(?:番号|[NＮ][oｏ][.．]?|ナンバー)|配送伝票"
    r"|[Tt]racking\s?(?:[Nn]umber|ID|[Nn]o\.?|[Cc]ode|#)|[Ww]aybill(?: [Nn]umber)?|[Pp]arcel [Nn]umber"
    r"|Sendungsnummer|Paketnummer|Trackingnummer|Num[ée]ro de suivi|N[úu]mero de (?:seguimiento|env[ií]o)"
    r"|Numero di (?:tracking|spedizione)|Numer (?:przesyłki|paczki)|Track ?& ?Trace(?:-?code)?"
)
_CARRIER_LABEL = r"(?:配送|発送|運送|配達)(?:業者|会社|方法)名?|配送元|宅配(?:業者|会社)|[Cc]arrier|今回の配達"
_NUMBER = re.compile(
    r"(?<![0-9A-Z-])(?:1Z[0-9A-Z]{16}|TB[ACM]\d{12}|DA\d{10}|[A-Z]{2}\d{9}[A-Z]{2}"
    r"|\d{4}(?:[ -]\d{4}){2}|\d{4}(?:[ -]\d{4}){4}(?:[ -]\d{2})?|\d{10,13}|\d{15}|\d{20}|\d{22}|\d{26})"
    r"(?![0-9A-Z]|[ -]\d)"
)
_DASHES = re.compile(r"[\u2010-\u2015\u2212ー]")
_PHONE = re.compile(r"0\d{9,10}")
_SHORT = 10
"""Digits of the shortest numbers: so few are believed only where a carrier is named."""
_OWN_FORM = (("1Z", "ups"), ("TB", "amazon"))
_LONGEST_VALUE = 80
_MOST_LINKS = 300
_MOST_PARCELS = 50
_MOST_NAMES = 200
_NEAR = 6
_DIGITS = "1" * 12  # a number that makes FedEx, too, a carrier with an id


def parcels_in(text: str, links: Sequence[Link] = (), *, sender: str = "", label: str = _LABEL) -> tuple[Parcel, ...]:
    """Return the parcels that a mail names, in order, each once.

    The carrier is the one that a link's host, the number's own letters or the words beside the number name, never one guessed
    from digits; `sender` is the wording for the carrier that wrote the mail itself.
    """
    numbered = ((one, number) for one in labelled(text, f"(?i:{label})") if (number := number_in(one.value)))
    said = list(islice(numbered, _MOST_PARCELS))
    carriers = dict(_linked(links))
    lines = _carrier_lines(text) if said and not sender else []
    for one, number in said:
        if carriers.get(number, UNKNOWN) == UNKNOWN:
            carriers[number] = _carrier(one, number, lines, sender, [other.line for other, _ in said])
    for found in (
        re.finditer(rf"(?i:{label})(?: is|は)?[ :：.#]{{0,4}}(?P<value>[^\n]{{10,40}})", text) if sender else ()
    ):
        number = _first(found["value"])
        if number and number not in carriers:
            carriers[number] = carrier_of(sender, number)
    ordered = dict.fromkeys((*(number for _, number in said), *carriers))
    return tuple(
        Parcel(carrier=carriers[number], number=number)
        for number in ordered
        if len(number) > _SHORT or carriers[number] != UNKNOWN
    )


def _first(value: str) -> str | None:
    """Return the number that a value begins with."""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", value)).upper()
    found = _NUMBER.match(plain)
    return re.sub(r"[ -]", "", found[0]) if found else None


def number_in(value: str) -> str | None:
    """Return the one parcel number in a text: upper case, without separators; None where there is none, or several."""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", value[:_LONGEST_VALUE])).upper().partition("HTTP")[0]
    found = {re.sub(r"[ -]", "", match[0]) for match in _NUMBER.finditer(plain)}
    only = found.pop() if len(found) == 1 else None
    return None if only is None or _PHONE.fullmatch(only) else only


def _linked(links: Sequence[Link]) -> Iterator[tuple[str, str]]:
    for link in links[:_MOST_LINKS]:
        for carrier, value in numbers_in_link(link.href):
            if number := number_in(value):
                yield number, carrier


def _carrier_lines(text: str) -> list[tuple[int, str]]:
    """Return where carriers are named: behind labels, else in lines that name exactly one."""
    labels = [(one.line, one.value) for one in labelled(text, _CARRIER_LABEL)]
    named = [(line, wording) for line, wording in labels if carrier_of(wording, _DIGITS) != UNKNOWN]
    lines = ((at, line) for at, line in enumerate(text.splitlines()) if line and carrier_of(line, _DIGITS) != UNKNOWN)
    return (named or list(islice(lines, _MOST_NAMES)))[:_MOST_NAMES]


def _carrier(one: Labelled, number: str, lines: Sequence[tuple[int, str]], sender: str, numbered: Iterable[int]) -> str:
    own = next((carrier for start, carrier in _OWN_FORM if number.startswith(start)), UNKNOWN)
    for wording in (sender, one.value):
        if own == UNKNOWN and wording:
            own = carrier_of(wording, number)
    named = {carrier_of(wording, number) for _, wording in lines}
    if own != UNKNOWN or not named:
        return own
    if len(named) == 1:
        return named.pop()
    first = min(numbered)
    above = lines[0][0] <= first
    near = [at for at, _ in lines if (0 <= one.line - at <= _NEAR if above else 0 <= at - one.line <= _NEAR)]
    if not near:
        return UNKNOWN
    nearest = max(near) if above else min(near)
    between = range(*sorted((nearest, one.line)))
    if any(at in between and at not in (one.line, nearest) for at in numbered):
        return UNKNOWN
    return next(carrier_of(wording, number) for at, wording in lines if at == nearest)
