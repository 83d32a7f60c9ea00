"""Settings: what the documentation says of them is what they are."""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from okawari.errors import UnusableInputError
from okawari.settings import Settings, read_settings

INSTALL = (Path(__file__).parents[1] / "docs" / "install.md").read_text(encoding="utf-8")


def shown(value):
    if value == "":
        return "empty"
    if isinstance(value, Path):
        return f"`{str(value).replace(str(Path.home()), '~')}`"
    return f"`{value if isinstance(value, str) else json.dumps(value)}`"


def test_the_documentation_lists_every_setting_with_its_default(monkeypatch):
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    documented = re.findall(r"^\| `(OKAWARI_\w+)` \| (.+?) \| (.+?) \|$", INSTALL, re.MULTILINE)
    assert documented == [
        (f"OKAWARI_{field.name.upper()}", shown(getattr(Settings(), field.name)), field.metadata["description"])
        for field in fields(Settings)
    ]


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("PORT", "8766", 8766),
        ("LANGUAGE", "en", "en"),
        ("CHECK_DKIM", "True", True),
        ("CHECK_DKIM", "off", False),
        ("AUTHSERV_IDS", '["mx.google.com"]', ("mx.google.com",)),
        ("DATA_DIR", "/srv/okawari", Path("/srv/okawari")),
    ],
)
def test_a_setting_is_read_from_the_environment(monkeypatch, name, value, read):
    monkeypatch.setenv(f"OKAWARI_{name}", value)
    assert getattr(read_settings(), name.lower()) == read


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "many"),
        ("PORT", "-1"),
        ("LANGUAGE", "tlh"),
        ("AUTHSERV_IDS", "mx.google.com"),
        ("AUTHSERV_IDS", "[1]"),
        ("CHECK_DKIM", "perhaps"),
    ],
)
def test_a_setting_that_cannot_be_read_is_one_line(monkeypatch, name, value):
    monkeypatch.setenv(f"OKAWARI_{name}", value)
    with pytest.raises(UnusableInputError) as error:
        read_settings()
    assert f"OKAWARI_{name}" in str(error.value)
    assert "\n" not in str(error.value)
