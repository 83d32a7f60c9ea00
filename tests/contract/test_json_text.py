"""Documents as JSON text."""

from __future__ import annotations

import json

import pytest

from okawari.contract.json_text import json_text


@pytest.mark.parametrize("text", ["注文", 'a "quoted"\n\x00 line', "half \udc80 a character", "𠮷"])
def test_a_document_is_read_back_as_it_was(text: str) -> None:
    document = {"schema": "x/1", "text": text, "nothing": None, "count": 2**70, "listed": [True]}
    assert json.loads(json_text(document)) == document
    assert "\n" not in json_text(document)
