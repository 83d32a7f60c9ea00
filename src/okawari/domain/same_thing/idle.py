"""What a title says without telling one article from another: kinds of goods, praise, terms of sale, names of series."""

from __future__ import annotations

from typing import Final

from okawari.domain.same_thing.words import longest_first, words_in

GOODS: Final = frozenset(
    words_in("""
スマートフォン スマホ タブレット ノートパソコン パソコン イヤフォン ヘッドフォン ヘッドセット スピーカー キーボード プリンター ルーター テレビ 冷蔵庫
洗濯機 電子レンジ オーブン トースター 加湿器 空気清浄機 扇風機 照明 時計 腕時計 フィギュア ブロック カードゲーム ぬいぐるみ ドッグフード ペットフード
おやつ お菓子 ビール 飲料水 シューズ 靴 かばん バッグ レンズ 交換レンズ インク カートリッジ トナー 鉛筆
デジカメ ビデオ ゲームソフト デジタルカメラ カメラ プラモデル ヘッドホン イヤホン ヘアードライヤー ドライヤー ハードディスク 乾電池
洗濯洗剤 洗剤 日焼け止め スニーカー おもちゃ 水筒 マウス シェーバー 電動歯ブラシ モバイルバッテリー ジンバルカメラ
アクションカメラ 掃除機 クリーナー ケトル コーヒー ドリッパー コーヒーメーカー エスプレッソマシン キャットフード タイヤ ラケット
ボールペン 消しゴム ゲーム機 スポーツバンド 書籍 漫画 お茶 菓子 ノートpc モニター ディスプレイ 無線ルーター ミニカー
人形 電車 新幹線 知育玩具 ブロック玩具 デジタル一眼 一眼レフ コンデジ ズームレンズ 単焦点レンズ 三脚
洗濯乾燥機 乾燥機 炊飯器 炊飯ジャー 電子ジャー 電気ポット ホットプレート ミキサー ブレンダー フードプロセッサー ホームベーカリー 圧力鍋 フライパン
エアコン 除湿機 ストーブ ファンヒーター こたつ 電気毛布 ロボット掃除機
マザーボード グラフィックボード グラフィックカード グラボ ビデオカード cpu プロセッサー プロセッサ ゲーミングpc
電子ピアノ 電子キーボード ギター ピアノ 電動ドリル 絵本 雑誌 口紅 入浴剤 サプリ サプリメント 野菜ジュース ジュース ウインナー ソーセージ お米
ジーンズ ジーパン ズボン 上着 チェア 椅子 テーブル エフェクター スウェット トレーナー ジェルボールペン マーカー 手帳 ファイル
食器洗剤 台所用洗剤 食器用洗剤 ベビーカー チャイルドシート 抱っこ紐 テント タープ 寝袋 ランタン マイク ウェブカメラ 液晶テレビ 双眼鏡 望遠鏡
血圧計 体温計 体重計 体組成計 哺乳瓶 哺乳びん コンタクトレンズ
""")
)
"""Kinds of goods, which shops name or leave out; titles that each name another are of two things all the same."""
NOISE: Final = longest_first(
    (
        *GOODS,
        *words_in("""
コードレス 工業 電機 魔法瓶 製作所 産業 化学 製薬
スキンケア バドミントン テニス ゴルフ 文具 マウント 電気 充電
容器 ボトル 台所 寝具 家電 生活用品 日用品 雑貨 玩具 知育 模型 キット 工具 園芸 自動車 用品 食器 調理 器具
録画 再生 対応品 正規輸入品 並行 特価 激安 新発売 予約 限定価格 ギフト プレゼント 贈り物 誕生日 クリスマス 父の日 母の日
付属品 パッケージ フリー ソフト ミラーレス 一眼 圧力 ジャー 内蔵 外付け 外付 充電式 防水 軽量
化粧品 美容 食品 飲料 まとめ買い 通販 正規 国内 全自動 マシン メーカー 炊き 組立 大型 小型 家庭用 業務用 人気 限定特価 詰合せ 新品 未開封 未使用 送料無料 国内正規 正規品 正規代理店 純正 公式 即納 在庫あり 本体 セミ simフリー パッケージ版 通常版 コミック スケール
炊飯 圧力ih ミラーレス一眼 ノイズキャンセリング ノイキャン ワイヤレス アルカリ
液体 アドバンスド
スタッドレス
消せる 認証済 新製品 最新 モデル 版 付 対応 入 用 缶 日本製 認定 保証 サイズ シュリンク コミックス 文庫 新書 価格 単品 単体 本格 静音 首振り 畳
首 高浸透 国内版 型 モード 限定特価 セール あす楽 ポイント お急ぎ便 本 巻 第 世代 代目 度 罫 荷重 ワイズ フレックス
完全 左右分離型 カナル型 オープン型 オーバーイヤー ポータブル ブルートゥース リニア スチーム 蒸気 コンパクト 高画質 薄型
家電量販店 公式ストア 取扱説明書 メーカー保証 保証付 年保証 翌日配送 当日発送 送料込 代引き 後払い お歳暮 お中元 内祝い 敬老の日 新生活
ランニング ジョギング ウォーキング アウトドア キャンプ 登山 釣り 車用 カー用品 文房具 筆記具
プラレール トミカ 集英社 講談社 小学館 角川
シャッター テレビ録画 アクティブ 搭載 電子 増設 パック シュリンク付 テクノロジー 楽天 amazon ケース
再販 再入荷 再生産 再版 重版 二次受注 受注分 次再販分 再販分 入荷次第 入荷済 発売中 好評 話題 定番 ロングセラー ランキング 受賞 レビュー 口コミ
メール便 ゆうパケット ネコポス 宅配便 クール便 冷蔵便 冷凍便 置き配 配送 配達 設置無料 標準設置 設置 下取 延長保証 正規販売店 販売店 取扱店
代理店 直営店 専門店 公認 国内発送 国内在庫 即日 翌日 最短 数量 お一人様 クーポン 値下げ 割引 半額 お得 お買い得 まとめ 送料 税込 税抜 無料
可動フィギュア 塗装済み 塗装済 ノンスケール 美少女フィギュア 食玩 プライズ ボードゲーム パーティーゲーム トランプ ジグソー 遊び
ごっこ 列車 小学生 入園 入学 卒業 プレゼント包装 ラッピング
食洗機 食器洗い
ロボット サイクロン 省エネ 節電 多機能 高性能 高機能
メモリー デスクトップpc 液晶 高速 低遅延 伝送 爪折れ防止 カテゴリー
楽器 電動工具 充電器付
小説 文芸 実用書 ムック 新刊 上製 著者 作者 出版社 出版 監修 翻訳 新潮社 文藝春秋 幻冬舎 ダイヤモンド社 東洋経済 白泉社 双葉社 徳間書店 早川書房 岩波書店 朝日新聞 朝日新聞出版
顔 からだ 日焼け 医薬部外品
栄養機能食品 健康食品 栄養補助 タンパク質 たんぱく質 置き換え 清涼飲料 炭酸飲料 紙パック飲料 インスタント 即席 レトルト 調味料
デニム アウター 洋服 ファッション アパレル 通勤 通学 旅行 出張 普段使い 春夏 秋冬
可動 ファン 空気清浄 折りたたみ 折り畳み 折畳 ハードカプセル ソフトカプセル ミドルタワー タワー型 エコドライブ 電波時計 ソーラー メール 製菓 乳業 ビバレッジ 酒造 ホールディングス 株式会社 化粧品
取っ手 調味 ドリンク 風味 香り の香り ウォーター インキ 収納家具
流通品 国内流通 正規流通 発売日 商品 アイテム 公式ライセンス ライセンス キャラクター グッズ ショップ 店舗 人用 名様 離乳食
バーベキュー 焚き火 ストレージ 外部ストレージ 拡張カード ボード チップセット 三脚用 自撮り 腕 手首 電動 頃から ダイヤモンド ポプラ 出版社 コンタクト 使い捨て ダイバーズ ダイバー 自動巻き 手巻き 防災 非常用 備蓄 災害 キッチン 北欧 おしゃれ かわいい 可愛い 便利 時短 一人暮らし
"""),
    )
)
"""Parts of words that say nothing about which article it is."""
LATIN_GOODS: Final = frozenset(
    words_in("""
keyboard mouse headset camera console toy figure headphones speaker earphones earbud laptop monitor printer sneakers cleaner headphone smartphone tablet blender
tumbler bottle cooker chair shoes bag watch smartwatch computer lens oven dishwasher refrigerator
""")
)
"""Kinds of goods in English, as `GOODS`."""
LATIN_NOISE: Final = LATIN_GOODS | frozenset(
    words_in("""
new sealed gaming brand cd sim pa mount machine kitchen game games
portable vacuum authentic original retail
bluetooth compatible free shipping gift fast us ver genuine official the and with wireless building set black-friday sale series in of by model version ver japan
jp lightspeed noise socket cancelling uhs u3 u1 a2 v30 psn pcie nvme usb-c magsafe sodimm car botanical spf50 spf pse disc ok cosmetics inc corp ltd co store shop
shaft up pack usb led bm sc type ih no spirits mac pet
water stainless steel professional grade electric pressure multi multi-cooker unlocked factory
chip memory storage body digital slr dslr mirrorless cooking coffee maker air
dog cat food size color colour inches brand-new factory-sealed
""")
)
SERIES: Final = frozenset(
    words_in("""
機動戦士 機動新世紀 新機動戦記 水星の魔女 鉄血のオルフェンズ 閃光のハサウェイ 逆襲のシャア プリティーダービー ゼルダの伝説 ポケットモンスター ドラゴンボール ドラゴンボールz
ワンピース 鬼滅の刃 呪術廻戦 葬送の 進撃の巨人 新世紀 エヴァンゲリオン ヱヴァンゲリヲン 新劇場版 劇場版 ラブライブ アイドルマスター ホロライブ プロダクション 推しの子 僕のヒーローアカデミア
ヒーローアカデミア 名探偵コナン 名探偵 ジョジョの奇妙な冒険 美少女戦士 セーラームーン 仮面ライダー スーパー戦隊 ウルトラマン スターウォーズ マーベル ディズニー サンリオ サンリオキャラクターズ
ファイナルファンタジー ドラゴンクエスト モンスターハンター ペルソナ 原神 アークナイツ ブルーアーカイブ 初音ミク 東方 ハリーポッター ジブリ スタジオジブリ
"""),
)
"""Names of works that a thing comes from: shops put them before its own name or leave them out."""
BULK: Final = frozenset(
    words_in("超特大 特大 特大サイズ 大型サイズ ビッグサイズ ジャンボ お徳用 徳用 ファミリーサイズ レギュラーサイズ")
)
"""Words for how much there is, which tell nothing beside the same measure."""
AMPLE: Final = frozenset({"大容量", "増量"})
"""Praise for how much there is, which sets an article apart only where no measure does."""
