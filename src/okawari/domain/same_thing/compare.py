"""The same thing, a variant of it, something that belongs to it, or nobody can say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Final, Protocol

from okawari.domain.identifiers import Identifier
from okawari.domain.same_thing.language.numerals import LONGEST_NUMBER
from okawari.domain.same_thing.language.sound import begins_alike
from okawari.domain.same_thing.names.added import without_descriptions
from okawari.domain.same_thing.names.enough import agrees_enough
from okawari.domain.same_thing.names.left_out import is_kind_open, is_little, left_out
from okawari.domain.same_thing.names.left_over import Left, Place, left_over, open_letters
from okawari.domain.same_thing.names.naming import is_author, is_usual, says_name
from okawari.domain.same_thing.names.rivals import are_rivals
from okawari.domain.same_thing.names.translated import is_other, unexplained, unsaid_in_english
from okawari.domain.same_thing.scripts.english import is_in_english
from okawari.domain.same_thing.taken_apart.known import AIMS, HEEDED
from okawari.domain.same_thing.taken_apart.title import Title, take_apart
from okawari.domain.same_thing.traits.choosing import BOUND
from okawari.domain.same_thing.traits.codes import is_catalogued, is_named_by_code
from okawari.domain.same_thing.traits.editions import editions_differ, is_limited, names_machines, work_of
from okawari.domain.same_thing.traits.figures import counted_on, is_common, years_otherwise
from okawari.domain.same_thing.traits.marks import marks_told, marks_unmet
from okawari.domain.same_thing.traits.shades import is_numbered_each
from okawari.domain.same_thing.traits.unsaid import are_rounded
from okawari.domain.same_thing.verdicts.belonging import is_made_for, is_of_part
from okawari.domain.same_thing.verdicts.beside_model import open_beside_model
from okawari.domain.same_thing.verdicts.counts import counts_differ
from okawari.domain.same_thing.verdicts.lines import lines_differ
from okawari.domain.same_thing.verdicts.missing import (
    ENOUGH_TRAITS,
    agreements,
    missing_traits,
    numbers_open,
    sizes_differ,
)
from okawari.domain.same_thing.verdicts.models import codes_differ, compare_models, with_given
from okawari.domain.same_thing.vocabulary.idle import WORKS
from okawari.domain.same_thing.vocabulary.telling import is_kanji
from okawari.domain.same_thing.vocabulary.units import DOSES, VESSELS
from okawari.domain.same_thing.vocabulary.words import (
    CHOICES,
    KINDS,
)

_KINDS: Final = (
    DOSES,
    frozenset({*VESSELS.values(), "紙パック"}),
    *(frozenset(kinds.values()) for kinds in (*KINDS, WORKS)),
)
_SURE_KINDS: Final = ("jan", "isbn")
_OPEN_SHARE: Final = 0.5
"""Our own choice: the share of its words' letters by which the wanted title may say more, before or behind what both say."""
_OPEN: Final = {"word": "words", "with": "words", "number": "generation", "code": "model"}
"""What is open where only the offer has such a piece."""

_FULL_MODEL: Final = 8
"""Our own choice: signs of a number that no two makers share."""


class Sameness(StrEnum):
    """What an offer is to the thing that is wanted."""

    SAME = "same"
    VARIANT = "variant"
    ACCESSORY = "accessory"
    UNSURE = "unsure"


_VARIANT, _UNSURE = Sameness.VARIANT, Sameness.UNSURE
"""Looked up once, as most titles get them."""


class Named(Protocol):
    """What has a title, and numbers that came with it, already checked (see `identifiers`)."""

    @property
    def title(self) -> str:
        """The title, as it was written."""

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """The numbers, the surest first."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A title and its numbers alone."""

    title: str
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """The verdict and its reasons: `jan`, `model` … for what agrees, `colour`, `count` … for what differs or is open."""

    sameness: Sameness
    reasons: tuple[str, ...]


