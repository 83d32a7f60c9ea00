"""Signs that are words of their own, and signs that have only grown together with one."""

import pytest

from okawari.domain.same_thing.taken_apart.signs import standing


@pytest.mark.parametrize(
    ("sign", "title", "told"),
    [
        ("缶", "のどごし 350ml 缶", {"缶"}),
        ("缶", "のどごし缶", {"~缶"}),
        ("缶", "のどごし缶缶", {"~缶"}),
        ("特", "特A 新潟県産", set()),
        ("特", "特A 特 新潟県産", {"特"}),
        ("約", "約28cm フライパン", set()),
        ("大", "お皿大", {"大"}),
        ("粉", "きな粉", {"粉"}),
        ("帽", "ベレー帽", {"~帽"}),
        ("帽", "ベレー 帽１個", set()),
    ],
)
def test_a_sign_tells_something_where_it_stands_alone(sign, title, told):
    assert standing(frozenset((sign,)), title) == told
