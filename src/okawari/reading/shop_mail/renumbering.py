"""Order numbers that a mail says were split, merged or changed: named by labels or an arrow, and said in words too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okawari.domain.message import Renumbering, RenumberKind
from okawari.reading.labels import labelled
from okawari.reading.shop_mail import wordings
from okawari.reading.shop_mail.numbers import DIGITS, ORDER_LABEL, is_plausible, listed
from okawari.reading.spelling import plainly_spelt

_NUMBERS = r"(?:ご|お)?(?:注文|受注|取引|オーダー|予約)\s?(?:番号|ID|No\.?|№)"
_OLD_LABEL = rf"(?:(?:変更|分割|分納|お?まとめ|同梱|統合)(?:する|される|る)?(?:前|元)の?|旧|元の){_NUMBERS}"
_NEW_LABEL = rf"(?:(?:変更|分割|分納|お?まとめ|同梱|統合)(?:した|された|た)?(?:後|先)の?|新(?:しい)?){_NUMBERS}"
_AFTER_SPLIT = re.compile(r"^[■□◆●【\[\s]{0,6}(?:分割|分納)(?:した|された)?後の(?!ご?注文番号)", re.MULTILINE)
_ARROW = re.compile(rf"{DIGITS}[ \u3000]{{0,4}}(?:→|⇒|➡|->|=>)[ \u3000]{{0,4}}{DIGITS.replace('number', 'to')}")
_LISTED = re.compile(
    rf"[ \u3000]{{0,4}}(?:[・*]|\d{{1,2}}[ \u3000]?[:：.)）])?[ \u3000]{{0,4}}{DIGITS}[ \u3000]{{0,4}}$"
)
_CHANGED = re.compile(rf"{_NUMBERS}[^。\n]{{0,12}}変更")
_SPLIT = re.compile(r"(?:注文|予約|受注)[^。\n]{0,8}(?:分割|分納)|(?:分割|分納)[前後][^。\n]{0,4}(?:注文|予約|受注)")
_MERGED = re.compile(
    r"(?:注文|予約|受注)[^。\n]{0,8}(?:まとめ|同梱|統合)|(?:まとめ|同梱|統合)[前後][^。\n]{0,4}(?:注文|予約|受注)"
)
_MAY_SAY_SO = re.compile(r"変\s*更|分\s*[割納]|ま\s*と\s*め|同\s*梱|統\s*合|組\s*(?:み\s*)?替")
"""The words that tell of a renumbering, wherever a line is broken; without any of them no sentence needs to be looked at."""
_PUT_INTO = re.compile(rf"{_NUMBERS}[ \u3000:：]{{0,3}}{DIGITS}[ \u3000」】]{{0,2}}[にへ]お?(?:まとめ|統合)")
_REARRANGED = re.compile(r"(?:注文|予約|受注)[^。\n]{0,8}組み?替え")
_PUT_TOGETHER = re.compile(r"(?:まとめ|同梱|統合|組み?替え)[^。\n]{0,6}(?:完了|(?:られ|され|いたし)ました)")
_READ = 20_000
"""Characters; what a shop says of numbers stands in the first few thousand."""
_MOST = 20
"""Numbers in one mail; no shop splits an order into more, and whoever names a hundred wants something else."""


def renumbering_in(
    subject: str, text: str, numbers: tuple[str, ...] = (), own: re.Pattern[str] | None = None
) -> Renumbering | None:
    """Return which order numbers stand for others; None where no words say so, or the words name none.

    `text` is the mail's without the titles of goods, `numbers` are the order numbers read in it, `own` is a shop's own
    form of number, where it has one.
    """
    text = text[:_READ]
    if not _MAY_SAY_SO.search(f"{subject}\n{text}"):
        return None
    said = (plainly_spelt(subject), *wordings.statements(text))
    kind = next((kind for wording, kind in _WORDINGS if any(wording.search(one) for one in said)), None)
    if kind is None:
        return None
    old, new = _labelled(text, _OLD_LABEL), _labelled(text, _NEW_LABEL)
    for number, follower in _arrows(text):
        old, new = (*old, number), (*new, follower)
    if not new and kind is RenumberKind.SPLIT and (after := _AFTER_SPLIT.search(text)):
        new = tuple(one for label in labelled(text[after.start() :], ORDER_LABEL) for one in listed(label.value))
    if not new and kind is RenumberKind.SPLIT and len(old) == 1 and len(rest := _without(numbers, old)) > 1:
        new = rest
    if not (old or new) and kind is RenumberKind.MERGED and (into := _PUT_INTO.search(text)):
        new, old = (into["number"],), _without(numbers, (into["number"],))
    if not new and len(numbers) == 1 and _PUT_TOGETHER.search(said[0]):
        new = numbers
    old, new = (tuple(dict.fromkeys(one for one in side if own is None or own.fullmatch(one))) for side in (old, new))
    return _sound(kind, old, new)


_WORDINGS = (
    (_MERGED, RenumberKind.MERGED),
    (_SPLIT, RenumberKind.SPLIT),
    (_REARRANGED, RenumberKind.CHANGED),
    (_CHANGED, RenumberKind.CHANGED),
)


def _sound(kind: RenumberKind, old: tuple[str, ...], new: tuple[str, ...]) -> Renumbering | None:
    """Return what is said, under the kind that fits how many numbers there are."""
    if not new or old == new or len({*old, *new}) > _MOST:
        return None
    if len(new) > 1:
        return Renumbering(kind=RenumberKind.SPLIT, old=old, new=new) if len(old) <= 1 else None
    if len(old) > 1:
        return Renumbering(kind=RenumberKind.MERGED, old=old, new=new)
    if old:
        return Renumbering(kind=RenumberKind.CHANGED, old=old, new=new)
    return Renumbering(kind=kind, new=new) if kind is not RenumberKind.SPLIT else None


def _without(numbers: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(number for number in numbers if number not in others)


def _labelled(text: str, label: str) -> tuple[str, ...]:
    """Return the numbers behind a label and those listed below it."""
    lines = text.splitlines()
    found: dict[str, None] = {}
    for said in labelled(text, label):
        behind = lines[said.line].endswith(said.value) and said.value
        found |= dict.fromkeys(listed(said.value)) if behind else {}
        for line in lines[said.line + 1 : said.line + 1 + _MOST]:
            alone = _LISTED.match(line)
            if alone and is_plausible(alone["number"]):
                found[alone["number"]] = None
            elif line.strip() or found:
                break
    return tuple(found)


def _arrows(text: str) -> Iterator[tuple[str, str]]:
    for said in labelled(text, ORDER_LABEL):
        found = _ARROW.fullmatch(said.value)
        if found and is_plausible(found["number"]) and is_plausible(found["to"]):
            yield found["number"], found["to"]
