"""Whether a document is what its schema says, to the last key."""

import json
from copy import deepcopy

from jsonschema import Draft202012Validator, FormatChecker

from okawari.contract.schemas import schema_text


def closed(schema):
    """The schema without room for keys that it does not name."""
    if isinstance(schema, dict):
        found = {key: closed(value) for key, value in schema.items()}
        return found | {"additionalProperties": False} if "properties" in found else found
    return [closed(one) for one in schema] if isinstance(schema, list) else schema


def check(name, document):
    """Fail where the document has another shape, lacks a key or has one that the schema does not name."""
    schema = closed(deepcopy(json.loads(schema_text(name))))
    errors = list(Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(document))
    assert errors == [], [f"{error.json_path}: {error.message}" for error in errors]
