"""The page of the first hour names what the demo's list shows, all of it and nothing else."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs/first-hour.md"


@pytest.mark.parametrize("demo", ["ja"], indirect=True)
def test_every_order_of_the_demo_stands_in_the_table_of_the_first_hour(demo):
    table = PAGE.read_text(encoding="utf-8").partition("| In the list |")[2].partition("\n\n")[0]
    named = re.findall(r"^\| ([^|-]+) \| ", table, re.MULTILINE)
    listed = demo.get("/cases").text
    told = re.findall(r'<li class="row-case[^>]*>.*?</li>', listed, re.DOTALL)
    assert len(named) == len(told)
    assert [name for name in named if sum(name in one for one in told) != 1] == []
