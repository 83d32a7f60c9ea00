"""Every merchant we know, arranged to be found by host and by the names that people and forgers write."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from okawari.domain.hosts import organisation, parents, registered_name
from okawari.domain.lookalike import latin_skeleton, plain, skeleton
from okawari.domain.merchant import Merchant

Owners = dict[str, tuple[Merchant, ...]]
_PATTERNS_KEPT = 1024
_TEXTS_REMEMBERED, _SHORT = 1024, 100
"""Our own choice: how many texts of how many letters are remembered with the brands that they name."""

# Where a name may be written with a space or without: at its own spaces, and between Latin and Japanese letters.
_DASH = re.compile("-")
_WORD_STARTS = re.compile(r"\A|[^a-z0-9]")
_GAPS = re.compile(r" |(?<=[a-zA-Z])(?=[\u3041-\u9fff])|(?<=[\u3041-\u9fff])(?=[a-zA-Z])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A brand's name in a text: where it stands in the text's `skeleton`, and who bears that name.

    `disguised` where the name only appears once look-alike letters are folded.
    """

    start: int
    end: int
    merchants: tuple[Merchant, ...]
    disguised: bool = False


class Brands:
    """The merchants of all manifests. Made once; no look-up goes through them one by one."""

    def __init__(self, merchants: Iterable[Merchant]) -> None:
        """Arrange the merchants; where two share a domain or a name, the earlier one comes first."""
        known = tuple(merchants)
        self.merchants = {merchant.id: merchant for merchant in known}
        self._by_mail_domain = _arrange(known, lambda m: m.mail_domains)
        self._by_link_domain = _arrange(known, lambda m: (*m.mail_domains, *m.link_domains))
        self._by_name = _arrange(known, lambda m: map(_unspaced, (*m.brand_words, *m.brand_words_exact)))
        exact = {word for m in known for word in m.brand_words_exact}
        self._names = _Names({skeleton(w) for m in known for w in m.brand_words}, whole=False)
        self._whole_names = _Names({skeleton(word) for word in exact if word.islower()}, whole=True)
        self._cased_names = _Names({word for word in exact if not word.islower()}, whole=True)
        self._by_registered_name = _arrange(known, lambda m: map(_registered_skeleton, m.mail_domains))
        self._dashed = {d.replace(".", "-"): (d, m[0]) for d, m in self._by_mail_domain.items() if len(d) > 5}
        self._ranks = {dashed: rank for rank, dashed in enumerate(self._dashed)}
        # The same senders and subjects come again and again.
        self._named_in_short = lru_cache(_TEXTS_REMEMBERED)(lambda text: tuple(self._named(text)))

    def owners(self, host: str) -> tuple[Merchant, ...]:
        """Return the merchants whose mail comes from this host, by the most specific domain listed."""
        return _lookup(self._by_mail_domain, host)

    def leads_to(self, host: str) -> tuple[Merchant, ...]:
        """Return the merchants to whose pages a link to this host leads."""
        return _lookup(self._by_link_domain, host)

    def named(self, text: str) -> Iterable[Mention]:
        """Return the brands named in a text, the longest names first. Offsets count in `skeleton(text)`."""
        return self._named_in_short(text) if len(text) <= _SHORT else self._named(text)

    def _named(self, text: str) -> Iterator[Mention]:
        shown = skeleton(text)
        written = shown if text.isascii() else plain(text)
        for names in (self._names, self._whole_names):
            for found in names.find(shown):
                name = found[0]
                disguised = name.isascii() and name not in written
                yield Mention(found.start(), found.end(), self._by_name[name.replace(" ", "")], disguised)
        for found in self._cased_names.find(unicodedata.normalize("NFKC", text)):
            name = skeleton(found[0])
            start = max(shown.find(name), 0)
            yield Mention(start, start + len(name), self._by_name[name.replace(" ", "")])

    def imitated(self, host: str) -> Merchant | None:
        """Return the merchant whose domain a foreign host imitates: `amaz0n.jp`, `amazon.co.jp.evil.cn`."""
        if not host or self.leads_to(host):
            return None
        if carried := self._carried(host.replace(".", "-")):
            domain, merchant = self._dashed[carried]
            # `amazon.com.br` is a name of its own under com.br, not `amazon.com` in front of another.
            return None if organisation(host).startswith(f"{domain}.") else merchant
        name = registered_name(host)
        owners = self._by_registered_name.get(latin_skeleton(name), ())
        resembling = (m for m in owners if name not in {registered_name(domain) for domain in m.mail_domains})
        return next(resembling, None) if len(name) > 4 else None

    def _carried(self, dashed: str) -> str | None:
        """Return the merchant's domain, dots as dashes, that stands in a host in front of more."""
        ends = [found.start() for found in _DASH.finditer(dashed)]
        for start in (found.end() for found in _WORD_STARTS.finditer(dashed)):
            names = [name for end in ends if end > start and (name := dashed[start:end]) in self._ranks]
            if names:
                return min(names, key=self._ranks.__getitem__)
        return None


class _Names:
    """Words to find in texts, of which most hold none: each is looked for only where its first two letters stand."""

    def __init__(self, words: Iterable[str], *, whole: bool) -> None:
        self._whole = whole
        self._by_start: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            self._by_start[word.replace(" ", "")[:2]].append(word)
        self._pattern = lru_cache(_PATTERNS_KEPT)(self._pattern_of)

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where the words stand, at each place the longest."""
        letters = text.replace(" ", "")
        starts = self._by_start.keys() & _pairs(letters)
        words = (word for start in starts for word in self._by_start[start] if word.replace(" ", "") in letters)
        if present := frozenset(words):
            yield from self._pattern(present).finditer(text)

    def _pattern_of(self, words: frozenset[str]) -> re.Pattern[str]:
        return _alternation(words, whole=self._whole)


@lru_cache(4)  # each text is searched for several lists of names
def _pairs(letters: str) -> frozenset[str]:
    """Return every two letters that stand side by side."""
    return frozenset(map(str.__add__, letters, letters[1:]))


def _unspaced(name: str) -> str:
    return skeleton(name).replace(" ", "")


def _registered_skeleton(host: str) -> str:
    return latin_skeleton(registered_name(host))


def _arrange(merchants: Iterable[Merchant], keys: Callable[[Merchant], Iterable[str]]) -> Owners:
    arranged: defaultdict[str, list[Merchant]] = defaultdict(list)
    for merchant in merchants:
        for key in dict.fromkeys(keys(merchant)):
            arranged[key].append(merchant)
    return {key: tuple(found) for key, found in arranged.items()}


def _lookup(owners: Owners, host: str) -> tuple[Merchant, ...]:
    return next((owners[domain] for domain in parents(host) if domain in owners), ())


def _alternation(words: Iterable[str], *, whole: bool) -> re.Pattern[str]:
    """Match any of the words, the longest first; a word starts where its script starts, `whole` ones also end there."""
    bounded = (
        f"(?<!{_script(word[0])})" * bool(_script(word[0]))
        + _GAPS.sub(" ?", word).replace(".", r"\.").replace("+", r"\+")
        + f"(?!{_script(word[-1])})" * (whole and bool(_script(word[-1])))
        for word in sorted(words, key=lambda word: (-len(word.replace(" ", "")), word))
    )
    return re.compile("|".join(bounded) or r"(?!)")


def _script(character: str) -> str:
    """Return the characters that would carry on a word ("ライオン" does not name イオン); kanji and kana run together."""
    if character.isascii():
        return "[A-Za-z0-9]"
    return "[\u30a1-\u30fc]" if "\u30a1" <= character <= "\u30fc" else ""
