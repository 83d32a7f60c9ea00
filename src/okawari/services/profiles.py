"""The person's own profile: read from and written to the one file that every command uses."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from okawari.domain.price.questions import Question, TariffOf, open_questions
from okawari.domain.price.tariff import tariff
from okawari.domain.problem import Problem
from okawari.domain.profile import Profile
from okawari.domain.ranking import Group, Ranking
from okawari.domain.seller_tier import Trade
from okawari.reading.profile import UnreadableProfileError
from okawari.reading.profile_form import FIELDS, Field, Kind, answers_in, with_answers
from okawari.rules.loader import rules
from okawari.services.given_files import text_of
from okawari.services.shops import trades

__all__ = ["FIELDS", "Field", "Kind", "answers", "questions_on", "save"]


def answers(place: Path | None) -> dict[str, str]:
    """Return the answers that the profile holds, by the names of their fields."""
    text = text_of(str(place)) if place is not None and place.is_file() else ""
    return {} if isinstance(text, Problem) else answers_in(text)


def save(place: Path, given: Mapping[str, str]) -> Problem | None:
    """Write the answers into the profile, which keeps all else that it holds; return what cannot be used, with its field.

    Nothing is written then, nor where the file that is there cannot be read.
    """
    text = text_of(str(place)) if place.is_file() else ""
    if isinstance(text, Problem):
        return text
    try:
        written = with_answers(text, given)
    except UnreadableProfileError as error:
        return error.problem
    beside = place.with_name(f"{place.name}.new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except OSError as error:
        return Problem("profile_unwritable", str(place), error.strerror or "")
    return None


def questions_on(ranking: Ranking, profile: Profile, place: Path | None, on: date) -> tuple[Question, ...]:
    """Return the answers that `place` does not hold and that would change what the ranked offers cost."""
    offers = [
        one.offer
        for one in ranking.offers
        if one.group is Group.RANKED and one.offer.price and one.offer.price.currency == "JPY"
        if trades().get(one.offer.mall) is not Trade.ABROAD
    ]

    def tariffs(person: Profile) -> TariffOf:
        return cache(lambda mall: tariff(mall, trades().get(mall), rules("points"), rules("shipping"), person, on))

    return open_questions(profile, answers(place).keys(), offers, tariffs, on)
