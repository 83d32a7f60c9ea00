"""Whatever a mail holds, the reader answers in bounded time, and never with figures that contradict each other."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okawari.domain.mail import Link
from tests.sources.amazon_jp.mails import NUMBER, read

PIECES = st.sampled_from(
    [
        "注文番号",
        f"注文番号： {NUMBER}",
        "250-7654321-1234567",
        "* 品物 甲",
        "  つづきの行",
        "  数量: 2",
        "数量：",
        "３点",
        "1,010 JPY",
        "￥ 2,020",
        "合計",
        "合計 ￥2,020",
        "商品の小計： ￥ 2,020",
        '1 "古い題名"',
        "作者; DVD; ￥ 500",
        "領収書/購入明細書",
        "注文日： 2020/04/27",
        "               品物 乙 - 2点",
        "=" * 70,
        "支払い方法",
        "クレジットカード（Visa）： ￥ 907",
        "返金額: 2,020円",
        "返金先",
        "在庫切れのため、ご注文をキャンセルいたしました。",
        "[image: 品物",
        "丙]",
        "> 引用",
        "お届け予定日： 2026/11/25 -",
        "販売: 甲商店",
        "",
        "\u202b\u034f",
    ]
)
LINES = st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=40)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30), LINES)
def test_figures_never_contradict_each_other(subject, lines):
    said = read(subject, "日本\n" + "\n".join(lines))
    for part in said.orders:
        assert part.number == "" or re.fullmatch(r"(?:\d{3}|[DPS]\d{2})-\d{7}-\d{7}", part.number)
        for item in part.items:
            assert item.title.strip()
            assert item.quantity is None or item.quantity >= 0
            if item.price is not None and item.quantity:
                assert item.line_total == item.price.times(item.quantity)
    assert (said.cancel is not None) == (said.kind in {"cancelled", "partially_cancelled", "cancel_requested"})


@pytest.mark.parametrize(
    "text",
    [
        "注文番号" + " " * 300_000 + "x",
        f"{NUMBER}\n" * 30_000,
        "\n".join(f"250-{n:07}-{n:07}" for n in range(30_000)),
        "* 品\n  数量: 1\n  10 JPY\n" * 20_000,
        "在庫切れ" * 100_000,
        "「" * 100_000,
        "[image: " * 50_000,
        "キャンセル、" * 50_000 + "ました",
        "お届け予定日：\n" * 30_000,
        '1 "\n' * 50_000,
        "領収書/購入明細書\n" + "   題\n" * 50_000 + "￥ 1",
        "支払い方法 " * 50_000,
        "の" * 200_000 + "でお支払い額：",
        "> " * 100_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_hostile_mail_is_answered_soon(text):
    links = tuple(Link(f"https://www.amazon.co.jp/dp/B0{n:08}", "www.amazon.co.jp", "品") for n in range(5_000))
    began = time.process_time()
    read("日本", f"日本 {NUMBER}\n{text}", links=links)
    assert time.process_time() - began < 1
