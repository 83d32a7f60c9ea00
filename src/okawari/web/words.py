"""Words, amounts and days in the language of one request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from okawari.domain.happened import things
from okawari.domain.merchant import Merchant
from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.domain.phrase import Bilingual, Phrase, PhraseValue, phrase
from okawari.domain.problem import Problem
from okawari.i18n import formats, has, say, shown
from okawari.i18n.problems import problem_text


@dataclass(frozen=True, slots=True)
class Words:
    """Speaks to the reader; `today` is the day on which they read, in Japan."""

    locale: str
    today: date
    merchants: Mapping[str, Merchant]

    def __call__(self, entry: str, **values: PhraseValue) -> str:
        """Return the page text of an entry (`web.<entry>`)."""
        return say(phrase(f"web.{entry}", **values), self.locale)

    def words(self, key: str, **values: PhraseValue) -> str:
        """Return the text of any catalogue's key."""
        return say(phrase(key, **values), self.locale)

    def say(self, said: Phrase) -> str:
        """Return a phrase of the domain."""
        return say(said, self.locale)

    def known(self, key: str, otherwise: str) -> str:
        """Return the text of a code that data brings (`payments.paidy`), or of the entry where nobody named it yet."""
        return say(phrase(key), self.locale) if has(key) else self(otherwise)

    def money(self, amount: Money) -> str:
        """Return an amount as the language writes it."""
        return formats.money(amount, self.locale)

    def day(self, on: date) -> str:
        """Return a day with its weekday, and with the year where it is not this one."""
        return formats.day(on, self.locale)

    def moment(self, at: datetime) -> str:
        """Return the day and time in Japan."""
        return formats.moment(at, self.locale)

    def clock(self, at: datetime) -> str:
        """Return the time of day in Japan."""
        return formats.clock(at, self.locale)

    def told(self, at: datetime) -> str:
        """Return the day and time in Japan, or the day alone where nobody told the time."""
        return formats.told(at, self.locale)

    def left(self, on: date) -> str:
        """Return how many days are left, or have passed."""
        return formats.days_left(on, self.today, self.locale)

    def shop(self, merchant: str | None) -> str:
        """Return the name of a shop, or that it is not known."""
        return shown(self.shop_named(merchant), self.locale)

    def shop_named(self, merchant: str | None) -> Bilingual | Phrase:
        """Return the name of a shop for a sentence."""
        found = self.merchants.get(merchant or "")
        return Bilingual(found.name_ja, found.name_en) if found else phrase("web.shop_unknown")

    def method(self, method: str) -> str:
        """Return the name of a way of paying."""
        return self.known(f"payments.{method}", "method_unknown")

    def things(self, items: tuple[Item, ...]) -> str:
        """Return the first item and how many others there are, or "this order" where none is known."""
        return self.say(things(items))

    def page_problem(self, problem: Problem) -> str:
        """Return why something cannot be used, also for the reasons of a page that cannot be had."""
        said = problem_text(problem, self.locale)
        if said:
            return said
        key = f"pages.{problem.code}"
        return f"{self.words(key, detail=problem.detail)}: {self.words(f'{key}_mend')}"

    def problems(self, problems: Iterable[Problem]) -> tuple[str, ...]:
        """Return what is wrong in the person's data, each once."""
        said = (problem_text(problem, self.locale) for problem in problems)
        return tuple(dict.fromkeys(words for words in said if words))
