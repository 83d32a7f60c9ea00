"""What is personal in the lines of a mail, and what stands in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import quote

from okawari.domain.named import bounds, is_short, name_pieces, names_in
from okawari.domain.own_words import REMARK, SHOPS, own_words
from okawari.domain.stand_ins import StandIns


class Personal(StrEnum):
    """What kind of thing was replaced; the words stand in the catalogue under `redaction.kind_<value>`."""

    NAME = "name"
    MAIL = "mail"
    POSTAL = "postal"
    STREET = "street"
    PHONE = "phone"
    ORDER = "order"
    PARCEL = "parcel"
    NUMBER = "number"
    TOKEN = "token"  # noqa: S105 - a kind of thing, no secret
    PIXEL = "pixel"
    TITLE = "title"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Change:
    """One value that was replaced: its kind, the rule that found it, itself, and how often it was replaced."""

    kind: Personal
    rule: str
    original: str
    count: int


_MAIL: Final = re.compile(
    r"([A-Za-z0-9.!#$&'*+/?^_`{|}~-]{1,100})(?:@|%40)([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})"
)
_BOUNCED: Final = re.compile(r"[A-Za-z0-9._]{2,60}=(?:[a-z0-9-]{1,60}\.){1,4}[a-z]{2,10}(?=[@+-])")
_LOCAL: Final = re.compile(r"([A-Za-z0-9._+=-]{8,200})@")
_POSTAL: Final = re.compile(
    r"(?:〒\s?|郵便番号[:：]?\s?)([0-9０-９]{3}[-‐－−ー]?[0-9０-９]{4})|(?<![\d-])(\d{3}-\d{4})(?![\d-])|^[ 　]*(\d{7})[ 　]*$"
)
_PREFECTURE: Final = (
    "北海道|(?:東京)都|(?:大阪|京都)府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|"
    "滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県"
)
_ENGLISH_STREET: Final = re.compile(
    r"(?<![A-Za-z0-9-])(\d{1,4}-\d{1,4}-\d{1,4},? (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][A-Za-z]{2,30}(?:-[A-Za-z]{2,8})?)"
    r"|(?<![A-Za-z])([A-Z][A-Za-z]{1,30}-(?:ku|shi|gun|cho|machi|mura|KU|SHI|GUN|CHO|MACHI|MURA))(?![A-Za-z])"
    r"|(?<![A-Za-z])((?:[A-Z][A-Za-z]{1,20} ){1,3}(?:Mansion|Heights|Hills|Apartments?|Apt\.?|Court|Residence|House|Building|Bldg\.?) #?\d{1,4}[A-Z]?)(?![A-Za-z0-9])"
    r"|(?<=\"streetAddress\":\")([^\"]{2,120})"
)
_STREET: Final = re.compile(rf"(?:{_PREFECTURE})([ 　]?[^\s<>&、。「」]{{2,60}}(?:[ 　][^\s<>&、。]{{1,40}}){{0,3}})")
_BUILDING: Final = re.compile(
    r"^[ 　]*([^\s<>]{0,20}(?:マンション|コーポ|ハイツ|アパート|メゾン|レジデンス|荘)[^\s<>]{0,20}[ 　]?[A-Z]?\d{1,4}(?:号室?|[F階])?)[ 　]*$"
)
_LABELLED_PHONE: Final = re.compile(
    r"(?:電話(?:番号)?|tel|携帯(?:電話|番号)?|phone)(?:】|\]|[)）])?[ 　]*[:：]?[ 　]*([0０]\d{9,10})(?!\d)",
    re.IGNORECASE,
)
_PHONE: Final = re.compile(
    r"(?<![A-Za-z0-9-])(?!0120|0800|0570|0990)(?:[0０]\d{1,4}[-‐－−(（ ]\d{1,4}[-‐－−)） ]\d{3,4}|0[5789]0\d{8}|\+81[- ]?\d{1,4}[- ]?\d{1,4}[- ]?\d{4})(?![A-Za-z0-9-])"
)
_CARD: Final = re.compile(
    r"(?<![A-Za-z0-9-])\d{4}[- ]\d{4}[- ]\d{4}[- ]\d{2,4}(?![A-Za-z0-9-])|(?<=[*＊•xX●]{2})[- ]?\d{3,4}(?!\d)"
)
_CARD_END: Final = re.compile(r"(?:ending (?:in|with)|末尾|下[4４]桁)[^\d\n]{0,6}(\d{4})(?!\d)", re.IGNORECASE)
_ACCOUNT: Final = re.compile(r"(?:普通|当座)(?:預金)?[ 　]*(?:口座)?[ 　]*[:：]?[ 　]*(\d{7})(?![\d,円])")
_BORN: Final = re.compile(
    r"(?:生年月日|お?誕生日|birth ?(?:day|date)|date of birth)(?:】|\])?[ 　]*[:：]?[ 　]*(\d{2,4}[-年/.]\d{1,2}[-月/.]\d{1,4}日?)",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"(?:会員番号|会員ID|ポイントカード(?:番号)?|(?:ヤフオク!?|ユーザー|ログイン|取引|user|login)[ ]?ID|お客[様さ]ま?番号|口座番号|伝票番号|送り状番号|受付番号|管理番号|承認番号|追跡番号|お?問い?合わ?せ番号|tracking(?: (?:id|number))?|account (?:id|number)|customer (?:id|number))"
    r"(?:】|\])?[ 　]*(?:[:：]|is|は)?[ 　]*([A-Za-z0-9][A-Za-z0-9_-]{3,30})",
    re.IGNORECASE,
)
_WORDS: Final = frozenset({Personal.NAME, Personal.STREET, Personal.TITLE, Personal.REMARK})
_NUMBERS: Final = frozenset({Personal.PHONE, Personal.ORDER, Personal.PARCEL, Personal.NUMBER})
_TELLING_DIGITS: Final = 9
"""Our own choice: from as many digits on a number without its separators is hardly another one by chance."""
_RUN: Final = re.compile(r"[^\s\u3000]{8,}")
"""What a page shows in one of a longer line, and which is long enough to be nobody else's words."""
_SEPARATORS: Final = re.compile("[-‐－−ー()（） 　]")
_NAME_IN_ONE: Final = re.compile("[一-鿿々]{3,8}")
_URL: Final = re.compile(r"(https?://[^\s/?#<>\"']{1,200})([^\s<>\"'　-鿿]{1,4000})", re.IGNORECASE)
_URL_PIECE: Final = re.compile(r"%[0-9A-Fa-f]{2}|&[a-z]{2,6};|[A-Za-z0-9_~.-]+")
_OWN_PARAMETER: Final = re.compile(
    r"[?&;](?:u?id|cid|user(?:_?id|_?name)?|member(?:_?id)?|login(?:_?id)?|account|nick(?:name)?)=([A-Za-z0-9_.~-]{3,200})(?![%@])",
    re.IGNORECASE,
)
_HOST_OF_IP: Final = re.compile(r"\(([A-Za-z0-9-]{0,60}\d[A-Za-z0-9-]{0,60})\.[A-Za-z0-9.-]{1,200} ?\[")
"""The name of a connection, which providers make of its address."""
_DAY_WORDS: Final = re.compile("[年月日]")
_REFERENCE: Final = re.compile(r"&#(?:x([0-9A-Fa-f]{2,6})|(\d{3,7}));")
_PIXEL: Final = re.compile(
    r"<img\b[^>]{0,2000}\b(?:width|height)\s*[=:]\s*[\"']?[01](?:px)?\b[^>]{0,2000}>", re.IGNORECASE
)
_LONG: Final = re.compile(r"(?<![A-Za-z0-9.,-])\d{9,}(?![A-Za-z0-9.-])")
_OWN_HEADER_NUMBER: Final = re.compile(r"(?<![\w.])\d{6,}(?![\w.])")
_HEADER_TOKEN: Final = re.compile(r"(?<![\w.@/+=-])[A-Za-z0-9+/=_-]{12,}(?![\w.@/+-])")
_IP: Final = re.compile(r"(?<![\w.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\w.])")
_SIGNED: Final = re.compile(r"((?:^|[;\s])(?:b|bh|header\.b)=)([A-Za-z0-9+/= ]{4,})")
_KEPT_HEADERS: Final = frozenset(
    {"date", "mime-version", "content-type", "content-transfer-encoding", "x-okawari-pasted"}
)
_TEXT_HEADERS: Final = frozenset({"subject", "from", "to", "cc", "reply-to", "sender", "text", "html", "comments"})


