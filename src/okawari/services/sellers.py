"""Check the sellers of what a person saw: a pasted list, a saved page, or offers as JSON."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from okawari.domain.problem import Problem
from okawari.domain.profile import Profile
from okawari.domain.seller_check import CheckedSeller, check_sellers
from okawari.reading.offers import UnreadableOffersError, read_offers
from okawari.reading.seller_page import mall_in, read_sellers
from okawari.services.given_files import text_of
from okawari.services.ranking import named, profile_of
from okawari.services.shops import merchant_called, trades


def check_seller_file(path: str, profile_path: str, mall: str, on: date) -> tuple[CheckedSeller, ...] | Problem:
    """Return the sellers that a file shows, checked, the least risk first, or why it cannot be used.

    `mall` is the mall of a text or page that does not name it; `profile_path` may hold the person's own history.
    """
    profile = profile_of(profile_path) if profile_path else Profile()
    text = text_of(path)
    if isinstance(profile, Problem):
        return profile
    if isinstance(text, Problem):
        return text
    if text.lstrip()[:1] in {"{", "["}:
        try:
            offers = tuple(map(named, read_offers(_as_list(text)).candidates))
        except UnreadableOffersError as error:
            return replace(error.problem, where=path)
    else:
        shop = merchant_called(mall) if mall else None
        offers = tuple(map(named, read_sellers(text, on, shop.id if shop else mall or mall_in(text))))
    if not offers:
        return Problem("seller_missing", path)
    return check_sellers(offers, profile.sellers, trades())


def _as_list(text: str) -> str:
    """Return a document of one offer as a list of one."""
    return text if '"offers"' in text or text.lstrip().startswith("[") else f"[{text}]"