_verdict: Final = cache(Likeness)
"""Shared, as there are few."""
_OTHER_MAKER: Final = Likeness(Sameness.VARIANT, ("brand",))
"""The verdict on what another maker makes; what else differs tells a person nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is wanted, worked out once for all offers: its title as written and taken apart, its numbers but models, its models, and whether one of the numbers is sure."""

    written: str
    title: Title
    numbers: frozenset[Identifier]
    models: frozenset[str]
    is_sure: bool


def compare(wanted: Named, offer: Named) -> Likeness:
    """Return what `offer` is to `wanted`.

    A number that both carry decides, unless the title speaks of a part, an imitation or another count. Without one the
    titles must say the same in full: whatever is left over makes the pair unsure.
    """
    return _likeness(_asked(wanted), offer)


def compare_each(wanted: Named, offers: Iterable[Named]) -> list[Likeness]:
    """Return what each offer is to `wanted` (see `compare`)."""
    asked = _asked(wanted)
    return [_likeness(asked, offer) for offer in offers]


def _asked(wanted: Named) -> _Asked:
    title = take_apart(wanted.title)
    return _Asked(
        written=wanted.title,
        title=title,
        numbers=frozenset(one for one in wanted.identifiers if one.kind != "model"),
        models=with_given(title.models, wanted.identifiers),
        is_sure=_has_sure(wanted),
    )


def _likeness(asked: _Asked, offer: Named) -> Likeness:
    first, second = asked.title, take_apart(offer.title)
    number = _shared_number(asked, offer) if offer.identifiers else None
    if number and not second.holds & HEEDED:
        return _settled_by(number)
    if not first.listed or not second.listed:
        return _verdict(_UNSURE, ("words",))
    # Most titles speak of no part; to ask here saves a call for each.
    if (second.parts or second.aimed or second.lone or second.holds & AIMS) and is_of_part(first, second):
        return _of_part(number)
    theirs = with_given(second.models, offer.identifiers) if offer.identifiers else second.models
    model = "" if number else compare_models(first, second, asked.models, theirs)
    if number is None and not second.marks and _makers_differ(first, second, by_model=model == "same"):
        return _OTHER_MAKER
    differing = ["number"] if number is None and asked.is_sure and _has_sure(offer) else []
    differing += _differences(first, second, by_number=bool(number), by_model=model == "same")
    if number is None and (model == "other" or codes_differ(first, second, named=model == "same")):
        differing.append("model")
    if differing:
        is_part = number is None and is_made_for(first, second, differing)
        return _of_part(None) if is_part else _verdict(_VARIANT, tuple(differing))
    return _settled_by(number) if number else _agreeing(asked, second, by_model=model == "same")


def _agreeing(asked: _Asked, second: Title, *, by_model: bool) -> Likeness:
    """Return the verdict where nothing differs, by what either title leaves open."""
    first = asked.title
    if first.marks and (unmet := marks_unmet(first, second)):
        return _verdict(_UNSURE, unmet)
    missing = tuple(open_beside_model(first, second) if by_model else missing_traits(first, second))
    if missing:
        return _verdict(_UNSURE, missing)
    return _settled_by("model") if by_model else _by_words(first, second, wanted=asked.written)


@cache
def _settled_by(number: str) -> Likeness:
    """Return the verdict where a number agrees and the title says nothing that it does not outweigh."""
    return Likeness(Sameness.SAME, (number,))


@cache
def _of_part(number: str | None) -> Likeness:
    """Return the verdict on a part that is not the thing itself; a number that agrees all the same leaves it open."""
    return Likeness(Sameness.UNSURE, (number, "part")) if number else Likeness(Sameness.ACCESSORY, ("part",))


def _shared_number(asked: _Asked, offer: Named) -> str | None:
    for one in offer.identifiers:
        if one in asked.numbers:
            return one.kind
    return None


def _has_sure(thing: Named) -> bool:
    """Return whether a thing carries a JAN or an ISBN; where both do, and share none, they are two."""
    for one in thing.identifiers:  # noqa: SIM110 -- asked of each offer, and a third of the time of `any`
        if one.kind in _SURE_KINDS:
            return True
    return False


