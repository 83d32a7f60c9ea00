"""What could not be read, said in one line each while the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import typer

from okawari.domain.message import MessageReading
from okawari.domain.problem import Problem
from okawari.i18n.problems import problem_text
from okawari.services.read import Unreadable

DAMAGE = frozenset({"base64_broken", "characters_lost", "mail_too_large"})
"""Problems by which words of a mail may be lost."""


def unreadable_line(file: str, problem: Problem, locale: str) -> str:
    """Return one line: which input could not be used, why, and how to mend it."""
    words = problem_text(problem, locale) or f"{problem.code} {problem.detail}"
    return " ".join((words if file in words else f"{file}: {words}").split())


class Readable:
    """The messages among what was found; `unusable` tells, once they are used up, whether some input was not whole.

    A damaged mail that was named itself counts as such, and is given all the same; the damaged mails of a mailbox only
    carry their problems, for every old mailbox has some.
    """

    def __init__(self, found: Iterable[MessageReading | Unreadable], paths: Sequence[str], locale: str) -> None:
        """Keep what is to be sorted, the paths that were named, and the language of the lines."""
        self._found = found
        self._named = frozenset(paths)
        self._locale = locale
        self.unusable = False

    def __iter__(self) -> Iterator[MessageReading]:
        for one in self._found:
            if isinstance(one, Unreadable):
                self._tell(one.file, one.problem)
            else:
                damage = [problem for problem in one.problems if problem.code in DAMAGE]
                if damage and one.file in self._named:
                    self._tell(one.file, damage[0])
                yield one

    def _tell(self, file: str, problem: Problem) -> None:
        self.unusable = True
        typer.echo(unreadable_line(file, problem, self._locale), err=True)
