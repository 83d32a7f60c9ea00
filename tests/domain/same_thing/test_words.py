"""Words of titles that only one of two has: what they tell, and what they do not."""

import pytest

from okawari.domain.same_thing import Thing, compare


def verdict(wanted, offer):
    return compare(Thing(wanted), Thing(offer)).sameness.value


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        # What a thing is for stands behind "for", in English.
        (
            "Sony PlayStation 5 DualSense コントローラー ホワイト",
            "Sony DualSense Controller for PlayStation 5 White",
            "same",
        ),
        ("ロジクール M750 グラファイト", "Logicool M750 Graphite for Windows", "same"),
        ("SONY WH-1000XM5 ブラック", "Headphone hanger for Sony WH-1000XM5 Black", "accessory"),
        # "Full" and "First" are no editions of their own.
        ("ケンウッド DRV-MR775C", "ケンウッド ドライブレコーダー DRV-MR775C Full HD", "same"),
        # A limited edition is told as such twice.
        ("椎名林檎 放生会 初回生産限定盤", "椎名林檎 放生会【初回生産限定盤】《限定》", "same"),
        # All volumes.
        ("ダンジョン飯 全巻セット（1-14巻）", "ダンジョン飯 1-14巻セット 九井諒子", "same"),
        ("ダンジョン飯 全巻セット（1-14巻）", "ダンジョン飯 1-13巻セット 九井諒子", "variant"),
        # A keyboard's language is told by its layout too.
        ("REALFORCE R3 日本語配列", "REALFORCE R3 US配列", "variant"),
        # What wraps a thing is no box of several.
        ("グレンフィディック 12年 700ml", "Glenfiddich グレンフィディック 12年 700ml with Box", "same"),
        ("遊戯王 デュエリスト パック 3", "遊戯王 デュエリスト パック 3 BOX", "variant"),
    ],
)
def test_english_words_mean_what_they_do_in_english(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("スノーピーク 焚火台 ベース ST-032", "スノーピーク ST-032 焚火台 新品", "same"),
        ("キングジム ファイル クリヤー 09876 青", "キングジム クリヤーファイル 青 09876 透明表紙", "same"),
        ("レゴ シティ 消防署 デラックス 60321", "レゴ シティ 60321 消防署", "same"),
        # What stands directly behind a short code belongs to it.
        ("ヨネックス EX44 パワー 青", "ヨネックス EX44 青", "unsure"),
        # A round number names no article.
        ("Anker PowerCore 10000 ブラック", "Anker PowerCore Slim 10000 ブラック", "variant"),
    ],
)
def test_words_are_left_out_beside_a_code_that_names_the_thing(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("山形県産つや姫 5kg", "山形産 つや姫 5kg", "same"),
        ("秋田県産ササニシキ 5kg", "秋田県産ささにしき 5kg 白米", "same"),
        ("エリス クリニーク ティシュ 10枚", "エリス クリニーク ティッシュ 10枚", "same"),
        ("森永 こつぶっこ 110g", "Morinaga Kotsubukko 110g", "same"),
        ("宝酒造 黒よかいち 25度 1800ml", "宝酒造 白よかいち 25度 1800ml", "unsure"),
        ("絵本 のらねこぐんだん アイス 工藤ノリコ", "The Secret Garden アイス", "unsure"),
    ],
)
def test_a_word_is_known_in_other_letters(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("アリィー クロノビューティ 60ml", "ALLIE アリィー クロノビューティ 60ml 一度だけ使用", "variant"),
        ("アリィー クロノビューティ 60ml", "使いかけ アリィー クロノビューティ 60ml", "variant"),
        ("速読英単語 必修編 改訂第7版", "速読英単語 必修編 改訂第7版 裁断済み", "variant"),
        ("ROBOT魂 グフ", "ROBOT魂 グフ 新品 輸送箱なし", "same"),
        ("マキタ MUR194DZ 本体のみ", "マキタ MUR194DZ 本体", "same"),
        ("ディオール ソヴァージュ オードトワレ 60ml 並行輸入品", "ディオール ソヴァージュ オードトワレ 60ml", "same"),
        (
            "ディオール ソヴァージュ オードトワレ 60ml",
            "ディオール ソヴァージュ オードトワレ 60ml 並行輸入品",
            "variant",
        ),
    ],
)
def test_the_state_of_a_thing_is_told_in_many_ways(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("ディオール ソヴァージュ オードトワレ 60ml", "Dior ソヴァージュ EDT SP 60ml メンズ", "same"),
        ("ディオール ソヴァージュ オー ドゥ トワレ 60ml", "Dior ソヴァージュ Eau de Toilette Spray 60ml", "same"),
        ("ディオール ソヴァージュ オードトワレ 60ml", "Dior ソヴァージュ EDP 60ml", "variant"),
        ("ディオール ソヴァージュ オードトワレ 60ml", "ディオール ソヴァージュ 60ml", "unsure"),
        ("キリン 午後の紅茶 500mlペットボトル×24本", "キリン 午後の紅茶 500ml缶×24本", "variant"),
        ("キリン 午後の紅茶 500ml×24本", "キリン 午後の紅茶 500ml PET×24本", "same"),
        ("エーザイ チョコラBB 60錠", "エーザイ 大人のチョコラBB 60錠", "unsure"),
        ("ニベア ディープクリア 100g", "ニベア 男ディープクリア 100g", "unsure"),
        ("リーメント ぷちサンプル パン屋", "リーメント ぷちサンプル パン屋 女の子 プレゼント", "same"),
        ("銀魂 45 (ジャンプコミックス)", "銀魂 45 (ジャンプコミックスDIGITAL)", "variant"),
        ("ナリス アクメディカ 美白 50ml", "ナリス アクメディカ 美白 50ml 用 ポンプ", "accessory"),
        ("三菱 霧ヶ峰 MSZ-S2825 10畳", "三菱 霧ヶ峰 10畳用 MSZ-S2825 ホワイト", "same"),
    ],
)
def test_words_that_part_sisters_are_heeded_and_others_are_not(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("キリン 一番搾り 350ml×24本", "Kirin 一番搾り Beer 350ml x 24 cans", "same"),
        ("イヴ ソフィーナ クラリス 40ml", "Sofina イヴ クラリス Sunscreen 40ml", "same"),
        ("キリン 一番搾り 350ml×24本", "Kirin 一番搾り Stout 350ml x 24 cans", "unsure"),
    ],
)
def test_sorts_of_goods_in_english_describe(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        # Who wrote a book stands apart from its brackets.
        ("羊と鋼の森", "羊と鋼の森 [ 宮下奈都 ]", "same"),
        ("深夜特急 1", "深夜特急 2 [ 沢木 耕太郎 ]", "variant"),
        ("老人と海 光文社 単行本", "老人と海 小川高義訳 光文社 単行本", "same"),
        ("言語学大問題集 三修社書店", "言語学大問題集 三修社書店 新訳", "unsure"),
        ("宮本浩次 ROMANCE 通常盤 CD", "ROMANCE（通常盤）／宮本浩次[CD]【返品種別A】", "same"),
        ("宮本浩次 ROMANCE 通常盤 CD", "宮本浩次 ROMANCE 通常盤 カバーアルバム", "same"),
    ],
)
def test_who_worked_at_a_book_or_an_album_may_be_named(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("フマキラー カダン 450ml", "フマキラー 殺虫剤 カダン 450ml", "same"),
        ("サンケイ スミチオン 100ml", "サンケイ スミチオン 粒剤 100ml", "unsure"),
        ("柳屋 あんず油 60ml", "柳屋 あんず油 60ml 無着色 無鉱物油", "same"),
        ("柳屋 あんず油 60ml", "柳屋 あんず油 60ml 無香料", "unsure"),
        ("アウロ ワックス 500ml", "アウロ ワックス 500ml クロス付", "same"),
    ],
)
def test_what_a_thing_is_and_what_comes_along_describes(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("学研 星座早見 2027年 卓上カレンダー", "学研 星座早見 2027年 壁掛けカレンダー", "variant"),
        ("学研 星座早見 2027年 卓上カレンダー", "学研 星座早見 2027年 カレンダー", "unsure"),
        ("プラレール 鉄道サーキット トーマスセット", "プラレール 鉄道サーキット パーシーセット", "unsure"),
        ("ミニカー アクションサーキット", "ミニカー アクションサーキット セット", "variant"),
        ("MG 1/100 ネモ 青", "1/100 ネモ 青", "unsure"),
        ("平安伸銅 ラック ライン 5508 白", "平安伸銅 ラック ライン 白 5508", "same"),
        ("平安伸銅 ラック ライン 5508 白", "平安伸銅 ラック ライン 白 5508 5509", "unsure"),
    ],
)
def test_what_a_buyer_would_choose_is_left_open(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("アドラー ガーデンソファベンチ 赤", "Adler Garden Sofa Bench 赤", "same"),
        ("ラプト Storm Breaker ストームブレーカー 赤", "Rapt STORM BREAKER 赤 新品", "same"),
        ("インセプション UHD Blu-ray", "インセプション UHD + Blu-ray", "same"),
        ("インセプション UHD Blu-ray", "インセプション UHD Blu-ray + ポストカード", "unsure"),
        ("ルルド 美容液 詰め替え 30ml", "ルルド 美容液 本体 + 詰め替え 30ml", "unsure"),
        ("ソニー α7C II ボディ", "Sony α7C II Mirrorless Camera Body Only", "same"),
        ("トップバリュ 麦茶 2L 6本", "トップバリュ 麦茶 2L 6本 楽天限定", "same"),
        ("トップバリュ 麦茶 2L 6本", "トップバリュ 麦茶 2L 6本 数量限定デザイン", "variant"),
        ("椎名林檎 三毒史 初回生産限定盤", "椎名林檎 三毒史 Limited Edition", "same"),
        ("椎名林檎 三毒史 通常盤", "椎名林檎 三毒史 Limited Edition", "variant"),
        ("岡恒 剪定鋏 No.103", "岡恒 剪定鋏 No.103 プロ用", "same"),
        ("サクラ クーピー 12色 セット", "サクラ クーピー 12色", "same"),
    ],
)
def test_names_of_lines_editions_and_readings_are_told_in_other_words(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("B&G タイレル 紅茶ポット 300ml", "ビーケー タイレル 紅茶ポット 300ml", "unsure"),
        ("S&W 白缶 唐辛子 300g", "エスダブリュー食品 白缶 唐辛子 300g", "same"),
        ("ミノルCC 30ml", "ミノルシーシー 30ml", "same"),
        ("ノルン 02 夕霧 3g", "ノルン 02 夕霧（ゆうぎり） 3g ゆうパケット対応", "same"),
        ("ノルン 02 夕霧 3g", "ノルン 02 夕霧 3g セルフメディケーション税制対象", "same"),
        ("ノルン ドーム サンド", "ノルン ドーム サンドカラー", "same"),
        ("ゲラン シャリマー オードトワレ 50ml", "ゲラン シャリマー ET/SP 50ml", "same"),
        (
            "装甲 マイティフォーム ライダー全身可動模型完成品 真骨頂",
            "装甲 アルティメットフォーム ライダー全身可動模型完成品 真骨頂",
            "unsure",
        ),
        ("ヒストリア 14巻 完結 山田花子", "ヒストリア 14巻 山田花子", "same"),
        ("ヒストリア 14巻", "ヒストリア 全14巻 完結セット", "variant"),
    ],
)
def test_letters_readings_and_terms_of_sale_are_written_in_many_ways(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("フットジョイ ラジオス 12球 白", "フットジョイ ゴルフボール ラジオス 1ダース 白", "same"),
        ("アシックス スクールブルー 上履き 22.0cm", "アシックス スクールブルー 上靴 22.0cm", "same"),
        ("アシックス スクールブルー 上履き 22.0cm", "アシックス スクールブルー リュック 22.0cm", "unsure"),
        ("シャーロットの花園 8巻 山田花子", "シャーロットの花園 8巻 新品", "same"),
        ("シャーロットの花園 8巻 山田花子", "シャーロットの花園 9巻 新品", "variant"),
    ],
)
def test_the_sort_of_goods_and_an_author_may_be_left_out(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        # It explains what a Japanese name leaves unsaid.
        ("カルビー フルグラ 800g", "Calbee Frugra Granola Cereal 800g", "same"),
        ("象印 ステンレスマグ SM-ZB48 ブラック", "Zojirushi Stainless Mug Vacuum Insulated SM-ZB48 Black", "same"),
        # No kanji is heard in it.
        ("大正製薬 パブロン 微粒 44包", "Taisho Pabron Cold Medicine 44 packets", "same"),
        # What names another one does so in English too.
        ("HG 1/144 ガンダムバルバトス", "Bandai HG 1/144 Gundam Barbatos Remaster", "unsure"),
        ("カルビー フルグラ 800g", "Calbee Frugra Chocolate 800g", "unsure"),
        # Beside Japanese such a word may be the name of a line.
        ("アクエリアス 500ml 24本", "アクエリアス NEWATER 500ml 24本", "unsure"),
    ],
)
def test_an_offer_in_english_explains_a_japanese_name(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("西山 アクアラックス 枕 青", "東京西山 アクアラックス 枕 青", "same"),
        ("ソルベ トータル1 30枚 -3.00", "SORBET TOTAL 1 ソルベトータルワン 30枚 -3.00", "same"),
        ("ノルン プレミアケア シングル", "NORN Premier Care ノルン プレミアケア シングル", "same"),
        ("ノルン VR 128GB", "ノルン VR 128GB 販売店印なし", "same"),
        ("ノルン VR 128GB", "ノルン VR 128GB ストラップなし", "unsure"),
        ("ノルン ゼリー 24個", "ノルン ゼリー 24個 クール便", "same"),
    ],
)
def test_affixes_numbers_read_aloud_and_what_lacks_of_the_trade_tell_nothing(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("ノルン ドッグフード 成犬 チキン 3kg", "NORN ノルン アダルト 犬用 チキン 3kg", "same"),
        ("ノルン ドッグフード 成犬 チキン 3kg", "NORN ノルン 子犬 犬用 チキン 3kg", "variant"),
        ("ノルン 5503 BAG 黒", "ノルン 5503 ショルダーバッグ 黒", "same"),
        ("ノルン ひざ当て L 左右兼用", "ノルン ひざ当て L", "same"),
        ("ノルン コーヒーノ粉 400g", "Norn ノルン コーヒーノ 400g", "unsure"),
        ("S&W コショウ粉 400g", "S&W Koshou 400g Japan", "same"),
        ("S&W 新コショウ 400g", "S&W Koshou 400g Japan", "unsure"),
        ("ジャスラ ビンビン玉スライド 80g オレンジ", "Jasra Binbin Orange Gold 80g", "unsure"),
    ],
)
def test_choices_are_told_in_other_words(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        # A quantity that only the offer has ends the name all the same.
        ("ノルン Pocket 3 カメラ", "ノルン Pocket 3 カメラ 1インチ Vlog ジンバル", "same"),
        ("ノルン Pocket 3 カメラ", "ノルン Pocket 3 Vlog カメラ", "unsure"),
        # What it works with, of which there are several.
        ("ノルン 充電器 M50 黒", "ノルン 充電器 M50 iPhone / Android 各種対応 黒", "same"),
        ("西山 エアー SI マットレス 青", "西山 AiR SI エアー マットレス 青", "same"),
        ("ソルト&ペパー ベビーミルク 150ml", "ソルトアンドペパー ベビーミルク 150ml", "same"),
    ],
)
def test_what_a_thing_is_like_and_works_with_describes(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("サンコー 隙間ブラシ 絞りスポンジ 白", "サンコー 隙間ブラシ しぼりスポンジ 白", "same"),
        ("キッコーマン 特選丸大豆 減塩醤油 500ml", "キッコーマン 特選 丸大豆 減塩しょうゆ 500ml", "same"),
        ("ヤマキ 割烹白だし 減塩めんつゆ 500ml", "ヤマキ 割烹白だし 減塩麺つゆ 500ml", "same"),
        ("キッコーマン 特選丸大豆 減塩醤油 500ml", "キッコーマン 特選丸大豆 減塩しょうゆポン酢 500ml", "unsure"),
        ("キッコーマン 特選丸大豆 減塩醤油 500ml", "キッコーマン 特選丸大豆 しょうゆ 500ml", "unsure"),
        # Two words of kanji may be put together otherwise, if both are said.
        ("人形町今半 黒毛和牛佃煮 すき焼 70g", "人形町今半 黒毛和牛すき焼 佃煮 70g", "same"),
        ("岩鋳 南部鉄器 角型鉄鍋 24cm", "岩鋳 南部鉄鍋 角型 24cm", "same"),
        ("人形町今半 牛肉佃煮 すき焼 70g", "人形町今半 牛肉しぐれ煮 70g", "unsure"),
        ("桃屋 国産生姜 刻み 佃煮 110g", "桃屋 海苔佃煮 国産 刻み 110g", "unsure"),
        ("永谷園 鮭茶漬け 海苔 6袋", "永谷園 海苔茶漬け 6袋", "unsure"),
    ],
)
def test_kanji_are_written_in_kana_and_put_together_otherwise(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("猫壱 脚付フードボウル M 無地", "猫壱 NECOICHI 脚付フードボウル M 無地", "same"),
        ("能作 ビアカップ 200ml 錫", "能作 NOUSAKU ビアカップ 200ml 錫", "same"),
        ("柳宗理 ボウル 23cm 日本製", "柳宗理 SORI YANAGI ボウル 23cm 日本製", "same"),
        ("能作 ビアカップ 200ml 錫", "能作 KAZE ビアカップ 200ml 錫", "unsure"),
        ("伊織 バスタオル 白", "伊織 NAGOMI バスタオル 白", "unsure"),
        ("コカ・コーラ 500ml×24本", "コカ・コーラ ZERO ゼロ 500ml×24本", "unsure"),
        # So do words in katakana, beside one that both say, and letters by their names.
        ("カブト CANVAS-URBAN キャンバス 白 M", "カブト CANVAS-URBAN キャンバス アーバン 白 M", "same"),
        ("カブト CANVAS-URBAN キャンバス 白 M", "カブト CANVAS-URBAN キャンバス スポーツ 白 M", "unsure"),
        ("チェキ instax SQUARE 10枚", "チェキスクエア instax SQUARE 10枚", "same"),
        ("RG 1/144 νガンダム", "RG 1/144 ニューガンダム νガンダム", "same"),
        ("RG 1/144 νガンダム", "RG 1/144 ハイニューガンダム νガンダム", "unsure"),
        ("チェキ instax 10枚", "チェキスクエア instax SQUARE 10枚", "unsure"),
        ("クリップ VELVET 5cm ブラック", "クリップサテン VELVET 5cm ブラック", "unsure"),
        ("オキシクリーンEX 2270g", "オキシクリーン イーエックス 2270g", "same"),
        ("メンソレータム AD クリーム 90g", "メンソレータム エーディー クリーム 90g", "same"),
        ("オキシクリーン 2270g", "オキシクリーン イーエックス 2270g", "unsure"),
        ("メンソレータム AD クリーム 90g", "メンソレータム エーエックス クリーム 90g", "unsure"),
    ],
)
def test_an_offer_reads_the_name_aloud(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("オルファ 特専 L型 カッター 198B", "OLFA 特専L型 198B カッターナイフ", "same"),
        ("エルゴベビー アダプト ブラック", "エルゴベビー アダプト ベビーキャリア ブラック", "same"),
        ("クロバー アミュレ レース 10本 かぎ針", "クロバー アミュレ レース 編み針 10本", "same"),
        ("オルファ 特専 カッター 198B", "オルファ 特専 カッター用 替刃 198B", "accessory"),
        ("天馬 フィッツ M-53 収納ケース 白", "天馬 フィッツ M-53 スチールラック 白", "unsure"),
    ],
)
def test_kinds_of_goods_of_the_house_describe(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("和平フレイズ おひつ膳 0.5合 白", "おひつ膳 0.5合 白 保存容器 一人暮らし", "same"),
        ("丸美屋 のりたま 28g", "のりたま marumiya 丸美屋 28g", "same"),
        ("ルベル クリアメント 600ml", "lebel クリアメント ルベル 600ml", "same"),
        ("丸美屋 のりたま 28g", "桃屋 のりたま 28g", "variant"),
        # Lengths, and words that only begin as a maker's name does.
        ("エレコム LANケーブル CAT6 3m", "エレコム LANケーブル CAT6 5m", "variant"),
        ("ガーバーグ ナイフ フルタング 27cm", "モーラナイフ ガーバーグ ナイフ フルタング 27cm", "same"),
        ("寅壱 2530 ニッカズボン 紺 L", "寅壱 2530 紺 L ニッカズボン", "same"),
        ("ルベル クリアメント 600ml", "ミルボン クリアメント 600ml", "variant"),
    ],
)
def test_makers_of_everyday_goods_are_known(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "is_same"),
    [
        ("ジョーマローン ハマノミント コロン 30ml", "JO MALONE LONDON ハマノミント コロン 30mL", True),
        ("ハマノフィーノ エニータイム ピンク 浅野撚糸", "ハマノフィーノ エニータイム ピンク", True),
        ("アイリスフーズ ハマノ米 180g×24パック", "アイリスオーヤマ ハマノ米 180g×24パック", True),
        ("ジョーマローン ハマノミント コロン 30ml", "資生堂 ハマノミント コロン 30mL", False),
        ("ハマノフィーノ エニータイム ピンク 浅野撚糸", "ハマノフィーノ ロングタイム ピンク 浅野撚糸", False),
    ],
)
def test_a_maker_goes_by_several_names_or_unsaid(wanted, offer, is_same):
    assert (compare(Thing(wanted), Thing(offer)).sameness == "same") is is_same
