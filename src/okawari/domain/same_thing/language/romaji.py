"""How Japanese is read in Latin letters: しぼりたて shiboritate, 月夜 tsukiyo, 顔彩耽美 gansai tambi."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from okawari.domain.same_thing.language.sound import IN_KATAKANA
from okawari.domain.same_thing.vocabulary.words import words_in

_KANJI: Final = {
    pair[0]: tuple(pair[1:].split(","))
    for pair in words_in("""
一ichi,itsu,hito,kazu 二ni,futa 三san,mi 四shi,yon,yo 五go,itsu 六roku,mu 七shichi,nana 八hachi,ya 九kyu,ku 十ju,to 百hyaku,momo 千sen,chi 万man,ban,yorozu
零rei,zero 半han 両ryo 双so,futa 片hen,kata 全zen 多ta,o 少sho 数su,kazu 日nichi,hi,ka,bi,jitsu 月getsu,gatsu,tsuki 火ka,hi 水sui,mizu 木moku,boku,ki,ko
金kin,kane,kana,kon 土do,to,tsuchi 曜yo 星sei,hoshi 空ku,sora,kara 天ten,ama,ame 地chi,ji 山san,yama,zan 川sen,kawa 河ka,kawa,ga 海kai,umi 湖ko 池chi,ike
谷koku,tani,ya 野ya,no 原gen,hara,wara 森shin,mori 林rin,hayashi 島to,shima 岩gan,iwa 石seki,ishi,shaku 砂sa,suna 沢taku,sawa 滝taki 泉sen,izumi 浜hin,hama
岸gan,kishi 波ha,nami,wa 潮cho,shio 岡ko,oka 丘kyu,oka 坂han,saka 峰ho,mine 嶺rei,mine 岳gaku,take 崎ki,saki 津tsu,shin 浦ho,ura 港ko,minato 江ko,e 沖oki 洲su 州shu,su
國koku,kuni 国koku,kuni 県ken 都to,miyako 京kyo,kei 市shi,ichi 町cho,machi 村son,mura 里ri,sato 郷kyo,go,sato 道do,michi 路ro,ji 門mon,kado 橋kyo,hashi 宮kyu,gu,miya
寺ji,tera 社sha,yashiro 神shin,jin,kami,kan 仏butsu,hotoke 城jo,shiro,ki 堂do 館kan,tate 屋oku,ya 家ka,ke,ie,ya 庵an,iori 舎sha,ya 園en,sono 庭tei,niwa 場jo,ba
所sho,tokoro 本hon,moto 元gen,moto 店ten,mise 亭tei 房bo,fusa 窓so,mado 戸ko,to 春shun,haru 夏ka,natsu 秋shu,aki 冬to,fuyu 朝cho,asa 昼chu,hiru 夕yu,seki 夜ya,yo,yoru
宵sho,yoi 暁gyo,akatsuki 曙akebono 光ko,hikari,mitsu 陽yo,hi 影ei,kage 明mei,myo,akari,aka,ake,aki 暗an,kura 闇yami 風fu,kaze,kaza 雨u,ame,ama 雪setsu,yuki
雲un,kumo 霧mu,kiri 霞ka,kasumi 雷rai,kaminari 嵐ran,arashi 虹niji 氷hyo,kori 露ro,tsuyu 霜so,shimo 雫shizuku 滴teki,shizuku 晴sei,hare,haru 曇kumo 時ji,toki
今kon,ima 昔seki,mukashi 古ko,furu 新shin,ara,nii 旧kyu 年nen,toshi 代dai,yo,shiro 世se,sei,yo 紀ki 歳sai 刻koku,kiza 旬shun 節setsu,fushi,bushi 期ki 初sho,hatsu,ui
始shi,haji 終shu,owa 末matsu,sue 永ei,naga 久kyu,ku,hisa 長cho,naga 短tan,mijika 東to,higashi,azuma 西sai,sei,nishi 南nan,minami 北hoku,kita 中chu,naka
上jo,ue,kami,uwa,a 下ka,ge,shita,shimo 左sa,hidari,za 右u,migi 前zen,mae 後go,ko,ato,nochi,ushiro 内nai,uchi 外gai,soto,hoka 奥o,oku 間kan,ken,ma,aida 辺hen,be
央o 隅gu,sumi 角kaku,kado,tsuno 端tan,hashi,hata 底tei,soko 面men,omote 表hyo,omote 裏ri,ura 横o,yoko 縦ju,tate 先sen,saki 手shu,te,ta 足soku,ashi,taru 目moku,me
口ko,kuchi 耳ji,mimi 鼻bi,hana 顔gan,kao 頭to,atama,kashira,ju,zu 髪hatsu,kami 首shu,kubi 肩ken,kata 腕wan,ude 指shi,yubi 爪tsume 胸kyo,mune 腹fuku,hara 腰yo,koshi
背hai,se 尻shiri 膝hiza 肌ki,hada 皮hi,kawa 骨kotsu,hone 血ketsu,chi 肉niku 胃i 腸cho 肝kan 心shin,kokoro 身shin,mi 体tai,karada 命mei,inochi 魂kon,tamashi 霊rei
力ryoku,riki,chikara 声sei,koe 息soku,iki 涙rui,namida 汗kan,ase 眼gan,me,manako 毛mo,ke 歯shi,ha 人jin,nin,hito,to 男dan,nan,otoko,o 女jo,nyo,onna,me
子shi,su,ko,ne 父fu,chichi 母bo,haha 兄kei,kyo,ani 弟tei,dai,ototo 姉shi,ane 妹mai,imoto 夫fu,otto 妻sai,tsuma 娘musume 童do,warabe 老ro,oi 若jaku,waka 翁o,okina
君kun,kimi 王o 皇ko,o 帝tei,mikado 姫hime 殿den,tono 侍samurai 武bu,mu,take 士shi 兵hei,be 軍gun 将sho 主shu,nushi 者sha,mono,ja 師shi 客kyaku 友yu,tomo 仲chu,naka
達tatsu,tachi 私shi,watashi 僕boku 俺ore 誰dare 何ka,nani,nan 名mei,na 姓sei 氏shi,uji 様yo,sama 太ta,tai,futo,o 郎ro 介kai,suke 助jo,suke 吉kichi,yoshi 平hei,hira
次ji,tsugi 丸gan,maru 丈jo,take 彦hiko 美bi,mi,utsuku 香ko,kyo,ka,kao,kaori 奈na 菜sai,na 理ri 沙sa 紗sa 佐sa 伊i 加ka 衣i,koromo,kinu 依i,yori 由yu,yui,yoshi
恵kei,e,megu 幸ko,sachi,yuki,shiawa 喜ki,yoroko 楽raku,gaku,tano 愛ai,mana,ito 恋ren,koi 慕bo 想so,omo 思shi,omo 夢mu,yume 希ki,nozomi 望bo,mo,nozomi 祈ki,ino
願gan,nega 笑sho,wara,emi 泣na 怒do,ika 哀ai 寂seki,sabi 静sei,shizu 穏on,oda 和wa,kazu,nago 安an,yasu,a 清sei,kiyo 純jun 真shin,ma,makoto 誠sei,makoto 信shin,nobu
義gi,yoshi 仁jin 礼rei 智chi,tomo 忠chu 孝ko,taka 徳toku 福fuku 寿ju,su,kotobuki 祝shuku,iwa 賀ga 慶kei 宝ho,takara 富fu,tomi,to 栄ei,saka 豊ho,yutaka,toyo 昌sho,masa
正sei,sho,masa,tada 直choku,nao 政sei,masa 治ji,haru 雅ga,masa,miyabi 優yu,yasa,masa 秀shu,hide 英ei,hide 俊shun 賢ken 勇yu,isa 健ken,take,suko 康ko,yasu
強kyo,go,tsuyo 弱jaku,yowa 剛go,tsuyoshi 猛mo,take 烈retsu 激geki,hage 極goku,kyoku,kiwa 超cho,ko 最sai,mo 特toku 並hei,nami 絶zetsu,ta 無mu,bu 有yu,ari 非hi 不fu,bu
未mi 反han 再sai,futata 復fuku 活katsu,i 死shi 生sei,sho,nama,i,u,ki,ha,iku 産san,u 誕tan 成sei,jo,na,nari 完kan 育iku,soda 支shi,sasa 配hai,kuba 覇ha
覚kaku,obo,me,sa 醒sei 進shin,susu 撃geki,u 戦sen,ikusa,tataka 闘to,tataka 争so,araso 勝sho,ka,katsu 敗hai 守shu,su,mamo,mori 攻ko,se 滅metsu,horo 破ha,yabu
斬zan,ki 切setsu,ki 刃jin,ha,yaiba 刀to,katana 剣ken,tsurugi 槍so,yari 弓kyu,yumi 矢shi,ya 盾jun,tate 甲ko,kan,kabuto 鎧yoroi 鬼ki,oni 魔ma 妖yo,aya 怪kai 獣ju,kemono
龍ryu,tatsu 竜ryu,tatsu 虎ko,tora 獅shi 狼ro,okami 狐ko,kitsune 狸tanuki 猫byo,neko 犬ken,inu 馬ba,uma,ma 牛gyu,ushi 豚ton,buta 羊yo,hitsuji 兎to,usagi,usa 鼠nezumi
熊kuma 鹿roku,shika,ka 猿en,saru 鳥cho,tori 鶏kei,niwatori,tori 鶴kaku,tsuru 亀ki,kame 鷹taka 鷲washi 鳳ho,otori 凰o 雀suzume,jaku 烏u,karasu 鴨kamo 鳩hato 燕tsubame
蛇ja,hebi 魚gyo,uo,sakana 鯛tai 鮭sake 鮪maguro 鯉koi 虫chu,mushi 蝶cho 蜂hachi 蛍kei,hotaru 蚕san 花ka,hana 華ka,ke,hana,hara 草so,kusa 葉yo,ha 根kon,ne 茎kuki
実jitsu,mi 種shu,tane 芽ga,me 枝shi,eda 幹kan,miki 樹ju,ki 桜o,sakura 梅bai,ume 松sho,matsu 竹chiku,take 桃to,momo 李ri,sumomo 柿kaki 栗ritsu,kuri 梨nashi 柑kan
橘tachibana 柚yu,yuzu 杏an,anzu 桐kiri 杉sugi 檜hinoki 桂katsura 楓kaede 柳ryu,yanagi 椿tsubaki 萩hagi 菊kiku 蘭ran 蓮ren,hasu 藤to,fuji,do 葵aoi 茜akane 菫sumire 薔ba
茨ibara 苔koke 蔵zo,kura 藍ai 麻ma,asa 綿men,wata 絹ken,kinu 糸shi,ito 布fu,nuno 織shoku,ori 紙shi,kami 筆hitsu,fude 墨boku,sumi 硯suzuri 絵kai,e 画ga,kaku
彩sai,irodori,aya 色shoku,shiki,iro 黒koku,kuro 白haku,byaku,shiro,shira 赤seki,aka 青sei,ao 緑ryoku,midori 黄ko,o,ki 紫shi,murasaki 紅ko,ku,beni,kurenai
朱shu,ake 紺kon 碧heki,midori 蒼so,ao 翠sui,midori 銀gin 鉄tetsu 銅do 鋼ko,hagane 灰hai 茶cha,sa 橙daidai 琥ko 珀haku 瑠ru 璃ri 玉gyoku,tama 珠shu,tama 琳rin
鈴rei,rin,suzu 鐘sho,kane 鏡kyo,kagami 笛teki,fue 琴kin,koto 鼓ko,tsuzumi 舞bu,mai,ma 踊odori,odo 歌ka,uta 唄uta 詩shi,uta 音on,ne,oto 曲kyoku 響kyo,hibi,hibiki
調cho,shira 律ritsu 奏so,kana,kanade 語go,kata,katari 話wa,hana,hanashi 言gen,koto,i 詞shi 書sho,ka 読doku,yo 文bun,mon,fumi 字ji 章sho 記ki 録roku 伝den,tsuta
説setsu 物butsu,motsu,mono 事ji,koto 学gaku,mana 校ko 教kyo,oshi 習shu,nara 知chi,shi 問mon,to 答to,kota 考ko,kanga 米bei,mai,kome 麦baku,mugi 豆to,zu,mame 粟awa
稲to,ine,ina 穀koku 飯han,meshi 餅mochi 粉fun,ko,kona 麺men 蕎so 酒shu,sake,saka 酢su 塩en,shio 糖to 油yu,abura 醤sho 味mi,aji 噌so 甘kan,ama 辛shin,kara 苦ku,niga
酸san,su 旨uma 食shoku,ta 飲in,no 料ryo 膳zen 菓ka 団dan 飴ame 羹kan 煎sen,i 焙ho 焼sho,ya,yaki 煮sha,ni 蒸jo,mu 揚yo,a,age 炊sui,ta,daki 漬zuke,tsu,tsuke 干kan,ho,hoshi
燻kun 濃no,ko 淡tan,awa 薄haku,usu 厚ko,atsu 熱netsu,atsu 冷rei,hi 温on,ata,nuku 暖dan,atata 涼ryo,suzu 湯to,yu 汁ju,shiru 粒ryu,tsubu 塊kai 枚mai 包ho,tsutsu
袋tai,fukuro 箱hako 缶kan 瓶bin 壺tsubo 皿sara 鉢hachi 椀wan 碗wan 杯hai 盃sakazuki 釜kama 鍋nabe 窯yo,kama 器ki,utsuwa 具gu 品hin,shina 茅kaya,bo 乃no,nai 之no,shi
又mata,yu 玄gen 幽yu 吟gin 醸jo,kamo 泡ho,awa 薬yaku,kusuri 膏ko 散san,chi 錠jo 丹tan 湿shitsu 潤jun,uru 膚fu 洗sen,ara 粧sho 液eki 乳nyu,chichi 鹸ken 浴yoku
快kai,kokoroyo 癒yu,iya 療ryo 養yo 救kyu,suku 大dai,tai,o 小sho,ko,chi,o 高ko,taka 低tei,hiku 深shin,fuka 浅sen,asa 広ko,hiro 狭kyo,sema 遠en,to 近kin,chika
重ju,cho,omo 軽kei,karu 早so,haya 速soku,haya 遅chi,oso 細sai,hoso 円en,maru 方ho,kata 形kei,katachi,gata 型kei,kata 式shiki 流ryu,naga 派ha 化ka,ba 変hen,ka
別betsu,waka 同do,ona 合go,ai,a 会kai,a 組so,kumi 結ketsu,yui,musu 続zoku,tsuzu 連ren,tsu 絆kizuna 縁en 輪rin,wa 環kan 球kyu,tama 巻kan,maki,ma 折setsu,ori,o
開kai,hira,a 閉hei,to 出shutsu,de,da 入nyu,i,iri 来rai,ku,ki 行ko,gyo,i,yuki 帰ki,kae 通tsu,to,doori 走so,hashi 歩ho,aru 飛hi,to,tobi 泳ei 立ritsu,ta,tachi 座za
止shi,to 動do,ugo 転ten,koro 回kai,mawa 落raku,o 昇sho,nobo 登to,nobo 降ko,fu 乗jo,no 見ken,mi 聞bun,ki 聴cho,ki 感kan 触shoku,fu 取shu,to,tori 持ji,mo,mochi
使shi,tsuka 作saku,sa,tsuku 造zo,tsuku 製sei 彫cho,hori 打da,uchi,u 引in,hi 押o,oshi 投to,na 受ju,u 送so,oku 贈zo,oku 与yo 買bai,ka 売bai,u,uri 商sho 業gyo 工ko,ku
匠sho,takumi 職shoku 技gi,waza 術jutsu 法ho 電den 車sha,kuruma 船sen,fune,funa 機ki 械kai 統to 領ryo 札satsu,fuda 棋ki 碁go 遊yu,aso 戯gi 芸gei 能no 演en 劇geki 映ei,utsu
写sha,utsu 像zo 印in,shirushi 刷satsu 版han 集shu,atsu 号go 番ban 第dai 級kyu 段dan 位i,kurai 等to 幕maku,baku 府fu 藩han 炎en,hono 焔homura 焦sho,ko 煌ko,kira 輝ki,kagaya
閃sen 幻gen,maboroshi 虚kyo 孫son,mago 悟go,sato,satoru 関kan,seki 鮮sen,aza 凛rin 轟go,todoro 爆baku 爽so,sawa 絢ken,aya 爛ran 彗sui 宇u 宙chu 兼ken,kane 定jo,tei,sada
則soku,nori 貞tei,sada 宗so,shu,mune 斎sai 衛e,ei,i 井i,sei 田den,ta,da 畑hata,hatake 斉sai 渡to,wata 尾o,bi 部bu,be 阿a 倍bai,be 葛katsu 飾kazari,shoku,shika 麿maro
耽tan 暦reki,koyomi 芳ho,yoshi 堀hori 蔦tsuta 鳴mei,naru,na 暮bo,kure,ku 碇ikari 綾aya 惣so 弐ni 壱ichi 参san,mai 我ga,ware 輩hai 吾go,a,waga 彼kare,hi 是ze,kore 此kono
其sono 為tame,i 故yue,ko 焚taki 雛hina 祭sai,matsuri 宴en,utage 伽togi,ka 噺hanashi 漢kan 孤ko 独doku 街gai,machi 午go,uma 好ko,kono,su,yoshi 抹matsu 粋sui,iki 贅zei
厳gen 選sen,era 炭tan,sumi 溶yo 漆shitsu,urushi 酵ko 素so,su,moto 麹koji 漫man 編hen 呪ju,noro 巨kyo 推sui,oshi,o 丼don,donburi 鰻unagi 喫kitsu 艶en,tsuya 潔ketsu,kiyo 菌kin
卓taku 棚tana 狩shu,kari 聖sei 騎ki 伯haku 爵shaku 婚kon 嫁yome 約yaku 探tan,saga 偵tei 罪zai,tsumi 罰batsu 殺satsu,koro 迷mei,mayo 宿shuku,yado 談dan 錬ren 殻kaku,kara
隊tai 艦kan 翼yoku,tsubasa 紋mon 翔sho,kake 隼hayabusa,hayato 桔kitsu,ki 梗kyo 茉ma 莉ri 笠kasa 塚tsuka 澤sawa 濱hama 鍛tan 冶ji 桑kuwa 菱hishi 鷺sagi 笹sasa 錦nishiki
縞shima 禅zen 備bi 唐to,kara 萬man,yorozu 益masu,eki 瀬se 常jo,toko,tsune 滑katsu,name 葡bu 萄do 檸re 檬mon 椒sho 芋imo 胡ko,go,kuru 卵ran,tamago 鰹katsuo 昆kon 醐go
樽taru 搾sabo,shibo 割wari,wa 磨maro,miga 砥to,toishi 鉋kanna 鋸nokogiri 鑿nomi 鋏hasami 剃so,zori 箸hashi 櫛kushi 枕makura 畳tatami 帯obi,tai 袴hakama 襖fusuma 鞠mari
凧tako 陣jin 兜kabuto 忍nin,shinobi,shino 浪ro 巫mi 錫suzu 舟fune,shu 詰zume,tsume 替kae,ga 亜a 羅ra 菩bo 薩satsu 陀da 如nyo 弥mi,ya 勒roku 曼man 荼da 緋hi 銘mei 鍵kagi
扉tobira 涯gai 郭kaku 塔to 壁heki,kabe 階kai 旅ryo,tabi 軌ki 跡seki,ato 巡jun,megu 奇ki 妙myo 冒bo 険ken 束soku,taba 魅mi 惑waku 罠wana 恐kyo,oso 怖fu,kowa 讐shu 牙ga,kiba
咆ho 哮ko 凱gai 雄yu,o,osu 魁kai 兆cho 候ko 匂nio 薫kun,kao 馨kaoru 梳su 用yo 個ko 付fu,tsuki,tsu 医i 分bun,fun,bu,wa 類rui 限gen,kagi 充ju 気ki,ke 度do,tabi 計kei 剤zai
単tan 対tai,tsui 自ji 専sen 線sen 象sho,zo 容yo 浄jo 庫ko 公ko 透to,su 量ryo 臭shu,kusa 保ho,yasu,tamo 鉛en,namari 列retsu 装so 防bo 乾kan 系kei 良ryo,yoshi 除jo 基ki,moto
燥so 袖sode 点ten 任nin 断dan 台dai,tai 然zen,nen 芝shiba 潟kata 葬so 財zai 脂shi 告koku 貝kai 性sei 発hatsu 総so 資shi 傘kasa,san 志shi,kokorozashi 仮ka 源gen,minamoto
令rei 晶sho 室shitsu,muro 賞sho 準jun 吸kyu,su 効ko 洋yo 帳cho 材zai 丁cho 満man,mitsu 浸shin 児ji 果ka,ha 敏bin,toshi 旭asahi,kyoku 抱daki,ho 耐tai 抗ko 沼numa,sho 改kai
護go 呉kure,go 善zen,yoshi 靴kutsu,gutsu 筒tsutsu,to 陶to 図zu,to 輔suke 微bi 相so,sho,ai 住ju,sumi 収shu 照sho,teru 題dai 刺shi,sa 繍shu 博hiro,haku 扇sen,ogi 密mitsu
針hari,shin 漂hyo 羽wa,ha,hane,u 注chu 寒kan,samu 逆gyaku,saka 襲shu 越etsu,koshi,go 態tai 貫kan 存son,zon 貿bo 情jo,nasake 粘nen 硝sho 珈ko 琲hi 桁keta 苑en 模mo 駿shun
獄goku 慣kan 科ka 廻kai,meguri 周shu,mawa 瞬shun,matata 姿shi,sugata 板ita,han,ban 硬ko 辻tsuji 穴ana,ketsu 研ken,togi 痛tsu,ita 鋳chu 補ho 精sei 舗ho 鋪ho 逸itsu
竈kamado 敦atsu 伍go 隆ryu,taka 秘hi 麗rei,ura 媛hime 倉kura,so 槙maki 嘉ka,yoshi 瑞zui,mizu 祥sho 禄roku 泰tai,yasu 浩hiro,ko 暢nobu 啓kei 晃ko,akira 哲tetsu 淳jun,atsu
司shi,tsukasa 典ten,nori 規ki,nori 聡so,satoshi 遼ryo,haruka 蒔maki 釉yu 鍬kuwa 苗nae 稀mare 隠in,kaku 条jo 蕗fuki 蓬yomogi 鰤buri 鱈tara 鰯iwashi 鯖saba 蟹kani 蛸tako
鮎ayu 鱒masu 鮑awabi 蛤hamaguri 牡bo 蠣kaki 葱negi 筍takenoko 茄na 椎shi,shii 茸take 榎enoki 蓼tade 芥karashi 醍dai 酪raku 饅man 粽chimaki 粥kayu 雑zatsu,zo,za 炒itame
串kushi 休kyu,yasu 季ki 尋hiro,jin 穂ho 亮ryo 凪nagi 颯so,hayate 湊minato 朔saku 悠yu,haru 陸riku 瑛ei 澪mio 紬tsumugi 咲saki,sa 遥haruka,haru 栞shiori 渚nagisa 綺ki 煉ren 禰ne 蜜mitsu
悲hi,kana 冨tomi 錆sabi 敷shiki 鎌kama 宍shishi 宏hiro 彰aki,sho 徹tetsu,toru 慎shin 拓taku 昂subaru 晋shin 朋tomo 梓azusa 槇maki 洸ko 燈to 狛koma 琉ryu 皐satsu 眞ma,shin
篤atsu 蛮ban 諏su 豪go 轍wadachi 那na 邦kuni 鞍kura 頼yori,rai 馳chi 駒koma 鮫same 鯨kujira 鴻ko 麟rin 黎rei 泥doro,dei 砲ho 鈍don 鎖kusari 鎮chin 閣kaku 陰in,kage 隙suki 餡an
鰆sawara 麩fu 黍kibi 鼈betsu 豹hyo 賊zoku 蹄hizume 輿koshi 酔sui,yo 鎚tsuchi 鑑kan
""")
}
"""Kanji of everyday use, each with how it is read, long vowels short."""
_WHOLE: Final[dict[str, str]] = dict(
    pair.split("=")
    for pair in words_in("""
