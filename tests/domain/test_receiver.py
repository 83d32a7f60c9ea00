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


def below_the_author(*headers, return_path=""):
    letter = mail(
        address="a@amazon.co.jp",
        headers=(RECEIVED, *headers, FROM, AT_TOP),
        authentication=(FORGED,),
        return_path=return_path,
    )
    return methods(trusted_results(letter))


def test_of_a_run_below_the_authors_headers_counts_only_what_the_mail_bears_out():
    assert below_the_author(return_path="x@evil.cn") == []
    assert below_the_author(return_path="x@amazon.co.jp") == [("spf", "pass")]
    assert below_the_author(("dkim-signature", "v=1; d=evil.cn; s=a")) == []
    assert below_the_author(("dkim-signature", "v=1; d=amazon.co.jp; s=a")) == [("dkim", "pass")]


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
