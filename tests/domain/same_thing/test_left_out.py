"""What an offer leaves out: what only describes the wanted thing, and what tells it from its sisters."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare


def sameness(wanted, offer):
    return compare(Thing(wanted), Thing(offer)).sameness


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("モリノワ トコハ クリップチューナー 黒", "モリノワ トコハ チューナー 黒"),
        ("モリノワ トコハ フルフェイスヘルメット 白 L", "モリノワ トコハ 白 Lサイズ 軽量"),
        ("モリノワ トコハ 自動給水器 2L", "モリノワ トコハ 2リットル"),
        ("モリノワ トコハ 小型犬用 食事療法食 3kg", "モリノワ トコハ 小型犬用 3kg"),
    ],
)
def test_a_compound_for_the_kind_of_goods_may_be_left_out(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("モリノワ トコハ 400g マヨネーズ", "モリノワ トコハ 400g"),
        ("モリノワ トコハ デンタルフロス 30本", "モリノワ トコハ フロス 30本"),
        ("モリノワ トコハ 金魚のえさ 200g", "モリノワ トコハ 金魚 200g"),
        ("モリノワ トコハ 万能カッター L型", "モリノワ トコハ 万能カッター L型 カッターナイフ"),
        ("モリノワ トコハ 25度 1800ml パック 北国酒類", "モリノワ トコハ 25度 1800mlパック"),
        ("モリノワ トコハ 白 チャイルドシート ベルト固定", "モリノワ トコハ 白 ベルト付"),
        ("モリノワ トコハ 270錠 目の疲れ 肩こり", "モリノワ トコハ 270錠 (旧シズハ)"),
        ("モリノワ Foods トコハ 240粒", "モリノワ トコハ 240粒"),
        ("モリノワ 烏龍茶 2L 9本", "モリノワ ウーロン茶 2L 9本"),
        ("モリノワ トコハ 160ml SSサイズ乳首付き 春", "モリノワ トコハ 160ml 春"),
        ("モリノワ トコハ レシピ付き 200g", "モリノワ トコハ 200g"),
        ("モリノワ園芸 トコハスプレー 1000ml", "シズハ園芸 (旧モリノワ園芸) トコハスプレー 1000ml"),
        ("モリノワ トコハ シングルグレーンウイスキー 700ml", "モリノワ トコハ 700ml ウイスキー"),
        ("モリノワ トコハ 11インチ Liquid Retinaディスプレイ 128GB 白", "モリノワ トコハ 11インチ 128GB 白"),
        ("モリノワ トコハ (Nano II 65W) 黒", "モリノワ トコハ (NanoII 65W) 黒"),
        ("モリノワ トコハMk.III ネロ", "モリノワ トコハ Mk.3 ネロ"),
        ("モリノワ Vトコハ 15ml", "モリノワ V・トコハ 15ml"),
        ("トコハ Blu-ray 2枚組 東宝", "トコハ Blu-ray 2枚組"),
        ("モリノワ コンパクトスマートスピーカー トコハ 白", "モリノワ B09ZX7MS5B トコハ 白"),
        ("ハイポネクタジャパン トコハK 500g", "HYPONECTA トコハK 500g 緩効性肥料"),
        ("モリノワ トコハ SuperDX", "モリノワ トコハ Super DX"),
        ("モリノワ トコハ 粉 10g (カラー：ホワイト)", "モリノワ トコハ 粉 10g 白"),
        ("モリノワ トコハ 金魚のえさ 200g", "モリノワ トコハ 金魚の主食 200g"),
        ("モリノワ トコハ ロック スマートロック 黒", "モリノワ トコハ ロック 電子錠 黒"),
        ("モリノワ トコハ バドミントンシャトル 1ダース 4番", "モリノワ トコハ シャトルコック 1ダース 4番"),
        ("モリノワ USB Type Cケーブル 100W 1m 黒", "モリノワ USB-C to USB-C ケーブル 100W 1m 黒"),
    ],
)
def test_a_kind_of_goods_and_who_makes_them_may_be_left_out(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("モリノワ トコハ 400g マヨネーズ", "モリノワ トコハ 400g ドレッシング"),
        ("モリノワ トコハ デンタルフロス 30本", "モリノワ トコハ 歯間ブラシ 30本"),
        ("モリノワ トコハ 金魚のえさ 200g", "モリノワ トコハ 熱帯魚のえさ 200g"),
        ("モリノワ トコハ エプロン 紺", "モリノワ トコハ 割烹着 紺"),
        ("モリノワ トコハ 抱き枕 M 白", "モリノワ トコハ 抱き枕カバー M 白"),
        ("モリノワ トコハ 充電器 USB-C ライトニング 1m 黒", "モリノワ トコハ 充電器 USB-C 1m 黒"),
        ("モリノワ 黒烏龍茶 2L 9本", "モリノワ ウーロン茶 2L 9本"),
        ("モリノワ トコハ 160ml SSサイズ乳首付き", "モリノワ トコハ 乳首 SSサイズ"),
        ("モリノワ トコハ 12年 700ml 箱付", "モリノワ トコハ 12年 700ml"),
        ("モリノワ トコハスプレー 1000ml (旧ラベル)", "モリノワ トコハスプレー 1000ml"),
        ("カザミ園芸 トコハスプレー 1000ml", "シズハ園芸 (旧モリノワ園芸) トコハスプレー 1000ml"),
        ("モリノワ シングルグレーン トコハ 700ml", "モリノワ シングルモルト トコハ 700ml"),
        ("モリノワ トコハ (Nano II 65W) 黒", "モリノワ トコハ (Nano III 65W) 黒"),
        ("モリノワ トコハ (Nano 65W) 黒", "モリノワ トコハ (NanoII 65W) 黒"),
        ("モリノワ トコハMk.III ネロ", "モリノワ トコハ Mk.2 ネロ"),
        ("モリノワ Vトコハ 15ml", "モリノワ C・トコハ 15ml"),
        ("モリノワ コンパクトスマートスピーカー トコハ 白", "モリノワ AB12CD34E5 トコハ 白"),
        ("ハイポネクタジャパン トコハK 500g", "KARAMAZU トコハK 500g 緩効性肥料"),
        ("モリノワ トコハ SuperDX", "モリノワ トコハ Super"),
        ("モリノワ トコハ Super", "モリノワ トコハ Super DX"),
        ("モリノワ トコハ 粉 10g (カラー：ホワイト)", "モリノワ トコハ 粉 10g (カラー：ブラック)"),
        ("モリノワ トコハ 頭痛薬 40錠", "モリノワ トコハ 胃腸薬 40錠"),
        ("モリノワ トコハ 猫 主食 70g", "モリノワ トコハ 猫 おやつ 70g"),
        ("モリノワ トコハ スマートロック 黒", "モリノワ トコハ スマートリモコン 黒"),
        ("モリノワ トコハ クレンジングオイル 150ml", "モリノワ トコハ 洗顔フォーム 150ml"),
        ("モリノワ Type-C ハブ 4ポート 黒", "モリノワ Type-A ハブ 4ポート 黒"),
        ("モリノワ USB-C ケーブル 1m 黒", "モリノワ USB-A to USB-C ケーブル 1m 黒"),
        ("モリノワ トコハ 40錠 頭痛", "モリノワ トコハルナ 40錠 頭痛"),
        ("モリノワ Foods トコハ 240粒", "モリノワ Foods ウルトラトコハ 240粒"),
    ],
)
def test_another_kind_of_goods_stays_apart(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("モリノワ トコハ 蒸気機関車", "モリノワ トコハ 498"),
        ("モリノワ トコハ 救急絆創膏 M 30枚", "モリノワ トコハ Mサイズ 30枚 CL30M"),
        ("モリノワ レールセット ベーシックレールセット", "モリノワ レールセット"),
    ],
)
def test_a_compound_for_which_something_else_may_stand_stays_open(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("モリノワ トコハ 105g 歯磨き粉 口元ケア 虫歯予防 送料無料", "モリノワ トコハ 105グラム 新品"),
        ("モリノワ トコハ 500ml×24本 [炭酸水] 割り材 ペットボトル", "モリノワ トコハ 500ml 24本"),
        ("モリノワ トコハ 350錠 [整腸剤/乳酸菌/酵母菌配合]", "モリノワ トコハ 350錠 整腸剤 医薬部外品"),
        ("モリノワ トコハ 24cm 礼装 着物 七五三 成人式", "モリノワ トコハ 24cm"),
        ("モリノワ トコハ 350錠 [整腸剤/乳酸菌/酵母菌配合]", "モリノワ トコハ 350錠 乳酸菌 便秘 軟便"),
    ],
)
def test_the_list_behind_an_amount_only_describes(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("モリノワ トコハ 50ml 月夜", "モリノワ トコハ 50ml"),
        ("モリノワ トコハ 105g 歯磨き粉 ミント 虫歯予防 送料無料", "モリノワ トコハ 105g"),
        ("モリノワ トコハ 80g 鯛めし 離乳食 ベビーフード 国産", "モリノワ トコハ 80g 鮭ごはん"),
        ("モリノワ トコハ 10枚 保護 規定サイズ 国産 送料無料", "モリノワ トコハ 10枚 保護"),
        ("モリノワ トコハ 230ml 化粧水 角質ケア 乾燥肌 国産", "モリノワ トコハ 230ml 用 ディスペンサー"),
        ("モリノワ シズハ トコハ 105g 歯磨き粉 虫歯予防 送料無料", "モリノワ トコハ 105g"),
    ],
)
def test_the_name_of_a_sister_stays_open_behind_an_amount_too(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        (
            "モリノワ シズハナ 密封 チャック付き タテヨコノソバ 500g",
            "モリノワ シズハナ チャック付き タテヨコノソバ 500g",
        ),
        ("モリノワ シズハナ パスタ スパゲッティーニ ナガホソ 5kg", "モリノワ シズハナ スパゲッティーニ ナガホソ 5kg"),
        ("モリノワ シズハナ 特濃 ウルオイハダ ツメカエヨウ 170ml", "モリノワ シズハナ ウルオイハダ ツメカエヨウ 170mL"),
    ],
)
def test_a_small_part_in_the_midst_may_be_left_out_where_much_agrees(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("モリノワ シズハナ 密封 チャック付き タテヨコノソバ", "モリノワ シズハナ チャック付き タテヨコノソバ"),
        ("モリノワ ドラム シズハ 1350g", "モリノワ シズハ 1350g"),
        (
            "モリノワ シズハナ ミント ウルオイハダ ツメカエヨウ 170ml",
            "モリノワ シズハナ ウルオイハダ ツメカエヨウ 170ml",
        ),
        (
            "モリノワ シズハナ ウルオイハダ 若竹の香り ツメカエヨウ 170ml",
            "モリノワ シズハナ ウルオイハダ ツメカエヨウ 170ml",
        ),
        ("モリノワ シズハナ GR ウルオイハダ ツメカエヨウ 170ml", "モリノワ シズハナ ウルオイハダ ツメカエヨウ 170ml"),
        ("モリノワ シズハナ カイテキソウ ウルオイハダ 170ml", "モリノワ シズハナ ウルオイハダ 170ml"),
    ],
)
def test_what_may_tell_a_sister_in_the_midst_stays_open(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("モリノワ トコハガワ ストラコレーター 青", "モリノワ トコハガワ ストラコ 青"),
        ("モリノワ トコハガワ ペンダントコノハ 20cm", "モリノワ トコハガワ ペンダント 20cm"),
        ("森輪鞄製造所 トコハガワ 長財布 茶", "森輪鞄 トコハガワ 長財布 ブラウン"),
    ],
)
def test_a_word_may_be_cut_short_beside_another_of_the_name(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("パナソニック ストラコレーター 青", "パナソニック ストラコ 青"),
        ("モリノワ トコハガワ ハイペンダント 20cm", "モリノワ トコハガワ ペンダント 20cm"),
        ("モリノワ トコハガワ ストラコレーター 青", "モリノワ シズク トコハガワ ストラコ 青"),
        ("モリノワ トコハガワ ストラコミント 100g", "モリノワ トコハガワ ストラコ 100g"),
    ],
)
def test_a_name_that_is_all_cut_short_or_lacks_its_beginning_stays_open(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer", "is_same"),
    [
        ("RG 1/144 νゴンドラ 色分け済みプラモデル", "RG 1/144 RX-93 νゴンドラ プラモデル", True),
        ("EG 1/144 ストライカ 色分け済みプラモデル", "EG 1/144 GAT-X105 ストライカ プラモデル", True),
        ("RG 1/144 νゴンドラ 色分け済みプラモデル", "RG 1/144 RX-93-2 Hi-νゴンドラ プラモデル", False),
        ("RG 1/144 νゴンドラ 色分け済みプラモデル", "MG 1/144 RX-93 νゴンドラ プラモデル", False),
    ],
)
def test_the_number_of_the_machine_stands_for_no_kind_of_kit(wanted, offer, is_same):
    assert (sameness(wanted, offer) is Sameness.SAME) is is_same
