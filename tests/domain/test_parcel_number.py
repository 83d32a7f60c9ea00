import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.domain.parcel_number import examine, plain_number
from okawari.i18n import say
from okawari.rules.loader import rules

CARRIERS = rules("tracking")
JAPAN = ("yamato", "sagawa", "japanpost_domestic")


@pytest.mark.parametrize(
    ("number", "carrier"),
    [
        ("123456789013", "yamato"),
        ("512547514334", "sagawa"),
        ("405548424886", "japanpost_domestic"),
        ("RB123456785GB", "upu_s10"),
        ("EF719215461JP", "upu_s10"),
        ("1Z5R89390357567127", "ups"),
        ("1ZXX3150YW44070023", "ups"),
        ("986578788855", "fedex12"),
        ("041441760228964", "fedex15"),
        ("3318810025", "dhl_express"),
        ("73891051146", "dhl_express"),
        ("8487135506", "dhl_express"),
        ("444413758703", "yamato"),
        ("200961185434", "yamato"),
        ("348012244355", "japanpost_domestic"),
        ("348011824893", "japanpost_domestic"),
        ("348011053121", "japanpost_domestic"),
        ("RB123456785US", "upu_s10"),
        ("EE994353255CN", "upu_s10"),
        ("1Z879E930346834440", "ups"),
        ("1Z999AA10123456784", "ups"),
        ("477179081230", "fedex12"),
        ("568283610012000", "fedex15"),
        ("9611020987654312345672", "fedex_ground96"),
        ("0307 1790 0005 2348 3741", "usps"),
        ("7112 3456 7891 2345 6787", "usps"),
        ("7196 9010 7560 0307 7385", "usps"),
        ("9505 5110 6960 5048 6006 24", "usps"),
        ("9400 1112 0108 0805 4830 16", "usps"),
        ("9405803699300124287899", "usps"),
        ("92748931507708513018050063", "usps"),
    ],
)
def test_a_right_number_fits_its_carrier(number, carrier):
    assert carrier in examine(number, CARRIERS).carriers
    assert examine(number, CARRIERS, carrier).valid is True


@pytest.mark.parametrize(
    ("number", "carrier"),
    [
        ("123456789012", "yamato"),
        ("354511331234", "sagawa"),
        ("405548424887", "japanpost_domestic"),
        ("RB123456786US", "upu_s10"),
        ("1Z1111111111111111", "ups"),
        ("996578788855", "fedex12"),
        ("568283610012732", "fedex15"),
        ("3318810010", "dhl_express"),
        ("TBB000000000000", "amazon"),
        ("435891112345", "sagawa"),
        ("LN123456789JP", "upu_s10"),
        ("0307 1790 0005 2348 3742", "usps"),
        ("9200000000000000000000", "usps"),
        ("9600000000000000000001", "fedex_ground96"),
    ],
)
def test_a_wrong_number_is_told(number, carrier):
    finding = examine(number, CARRIERS, carrier)
    assert finding.valid is False
    assert finding.carriers == ()


def test_a_number_that_fits_one_carrier_by_chance_is_not_called_one_of_the_others():
    finding = examine("123456789012", CARRIERS)
    said = " ".join(say(one, "ja") for one in finding.why)
    assert "fedex12" in finding.carriers
    assert not set(JAPAN) & set(finding.carriers)
    assert "11回に1回" in said
    assert all(f"{name}の番号としては、検査数字が合いません" in said for name in ("ヤマト運輸", "佐川急便", "日本郵便"))


def test_twelve_digits_do_not_name_the_carrier():
    finding = examine("1234-5678-9013", CARRIERS)
    assert finding.carriers[:3] == JAPAN
    assert "7回に1回" in say(finding.why[0], "ja")


def test_numbers_without_a_known_check_stay_open():
    assert examine("DA1234567890", CARRIERS).valid is None
    assert examine("TBA000000000000", CARRIERS).carriers == ("amazon",)
    assert examine("12345678901", CARRIERS, "japanpost_registered").valid is None
    assert examine("1234567890", CARRIERS, "seino").valid is None


def test_full_width_digits_and_separators_are_read():
    assert plain_number(" １２３４－５６７８－９０１３ ") == "123456789013"
    assert plain_number("1z 999 AA1 01 2345 6784") == "1Z999AA10123456784"


def test_s10_edges():
    assert examine("EE100000025JP", CARRIERS).valid is True
    assert examine("EE100000140JP", CARRIERS).valid is True


def test_an_unknown_form_is_invalid_with_a_reason():
    finding = examine("hello", CARRIERS)
    assert (finding.valid, finding.carriers) == (False, ())
    assert say(finding.why[0], "en").startswith("It matches no number format")


@given(st.integers(min_value=0, max_value=10**11 - 1))
def test_one_changed_check_digit_is_always_noticed(serial):
    right = f"{serial:011}{serial % 7}"
    wrong = f"{serial:011}{(serial + 1) % 7}"
    assert examine(right, CARRIERS, "yamato").valid is True
    assert examine(wrong, CARRIERS, "yamato").valid is False


@given(st.text(max_size=60))
def test_whatever_the_text_there_is_an_answer_in_both_languages(text):
    finding = examine(text, CARRIERS)
    assert finding.why
    assert all(say(one, locale) for one in finding.why for locale in ("ja", "en"))
