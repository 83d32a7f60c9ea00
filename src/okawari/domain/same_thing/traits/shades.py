"""Colours that one title names and the other leaves open, and their shades."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from okawari.domain.same_thing.language.sound import sound
from okawari.domain.same_thing.taken_apart.listed import loosely
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.traits.codes import NAMED, initials, is_coloured, is_named_by_code
from okawari.domain.same_thing.vocabulary.parts import PARTS
from okawari.domain.same_thing.vocabulary.words import COLOUR_NAMES, SHADE, spellings, words_in

_SPELLED: Final = spellings("""
マット matt matte mat
パール pearl
メタリック metallic
グロス gloss
サテン satin
フラット flat
ライト light
ダーク dark
ディープ deep
ペール pale
パステル pastel
ネオン neon
""")
"""How a colour is finished or how light it is, as it stands in a compound (see `pieces`) or in English."""
_FINISHES: Final = {
    loosely(finish): frozenset(name for name, one in _SPELLED.items() if one == finish) for finish in _SPELLED.values()
}
_ENDING: Final = re.compile(r"[a-z]+[a-z0-9]*\d[a-z]")
"""A number that ends with one letter, which may be that of its colour."""
_JEWELS: Final = words_in("腕時計 クロノグラフ ネックレス ピアス イヤリング ブレスレット necklace earrings")
"""How words for watches and jewels end."""
_METALS: Final = frozenset({"gold", "silver"})
"""What one of them is told to be made of, and not of the other."""
_EACH: Final = re.compile(r"\d{7,8}|[a-z]{4}\d{3}|[a-z]{2,4}\d{6,8}|[a-z]{2}\d{4}-\d\d[a-z]")
"""Our own choice: forms of a number that makers give each of them by itself, and none that a series shares (GA-B2100)."""
_LEAST_GLUED: Final = 3
"""Our own choice: letters from which on the name of a colour stands in no other word by chance."""


def is_numbered_each(first: Title, second: Title) -> bool:
    """Return whether the number that both have is that of one watch or jewel, of which a colour is that of the metal, the stone or the dial (SBTR027)."""
    if not any(token.endswith(_JEWELS) for token in (*first.listed, *second.listed)):
        return False
    if first.colours | second.colours >= _METALS:
        return False
    return any(map(_EACH.fullmatch, {*first.listed}.intersection(second.listed)))


def is_shaded(first: Title, second: Title) -> bool:
    """Return whether each title has another shade of a colour, or the offer names several to choose from."""
    if first.colours == second.colours:
        if (ours := _numbers_of(first)) and (theirs := _numbers_of(second)) and ours.isdisjoint(theirs):
            return True
        return bool(first.modifiers and second.modifiers) and compounds_differ(first, second, first.colours)
    return bool(first.colours) and len(second.colours - first.colours) > 1


def is_shade_said(first: Title, second: Title) -> bool:
    """Return whether the offer calls the wanted shade by its own word alone (ミントグリーン, ミント), which is none for any colour (ライト)."""
    compounds = (one.partition(":") for one in first.modifiers) if first.modifiers else ()
    return any(head in first.colours and rest not in _FINISHES and rest in second.words for head, _, rest in compounds)


def _numbers_of(title: Title) -> set[str]:
    """Return the numbers that a title gives its colours (01 ピンク)."""
    return {token for token in title.listed if token[0] == SHADE} if title.colours else set()


def is_colour_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out the wanted colour, or alone names one, or another shade."""
    if first.colours and not second.colours and _is_lettered(first, second):
        return False
    if not (first.colours <= second.colours or all(_is_glued(one, second) for one in first.colours - second.colours)):
        return True
    if _is_colour_added(first, second) or is_shaded(first, second) or is_beside_another(first, second):
        return True
    if first.modifiers and _is_finish_lost(first, second):
        return True
    return bool(second.modifiers) and _is_of_shade(first, second) and not is_named_by_code(first, second)


