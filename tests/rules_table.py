"""Write the table of `docs/rules.md` from the rule files: `python -m tests.rules_table`."""

from pathlib import Path

from okawari.domain.rule import Rule
from okawari.rules.loader import DOMAINS, rules

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
OPENING, CLOSING = "<!-- rules: written by python -m tests.rules_table -->\n", "<!-- end of rules -->\n"


def table() -> str:
    """One table a domain: id, title, time, grade."""
    parts = []
    for domain in DOMAINS.values():
        rows = "".join(row(rule) for rule in rules(domain))
        parts.append(f"### {domain}\n\n| Rule | Says | Time | Grade |\n|---|---|---|---|\n{rows}\n")
    return "".join(parts)


def row(rule: Rule) -> str:
    return f"| `{rule.id}` | {rule.title.replace('|', '/')} | {span(rule)} | {rule.evidence}, {rule.confidence} |\n"


def span(rule: Rule) -> str:
    time = rule.time
    if time is None:
        return ""
    days = f"{time.min}" if time.min == time.max else f"{time.min}, mostly {time.typical}, to {time.max}"
    return f"{days} {time.unit} from `{time.count_from}` ({time.basis})"


def with_table(page: str) -> str:
    """The page with the table of today."""
    before, _, rest = page.partition(OPENING)
    _, _, after = rest.partition(CLOSING)
    return before + OPENING + table() + CLOSING + after


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
