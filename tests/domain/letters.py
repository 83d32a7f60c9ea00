"""Mails and merchants for the tests of claims and judgements."""

from okawari.domain.brands import Brands
from okawari.domain.mail import Address, AuthenticationResult, AuthenticationResults, Link, Mail
from okawari.domain.merchant import Merchant

AMAZON = Merchant(
    id="amazon_jp",
    kind="shop",
    name_ja="Amazon.co.jp",
    name_en="Amazon.co.jp",
    mail_domains=("amazon.co.jp", "amazon.com"),
    link_domains=("amazon.jp",),
    relay_domains=("marketplace.amazon.co.jp",),
    brand_words=("amazon", "アマゾン"),
    order_patterns=(r"\d{3}-\d{7}-\d{7}",),
    order_like_patterns=(r"(?<![\d-])\d{3}-\d{6,8}-\d{6,9}(?![\d-])",),
    check_url="https://www.amazon.co.jp/gp/css/order-history",
    report_to="stop-spoofing@amazon.com",
)
AMAZON_COM = Merchant(
    id="amazon_com",
    kind="shop",
    name_ja="Amazon.com",
    name_en="Amazon.com",
    mail_domains=("amazon.com",),
    brand_words=("amazon",),
    currency="USD",
)
CARD = Merchant(
    id="smbc_card",
    kind="card",
    name_ja="三井住友カード",
    name_en="Sumitomo Mitsui Card",
    mail_domains=("vpass.ne.jp", "smbc-card.com"),
    brand_words=("三井住友カード", "vpass"),
    check_url="https://www.smbc-card.com/",
)
EKINET = Merchant(
    id="ekinet",
    kind="service",
    name_ja="えきねっと",
    name_en="Eki-net",
    mail_domains=("eki-net.com",),
    brand_words=("えきねっと", "eki-net"),
    check_url="https://www.eki-net.com/",
)
YAMATO = Merchant(
    id="yamato",
    kind="carrier",
    name_ja="ヤマト運輸",
    name_en="Yamato Transport",
    mail_domains=("kuronekoyamato.co.jp",),
    brand_words=("ヤマト運輸",),
)
YAHOO = Merchant(
    id="yahoo_shopping",
    kind="shop",
    name_ja="Yahoo!ショッピング",
    name_en="Yahoo! Shopping",
    mail_domains=("mail.yahoo.co.jp",),
    brand_words=("yahoo!ショッピング",),
    shared_domains=("yahoo.co.jp",),
)
YODO = Merchant(
    id="yodo",
    kind="shop",
    name_ja="ヨド",
    name_en="Yodo",
    mail_domains=("yodo.example",),
    brand_words=("yodo",),
    signs_dkim=False,
)
JCB = Merchant(
    id="jcb",
    kind="card",
    name_ja="JCB",
    name_en="JCB",
    mail_domains=("jcb.co.jp",),
    brand_words=("myjcb",),
    brand_words_exact=("jcb", "イオン"),
)
ANA = Merchant(
    id="ana", kind="service", name_ja="ANA", name_en="ANA", mail_domains=("ana.co.jp",), brand_words_exact=("ANA",)
)
BRANDS = Brands((AMAZON, AMAZON_COM, CARD, EKINET, YAMATO, YAHOO, YODO, JCB, ANA))


def sender(display, address):
    return Address(display, address, address.rpartition("@")[2])


def links(*hosts):
    return tuple(Link(f"https://{host}/x", host, "詳しくはこちら") for host in hosts)


def results(*found, by="mx.example.jp"):
    """Return a header of results: `("dkim", "pass", "amazon.co.jp")`."""
    return AuthenticationResults(by, tuple(AuthenticationResult(*one) for one in found))


def mail(display="", address="", subject="", text="", **more):
    checked = more.pop("checked", ())
    headers = (*(("authentication-results", "") for _ in checked), ("from", display), ("subject", subject))
    return Mail(
        file="one.eml",
        sha256="0" * 64,
        subject=subject,
        text=text,
        **{"from_": sender(display, address), "headers": headers, "authentication": checked} | more,
    )
