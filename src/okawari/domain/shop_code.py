"""The shop's own article code that mails of malls glue to a title: `LEDデスクライト(hd-led10-w)`."""

from __future__ import annotations

import re

_CODE = r"(?=[a-z0-9_-]*[0-9_-])[a-z0-9][a-z0-9_-]{3,39}"
_BEHIND = re.compile(rf"(?<=[^\s(（])[(（]{_CODE}[)）]$")
_BEFORE = re.compile(rf"^(?:[\[［(（]{_CODE}[\]］)）][ \u3000]*|{_CODE}[ \u3000]*[:：/／][ \u3000]*)(?=\S)")


def without_shop_code(title: str) -> str:
    """Return a title as one reads it, without the code; a model's number, which has capitals, stays.

    Rakuten's codes are of small letters, digits, hyphens and underscores.
    """
    return _BEFORE.sub("", _BEHIND.sub("", title)) or title
