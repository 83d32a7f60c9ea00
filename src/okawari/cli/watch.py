"""`okawari watch …`."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import Json, Lang, amount, day, locale_of
from okawari.cli.words import language
from okawari.domain.candidate import Condition
from okawari.domain.japan_time import japan_day, japan_moment
from okawari.domain.watch.schedule import burst_over
from okawari.domain.watch.watch import MEDIAN_DAYS, SHORTEST_MINUTES, USUAL_MINUTES, QuietHours, Standing, Watch
from okawari.errors import UnusableInputError
from okawari.i18n import text

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.services.checking import Checked
    from okawari.services.rounds import Lookout
    from okawari.services.watching import Added, KeptWatch, PageUnavailableError

NEEDS_THE_PERSON = 1


def words(entry: str, locale: str = "", **values: object) -> str:
    """Return a text of the area `watching`."""
    return text(f"watching.{entry}", locale or language()).format(**values)


def unusable(entry: str, where: str, locale: str, **values: object) -> UnusableInputError:
    """Return the error whose words stand under the entry (what is wrong) and its `_mend`."""
    return UnusableInputError(words(entry, locale, **values), where, words(f"{entry}_mend", locale, **values))


Id = Annotated[str, typer.Argument(metavar="ID", help=words("help_id"))]


def add(
    urls: Annotated[list[str], typer.Argument(metavar="URL…", help=words("help_url"))],
    *,
    price: Annotated[str, typer.Option("--price", metavar="YEN", help=words("help_price"))] = "",
    drop: Annotated[int | None, typer.Option("--drop", metavar="PERCENT", help=words("help_drop"))] = None,
    median: Annotated[int, typer.Option("--median", metavar="DAYS", help=words("help_median"))] = 0,
    effective: Annotated[str, typer.Option("--effective", metavar="YEN", help=words("help_effective"))] = "",
    lowest: Annotated[bool, typer.Option("--lowest", help=words("help_lowest"))] = False,
    preorder: Annotated[bool, typer.Option("--preorder", help=words("help_preorder"))] = False,
    seller: Annotated[str, typer.Option("--seller", metavar="NAME", help=words("help_seller"))] = "",
    appears: Annotated[str, typer.Option("--appears", metavar="NAME", help=words("help_appears"))] = "",
    earlier: Annotated[int, typer.Option("--earlier", metavar="DAYS", min=0, max=365, help=words("help_earlier"))] = 0,
    condition: Annotated[str, typer.Option("--condition", metavar="STATE", help=words("help_condition"))] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help=words("help_until"))] = "",
    every: Annotated[
        int, typer.Option("--every", metavar="MINUTES", min=SHORTEST_MINUTES, max=10_080, help=words("help_every"))
    ] = USUAL_MINUTES,
    burst: Annotated[str, typer.Option("--burst", metavar="TIME", help=words("help_burst"))] = "",
    quiet: Annotated[str, typer.Option("--quiet", metavar="HOURS", help=words("help_quiet"))] = "",
    paid: Annotated[str, typer.Option("--paid", metavar="YEN", help=words("help_paid"))] = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Start to watch a page."""
    from okawari.services import watching

    locale, now = locale_of(lang), datetime.now(UTC)
    last = day(until, "--until", locale) if until else None
    if last and last < japan_day(now):
        raise unusable("until_past", until, locale)
    if drop is not None and not 1 <= drop <= 99:
        raise unusable("bad_drop", "--drop", locale, given=drop)
    if median and (median not in MEDIAN_DAYS or drop is None):
        raise unusable("bad_median", "--median", locale)
    wished = Watch(
        id="",
        url="",
        added_at=now,
        price=amount(price, "--price", "JPY", locale, least=1),
        effective=amount(effective, "--effective", "JPY", locale, least=1),
        drop_percent=drop,
        drop_days=median,
        lowest=lowest,
        preorder=preorder,
        seller=seller.strip()[:100],
        appears=appears.strip()[:100],
        earlier_days=earlier,
        condition=condition_of(condition, locale),
        until=last,
        every=every,
        burst_at=_burst(burst, locale, now),
        quiet=quiet_hours(quiet, locale),
        paid=amount(paid, "--paid", "JPY", locale, least=1),
    )
    looking = opened(locale)
    try:
        added = watching.add(looking.store, looking.gate, *(replace(wished, url=url) for url in urls))
    except watching.NoPastError as error:
        raise unusable("no_past", error.where, locale) from None
    except watching.PageUnavailableError as error:
        raise not_watchable(error, locale) from None
    lines = [(words("added", locale, id=one.watch.id, url=one.watch.url), one.watch.url) for one in added]
    put_added(looking, added, lines, locale, as_json=as_json)


