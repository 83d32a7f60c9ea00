"""How a command says that what it was given cannot be used, and the profile that it goes by."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.domain.problem import Problem
    from okawari.domain.profile import Profile
    from okawari.settings import Settings

UNUSABLE = 2


def tell(problem: Problem, locale: str) -> None:
    """Say in one line what is wrong."""
    from okawari.i18n.problems import problem_text

    typer.echo(" ".join((problem_text(problem, locale) or problem.code).split()), err=True)


def refuse(problem: Problem, locale: str) -> NoReturn:
    """Say in one line what is wrong, and end."""
    tell(problem, locale)
    raise typer.Exit(UNUSABLE)


def profile_for(given: str, settings: Settings, locale: str) -> tuple[Profile, Path]:
    """Return the profile of the file that was named, else the person's own, and where it lies; one that cannot be used ends the command."""
    from okawari.domain.problem import Problem
    from okawari.services.ranking import own_profile, profile_of

    place = Path(given) if given else settings.profile()
    person = profile_of(given) if given else own_profile(place)
    if isinstance(person, Problem):
        refuse(person, locale)
    return person, place
