"""Which pages are empty until their scripts ran."""

import pytest

from okawari.reading.page.scripts import needs_scripts

APP = b'<script src="/app.js"></script>'
WORDS = "水筒を売っています。".encode() * 40
DATA = b'<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("body", "needed"),
    [
        (b'<div id="root"></div>' + APP, True),
        (b"<noscript>" + WORDS + b"</noscript>" + APP, True),
        (b"<p>" + WORDS + b"</p>" + APP, False),
        (b'<div id="root"></div>' + APP + DATA, False),
        (b"<p>kettle</p>", False),
        (b"", False),
    ],
)
def test_a_page_that_says_nothing_by_itself_needs_its_scripts(body, needed):
    assert needs_scripts(b"<html><body>" + body + b"</body></html>") is needed
