"""`okawari tracking …`: whom the person lets us ask about parcels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import language
from okawari.errors import UnusableInputError
from okawari.i18n import text

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.services.household import Household

Names = Annotated[list[str] | None, typer.Argument(metavar="NAME…", help=text("parcels.help_trackers", language()))]
Prefecture = Annotated[str, typer.Argument(metavar="PREFECTURE", help=text("parcels.help_home", language()))]


def on(names: Names = None, *, lang: Lang = "", as_json: Json = False) -> None:
    """Ask one more."""
    locale = locale_of(lang)
    if not names:
        raise UnusableInputError(text("parcels.off", locale), "okawari tracking on", text("parcels.off_mend", locale))
    _choose(names, locale, on=True, as_json=as_json)


def off(names: Names = None, *, lang: Lang = "", as_json: Json = False) -> None:
    """Ask one less, all where none is named."""
    from okawari.services import tracking

    household, locale = _household(), locale_of(lang)
    _choose(names or [one.terms.id for one in tracking.chosen(household.store)], locale, on=False, as_json=as_json)


def list_(*, lang: Lang = "", as_json: Json = False) -> None:
    """List whom to ask."""
    _put(_household(), locale_of(lang), as_json=as_json)


def home(prefecture: Prefecture = "", *, lang: Lang = "", as_json: Json = False) -> None:
    """Remember the prefecture of the address."""
    from okawari.services import tracking

    household, locale = _household(), locale_of(lang)
    if not tracking.live_in(household.store, prefecture.strip()):
        raise UnusableInputError(
            text("parcels.home_unknown", locale), prefecture[:20], text("parcels.home_hint", locale)
        )
    _put(household, locale, as_json=as_json)


app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help=text("parcels.help_tracking", language())
)
for _name, _command in (("on", on), ("off", off), ("list", list_), ("home", home)):
    app.command(_name, help=text(f"parcels.command_{_name}", language()))(_command)


def _choose(names: list[str], locale: str, *, on: bool, as_json: bool) -> None:
    from okawari.services import tracking

    household = _household()
    known = [one.terms.id for one in tracking.chosen(household.store)]
    for name in names:
        if name not in known:
            what = text("parcels.unknown_tracker", locale).format(given=name[:40])
            mend = text("parcels.unknown_tracker_mend", locale).format(known=", ".join(known))
            raise UnusableInputError(what, "okawari tracking", mend)
    for name in names:
        tracking.choose(household.store, name, on=on)
    _put(household, locale, as_json=as_json)


def _household() -> Household:
    from okawari.settings import read_settings
    from okawari.wiring import household

    return household(read_settings())


def _put(household: Household, locale: str, *, as_json: bool) -> None:
    from okawari.cli.output import put_document
    from okawari.contract.tracking import tracking_document
    from okawari.services import tracking

    listed, prefecture = tracking.chosen(household.store), tracking.home(household.store)
    if as_json:
        put_document(tracking_document(listed, prefecture, locale))
        return
    for one in listed:
        typer.echo(text("parcels.on_line" if one.on else "parcels.off_line", locale).format(id=one.terms.id))
        notice = one.terms.notice_ja if locale == "ja" else one.terms.notice_en
        if notice:
            typer.echo(f"  {notice}")
    typer.echo(text("parcels.home_line" if prefecture else "parcels.home_none", locale).format(home=prefecture))
