"""`okawari rank`: 40 offers with the full explanation, and 10,000 offers, in processor time, against writing them as JSON.

Half of the titles are of the wanted thing and its sisters with words of labelled titles around, half are labelled titles of
other goods, each with a word of another one.

python -m bench.rank --repeat 200
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from okawari.contract.json_text import json_text
from okawari.contract.rank import rank_document
from okawari.cycles import look_seldom
from okawari.domain.profile import Marathon, Profile
from okawari.domain.ranking import Ranking, rank
from okawari.domain.same_thing import take_in
from okawari.domain.same_thing.taken_apart.title import take_apart
from okawari.reading.offers import Offers, read_offers
from okawari.services.ranking import rank_offers, setting

ON = date(2026, 12, 5)
JAN = "4548736132610"
MALLS = ("rakuten", "yahoo_shopping", "amazon_jp", "yodobashi", "mercari", "amazon_com")
PRAISE = ("【送料無料】", "【国内正規品】", "新品 ", "【即納】", "[ポイント10倍] ", "")
NAMES = (
    "ソニー WH-1000XM5",
    "SONY ワイヤレスヘッドホン WH-1000XM5",
    "WH-1000XM5 ノイズキャンセリングヘッドホン",
    "WH-1000XM4",
    "WH-1000XM5 用ケース",
)
COLOURS = ("ブラック", "(B) 黒", "プラチナシルバー", "Black", "")
TITLES = [
    line.split("\t")[3].strip()
    for line in Path("tests/domain/same_thing/pairs.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
WORDS = sorted({word for title in TITLES for word in title.split()})
PERSON = Profile(
    prefecture="東京都",
    payments=frozenset({"rakuten_card", "paypay_card", "amazon_mastercard"}),
    members=frozenset({"prime", "lyp_premium"}),
    spu=("card_normal", "card_special", "mobile", "bank", "books"),
    entries={"day_5_0": True, "day_5": True},
    marathon=Marathon(first_day=ON, last_day=ON, entered=True, shop_count=4, cap=7000),
)


def title(dice: random.Random) -> str:
    """Return a title as shops write it."""
    if dice.random() < 0.5:
        return f"{dice.choice(TITLES)} {dice.choice(WORDS)}"
    around = " ".join(dice.choices(WORDS, k=dice.randrange(2, 7)))
    return f"{dice.choice(PRAISE)}{dice.choice(NAMES)} {dice.choice(COLOURS)} {around}"


def document(count: int, seed: int = 1) -> str:
    """Return a file of offers as malls write them: hardly a title twice, also in files of other seeds, one in three with a JAN, some without shipping."""
    dice = random.Random(seed)
    offers = []
    for number in range((seed - 1) * count, seed * count):
        mall = dice.choice(MALLS)
        offer: dict[str, object] = {
            "title": title(dice),
            "mall": mall,
            "seller": f"見本電機{number % 700}",
            "price": dice.randrange(30_000, 60_000),
            "tax_included": True,
            "point_rate": dice.randrange(1, 12),
            "availability": dice.choice(("in_stock", "low_stock", "backorder", "unknown")),
            "condition": "new",
            "rating": dice.randrange(80, 100),
        }
        if dice.random() < 0.7:
            offer["shipping"] = dice.choice((0, 550, 880))
        if dice.random() < 0.33:
            offer["identifiers"] = {"jan": JAN}
        if mall == "amazon_com":
            offer |= {"price": {"amount": "278.00", "currency": "USD"}}
        offers.append(offer)
    wanted = {"title": "ソニー WH-1000XM5 ブラック", "identifiers": {"jan": JAN}, "paid": 44_000, "list_price": 49_500}
    return json.dumps({"wanted": wanted, "offers": offers, "rates": {"USD": {"yen": "150", "on": "2026-12-04"}}})


def main(repeat: int) -> None:
    look_seldom()  # as every command runs
    few = read_offers(document(40))
    fresh = [read_offers(document(40, seed)) for seed in range(2, repeat + 2)]
    coming = [document(40, seed) for seed in range(repeat + 2, 2 * repeat + 2)]
    later = [document(40, seed) for seed in range(2 * repeat + 2, 3 * repeat + 2)]
    _settle()
    _explained(few)  # the process is warm, and knows the words that many titles share
    short = sorted(_times(_json, coming))[repeat // 2]
    print(f"rank of 40 offers, every line of every price made; to read and write their JSON takes {_ms(short)}")
    for what, work, given in (
        ("one list that was ranked before", _explained, iter([few] * repeat)),
        ("the same after a rest of 4 ms", _explained, map(_rested, [few] * repeat)),
        ("another list each time, all of them read before", _explained, iter(list(map(_taken_in, fresh)))),
        ("another list each time, each read right before", _explained, map(read_offers, coming)),
        ("another list each time, its titles forgotten and its words known", _explained, map(_forgotten, fresh)),
        ("titles alone, never seen, read as they come in", take_in, map(_titles, later)),
    ):
        forty = sorted(_times(work, given))
        beside = f"; {forty[repeat // 2] / short:.1f} × their JSON" if work is _explained else ""
        print(f"  {what}: median {_ms(forty[repeat // 2])}, p99 {_ms(forty[repeat * 99 // 100])}{beside}")
    text = document(10_000)
    many = read_offers(text)
    _settle()
    parsed = sorted(_times(_json, [text] * 5))[2]
    print(f"rank of 10,000 offers; to read and write their JSON takes {_ms(parsed)}")
    for what, given in (
        ("their titles forgotten and their words known", map(_forgotten, [many] * 5)),
        ("as they came in from JSON, their titles read then", map(_read_anew, [text] * 5)),
        ("ranked before", iter([many] * 5)),
    ):
        thousands = sorted(_times(_ranked, given))
        print(
            f"  {what}: median {_ms(thousands[2])}, worst {_ms(thousands[-1])}; {thousands[2] / parsed:.1f} × their JSON"
        )
    whole = sorted(_times(_document, map(_unread, [text] * 3)))
    print(f"10,000 offers from JSON to the document in Japanese: {_ms(whole[1])}")


def _settle() -> None:
    """Leave what the benchmark itself holds out of the collector's rounds, and forget what was read before."""
    _forget()
    gc.collect()
    gc.freeze()


