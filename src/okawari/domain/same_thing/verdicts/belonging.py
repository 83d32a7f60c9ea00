"""Whether an offer speaks of a part of the wanted thing, or of something that is made for it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import Final

from okawari.domain.same_thing.taken_apart.along import is_in_bulk
from okawari.domain.same_thing.taken_apart.known import AIMS, BESIDE
from okawari.domain.same_thing.taken_apart.pieces import meaning
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.taken_apart.tokens import AIMING, FOR, is_own, squashed
from okawari.domain.same_thing.traits.figures import LEAST_NAMING, is_common
from okawari.domain.same_thing.verdicts.told_whole import GENUINE, MADE_FOR, is_told_whole
from okawari.domain.same_thing.vocabulary.goods import SUPPLIES
from okawari.domain.same_thing.vocabulary.parts import OF_ITSELF, PUT_ON, SPARE, part_of

_LEAST_BETWEEN: Final = 3
"""Our own choice: what is said of a thing between its name and a part that is only named in passing."""
_TOLD: Final = frozenset({SPARE})
"""What goes without saying of any part."""
_SPARES: Final = tuple(word for word in MADE_FOR if word not in (GENUINE, "対応"))
_WATCHES: Final = frozenset({"腕時計", "時計"})
_BANDS: Final = frozenset(
    {
        "バンド",
        "ストラップ",
        *(f"{made_of}ベルト" for made_of in ("メタル", "ラバー", "レザー", "ウレタン", "ナイロン", "シリコン")),
    }
)
"""What holds a watch, and is told of it."""
_OWN: Final = frozenset({"brand", "word", "line"})
"""What a name consists of."""
_OF_PART: Final = frozenset({"line", "count", "measure", "generation", "choice", "edition"})
"""In what a part differs from the thing that it is made for; a model, a colour or a state is told of another such thing as often."""
_NAMING: Final = frozenset({"code", "measure", "colour", "number"})


def is_of_part(first: Title, second: Title) -> bool:
    """Return whether the offer's title speaks of a part of the thing, or of something that is made for it."""
    if second.parts and not second.parts <= first.parts and not _is_told_of_thing(first, second):
        has_none = not first.holds & BESIDE
        if has_none and not second.parts - _TOLD <= OF_ITSELF:
            return True
        if _is_part_alone(first, second, has_none=has_none):
            return True
    if second.holds & AIMS and (_is_by_others(first, second) if first.parts else _is_for(first, second)):
        return True
    if (
        second.lone
        and not SUPPLIES.isdisjoint(second.lone)
        and first.lone.isdisjoint(second.lone)
        and _is_no_supply(first, second)
    ):
        return True
    return bool(second.aimed) and _fits(first, second)


def _is_no_supply(first: Title, second: Title) -> bool:
    """Return whether the wanted title names another kind of goods, or none while the offer names nothing but what is used up in it (DCP-J928N, DCP-J928N インク LC411)."""
    if first.lone:
        return True
    return second.lone <= SUPPLIES and not any(supply in token for token in first.listed for supply in SUPPLIES)


def _fits(first: Title, second: Title) -> bool:
    """Return whether the offer names the wanted number, or what that begins with, only to say what it fits (520VX3用, タミヤ35216対応)."""
    if not first.aimed.isdisjoint(second.aimed):
        return False
    named = first.codes | {one for one in first.numbers if not is_common(one)}
    return any(one.startswith(fitted) for fitted in second.aimed for one in named)


def is_made_for(first: Title, second: Title, differing: Collection[str]) -> bool:
    """Return whether only the offer says what it is for, and differs from the wanted thing as a part of it does (アルミホイール ミニカー用 4本)."""
    return (
        second.holds & AIMS > first.holds & AIMS
        and _OF_PART.issuperset(differing)
        and not AIMING.isdisjoint(second.listed)
    )


def _is_told_of_thing(first: Title, second: Title) -> bool:
    """Return whether the parts that the offer names are but said of the thing, which it names in full."""
    return _is_its_own_kind(first, second) or _is_on_watch(first, second) or is_told_whole(first, second)


