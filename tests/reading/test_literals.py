"""Many literal texts looked for at once."""

import random

import pytest

from okawari.reading.literals import Literals


@pytest.mark.parametrize("letters", ["ab", "ab.|(在庫◎"])
def test_the_same_is_found_as_one_by_one(letters):
    chance = random.Random(letters)

    def made(longest):
        return "".join(chance.choice(letters) for _ in range(chance.randint(1, longest)))

    answers = set()
    for _ in range(500):
        texts = [made(4) for _ in range(chance.randint(0, 6))]
        line = made(8)
        answers.add(expected := any(text in line for text in texts))
        assert Literals(texts).stand_in(line) is expected
    assert answers == {True, False}