def is_beside_another(first: Title, second: Title, *, behind: bool = False) -> bool:
    """Return whether the offer names another colour directly beside the wanted one, to choose from or as one in both (ホワイト ブラック, ホワイト&ブラック); only the wanted one `behind` it where a number names the thing, too (グリーン/ブラック)."""
    if not first.colours < second.colours:
        return False
    return any(
        one.kind == other.kind == "colour"
        and NAMED.issuperset((one.value, other.value))
        and (one.value in first.colours) != (other.value in first.colours)
        and not (behind and one.value in first.colours)
        for one, other in pairwise(second.pieces)
    )


def _is_lettered(first: Title, second: Title) -> bool:
    """Return whether the offer's number tells the one wanted colour by its letters: behind the wanted number (JRI-A100KM) or at its end (FK-C3-P)."""
    if len(first.colours) != 1:
        return False
    told = initials(*first.colours)
    return any(
        _ENDING.fullmatch(code) and code[-1] in told
        if code in second.codes
        else any(one.startswith(code) and is_coloured(one, code, first.colours) for one in second.models)
        for code in first.codes
    )


def _is_glued(colour: str, title: Title) -> bool:
    """Return whether a title names a colour within a longer word (ワンデーナチュラル)."""
    return any(len(name) >= _LEAST_GLUED and name in title.squashed for name in COLOUR_NAMES[colour])


def _is_finish_lost(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out how the wanted colour is finished (マットブラック, ブラック)."""
    compounds = (one.partition(":") for one in first.modifiers)
    return any(
        rest in _FINISHES
        and head in first.colours
        and rest not in loosely(second.squashed)
        and _FINISHES[rest].isdisjoint(second.listed)
        for head, _, rest in compounds
    )


def _is_colour_added(first: Title, second: Title) -> bool:
    """Return whether only the offer names a colour, and not one that is a part of the wanted name (白い恋人)."""
    if first.colours or not second.colours:
        return False
    spelled = [loosely(token) for token in second.listed]
    compounds = [one.partition(":") for one in second.modifiers]
    said = {
        head
        for head, _, rest in compounds
        if rest in loosely(first.squashed) and any(token.startswith(rest) for token in spelled)
    }
    return not all(
        colour in said or any(name in first.squashed for name in COLOUR_NAMES[colour]) for colour in second.colours
    )


def _is_of_shade(first: Title, second: Title) -> bool:
    """Return whether the offer names a wanted plain colour as a shade alone (パールホワイト), and not the plain one too."""
    if first.modifiers or not first.colours:
        return False
    said = [value for kind, value in second.pieces if kind == "colour"]
    return any(
        said.count(shade) == 1 and not _is_told(rest, first, second)
        for shade, _, rest in (one.partition(":") for one in second.modifiers)
        if shade in first.colours
    )


def _is_told(rest: str, first: Title, second: Title) -> bool:
    """Return whether what a compound of the offer says beside its colour names a part (ミッドナイトケース), or the wanted title tells it too (Light Blue, ライトブルー)."""
    if rest in loosely("".join(first.listed)) or sound(rest) in first.sounds:
        return True
    if not _FINISHES.get(rest, frozenset()).isdisjoint(first.listed):
        return True
    return any(value.endswith(PARTS) and rest == loosely(value) for _, value in second.pieces)


def _sounds(title: Title) -> set[str]:
    """Return how the compounds of a title sound, each with its head."""
    compounds = (one.partition(":") for one in title.modifiers)
    return {f"{head}:{heard}" for head, _, rest in compounds if (heard := sound(rest))}


def compounds_differ(first: Title, second: Title, heads: frozenset[str]) -> bool:
    """Return whether each title has another compound of one of these words (マットブラック, コバルトブラック)."""
    if not first.modifiers.isdisjoint(second.modifiers) or not _sounds(first).isdisjoint(_sounds(second)):
        return False
    if _is_cut_anew(first, second) or _is_cut_anew(second, first):
        return False
    ours, theirs = ({one.partition(":")[0] for one in title.modifiers} for title in (first, second))
    return not heads.isdisjoint(ours & theirs)


def _is_cut_anew(title: Title, other: Title) -> bool:
    """Return whether a title writes in one what the other cuts in two (ホワイトダックダウン, ホワイトダック ダウン)."""
    return any(
        long != short and long.startswith(short) and long.removeprefix(short) in other.loose
        for long in title.modifiers
        for short in other.modifiers
    )
