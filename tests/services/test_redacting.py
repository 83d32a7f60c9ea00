"""A redacted copy holds nothing personal that was known, keeps its layout and reads the same."""

import email
import html
import re
from email import policy
from pathlib import Path

import pytest

import okawari
from okawari.domain.judge import Trust
from okawari.domain.redaction import Personal
from okawari.domain.stand_ins import StandIns
from okawari.services.opening import open_mail
from okawari.services.parcels import examine_parcel
from okawari.services.read import understand
from okawari.services.redacting import reads_alike, redact
from tests.services.letters import letters, measured

_ROOM = Path(okawari.__file__).parent
CASES = sorted(
    path
    for path in (*_ROOM.glob("sources/*/cases/*"), *_ROOM.glob("sandbox/mails/*"))
    if path.suffix in {".eml", ".txt"}
)
KEY = b"a key of the tests"
LEFT = {"cancel_form": ("妻が同じものを買っていたため",)}
"""A reason of a cancel is what readers need; whose it is nobody can tell."""
NAME, LOCAL = "星野 花子", "hoshino.hanako7"
BODY = f"""{NAME} 様

ご注文ありがとうございます。
注文番号: 250-1234567-7654321
お届け先: {NAME}
〒166-0003
東京都杉並区高円寺南4-27-9 みどり荘203
電話: 090-1234-5678
会員番号: 88776655
配送会社: ヤマト運輸
伝票番号: 4444-1375-8703
カード: **** **** **** 4321
お知らせは {LOCAL}@example.jp に届きます。
https://www.amazon.co.jp/gp/r.html?C=3K9ZQ81AAB2X7&U=https%3A%2F%2Fwww.amazon.co.jp%2Fdp%2FB0ABCDEFGH%3Fref%3DZX81QQ4410AB

商品: 電気ケトル 1.2L
合計: 4,280円
"""
SECRETS = (
    *("星野", "花子", LOCAL, "1234567", "7654321", "166-0003", "高円寺", "みどり荘", "1234-5678", "88776655"),
    *("1375-8703", "4321", "3K9ZQ81AAB2X7", "ZX81QQ4410AB", "010001abcd99", "203.0.113.9"),
)


def letter(charset, encoding, body=BODY):
    """A mail as a shop sends it, in a character set and transfer encoding."""
    mail = email.message.Message(policy.compat32)
    mail["Return-Path"] = f"<010001abcd99-{LOCAL}=example.jp@bounces.amazon.co.jp>"
    mail["Received"] = (
        f"from a.amazonses.com ([203.0.113.9]) by mx.example.jp for <{LOCAL}@example.jp>; id 010001abcd99ef"
    )
    mail["From"] = '"Amazon.co.jp" <auto-confirm@amazon.co.jp>'
    mail["To"] = f"{email.header.Header(NAME, charset).encode()} <{LOCAL}@example.jp>"
    mail["Subject"] = email.header.Header(f"{NAME}様 ご注文 250-1234567-7654321 の確認", charset)
    mail["Date"] = "Sat, 21 Nov 2026 12:00:00 +0900"
    mail["Message-ID"] = "<010001abcd99-77@email.amazonses.com>"
    mail["Content-Type"] = f'text/plain; charset="{charset}"'
    mail["MIME-Version"] = "1.0"
    codec = {"iso-2022-jp": "iso2022_jp", "shift_jis": "cp932"}.get(charset, charset)
    email.charset.add_charset(charset, email.charset.QP if encoding == "quoted-printable" else email.charset.BASE64)
    content = body.encode(codec)
    mail["Content-Transfer-Encoding"] = encoding
    if encoding == "quoted-printable":
        import quopri

        content = quopri.encodestring(content)
    elif encoding == "base64":
        content = email.base64mime.body_encode(content).encode()
    return mail.as_bytes() + content


SHAPES = [
    *(("utf-8", encoding) for encoding in ("8bit", "quoted-printable", "base64")),
    *(("iso-2022-jp", encoding) for encoding in ("7bit", "base64")),
    *(("shift_jis", encoding) for encoding in ("8bit", "quoted-printable")),
    ("euc-jp", "8bit"),
]


def decoded(raw):
    mail = open_mail(raw, "x.eml", Trust())
    return "\n".join([mail.text, mail.html_text, *(str(value) for _, value in mail.headers)])


