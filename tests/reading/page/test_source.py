"""Which bytes of a page are read: what is laid aside, and how far around the title."""

import random
import re

import pytest

from okawari.reading.page.document import Document, _without_endless, _without_options
from okawari.reading.page.others import hide_others
from okawari.reading.page.source import PageSource, _close

TITLE = b"<h1>Steel kettle</h1>"


def page(before=b"", behind=b""):
    return b"<html><head><title>Steel kettle</title></head><body>" + before + TITLE + behind + b"</body></html>"


@pytest.mark.parametrize(
    "aside",
    [
        b"<script>x = '<h1>Steel kettle</h1>'</script>",
        b"<!-- <h1>Steel kettle</h1> -->",
        b"<noscript><h1>Steel kettle</h1></noscript>",
        b"<SCRIPT>'<h1>Steel kettle</h1>'</SCRIPT>",
        b"<script>/<!--/</script>" + b"<p>x</p>" * 3_000,
        b"<p>x</p>" * 3_000 + b"<script>" + b"'<p>';" * 30_000 + b"</script>",
        b"<script>" + b"1<2;" * 20 + b"'<h1>Steel kettle</h1>'</Script>",
        b"<style>p{}</STYLE>",
    ],
)
def test_the_title_is_the_one_that_is_shown(aside):
    whole = page(before=aside)
    document = Document(PageSource(whole), None)
    assert document.anchor == whole.rindex(TITLE)
    assert b"script" not in document.window.lower()
    assert b"'<p>'" not in document.window


@pytest.mark.parametrize("aside", [b"<script>1</script>", b"<svg></svg>", b"<!-- x -->"])
@pytest.mark.parametrize("length", [*range(8), 20])
def test_so_much_is_taken_as_was_asked_for_and_nothing_of_what_is_laid_aside(aside, length):
    assert PageSource(b"<body>ab" + aside + b"cd" + aside + b"ef").behind(6, length) == b"abcdef"[:length]


@pytest.mark.parametrize("heading", [b"<H1>Steel kettle</H1>", b"<h1>Steel kettle</h1>", b"<h2>Steel kettle</h2>"])
def test_a_heading_is_found_however_its_tag_is_written(heading):
    document = Document(PageSource(page().replace(TITLE, heading)), None)
    assert document.heading == "Steel kettle"


@pytest.mark.parametrize("tag", [b'<script type="application/ld+json" >', b"<SCRIPT\nTYPE='application/ld+json'>"])
def test_data_is_found_however_its_tag_is_written(tag):
    assert PageSource(page(behind=b"<script>0</script>" + tag + b"1</script>")).json_ld() == ["1"]


PIECES = [
    b"<script",
    b"<SCRIPT",
    b"<script type=a>",
    b"<script src=x type=a>",
    b"<SCRIPT\nTYPE=a",
    b"</script>",
    b"</Script >",
    b" type=a",
]
PIECES += [b">", b"<", b"<!--", b"-->", b"x", b"x" * 1_990, b"<p>", b"<h1>", b"<H1", b"<body>", b"<BODY class=a>"]


def plain_scripts(raw, words):
    """Return the contents of the scripts in whose opening tag words stand, looked at one tag after the other."""
    found, behind = [], 0
    for tag in re.finditer(rb"<(?:script|SCRIPT)", raw):
        at = tag.start()
        end = raw.find(b">", at, at + 2_000)
        opening = raw[at : end if end >= 0 else at + 2_000]
        start = raw.find(b">", at + len(opening)) + 1
        if words in opening and at >= behind and start:
            close = _close(raw, b"script", start)
            behind = close if close >= 0 else len(raw)
            found.append(raw[start:behind].decode())
    return found


def test_tags_and_scripts_are_those_that_a_look_at_each_tag_finds():
    dice = random.Random(5)
    several = 0
    for _ in range(3_000):
        raw = b"".join(dice.choices(PIECES, k=dice.randint(1, 20)))
        source = PageSource(raw, "utf-8")
        since = dice.randrange(len(raw))
        for name in (b"script", b"h1", b"body"):
            plain = re.compile(b"<(?:%s|%s)" % (name, name.upper()))
            assert list(source.tags(name, since)) == [tag.start() for tag in plain.finditer(raw, since)]
        found = plain_scripts(raw, b"type=a")
        assert source.script("type=a") == (found[0] if found else "")
        assert [raw[start:end].decode() for _, start, end in source._scripts(b"type=a")] == found
        several += len(found) > 1
    assert several > 200


def test_what_stands_far_from_the_title_is_not_parsed():
    document = Document(PageSource(page(b"<p>far</p>" * 5_000, b"<p>behind</p>" * 50_000)), None)
    assert len(document.window) < 40_000
    assert document.window.startswith(b"<p>far")


def test_data_is_found_however_far_away_it_is_and_not_in_comments():
    block = b'<script type="application/ld+json">%s</script>'
    whole = page(b"<!-- " + block % b"1" + b" -->", b"<p>x</p>" * 50_000 + block % b"2")
    assert PageSource(whole).json_ld() == ["2"]


@pytest.mark.parametrize(
    ("markup", "hidden"),
    [
        (b'<div class="you-may RELATED">a</div>', True),
        (b"<ul id=recently-seen>a</ul>", True),
        (b"<p style='color: red; display: none'>a</p>", True),
        (b'<p style="display:block">none</p>', False),
        (b'<p title="related">a</p>', False),
        (b'<p data-id="related">a</p>', False),
        (b'<p class="x">related</p>', False),
    ],
)
def test_parts_named_after_other_things_are_marked(markup, hidden):
    assert (b" hidden" in hide_others(b"<b>" + markup)) is hidden
    assert hide_others(b"<b>" + markup).replace(b" hidden", b"") == b"<b>" + markup


def test_endless_attributes_are_dropped_wherever_they_stand():
    chance = random.Random(1)
    pieces = (
        b"<p>",
        b"<a href='",
        b"text",
        b">",
        b"<",
        b"<b " + b"x" * 19_999,
        b"x" * 12_000,
        b"y=1 " * 5_000,
        b"<i-j ",
    )
    dropped = 0
    for _ in range(300):
        markup = b"".join(chance.choices(pieces, k=chance.randint(1, 14)))
        expected = re.sub(rb"<([a-zA-Z][\w-]{0,30}+)[^<>]{20000,}+", rb"<\1", markup)
        assert _without_endless(markup) == expected
        dropped += expected != markup
    assert dropped > 50


def test_options_are_dropped_wherever_a_pattern_finds_them():
    chance = random.Random(2)
    pieces = [
        b"<option",
        b"<option value=1>",
        b"<options>",
        b"</option>",
        b"a",
        b">",
        b"<",
        b"<p>",
        b"x" * 600,
        b"<OPTION>",
    ]
    dropped = 0
    for _ in range(2_000):
        markup = b"".join(chance.choices(pieces, k=chance.randint(1, 14)))
        expected = re.sub(rb"<option\b[^>]{0,500}>[^<]{0,500}(?:</option>)?", b"", markup)
        assert _without_options(markup) == expected
        dropped += expected != markup
    assert dropped > 500
