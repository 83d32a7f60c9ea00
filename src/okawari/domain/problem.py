"""Something wrong in a person's data: a value that stands beside the item, never an exception."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read or does not fit.

    `code` is stable and in lower_snake_case, `where` names the file, part or line, `detail` quotes what was found.
    The words shown to a person stand in the catalogue under `problems.<code>`.
    """

    code: str
    where: str = ""
    detail: str = ""