def _differences(first: Title, second: Title, *, by_number: bool, by_model: bool) -> list[str]:
    """Return what tells the two apart for certain."""
    found = marks_told(first, second) if second.marks else []
    if second.counts and counts_differ(first, second):
        found.append("count")
    if by_number:
        return found
    found += _traits_differ(first, second, by_model=by_model)
    if first.editions != second.editions and editions_differ(first, second, by_model=by_model):
        found.append("edition")
    if by_model or (first.numbers and _is_catalogued(first, second)):
        return found
    if lines_differ(first, second):
        found.append("line")
    if first.numbers and second.numbers and counted_on(second.numbers) and numbers_open(first, second):
        found.append("generation")
    return found


def _is_catalogued(first: Title, second: Title) -> bool:
    """Return whether both titles have a number so long that it is one article's in a catalogue."""
    return any(len(one) == LONGEST_NUMBER and not is_common(one) for one in first.numbers & second.numbers)


def _traits_differ(first: Title, second: Title, *, by_model: bool) -> Iterator[str]:
    """Yield in what both titles say something, and not the same."""
    if (
        first.colours
        and second.colours
        and not (first.colours <= second.colours or second.colours <= first.colours)
        and not (by_model and is_numbered_each(first, second))
    ):
        yield "colour"
    if (first.sizes or second.sizes) and sizes_differ(first, second):
        yield "size"
    # Of a thing that is told to be in no special state another maker was seen before (see `_likeness`).
    if second.marks and _makers_differ(first, second, by_model=by_model):
        yield "brand"
    if first.measures and second.measures and _measures_differ(first, second):
        yield "measure"
    if first.choices and second.choices and first.choices != second.choices and _choices_differ(first, second):
        yield "choice"
    if first.kinds and second.kinds and first.kinds != second.kinds:
        yield from _kinds_differ(first, second)


def _makers_differ(first: Title, second: Title, *, by_model: bool) -> bool:
    """Return whether each title names a maker that the other does not."""
    return not (
        first.brands <= second.brands or second.brands <= first.brands or (by_model and _has_full(first, second))
    )


def _has_full(first: Title, second: Title) -> bool:
    """Return whether a number that both have is so long that it is one maker's, who may go by two names."""
    return any(len(one) >= _FULL_MODEL for one in first.models & second.models)


def _choices_differ(first: Title, second: Title) -> bool:
    return any(
        first.choices & choice and second.choices & choice and first.choices & choice != second.choices & choice
        for choice in CHOICES
    )


def _kinds_differ(first: Title, second: Title) -> Iterator[str]:
    ours, theirs = first.kinds - second.kinds, second.kinds - first.kinds
    for kinds in _KINDS if ours and theirs else ():
        if (
            not ours.isdisjoint(kinds)
            and not theirs.isdisjoint(kinds)
            and (first.kinds & kinds).isdisjoint(second.kinds)
        ):
            yield "choice"


def _measures_differ(first: Title, second: Title) -> bool:
    for dimension in {name for name, _ in first.measures}:
        wanted = {size for name, size in first.measures if name == dimension}
        offered = {size for name, size in second.measures if name == dimension}
        if dimension == "year":
            offered |= years_otherwise(offered)
        if offered and not (wanted <= offered or offered < wanted or are_rounded(dimension, first, second)):
            return True
        if dimension == "side" and wanted != offered and _sides(first) == _sides(second) > 1:
            return True
    return False


def _sides(title: Title) -> int:
    """Return how many sides a title tells, of which two may be alike (185×185cm)."""
    return sum(piece.kind == "measure" and piece.value.startswith("side:") for piece in title.pieces)


