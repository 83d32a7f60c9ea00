"""Which rule fits a situation."""

from okawari.domain.rule import Rule, best_match


def made(rule_id, evidence="official", confidence="high", **when):
    return Rule(id=rule_id, title="", domain="refund", when=when, then={}, evidence=evidence, confidence=confidence)


def chosen(rules, **situation):
    found = best_match(rules, situation)
    return found.id if found else None


def test_the_most_matched_keys_win():
    rules = [made("wide", payment="card"), made("narrow", payment="card", captured=True)]
    assert chosen(rules, payment="card", captured=True) == "narrow"
    assert chosen(rules, payment="card", captured=False) == "wide"
    assert chosen(rules, payment="card") == "wide"


def test_any_fits_everything_but_is_no_match():
    rules = [made("any", platform="any", payment="card"), made("own", "secondary", platform="mall", payment="card")]
    assert chosen(rules, platform="mall", payment="card") == "own"
    assert chosen(rules, platform="elsewhere", payment="card") == "any"
    assert chosen(rules, platform=None, payment="card") == "any"


def test_ties_go_to_the_better_evidence_then_confidence_then_order():
    assert chosen([made("a", "secondary", k=1), made("b", "official", k=1)], k=1) == "b"
    assert chosen([made("a", confidence="low", k=1), made("b", confidence="medium", k=1)], k=1) == "b"
    assert chosen([made("a", k=1), made("b", k=1)], k=1) == "a"


def test_a_list_fits_any_of_its_values_and_nothing_unknown():
    rules = [made("r", payment=("atm", "store"))]
    assert chosen(rules, payment="store") == "r"
    assert chosen(rules, payment="card") is None
    assert chosen(rules, payment=None) is None
    assert chosen(rules) is None
