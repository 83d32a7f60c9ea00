"""Counting equal keys is right whatever waits on disk."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from okawari.reading import ordinals


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from("ab")), max_size=60), st.integers(1, 5))
def test_every_order_of_days_counts_alike(keys, in_memory):
    kept = ordinals._IN_MEMORY, ordinals._MOST_IN_MEMORY
    ordinals._IN_MEMORY, ordinals._MOST_IN_MEMORY = in_memory, 2 * in_memory
    try:
        counting, counted = ordinals.Ordinals(), Counter()
        for day, name in keys:
            assert counting.next(str(day), (str(day), name, day)) == counted[day, name]
            counted[day, name] += 1
    finally:
        ordinals._IN_MEMORY, ordinals._MOST_IN_MEMORY = kept