大人=otona 今日=kyo 明日=ashita 昨日=kino 一人=hitori 二人=futari 田舎=inaka 紅葉=momiji 陽炎=kagero 時雨=shigure 五月雨=samidare 信楽=shigaraki 烏龍=uron 美濃=mino 神戸=kobe 小豆=azuki 梅雨=tsuyu 紫陽花=ajisai 向日葵=himawari 百合=yuri 撫子=nadeshiko 土産=miyage 団扇=uchiwa 硝子=garasu 老舗=shinise
銀杏=icho 日和=biyori 吹雪=fubuki 息吹=ibuki 竹刀=shinai 木刀=bokuto 大和=yamato 飛鳥=asuka 春日=kasuga 長谷=hase 服部=hattori 東雲=shinonome 十六夜=izayoi 微笑=hohoemi 景色=keshiki 煙草=tabako 相撲=sumo 神楽=kagura 不知火=shiranui 秋刀魚=sanma 和泉=izumi 柚子=yuzu 生姜=shoga 山葵=wasabi 蕎麦=soba 海苔=nori
""")
)
"""Words whose reading is none of their kanji's."""
_LONGEST: Final = max(map(len, _WHOLE))
_SMALL: Final = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
"""Small kana, which change the beat before them."""
_VOICED: Final = (
    ("ky", "gy"),
    ("k", "g"),
    ("sh", "j"),
    ("s", "z"),
    ("ch", "j"),
    ("ts", "z"),
    ("t", "d"),
    ("hy", "by"),
    ("h", "b"),
    ("h", "p"),
    ("f", "b"),
    ("f", "p"),
)
"""How a word begins alone, and behind another (hito, koi-bito)."""
_SWALLOWED: Final = re.compile("(?<=[aeiou])(?:tsu|chi|ku|ki)$")
"""What is swallowed before another, a double consonant counting as one (gaku, gakko)."""
_SPELLINGS: Final = tuple(
    (re.compile(written), standard)
    for written, standard in (
        ("[jz]y", "j"),
        ("sy", "sh"),
        ("ty", "ch"),
        ("t(?=c)", ""),
        ("c(?=[aou])", "k"),
        ("t(?=u)", "ts"),
        ("s(?=i)", "sh"),
        ("t(?=i)", "ch"),
        ("z(?=i)", "j"),
        ("dz", "z"),
        ("(?<![sc])hu", "fu"),
        ("m(?=[bpm])", "n"),
        ("l", "r"),
        (r"([kstpgdbzjcr])\1", r"\1"),
    )
)
"""How one sound is spelled, and how we write it."""
_LONG: Final = re.compile("([aiue])\\1|o[ou]+|oh(?![aeiou])")
"""A long vowel, which is as often written short."""
PARTS: Final = re.compile("(?<!')[a-z]+|(?<=')[a-rt-z]+|(?<=')s[a-z]+")
"""The Latin words of a token, without the s of a possessive."""


