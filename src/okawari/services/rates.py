"""The day's rates for what is sold abroad, asked of the European Central Bank once for half a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Final

from okawari.domain.candidate import Candidate
from okawari.domain.problem import Problem
from okawari.domain.profile import Rate
from okawari.fetching.api import ApiRequest, ApiUnavailableError
from okawari.reading.answers import UnreadableAnswerError
from okawari.reading.reference_rates import read_reference_rates
from okawari.services.offers import PriceAccess

URL = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml"
_KEPT_FOR: Final = timedelta(hours=12)
"""They change once on a working day, at about 16:00 in Frankfurt."""
_APART_S: Final = 1.0


def rates_for(access: PriceAccess, offers: Iterable[Candidate]) -> tuple[Mapping[str, Rate], tuple[Problem, ...]]:
    """Return the rates of the currencies that the offers are in, or what is wrong; nothing is asked for yen alone.

    Each rate has its day: a ranking says so where it is old.
    """
    wanted = {one.price.currency for one in offers if one.price is not None} - {"JPY"}
    if not wanted:
        return {}, ()
    kept = access.rates.get(URL)
    if kept is None or access.now() - kept[1] > _KEPT_FOR:
        try:
            known = read_reference_rates(access.gate.ask(ApiRequest(url=URL), _APART_S))
        except ApiUnavailableError as error:
            return {}, (error.problem,)
        except UnreadableAnswerError:
            return {}, (Problem("api_malformed", "ecb"),)
        kept = access.rates[URL] = known, access.now()
    return {name: kept[0][name] for name in sorted(wanted) if name in kept[0]}, ()