def _by_words(first: Title, second: Title, *, wanted: str) -> Likeness:
    """Return the verdict on titles whose traits agree, by what only one of them says (see `left_over`)."""
    lost, extra = left_over(first, second)
    unheard: set[str] = set()
    in_english = bool(lost or extra) and is_in_english(first, second)
    telling = [one for one in extra if not one.describes() and not is_usual(one, first, wanted)]
    is_named = not first.measures.isdisjoint(second.measures) or says_name(
        first, second, {one.value for one in lost}, extra
    )
    is_another = in_english and is_other(extra, first, second)
    if is_named and not is_another and agrees_enough(first, second, lost, telling):
        return Likeness(Sameness.SAME, ("words",))
    telling = without_descriptions(telling, extra, first, second)
    if in_english:
        telling = unexplained(telling, lost, first, second)
        lost, unheard = unsaid_in_english(lost, first, second)
    if telling and first.choices and (work := work_of(first, second)):
        telling = [one for one in telling if one.value not in work or one.is_telling() or is_kanji(one.value)]
    if telling and not first.codes:
        telling = [one for one in telling if one.kind != "code" or not is_catalogued(one.value, second)]
    if is_limited(first, second):
        telling = [one for one in telling if one.kind != "with"]
    if names_machines(first, second):
        telling = [one for one in telling if one.kind != "code"]
    elif (telling or lost) and is_named_by_code(first, second) and not are_rivals(lost, telling, first, second):
        behind = {one.value for code, one in pairwise(first.pieces) if code.value in second.codes}
        lost = [one for one in lost if one.sets_apart() or one.value in behind]
        if not any(one.place > Place.BEFORE for one in lost):
            telling = [one for one in telling if one.sets_apart()]
    if telling or is_another:
        return Likeness(Sameness.UNSURE, tuple(dict.fromkeys(_OPEN[one.kind] for one in telling)) or ("words",))
    same = _says_enough(first, second, lost, extra, unheard=unheard)
    return Likeness(Sameness.SAME if same else Sameness.UNSURE, ("words",))


def _says_enough(first: Title, second: Title, lost: list[Left], extra: list[Left], *, unheard: set[str]) -> bool:
    """Return whether the offer, whose own words (`extra`) only describe, leaves out nothing by which the wanted thing is known; `unheard` is what an offer in English cannot say."""
    if lost and not any(one.kind == "word" for one in extra):
        lost = [one for one in lost if not is_author(one, first, second)]
    left = {one.value for one in lost}
    lost = left_out(lost, extra, first, second)
    gone = sum(open_letters(word, second) for word in {one.value for one in lost})
    return (
        is_little(lost, first, second)
        and not is_kind_open(first, second)
        and not _is_of_other_work(first, second, extra)
        and says_name(first, second, left | unheard, extra)
        and not _stand_for_each_other(lost, extra, has_maker=BOUND.isdisjoint(first.kinds))
        and gone <= _OPEN_SHARE * sum(map(len, first.words))
        and (bool(first.words) or agreements(first, second) + bool(first.brands & second.brands) >= ENOUGH_TRAITS - 1)
    )


def _is_of_other_work(first: Title, second: Title, extra: list[Left]) -> bool:
    """Return whether the offer leaves out the work or figure that the wanted thing is of, and has a word of its own in its place (ちいかわ, ハローキティ)."""
    lost = first.kinds & _KINDS[-1] - second.kinds
    return any(open_letters(work, second) for work in lost) and any(
        one.kind == "word" and (one.place is not Place.BEFORE or lost.issuperset(first.words[:1])) for one in extra
    )


def _stand_for_each_other(lost: list[Left], extra: list[Left], *, has_maker: bool) -> bool:
    """Return whether each title has words of its own at one place.

    A maker in kanji and in other letters is one and the same (山崎実業, YAMAZAKI); a book has none before its name.
    """
    for place in {one.spot() for one in lost}:
        ours = [one.value for one in lost if one.spot() is place]
        theirs = [one.value for one in extra if one.spot() is place and one.kind == "word"]
        one_maker = (
            has_maker
            and place is Place.BEFORE
            and (
                all(map(is_kanji, ours)) != all(map(is_kanji, theirs))
                or any(begins_alike(one, other) for one in ours for other in theirs)
            )
        )
        if theirs and not one_maker:
            return True
    return False
