"""Many offers held against one wanted thing: titles that tell the same about it are judged once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, pairwise
from typing import Final

from okawari.domain.identifiers import Identifier
from okawari.domain.same_thing.compare import (
    SURE_KINDS,
    Likeness,
    Thing,
    compare_titles,
    is_name,
    of_part,
    settled_by,
)
from okawari.domain.same_thing.idle import WORKS, WORKS_END
from okawari.domain.same_thing.known import HEEDED, HOLDS, UNWRITTEN, is_idle, known, tokens, unsaid
from okawari.domain.same_thing.left_over import IDLE, is_kanji, is_telling, loosely, sets_apart
from okawari.domain.same_thing.missing import hints, is_hinted, is_stem
from okawari.domain.same_thing.pieces import is_mere_code, meaning
from okawari.domain.same_thing.sound import begun, sound, spoken
from okawari.domain.same_thing.title import put_together, take_apart
from okawari.domain.same_thing.tokens import (
    LEAST_MODEL,
    MOVING,
    comes_along,
    cut_up,
    edges_of_code,
    is_model,
    joined,
    squashed,
)

_MOST_KEPT: Final = 20_000
"""A bound on memory; each entry is a short tuple."""
_NUMBERED: Final = frozenset({"code", "joined"})
_Numbers = tuple[str, bool, frozenset[str]]
_NO_MODELS: Final[frozenset[str]] = frozenset()
_NO_NUMBERS: Final[_Numbers] = "", False, _NO_MODELS


_MODEL, _PART, _STRANGE_PART, _BESIDE, _STRANGE = 1, 2, 4, 8, 16
"""What tokens hold, as bits: a maker's number; a part; a part that the wanted title has not; what no number outweighs;
a strange code."""
_Key = tuple[tuple[str, str], ...]
_Said = tuple[tuple[int, ...], int]
"""What all tokens of a title tell: their shares of its key, and what they hold."""
_IDLE: Final = ("idle", "")
_NUMBER: Final[_Key] = (("code", "number"),)
_CODE: Final[_Key] = (("code", "?"),)


@dataclass(frozen=True, slots=True, eq=False)
class _Token:
    """What one token tells: its share of a title's key by number, 0 for none, what it holds, and its edges (see `edges_of`).

    Each is itself alone, so that what many of them tell together is looked up without looking into any.
    """

    share: int
    holds: int
    left: int
    right: int


class _Tokens(dict[str, _Token]):
    """Tokens that were met before."""

    def __init__(self, tell: Callable[[str], _Token]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, token: str) -> _Token:
        found = self[token] = self._tell(token)
        return found


class Judge:
    """Tells of many offers what `compare` tells of each.

    `compare` sees a strange word or code only as such, so titles that differ in nothing else share one judgement: its key
    is what each token means and its letters, strangers without their name and without letters that say nothing of the wanted one.
    """

    def __init__(self, wanted: Thing) -> None:
        """Take the wanted title apart."""
        self._wanted = wanted
        self._title = title = take_apart(wanted.title)
        self._letters = title.squashed
        pairs = [word[at : at + 2] for word in title.words for at in range(len(word) - 1) if not word.isascii()]
        hinted = [hint for word in title.lone if not word.isascii() for hint in hints(word)]
        self._needles = needles = tuple(dict.fromkeys((*title.lines, *title.codes, *title.words, *pairs, *hinted)))
        self._names = "\n".join(needles)
        self._signs = frozenset(self._names)
        self._shortest = min(map(len, needles), default=0)
        self._starts = tuple({needle[:at] for needle in needles for at in range(1, len(needle))})
        self._ends = tuple({needle[at:] for needle in needles for at in range(1, len(needle))})
        self._parts = title.parts
        self._loose = {loosely(word) for word in title.words if "ァ" <= word[0] <= "ー"}
        self._begun = {begun(word) for word in title.words} - {""}
        self._sounds = sorted(title.sounds)
        given = (squashed(one.value) for one in wanted.identifiers if one.kind == "model")
        self._models = title.models.union(filter(is_model, given))
        self._firsts = {model[0] for model in self._models}
        self._given = {(one.kind, one.value) for one in wanted.identifiers}
        self._has_sure = any(one.kind in SURE_KINDS for one in wanted.identifiers)
        self._makers: dict[str, str] = {}
        self._tokens = _Tokens(self._tell)
        self._token = self._tokens.__getitem__
        self._strangers: dict[tuple[str, bool, int, int], _Token] = {}
        self._along: dict[str, tuple[int, int]] = {}
        self._shares: dict[tuple[_Key, str], int] = {}
        self._read: dict[tuple[_Token, ...], _Said] = {}
        self._count = count(1)
        self._known: dict[Hashable, Likeness] = {}

    def judge(self, title: str, identifiers: tuple[Identifier, ...]) -> Likeness:
        """Return what the offer of this title and these numbers is to the wanted thing."""
        listed = cut_up(title)
        told = tuple(map(self._token, listed))
        shares, holds = self._read.get(told) or self._read_as(told, listed)
        numbers = self._numbers(identifiers) if identifiers else _NO_NUMBERS
        if holds & _STRANGE_PART:
            return of_part(numbers[0])
        if numbers[0] and not holds & _BESIDE:
            return settled_by(numbers[0])
        is_spelled = not holds & _MODEL and self._is_spelled(title, numbers)
        said = shares, numbers, is_spelled
        return self._known.get(said) or self._compared(said, title, identifiers)

    def _read_as(self, told: tuple[_Token, ...], listed: Sequence[str]) -> _Said:
        """Return what the tokens of a title tell, and keep it for titles that differ in strange codes alone; not where these may join others."""
        if len(self._read) >= _MOST_KEPT:
            self._forget()
        meets = 0
        is_shared = True
        for before, token in pairwise(told):
            if meet := before.right & token.left:
                meets |= meet
                is_shared = is_shared and not (before.holds | token.holds) & _STRANGE
        if meets:
            listed = joined([*listed], [(one.left, one.right) for one in told])
        found = self._together(listed)
        if is_shared and not (meets & MOVING and any(one.holds & _STRANGE for one in told)):
            self._read[told] = found
        return found

    def _together(self, listed: Sequence[str]) -> _Said:
        """Return the shares of tokens told beside their neighbours, and what they hold; a part that comes along is none."""
        shares: list[int] = []
        holds = 0
        for index, one in enumerate(map(self._token, listed)):
            share, held = one.share, one.holds
            if held & _PART and comes_along(listed, index):
                share, held = self._along.get(listed[index]) or self._tell_along(listed[index])
            elif held & _STRANGE_PART:
                return (), held
            holds |= held
            if share:
                shares.append(share)
        return tuple(shares), holds

    def _is_spelled(self, title: str, numbers: _Numbers) -> bool:
        """Return whether a title without any maker's number has the wanted one run together with other letters."""
        if numbers[2] or not self._models:
            return False
        whole = squashed(title)
        return any(model in whole for model in self._models)

    def _compared(self, said: Hashable, title: str, identifiers: tuple[Identifier, ...]) -> Likeness:
        """Return the judgement of a title with these tokens, and keep it for all that say the same."""
        if len(self._known) >= _MOST_KEPT:
            self._forget()
        found = compare_titles(self._wanted, Thing(title, identifiers), self._title, put_together(tokens(title)[0]))
        self._known[said] = found
        return found

    def _numbers(self, identifiers: tuple[Identifier, ...]) -> _Numbers:
        """Return what numbers that came with an offer tell: the kind that both carry, another JAN, and the maker's numbers."""
        other = False
        models: list[str] = []
        for one in identifiers:
            kind, value = one.kind, one.value
            if kind != "model":
                if (kind, value) in self._given:
                    return kind, False, _NO_MODELS
                other = other or (self._has_sure and kind in SURE_KINDS)
            elif known := self._makers.get(value) or self._maker(value):
                models.append(known)
        return "", other, frozenset(models) if models else _NO_MODELS

    def _maker(self, given: str) -> str:
        if len(self._makers) >= _MOST_KEPT:
            self._forget()
        token = self._tokens.get(given.lower())
        if token is not None and token.holds & _STRANGE:
            found = "number" if token.holds & _MODEL else ""
        else:
            value = squashed(given)
            found = self._familiar("code", value) if is_model(value) else ""
        self._makers[given] = found
        return found

    def _forget(self) -> None:
        for kept in (self._tokens, self._strangers, self._along, self._shares, self._read, self._known, self._makers):
            kept.clear()

    def _tell(self, token: str) -> _Token:
        """Return what a token tells; strange codes that tell the same are one."""
        if len(self._tokens) >= _MOST_KEPT:
            self._forget()
        if not self._is_strange(token):
            share, holds = self._shared(*self._meant(token))
            return _Token(share, holds, *known(token)[:2])
        told = self._heeded(token), len(token) >= LEAST_MODEL, *edges_of_code(token)
        return self._strangers.get(told) or self._stranger_as(told)

    def _stranger_as(self, told: tuple[str, bool, int, int]) -> _Token:
        """Return what all strange codes tell that have these letters, are a maker's number or none, and have these edges; keep it."""
        letters, is_number, left, right = told
        share = self._shares.setdefault((_NUMBER if is_number else _CODE, letters), next(self._count))
        holds = _STRANGE | _MODEL if is_number else _STRANGE
        return self._strangers.setdefault(told, _Token(share, holds, left, right))

    def _tell_along(self, token: str) -> tuple[int, int]:
        """Return the share of a part that comes along with the thing, and what it holds beside that; keep both."""
        found = self._along[token] = self._shared(*self._meant(token, is_along=True))
        return found

    def _shared(self, key: _Key, letters: str, holds: int) -> tuple[int, int]:
        """Return the share of a title's key by number, 0 for none, and what is held."""
        if not key and not letters:
            return 0, holds
        return self._shares.setdefault((key, self._heeded(letters)), next(self._count)), holds

    def _meant(self, token: str, *, is_along: bool = False) -> tuple[_Key, str, int]:
        keys: list[tuple[str, str]] = []
        letters = unsaid(token)
        holds = 0
        if is_idle(token):
            keys.append(_IDLE)
        for kind, value in meaning(token):
            if kind == "part":
                if is_along:
                    continue
                holds |= _PART if value in self._parts else _PART | _STRANGE_PART
            elif kind == "code" and is_model(value):
                holds |= _MODEL
            if HOLDS.get(kind, 0) & HEEDED:
                holds |= _BESIDE
            familiar = self._familiar(kind, value)
            if kind not in UNWRITTEN:
                letters += value
            if familiar:
                keys.append((kind, familiar))
        return tuple(keys), letters, holds

    def _heeded(self, letters: str) -> str:
        """Return the letters, or a gap for those in which no word of the wanted title can begin, end or stand."""
        if not letters:
            return letters
        if letters[0] not in self._signs and letters[-1] not in self._signs and len(letters) < self._shortest:
            return "|"
        if letters.startswith(self._ends) or letters.endswith(self._starts):
            return letters
        return letters if letters in self._names or any(map(letters.__contains__, self._needles)) else "|"

    def _is_strange(self, token: str) -> bool:
        """Return whether a token is a mere code that the wanted title has nothing of."""
        return is_mere_code(token) and token not in self._letters and not self._is_stem(token)

    def _familiar(self, kind: str, value: str) -> str:
        """Return the value; of a word, part or code that the wanted title lacks only this, and whether it is a maker's number."""
        if kind in ("word", "aside"):
            return value if value in self._letters or self._is_spelled_in(value) else self._stranger(value)
        if kind == "lone" and (not self._title.lone or not is_hinted(value, self._title)):
            return f"{value.isascii()}?" if self._title.lone else ""
        if kind == "part":
            return value if value in self._parts else "?"
        if kind == "aimed":
            return value if value in self._title.codes or value in self._title.aimed else ""
        if kind not in _NUMBERED or value in self._letters:
            return value
        if self._is_stem(value):
            return value
        if kind == "joined" or is_model(value):
            return "number"
        return "digits" if value.isdigit() else "digit" if value[0].isdigit() else "?"

    def _is_spelled_in(self, word: str) -> bool:
        """Return whether a word in katakana holds one of the wanted title in another spelling, or stands in one."""
        loose = loosely(word)
        return any(loose in own or own in loose for own in self._loose)

    def _is_stem(self, code: str) -> bool:
        """Return whether a code is a maker's number of the wanted title but for a few letters behind one of them."""
        return code[0] in self._firsts and any(is_stem(code, model) for model in self._models)

    def _stranger(self, word: str) -> str:
        """Return what stands for a strange word: its sound as far as the wanted title has it, and what else is heeded of it."""
        shape, said, heard = _shape(word)
        if begun(word) in self._begun:
            shape += f"^{spoken(word)}"
        if not (said or heard):
            return shape
        heeded = said if said in self._title.spoken else "?"
        known = [one for one in self._sounds if one in heard]
        return f"{shape}~{heeded}~{'~'.join(known)}{'!' if heard in known else ''}"


@lru_cache(maxsize=16384)
def _shape(word: str) -> tuple[str, str, str]:
    """Return what is heeded of a strange word beside its sound, then this as it is spoken and as one word."""
    if word in IDLE:
        return "work" if word in WORKS else "idle", "", ""
    asked = word.isascii(), is_kanji(word), is_telling(word), sets_apart(word), is_name(word), word in WORKS_END
    shape = "".join("?!"[is_so] for is_so in asked)
    return shape, spoken(word), sound(word)


@lru_cache(maxsize=4)
def judge_of(wanted: Thing) -> Judge:
    """Return the judge of a wanted thing; those of the last few are kept with what they read, as a list is often shown again."""
    return Judge(wanted)
