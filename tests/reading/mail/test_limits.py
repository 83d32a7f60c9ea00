"""The page on mail shows the limits of today."""

import re
from pathlib import Path

from okawari.reading.mail import archive, limits

PAGE = Path(__file__).parents[3] / "docs" / "mail.md"


def test_the_page_lists_every_limit():
    listed = dict(re.findall(r"^\| `([A-Z_]+)` \| (\d+) \|", PAGE.read_text("utf-8"), re.MULTILINE))
    assert listed == {name: str(value) for name, value in vars(limits).items() if name.isupper()}


def test_the_page_tells_what_a_zip_may_hold():
    page = PAGE.read_text("utf-8")
    assert f"{archive.MEMBERS:,} files and {archive.TOTAL_BYTES // 1024**3} GB" in page
    assert f"more than {archive.RATIO} times" in page
