import pytest

from okawari.domain.receiver import trusted_results
from tests.domain.letters import mail, results

AT_TOP = ("authentication-results", "")
RECEIVED = ("received", "from a by mx.example.jp with ESMTPS; Mon, 23 Nov 2026 09:00:00 +0900")
FROM = ("from", "a@amazon.co.jp")
PASS = results(("dkim", "pass", "amazon.co.jp"))
FAIL = results(("dkim", "fail", "amazon.co.jp"), ("dmarc", "fail", "amazon.co.jp"))


def checked(headers, *found, ids=()):
    return trusted_results(mail(address="a@amazon.co.jp", headers=headers, authentication=found), ids)


def methods(found):
    return [(r.method, r.result) for r in found.results]


def test_the_topmost_run_counts():
    forged = results(("dkim", "pass", "amazon.co.jp"), by="mx.forged.example")
    found = checked((AT_TOP, RECEIVED, FROM, AT_TOP), FAIL, forged)
    assert methods(found) == [("dkim", "fail"), ("dmarc", "fail")]


def test_one_receiver_may_write_several_headers():
    split = results(("spf", "pass", "amazon.co.jp")), results(("dkim", "pass", "amazon.co.jp"))
    assert methods(checked((AT_TOP, AT_TOP, FROM), *split)) == [("spf", "pass"), ("dkim", "pass")]


def test_a_header_below_a_hop_does_not_carry_on_the_run():
    found = checked((AT_TOP, RECEIVED, AT_TOP, FROM), results(("spf", "none", "")), PASS)
    assert methods(found) == [("spf", "none")]


def test_a_lower_header_cannot_soften_a_method():
    found = checked((AT_TOP, AT_TOP, FROM), FAIL, PASS)
    assert methods(found) == [("dkim", "fail"), ("dmarc", "fail")]


FORGED = results(
    ("dkim", "pass", "amazon.co.jp"),
    ("spf", "pass", "amazon.co.jp"),
    ("dmarc", "pass", "amazon.co.jp"),
    by="mx.google.com",
)


def by(*hosts):
    return tuple(("received", f"from a by {host} with ESMTPS; Mon, 23 Nov 2026 09:00:00 +0900") for host in hosts)


@pytest.mark.parametrize("between", [(), (FROM,)])
def test_no_pass_counts_that_stands_below_a_server_of_another_name(between):
    signed = ("dkim-signature", "v=1; d=amazon.co.jp; s=a")
    letter = mail(
        address="a@amazon.co.jp",
        headers=(*by("mx.example.jp"), *between, AT_TOP, *by("mx.google.com"), signed),
        authentication=(FORGED,),
        return_path="x@amazon.co.jp",
    )
    assert methods(trusted_results(letter)) == []


def test_a_failure_below_a_server_of_another_name_stays():
    assert methods(checked((*by("mx.example.jp"), AT_TOP, FROM), results(("spf", "fail", "a.jp"), by="b.example")))


@pytest.mark.parametrize(
    ("hosts", "receiver"),
    [
        (("2002:a05:6a10:1:0:0:0:0", "mx.google.com"), "mx.google.com"),
        (("localhost", "mta2.example.jp"), "mx.example.jp"),
        (("10.0.0.3", "store.mail.internal", "mx.example.jp"), "mx.example.jp"),
        (("p00-mx.mail.icloud.com", "st43p.me.com"), "dmarc.icloud.com"),
        (("TY0PR01.apcprd01.prod.outlook.com", "outlook.office365.com"), ""),
    ],
)
def test_the_receivers_own_servers_may_stand_above_its_results(hosts, receiver):
    passed = results(("dkim", "pass", "amazon.co.jp"), by=receiver)
    assert methods(checked((*by(*hosts), AT_TOP, FROM), passed)) == [("dkim", "pass")]


def test_results_without_a_name_are_only_outlooks():
    unnamed = results(("dkim", "pass", "amazon.co.jp"), by="")
    assert methods(checked((*by("mx.example.jp"), AT_TOP, FROM), unnamed)) == []


def test_a_run_below_the_authors_headers_counts_with_the_receivers_own_name():
    assert methods(checked((RECEIVED, FROM, AT_TOP), results(("spf", "pass", "a.jp"), by="mta2.example.jp")))


def test_named_receivers_are_the_only_ones():
    other = results(("spf", "pass", "amazon.co.jp"), by="mx.other.example")
    assert checked((AT_TOP, FROM), other, ids=("mx.example.jp",)) is None
    found = checked((AT_TOP, RECEIVED, AT_TOP, FROM), other, PASS, ids=("MX.example.jp",))
    assert methods(found) == [("dkim", "pass")]


def test_a_pass_proves_only_the_listed_domain_it_is_for():
    for domain, proves in [
        ("amazon.co.jp", True),
        ("bounces.amazon.co.jp", True),
        ("amazon.com", False),
        ("evil.cn", False),
    ]:
        found = checked((AT_TOP, FROM), results(("spf", "pass", domain)))
        assert bool(list(found.passes("amazon.co.jp", ("amazon.co.jp", "amazon.com")))) is proves


def test_a_failed_dmarc_outweighs_a_pass():
    found = checked((AT_TOP, FROM), results(("dkim", "pass", "amazon.co.jp"), ("dmarc", "fail", "amazon.co.jp")))
    assert not list(found.passes("amazon.co.jp", ("amazon.co.jp",)))
