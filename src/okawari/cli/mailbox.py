"""`okawari mailbox …`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.errors import MailboxError, UnusableInputError
from okawari.i18n import text

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.domain.mailbox import Account, Credentials, Mailbox
    from okawari.services.mailbox_import import Looked
    from okawari.services.mailboxes import MailAccess

PREFIX = "OKAWARI_MAIL_"
STOPPED = 1


def _words(entry: str, locale: str = "", **values: object) -> str:
    from okawari.cli.words import language

    return text(f"mailboxes.{entry}", locale or language()).format(**values)


def _help(entry: str) -> str:
    return _words(f"help_{entry}", known="gmail, outlook, yahoo_japan, icloud")


Name = Annotated[str, typer.Argument(metavar="NAME", help=_help("mailbox"))]


def add(
    user: Annotated[str, typer.Argument(metavar="ADDRESS", help=_help("user"))],
    *,
    provider: Annotated[str, typer.Option("--provider", metavar="PROVIDER", help=_help("provider"))] = "",
    host: Annotated[str, typer.Option("--host", metavar="SERVER", help=_help("server"))] = "",
    port: Annotated[int, typer.Option("--port", metavar="PORT", help=_help("port"))] = 0,
    security: Annotated[str, typer.Option("--security", metavar="WAY", help=_help("security"))] = "",
    oauth: Annotated[bool, typer.Option("--oauth", help=_help("oauth"))] = False,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help=_help("name"))] = "",
    credentials: Annotated[str, typer.Option("--credentials", metavar="FILE", help=_help("credentials"))] = "",
    no_watch: Annotated[bool, typer.Option("--no-watch", help=_help("no_watch"))] = False,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Add a mailbox that can be opened."""
    from okawari.services import mailboxes
    from okawari.services.connecting import account_of, complete

    locale = locale_of(lang)
    access = _access()
    account, wrong = account_of(
        user, provider=provider, host=host, port=port, security=security, oauth=oauth, name=name
    )
    if account is None:
        raise _unusable(wrong, user, locale, given=provider if wrong == "unknown_provider" else security)
    given, wrong = complete(account, _credentials(credentials, account, locale))
    if given is None:
        raise _unusable(wrong, user, locale)
    try:
        checked = mailboxes.check(account, given, access.now())
    except MailboxError as error:
        raise _told(error, account, locale) from None
    mailboxes.add(access, account, given, watched=not no_watch)
    _put(access, _words("added", locale, name=account.name, folders=checked.folders), as_json, checked=checked)


def list_(*, lang: Lang = "", as_json: Json = False) -> None:
    """List the mailboxes."""
    from okawari.services import mailboxes

    locale = locale_of(lang)
    access = _access()
    lines = [_line(mailbox, locale) for mailbox in mailboxes.every(access)] or [_words("none", locale)]
    _put(access, "\n".join(lines), as_json)


def check(name: Name, *, lang: Lang = "", as_json: Json = False) -> None:
    """Open a mailbox and close it again."""
    from okawari.services import mailboxes

    locale = locale_of(lang)
    access = _access()
    mailbox = _mailbox(access, name, locale)
    try:
        checked = mailboxes.check_kept(access, mailbox)
    except MailboxError as error:
        raise _told(error, mailbox.account, locale) from None
    _put(access, _words("checked", locale, name=name, folders=checked.folders), as_json, checked=checked)


def import_(
    name: Name,
    *,
    again: Annotated[bool, typer.Option("--again", help=_help("again"))] = False,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Read what is new in a mailbox; Ctrl-C stops it."""
    from okawari.cli.progress import Progress
    from okawari.services import mailboxes
    from okawari.services.mailbox_import import Looked, import_mailbox

    locale = locale_of(lang)
    access = _access()
    mailbox = _mailbox(access, name, locale)
    if again:
        mailboxes.look_again(access, name)
    progress, looked = Progress(), Looked()
    try:
        for looked in import_mailbox(access, name):
            progress.show(_said("progress", looked, locale))
    except MailboxError as error:
        progress.end()
        raise _told(error, mailbox.account, locale) from None
    except KeyboardInterrupt:
        progress.end()
        typer.echo(_words("stopped", locale), err=True)
        raise typer.Exit(STOPPED) from None
    progress.end()
    _put(access, _said("done", looked, locale), as_json, looked=looked)


def watch(
    name: Name,
    *,
    off: Annotated[bool, typer.Option("--off", help=_help("off"))] = False,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Look out for new mails, or no longer."""
    from okawari.services import mailboxes

    locale = locale_of(lang)
    access = _access()
    _mailbox(access, name, locale)
    mailboxes.watch(access, name, watched=not off)
    _put(access, _words("unwatched" if off else "watched", locale, name=name), as_json)


def forget(name: Name, *, lang: Lang = "", as_json: Json = False) -> None:
    """Delete a mailbox and what opens it."""
    from okawari.services import mailboxes

    locale = locale_of(lang)
    access = _access()
    _mailbox(access, name, locale)
    mailboxes.forget(access, name)
    _put(access, _words("forgotten", locale, name=name), as_json)


app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, help=_words("help"))
for _name, _command in (
    ("add", add),
    ("list", list_),
    ("check", check),
    ("import", import_),
    ("watch", watch),
    ("forget", forget),
):
    app.command(_name, help=_words(f"command_{_name}"))(_command)


