"""Many offers held against one wanted thing: titles that tell the same about it are judged once."""

from __future__ import annotations

import re
from collections.abc import Hashable
from itertools import count
from typing import Final

from okawari.domain.identifiers import Identifier
from okawari.domain.same_thing.compare import (
    SURE_KINDS,
    Likeness,
    Thing,
    compare_titles,
    is_heard,
    is_name,
    is_personal,
    is_stem,
    is_work,
    squashed,
)
from okawari.domain.same_thing.idle import BULK, SERIES
from okawari.domain.same_thing.sound import sound
from okawari.domain.same_thing.title import LISTED, UNWRITTEN, meaning, put_together, take_apart
from okawari.domain.same_thing.tokens import (
    LONGEST,
    comes_along,
    is_model,
    part_of,
    tokens,
)
from okawari.domain.same_thing.words import PROSE

_MOST_KEPT: Final = 20_000
"""A bound on memory; each entry is a short tuple."""
_NUMBERED: Final = frozenset({"code", "joined"})
_Numbers = tuple[str, bool, frozenset[str]]
_NO_NUMBERS: Final[_Numbers] = "", False, frozenset()


_Key = tuple[tuple[str, str], ...]
_Told = tuple[_Key, str, bool, bool]
"""What one token tells: its share of a title's key, its letters in standard spelling, whether it names a part, a maker's number."""
_Chunk = tuple[int, bool, int, int]
"""What stands between two spaces: its key by number, whether there is a maker's number, and its edges (see `edges`)."""
_ODD: Final[_Chunk] = -1, False, 0, 0
"""For a part whose title has to be read in one."""
_LEAST_NUMBER: Final = 5
"""Signs of a strange code that is long enough for a maker's number (see `is_model`)."""
_NUMBER: Final[_Key] = (("code", "number"),)
_CODE: Final[_Key] = (("code", "?"),)
_STRANGE: Final = re.compile(r"(?!no|x\d)[a-z]{1,2}\d{2,8}")


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
        self._needles = tuple(dict.fromkeys((*title.lines, *title.codes, *title.words, *pairs)))
        self._starts = tuple({needle[:at] for needle in self._needles for at in range(1, len(needle))})
        self._ends = tuple({needle[at:] for needle in self._needles for at in range(1, len(needle))})
        self._parts = title.parts
        self._sounds = sorted(title.sounds)
        self._has_names = is_work(title) or any(word in wanted.title for word in PROSE)
        given = (squashed(one.value) for one in wanted.identifiers if one.kind == "model")
        self._models = title.models.union(filter(is_model, given))
        self._values = {one.value for one in wanted.identifiers}
        self._has_sure = any(one.kind in SURE_KINDS for one in wanted.identifiers)
        self._makers: dict[str, str] = {}
        self._told: dict[str, _Told] = {}
        self._along: dict[str, _Told] = {}
        self._chunks: dict[str, _Chunk] = {}
        self._keys: dict[Hashable, int] = {}
        self._count = count(1)
        self._known: dict[Hashable, Likeness] = {}

    def judge(self, title: str, identifiers: tuple[Identifier, ...]) -> Likeness:
        """Return what the offer of this title and these numbers is to the wanted thing."""
        chunks = self._chunks
        keys: list[int] = []
        parts: list[str] = []
        has_model = False
        before = ""
        right = 0
        for part in title[:LONGEST].split():
            key, is_number, left, after = chunks.get(part) or self._chunk(part)
            if right & left:
                keys.pop()
                parts.pop()
                before = f"{before} {part}"
                key, is_number, left, after = chunks.get(before) or self._chunk(before)
            elif after < 0:
                before = f"{before} {part}"
                continue
            else:
                before = part
            if key < 0:
                return self._in_one(title, identifiers)
            keys.append(key)
            parts.append(before)
            if is_number:
                has_model = True
            right = after
        numbers, spelled = self._beside(title, identifiers, has_model=has_model)
        said = tuple(filter(None, keys)), numbers, spelled
        return self._known.get(said) or self._compared(
            said, title, identifiers, [token for part in parts for token in part_of(part).tokens]
        )

    def _in_one(self, title: str, identifiers: tuple[Identifier, ...]) -> Likeness:
        """Return the same for a title whose parts tell only together."""
        told = self._told
        keys: list[Hashable] = []
        has_model = False
        listed = tokens(title)
        for index, token in enumerate(listed):
            key, letters, has_part, is_number = told.get(token) or self._tell(token, told)
            if has_part and comes_along(listed, index):
                key, letters, has_part, is_number = self._along.get(token) or self._tell(token, self._along)
            if key or letters:
                keys.append((key, letters))
            has_model = has_model or is_number
        said = tuple(keys), *self._beside(title, identifiers, has_model=has_model)
        return self._known.get(said) or self._compared(said, title, identifiers, listed)

    def _beside(self, title: str, identifiers: tuple[Identifier, ...], *, has_model: bool) -> tuple[_Numbers, bool]:
        """Return what the numbers tell, and whether a title without any has the wanted one run together with other letters."""
        numbers = self._numbers(identifiers) if identifiers else _NO_NUMBERS
        if has_model or numbers[2] or not self._models:
            return numbers, False
        whole = squashed(title)
        return numbers, any(model in whole for model in self._models)

    def _compared(self, said: Hashable, title: str, identifiers: tuple[Identifier, ...], listed: list[str]) -> Likeness:
        """Return the judgement of a title with these tokens, and keep it for all that say the same."""
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        found = compare_titles(self._wanted, Thing(title, identifiers), self._title, put_together(listed))
        self._known[said] = found
        return found

    def _chunk(self, part: str) -> _Chunk:
        """Return what a title's part between two spaces tells, and keep it."""
        if len(self._chunks) >= _MOST_KEPT:
            for kept in (self._chunks, self._keys, self._known):
                kept.clear()
        listed, stands_alone, left, right = part_of(part)
        keys: list[tuple[_Key, str]] = []
        is_odd = not stands_alone
        has_model = False
        for token in listed:
            told = self._told.get(token) or self._tell(token, self._told)
            if told[0] or told[1]:
                keys.append(told[:2])
            is_odd = is_odd or told[2]
            has_model = has_model or told[3]
        if is_odd:
            found = _ODD
        else:
            number = self._keys.get(told_by := tuple(keys), 0)
            if keys and not number:
                self._keys[told_by] = number = next(self._count)
            found = number, has_model, left, right
        self._chunks[part] = found
        return found

    def _numbers(self, identifiers: tuple[Identifier, ...]) -> _Numbers:
        """Return what numbers that came with an offer tell: the kind that both carry, another JAN, and the maker's numbers."""
        other = False
        models: list[str] = []
        for one in identifiers:
            kind, value = one.kind, one.value
            if kind != "model":
                if value in self._values and one in self._wanted.identifiers:
                    return kind, False, frozenset()
                other = other or (self._has_sure and kind in SURE_KINDS)
            elif known := self._makers.get(value) or self._maker(value):
                models.append(known)
        return "", other, frozenset(models)

    def _maker(self, given: str) -> str:
        value = squashed(given)
        found = self._makers[given] = self._familiar("code", value) if is_model(value) else ""
        return found

    def _tell(self, token: str, told: dict[str, _Told]) -> _Told:
        """Return what a token tells, and keep it in `told`; a part that comes along with the thing tells nothing."""
        if self._is_strange(token):
            is_number = len(token) >= _LEAST_NUMBER
            strange: _Told = _NUMBER if is_number else _CODE, self._heeded(token), False, is_number
            told[token] = strange
            return strange
        keys: list[tuple[str, str]] = []
        letters = ""
        has_part = has_model = False
        for kind, value in meaning(token):
            if kind == "part":
                if told is self._along:
                    continue
                has_part = True
            elif kind == "code" and is_model(value):
                has_model = True
            familiar = self._familiar(kind, value)
            if kind not in UNWRITTEN:
                letters += value
            if familiar:
                keys.append((kind, familiar))
        if len(told) >= _MOST_KEPT:
            told.clear()
        found = told[token] = tuple(keys), self._heeded(letters), has_part, has_model
        return found

    def _heeded(self, letters: str) -> str:
        """Return the letters; of such as no word of the wanted title can be found in, nor with what stands beside them, only a gap."""
        if not letters or letters.startswith(self._ends) or letters.endswith(self._starts):
            return letters
        if any(needle in letters or letters in needle for needle in self._needles):
            return letters
        return "|"

    def _is_strange(self, token: str) -> bool:
        """Return whether a token is a mere code that the wanted title has nothing of."""
        if _STRANGE.fullmatch(token) is None or token in self._letters or token in LISTED:
            return False
        return not any(is_stem(token, model) for model in self._models)

    def _familiar(self, kind: str, value: str) -> str:
        """Return the value; of a word, part or code that the wanted title lacks only this, and whether it is a maker's number."""
        if kind == "word":
            heard = sound(value)
            known = value in self._letters or is_heard(value, self._title)
            said = "" if known else value if value in SERIES or value in BULK else self._stranger(value)
            return said + "~".join(one for one in self._sounds if one in heard) if heard else said
        if kind == "part":
            return value if value in self._parts else "?"
        if kind == "aimed":
            return value if value in self._title.codes or value in self._title.aimed else ""
        if kind not in _NUMBERED or value in self._letters:
            return value
        for model in self._models:
            if is_stem(value, model):
                return value
        return "" if kind == "joined" else "number" if is_model(value) else "?"

    def _stranger(self, word: str) -> str:
        """Return what stands for a strange word: only beside the title of a work does it matter whether it can be a name."""
        if not self._has_names or not is_name(word):
            return "?"
        return "name" if is_personal(word) else "title"
