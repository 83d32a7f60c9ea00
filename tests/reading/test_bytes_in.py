"""What is looked for in steps stands where a search letter by letter finds it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.reading.bytes_in import count_of, holds, in_small, last_place, place, places

PIECES = st.lists(
    st.sampled_from([b"\n", b"--", b"\n\n", b"a", b"ab", b"From ", b"-" * 70, b"\x00", b"\xff" * 31]), max_size=30
)
NEEDLES = st.sampled_from([b"\n\n", b"\n--", b"From ", b"ab", b"a", b"-" * 65, b"\xff\xffab"])


@given(PIECES.map(b"".join), NEEDLES, st.integers(0, 200), st.integers(0, 400))
def test_bytes_are_found_where_a_search_finds_them(data, needle, start, end):
    assert place(data, needle, start, end) == data.find(needle, start, end)
    assert last_place(data, needle, start, end) == data.rfind(needle, start, end)
    found = re.compile(re.escape(needle)).finditer(data, start, min(end, len(data)))
    assert list(places(data, needle, start, end)) == ([one.start() for one in found] if start <= len(data) else [])


@given(PIECES.map(b"".join), NEEDLES, NEEDLES)
def test_that_one_of_several_stands_there_is_told(data, first, second):
    assert holds(data, first, second) is (first in data or second in data)


@given(st.binary(max_size=300), st.integers(0, 255))
def test_bytes_are_counted_and_written_in_small_as_bytes_do(data, byte):
    assert count_of(data, byte) == data.count(bytes([byte]))
    assert in_small(data) == data.lower()


@pytest.mark.parametrize("size", [0, 1, 63, 64, 65, 100_000])
def test_the_very_last_bytes_are_looked_at(size):
    assert place(b"x" * size + b"ab", b"ab", 0, size + 2) == size
    assert place(b"x" * size + b"ab", b"ab", 0, size + 1) == -1
