import pytest

from tests.domain.letters import ANA, BRANDS, JCB


def ids(text):
    return {mention.merchants[0].id for mention in BRANDS.named(text)}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Amazonギフト券", {"amazon_jp"}),
        ("三 井 住 友カ一ド", {"smbc_card"}),
        ("【 三井住友 カード】", {"smbc_card"}),
        ("JCBカード", {"jcb"}),
        ("My JCB", {"jcb"}),
        ("XJCBX", set()),
        ("ANAマイレージ", {"ana"}),
        ("Ana Silva", set()),
        ("イオンの会員", {"jcb"}),
        ("ライオン株式会社", set()),
    ],
)
def test_names_are_found_as_words(text, named):
    assert ids(text) == named


def test_a_name_in_look_alike_letters_is_disguised():
    assert [m.disguised for m in BRANDS.named("Аmazon と Amazon")] == [False, False]
    assert [m.disguised for m in BRANDS.named("Аmazon")] == [True]


@pytest.mark.parametrize(
    ("host", "whose"),
    [
        ("amaz0n.co.jp", "amazon_jp"),
        ("amazon.co.jp.evil.cn", "amazon_jp"),
        ("www-amazon-co-jp.rock.example", "amazon_jp"),
        ("amazon-co-jp.xyz", "amazon_jp"),
        ("xn--mazon-3ve.com", "amazon_jp"),
        ("ekl-net.com", "ekinet"),
        ("smbc-card.com.login.top", "smbc_card"),
    ],
)
def test_hosts_in_disguise_are_seen_through(host, whose):
    assert BRANDS.imitated(host).id == whose


@pytest.mark.parametrize(
    "host", ["www.amazon.co.jp", "amazon.jp", "amazon.com.br", "example.jp", "amazonia.org", "a.co", ""]
)
def test_other_hosts_imitate_nobody(host):
    assert BRANDS.imitated(host) is None


def test_the_most_specific_domain_owns_a_host():
    assert BRANDS.owners("mail.yahoo.co.jp")[0].id == "yahoo_shopping"
    assert BRANDS.owners("yahoo.co.jp") == ()
    assert BRANDS.owners("121.ana.co.jp") == (ANA,)
    assert BRANDS.leads_to("my.jcb.co.jp") == (JCB,)
