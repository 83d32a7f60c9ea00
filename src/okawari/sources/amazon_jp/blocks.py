"""Values of several lines: what stands behind a label and below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from okawari.reading.labels import labelled
from okawari.sources.amazon_jp.lines import is_rule, is_url

_LONGEST = 8


def blocks(lines: Sequence[str], label: str) -> Iterator[tuple[str, ...]]:
    """Yield, for each line with the label, the value on it and the lines below up to an empty one, without indentation."""
    for one in labelled("\n".join(lines), label):
        beside = one.value if one.value and one.value in lines[one.line] else ""
        below: Iterator[str] = (line.strip(" \u3000") for line in lines[one.line + 1 : one.line + 1 + _LONGEST])
        if not beside:
            below = dropwhile(lambda line: not line, below)
        value = tuple(takewhile(lambda line: bool(line) and not is_rule(line) and not is_url(line), below))
        yield (beside, *value) if beside else value
