"""`okawari watch why`, beside the commands of `watch`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.watch import Id, opened, unusable, words

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.services.rounds import Lookout
    from okawari.services.verdicts import KeptVerdict


def why(
    id_: Id,
    *,
    save: Annotated[str, typer.Option("--save", metavar="FILE", help=words("help_save"))] = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Show what the last verdicts on a watch's page rest on."""
    from okawari.cli.output import put, put_document
    from okawari.contract.verdicts import verdicts_document
    from okawari.services import verdicts, watching

    locale = locale_of(lang)
    looking = opened(locale)
    kept = watching.get(looking.store, id_)
    if kept is None:
        raise unusable("no_such", id_, locale)
    if save:
        _save(looking, id_, Path(save), locale)
    listed = verdicts.of_watch(looking.store, kept)
    if as_json:
        put_document(verdicts_document(id_, listed, locale))
    else:
        put(_lines(listed, locale) if listed else (words("no_verdict", locale), "\n"))


def _save(looking: Lookout, id_: str, path: Path, locale: str) -> None:
    from okawari.cli.new_file import write_new
    from okawari.services import verdicts

    read = verdicts.text_of(looking.store, id_)
    if read is None:
        raise unusable("no_verdict", id_, locale)
    write_new(path, read.text.encode("utf-8", "replace"), locale)


def _lines(listed: Iterable[KeptVerdict], locale: str) -> Iterator[str]:
    from okawari.cli.page import ground_line
    from okawari.i18n.watching import seen_text, snapshot_text

    for one in listed:
        seen = one.verdict.seen
        yield f"{seen_text(seen, seen, locale)}\n"
        for ground in one.verdict.why:
            yield ground_line(ground, locale)
        yield f"  {snapshot_text(one.kept, one.size, locale)}\n"