@lru_cache(maxsize=16384)
def _spelled(latin: str) -> str:
    """Return Latin letters in one spelling of Japanese."""
    found = latin
    for written, standard in _SPELLINGS:
        found = written.sub(standard, found)
    return found


_BEATS: Final = {
    kana: latin
    for row in words_in("""
-アイウエオ kカキクケコ sサシスセソ tタチツテト nナニヌネノ hハヒフヘホ mマミムメモ yヤ_ユ_ヨ rラリルレロ wワ___ヲ gガギグゲゴ zザジズゼゾ dダヂヅデド bバビブベボ pパピプペポ
""")
    for kana, latin in zip(row[1:], (_spelled(row[0].strip("-") + vowel) for vowel in "aiueo"), strict=True)
} | {"ン": "n", "ッ": "", "ー": "", "ヂ": "ji", "ヅ": "zu", "ヲ": "o"}
"""Beats of kana."""


@lru_cache(maxsize=4096)
def streams(listed: tuple[str, ...]) -> tuple[tuple[str, dict[int, int]], ...]:
    """Return the Latin letters of a title as readings are compared with them, in one spelling, with long vowels and with short ones, each with where its tokens begin and end."""
    tokens = [_spelled(part) for token in listed for part in PARTS.findall(token)]
    return tuple(_stream(forms) for forms in dict.fromkeys((tuple(tokens), tuple(map(_short, tokens)))))


