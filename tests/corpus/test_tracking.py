"""Every carrier, form and number of the gathered facts is one that the tracking rules know, with the same answer."""

import json

import pytest
import yaml

from okawari.domain.parcel_number import examine
from okawari.rules.loader import rules

pytestmark = pytest.mark.corpus
CARRIERS = rules("tracking")
WITHOUT_CHECK = {"amazon", "japanpost_registered", "seino", "fukuyama"}


@pytest.fixture
def facts(corpus):
    return yaml.safe_load((corpus.parent / "facts" / "tracking.yaml").read_text(encoding="utf-8"))["carriers"]


def test_every_carrier_has_a_rule(facts):
    assert {fact["id"] for fact in facts} <= {rule.id for rule in CARRIERS}


def test_every_number_gets_the_answer_of_the_facts(facts):
    wanted = [
        (fact["id"], number, answer)
        for fact in facts
        for key, answer in (("valid", None if fact["id"] in WITHOUT_CHECK else True), ("invalid", False))
        for number in fact.get(key, ())
    ]
    wrong = [one for one in wanted if examine(one[1], CARRIERS, one[0]).valid is not one[2]]
    assert wrong == []


def test_the_vectors_of_carriers_pages(corpus):
    vectors = json.loads((corpus / "api-samples" / "carriers" / "number_vectors.json").read_text(encoding="utf-8"))
    for carrier, name in (("yamato", "mod7_12digits"), ("upu_s10", "s10")):
        assert all(examine(number, CARRIERS, carrier).valid is True for number in vectors[f"{name}_valid"])
        assert all(examine(number, CARRIERS, carrier).valid is False for number in vectors[f"{name}_invalid"])
