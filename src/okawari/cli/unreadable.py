"""What could not be read, said in one line each while the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import typer

from okawari.domain.message import MessageReading
from okawari.i18n.problems import problem_text
from okawari.services.read import Unreadable


def unreadable_line(found: Unreadable, locale: str) -> str:
    """Return one line: which input could not be used, why, and how to mend it."""
    words = problem_text(found.problem, locale) or f"{found.problem.code} {found.problem.detail}"
    return " ".join((words if found.file in words else f"{found.file}: {words}").split())


class Readable:
    """The messages among what was found; `unusable` tells, once they are used up, whether some input held none."""

    def __init__(self, found: Iterable[MessageReading | Unreadable], locale: str) -> None:
        """Keep what is to be sorted, and the language of the lines."""
        self._found = found
        self._locale = locale
        self.unusable = False

    def __iter__(self) -> Iterator[MessageReading]:
        for one in self._found:
            if isinstance(one, Unreadable):
                self.unusable = True
                typer.echo(unreadable_line(one, self._locale), err=True)
            else:
                yield one