def _forget() -> None:
    """Forget the titles that were read before; words stay known, as they do among other titles."""
    take_apart.cache_clear()


def _forgotten(offers: Offers) -> Offers:
    _forget()
    return offers


def _rested(offers: Offers) -> Offers:
    time.sleep(0.004)
    return offers


def _taken_in(offers: Offers) -> Offers:
    take_in(one.title for one in offers.candidates)
    return offers


def _unread(text: str) -> str:
    _forget()
    return text


def _json(text: str) -> str:
    return json.dumps(json.loads(text))


def _titles(text: str) -> list[str]:
    return [one["title"] for one in json.loads(text)["offers"]]


def _read_anew(text: str) -> Offers:
    return read_offers(_unread(text))


def _ranked(offers: Offers) -> Ranking:
    return rank(offers.wanted, offers.candidates, setting(_person(offers), ON))


def _explained(offers: Offers) -> int:
    return sum(
        len(one.price.lines) + len(one.risk.grounds) + len(one.likeness.reasons) for one in _ranked(offers).offers
    )


def _person(offers: Offers) -> Profile:
    return replace(PERSON, rates=offers.rates)


def _document(text: str) -> str:
    offers = read_offers(text)
    found = rank_offers(offers, PERSON, ON, datetime(ON.year, ON.month, ON.day, tzinfo=UTC))
    return json_text(rank_document(found, ON, "ja"))


def _times(work: Callable[[Any], object], given: Iterable[Any]) -> Iterator[float]:
    """Yield how long the work takes on each, in seconds of processor; to come by it does not count."""
    for one in given:
        start = time.process_time()
        work(one)
        yield time.process_time() - start


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=200)
    main(parser.parse_args().repeat)
