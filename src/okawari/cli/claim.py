"""`okawari claim`: what goes with a claim, as a PDF, a zip or a page."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli import options
from okawari.cli.contact import Shop, one_plan
from okawari.cli.new_file import write_new
from okawari.cli.options import Json, Lang, On, Order, locale_of
from okawari.cli.words import language
from okawari.errors import PrintingError, UnusableInputError
from okawari.i18n import text

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from collections.abc import Iterator, Sequence

    from okawari.domain.case import Case
    from okawari.domain.claim_file import ClaimFile
    from okawari.services.household import Household

SUFFIXES = (".pdf", ".zip", ".html")
Attach = Annotated[
    list[str] | None, typer.Option("--attach", metavar="FILE", help=text("claims.help_attach", language()))
]
Detach = Annotated[str, typer.Option("--detach", metavar="ID", help=text("claims.help_detach", language()))]
Out = Annotated[str, typer.Option("--out", metavar="FILE", help=text("claims.help_out", language()))]


def claim(
    order: Order,
    *,
    out: Out = "",
    attach: Attach = None,
    detach: Detach = "",
    shop: Shop = "",
    on: On = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Write what goes with a claim: facts, days, money, which door is open, what lacks, the mails and your files."""
    from okawari.domain.authenticity import Verdict
    from okawari.domain.refund import Asked
    from okawari.services.cases import get_case
    from okawari.services.claims import claim_file
    from okawari.settings import read_settings
    from okawari.wiring import household

    locale = locale_of(lang)
    path = Path(out) if out else None
    if path and path.suffix.lower() not in SUFFIXES:
        raise _unusable("bad_suffix", out, locale)
    if path and path.exists():
        raise _unusable("exists", out, locale)
    house = household(read_settings())
    asked = Asked(on=options.today(on, locale))
    plan = one_plan(get_case(house.store, order, asked), order, shop, locale)
    if plan.case.authenticity.verdict is Verdict.PHISHING:
        raise _unusable("forged", order, locale)
    done = tuple(_changed(house, plan.case, attach or (), detach, locale))
    file = claim_file(house, plan)
    if path:
        write_new(path, _made(file, path, locale), locale)
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.claim import claim_document

        put_document(claim_document(file, locale, out or None))
        return
    from okawari.cli.output import put

    put(f"{line}\n" for line in done)
    if out or not done:
        _tell(file, out, locale)


def _changed(house: Household, case: Case, files: Sequence[str], remove: str, locale: str) -> Iterator[str]:
    """Add files to a case and take one away, and yield what was done; all files are read before any is kept."""
    from okawari.services.attachments import LARGEST, LIMITS, AttachmentError, attach, detach

    read = [(name, _read(name, LARGEST + 1, locale)) for name in files]
    if remove:
        gone = detach(house.store, case, remove.lower())
        if gone is None:
            raise _unusable("no_attachment", "--detach", locale, given=remove)
        yield text("claims.detached", locale).format(name=gone.name)
    for name, raw in read:
        try:
            kept = attach(house.store, case, name, raw, datetime.now(UTC))
        except AttachmentError as error:
            raise _unusable(f"attach_{error.code}", "--attach", locale, name=error.name, **LIMITS) from None
        yield text("claims.attached", locale).format(name=kept.name, id=kept.sha256[:8])


def _read(name: str, most: int, locale: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise _unusable("no_file", "--attach", locale, name=name, why=error.strerror or str(error)) from None


def _made(file: ClaimFile, path: Path, locale: str) -> bytes:
    from okawari.papers.claim import claim_page, claim_pdf, claim_zip
    from okawari.papers.pdf import pdf_of

    page = claim_page(file, locale)
    suffix = path.suffix.lower()
    if suffix == ".html":
        return page.encode("utf-8", "replace")
    try:
        pdf = claim_pdf(file, locale) if suffix == ".pdf" else pdf_of(page)
    except PrintingError as error:
        if suffix == ".pdf":
            raise _unusable("no_pdf", str(path), locale, packages=error.packages) from None
        typer.echo(text("claims.no_pdf_in_zip", locale).format(packages=error.packages), err=True)
        pdf = None
    return claim_zip(file, locale, pdf) if suffix == ".zip" else pdf or b""


def _tell(file: ClaimFile, out: str, locale: str) -> None:
    from okawari.cli.output import put
    from okawari.i18n import formats, say

    for door in file.doors:
        closes = text("claims.closes", locale).format(day=formats.day(door.closes, locale)) if door.closes else ""
        opens = text("claims.opens", locale).format(day=formats.day(door.opens, locale)) if door.opens else ""
        cap = text("claims.cap", locale).format(amount=formats.money(door.cap, locale)) if door.cap else ""
        said = (text(f"claims.{key}", locale) for key in (f"way_{door.way}", f"stand_{door.stand}"))
        put(("  ".join(part for part in (*said, opens, closes, cap) if part), "\n"))
        put(f"  {say(note, locale)}\n" for note in door.notes)
    for code in file.lacks:
        put((text("claims.lacks", locale), ": ", text(f"claims.lacks_{code}", locale), "\n"))
    if out:
        put(
            (
                text("claims.written", locale).format(file=out, mails=len(file.mails), attached=len(file.attachments)),
                "\n",
            )
        )


def _unusable(entry: str, where: str, locale: str, **values: object) -> UnusableInputError:
    key = f"claims.{entry}"
    return UnusableInputError(text(key, locale).format(**values), where, text(f"{key}_mend", locale).format(**values))
