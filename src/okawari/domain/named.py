"""The names of persons in the lines of a mail, found by titles, labels and greetings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_KANJI: Final = "一-鿿々豈-﫿"
LETTERS: Final = f"{_KANJI}ぁ-ゖァ-ヺーｦ-ﾟA-Za-z"
_TITLE: Final = "(?:様|さま|さん|殿)"
_IN_TEXT: Final = rf"(?=[ 　]?{_TITLE}(?:[ 　、。！!?？」』）)<]|$|[がのをはにへともで宛ご方]|から|より|本人))"
_HONORIFIC: Final = re.compile(
    rf"(?:^|(?<=[\s>:：、「（(】\]]))([{LETTERS}]{{1,12}}(?:[ 　][{LETTERS}]{{1,12}})?)[ 　]?{_TITLE}(?![{LETTERS}])"
)
_WITH_READING: Final = re.compile(
    rf"(?:^|(?<=[\s>:：]))([{LETTERS}]{{1,12}}[ 　]?[{LETTERS}]{{1,12}})[ 　]?[(（][ァ-ヺー 　]{{2,25}}[)）][ 　]?{_TITLE}"
)
_READING: Final = re.compile(rf"[(（]([ぁ-ゖァ-ヺー]{{1,12}}(?:[ 　][ぁ-ゖァ-ヺー]{{1,12}})?)[)）][ 　]?{_TITLE}")
_RUNNING: Final = re.compile(rf"(?<![{_KANJI}ァ-ヺー])([{_KANJI}]{{1,6}}|[ァ-ヺー]{{2,12}}){_IN_TEXT}")
_HANDLE: Final = re.compile(rf"(?<![A-Za-z0-9_.@-])([A-Za-z][A-Za-z0-9_.-]{{1,29}}){_IN_TEXT}")
_OPENS: Final = re.compile(rf"(?:^|(?<=[\s>:：「『】\]]))([{LETTERS}0-9_☆★♪♡・.-]{{2,14}}){_IN_TEXT}")
_LABELLED: Final = re.compile(
    r"(?:フリガナ|ふりがな|お名前|氏名|お客様名|ご?注文者(?:名)?|お届け先(?:名|氏名)?|[送贈]り?付?先(?:名)?|お受け取り人|受取人|宛名|(?:カード|口座)名義人?"
    r"|お?振込人?名(?:義)?|ご?担当(?:者(?:名)?)?|[ごお]?依頼主(?:名)?|ご?購入者(?:名)?|ご家族名|[贈送]り主|(?:代理で)?受け取る方|代理人|同行者|申[請込]者|[^\s:：]{1,6}の(?:お?名前|氏名)"
    r"|(?:ship|deliver|bill) to|gift for|recipient|attention|attn\.?|name)(?:様)?(?:のお名前|氏名)?"
    rf"(?:】|\]|[(（][^)）\n]{{1,20}}[)）])?[ 　]*[:：\t][ 　]*([{LETTERS}]{{1,16}}(?:[ 　][{LETTERS}]{{1,16}})?)(?![{LETTERS}@])",
    re.IGNORECASE,
)
_NICKNAMED: Final = re.compile(
    r"(?:ニックネーム(?:可)?|ハンドル(?:ネーム)?|ユーザー名|表示名|落札者|購入者|出品者|取引相手|質問者|回答者|投稿者(?:名)?|(?:お?届け?先|住所)(?:の|を)?(?:別名|呼び名|登録名|名称|ニックネーム)|nickname)"
    r"(?:】|\]|[)）])?[ 　]*[:：\t】][ 　]*([^\s、。<>「」（）()]{2,30})",
    re.IGNORECASE,
)
_ACCOUNT: Final = re.compile(
    r"(?:LINE|Instagram|インスタ(?:グラム)?|Twitter|Facebook|TikTok|(?<![A-Za-z])X)(?:[ 　]?(?:ID|アカウント))?[ 　]*[:：][ 　]*@?([A-Za-z0-9_.]{3,40})"
)
_GREETED: Final = re.compile(
    r"(?:^|(?<=>)|(?<=\s))(?:Hello|Hi|Dear|Thanks),?\s+(?:(?:Mr|Ms|Mrs|Miss|Dr)\.?\s+)?([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=\s*[,!.。]|$)"
)
_INTRODUCED: Final = re.compile(
    rf"(?<![{_KANJI}ァ-ヺー])([{_KANJI}]{{2,6}}|[ァ-ヺー]{{2,10}}|[A-Z][a-z]+)と(?:申し|いい|言い|もうし)ます"
    rf"|(?:店長|店主|担当者?|責任者|スタッフ|オーナー)の([{_KANJI}]{{2,5}})(?:です|でございます|が|より)"
)
_NOBODY: Final = re.compile(
    r"(?:お客|皆|みな|会員|各位|お得意|ユーザー?|カスタマー|ご利用者|ご購入者|ご注文者|購入者|出品者|お取引先|貴|ご契約者|利用者|お友達|店舗|担当|customer|sir|madam|valued|member|user|amazon|client|friend|all|there)(?:さ|者)?",
    re.IGNORECASE,
)
_ANYBODY: Final = re.compile(
    r"本人|友人|知人|主人|旦那|家族|両親|[父母祖]親|祖[父母]|息子|赤|子供|新[郎婦]|奥|神|仏|王|嫁|孫|主|姉|兄|弟|妹|父|母|娘|客|皆|貴|左|有|同|仕|模|多|紋|文|俺|何"
    r"|.*(?:者|先|員|店|社|業|係|課|局|客)|.*(?:[店社部課会班市駅院校園学組]長|店主|家主|株主|雇主)|(?:八百|魚|肉|酒|本|花|運送|電気|薬|床|質|古本|問|牛乳|郵便)屋"
    r"|(?:スタッフ|オーナー|メンバー|ドライバー|バイヤー|セラー|メーカー|ショップ|サポート|ストア|ファン|ゲスト|ユーザー|カスタマー)"
    r"|[一二三四五六七八九十]人|作[家者]|先生|講師|[贈送飼買売持地]い?り?主|たく|みな|お?(?:かあ|とう|にい|ねえ|じい|ばあ|く|じ|ば|子)|こちら|そちら|あちら|どちら|どなた|[0-9]+"
)
_STATE: Final = re.compile(r"(?:[仕模同紋]|種多)$")
"""Before 様 no name, but 仕様, 水玉模様, 前回同様, 多種多様."""
_PARTICLE: Final = re.compile(
    rf"^[{LETTERS}]*?[はがをにのとも]([{_KANJI}]{{2,6}}|[ァ-ヺー]{{2,12}}|[A-Za-z][A-Za-z0-9_.-]+)$"
)
_ROLE: Final = re.compile("^(?:購入者|出品者|落札者|質問者|取引相手|作[家者]|お客様)の")
_END: Final = re.compile(f"{_TITLE}$")


def names_in(line: str) -> Iterator[tuple[str, str]]:
    """Yield the names of persons in a line, each with the rule that found it."""
    for rule, pattern in _RULES:
        for found in pattern.finditer(line):
            name = _END.sub("", next(filter(None, found.groups()), "")).strip()
            if name and not _NOBODY.match(name) and not _ANYBODY.fullmatch(name):
                yield rule, name
    for pattern in (_HONORIFIC, _RUNNING, _HANDLE, _OPENS):
        for found in pattern.finditer(line):
            is_state = _STATE.search(found[1]) and line[found.end(1) :].lstrip(" 　").startswith("様")
            alone = _PARTICLE.sub(r"\1", _ROLE.sub("", found[1]))
            if not is_state and not _NOBODY.match(alone) and not _ANYBODY.fullmatch(alone):
                yield "honorific", alone


_RULES: Final = (
    ("honorific", _READING),
    ("honorific", _WITH_READING),
    ("label", _LABELLED),
    ("label", _NICKNAMED),
    ("label", _ACCOUNT),
    ("greeting", _GREETED),
    ("introduced", _INTRODUCED),
)


def name_pieces(name: str) -> tuple[str, ...]:
    """Return a name and its parts that are looked for alone."""
    parts = [part for part in re.split(r"[\s　]+", name.strip()) if part]
    joined = "".join(parts)
    return tuple(dict.fromkeys((*parts, *([joined] if len(parts) > 1 else []))))


def is_short(name: str) -> bool:
    """Tell whether a name stands in other words too, and is one only where nothing but a title or a particle adjoins it."""
    return len(name) < 5 and re.fullmatch(f"[{_KANJI}]{{2,}}", name) is None


def bounds(name: str) -> tuple[str, str]:
    """Return what a short name must stand between, as look-arounds; one of a single character needs its title."""
    after = "[ 　]?(?:様|さま|さん|殿|ちゃん|くん)"
    if len(name) > 1:
        after += f"|(?![{LETTERS}0-9])|[がのをはにへともで]|から|より|です"
    return f"(?<![{_KANJI}ァ-ヺーA-Za-z0-9])", f"(?={after})"
