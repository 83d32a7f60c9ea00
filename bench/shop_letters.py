"""Letters of shops as the benchmark's mailbox holds them, near to real layouts."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

GOODS = [
    "解熱鎮痛薬 24錠",
    "ワイヤレスマウス 静音 ブラック",
    "単3形乾電池 20本パック",
    "コーヒー豆 深煎り 500g",
    "文庫本 山の向こう",
    "USB-C ケーブル 2m",
    "LED電球 60W形 昼白色",
    "子ども用レインコート 110cm",
]


@dataclass(frozen=True)
class Letter:
    """A shop's letter: who sends it, what it is called, its lines, and whether the shop writes plain text only."""

    name: str
    address: str
    subject: str
    lines: list[str]
    plain_only: bool = False


def letter(dice: random.Random) -> Letter:
    """Return one letter of one shop."""
    shops: list[Callable[[random.Random], Letter]] = [_amazon_placed, _amazon_shipped, _amazon_cancelled]
    shops += [_yodobashi_placed, _yodobashi_cancelled, _small_shop]
    return dice.choices(shops, [30, 25, 5, 15, 3, 22])[0](dice)


def _amazon_number(dice: random.Random) -> str:
    return f"{dice.choice(['249', '250', '503'])}-{dice.randrange(10**7):07}-{dice.randrange(10**7):07}"


def _amazon_lines(dice: random.Random, opening: list[str], *, totals: bool) -> tuple[str, list[str]]:
    lines, total, first = [*opening, "", "注文番号", _amazon_number(dice), ""], 0, ""
    for goods in dice.sample(GOODS, dice.choice([1, 1, 1, 2, 3])):
        price, count = dice.randrange(300, 30_000), dice.choice([1, 1, 1, 2])
        lines += [f"* {goods}", f"  数量: {count}", f"  {price:,} JPY", ""]
        total += price * count
        first = first or goods
    if totals:
        lines += ["合計", f"{total:,} JPY"]
    return first, lines


def _amazon_placed(dice: random.Random) -> Letter:
    opening = ["    佐藤花子様、ご注文ありがとうございます。", "注文済み", "発送済み", "配達中", "配達済み"]
    goods, lines = _amazon_lines(dice, opening, totals=True)
    return Letter("Amazon.co.jp", "auto-confirm@amazon.co.jp", f"注文済み: 「{goods}」", lines)


def _amazon_shipped(dice: random.Random) -> Letter:
    opening = ["商品が発送されました", "注文済み", "発送済み", "配達中", "配達済み"]
    goods, lines = _amazon_lines(dice, opening, totals=False)
    return Letter("Amazon.co.jp", "shipment-tracking@amazon.co.jp", f"発送済み: 「{goods}」", lines)


def _amazon_cancelled(dice: random.Random) -> Letter:
    sorry = "誠に申し訳ございませんが、在庫切れのため、以下のご注文をキャンセルさせていただきました。"
    _, lines = _amazon_lines(dice, ["佐藤花子様", "", sorry], totals=True)
    return Letter("Amazon.co.jp", "order-update@amazon.co.jp", "ご注文のキャンセルのお知らせ", lines)


def _yodobashi_placed(dice: random.Random) -> Letter:
    price = dice.randrange(300, 30_000)
    lines = [
        "このたびはヨドバシ・ドット・コムでのお買い物、ありがとうございます。",
        "",
        f"【ご注文番号】 {dice.randrange(7 * 10**9, 8 * 10**9)}",
        "---------------------------------------------------------------",
        "・ご注文日　　　　　　　　　　　2026年11月20日",
        "",
        f"【ご注文金額】今回のお買い物合計金額　　　　      {price:,} 円",
        "---------------------------------------------------------------",
        f"・クレジットカードでのお支払い　　          {price:,} 円",
        "",
        "【ご注文商品】",
        "---------------------------------------------------------------",
        f"・「{dice.choice(GOODS)}」",
        "",
        f"　　合計 1 点　   {price:,} 円",
        "",
        "・配達料金：　　0 円",
        "",
        "【お支払方法】クレジットカード",
    ]
    subject = "ヨドバシ・ドット・コム：ご注文ありがとうございます"
    return Letter("ヨドバシ・ドット・コム", "thanks_gochuumon@yodobashi.com", subject, lines, plain_only=True)


def _yodobashi_cancelled(dice: random.Random) -> Letter:
    lines = [
        f"【変更対象のご注文番号】 {dice.randrange(7 * 10**9, 8 * 10**9)}",
        "─────────────────────────────",
        "●変更ご依頼内容：",
        "　　注文商品の全部キャンセル",
        "─────────────────────────────",
        "",
        "お待ちいただいておりました商品は、入荷できないことがわかりました。",
        "ご注文をキャンセルいたしましたことをお詫び申し上げます。",
        "",
        "【キャンセル対象のご注文商品】",
        "---------------------------------------------------------------",
        f"・「{dice.choice(GOODS)}」",
        f"　　1 点　   {dice.randrange(300, 30_000):,} 円",
        "・配達料金：　　0 円",
    ]
    subject = "ヨドバシ・ドット・コム：ご注文内容変更のご連絡"
    return Letter("ヨドバシ・ドット・コム", "cancel@yodobashi.com", subject, lines, plain_only=True)


def _small_shop(dice: random.Random) -> Letter:
    price = dice.randrange(300, 30_000)
    lines = [
        "くらしの道具店をご利用いただき、ありがとうございます。",
        "次の内容でご注文を承りました。",
        "",
        f"ご注文番号：K{dice.randrange(10**8):08}",
        "ご注文日：2026年11月20日",
        f"商品名：{dice.choice(GOODS)}",
        "数量：1",
        f"合計金額：{price:,}円",
        "お支払い方法：クレジットカード",
    ]
    return Letter("くらしの道具店", "order@kurashi-dougu.example", "ご注文ありがとうございます", lines)
