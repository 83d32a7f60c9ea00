import time

import pytest

from okawari.domain.mail import Link
from okawari.domain.message import Parcel
from okawari.reading.links import link_host
from okawari.reading.parcels import number_in, parcels_in


def found(text, *hrefs):
    links = [Link(href, link_host(href), "") for href in hrefs]
    return [(parcel.carrier, parcel.number) for parcel in parcels_in(text, links)]


@pytest.mark.parametrize(
    ("text", "parcels"),
    [
        ("お問い合わせ番号：４４４４－１３７５－８７０３\nヤマト運輸", [("yamato", "444413758703")]),
        ("配送会社：佐川急便\n送り状Ｎｏ．　512547514334", [("sagawa", "512547514334")]),
        ("追跡番号: 4055 4842 4886（ゆうパック）", [("japanpost_domestic", "405548424886")]),
        ("日本郵便\nお問い合わせ番号 51234567890", [("japanpost_registered", "51234567890")]),
        ("EMS 日本郵便\n追跡番号：EF719215461JP", [("upu_s10", "EF719215461JP")]),
        ("Tracking number: 1Z999AA10123456784", [("ups", "1Z999AA10123456784")]),
        ("Carrier: FedEx\nTracking ID: 986578788855", [("fedex12", "986578788855")]),
        ("Sendungsnummer: 3318810025\nDHL Express", [("dhl_express", "3318810025")]),
        ("Numéro de suivi : 986578788855", [("unknown", "986578788855")]),
        ("伝票番号：TBA000000000000", [("amazon", "TBA000000000000")]),
        ("伝票番号：123456789013", [("unknown", "123456789013")]),
        ("配送業者：ヤマト運輸\n伝票番号：444413758703\n配送業者：佐川急便\n伝票番号：512547514334", [("yamato", "444413758703"), ("sagawa", "512547514334")]),
        ("伝票番号：444413758703\n配送業者：ヤマト運輸\n伝票番号：512547514334\n配送業者：佐川急便", [("yamato", "444413758703"), ("sagawa", "512547514334")]),
        ("ヤマト運輸 または 佐川急便\n伝票番号：444413758703", [("unknown", "444413758703")]),
    ],
)  # fmt: skip
def test_labelled_numbers(text, parcels):
    assert found(text) == parcels


@pytest.mark.parametrize(
    "text",
    [
        "お問い合わせ番号：0120-000-000",
        "お問い合わせ番号：0312345678",
        "お荷物番号：4980 1234 5678 9012",
        "伝票番号：3318810025",
        "444413758703",
        "ご注文番号：444413758703",
        "伝票番号：444413758703 と 512547514334",
        "追跡番号は発送後にお知らせします。",
        "伝票番号：2026-11-20",
    ],
)
def test_what_is_no_parcel_for_sure(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("href", "parcel"),
    [
        ("https://toi.kuronekoyamato.co.jp/cgi-bin/tneko?number01=444413758703", ("yamato", "444413758703")),
        ("https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo=5125-4751-4334", ("sagawa", "512547514334")),
        ("https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1=405548424886&locale=ja", ("japanpost_domestic", "405548424886")),
        ("https://www.fedex.com/fedextrack/?trknbr=986578788855", ("fedex12", "986578788855")),
        ("https://tools.usps.com/go/TrackConfirmAction?tLabels=9405803699300124287899", ("usps", "9405803699300124287899")),
        ("https://www.amazon.co.jp/gp/r.html?U=https%3A%2F%2Ftoi.kuronekoyamato.co.jp%2Fcgi-bin%2Ftneko%3Fnumber01%3D444413758703", ("yamato", "444413758703")),
    ],
)  # fmt: skip
def test_a_link_to_a_carriers_page_names_carrier_and_number(href, parcel):
    assert found("", href) == [parcel]
    assert found(f"伝票番号：{parcel[1]}", href) == [parcel]


@pytest.mark.parametrize(
    "href",
    [
        "https://kuronekoyamato.co.jp.evil.example/tneko?number01=444413758703",
        "https://toi.kuronekoyamato.co.jp@evil.example/?number01=444413758703",
        "https://toi.kuronekoyamato.co.jp/cgi-bin/tneko?session=444413758703",
        "https://toi.kuronekoyamato.co.jp/cgi-bin/tneko?" + "&".join(f"a{n}=1" for n in range(3000)),
        "mailto:444413758703@kuronekoyamato.co.jp",
    ],
)
def test_other_links_name_none(href):
    assert found("", href) == []


def test_a_carriers_own_mail_needs_no_name_beside_the_number():
    said = parcels_in("waybill number 3318810025 from a shop", sender="DHL")
    assert said == (Parcel(carrier="dhl_express", number="3318810025"),)


def test_two_numbers_in_one_place_are_none():
    assert number_in("444413758703 / 512547514334") is None


@pytest.mark.parametrize("piece", ["伝票番号：", "4444-", "Tracking number ", "ヤマト運輸\n伝票番号：444413758703\n"])
def test_a_huge_text_is_read_in_no_time(piece):
    begun = time.process_time()
    parcels_in(piece * (100_000 // len(piece)))
    assert time.process_time() - begun < 2


def test_many_parcels_in_one_mail_cost_no_more():
    text = "".join(f"ヤマト運輸\n伝票番号：{number}\n佐川急便\n" for number in range(10**11, 10**11 + 3000))
    begun = time.process_time()
    assert len(parcels_in(text)) == 50
    assert time.process_time() - begun < 2