class Redactor:
    """Replaces what is personal line by line; `changes` and `unsure` tell what was replaced, and where to look.

    Values are learnt where a rule finds them and replaced wherever they stand: read everything once before the pass
    that counts, and call `forget_counts` between.
    """

    def __init__(self, stand_ins: StandIns, is_shops: Callable[[str], bool]) -> None:
        """Begin with nothing known; `is_shops` tells the domains from which companies write."""
        self._stand_ins = stand_ins
        self._is_shops = is_shops
        self._known: dict[str, tuple[Personal, str, str]] = {}
        self._plain: dict[str, str] = {}
        self._pattern: re.Pattern[str] | None = None
        self._orders: tuple[re.Pattern[str], ...] = ()
        self._counts: Counter[str] = Counter()
        self._unsure: dict[tuple[str, str], None] = {}
        self._shops: dict[str, None] = {}

    def learn(self, kind: Personal, rule: str, values: Iterable[str]) -> None:
        """Let values be replaced wherever they stand."""
        for value in values:
            if value in self._known or (len(value) < 2 and (kind is not Personal.NAME or value.isascii())):
                continue
            self._known[value] = (kind, rule, self._stand_in_for(kind, rule, value))
            self._pattern = None
            stand_in = self._known[value][2]
            if kind is Personal.NAME and value.isascii():
                self._known.setdefault(value.upper(), (kind, rule, stand_in.upper()))
            if kind in {Personal.NAME, Personal.STREET} and not value.isascii():
                self._known.setdefault(_in_link(value), (kind, rule, _in_link(stand_in)))
            if kind is Personal.REMARK and len(stand_in) == len(value):  # pages break their lines at any space
                for piece in _RUN.finditer(value):
                    self._known.setdefault(piece[0], (kind, rule, stand_in[slice(*piece.span())]))
            plain = _SEPARATORS.sub("", value)
            if kind in _NUMBERS and plain.isdigit() and len(plain) >= _TELLING_DIGITS:
                self.learn(kind, rule, [plain])  # links write without separators what the text writes with them

    def read(self, lines: Iterable[str], *, remarks: bool) -> None:
        """Learn who persons are, and with `remarks` what they wrote in own words, of the text as it is shown."""
        for what, said in own_words(lines):
            if what == SHOPS:
                self._shops.setdefault(said[:200])
            elif what == REMARK:
                self.learn(Personal.REMARK, "remark", [said] if remarks else ())
            else:
                self.learn(Personal.NAME, what, name_pieces(said))

    def learn_orders(self, patterns: Iterable[str]) -> None:
        """Let what has the form of the shop's order numbers be replaced wherever it stands."""
        self._orders = tuple(
            re.compile(rf"(?:(?<![A-Za-z0-9-])|(?<=%[0-9A-Fa-f]{{2}}))(?:{pattern})(?![A-Za-z0-9-])")
            for pattern in patterns
        )

    def holds_known(self, line: str) -> bool:
        """Return whether a line holds something that was to be replaced."""
        made = {stand_in for _, _, stand_in in self._known.values()}
        return self._pattern is not None and any(
            found not in made and _unspaced(found) not in made for found in self._pattern.findall(line)
        )

    def forget_counts(self) -> None:
        """Begin the pass that counts."""
        self._counts.clear()
        self._unsure.clear()

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was replaced, by kind and value."""
        found = ((self._known[value], value, count) for value, count in self._counts.items())
        changes = (Change(kind, rule, value, count) for (kind, rule, _), value, count in found)
        return tuple(sorted(changes, key=lambda change: (change.kind, change.original)))

    @property
    def unsure(self) -> tuple[tuple[str, str], ...]:
        """The lines that may hold something personal still, as (what, line)."""
        return (*self._unsure, *(("remark", said) for said in self._shops))

    @property
    def known(self) -> tuple[str, ...]:
        """Every value that is replaced."""
        return tuple(self._known)

    def line(self, where: str, line: str) -> str:
        """Return a line with stand-ins; `where` is "text", "html" or the name of a header."""
        if where in _KEPT_HEADERS:
            return line
        read = _REFERENCE.sub(_letter, line) if where == "html" else line
        self._find(where, read)
        new = self._replaced(read)
        if read != line:  # letters that were written as numbers are written so again
            new = line if new == read else _as_references(new, set(read) - set(line), everything=line.isascii())
        if where in {"text", "html"}:
            for found in _LONG.finditer(new):
                if found[0] not in {made for _, _, made in self._known.values()}:
                    self._unsure[("long_number", new.strip()[:200])] = None
        return new

    def _find(self, where: str, line: str) -> None:
        self.learn(Personal.ORDER, "order_form", (f[0] for one in self._orders for f in one.finditer(line)))
        self.learn(Personal.MAIL, "address", (f[0] for f in _MAIL.finditer(line) if self._is_private(f[1], f[2])))
        self.learn(Personal.MAIL, "bounce", (f[0] for f in _BOUNCED.finditer(line)))
        if where in {"text", "html", "subject"}:
            self.learn(Personal.POSTAL, "postal_code", (f[1] or f[2] or f[3] for f in _POSTAL.finditer(line)))
            self.learn(
                Personal.STREET,
                "prefecture",
                (f[1].strip() for f in _STREET.finditer(line) if re.search("[市区郡町村]", f[1])),
            )
            self.learn(Personal.STREET, "building", (f[1] for f in _BUILDING.finditer(line)))
            self.learn(
                Personal.STREET, "building", (next(filter(None, f.groups())) for f in _ENGLISH_STREET.finditer(line))
            )
            self.learn(Personal.PHONE, "phone", (f[0] for f in _PHONE.finditer(line)))
            self.learn(Personal.PHONE, "label", (f[1] for f in _LABELLED_PHONE.finditer(line)))
            self.learn(Personal.NUMBER, "card", (f[0].strip("- ") for f in _CARD.finditer(line)))
            self.learn(Personal.NUMBER, "card", (f[1] for f in _CARD_END.finditer(line)))
            self.learn(Personal.NUMBER, "label", (f[1] for one in (_ACCOUNT, _BORN) for f in one.finditer(line)))
            self.learn(Personal.NUMBER, "label", (f[1] for f in _NUMBER.finditer(line) if any(map(str.isdigit, f[1]))))
        if where in _TEXT_HEADERS:
            for rule, name in names_in(line):
                self.learn(Personal.NAME, rule, name_pieces(name))
        if where == "html":
            pixels = (f[0] for f in _PIXEL.finditer(line))
            tokens = (t for pixel in pixels for url in _URL.finditer(pixel) for t in _tokens(url[2]))
            self.learn(Personal.PIXEL, "pixel", tokens)
        self.learn(Personal.TOKEN, "link", (t for url in _URL.finditer(line) for t in _tokens(url[2])))
        self.learn(
            Personal.TOKEN, "link", (f[1] for url in _URL.finditer(line) for f in _OWN_PARAMETER.finditer(url[2]))
        )
        if where not in _TEXT_HEADERS:
            self.learn(Personal.TOKEN, "signature", (f[2].strip() for f in _SIGNED.finditer(line)))
            ids = (f[0] for f in _HEADER_TOKEN.finditer(line) if _is_token(f[0]))
            self.learn(Personal.TOKEN, "header_id", ids)
            if where == "received":
                self.learn(Personal.TOKEN, "ip", (f[1] for f in _HOST_OF_IP.finditer(line)))
            if where.startswith("x-"):
                self.learn(Personal.TOKEN, "header_id", (f[0] for f in _OWN_HEADER_NUMBER.finditer(line)))
            locals_ = (piece for f in _LOCAL.finditer(line) for piece in re.split("[-+=]", f[1]) if _is_token(piece))
            self.learn(Personal.TOKEN, "header_id", locals_)
            self.learn(Personal.TOKEN, "ip", (f[0] for f in _IP.finditer(line)))

    def _stand_in_for(self, kind: Personal, rule: str, value: str) -> str:
        make = self._stand_ins
        if kind is Personal.MAIL:
            local = re.split("@|%40|=", value)[0]
            return make.shaped(local) + _IP.sub(lambda found: make.documented(found[0]), value[len(local) :])
        if rule == "ip" and _IP.fullmatch(value):
            return make.documented(value)
        if kind in _WORDS:
            return make.shaped(value)
        # A number is the same number with separators and without.
        plain = _SEPARATORS.sub("", value)
        if plain not in self._plain:
            shape = make.order if _DAY_WORDS.search(value) else make.shaped
            made = {Personal.ORDER: make.order, Personal.PARCEL: make.parcel}.get(kind, shape)(value)
            self._plain[plain] = _SEPARATORS.sub("", made)
        letters = iter(self._plain[plain])
        return "".join(letter if _SEPARATORS.match(letter) else next(letters) for letter in value)

    def _is_private(self, local: str, domain: str) -> bool:
        return not self._is_shops(domain.lower()) or re.search(r"\d{3}", local) is not None or len(local) > 30

    def _replaced(self, line: str) -> str:
        if self._pattern is None:
            longest_first = sorted(self._known, key=len, reverse=True)
            self._pattern = re.compile(
                "|".join(_bounded(value, self._known[value][0]) for value in longest_first) or "(?!)"
            )
        return self._pattern.sub(self._stand_in, line)

    def _stand_in(self, found: re.Match[str]) -> str:
        value = found[0] if found[0] in self._known else _unspaced(found[0])
        self._counts[value] += 1
        stand_in = self._known[value][2]
        if value == found[0]:
            return stand_in
        letters = iter(stand_in)
        return "".join(letter if letter.isspace() else next(letters) for letter in found[0])


def _bounded(value: str, kind: Personal) -> str:
    if kind in {Personal.NAME, Personal.REMARK} and not value.isascii() and is_short(value):
        before, after = bounds(value)
        return f"{before}{re.escape(value)}{after}"
    before = "(?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2}))" if value[0].isascii() and value[0].isalnum() else ""
    after = "(?![A-Za-z0-9])" if value[-1].isascii() and value[-1].isalnum() else ""
    # A name that is written in one is written with a space elsewhere.
    written = "[ 　]?".join(value) if _NAME_IN_ONE.fullmatch(value) else re.escape(value)
    return f"{before}{written}{after}"


def _letter(reference: re.Match[str]) -> str:
    """Return the letter that a reference stands for; those of ASCII, which mark up, stay references."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return chr(number) if 0x7F < number < 0xD800 or 0xE000 <= number < 0x110000 else reference[0]


def _as_references(text: str, letters: Collection[str], *, everything: bool) -> str:
    """Return text with these letters, or with all but those of ASCII, as HTML's numbers."""
    written = "".join(f"&#{ord(letter)};" if letter in letters else letter for letter in text)
    return written.encode("ascii", "xmlcharrefreplace").decode() if everything else written


def _in_link(value: str) -> str:
    return quote(value.encode("utf-8", "replace"), safe="")


def _unspaced(value: str) -> str:
    return value.replace(" ", "").replace("　", "")


def _tokens(path: str) -> Iterable[str]:
    return (piece for piece in _URL_PIECE.findall(path) if piece[0] not in "%&" and _is_token(piece))


def _is_token(piece: str) -> bool:
    """Tell whether a piece of an address or a header tells one mail or person from others."""
    if re.fullmatch(r"B0[A-Z0-9]{8}|[\d.]{1,5}|\d{8}T?\d*Z?", piece):
        return False
    digits = sum(letter.isdigit() for letter in piece)
    if digits == len(piece):
        return len(piece) >= 6
    long_words = len(piece) >= 20 and piece != piece.lower() and "-" not in piece and "_" not in piece
    return (len(piece) >= 10 and digits >= 2) or long_words
