"""`okawari history …`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import language
from okawari.errors import UnusableInputError
from okawari.i18n import text

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.domain.problem import Problem
    from okawari.services.household import Household
    from okawari.services.past import Past, Taken

UNUSABLE = 2


def words(entry: str, locale: str = "", **values: object) -> str:
    """Return a text of the area `history`."""
    return text(f"history.{entry}", locale or language()).format(**values)


Url = Annotated[str, typer.Argument(metavar="URL", help=words("help_url"))]


def list_(*, lang: Lang = "", as_json: Json = False) -> None:
    """List the offers whose past is kept."""
    from okawari.services import past

    locale = locale_of(lang)
    store = _home().store
    pasts = [past.Past(offer, past.of_url(store, offer.url)) for offer in past.every(store)] if as_json else []
    lines = [words("line", locale, title=offer.title or "-", url=offer.url) for offer in past.every(store)]
    _put(pasts, "\n".join(lines) or words("none", locale), locale, as_json=as_json)


def show(url: Url, *, lang: Lang = "", as_json: Json = False) -> None:
    """Show what an offer said over time."""
    from okawari.i18n.history import span_line
    from okawari.services import past

    locale = locale_of(lang)
    store = _home().store
    found = [past.Past(one, past.of_url(store, one.url)) for one in past.every(store) if one.url == url]
    if not found:
        raise _no_such(url, locale)
    lines = [span_line(point, until, locale) for one in found for point, until in one.history.spans()]
    _put(found, "\n".join(lines), locale, as_json=as_json)


def add(
    paths: Annotated[list[str], typer.Argument(metavar="FILE…", help=words("help_files"))],
    *,
    url: Annotated[str, typer.Option("--url", metavar="URL", help=words("help_page_url"))] = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Add what files tell: CSV, a saved answer of Keepa, or with `--url` a saved page."""
    from okawari.cli.unreadable import unreadable_line
    from okawari.services import past

    locale = locale_of(lang)
    home, total = _home(), past.Taken()
    for path in paths:
        taken = _page(home, path, url) if url else _file(home, path)
        for problem in taken.problems:
            typer.echo(unreadable_line(path, problem, locale), err=True)
        total = past.Taken(total.offers + taken.offers, total.points + taken.points, (*total.problems, *taken.problems))
    line = words("taken", locale, offers=total.offers, points=total.points)
    _put([], line, locale, as_json=as_json, taken=total)
    if total.problems:
        raise typer.Exit(UNUSABLE)


def export(
    url: Annotated[str, typer.Argument(metavar="[URL]", help=words("help_url"))] = "", *, lang: Lang = ""
) -> None:
    """Print all that is kept, or one offer, as CSV."""
    from okawari.cli.output import put
    from okawari.services import past

    store = _home().store
    if url and not past.of_url(store, url).points:
        raise _no_such(url, locale_of(lang))
    put(past.csv_lines(store, url))


def forget(url: Url, *, lang: Lang = "", as_json: Json = False) -> None:
    """Delete all that is kept of the past of a page."""
    from okawari.services import past

    locale = locale_of(lang)
    if not past.forget(_home().store, url):
        raise _no_such(url, locale)
    _put([], words("forgotten", locale, url=url), locale, as_json=as_json)


app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, help=words("help"))
for _name, _command in (("list", list_), ("show", show), ("add", add), ("export", export), ("forget", forget)):
    app.command(_name, help=words(f"command_{_name}"))(_command)


def _file(home: Household, path: str) -> Taken:
    from okawari.services import past

    try:
        return past.take_in(home.store, Path(path).read_bytes(), datetime.now(UTC))
    except OSError as error:
        return past.Taken(problems=(_unread(path, error),))


def _page(home: Household, path: str, url: str) -> Taken:
    from okawari.domain.problem import Problem
    from okawari.services import past
    from okawari.services.pages import PageUnavailableError, look_at

    try:
        problem = past.remember(home.store, url, look_at(path, url).offer, datetime.now(UTC))
    except OSError as error:
        problem = _unread(path, error)
    except PageUnavailableError as error:
        problem = Problem(error.code, error.where, error.detail)
    return past.Taken(problems=(problem,)) if problem else past.Taken(1, 1)


def _unread(path: str, error: OSError) -> Problem:
    from okawari.domain.problem import Problem

    missing = isinstance(error, FileNotFoundError)
    return Problem("file_missing" if missing else "file_unreadable", path, error.strerror or "")


def _no_such(url: str, locale: str) -> UnusableInputError:
    return UnusableInputError(words("no_such", locale), url, words("no_such_mend", locale))


def _put(pasts: Sequence[Past], line: str, locale: str, *, as_json: bool, taken: Taken | None = None) -> None:
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.history import history_document

        put_document(history_document(pasts, locale, taken))
    else:
        typer.echo(line)


def _home() -> Household:
    from okawari.settings import read_settings
    from okawari.wiring import household

    return household(read_settings())
