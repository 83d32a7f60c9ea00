"""Selectors without the parts that cannot match, against the whole ones."""

import random

import pytest
from selectolax.lexbor import LexborHTMLParser

from okawari.reading.page.microdata import _PROPERTIES
from okawari.reading.page.selectors import Selector
from okawari.reading.page.sites import _every_mark
from okawari.reading.page.visible import _BUTTONS, _LINKS, _OTHERS, _TABLES, _price_nodes

SELECTORS = {
    "others": _OTHERS,
    "prices": _price_nodes("ja"),
    "buttons": _BUTTONS,
    "links": _LINKS,
    "tables": _TABLES,
    "marks": _every_mark(),
    "properties": _PROPERTIES,
}
PIECES = [
    *("<nav>", "<footer>", "<select>", "</select>", "<aside x>", "<s>", "</s>", "<del>", "<strike>", "<DataList\n>", "<table><tr><td>"),
    *("<i id=footer>", "<p hidden>", '<i id="okawari-title">', "<img alt='SOLD out'>", "<image alt='売り切れ'>", "<img alt='&#22770;'>"),
    *("<img alt='&#x5728;庫'>", "<IMG ALT=品切>", "<b class=xPRICEx>", "<b id=pr&#x69;ce>", "<b class='&#112rice'>", "<b data-price>"),
    *("<b itemprop=price>", "<b itemprop=PRICE>", "<i class=Kakaku>", "<button>", "<BUTTON>", "<input type=Submit>", "<input type='i&#109;age'>"),
    *("<b role=button>", "<a class='Add-To-Cart'>", "<a href=/cart>", "<a href='/c&#0097;rt'>", "<a id=buy>", "<img alt=カート>", "<a>"),
    *("<span id=productTitle>", "<b class=ec-productRole__title>", "<b class='ec&#45;productRole__price'>", "<b data-id=makeshop-item-1>"),
    *("<p id=js_scl_unitPrice>", "</b>", "</a>", "</p>", "price", "button &#165; &#39;", "<!-- <nav> -->", "<script><aside></script>"),
]  # fmt: skip


@pytest.mark.parametrize("name", SELECTORS)
def test_the_same_nodes_are_found(name):
    selector, dice = SELECTORS[name], random.Random(name)
    found, shorter = 0, 0
    for _ in range(1500):
        markup = "".join(dice.choices(PIECES, k=dice.randint(1, 8)))
        tree = LexborHTMLParser(markup)
        css = selector.within(markup.encode().lower())
        nodes = [node.mem_id for node in tree.css(css)] if css else []
        assert nodes == [node.mem_id for node in tree.css(selector._css)], markup
        found += bool(nodes)
        shorter += len(css) < len(selector._css)
    assert found > 50
    assert shorter > 500


def test_only_parts_whose_word_stands_there_are_asked_for():
    selector = Selector('nav,b.Sale,[data-x],[alt*="売" i],a:is([href*="Cart"],[id^=buy])')
    assert selector.within(b"<p>nothing") == ""
    assert selector.within(b"<nav><a href=/cart>") == 'nav,a:is([href*="Cart"])'
    assert selector.within("<b class=sale><i alt=売>".encode()) == 'b.Sale,[alt*="売" i]'
    assert selector.within(b"<b id=buyer data-x>") == "[data-x],a:is([id^=buy])"
