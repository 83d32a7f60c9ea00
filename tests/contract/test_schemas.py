"""The schemas are sound, and the documents name what the schemas name."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from okawari.contract.schemas import NAMES, schema_text

CONTRACT = (Path(__file__).parents[2] / "docs" / "contract.md").read_text(encoding="utf-8")


def keys(schema):
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from keys(value)
    elif isinstance(schema, list):
        for one in schema:
            yield from keys(one)


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_one(name):
    Draft202012Validator.check_schema(json.loads(schema_text(name)))


@pytest.mark.parametrize("name", NAMES)
def test_the_documentation_names_every_key(name):
    named = set(re.findall(r"`([a-z0-9_]+)`", CONTRACT)) | {"schema", "messages", "cases", "currency"}
    assert set(keys(json.loads(schema_text(name)))) - named == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_documentation_names_every_word_of_a_closed_vocabulary(name):
    named = set(re.findall(r"`([a-z_]+)`", CONTRACT))
    schema = json.loads(schema_text(name))
    definitions = schema.get("$defs", {})
    vocabularies = [definitions["message"]["properties"]["kind"]] if name == "read" else []
    vocabularies += [definitions["case"]["properties"]["state"]] if name == "rescue" else []
    vocabularies += [definitions["authenticity"]["properties"]["verdict"]] if "authenticity" in definitions else []
    vocabularies += [definitions["row"]["properties"]["kind"]] if name == "statement" else []
    assert {word for one in vocabularies for word in one["enum"]} - named == set()
