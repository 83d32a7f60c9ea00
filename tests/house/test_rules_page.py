"""The page on rules shows the rules of today."""

from tests.rules_table import PAGE, with_table


def test_the_table_is_current():
    page = PAGE.read_text(encoding="utf-8")
    assert page == with_table(page), "write it anew: python -m tests.rules_table"
    assert page.count("| `REF-") > 40