def put_added(
    looking: Lookout, added: Sequence[Added], lines: Iterable[tuple[str, str]], locale: str, *, as_json: bool
) -> None:
    """Print watches that answer a wish, and what to do where no channel would bring their alerts or nobody seems to make looks.

    Each has the line for one that is new, and what is watched, which the line for one that stood before names.
    """
    from okawari.services import watching
    from okawari.services.alerting import channels

    told = [
        line if one.is_new else words("already", locale, id=one.watch.id, what=what)
        for one, (line, what) in zip(added, lines, strict=True)
    ]
    ids = {one.watch.id for one in added}
    listed = [kept for kept in watching.every(looking.store) if kept.watch.id in ids]
    _put(listed, "\n".join(told), locale, as_json=as_json)
    if not channels(looking.store):
        typer.echo(words("no_channel", locale), err=True)
    if not watching.is_looked_after(looking.store, looking.now(), ids):
        typer.echo(words("looks_only_while", locale), err=True)


def list_(*, lang: Lang = "", as_json: Json = False) -> None:
    """List the watches."""
    from okawari.services import watching

    locale = locale_of(lang)
    listed = watching.every(opened(locale).store)
    lines = "\n".join(_line(kept, locale) for kept in listed) or words("none", locale)
    _put(listed, lines, locale, as_json=as_json)
    if any(kept.standing is Standing.ACTIVE and kept.state.told_blind for kept in listed):
        raise typer.Exit(NEEDS_THE_PERSON)


def pause(
    id_: Id,
    *,
    until: Annotated[str, typer.Option("--until", metavar="DATE", help=words("help_pause_until"))] = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Pause a watch, until a day where one is given."""
    if until:
        _rest(id_, until, lang, as_json=as_json)
        return
    _stand(id_, Standing.PAUSED, lang, as_json=as_json)


def resume(id_: Id, *, lang: Lang = "", as_json: Json = False) -> None:
    """Look after a watch again."""
    _stand(id_, Standing.ACTIVE, lang, as_json=as_json)


def done(id_: Id, *, lang: Lang = "", as_json: Json = False) -> None:
    """End a watch that is fulfilled."""
    _stand(id_, Standing.FULFILLED, lang, as_json=as_json)


def remove(id_: Id, *, lang: Lang = "", as_json: Json = False) -> None:
    """Delete a watch."""
    from okawari.services import watching

    locale = locale_of(lang)
    store = opened(locale).store
    if not watching.remove(store, id_, datetime.now(UTC)):
        raise unusable("no_such", id_, locale)
    _put(watching.every(store), words("removed", locale, id=id_), locale, as_json=as_json)


def run(
    *,
    once: Annotated[bool, typer.Option("--once", help=words("help_once"))] = False,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Look at what is due and send the alerts, until Ctrl-C."""
    from okawari.services import watching
    from okawari.services.rounds import look_on, look_once

    locale = locale_of(lang)
    looking = opened(locale)
    if not once:
        typer.echo(words("running", locale), err=True)
        with contextlib.suppress(KeyboardInterrupt):
            look_on(looking, threading.Event(), lambda checked: typer.echo(_round(checked, locale), err=True))
        return
    did = look_once(looking)
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.watching import watch_document

        put_document(watch_document(watching.every(looking.store), locale, did))
    else:
        typer.echo(_round(did[0], locale))
    if did[1].put_off:
        raise typer.Exit(NEEDS_THE_PERSON)


app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, help=words("help"))
for _name, _command in (
    ("add", add),
    ("list", list_),
    ("pause", pause),
    ("resume", resume),
    ("done", done),
    ("remove", remove),
    ("run", run),
):
    app.command(_name, help=words(f"command_{_name}"))(_command)


