"""The sentences of a mail that state something: without labels, amounts, titles, questions and other people's words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from okawari.reading.causes import sentences
from okawari.sources.amazon_jp.letter import Letter
from okawari.sources.amazon_jp.lines import (
    is_amount,
    is_quantity,
    is_rule,
    is_starred,
    order_numbers,
    plain,
    width,
    without_urls,
)

PROGRESS = frozenset({"注文済み", "発送済み", "配達中", "配達済み"})
"""The words of the progress bar; all of them stand in every mail since 2025."""
_GREETING = re.compile(r"\S.{0,40}様[、,]?")
_LABEL = re.compile(r"[・■●◆▼※【\[]?[^。:]{1,16}[】\]]?:(?! ?$).*[^。]")
_REASON = re.compile(r".{0,12}(?:理由|原因).{0,6}:.*")
_GOES_ON = re.compile(r"[、,はがをにのでとてもしばりれ]$|(?<!まし)(?<!でし)た$")
_FINISHED = re.compile(r"(?:ました|でした|ます|です|ません|ください|下さい)$")
_WRAPPED_WIDTH = 56


def statements(letter: Letter, titles: Collection[str]) -> tuple[str, ...]:
    """Return the sentences of the mail, verbatim but joined where a line was broken; `titles` state nothing."""
    return tuple(sentences("\n".join(_prose(letter.lines[: letter.statements_end], titles))))


def _prose(lines: Sequence[str], titles: Collection[str]) -> Iterator[str]:
    """Yield the lines, with an empty one wherever a sentence does not go on in the next line."""
    for line in lines:
        text, goes_on = _read(line)
        if text in titles:
            text = ""
        yield text
        if text and not goes_on:
            yield ""


@lru_cache(1024)  # a shop's mails have most lines in common
def _read(line: str) -> tuple[str, bool]:
    """Return what a line states, "" for nothing, and whether its sentence goes on in the next line."""
    text = without_urls(line).lstrip("\u3000 ")
    if not _is_prose(text, line):
        return "", False
    return text, not _FINISHED.search(text) and bool(_GOES_ON.search(text) or width(text) >= _WRAPPED_WIDTH)


def _is_prose(text: str, line: str) -> bool:
    folded = plain(text)
    if not folded or is_starred(line) or _GREETING.fullmatch(text) or is_rule(text):
        return False
    if is_amount(folded) or is_quantity(folded) or folded in PROGRESS:
        return False
    if _REASON.fullmatch(folded):
        return True
    return not _LABEL.fullmatch(folded) and not (order_numbers(folded) and len(folded) < 40 and "。" not in folded)