@pytest.mark.parametrize(("charset", "encoding"), SHAPES)
def test_nothing_personal_is_left_in_any_character_set(charset, encoding):
    raw = letter(charset, encoding)
    copy = redact(raw, "x.eml", KEY)
    before, after = decoded(raw), decoded(copy.raw)
    assert all(secret in before for secret in SECRETS)
    assert [secret for secret in SECRETS if secret in after] == []
    assert before.count("\n") == after.count("\n")
    assert len(before) == pytest.approx(len(after), abs=4)
    kept = (
        "電気ケトル 1.2L",
        "4,280円",
        "東京都",
        "@example.jp",
        "auto-confirm@amazon.co.jp",
        "B0ABCDEFGH",
        "ヤマト運輸",
    )
    assert [word for word in kept if word not in after] == []
    assert re.search(r"〒\d{3}-\d{4}", after)
    old, new = email.message_from_bytes(raw), email.message_from_bytes(copy.raw)
    for name in ("Content-Type", "Content-Transfer-Encoding", "Date"):
        assert new[name] == old[name]
    assert new.keys() == old.keys()
    if charset == "iso-2022-jp":
        assert copy.raw.isascii()
    trust = Trust()
    assert reads_alike(
        understand(open_mail(raw, "x", trust), trust), understand(open_mail(copy.raw, "x", trust), trust)
    )


SHOPS = """高橋健一 様

ご注文番号: 412233-20261118-0987654321
[注文者] 高橋健一 (タカハシ ケンイチ) 様
氏名(カナ): タカハシ
お届け先:
高橋健一
2310023
神奈川県横浜市中区山下町279-1
コーポ港 203
ご請求先電話: 0453211234
お問い合わせ番号: 4444-1375-8703
https://toi.kuronekoyamato.co.jp/cgi-bin/tneko?number01=444413758703
高橋 健一 様のアカウントは高橋　健一名義です。
"""


def test_what_real_letters_write_in_several_ways_is_one_value():
    raw = (
        "From: shop@shop.rakuten.co.jp\nTo: 1@example.jp\nX-Customer-Id: 1234567890\nSubject: x\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{SHOPS}"
    ).encode()
    copy = redact(raw, "a.eml", KEY)
    text = copy.raw.decode()
    for secret in ("高橋", "健一", "タカハシ", "ケンイチ", "2310023", "山下町", "コーポ港", "0453211234", "1234567890"):
        assert secret not in text
    assert "4444137" not in text.replace("-", "")
    spaced = re.findall("(.+) (.+) 様のアカウントは(.+)　(.+)名義", text)
    assert spaced[0][:2] == spaced[0][2:]
    assert text.startswith(f"{''.join(spaced[0][:2])} 様", text.index("\n\n") + 2)
    parcel, linked = re.search("お問い合わせ番号: (.+)", text)[1], re.search(r"number01=(\d+)", text)[1]
    assert parcel.replace("-", "") == linked
    assert [len(line) for line in text.split("\n")] == [len(line) for line in raw.decode().split("\n")]


ABROAD = """Dear Hanako Mihon,

Deliver to:
Hanako MIHON
1-2-3 Shinjuku
Mihon Mansion 405
SHINJUKU-KU, TOKYO 160-0022
Paid with Visa ending in 7391
Tracking: 1Z999AA10123456784

電話番号：０３−１２３４−５６７８
郵便番号：１６０−００２３
生年月日：1985年6月7日
ポイントカード番号 2901234567890
口座 普通 7654321
ご担当：鈴木一郎
ヤフオク!ID: hanahana_1985
見本 太郎 (ミホン タロウ) 様
東京都新宿区西新宿9-8-7
https://maps.example.jp/?q=%E6%96%B0%E5%AE%BF%E5%8C%BA%E8%A5%BF%E6%96%B0%E5%AE%BF9-8-7&userid=hanako_m
合計: 4,280円
"""
ABROAD_SECRETS = (
    *("Hanako", "MIHON", "Mihon", "1-2-3", "Shinjuku", "Mansion 405", "SHINJUKU", "7391", "1Z999AA10123456784"),
    *("０３", "５６７８", "００２３", "1985年", "2901234567890", "7654321", "鈴木", "hanahana", "太郎", "西新宿"),
    *("%E8%A5%BF%E6%96%B0%E5%AE%BF", "hanako_m"),
)