def _is_its_own_kind(first: Title, second: Title) -> bool:
    """Return whether all parts that the offer names are what the wanted thing itself is (リモコン, スマートリモコン; バッテリー, バッテリーパック), and it names no spare one."""
    named = second.parts - first.parts - _TOLD
    if not named or second.aimed:
        return False
    kinds = "|".join(word.removesuffix("パック") for word in (*first.lone, *first.words, ""))
    if not all(f"{part}|" in kinds for part in named):
        return False
    is_fitting = "対応" in second.listed and GENUINE not in second.listed
    return not is_fitting and not any(token.startswith(_SPARES) for token in second.listed)


def _is_part_alone(first: Title, second: Title, *, has_none: bool) -> bool:
    """Return whether a part that the offer names is what it offers, and not said of the thing itself.

    It is said of the thing where the wanted title speaks of it too (シール蓋付, シール蓋), or is of such a part itself.
    """
    if has_none:  # The wanted title has no part of its own, nor does one come along.
        return True
    named = {value for kind, value in second.pieces if kind == "part"}
    own = named - first.parts
    if own:
        own -= {value for kind, value in first.pieces if kind == "with"}.union(map(part_of, first.listed)) - PUT_ON
    return bool(own) and named.isdisjoint(first.parts - {SPARE})


def _is_on_watch(first: Title, second: Title) -> bool:
    """Return whether the parts that the offer names are the band of the watch whose whole number it has too (SBSA261 レザーバンド 腕時計)."""
    if "腕時計" not in second.lone or any(
        token.startswith((*MADE_FOR, "純正", "社外")) or token in AIMING for token in second.listed
    ):
        return False
    if any(before in _WATCHES and behind.endswith(("ベルト", "バンド")) for before, behind in pairwise(second.listed)):
        return False
    bands = {part for kind, part in second.pieces if kind == "part"}
    return bands <= _BANDS and any(code in second.codes for code in first.models & first.codes)


def _is_for(first: Title, second: Title) -> bool:
    """Return whether the offer is for the wanted thing: it says that behind the whole of its name (ファイアグリル 専用 鉄板)."""
    listed = second.listed
    if _is_for_number(first, second):
        return True
    for index in range(1, len(listed)):
        if not (listed[index] in AIMING and AIMING.isdisjoint(first.listed)) or is_own(listed, index):
            continue
        if _ends_name(listed[index - 1], first):
            name = "".join(listed[:index])
            return all(word.isascii() or word in name or word == first.pieces[0].value for word in first.words)
    return False


def _is_for_number(first: Title, second: Title) -> bool:
    """Return whether the offer says in English that it is for a name and a number of the wanted thing."""
    if FOR not in second.listed or FOR in first.listed:
        return False
    return _is_numbered_behind(second.listed.index(FOR), first, second)


def _is_by_others(first: Title, second: Title) -> bool:
    """Return whether the offer is for the number of a thing that names a part of its own, and its maker stands only behind (NATO Strap for Seiko SNK809)."""
    if not first.brands or not _is_for_number(first, second):
        return False
    before = second.listed[: second.listed.index(FOR)]
    return not any(
        piece.kind == "brand" and piece.value in first.brands for token in before for piece in meaning(token)
    )


def _ends_name(token: str, first: Title) -> bool:
    """Return whether a token can end the wanted thing's name: a word in Japanese, or a quantity that the wanted title has too."""
    return (not token.isascii() and token in first.words) or (is_in_bulk(token) and token in first.listed)


def _is_numbered_behind(at: int, first: Title, second: Title) -> bool:
    """Return whether a name and a number of the wanted thing stand behind a token (Sheath for Classic Knife DM0706)."""
    before, behind = ("".join(map(squashed, part)) for part in (second.listed[:at], second.listed[at + 1 :]))
    numbers = first.codes.union(one for one in first.numbers if len(one) >= LEAST_NAMING and not is_common(one))
    if not any(one in behind and one not in before for one in numbers):
        return False
    own = {value for kind, value in first.pieces if kind in _OWN}
    return any(piece.value in own for piece in meaning(second.listed[at + 1]))