def _short(latin: str) -> str:
    return _LONG.sub(lambda found: found[0][0], latin)


def _stream(tokens: tuple[str, ...]) -> tuple[str, dict[int, int]]:
    bounds, at = {0: 0}, 0
    for index, token in enumerate(tokens, 1):
        at += len(token)
        bounds[at] = index
    return "".join(tokens), bounds


@lru_cache(maxsize=16384)
def begins(word: str, at: int) -> tuple[str, ...]:
    """Return how what is read from one of a word's signs on can begin, by which most places are passed over at once."""
    return tuple({reading for _, readings in _units(word, at) for reading in readings})


def reach(word: str, begin: int, stream: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield how far a word is read from one of its signs on, and to where in the Latin letters."""
    reached: dict[int, set[int]] = {begin: {start}}
    for at in range(begin, len(word)):
        if starts := reached.get(at):
            for length, readings in _units(word, at):
                ends = {one + len(reading) for one in starts for reading in readings if stream.startswith(reading, one)}
                if ends:
                    reached.setdefault(at + length, set()).update(ends)
                    for end in ends:
                        yield at + length, end


@lru_cache(maxsize=16384)
def _units(word: str, at: int) -> tuple[tuple[int, frozenset[str]], ...]:
    """Return what can be read from a place of a word on: how many signs, and their readings."""
    sign = word[at].translate(IN_KATAKANA)
    if beat := _BEATS.get(sign):
        following = word[at + 1 : at + 2].translate(IN_KATAKANA)
        if small := _SMALL.get(following):
            joined = beat[:-1] + (small[-1] if beat[:-1] in ("sh", "ch", "j") or len(small) == 1 else small)
            return ((2, frozenset((joined,))),)
        particle = {"ハ": ("ha", "wa"), "ヘ": ("he", "e"), "ヲ": ("o", "wo"), "ウ": ("u", "")}.get(sign, (beat,))
        return ((1, frozenset(particle)),)
    if sign in _BEATS or sign in "々・":
        return ((1, frozenset(("",))),) if sign != "々" or at == 0 else ((1, _of_kanji(word[at - 1], behind=True)),)
    runs = (word[at:end] for end in range(at + 2, min(len(word), at + _LONGEST) + 1))
    whole = ((len(run), frozenset((_WHOLE[run],))) for run in runs if run in _WHOLE)
    return ((1, _of_kanji(sign, behind=at > 0)), *whole)


@lru_cache(maxsize=4096)
def _of_kanji(sign: str, *, behind: bool) -> frozenset[str]:
    readings = _KANJI.get(sign, ())
    found = {*readings, *(_SWALLOWED.sub("", one) for one in readings)}
    if behind:
        found |= {voiced + one[len(begun) :] for one in readings for begun, voiced in _VOICED if one.startswith(begun)}
    return frozenset(found)
