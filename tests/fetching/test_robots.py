import pytest

from okawari.fetching.robots import allows, rules_for

RULES = """
User-agent: other
Disallow: /

User-agent: *
Disallow: /cart   # not the cart
Disallow: /*?sort=
Allow: /cart/help
Disallow: /*.pdf$
Disallow: /検索

User-agent: okawari
User-agent: somebody
Disallow: /secret
"""


@pytest.mark.parametrize(
    ("agent", "path", "allowed"),
    [
        ("nobody", "/item/1", True),
        ("nobody", "/cart/1", False),
        ("nobody", "/cart/help", True),
        ("nobody", "/list?sort=price", False),
        ("nobody", "/a.pdf", False),
        ("nobody", "/a.pdf?x=1", True),
        ("nobody", "/%E6%A4%9C%E7%B4%A2?q=a", False),
        ("other", "/item/1", False),
        ("Okawari", "/cart/1", True),
        ("Okawari", "/secret/1", False),
    ],
)
def test_the_longest_rule_of_the_own_group_counts(agent, path, allowed):
    assert allows(rules_for(RULES, agent), path) is allowed


def test_no_rules_allow_everything():
    assert allows(rules_for("", "Okawari"), "/")
    assert allows(rules_for("<html>not a robots.txt</html>", "Okawari"), "/")


def test_rules_of_stars_take_linear_time():
    assert allows(rules_for("User-agent: *\nDisallow: /" + "*a" * 900 + "$", "Okawari"), "/" + "a" * 3000 + "b")
