"""Many offers held against one wanted thing: titles that tell the same about it are judged once."""

from __future__ import annotations

from collections.abc import Hashable
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
    missing_letters,
    squashed,
)
from okawari.domain.same_thing.idle import BULK, SERIES
from okawari.domain.same_thing.sound import sound
from okawari.domain.same_thing.title import UNWRITTEN, meaning, put_together, take_apart
from okawari.domain.same_thing.tokens import comes_along, is_model, tokens
from okawari.domain.same_thing.words import PROSE

_MOST_KEPT: Final = 20_000
"""A bound on memory; each entry is a short tuple."""
_NUMBERED: Final = frozenset({"code", "joined"})
_Numbers = tuple[str, bool, frozenset[str]]
_NO_NUMBERS: Final[_Numbers] = "", False, frozenset()


_Told = tuple[tuple[tuple[str, str], ...], str, bool, bool]
"""What one token tells: its share of a title's key, its letters in standard spelling, whether it names a part, a maker's number."""


class Judge:
    """Tells of many offers what `compare` tells of each.

    `compare` sees a strange word or code only as such, so titles that differ in nothing else share one judgement: its key
    is what each token means, strangers without their name, and which of the wanted title's words stand in the offer's letters.
    """

    def __init__(self, wanted: Thing) -> None:
        """Take the wanted title apart."""
        self._wanted = wanted
        self._title = title = take_apart(wanted.title)
        self._letters = title.squashed
        self._needles = tuple(dict.fromkeys((*title.lines, *title.codes)))
        self._words = title.words
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
        self._known: dict[Hashable, Likeness] = {}

    def judge(self, title: str, identifiers: tuple[Identifier, ...]) -> Likeness:
        """Return what the offer of this title and these numbers is to the wanted thing."""
        told = self._told
        keys: list[tuple[str, str]] = []
        letters: list[str] = []
        has_model = False
        listed = tokens(title)
        for index, token in enumerate(listed):
            key, text, has_part, is_number = told.get(token) or self._tell(token, told)
            if has_part and comes_along(listed, index):
                key, text, has_part, is_number = self._along.get(token) or self._tell(token, self._along)
            keys += key
            letters.append(text)
            if is_number:
                has_model = True
        numbers = _NO_NUMBERS
        if identifiers:
            numbers = self._numbers(identifiers)
            has_model = has_model or bool(numbers[2])
        spelled = self._models and not has_model and any(model in squashed(title) for model in self._models)
        written = "".join(letters)
        found_here = tuple([needle in written for needle in self._needles])
        paired = tuple([missing_letters(word, written) for word in self._words])
        whole = tuple(keys), found_here, paired, numbers, spelled
        found = self._known.get(whole)
        if found is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            found = self._known[whole] = compare_titles(
                self._wanted, Thing(title, identifiers), self._title, put_together(listed)
            )
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
        keys = []
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
        found = told[token] = tuple(keys), letters, has_part, has_model
        return found

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
