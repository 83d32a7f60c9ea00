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
    ],
)
def test_a_wrong_number_is_told(number, carrier):
    finding = examine(number, CARRIERS, carrier)
    assert finding.valid is False
    assert finding.carriers == ()


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
    assert say(finding.why[0], "en").startswith("It fits no form")


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
