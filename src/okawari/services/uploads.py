"""Files that were sent to a page and are too large to be read while it waits: put aside, then taken in by a job."""

from __future__ import annotations

import io
import json
import re
import secrets
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from okawari.services.household import Household
from okawari.services.jobs import Progress
from okawari.services.taking_in import take_in_files

_NAMES = "names.json"
_ID = re.compile(r"[0-9a-f]{32}")


def bytes_to_read(content: bytes) -> int:
    """Return how many bytes there are to read in a file: of a zip, those that it says its files have unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):
        return len(content)


@dataclass(frozen=True, slots=True)
class Uploads:
    """The folder in which files wait."""

    folder: Path

    def put_aside(self, files: Sequence[tuple[str, bytes]]) -> str:
        """Keep files given as (name, bytes) until a job takes them in; return the name of that job's subject."""
        upload = secrets.token_hex(16)
        place = self.folder / f"{upload}.part"
        place.mkdir(mode=0o700, parents=True)
        for number, (_, content) in enumerate(files):
            (place / str(number)).write_bytes(content)
        (place / _NAMES).write_text(json.dumps([name for name, _ in files]), encoding="utf-8")
        place.rename(self.folder / upload)
        return upload

    def take_in(self, household: Household, upload: str) -> Iterator[Progress]:
        """Take in what was put aside, yielding before each file, which `file` names, and at the end; then it is deleted."""
        place = self.folder / upload
        if not _ID.fullmatch(upload) or not place.is_dir():
            return
        names = json.loads((place / _NAMES).read_text(encoding="utf-8"))
        orders: set[str] = set()
        unreadable = 0
        for number, name in enumerate((*names, "")):
            yield {
                "files": len(names),
                "done": number,
                "file": name,
                "orders": len(orders),
                "unreadable": unreadable,
            }
            if number < len(names):
                taken = take_in_files(household, [(name, (place / str(number)).read_bytes())])
                orders |= {key.order for key in taken.orders}
                unreadable += len(taken.unreadable)
        shutil.rmtree(place, ignore_errors=True)