def _access() -> MailAccess:
    from okawari.settings import read_settings
    from okawari.wiring import mail_access

    return mail_access(read_settings())


def _mailbox(access: MailAccess, name: str, locale: str) -> Mailbox:
    from okawari.services import mailboxes

    mailbox = mailboxes.get(access, name)
    if mailbox is None:
        raise _unusable("no_such", name, locale)
    return mailbox


def _credentials(path: str, account: Account, locale: str) -> Credentials:
    """Return what a file, a person at the keyboard or standard input gives; never the command line, which others see."""
    from okawari.domain.mailbox import Credentials, Login

    oauth = account.login is Login.OAUTH2
    fields = ("access_token", "refresh_token", "client_id", "client_secret") if oauth else ("password",)
    if path or not sys.stdin.isatty():
        try:
            given = Path(path).read_text(encoding="utf-8") if path else sys.stdin.read()
        except (OSError, ValueError):
            raise _unusable("bad_credentials", path, locale) from None
        lines = [line.rstrip("\r") for line in given.split("\n")]
        named = dict(line.split("=", 1) for line in lines if line.startswith(PREFIX) and "=" in line)
        if not named and not path and not oauth:
            return Credentials(password=lines[0])
        values: dict[str, Any] = {field: named.get(PREFIX + field.upper(), "") for field in fields}
        return Credentials(**values)
    from getpass import getpass

    values = {field: getpass(f"{_words(f'ask_{field}', locale)}: ") for field in fields}
    return Credentials(**values)


def _put(access: MailAccess, line: str, as_json: bool, **found: object) -> None:  # noqa: FBT001 - as the commands have it
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.mailboxes import mailbox_document
        from okawari.services import mailboxes

        put_document(mailbox_document(mailboxes.every(access), **found))  # type: ignore[arg-type]
    else:
        typer.echo(line)


def _line(mailbox: Mailbox, locale: str) -> str:
    from okawari.i18n.formats import moment
    from okawari.i18n.troubles import trouble_words

    if mailbox.trouble:
        what, mend = trouble_words(mailbox.trouble, mailbox.detail, mailbox.account.provider, locale)
        state = _words("state_trouble", locale, what=what, mend=mend)
    elif mailbox.looked_at:
        state = _words("state_read", locale, at=moment(mailbox.looked_at, locale, year=False))
    else:
        state = _words("state_new", locale)
    return _words("line", locale, name=mailbox.account.name, host=mailbox.account.host, state=state)


def _said(entry: str, looked: Looked, locale: str) -> str:
    return _words(
        entry,
        locale,
        folder=looked.folder,
        looked=looked.looked,
        mails=looked.mails,
        read=looked.read,
        added=looked.added,
    )


def _told(error: MailboxError, account: Account, locale: str) -> UnusableInputError:
    from okawari.i18n.troubles import trouble_words

    what, mend = trouble_words(error.trouble, error.detail, account.provider, locale)
    return UnusableInputError(what, f"{account.name} ({account.host})", mend)


def _unusable(entry: str, where: str, locale: str, given: str = "") -> UnusableInputError:
    from okawari.services.connecting import SECURITIES
    from okawari.services.mailboxes import offered_providers

    known = ", ".join(SECURITIES if "security" in entry else offered_providers())
    return UnusableInputError(_words(entry, locale, given=given), where, _words(f"{entry}_mend", locale, known=known))