def test_what_other_letters_tell_of_a_person():
    raw = (
        "From: shop@shop.rakuten.co.jp\nTo: 1@example.jp\nSubject: x\nMIME-Version: 1.0\n"
        "Received: from mx (p1234-ipngn.tokyo.example.jp [203.0.113.77]) by mx.example.jp; Mon, 23 Nov 2026 10:00:00 +0900\n"
        f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{ABROAD}"
    ).encode()
    text = redact(raw, "a.eml", KEY).raw.decode()
    assert [secret for secret in (*ABROAD_SECRETS, "p1234") if secret in text] == []
    assert re.search(r"生年月日：\d{4}年\d月\d日\n", text)
    assert re.search(r"電話番号：[０-９]{2}−[０-９]{4}−[０-９]{4}\n", text)
    assert "4,280円" in text
    name, capitals = re.search(r"Dear (\w+) (\w+),", text).groups()
    assert f"\n{name} {capitals.upper()}\n" in text
    told, copied = (one.partition("\n\n")[2].split("\n") for one in (raw.decode(), text))
    assert [len(line) for line in copied] == [len(line) for line in told]


@pytest.mark.parametrize("charset", ["us-ascii", "utf-8"])
def test_letters_of_html_that_are_written_as_numbers_are_replaced_too(charset):
    body = f"<p>&#35211;&#x672C; &#33457;&#23376; &#27096; &lt;&#60;&amp;</p>{'様' if charset == 'utf-8' else ''}\n"
    raw = (
        "From: shop@shop.rakuten.co.jp\nTo: 1@example.jp\nSubject: x\nMIME-Version: 1.0\n"
        f"Content-Type: text/html; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n{body}"
    ).encode()
    copy = redact(raw, "a.eml", KEY)
    read = html.unescape(copy.raw.decode())
    assert [letters for letters in ("見本", "花子") if letters in read] == []
    assert "&lt;&#60;&amp;" in copy.raw.decode()
    assert [what for what, _ in copy.unsure if what in {"stuck", "left"}] == []


def test_the_same_value_has_the_same_stand_in_everywhere_and_another_under_another_key():
    copies = [redact(letter("utf-8", "8bit"), "x", key) for key in (KEY, KEY, b"another")]
    assert copies[0] == copies[1]
    numbers = [re.findall(r"\d{3}-\d{7}-\d{7}", decoded(copy.raw)) for copy in copies]
    assert len(numbers[0]) == 2
    assert len(set(numbers[0])) == 1
    assert numbers[0] != numbers[2]


def test_a_number_with_separators_and_without_is_one_number():
    body = BODY + "https://member.kms.kuronekoyamato.co.jp/parcel/detail?pno=444413758703\n"
    after = decoded(redact(letter("utf-8", "8bit", body), "x", KEY).raw)
    (dashed,) = re.findall(r"伝票番号: ([\d-]+)", after)
    (plain,) = re.findall(r"pno=(\d+)", after)
    assert (dashed.replace("-", ""), len(plain)) == (plain, 12)
    assert plain != "444413758703"


def test_a_parcel_keeps_what_its_number_proves():
    made = StandIns(KEY, lambda number: examine_parcel(number).valid)
    for number in ("444413758703", "EG123456785JP", "1Z12345E0205271688", "123456789012"):
        stand_in = made.parcel(number)
        assert stand_in != number
        assert len(stand_in) == len(number)
        assert examine_parcel(stand_in).valid == examine_parcel(number).valid


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.parent.name}/{path.name}")
def test_the_copy_of_every_sample_reads_the_same(path):
    raw = path.read_bytes()
    copy = redact(raw, path.name, KEY)
    assert [what for what, _ in copy.unsure if what in {"reads_otherwise", "stuck", "left"}] == []
    orders = [change.original for change in copy.changes if change.kind is Personal.ORDER]
    after = decoded(copy.raw)
    assert [number for number in orders if number in after] == []


def test_titles_go_where_that_is_asked_for():
    raw = next(path for path in CASES if path.name == "shipped_yamato.eml").read_bytes()
    titles = [i.title for o in understand(open_mail(raw, "x", Trust()), Trust()).understood.orders for i in o.items]
    copy = redact(raw, "x", KEY, titles=True)
    assert titles
    assert [title for title in titles if title in decoded(copy.raw)] == []


