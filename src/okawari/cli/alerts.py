"""`okawari alerts …`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.watch import NEEDS_THE_PERSON, opened, unusable, words

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.services.alerting import Channel, ChannelError, Told
    from okawari.services.rounds import Lookout

Name = Annotated[str, typer.Argument(metavar="NAME", help=words("help_name"))]


def alerts(context: typer.Context, *, lang: Lang = "", as_json: Json = False) -> None:
    """List the last alerts."""
    if context.invoked_subcommand:
        return
    from okawari.services import alerting

    locale = locale_of(lang)
    store = opened(locale).store
    told, channels = alerting.alerts(store), alerting.channels(store)
    lines = "\n\n".join(_told(one, locale) for one in told) or words("no_alerts", locale)
    _put(told, channels, lines, locale, as_json=as_json)
    if any(channel.trouble for channel in channels):
        raise typer.Exit(NEEDS_THE_PERSON)


def add(
    name: Name,
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help=words("help_address"))] = "-",
    *,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Add a channel."""
    from okawari.services import alerting

    locale = locale_of(lang)
    looking = opened(locale)
    given = sys.stdin.readline().strip() if address == "-" else address
    try:
        alerting.add_channel(looking.store, looking.secrets, name, given)
    except alerting.ChannelError as error:
        raise unusable(f"channel_{error.code}", name, locale) from None
    _put((), alerting.channels(looking.store), words("channel_added", locale, name=name), locale, as_json=as_json)


def list_(*, lang: Lang = "", as_json: Json = False) -> None:
    """List the channels."""
    from okawari.services import alerting

    locale = locale_of(lang)
    channels = alerting.channels(opened(locale).store)
    lines = "\n".join(_line(channel, locale) for channel in channels) or words("no_channels", locale)
    _put((), channels, lines, locale, as_json=as_json)
    if any(channel.trouble for channel in channels):
        raise typer.Exit(NEEDS_THE_PERSON)


def remove(name: Name, *, lang: Lang = "", as_json: Json = False) -> None:
    """Delete a channel."""
    from okawari.services import alerting

    locale = locale_of(lang)
    looking = opened(locale)
    if not alerting.remove_channel(looking.store, looking.secrets, name):
        raise unusable("no_such_channel", name, locale)
    _put((), alerting.channels(looking.store), words("channel_removed", locale, name=name), locale, as_json=as_json)


def try_out(
    name: Annotated[str, typer.Argument(metavar="NAME", help=words("help_name"))] = "",
    *,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Send a test alert to one channel, or to all."""
    from okawari.services import alerting

    locale = locale_of(lang)
    looking = opened(locale)
    chosen = [channel for channel in alerting.channels(looking.store) if name in {"", channel.name}]
    if not chosen:
        raise unusable("no_such_channel", name or "alerts", locale)
    tested = [(channel, _tested(looking, channel, locale)) for channel in chosen]
    lines = "\n".join(_outcome(channel, error, locale) for channel, error in tested)
    _put((), alerting.channels(looking.store), lines, locale, as_json=as_json, tested=tested)
    if any(error for _, error in tested):
        raise typer.Exit(NEEDS_THE_PERSON)


app = typer.Typer(add_completion=False, rich_markup_mode=None, help=words("help_alerts"))
app.callback(invoke_without_command=True, help=words("help_alerts"))(alerts)
app.command("test", help=words("command_test"))(try_out)
channel_app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, help=words("help_channel"))
for _name, _command in (("add", add), ("list", list_), ("remove", remove)):
    channel_app.command(_name, help=words(f"command_channel_{_name}"))(_command)
channel_app.command("test", help=words("command_test"))(try_out)
app.add_typer(channel_app, name="channel")


def _tested(looking: Lookout, channel: Channel, locale: str) -> ChannelError | None:
    from okawari.services import alerting

    message = alerting.test_message(words("test_title", locale), words("test_body", locale))
    try:
        alerting.try_out(looking.store, looking.secrets, channel, message)
    except alerting.ChannelError as error:
        return error
    return None


def _outcome(channel: Channel, error: ChannelError | None, locale: str) -> str:
    from okawari.i18n.watching import channel_trouble

    if error is None:
        return words("channel_tested", locale, name=channel.name)
    return words("channel_untested", locale, name=channel.name, what=channel_trouble(error.code, error.detail, locale))


def _line(channel: Channel, locale: str) -> str:
    from okawari.i18n.watching import channel_trouble

    what = channel_trouble(channel.trouble, channel.detail, locale)
    state = words("channel_off", locale, what=what) if channel.trouble else words("channel_on", locale)
    return words("channel_line", locale, name=channel.name, kind=channel.kind, state=state)


def _told(told: Told, locale: str) -> str:
    from okawari.i18n.formats import moment
    from okawari.i18n.watching import alert_text, waits_text

    title, body = alert_text(told.alert, locale)
    sent = [
        words("sent_to", locale, channel=name, at=moment(at, locale)) if at else waits_text(name, detail, locale)
        for name, at, detail in told.sent
    ]
    return "\n".join((title, body, told.alert.url, *sent))


def _put(
    told: Sequence[Told],
    channels: Sequence[Channel],
    line: str,
    locale: str,
    *,
    as_json: bool,
    tested: Sequence[tuple[Channel, ChannelError | None]] = (),
) -> None:
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.watching import alerts_document

        put_document(alerts_document(told, channels, locale, tested))
    else:
        typer.echo(line)
