"""`okawari key …`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import language
from okawari.errors import UnusableInputError
from okawari.i18n import text

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.services.offers import PriceAccess

Name = Annotated[str, typer.Argument(metavar="NAME", help=text("offers.help_name", language()))]


def set_(name: Name, *, lang: Lang = "", as_json: Json = False) -> None:
    """Keep a key; its value comes from the keyboard or standard input, never from the command line that others see."""
    from okawari.services import offers

    locale = locale_of(lang)
    _known(name, locale)
    if sys.stdin.isatty():
        from getpass import getpass

        value = getpass(f"{text('offers.ask_value', locale).format(name=name)}: ").strip()
    else:
        value = sys.stdin.readline(10_000).strip()
    if not value or not (value.isascii() and value.isprintable()):
        raise refusal("no_value", name, locale)
    access = _access()
    offers.put_key(access.secrets, name, value)
    _put(access, text("offers.kept", locale).format(name=name), as_json=as_json)


def list_(*, lang: Lang = "", as_json: Json = False) -> None:
    """Name the keys that are kept and those that are not."""
    from okawari.services import offers

    locale = locale_of(lang)
    access = _access()
    kept = offers.kept_keys(access.secrets)
    optional = {key for terms in offers.services().values() for key in terms.optional_keys}
    states = {
        name: "key_here" if name in kept else "key_optional" if name in optional else "key_missing"
        for name in offers.key_names()
    }
    lines = [text(f"offers.{state}", locale).format(name=name) for name, state in states.items()]
    _put(access, "\n".join(lines), as_json=as_json)


def forget(name: Name, *, lang: Lang = "", as_json: Json = False) -> None:
    """Delete a key."""
    from okawari.services import offers

    locale = locale_of(lang)
    _known(name, locale)
    access = _access()
    if not offers.forget_key(access.secrets, name):
        raise refusal("not_kept", name, locale)
    _put(access, text("offers.forgotten", locale).format(name=name), as_json=as_json)


def rotate(*, lang: Lang = "", as_json: Json = False) -> None:
    """Seal every secret with a new key, and throw the old one away."""
    from okawari.services import offers

    locale = locale_of(lang)
    access = _access()
    count = offers.change_key(access.secrets)
    if count is None:
        raise refusal("unreadable", "", locale)
    _put(access, text("offers.rotated", locale).format(count=count), as_json=as_json)


app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help=text("offers.help_key", language())
)
for _name, _command in (("set", set_), ("list", list_), ("forget", forget), ("rotate", rotate)):
    app.command(_name, help=text(f"offers.command_{_name}", language()))(_command)


def refusal(entry: str, where: str, locale: str, known: str = "") -> UnusableInputError:
    """Return the error whose words stand under `offers.<entry>` and `offers.<entry>_mend`."""
    mend = text(f"offers.{entry}_mend", locale).format(known=known)
    return UnusableInputError(text(f"offers.{entry}", locale), where, mend)


def _known(name: str, locale: str) -> None:
    from okawari.services.offers import key_names

    if name not in key_names():
        raise refusal("unknown_key", name[:60], locale, ", ".join(key_names()))


def _access() -> PriceAccess:
    from okawari.settings import read_settings
    from okawari.wiring import price_access

    return price_access(read_settings())


def _put(access: PriceAccess, line: str, *, as_json: bool) -> None:
    from okawari.cli.output import put_document
    from okawari.contract.offers import key_document
    from okawari.services.offers import kept_keys

    if as_json:
        put_document(key_document(kept_keys(access.secrets)))
    else:
        typer.echo(line)
