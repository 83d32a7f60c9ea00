"""Text from bytes, whatever character set they claim to be in."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from okawari.reading.mail.charset import codec_of, decode_text
from okawari.reading.mail.japanese import (
    _EUC_UNIT,
    AS_WINDOWS,
    _euc_unit,
    decode_eucjp,
    decode_jis,
    ends_inside_two_bytes,
)

CANCELLED = "在庫切れのため、ご注文はキャンセルされました"
# The ISO-2022-JP of Windows: ① ㈱ (NEC row 13), 髙 (IBM extension), half-width kana, ～.
WINDOWS_JIS = b"\x1b$B-!-j|b6?!A\x1b(I1O?^]\x1b(B"
WINDOWS_TEXT = "①㈱髙郷～ｱﾏｿﾞﾝ"


def is_utf8(raw):
    try:
        return not raw.isascii() and bool(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return False


@pytest.mark.parametrize(
    ("raw", "declared", "text", "problem"),
    [
        (CANCELLED.encode("utf-8"), "utf-8", CANCELLED, ""),
        (CANCELLED.encode("iso-2022-jp"), "iso-2022-jp", CANCELLED, ""),
        (CANCELLED.encode("cp932"), "Shift_JIS", CANCELLED, ""),
        (CANCELLED.encode("euc-jp"), "x-euc-jp", CANCELLED, ""),
        (CANCELLED.encode("utf-8-sig"), "iso-8859-1", CANCELLED, ""),
        (CANCELLED.encode("utf-16"), "utf-16", CANCELLED, ""),
        ("café ½".encode("latin-1"), "iso-8859-1", "café ½", ""),
        ("Štěstí".encode("cp1250"), "windows-1250", "Štěstí", ""),
    ],
)
def test_declared_sets_are_read(raw, declared, text, problem):
    decoded = decode_text(raw, declared)
    assert (decoded.text, decoded.problem) == (text, problem)


@pytest.mark.parametrize("declared", ["", "us-ascii", "unknown-8bit", "7bit"])
@pytest.mark.parametrize("codec", ["utf-8", "iso-2022-jp", "cp932", "euc-jp"])
def test_undeclared_japanese_is_told_by_its_bytes(declared, codec):
    assert decode_text(CANCELLED.encode(codec), declared).text == CANCELLED


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("utf-8", "cp932"),
        ("utf-8", "euc-jp"),
        ("utf-8", "iso-2022-jp"),
        ("iso-2022-jp", "utf-8"),
        ("shift_jis", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("windows-1252", "cp932"),
        ("gb2312", "iso-2022-jp"),
    ],
)
def test_a_wrong_declaration_is_seen_through_and_said(declared, codec):
    decoded = decode_text(CANCELLED.encode(codec), declared)
    assert decoded.text == CANCELLED
    assert decoded.problem == "charset_wrong"


@pytest.mark.parametrize("text", ["注文", "品名", "東京", "返金額", "ご注文"])
@pytest.mark.parametrize("declared", ["iso-2022-jp", "shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"])
def test_short_utf_8_is_not_taken_for_an_older_set_that_it_happens_to_fit(text, declared):
    assert decode_text(text.encode(), declared).text == text


@given(
    st.text(
        st.sampled_from(sorted(set(CANCELLED + "番号品名返金額東京都配達済発送予定カードポイント蕎麦籠"))),
        min_size=1,
        max_size=12,
    )
)
@pytest.mark.parametrize("codec", ["cp932", "euc-jp"])
def test_short_japanese_in_an_older_set_is_not_taken_for_utf_8(codec, text):
    assert decode_text(text.encode(codec), codec).text == text


@pytest.mark.parametrize(
    "declared", ['"utf-8"\r\n <div class="x"', "utf-8 ysdqd", "'UTF-8'", "utf8mb4", "unicode-1-1-utf-8", "UTF-8;"]
)
def test_garbage_around_a_name_is_ignored(declared):
    assert codec_of(declared) == "utf-8"


@pytest.mark.parametrize(
    "name", ["rot13", "hex", "zlib", "unicode_escape", "punycode", "idna", "raw_unicode_escape", "x"]
)
def test_codecs_of_python_that_are_no_character_sets_are_unknown(name):
    assert codec_of(name) is None
    assert decode_text("あ".encode(), name).problem == "charset_unknown"


@pytest.mark.parametrize("name", ["utf-7", "UTF7", "unicode-1-1-utf-7"])
def test_utf_7_is_not_decoded(name):
    decoded = decode_text(b"+AGEAYg-", name)
    assert (decoded.text, decoded.problem) == ("+AGEAYg-", "charset_refused")


def test_the_extensions_of_windows_are_read_in_iso_2022_jp():
    assert decode_text(WINDOWS_JIS, "iso-2022-jp").text == WINDOWS_TEXT


def test_euc_jp_has_the_extensions_too():
    assert decode_text("①㈱".encode("euc_jis_2004") + "円".encode("euc-jp"), "euc-jp").text == "①㈱円"


def test_half_width_kana_come_by_shift_by_escape_and_bare():
    assert decode_jis(b"\x1b(I1\x1b(B \x0e1\x0f \xb1") == "ｱ ｱ ｱ"


def test_the_yen_sign_of_jis_roman_is_one():
    assert decode_jis(b"\x1b(J\\1,010\x1b(B") == "¥1,010"


def test_a_lost_escape_costs_one_line():
    raw = "注文".encode("iso-2022-jp")[:-3] + b"\n1,010\n"
    assert decode_jis(raw).splitlines()[1] == "1,010"


def test_one_set_of_characters_whichever_set_they_came_by():
    wave = "10～20－30"
    assert {
        decode_text(wave.encode("cp932"), "cp932").text,
        decode_text(b"10\x1b$B!A\x1b(B20\x1b$B!]\x1b(B30", "jis").text,
    } == {wave}


@pytest.mark.parametrize("cut", [1, 2])
def test_a_character_cut_at_the_end_is_said_and_the_rest_kept(cut):
    decoded = decode_text(CANCELLED.encode()[:-cut], "utf-8")
    assert decoded.text.startswith(CANCELLED[:-1])
    assert decoded.problem == "characters_lost"


def test_curly_quotes_of_windows_are_not_taken_for_kanji():
    assert decode_text(b"It\x92s here \x96 really", "").text == "It’s here – really"


def test_a_short_raw_shift_jis_name_is_read():
    assert decode_text("アマゾン".encode("cp932")).text == "アマゾン"


def test_nul_never_comes_out():
    assert "\0" not in decode_text(b"a\0b", "utf-8").text


def test_a_word_cut_inside_a_character_is_known():
    assert ends_inside_two_bytes(b"\x1b$B%")
    assert not ends_inside_two_bytes(b'\x1b$B%"\x1b(B')


@given(
    st.binary(max_size=300),
    st.sampled_from(["", "utf-8", "iso-2022-jp", "shift_jis", "euc-jp", "utf-16", "x", "gbk", "cp1252"]),
)
def test_any_bytes_become_storable_text(raw, declared):
    decoded = decode_text(raw, declared)
    decoded.text.encode("utf-8")
    assert "\0" not in decoded.text


@given(st.text(st.characters(codec="cp932", exclude_characters="\0\x0e\x1b¢£¬‖−〜"), max_size=80))
def test_what_windows_writes_is_read_back(text):
    assume(not is_utf8(text.encode("cp932")))
    assert decode_text(text.encode("cp932"), "windows-31j").text == text.encode("cp932").decode("cp932")


def by_units(raw, errors):
    """Return EUC-JP text, each of its units read by itself; None where one is none."""
    try:
        return "".join(_euc_unit(unit, errors) for unit in _EUC_UNIT.findall(raw)).translate(AS_WINDOWS)
    except UnicodeDecodeError:
        return None


def test_euc_jp_is_read_as_its_units_are_one_by_one():
    units = [bytes((lead, trail)) for lead in range(0x80, 0x100) for trail in range(0x20, 0x100)]
    units += [bytes((0x8F, lead, trail)) for lead in range(0xA1, 0xFF) for trail in range(0xA1, 0xFF)]
    dice = random.Random(1)
    broken = 0
    for raw in (
        *units,
        *(b"\xad\xa1" + unit for unit in units),
        *(b"".join(dice.choices(units, k=9)) for _ in range(5_000)),
    ):
        assert decode_eucjp(raw, "replace") == by_units(raw, "replace"), raw
        expected = by_units(raw, "strict")
        if expected is None:
            broken += 1
            with pytest.raises(UnicodeDecodeError):
                decode_eucjp(raw)
        else:
            assert decode_eucjp(raw) == expected, raw
    assert broken > 1_000
