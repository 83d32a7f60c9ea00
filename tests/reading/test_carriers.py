import pytest

from okawari.reading.carriers import carrier_of


@pytest.mark.parametrize(
    ("wording", "carrier"),
    [
        ("ヤマト運輸 宅急便", "yamato"),
        ("日本郵便 ゆうパック", "japanpost_domestic"),
        ("ゆうメール（日本郵便)", "japanpost_domestic"),
        ("佐川急便(送料無料)", "sagawa"),
        ("西濃運輸（カンガルー便）", "seino"),
        ("Amazon Logistics", "amazon"),
        ("Your groups", "unknown"),
        ("ヤマト運輸または佐川急便", "unknown"),
        ("宅配便", "unknown"),
    ],
)
def test_names(wording, carrier):
    assert carrier_of(wording) == carrier


@pytest.mark.parametrize(("number", "carrier"), [("1" * 12, "fedex12"), ("1" * 15, "fedex15"), ("1" * 20, "unknown")])
def test_fedex_is_told_by_the_length_of_the_number(number, carrier):
    assert carrier_of("FedEx", number) == carrier