def not_watchable(error: PageUnavailableError, locale: str) -> UnusableInputError:
    """Return in words why an address cannot be watched, and what to do instead."""
    from okawari.services.watching import instead_of_reading

    instead = instead_of_reading(error)
    if instead:
        return unusable(f"instead_{instead}", error.where, locale)
    what = text(f"pages.{error.code}", locale).format(detail=error.detail)
    return UnusableInputError(what, error.where, text(f"pages.{error.code}_mend", locale))


def _round(checked: Checked, locale: str) -> str:
    return words(
        "checked",
        locale,
        pages=checked.pages,
        changed=checked.changed,
        failed=checked.failed,
        alerts=checked.alerts,
    )


def _stand(id_: str, standing: Standing, lang: str, *, as_json: bool) -> None:
    from okawari.services import watching

    locale = locale_of(lang)
    store = opened(locale).store
    if not watching.stand(store, id_, standing, datetime.now(UTC)):
        raise unusable("no_such", id_, locale)
    line = words("changed_to", locale, id=id_, standing=words(f"standing_{standing}", locale))
    _put([kept] if (kept := watching.get(store, id_)) else [], line, locale, as_json=as_json)


def _rest(id_: str, until: str, lang: str, *, as_json: bool) -> None:
    from okawari.services import watching

    locale = locale_of(lang)
    on = day(until, "--until", locale)
    store = opened(locale).store
    if not watching.rest(store, id_, on):
        raise unusable("no_such", id_, locale)
    line = words("rests_until", locale, id=id_, day=on.isoformat())
    _put([kept] if (kept := watching.get(store, id_)) else [], line, locale, as_json=as_json)


def _line(kept: KeptWatch, locale: str) -> str:
    from okawari.i18n.watching import seen_text, title_of

    standing = words(f"standing_{kept.standing}", locale)
    state = seen_text(kept.last, kept.last_seen, locale)
    where = kept.watch.link or title_of(kept.title, kept.watch.url, locale)
    return words("line", locale, id=kept.watch.id, standing=standing, state=state, url=where)


def condition_of(given: str, locale: str) -> Condition | None:
    """Return the worst condition that will do, None where nobody asks for one."""
    known = [one.value for one in Condition if one is not Condition.UNKNOWN]
    if given and given not in known:
        raise unusable("bad_condition", "--condition", locale, given=given, known=", ".join(known))
    return Condition(given) if given else None


def _burst(given: str, locale: str, now: datetime) -> datetime | None:
    try:
        at = japan_moment(given) if given else None
    except ValueError:
        raise unusable("bad_burst", "--burst", locale, given=given) from None
    if at and burst_over(at, now):
        raise unusable("burst_past", given, locale)
    return at


def quiet_hours(given: str, locale: str) -> QuietHours | None:
    """Return hours without alerts as they are given (22-7), None for none."""
    try:
        return QuietHours.read(given) if given else None
    except ValueError:
        raise unusable("bad_quiet", "--quiet", locale, given=given) from None


def _put(listed: Iterable[KeptWatch], line: str, locale: str, *, as_json: bool) -> None:
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.watching import watch_document

        put_document(watch_document(listed, locale))
    else:
        typer.echo(line)


def opened(locale: str) -> Lookout:
    """Return what the household watches with."""
    from okawari.i18n.watching import alert_text
    from okawari.settings import read_settings
    from okawari.wiring import lookout

    return lookout(read_settings(), lambda alert: alert_text(alert, locale))
