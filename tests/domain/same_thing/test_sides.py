"""Sides, amounts and years that one title tells in another way, or that the number in both tells."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare


def verdict(wanted: str, offer: str) -> Sameness:
    return compare(Thing(wanted), Thing(offer)).sameness


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ 電気カーペット 180×90cm HWC-201 本体", "電気カーペット 本体 ハマノ HWC-201 180×90 省エネ"),
        ("ハマノ こたつテーブル 80×80cm HKT-80A ブラウン", "ハマノ HKT-80A こたつ テーブル 80×80 正方形 ブラウン"),
        ("ハマノ 遮光カーテン リーフ ベージュ 100×178×2", "ハマノ 遮光カーテン リーフ ベージュ 幅100×丈178cm×2枚"),
        ("ハマノ カラーボックス 3段 CB-3 ナチュラル 幅42×奥行29×高さ88cm", "ハマノ カラーボックス CB-3 3段 ナチュラル"),
        ("ハマノ 噴霧器 ミストール HS-5B 5L", "ハマノ HS-5B 噴霧器 ミストール"),
        ("ハマノ キックスクーター K12 ブルー X12 12インチ", "ハマノ キックスクーター K12 ブルー X12"),
        ("ハマノ ワイヤレスマウス Mサイズ HM650GR グレー", "ハマノ HM650GR 無線マウス グレー 静音"),
        ("ハマノ PEライン 1号 22lb 200m", "ハマノ PEライン 1号 22ポンド 200m"),
        ("ハマノ 卓上カレンダー 2026年 KC-1202", "ハマノ KC-1202 卓上カレンダー 令和8年"),
        ("ハマノ コシヒカリ 新潟県産 5kg 2025年産", "ハマノ コシヒカリ 新潟県産 5kg 7年産"),
        ("ハマノ 快適肌着 メンズ 半袖 21557W 白 3枚組", "HAMANO 快適肌着 紳士 半袖 21557W ホワイト 3枚組"),
    ],
)
def test_the_same_is_told_in_another_way(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ こたつテーブル 80×80cm HKT-80A ブラウン", "ハマノ HKT-80A こたつ テーブル 120×80 ブラウン"),
        ("ハマノ ラグ シャイン ベージュ 185×185cm", "ハマノ ラグ シャイン ベージュ 130×185cm"),
        ("ハマノ タオル 業務用 白 34×85 12枚", "ハマノ タオル 業務用 白 34×85 24枚"),
        ("ハマノ 竹串 丸 100 白", "ハマノ 竹串 丸 100×12 白"),
        ("ハマノ 遮光カーテン リーフ ベージュ 100×178×2", "ハマノ 遮光カーテン リーフ ベージュ 幅100×丈200cm×2枚"),
        ("ハマノ 遮光カーテン リーフ ベージュ 100×178×2", "ハマノ 遮光カーテン リーフ ベージュ 幅100×丈178cm×4枚"),
        ("ハマノ ラグ シャイン SH-1 ベージュ 130×185cm", "ハマノ ラグ シャイン SH-1 ベージュ"),
        ("ハマノ カラーボックス 3段 ナチュラル 幅42×奥行29×高さ88cm", "ハマノ カラーボックス 3段 ナチュラル"),
        ("ハマノ 噴霧器 ミストール HS-B 5L", "ハマノ HS-B 噴霧器 ミストール"),
        ("ハマノ 噴霧器 ミストール HS-5B 5L", "ハマノ HS-5B 噴霧器 ミストール 10L"),
        ("ハマノ キックスクーター K12 ブルー X12 14インチ", "ハマノ キックスクーター K12 ブルー X12"),
        ("ハマノ 卓上カレンダー 2026年 KC-1202", "ハマノ KC-1202 卓上カレンダー 令和7年"),
        ("ハマノ コシヒカリ 新潟県産 5kg 2025年産", "ハマノ コシヒカリ 新潟県産 5kg 6年産"),
        ("ハマノ 快適肌着 メンズ 半袖 21557W 白 3枚組", "HAMANO 快適肌着 紳士 半袖 21558W ホワイト 3枚組"),
        ("ハマノ ワイヤレスマウス Mサイズ HM650GR グレー", "ハマノ HM650GR 無線マウス グレー Lサイズ"),
        ("ハマノ 手袋 HG650 Mサイズ 黒", "ハマノ 手袋 HG650 黒"),
        ("ハマノ 発電機 静音 10000W", "ハマノ 発電機 静音 12000W"),
    ],
)
def test_another_size_or_year_is_another_article(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is not Sameness.SAME
