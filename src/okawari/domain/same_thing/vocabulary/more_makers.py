"""Labels, publishers and smaller makers as shops write them, in Japanese and in Latin letters; NFKC and lower case."""

from __future__ import annotations

from typing import Final

MORE_BRANDS: Final = """
mitsubishitanabe 田辺三菱製薬; yutoku 祐徳薬品 祐徳薬品工業; sanyofoods サンヨー食品; yamazakibiscuits ヤマザキビスケット ヤマザキビスケッツ; mondelez モンデリーズ; kizakura 黄桜; nihonsakari 日本盛; sawanotsuru 沢の鶴; oenon オエノン 合同酒精; tokiwayakuhin 常盤薬品 常盤薬品工業;
cilabo ドクターシーラボ; ishizawa 石澤研究所; cowsoap 牛乳石鹸共進社; lec レック; chuchubaby チュチュベビー; ohe オーエ; kikulon キクロン; yamazakisangyo 山崎産業; nitoms ニトムズ; showaglove ショーワグローブ; asahikasei 旭化成 旭化成ホームプロダクツ; kakudai カクダイ;
hotalux ホタルクス; showanote ショウワノート; openkogyo オープン工業; aone エーワン; dbf デビフ デビフペット; danskin ダンスキン; diadora ディアドラ; suzukigakki 鈴木楽器; masudaya 増田屋; bestco ベストコ; arnest アーネスト; takeharaseikan 竹原製缶; yoshikawa ヨシカワ;
fujihoro 富士ホーロー; aandd エー・アンド・デイ a&d; fujilatex 不二ラテックス; kamishoji カミ商事; alcon アルコン 日本アルコン; ophtecs オフテクス; hoko 宝幸; meidiya 明治屋; heinz ハインツ; campbell キャンベル; nobelseika ノーベル製菓; kasugaiseika 春日井製菓;
satofoods サトウ食品; shinmei 神明; marusan マルサンアイ マルサン; cheerio チェリオ; youkifood ユウキ食品; gaban ギャバン; bonnycolart バニーコルアート; kurilon クリロン化成; ets; amigo アミーゴ; toomarker トゥーマーカープロダクツ;
leatherman レザーマン; redwing レッドウィング レッドウイング; whitehousecox ホワイトハウスコックス; goldwin ゴールドウイン ゴールドウィン; silvercross シルバークロス; bluebottle ブルーボトル; whitemountaineering ホワイトマウンテニアリング;
sonymusic ソニーミュージック ソニーミュージックエンタテインメント; aniplex アニプレックス; ponycanyon ポニーキャニオン; avex エイベックス; universalmusic ユニバーサルミュージック; warnermusic ワーナーミュージック; kingrecords キングレコード;
bandainamco バンダイナムコ バンダイナムコフィルムワークス バンダイナムコエンターテインメント; kadokawa カドカワ; bushiroad ブシロード; taito タイトー; rement リーメント re-ment; kenelephant ケンエレファント; sailorpen セーラー万年筆; platinumpen プラチナ万年筆;
kuretake 呉竹; chacott チャコット; bvlgari ブルガリ; canmake キャンメイク; cezanne セザンヌ; romand ロムアンド rom&nd; laneige ラネージュ; innisfree イニスフリー; kerastase ケラスターゼ; botanist ボタニスト; mandom マンダム; kracie クラシエ;
loreal ロレアル ロレアルパリ; maybelline メイベリン; guerlain ゲラン; givenchy ジバンシイ ジバンシー; hermes エルメス; gucci グッチ; prada プラダ; armani アルマーニ; karrimor カリマー; helinox ヘリノックス; deuter ドイター; millet ミレー;
yamasa ヤマサ ヤマサ醤油; kureha クレハ; nichiban ニチバン; orihiro オリヒロ; sassy サッシー; babybjorn ベビービョルン; cybex サイベックス; katoji カトージ; dretec ドリテック; zwilling ツヴィリング; vessel ベッセル; keychron キークロン; elgato エルガト;
soundpeats サウンドピーツ; edifier エディファイア; beyerdynamic ベイヤーダイナミック; spigen スピゲン シュピゲン; casetify ケースティファイ; smallrig スモールリグ; netgear ネットギア; switchbot スイッチボット; moleskine モレスキン; rollbahn ロルバーン;
brio ブリオ; ravensburger ラベンスバーガー; nutro ニュートロ; naturemade ネイチャーメイド; oculus オキュラス; agf エージーエフ; starbucks スターバックス; tullys タリーズ; haagendazs ハーゲンダッツ; godiva ゴディバ; lindt リンツ;
daiichisankyo 第一三共 第一三共ヘルスケア; ssp エスエス製薬; shionogi シオノギ シオノギヘルスケア; satoseiyaku 佐藤製薬; zeria ゼリア新薬; ikeda 池田模範堂; taiho 大鵬薬品; menicon メニコン; coopervision クーパービジョン; saraya サラヤ; fumakilla フマキラー;
stco エステー; sunstar サンスター; oillio 日清オイリオ 日清オイリオグループ; ebara エバラ エバラ食品; nagatanien 永谷園; marukome マルコメ; yamaki ヤマキ; kubara 久原本家; kameda 亀田製菓; fujiya 不二家; uha uha味覚糖; nissui ニッスイ; maruhanichi マルハニチロ;
keycoffee キーコーヒー; twinings トワイニング; lipton リプトン; megmilk 雪印メグミルク; wakodo 和光堂; beanstalk ビーンスターク; icreo アイクレオ; doggyman ドギーマン; petio ペティオ; marukan マルカン; merrell メレル; teva テバ; skechers スケッチャーズ;
moonstar ムーンスター; clarks クラークス; hanes ヘインズ; triumph トリンプ; manhattanportage マンハッタンポーテージ マンハッタン ポーテージ; anello アネロ; evernew エバニュー; victas ヴィクタス; babolat バボラ; spalding スポルディング; gamakatsu がまかつ;
kyocera 京セラ; olfa オルファ; asahipen アサヒペン; kanpe カンペハピオ; washin 和信ペイント; cemedine セメダイン; soft99 ソフト99; surluster シュアラスター; carmate カーメイト; comtec コムテック; taiwanyuasa 台湾ユアサ; gsyuasa gsユアサ ジーエスユアサ;
maruman マルマン; faber ファーバーカステル faber-castell; okamura オカムラ; itoki イトーキ; ergohuman エルゴヒューマン; yamazaki 山崎実業; noda 野田琺瑯 ノダホーロー; kaico 貝印; pearlmetal パール金属; henckels ヘンケルス; iwaki イワキ;
iittala イッタラ; skater スケーター; brita ブリタ; vitantonio ビタントニオ; kalita カリタ; haier ハイアール; hisense ハイセンス; toyotomi トヨトミ; salonia サロニア; aviot アビオット; jabra ジャブラ; fiio フィーオ; thermaltake サーマルテイク;
coolermaster クーラーマスター; deepcool ディープクール; lexar レキサー; hori ホリ; 8bitdo エイトビットドゥ; hobbyjapan ホビージャパン; tomytec トミーテック; daddario ダダリオ; ernieball アーニーボール; epiphone エピフォン; strymon ストライモン;
behringer ベリンガー; anua アヌア; mediheal メディヒール; cosrx コスアールエックス; missha ミシャ; etude エチュード; tirtir ティルティル; larocheposay ラロッシュポゼ; avene アベンヌ; addiction アディクション; decorte コスメデコルテ; isehan 伊勢半;
attenir アテニア; kneipp クナイプ; maxicosi マキシコシ; graco グレコ; edwin エドウィン; dickies ディッキーズ; oakley オークリー; tissot ティソ; gillette ジレット; sanrio サンリオ; castrol カストロール; oxo オクソー; nitori ニトリ; royce ロイズ;
emoor エムール; swarovski スワロフスキー; bausch ボシュロム; liquitex リキテックス; zamst ザムスト; ikea イケア; tempur テンピュール; workman ワークマン; vandoren バンドレン; continental コンチネンタル; padico パジコ; napla ナプラ;
shachihata シヤチハタ シャチハタ; golfpride ゴルフプライド; brabantia ブラバンシア; farska ファルスカ; seiban セイバン; atsugi アツギ; holbein ホルベイン; schwalbe シュワルベ; shoei ショウエイ; jellycat ジェリーキャット; hamanaka ハマナカ;
clover クロバー; kawada カワダ; kodak コダック; jackall ジャッカル; cultiva カルティバ オーナーばり; feuerhand フュアーハンド; opinel オピネル; kinto キントー; narumi ナルミ; noritake ノリタケ; hanayama ハナヤマ はなやま; funko ファンコ; megabass メガバス;
panaracer パナレーサー; topeak トピーク; hyponex ハイポネックスジャパン; kureco 呉工業; bathclin バスクリン; cerave セラヴィ; marlmarl マールマール; newera ニューエラ; lebel ルベル; tsumura ツムラ; longchamp ロンシャン; bodum ボダム; steiff シュタイフ;
lupicia ルピシア; fjallraven フェールラーベン; footjoy フットジョイ fj; yamaria ヤマシタ ヤマリア; thermarest サーマレスト therm-a-rest; morakniv モーラナイフ; duralex デュラレックス; josephjoseph ジョセフジョセフ; tupperware タッパーウェア;
otafuku オタフクソース オタフク; momoya 桃屋; barilla バリラ; kipling キプリング; jackery ジャクリ; ecoflow エコフロー; gentos ジェントス; nittaku ニッタク; swans スワンズ; cateye キャットアイ; tajima タジマ; koshin 工進 コーシン; lasana ラサーナ;
rayban レイバン ray-ban; jins ジンズ; asvel アスベル; kokubo 小久保工業所; tenma 天馬; iwachu 岩鋳; koikeya 湖池屋; tohato 東ハト; kabaya カバヤ カバヤ食品; myojo 明星食品; takarashuzo 宝酒造; hakutsuru 白鶴; gekkeikan 月桂冠;
mercian メルシャン; aohata アオハタ; pelican ペリカン石鹸; hakugen 白元アース 白元; okamoto オカモト; pipco ピップ; eisai エーザイ; taiko 大幸薬品; kumon くもん くもん出版; kutsuwa クツワ; lihitlab リヒトラブ; aiwa アイワ; yamada 山田照明;
arclight アークライト; naris ナリス化粧品 ナリスアップ; hiorie ヒオリエ 日織恵; fukuske 福助; tac tac出版; aisen アイセン アイセン工業; inomata イノマタ化学; towasangyo 東和産業; shimomura 下村工業; takagi タカギ; suncraft サンクラフト; wahei 和平フレイズ;
peacock ピーコック魔法瓶; toyosasaki 東洋佐々木ガラス; luminarc リュミナルク; riedel リーデル; wedgwood ウェッジウッド; royalcopenhagen ロイヤルコペンハーゲン; marimekko マリメッコ; bialetti ビアレッティ; melitta メリタ; timemore タイムモア;
nespresso ネスプレッソ; frosch フロッシュ; duskin ダスキン; azuma アズマ工業; crecia 日本製紙クレシア クレシア; hakujuji 白十字; livedo リブドゥ; ettusais エテュセ; rimmel リンメル; revlon レブロン; weleda ヴェレダ; noevir ノエビア;
menard メナード; utena ウテナ; yanagiya 柳屋本店; hoyu ホーユー; dariya ダリヤ; milbon ミルボン; arimino アリミノ; moltobene モルトベーネ; nakanoco 中野製薬; tangleteezer タングルティーザー; joie ジョイー; britax ブリタックス; recaro レカロ;
munchkin マンチキン; medela メデラ; nihonikuji 日本育児; iams アイムス; aixia アイシア; nisso ニッソー; kyorin キョーリン; suisaku 水作; petline ペットライン; nipponpetfood 日本ペットフード; pelikan ペリカン;
rotring ロットリング; kaweco カヴェコ; rhodia ロディア; apica アピカ 日本ノート; artec アーテック; raymay レイメイ藤井 レイメイ; sekisei セキセイ; descente デサント; ellesse エレッセ; lecoqsportif ルコックスポルティフ; umbro アンブロ; ssk エスエスケイ;
rawlings ローリングス; wilson ウイルソン ウィルソン; yasaka ヤサカ; stiga スティガ; tabata タバタ; kasco キャスコ; naturehike ネイチャーハイク; petzl ペツル; trangia トランギア; primus プリムス;
majorcraft メジャークラフト; abugarcia アブガルシア; varivas バリバス; sunline サンライン; toray 東レ; sasame ささめ針; katsuichi カツイチ; kyototool 京都機械工具; snapon スナップオン; knipex クニペックス; hozan ホーザン; ryobi リョービ;
dewalt デウォルト; milwaukee ミルウォーキー; trusco トラスコ トラスコ中山; shinwa シンワ測定; takii タキイ タキイ種苗; sakataseed サカタのタネ; protoleaf プロトリーフ; wakos ワコーズ; mobil モービル; eneos エネオス; seiwa セイワ;
napolex ナポレックス; ngk 日本特殊陶業; kitaco キタコ; tanax タナックス; komine コミネ; kushitani クシタニ; agatsuma アガツマ; joypalette ジョイパレット; hape ハペ; edinter エドインター; ensky エンスカイ; yanoman やのまん; tenyo テンヨー;
gigamic ギガミック; showasangyo 昭和産業; joilmills jオイルミルズ; bulldog ブルドックソース ブルドック; delmonte デルモンテ; higeta ヒゲタ ヒゲタ醤油; hikarimiso ひかり味噌; hanamaruki ハナマルキ; riken 理研ビタミン リケン; higashimaru ヒガシマル ヒガシマル醤油;
daisho ダイショー; moranbong モランボン; marumiya 丸美屋; tablemark テーブルマーク; nichirei ニチレイ ニチレイフーズ; hakubaku はくばく; kanro カンロ; ginbis ギンビス; iwatsuka 岩塚製菓;
sankoseika 三幸製菓; kuriyama 栗山米菓; ippodo 一保堂 一保堂茶舗; fukujuen 福寿園; nittohtea 日東紅茶; lavazza ラバッツァ; ogawacoffee 小川珈琲; doutor ドトール; sangaria サンガリア; orionbeer オリオンビール; sanwashurui 三和酒類;
kirishimashuzo 霧島酒造; zenyaku 全薬工業; bayer バイエル バイエル薬品; gsk グラクソスミスクライン; novartis ノバルティス; yuskin ユースキン製薬; apix アピックス; maxzen マクスゼン; ingenuity インジェニュイティ; skiphop スキップホップ; drbrowns ドクターブラウン;
napnap ナップナップ; hoppetta ホッペッタ; magformers マグフォーマー; fissler フィスラー; wmf ヴェーエムエフ; pyrex パイレックス; corelle コレール; microplane マイクロプレイン; miyazakiseisakusho 宮崎製作所; scanpan スキャンパン; greenpan グリーンパン;
hakusan 白山陶器; topland トップランド; francebed フランスベッド; airweave エアウィーヴ; francfranc フランフラン; belmaison ベルメゾン; rinrei リンレイ; niitaka ニイタカ; shabondama シャボン玉石けん; taiyoyushi 太陽油脂; rocketsoap ロケット石鹸;
daiichisoap 第一石鹸; lionchemical ライオンケミカル; bobbibrown ボビイブラウン; annasui アナスイ; jillstuart ジルスチュアート; covermark カバーマーク; celvoke セルヴォーク; kibun 紀文 紀文食品; ichimasa 一正蒲鉾; uchibori 内堀醸造;
tamanoi タマノイ タマノイ酢; sokensha 創健社; ohsawa オーサワ オーサワジャパン; seijoishii 成城石井; kirkland カークランド; nowfoods ナウフーズ; belegend ビーレジェンド; myprotein マイプロテイン; goldsgym ゴールドジム; kentai ケンタイ; alpron アルプロン;
yamazakibaking 山崎製パン; imuraya 井村屋; takanashi タカナシ タカナシ乳業; nippn ニップン 日本製粉; dececco ディチェコ ディ・チェコ; ninben にんべん; marutomo マルトモ; kayanoya 茅乃舎; mishimafoods 三島食品; ohmoriya 大森屋; hamaotome 浜乙女;
kadoya かどや製油 かどや; kuki 九鬼産業; nihonshokken 日本食研; marutai マルタイ; acecook エースコック; kunitaro 国太楼; yamamotoyama 山本山; haradaseicha ハラダ製茶; canagan カナガン; almonature アルモネイチャー; farmina ファルミナ;
marmot マーモット; scarpa スカルパ; lasportiva スポルティバ ラスポルティバ; saucony サッカニー; altra アルトラ; phiten ファイテン; alcare アルケア; tachikara タチカラ; finta フィンタ; gosen ゴーセン; toalson トアルソン; tecnifibre テクニファイバー;
kimony キモニー; tibhar ティバー; donic ドニック; lezyne レザイン; fizik フィジーク; selleitalia セライタリア; vittoria ヴィットリア ビットリア; finishline フィニッシュライン; parktool パークツール; leuchtturm ロイヒトトゥルム; delfonics デルフォニックス;
hightide ハイタイド; quovadis クオバディス; takahashi 高橋書店; jmam 日本能率協会マネジメントセンター; kamoi カモ井加工紙; carandache カランダッシュ; derwent ダーウェント; saizeriya サイゼリヤ; graphico グラフィコ; ishizuka 石塚硝子; adria アデリア;
ohishi 大石アンドアソシエイツ; nihonkodoh 日本香堂; shoyeido 松栄堂; kunjudo 薫寿堂; kameyama カメヤマ; zippo ジッポー; windmill ウインドミル; greenbell グリーンベル; gsi クレオス; sumikaengei 住友化学園芸;
jomalone ジョーマローン jomalonelondon ジョーマローンロンドン; kataoka 片岡物産; asanonenshi 浅野撚糸; ida 井田ラボラトリーズ; chifure ちふれ ちふれ化粧品; cogit コジット; yurakuseika 有楽製菓; primaham プリマハム; gpcreates ジーピークリエイツ; spectrumbrands スペクトラムブランズ;
yazawa ヤザワコーポレーション; elpa 朝日電器 エルパ; bvd ビーブイディ; senju 千寿製薬; kyushin 救心製薬; jex ジェクス; sagami 相模ゴム 相模ゴム工業; lobtex ロブテックス; hanagokoro 花ごころ; rainbowyakuhin レインボー薬品; echigoseika 越後製菓; taimatsu たいまつ食品;
hoteifoods ホテイフーズ; kyokuyo 極洋 キョクヨー; sugakiya 寿がきや; shimaya シマヤ; somishokuhin 創味食品; marudai 丸大食品; yotsuba よつ葉乳業; rokkobutter 六甲バター qbb; chichiyasu チチヤス; satsumashuzo 薩摩酒造; kikumasamune 菊正宗; asahishuzo 朝日酒造; hakkaijozo 八海醸造;
subarusha すばる舎; toto トートー; lixil リクシル inax; paloma パロマ; vitamix バイタミックス; createion クレイツ; shinko 伸晃; yoshikawakuni 吉川国工業所; marna マーナ; nonoji ののじ; shimomurakihan 下村企販; taniguchi 谷口金属; hokuriku 北陸アルミ; endoshoji 遠藤商事; yoshikin 吉田金属工業
""".replace("; ", "\n").replace(";\n", "\n")
"""Makers behind one another, each with its names."""
