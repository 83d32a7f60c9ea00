"""`okawari money`, `okawari due` and `okawari calendar`: all the money on its way, and the days that matter."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli import options
from okawari.cli.options import Json, Lang, On, locale_of
from okawari.cli.rescue import NEEDS_THE_PERSON
from okawari.cli.words import unusable, words
from okawari.domain.japan_time import JAPAN

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from collections.abc import Iterator

    from okawari.domain.alarms import Alarm
    from okawari.domain.returns import Return, Returns, Sum
    from okawari.domain.watch.watch import Watch


def money(*, on: On = "", lang: Lang = "", as_json: Json = False) -> None:
    """Show what is owed over all orders: late, due, coming and back; look for it on the kept statements first."""
    from okawari.contract.money import money_document
    from okawari.domain.returns import Standing
    from okawari.services.following import match_money, money_overview
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale = locale_of(lang)
    day = options.today(on, locale)
    store = open_store(read_settings())
    match_money(store, day)
    returns = money_overview(store, day)
    if as_json:
        from okawari.cli.output import put_document

        put_document(money_document(returns, locale))
    else:
        for line in _lines(returns, locale):
            typer.echo(line)
    if any(one.standing is Standing.OVERDUE or one.leg.candidates for one in returns.all):
        raise typer.Exit(NEEDS_THE_PERSON)


Send = Annotated[bool, typer.Option("--send", help=words("help_due_send"))]


def due(*, on: On = "", send: Send = False, lang: Lang = "", as_json: Json = False) -> None:
    """Say what the day asks for; each thing is said once, on a day on which somebody can be asked."""
    if send:
        if on:
            raise unusable("send_on_a_day", "--on", locale_of(lang))
        _send_digest(locale_of(lang), as_json=as_json)
        return
    from okawari.contract.money import due_document
    from okawari.services.following import match_money, raise_due
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale = locale_of(lang)
    day = options.today(on, locale)
    store = open_store(read_settings())
    match_money(store, day)
    alarms = raise_due(store, day)
    if as_json:
        from okawari.cli.output import put_document

        put_document(due_document(alarms, lambda alarm: _said(alarm, locale)))
    else:
        from okawari.i18n import text

        for alarm in alarms:
            typer.echo(_said(alarm, locale))
        if not alarms:
            typer.echo(text("alarms.none", locale))
    if alarms:
        raise typer.Exit(NEEDS_THE_PERSON)


def _send_digest(locale: str, *, as_json: bool) -> None:
    """Make today's digest, unless it was made, and send it."""
    from okawari.cli.watch import opened
    from okawari.contract.money import due_document
    from okawari.domain.japan_time import japan_day
    from okawari.i18n import text
    from okawari.i18n.money import digest_text
    from okawari.services.alerting import deliver
    from okawari.services.digest import make_digest

    looking = opened(locale)
    digest = make_digest(looking.store, japan_day(looking.now()), looking.now())
    delivered = deliver(looking.store, looking.secrets, looking.say, looking.now())
    if as_json:
        from okawari.cli.output import put_document

        put_document(due_document(digest.lines if digest else (), lambda alarm: _said(alarm, locale)))
    elif digest:
        typer.echo("\n".join(digest_text(digest, locale)))
    outcome = "sent" if delivered.sent else "waits" if delivered.put_off else "unsent" if digest else "not_made"
    typer.echo(text(f"alarms.digest_{outcome}", locale), err=True)
    if digest:
        raise typer.Exit(NEEDS_THE_PERSON)


def calendar(
    file: Annotated[str, typer.Argument(metavar="FILE", help=words("help_calendar_file"))] = "",
    *,
    on: On = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Write the days that matter as a calendar (ICS), `-` to standard output; with `--json` as a document, beside the file or alone."""
    from okawari.i18n import text
    from okawari.i18n.watching import watch_day_text
    from okawari.services.calendar import calendar_file
    from okawari.services.following import scheduled
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale = locale_of(lang)
    day = options.today(on, locale)

    def say(alarm: Alarm) -> tuple[str, str]:
        return _said(alarm, locale), text("alarms.open_case", locale).format(order=alarm.order)

    if not file and not as_json:
        raise unusable("misuse_missing", "okawari calendar", locale, name="FILE", command="okawari calendar")
    store = open_store(read_settings())
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.money import calendar_document

        put_document(calendar_document(scheduled(store, day), lambda alarm: _said(alarm, locale)))
        if file in {"", "-"}:
            return

    def of_watch(watch: Watch, title: str, entry: str) -> tuple[str, str]:
        return watch_day_text(watch, title, entry, locale)

    made = calendar_file(store, day, text("alarms.calendar_name", locale), say, of_watch, now=datetime.now(JAPAN))
    if file == "-":
        typer.get_binary_stream("stdout").write(made)
        return
    try:
        Path(file).write_bytes(made)
    except OSError as error:
        raise unusable("cannot_write", file, locale, why=error.strerror or "") from None


def _said(alarm: Alarm, locale: str) -> str:
    from okawari.i18n.money import alarm_text
    from okawari.services.shops import shop_named

    return alarm_text(alarm, shop_named(alarm.merchant), locale)


def _lines(returns: Returns, locale: str) -> Iterator[str]:
    from okawari.i18n import text

    for one in returns.all:
        yield _line(one, locale)
        yield from (f"  {more}" for more in _details(one, locale))
    if returns.owed.count:
        yield _owed(returns.owed, locale)
    if not returns.all:
        yield text("money.empty", locale)


def _details(one: Return, locale: str) -> Iterator[str]:
    """Yield where a share is seen or was, and what of it can be answered, with the ids for `okawari answer`."""
    from okawari.domain.refund.wording import look_phrase
    from okawari.i18n import say, text
    from okawari.i18n.money import candidate_text, refused_text, seen_text

    leg, look = one.leg, look_phrase(one.leg)
    if leg.seen:
        yield f"= {seen_text(leg.seen, locale)}  {leg.seen.candidate.name}"
    elif look:
        yield say(look, locale)
    if leg.said_back and not leg.seen:
        yield text("money.saw_share_by", locale).format(order=one.plan.case.order, share=leg.name)
    yield from (f"? {candidate_text(asked, locale)}  {asked.name}" for asked in leg.candidates)
    yield from (f"x {refused_text(refused, locale)}  {refused.name}" for refused in leg.refused)


def _owed(whole: Sum, locale: str) -> str:
    from okawari.i18n import formats, text

    amounts = " + ".join(formats.money(amount, locale) for amount in whole.amounts)
    said = text("money.owed_line", locale).format(
        amount=amounts or text("cases.amount_unknown", locale), count=whole.count
    )
    return f"{said}  {text('money.open', locale).format(open=whole.open)}" if whole.open and amounts else said


def _line(one: Return, locale: str) -> str:
    from okawari.domain.happened import things
    from okawari.i18n import formats, say, shown, text
    from okawari.services.shops import shop_named

    case, leg = one.plan.case, one.leg
    cells = (
        text(f"money.standing_{one.standing}", locale),
        formats.money(leg.amount, locale) if leg.amount else text("cases.amount_unknown", locale),
        formats.day(one.on, locale, year=True) if one.on else "",
        text(f"payments.{leg.method}", locale),
        shown(shop_named(case.merchant), locale),
        case.order,
        say(things(case.cancelled_items or case.items), locale),
    )
    return "  ".join(cell for cell in cells if cell)
