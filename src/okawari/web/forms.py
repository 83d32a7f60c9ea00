"""What forms send, read with care: a value, or the error to show at its field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from starlette.datastructures import UploadFile
from starlette.requests import Request

from okawari.domain.money import Money
from okawari.web.words import Words

MAX_FILES = 500
_MAX_YEN = 99_999_999
_YEN = re.compile(r"[¥￥]?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})\s*円?")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


@dataclass(slots=True)
class Fields:
    """The text fields of a form, and the errors found so far by the name of their field."""

    values: Mapping[str, str]
    words: Words
    errors: dict[str, str] = field(default_factory=dict)

    def text(self, name: str, length: int = 200) -> str:
        """Return a line of text without controls, cut to its length."""
        value = unicodedata.normalize("NFC", self.values.get(name, ""))
        return "".join(char for char in value if char.isprintable()).strip()[:length]

    def choice(self, name: str, options: Mapping[str, object] | frozenset[str], error: str = "error_choose") -> str:
        """Return one of the options; "" with an error where none was chosen."""
        value = self.values.get(name, "")
        if value in options:
            return value
        self.errors[name] = self.words(error)
        return ""

    def day(self, name: str, *, needed: bool = False) -> date | None:
        """Return a day, None where there is none; an error for what is no day, or lies in the future."""
        value = unicodedata.normalize("NFKC", self.values.get(name, "")).strip()
        if not value and not needed:
            return None
        match = _DATE.fullmatch(value)
        try:
            day = date(int(match[1]), int(match[2]), int(match[3])) if match else None
        except ValueError:
            day = None
        if day is None:
            self.errors[name] = self.words("error_date", example=self.words.today.isoformat())
        return day

    def past_day(self, name: str) -> date | None:
        """Return a day that is not in the future; needed."""
        day = self.day(name, needed=True)
        if day and day > self.words.today:
            self.errors[name] = self.words("error_future")
            return None
        return day

    def yen(self, name: str, *, least: int = 1) -> Money | None:
        """Return an amount of yen, None where there is none; an error for what is no whole amount from `least` on."""
        value = unicodedata.normalize("NFKC", self.values.get(name, "")).strip()
        if not value:
            return None
        match = _YEN.fullmatch(value)
        amount = int(match[1].replace(",", "")) if match else -1
        if not least <= amount <= _MAX_YEN:
            self.errors[name] = self.words("error_amount")
            return None
        return Money(Decimal(amount))

    def day_of_month(self, name: str) -> int | None:
        """Return a day of the month, 99 for its end; None where there is none."""
        value = self.values.get(name, "")
        if not value:
            return None
        if value.isdigit() and (1 <= int(value) <= 30 or value == "99"):
            return int(value)
        self.errors[name] = self.words("error_choose")
        return None


async def read_fields(request: Request, words: Words) -> Fields:
    """Return the text fields of the request's form."""
    form = await request.form(max_files=0, max_fields=100)
    return Fields({name: value for name, value in form.items() if isinstance(value, str)}, words)


async def read_files(request: Request, name: str) -> list[tuple[str, bytes]]:
    """Return the uploaded files of a field as (name, bytes), without the empty one that a browser sends for none."""
    form = await request.form(max_files=MAX_FILES, max_fields=10)
    uploads = [item for item in form.getlist(name) if isinstance(item, UploadFile) and item.filename]
    return [(shown_name(upload.filename or ""), await upload.read()) for upload in uploads]


def shown_name(name: str) -> str:
    """Return the last part of a file's name, printable and short."""
    last = re.split(r"[/\\]", name)[-1]
    return "".join(char for char in last if char.isprintable())[-120:] or "?"
