"""HTML as a person sees it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.reading.html import looks_like_html, read_html


def text(html):
    return read_html(html).text


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("a<br>b", "a\nb"),
        ("<div>a</div><div>b</div>c", "a\nb\nc"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        (
            "<table><tr><td>注文番号</td><td>250-1</td></tr><tr><td>合計</td><td>1,010円</td></tr></table>",
            "注文番号\t250-1\n合計\t1,010円",
        ),
        ("<table><tr><td><div>a</div><div>b</div></td><td>c</td></tr></table>", "a\nb\nc"),
        ("a\n b\t&nbsp;c", "a b c"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<b>注文</b>番号", "注文番号"),
        ("&yen;1,010 &amp; &#12354;", "¥1,010 & あ"),
        ("a<script>x</script><style>y</style><title>z</title><!-- w -->b", "ab"),
        ("<h1>a</h1>b", "a\n\nb"),
        ("", ""),
        ("a　b", "a　b"),
    ],
)
def test_lines_are_those_on_the_screen(html, lines):
    assert text(html) == lines


def test_a_picture_that_stands_for_a_name_is_its_text():
    assert text('<td><img src="i.jpg" alt="解熱鎮痛薬 24錠"></td>') == "解熱鎮痛薬 24錠"
    assert text('よかった<img alt="😀">です') == "よかった😀です"


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "display: NONE !important",
        "visibility:hidden",
        "opacity:0",
        "font-size:0",
        "font-size:0px;line-height:0",
        "font-size: 1px",
        "mso-hide:all",
        "max-height:0;overflow:hidden",
        "overflow: hidden; height: 0px",
        "text-indent:-9999px",
        "position:absolute;left:-9999px",
        "color:#ffffff",
        "color:#fff",
        "color: white",
        "color:rgb(255, 255, 255)",
        "color:#fefefe",
        "color:#fff;background-color:#ffffff",
        "color:transparent",
    ],
)
def test_hidden_text_is_left_out(style):
    assert text(f'<p>a</p><div style="{style}">隠し<b>文字</b></div><p>b</p>') == "a\n\nb"


@pytest.mark.parametrize(
    "html",
    [
        '<table><tr><td bgcolor="#232F3E"><a style="color:#fff">x</a></td></tr></table>',
        '<div style="background:#000"><p><span style="color:#ffffff">x</span></p></div>',
        '<div style="background:url(a.png)"><span style="color:#ffffff">x</span></div>',
        '<table background="a.png"><tr><td style="color:#fff">x</td></tr></table>',
        '<style>.b{background:#000}</style><div class="b"><span style="color:#ffffff">x</span></div>',
        '<div style="font-size:10px">x</div>',
        '<div style="font-size:1em">x</div>',
        '<div style="font-size:1.2rem">x</div>',
        '<td style="font-size:0px"><div style="font-size:13px">x</div></td>',
        '<div style="color:#fff"><span style="color:#000">x</span></div>',
        '<div style="opacity:0.5">x</div>',
        '<div style="max-height:0">x</div>',
        '<style>@media screen{.m{display:none}}</style><p class="m">x</p>',
        '<div style="height:100px;overflow:hidden">x</div>',
        '<div style="background-color:#333;color:#fff">x</div>',
    ],
)
def test_what_can_be_seen_is_kept(html):
    assert text(html) == "x"


def test_classes_of_a_style_sheet_hide_too():
    assert text("<style>td.a, .pre { display:none }</style><p class='x pre'>a</p><p>b</p>") == "b"


def test_hidden_inside_hidden_is_left_out_once():
    assert text('<div style="display:none">a<div style="display:none">b</div></div><i hidden>c</i>d') == "d"


def test_links_come_with_what_a_person_clicks():
    html = '<a href="https://a.example/"> 注文\n<b>履歴</b></a><a href="b"><img alt="絵"></a><a href="#x">x</a><a>y</a>'
    assert [(a.href, a.text) for a in read_html(html).anchors] == [("https://a.example/", "注文 履歴"), ("b", "絵")]


def test_links_take_the_base_and_forms_count():
    html = '<base href="https://evil.example/x/"><a href="y">z</a><form action="https://f.example"></form>'
    assert [a.href for a in read_html(html).anchors] == ["https://evil.example/x/y", "https://f.example"]


def test_hidden_links_are_kept_as_evidence():
    assert len(read_html('<div style="display:none"><a href="https://evil.example">x</a></div>').anchors) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000,
        "<ul><li>" * 60_000,
        "<p " + " ".join(f"a{i}" for i in range(60_000)) + ">",
        "<p " + "".join(f'a{i}=">"' for i in range(60_000)) + ">",
        "".join(f"<p><b style='color:#{i:06x}'>x" for i in range(6000)),
        "<p style='font-size:0'><b style='font-size:0'>x" * 5000,
        "<style>" + "@media{" * 5000 + "a{b" * 9000 + "</style>",
        "<" * 300_000,
        "<!--" * 100_000,
    ],
)
def test_hostile_markup_is_read_in_bounded_time(html):
    begun = time.process_time()
    read_html(html)
    assert time.process_time() - begun < 1.5


def test_plain_text_that_is_html_is_known():
    assert looks_like_html("<html><body><p>x</p></body></html>")
    assert not looks_like_html("From: <a@b.example>\n1 < 2 > 0\n<https://a.example>")


@given(st.text(alphabet="<>/=\"' abdivpstyle:;#f0none\x1e\x1f\n&", max_size=200))
def test_any_markup_is_read(html):
    seen = read_html(html)
    assert not {"\x1e", "\x1d", "\x1f"} & set(seen.text)
