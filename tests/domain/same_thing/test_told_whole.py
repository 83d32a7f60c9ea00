"""Parts that an offer of the whole thing names, and offers of the part alone."""

import pytest

from okawari.domain.same_thing import Thing, compare


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 電動ドリル HDD410 14.4V 2.0Ah 緑", "ハナダ HDD410 14.4V 2.0Ah 緑 充電器・収納ケース一式", "same"),
        ("ハナダ 電動ドリル HDD410 14.4V 2.0Ah 緑", "ハナダ HDD410 14.4V 2.0Ah 緑 充電器", "accessory"),
        ("ハナダ ステンレスボトル HSB410 350ml 白", "ハナダ HSB410 0.35L 白 パッキン一体", "same"),
        ("ハナダ ペンケース色鉛筆 HPC4100 24色", "ハナダ 色鉛筆 HPC4100 24色 缶ケース 塗り絵", "same"),
        ("ハナダ ドライコンテナ HDC410 20L クリア", "ハナダ HDC410 20リットル 保管ケース クリア", "same"),
        ("ハナダ ドライコンテナ HDC410 20L クリア", "収納ケース ハナダ HDC410 20リットル クリア", "accessory"),
        ("ハナダ ドライコンテナ 20L クリア", "ハナダ ドライコンテナ 20リットル 保管ケース クリア", "accessory"),
        ("ハナダ DVD-R HDR4100 50枚", "ハナダ DVD-R HDR4100 スピンドルケース 50枚", "same"),
        ("ハナダ 電動ドリル HDD410 14.4V 2.0Ah 緑", "ハナダ HDD410 充電器 緑", "accessory"),
        ("ハナダ 電動ドリル HDD410 14.4V 2.0Ah 緑", "ハナダ HDD410 14.4V 緑 純正充電器", "accessory"),
        ("ハナダ 電動ドリル HDD410 14.4V 2.0Ah 緑", "ハナダ HDD410用 14.4V 緑 バッテリー", "accessory"),
        ("ハナダ ステンレスボトル HSB410 350ml 白", "ハナダ HSB410 350ml 白 空箱", "accessory"),
        ("ハナダ ステンレスボトル HSB410 350ml 白", "ハナダ HSB410 350ml 黒 ボトルカバー", "accessory"),
        ("ハナダ ウォッチ 42mm 黒", "ハナダ ウォッチ 42mm 黒 バンド", "accessory"),
        ("ハナダ 茶 500ml 24本", "ハナダ 茶 500ml ボトルホルダー", "accessory"),
    ],
)
def test_a_part_is_only_said_of_a_thing_that_is_told_whole(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ パスポートケース 紺 HPC4100", "ハナダ パスポートカバー 紺 HPC4100", "same"),
        ("ハナダ レンズプロテクター 49mm", "ハナダ レンズ protector 49mm", "same"),
        ("ハナダ レンズプロテクター 49mm", "ハナダ レンズフード 49mm", "accessory"),
        ("ハナダ パスポートホルダー 紺 HPC4100", "ハナダ パスポートケース 紺 HPC4100", "accessory"),
    ],
)
def test_one_part_goes_by_several_names(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict
