"""What a title says without telling one article from another: what a thing is for and made like, praise, terms of sale, names of series."""

from __future__ import annotations

from typing import Final

from okawari.domain.same_thing.vocabulary.goods import GOODS
from okawari.domain.same_thing.vocabulary.words import longest_first, spellings, words_in

_SORTS = """
コンタクト メモリー デニム カー バイク ベビー
おもちゃ 玩具 知育玩具 知育 家電 生活家電 調理家電 季節家電 美容家電 生活用品 日用品 日用雑貨 生活雑貨 雑貨 食品 飲料 食器 調理器具
文具 文房具 筆記具 事務用品 学用品 化粧品 コスメ デパコス プチプラ 美容 スキンケア ヘアケア ボディケア オーラルケア ベースメイク メイクアップ メイク
工具 電動工具 園芸 園芸用品 自動車 自転車用品 キャンプギア 登山用品 釣具 防災用品 介護用品
完結 フリーズドライ 置くだけ 無着色 無添加 無鉱物油 ゲージ 頭囲 ベビーグッズ ペットグッズ ペットフード 推し活 キャット ドッグ オタクグッズ アニメグッズ グッズ 洋服 ファッション アパレル
楽器 模型 食玩 プライズ ボードゲーム パーティーゲーム テーブルゲーム トランプ ジグソー 遊び 電子楽器 オーディオ 周辺機器 寝具 家具 収納家具
インテリア 健康食品 栄養補助食品 栄養補助 栄養機能食品 機能性表示食品 特定保健用食品 清涼飲料 清涼飲料水 炭酸飲料 ソフトドリンク ドリンク
スポーツドリンク 保存食 非常食 インスタント 即席 レトルト 加工食品 調味料 調味 お惣菜 離乳食 スイーツ 和菓子 洋菓子 医薬品 医薬部外品 指定医薬部外品 一般医療機器 管理医療機器
小説 文芸 実用書 参考書 新刊 上製 アナログ 記念 邦画 洋画 映画 可動 塗装済み 塗装済 完成品 組立 組み立て 組立式 未塗装 ノンスケール スケール スケールモデル ごっこ ごっこ遊び 列車 鉄道模型
用品 器具 機器 商品 アイテム マシン キット ボード チップセット カテゴリー ハードカプセル ソフトカプセル タブレットタイプ ハイブリッド
"""
"""Sorts of goods that hold so many kinds that they part nothing."""
_WHOM = """
家庭用 業務用 人用 名様 お一人様 一人暮らし 新生活 単身 ファミリー 男女兼用 男女共用 ユニセックス 小学生 中学生 高校生 大学生 学生 園児 幼児 幼稚園 保育園 社会人 新社会人 高齢者
お年寄り 初心者 上級者 中級者 ママ パパ 彼氏 彼女 お父さん お母さん おばあちゃん おじいちゃん 友達 友人 恋人 夫婦 家族 部下 上司 先輩 後輩 親子 子育て 室内犬 愛犬 愛猫 ペット
向け 頃から 以上 以下 未満 対象年齢 対象 才から 歳から
"""
_USE = """
通勤 通学 旅行 出張 国内旅行 海外旅行 普段使い 普段履き 日常使い 毎日 散歩 お散歩 お出かけ おでかけ 部活 部活動 体育 学校 学習 勉強 仕事 在宅 在宅勤務 テレワーク リモートワーク 会議
ゲーミング ランニング ジョギング ウォーキング マラソン サイクリング トレーニング フィットネス ヨガ ジム アウトドア キャンプ ソロキャンプ
ファミリーキャンプ オートキャンプ バーベキュー 焚き火 登山 ハイキング トレッキング 釣り フィッシング サーフィン 海水浴 プール 車中泊 車用 車載 車内 ドライブ ツーリング フェス
運動会 遠足 ピクニック 花見 お花見 行楽 帰省 入園 入学 卒業 卒園 入学式 入園準備 入学準備 就職 引越し 引っ越し 結婚式 二次会 女子会 ホームパーティー パーティー イベント 撮影 自撮り
配信 動画配信 動画編集 実況 推し 朝食 昼食 夕食 夜食 朝ごはん お弁当 おかず おつまみ 食卓 料理 調理 お菓子作り 製菓 非常用 防災 備蓄 災害 災害用 停電 緊急 避難
室内 屋内 屋外 リビング 寝室 洗面所 浴室 お風呂 お風呂用 玄関 ベランダ 台所 キッチン 食洗機 食器洗い オフィス 会社 自宅 店舗 教室 工場 机上 掃除 収集 洗濯 録画 再生
添い寝 バドミントン テニス ゴルフ 睡眠 快眠 安眠 癒し 暇つぶし 水分補給 栄養補給 熱中症対策 暑さ対策 寒さ対策 花粉対策 乾燥対策 紫外線対策 虫除け対策 筋肉痛
通園 入院 給食 合宿 お祭り 縁日 七五三 成人式 単身赴任 大掃除 衣替え 模様替え ガーデニング 日曜大工 自由研究 受験 試験 結露対策 臭い対策 静電気対策 冷え対策 冷え性 乾燥対策 洗車 手芸 工作 製図 作り置き 直火 直飲み 機内持込 機内持ち込み 出産準備 赤ちゃん 和装小物 名入れ可
生理痛 頭痛 関節痛 かゆみ 目の疲れ 疲れ目 かすみ目 花粉症 胃もたれ 飲みすぎ 食べすぎ 鼻水 鼻づまり 発熱 便秘 下痢 二日酔い 口内炎 肌荒れ むくみ 虫さされ 虫刺され 疲労 疲労回復 肩こり 腰痛 眼精疲労 風邪 手首 首 顔 からだ 腕
"""
"""Whom a thing is for, what is done with it and where."""
_MADE = """
節水 日焼け カナル 素材 エネ スペース アプリ 連携 ブレ 補正 電波 ベタ エコ つかない タンパク 筋力 自動電源 紫外線 単焦点 リモート ワーク トレ
コードレス ワイヤレス ブルートゥース アルカリ スタッドレス ミラーレス 一眼 ノイズキャンセリング ノイキャン  外音取り込み 重低音 高音質 低音 通話
ハンズフリー マルチポイント 完全 左右分離型 オーバーイヤー 折りたたみ 折り畳み 折畳 折りたたみ式 折り畳み式 伸縮 伸縮式 組み替え 軽量 超軽量 薄型 超薄型 小型
超小型 大型 コンパクト ポータブル 持ち運び 携帯 携帯用 静音 静音設計 静か 低騒音 節電 省電力 大風量 速乾 吸水速乾 吸汗速乾 吸水 吸湿 通気性 撥水 撥水加工 防水 完全防水 生活防水 防滴 防塵 防塵防水
防汚 速乾性 吸水性 保温性 保冷力 耐久 耐久性 高耐久 耐衝撃 耐熱 耐水 耐摩耗 滑り止め 抗菌 抗菌加工 除菌 消臭 脱臭 防臭 防虫 防音 断熱 保温 保冷 保温保冷 真空断熱 急速 急速充電 充電 充電式 充電池 電動 全自動 自動
オートオフ 温度調節 温度調整 温度設定 風量調節 高さ調整 高さ調節 角度調整 角度調節 調光 調色 首振り 空焚き防止 転倒防止 落下防止 飛散防止 指紋防止 爪折れ防止 逆流防止 静電気防止
タッチパネル 音声操作 遠隔操作 リニア スチーム 蒸気 過熱水蒸気 圧力 炊飯 炊き 録音 ザ オブ アンド センサー リクライニング ワンポール ポンプ メモリ 空間 区分 生後 最大 高画質 高精細 高感度 高解像度 高速 超高速 高速連写 低遅延 伝送 応答速度 光学
残量表示 連動 処方箋不要 目盛 多機能 高機能 高性能 高出力 高耐圧 大光量 自動巻き 手巻き 機械式 クオーツ クォーツ メカニカル 電波時計 ソーラー エコドライブ ダイバーズ ダイバー シャッター 高浸透 クッション 固定 安定 安定性 衝撃吸収
付属 一般 ケア 不要 マーク 国際 赤外線 対策 操作 機能 長時間 ホームシアター ヘルスケア 単板 整備 音声認識 両対面 メンテナンス 画材 空冷 ハイレゾ 木造 透過 観葉植物 軽い 広配光 親水 薄枠 退治 静電容量無接点 ネットワーク 赤ちゃん 高輝度 手ぶれ補正 双方向 双方向通話 巻き取り式 大画面 長寿命 過充電防止 連続再生 再生時間 監視 見守り 動体検知 暗視 夜間撮影 防犯 吸盤 多目的 衛生 衛生用品 消耗品 詰合 清潔 清掃 拭き掃除 ストック 買い置き お茶うけ 晩酌 家飲み 宅飲み 飲み物 飲みもの お酒 酒類 ご褒美 珍味 米菓 焼き菓子 美容成分 作業着 部屋着 通気 冠婚葬祭 就活 配管 水道 建築 大工 補修 修繕 木工 研磨 切断 取替 取替え 事務 宛名 書類 家庭 手触り 肌ざわり 日本産 輸入品 特産 特産品 工芸 伝統工芸 ハンドメイド お取寄せ 廃番 廃盤 生産終了 取り扱い 店頭 発光 点灯 点滅 持ち運びやすい 持ちやすい 使いやすい 開けやすい 飲みやすい 食べやすい 洗いやすい 書きやすい 見やすい 取り付けやすい 取付け 安全設計 人間工学 エルゴノミクス 特殊加工 表面加工 焦げ付きにくい 熱源 小分け 個装 小物入れ トクホ 特保 既製品 特約店 卓球 ラバー 着付け レースゲーム アクションゲーム パズルゲーム ウインドウケア ベースレイヤー 北海道 箱あり エナジードリンク 給電 強化 スマートホーム 仰向き 仰向け 横向き うつ伏せ 可能 低反発 刃渡り 同色 伸縮性 裏地付 ゆったり 履きやすい 疲れない 疲れにくい 歩きやすい 動きやすい 着心地 肌触り 丸洗い 水洗い 手洗い 洗濯機可 洗濯可 洗濯可能 丸洗い可能 水洗い可能 お手入れ簡単
斜めがけ 斜め掛け 肩掛け 手提げ 背負える 可動式 着脱式 取り外し 取付簡単 簡単取付 工事不要 工具不要 電源不要 電池不要 配線不要 自立 自立式
磁石 ワンタッチ ワンプッシュ サイクロン ロボット 取っ手 空気清浄 ファン 接続 伝導 骨伝導 液体 液晶
ノンシリコン パラベンフリー オイルフリー ノンケミカル 低刺激 肌にやさしい 弱酸性 長持ち 塗り直し不要 べたつかない 崩れにくい 落ちにくい にじみにくい つきにくい 割れにくい 倒れにくい 滑りにくい 汚れにくい
植物由来 天然由来 たんぱく質 食物繊維 置き換え 栄養 腹持ち 満腹感 健康 健康維持 常温保存 長期保存 保存可能 個包装 自家製 国産 国内産 国内製造 国内加工 産地直送 工場直送 日本製 中国製 台湾製
日本の 綿混 帆布 不織布 爪とぎ防止 消せる 書ける 洗える 使える 飲める 食べられる 貼れる
"""
"""How a thing is made and what it does; what sets sisters apart at some makers (敏感肌, しっとり, ガラス, 粉) is none of these."""
_TIME = """
春夏 秋冬 春夏秋冬 オールシーズン 通年 四季 梅雨 新春 年末 年末年始 ハロウィン クリスマス バレンタイン バレンタインデー ホワイトデー ひな祭り こどもの日 父の日 母の日 敬老の日 お正月 夏休み 冬休み
ギフト プレゼント 贈り物 贈答 贈答用 御祝 お祝い お祝 出産祝い 結婚祝い 入学祝い 卒業祝い 就職祝い 進学祝い 新築祝い 引越し祝い 快気祝い 還暦祝い 成人祝い 開店祝い 内祝い 誕生日 記念日 記念品 合格祝い 退職祝い 昇進祝い 長寿祝い 米寿 喜寿 古希 節分 七夕 初節句 お食い初め お礼 ご挨拶 お見舞い お供え 法事 お彼岸 お盆 新盆 包装紙 メッセージカード 手提げ袋
クリスマスプレゼント お中元 御中元 お歳暮 御歳暮 お年賀 御年賀 お返し 引き出物 引出物 香典返し 景品 粗品 ノベルティ 手土産 お土産 おみやげ 詰合せ 詰め合わせ プチギフト のし対応 熨斗対応 熨斗 のし ラッピング
"""
_PACKED = """
顆粒 細粒 微粒 錠剤 液剤 粉剤 原液 高さ 奥行 奥行き 約幅 厚さ 厚み 長さ 直径 全長 外寸 内寸 フルセット 容器 ボトル パッケージ パック シュリンク ロール 箱入り 箱入 函入り 函入 化粧箱入 袋入り 袋入 缶入り ケース 箱買い 箱売り まとめ買い まとめ 大人買い 個入り 簡易包装 簡易梱包 数量 単品 単体
"""
"""When and how a thing is given and packed."""
_PRAISE = """
コミ カッコ インスタ コスパ
人気 大人気 人気商品 話題 注目 定番 ロングセラー ベストセラー 好評 大好評 ランキング 受賞 受賞作 大賞 本屋大賞 金賞 ヒット おすすめ オススメ お勧め お薦め お気に入り 売れ筋 高評価 満足 レビュー
高品質 高級 高級感 最高級 上質 本格 本格派 本格的 老舗 名店 有名店 お取り寄せ グルメ ご当地 美味しい おいしい 旨い 便利 時短 簡単 かんたん 手軽 お手軽 安心 安全 安心安全 丈夫 頑丈 快適
おしゃれ お洒落 オシャレ かわいい 可愛い カワイイ かっこいい カッコイイ シンプル スタイリッシュ モダン 北欧 和風 洋風 映え デザイン デザイナーズ 面白い おもしろ 楽しい 特許 特許取得 新感覚 新技術 テクノロジー
最新 最新型 最新作 新作 新製品 新商品 新発売 新登場 発売中 モデル お得 お買い得 お値打ち コスパ 究極 驚異 抜群 ポイント
"""
_SALE = """
ストア パケット 包装 梱包 販売 外部 拡張 タイプ
正規 国内 国内版 国内正規 国内正規品 国内正規保証品 国内正規代理店品 国内保証 正規品 正規代理店 正規代理店品 正規輸入品 正規保証 正規販売店 販売店 取扱店 代理店 直営店 専門店 公認 公式 純正 並行 流通品 国内流通 正規流通
新品 未開封 未使用 未読 未組立 新品未開封 新品未使用 未開封品 未開栓 専売品 便可 当日便 関東当日便 翌日便 宅配 新入荷 法人 領収書 インボイス 店長おすすめ 取り寄せ 本体 通常版 特価 激安 格安 最安値 最安値挑戦 限定価格 限定特価 セール 大特価 予約 予約商品 予約受付 即納 在庫あり 在庫限り 即日 翌日 最短 送料無料 送料込 送料込み 送料 税込 税抜 無料
あす楽 お急ぎ便 翌日配送 当日発送 国内発送 国内在庫 ネコポス 宅配便 冷蔵便 冷凍便 置き配 配送 配達 設置無料 標準設置 設置 下取 延長保証 取扱説明書 保証 保証付 年保証 代引き 後払い クーポン 値下げ 割引 半額
最終巻 最新刊 最新巻 発売 完結巻 初版 初版本 大型本 四六判 書き込みなし 書込みなし 書き込み無し 完結 別売 別売り 再販 再入荷 再生産 再版 重版 二次受注 受注分 次再販分 再販分 入荷次第 入荷済 発売日 ライセンス キャラクター ショップ 楽天 ヤフー ヤフーショッピング ブックス 家電量販店 ビックカメラ ヨドバシカメラ ヨドバシ エディオン ヤマダ ジョーシン ケーズ ノジマ コジマ ソフマップ イーカプコン アニメイト 通販 メール
認証済 認定 認証 専用 付属品 ストレージ 対応 対応品 メーカー フリー ソフト 内蔵 外付け 外付 搭載 採用 電子 電気 電機 工業 産業 化学 製薬 乳業 製作所 酒造 ビバレッジ ホールディングス 株式会社 エンタテインメント エンターテインメント デジタルエンタテインメント デジタルソリューションズ インターナショナル コーポレーション ジャパン 日本語
マウント 交換 水拭き ゴミ 増設 セミ アドバンスド 収納 楽々 度 版 付 入 用 缶 型 本 系 巻 巻き 第 世代 代目 本編 薬用 罫 荷重 ワイズ フレックス 畳 サイズ モード インキ ウォーター 風味 香り の香り ミドルタワー 充電器付 三脚用 使い捨て 魔法瓶 ジャー
"""
_IMPRINTS = """
サンマーク 日経 サンデーコミックス
最終 最新刊 著者 作者 出版社 出版 監修 翻訳 新潮社 文藝春秋 文芸春秋 幻冬舎 ダイヤモンド 東洋経済 東宝 東映 松竹 日活 バップ ポニーキャニオン アニプレックス 白泉社 双葉社 徳間書店 早川書房 岩波書店 朝日新聞 朝日新聞出版 ポプラ 集英社 講談社 小学館 角川 中央公論新社 光文社 筑摩書房 秋田書店 少年画報社
一迅社 竹書房 芳文社 宝島社 主婦の友社 学研 文響社 かんき出版 技術評論社 翔泳社 インプレス オライリージャパン コミックス コミック 文庫 新書 価格 プラレール トミカ
ジャンプコミックス マガジンコミックス ビッグコミックス ヤングジャンプ ヤングジャンプコミックス ヤングマガジン 花とゆめ
"""
SALE: Final = words_in(_SALE)
"""What is said of the sale."""
_DESCRIBING: Final = tuple(
    word
    for table in (_SORTS, _WHOM, _USE, _MADE, _TIME, _PACKED, _PRAISE, _SALE, _IMPRINTS)
    for word in words_in(table)
)
NOISE: Final = longest_first({*GOODS, *_DESCRIBING})
"""Parts of words that say nothing about which article it is."""
LATIN_GOODS: Final = {name: kind for name, kind in GOODS.items() if name.isascii()}
LATIN_NOISE: Final = frozenset(LATIN_GOODS) | frozenset(
    words_in("""
new sealed gaming brand cd sim pa mount machine kitchen game games
toy abs pvc tpu hips 2way 3way 4way bbq waterproof lightweight unisex foldable rechargeable outdoor indoor camping travel office home gaming canceling noise-cancelling
noise-canceling noise-isolating hi-res hires sns app ip67 ip68 ipx4 ipx5 ipx7 ipx8 psc cotton nylon polyester new-in-box portable vacuum authentic original retail
bluetooth compatible free shipping for from w/ usa seller brand-new brandnew mint import imports gift fast us ver genuine official the and with wireless building set black-friday sale series in of by model version ver japan
jp lightspeed noise socket cancelling uhs u3 u1 a2 v30 psn pcie nvme m.2 nand lan sata cero made up-to isofix usb-c magsafe sodimm car botanical spf50 spf pse disc ok sold separately cosmetics inc corp ltd co store shop
shaft up pack usb led bm sc type ih no spirits mac pet
water stainless steel professional grade electric pressure multi multi-cooker unlocked factory gan nsw pd insulated rugged alexa carry-on full-size
chip memory storage body digital slr dslr mirrorless cooking coffee maker air
to foods rms jan gtin upc model-no aps-c full-frame diy abs&pvc ocg non anc aptx ldac aac lossless neobk adaptive amoled display device on included seller care korean mtg jtb sns rpg rechargeable running walking hiking
fitness training sports japanese english genuine-parts windows android ios hdr dog cat food size color colour inches brand-new factory-sealed
""")
)
LATIN_SORTS: Final = frozenset(
    words_in("""
lotion sunscreen lipstick mascara eyeliner eyeshadow blusher highlighter foundation concealer moisturizer moisturizing cleanser shampoo conditioner skincare
makeup cosmetic beauty perfume fragrance deodorant toothpaste toothbrush detergent softener soap antiperspirant
beer ramen snack snacks candy granola cereal seasoning seaweed sake sticks treats packets packs packet sachets bottles bottle cans pouches sheets tablets capsules softgels gummies pieces pcs rolls bags drops
vitamin supplement supplements protein formula infant diapers diaper wipes litter feline canine cats dogs
helmet chassis rubber racket racquet shuttlecock shears pliers drill saw cutter nipper nippers knife knives pan pot kettle multitool backpack mattress pillow blanket towel towels
shirt tee jeans hoodie sneaker sandal sandals boots gloves wallet umbrella wristwatch necklace earrings sunglasses
plush plushie doll puzzle plastic brick bricks blocks diecast booster manga comic comics paperback hardcover album
guitar bass pedal strings drumsticks amplifier amp microphone earbuds headphone mic
pen pencil marker markers notebook eraser ruler brush watercolor watercolour watercolors paint paints ink
processor motherboard graphics card powerbank charger hub interchangeable tripod flashlight lantern rack shelf organizer lamp fan heater humidifier purifier
reel rod lure lures fishing tackle tire tires shaver speakers desktop golf balls ball clubs tennis table badminton baseball soccer football
souvenir chilled refrigerated delivery emergency preparedness bank handmade handcrafted
hair fountain iron mechanical tags relief eye internal folding snack scale heavy duty designed technology technologies quality durable organic medicated company hokkaido kyoto osaka tokyo
""")
)
"""Sorts of goods, how they are packed and praise in English, which describe wherever they stand."""
WORKS: Final = spellings("""
機動戦士 機動戦士ガンダム gundam 機動新世紀 新機動戦記 機動武闘伝 水星の魔女 鉄血のオルフェンズ 閃光のハサウェイ 逆襲のシャア
プリティーダービー
ゼルダ
ポケットモンスター ポケモン pokemon
ドラゴンボール dragonball
ドラゴンボール超
ワンピース onepiece
鬼滅の刃
呪術廻戦
葬送の
進撃の巨人
エヴァンゲリオン エヴァンゲリヲン evangelion
ラブライブ
アイドルマスター
ホロライブ
推しの子
ヒーローアカデミア
コナン
ジョジョ
美少女戦士 セーラームーン
仮面
ウルトラマン ultraman
ディズニー マーベル スターウォーズ starwars
サンリオ サンリオキャラクターズ
ファイナルファンタジー
ドラゴンクエスト
モンスターハンター
ペルソナ
原神
アークナイツ
ブルーアーカイブ
東方
ハリーポッター
ジブリ スタジオジブリ
チェンソーマン
スパイファミリー
ブルーロック
ハイキュー
リベンジャーズ
五等分の花嫁
鋼の錬金術師
るろうに剣心
北斗の拳
聖闘士星矢
トランスフォーマー
スプラトゥーン
どうぶつの森
にじさんじ
ちいかわ
アンパンマン
スヌーピー ピーナッツ
ミッフィー
ムーミン
トイストーリー
""")
"""Names of works that a thing comes from, each with what stands for all of one maker of them."""
_LEAST_WORK: Final = 5
"""Our own choice: letters of the name of a work with which no other word begins by chance."""
LONG_WORKS: Final = tuple(work for work in WORKS if "ァ" <= work[0] <= "ー" and len(work) >= _LEAST_WORK)
"""Those of them that other words begin with (ワンピースカードゲーム)."""
GAMES_OF_TWO: Final = (("スカーレット", "バイオレット"), ("ソード", "シールド"), ("サン", "ムーン"))
"""Games that came out in two halves, each of which is an article of its own."""
WORKS_END: Final = frozenset(words_in("z gt uc seed destiny freedom"))
"""What follows the name of a work and makes it that of another part of it."""
SERIES: Final = frozenset(
    (*WORKS, *words_in("の伝説 の奇妙な冒険 デュエルモンスターズ アニメ 新世紀 劇場版 新劇場版 名探偵 プロダクション"))
)
"""Names of works that a thing comes from: shops put them before its own name or leave them out."""
BULK: Final = frozenset(
    words_in(
        "超特大 スーパージャンボ ウルトラジャンボ 特大 特大サイズ 大型サイズ ビッグサイズ ジャンボ お徳用 徳用 ファミリーサイズ レギュラー レギュラーサイズ"
    )
)
"""Words for how much there is, which tell nothing beside the same measure."""
AMPLE: Final = frozenset({"大容量", "増量"})
"""Praise for how much there is, which sets an article apart only where no measure does."""