def test_attached_files_are_emptied_and_named():
    mail = email.message.EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.jp", "b@example.jp", "x"
    mail.set_content("本文\n")
    mail.add_attachment(b"secret bytes", maintype="application", subtype="pdf", filename="hoshino.pdf")
    copy = redact(mail.as_bytes(), "x", KEY)
    assert copy.dropped == ("hoshino.pdf",)
    assert b"hoshino" not in copy.raw
    assert [part.get_content_type() for part in email.message_from_bytes(copy.raw).walk()] == [
        part.get_content_type() for part in mail.walk()
    ]
    attached = [part for part in email.message_from_bytes(copy.raw).walk() if part.get_filename()]
    assert [part.get_payload(decode=True) for part in attached] == [b""]


def test_a_mail_inside_a_mail_is_redacted_too():
    inner = letter("utf-8", "8bit")
    raw = b"From: b@example.jp\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=zz\n\n--zz\n"
    raw += b"Content-Type: message/rfc822\n\n" + inner + b"\n--zz--\n"
    after = redact(raw, "x", KEY).raw.decode("utf-8")
    assert [secret for secret in SECRETS if secret in after] == []


def test_a_pasted_text_and_what_is_unsure():
    copy = redact((BODY + "控え 555443332221110\n").encode(), "x.txt", KEY)
    after = copy.raw.decode()
    assert [secret for secret in SECRETS[:14] if secret in after and secret != LOCAL] == []
    assert ("long_number", "控え 555443332221110") in copy.unsure


def test_a_mail_too_deep_to_reach_is_refused():
    raw = b"From: a@example.jp\n"
    for depth in range(40):
        raw += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth)
    assert redact(raw + b"Content-Type: text/plain\n\nx\n", "x", KEY) is None


@pytest.mark.parametrize("letter", [*letters("first"), *letters("second"), *letters("third")], ids=lambda one: one.name)
def test_what_persons_wrote_and_are_called_is_replaced_and_nothing_else(letter):
    found = measured(letter)
    assert (found.left, found.damaged, found.otherwise) == (LEFT.get(letter.name, ()), (), False)


def test_own_words_that_tell_of_the_order_stay_and_are_to_be_looked_at():
    told = "Your order was cancelled because the item is out of stock"
    raw = (
        "From: auto-confirm@amazon.co.jp\nTo: 1@example.jp\nSubject: Order 250-1234567-1234567\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\nOrder number: 250-1234567-1234567\nNote: {told}\n"
    ).encode()
    copy = redact(raw, "a.eml", KEY)
    assert told in copy.raw.decode()
    assert ("remark", told) in copy.unsure
    assert "reads_otherwise" not in dict(copy.unsure)


def test_own_words_of_a_page_are_replaced_in_its_cells():
    body = "<table><tr><th>備考</th><td>玄関に犬がいます</td></tr><tr><td>合計</td><td>3,980円</td></tr></table>"
    raw = (
        "From: a@shop.example\nTo: 1@example.jp\nSubject: x\nMIME-Version: 1.0\n"
        f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}\n"
    ).encode()
    copy = redact(raw, "a.eml", KEY).raw.decode()
    assert "玄関" not in copy
    assert "<th>備考</th>" in copy
    assert "<td>3,980円</td>" in copy


def test_own_words_are_replaced_where_a_page_breaks_their_line_at_a_space_and_by_the_same_letters():
    said = "1. Kittyに会えるのを楽しみにしています 午後は祖母の家にいるかもしれません"
    head = "From: a@shop.example\nTo: 1@example.jp\nSubject: x\nMIME-Version: 1.0\n"
    parts = (
        f"text/plain\n\nお問い合わせ内容：\n{said}\n",
        f"text/html\n\n<p>お問い合わせ内容：<br>{said}</p>\n".replace(" ", "\n"),
    )
    typed = "".join(f"--b\nContent-Type: {part}".replace("\n\n", "; charset=utf-8\n\n", 1) for part in parts)
    copy = redact(f'{head}Content-Type: multipart/alternative; boundary="b"\n\n{typed}--b--\n'.encode(), "a.eml", KEY)
    assert "left" not in dict(copy.unsure)
    mail = open_mail(copy.raw, "a.eml", Trust())
    assert "楽しみ" not in copy.raw.decode()
    assert "祖母" not in copy.raw.decode()
    assert mail.text.splitlines()[1].split()[1:] == mail.html_text.splitlines()[1].split()[1:]
