"""Parts of which a title says that they come along."""

import pytest

from okawari.domain.same_thing import Thing, compare


@pytest.mark.parametrize(
    "offer",
    [
        "ハナダ カメラ HMC410 専用ケース付",
        "ハナダ カメラ HMC410 専用ケース付き",
        "ハナダ カメラ HMC410 フィルム貼付済",
        "ハナダ カメラ HMC410 フィルター交換不要",
        "ハナダ カメラ HMC410 充電器同梱",
        "ハナダ カメラ HMC410 w/ Case",
        "ハナダ カメラ HMC410 Charger Included",
        "ハナダ カメラ HMC410 (includes charger)",
        "ハナダ カメラ HMC410 単3電池2本付属",
    ],
)
def test_a_part_comes_along(offer: str) -> None:
    assert compare(Thing("ハナダ カメラ HMC410"), Thing(offer)).sameness == "same"


@pytest.mark.parametrize(
    "offer",
    [
        "ハナダ カメラ HMC410 専用ケース",
        "ハナダ カメラ HMC410 専用ケース ストラップ付",
        "ハナダ カメラ HMC410 フィルム",
        "ハナダ カメラ HMC410用 フィルター",
        "ハナダ カメラ HMC410 Case",
        "Charger for ハナダ カメラ HMC410",
    ],
)
def test_a_part_is_offered_alone(offer: str) -> None:
    assert compare(Thing("ハナダ カメラ HMC410"), Thing(offer)).sameness == "accessory"


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 防災ラジオ 手回し 白", "ハナダ 防災ラジオ 手回し 白 単3電池式", "same"),
        ("ハナダ 充電池 単3形 白", "ハナダ 充電池 単4形 白", "variant"),
    ],
)
def test_cells_are_told_of_what_takes_them(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ミニカー 赤", "ハナダ ミニカー 用 アルミホイール 4個", "accessory"),
        ("ハナダ パスタ 200g×5袋", "ハナダ パスタ用 トング 8本", "accessory"),
        ("ハナダ スーツケース 36L 黒", "ハナダ スーツケース専用 ラゲッジタグ セット", "accessory"),
        ("ハナダ ミニカー 赤", "ハナダ ミニカー 赤 4個", "variant"),
        ("ハナダ ミニカー 用 アルミホイール 赤 4個", "ハナダ ミニカー 用 アルミホイール 赤 8個", "variant"),
        ("ハナダ 加湿器 HKS410", "ハナダ 加湿器 HKS520 車用", "variant"),
    ],
)
def test_what_is_made_for_a_thing_is_no_variant_of_it(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハナダ シーリングライト 6畳 HCE-2006", "ハナダ シーリングライト 6畳用 リモコン付 HCE-2006"),
        ("ハナダ 有線イヤホン HE100 ブラック", "ハナダ HE100 有線イヤホン ブラック イヤーチップ3サイズ付属"),
        ("ハナダ ホットプレート HBQ-12 レッド", "ハナダ ホットプレート HBQ-12 レッド プレート2種"),
        ("ハナダ スマートリモコン HR-WFIREX4", "ハナダ HR-WFIREX4 Alexa・Google Home・Siri 対応 スマートリモコン"),
        ("ハナダ 収納ケース ロッカー M-40 グレー", "ハナダ 収納ケースロッカー M-40 グレー"),
        ("ハナダ レンズケア 355ml 3本", "ハナダ レンズケア 355ml×3本 ソフトコンタクト用洗浄液"),
        ("ハナダ 旅の本 京都 2025", "ハナダ 旅の本 京都 2025 旅行ガイドブック"),
        (
            "ハナダ レンズ交換式カメラ HLC-6400L パワーズームレンズキット 黒",
            "ハナダ HLC-6400L 黒 パワーズームレンズキット",
        ),
    ],
)
def test_parts_and_kits_are_told_of_the_thing(wanted: str, offer: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == "same"


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハナダ シーリングライト 6畳 HCE-2006", "ハナダ HCE-2006用 リモコン付"),
        ("ハナダ シーリングライト 6畳 HCE-2006", "ハナダ シーリングライト 6畳用 HCE-2006 リモコン"),
        ("ハナダ 有線イヤホン HE100 ブラック", "ハナダ HE100 イヤーチップ 3サイズ ブラック"),
        ("ハナダ ホットプレート HBQ-12 レッド", "ハナダ ホットプレート HBQ-12 プレート"),
        ("ハナダ スマートリモコン HR-WFIREX4", "ハナダ HR-WFIREX4対応 アダプター"),
        ("ハナダ 収納ケース ロッカー M-40 グレー", "ハナダ ロッカー M-40 グレー"),
        ("ハナダ シェーバー HS-500X", "ハナダ シェーバー HS-500X 用洗浄液"),
        ("ハナダ ゲーム 京都 2025", "ハナダ ゲーム 京都 2025 公式ガイドブック"),
        ("ハナダ レンズ交換式カメラ HLC-6400L 黒", "ハナダ HLC-6400L 黒 パワーズームレンズキット"),
    ],
)
def test_parts_and_kits_are_offered(wanted: str, offer: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness != "same"
