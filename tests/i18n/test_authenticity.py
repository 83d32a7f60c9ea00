"""Every reason that a judgement gives has its words."""

import re
import tomllib
from pathlib import Path

SRC = Path(__file__).parents[2] / "src" / "okawari"
GIVEN = re.compile(r'Reason\(f?"([a-z_{}.]+)"')


def test_reasons_and_words_are_the_same():
    given = {
        code for path in (SRC / "domain").rglob("*.py") for code in GIVEN.findall(path.read_text(encoding="utf-8"))
    }
    given |= {f"{method}_aligned" for method in ("dkim", "spf", "dmarc")}
    given = {code for code in given if "{" not in code}
    words = tomllib.loads((SRC / "i18n" / "ja" / "authenticity.toml").read_text(encoding="utf-8"))
    assert given == words.keys()
