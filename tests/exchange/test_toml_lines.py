"""In which line of a TOML text each key stands."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from cmc_desk.exchange.toml_lines import Place, line_of, locate

TEXT = r"""# a remark with title = "no"
title = "one" # [no]
'odd key' = 'x # y'
a.b.c = 1
[meeting] # x
names = { en = "A, }", es = 'B]' }
list = [ # c ]
  "a", # "b"
  { x = 1, y = [1, 2] },

  [[], [{}]],
]
text = '''
[[days]]
'q'''''
more = " \" [x] "
[[days]]
date = 2019-12-05
when = 2019-12-05 08:30:00
[[days.items]]
starts = 08:30:00
[[days.items]]
speakers = [
  { name = "n" },
  { name = "m", "é.x" = true }]
[[days]]
[[days.items]]
[days.items.deep]
k = 1
[x.y."z\u00e9\n\\"]
k = [
]
"""


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    if place:
        yield place
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*place, key))
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, (*place, number))


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("title",), 2),
        (("odd key",), 3),
        (("a", "b", "c"), 4),
        (("meeting",), 5),
        (("meeting", "names", "es"), 6),
        (("meeting", "list", 0), 8),
        (("meeting", "list", 1, "y", 1), 9),
        (("meeting", "list", 2, 1, 0), 11),
        (("meeting", "more"), 16),
        (("days",), 17),
        (("days", 0, "date"), 18),
        (("days", 0, "items", 0, "starts"), 21),
        (("days", 0, "items", 1), 22),
        (("days", 0, "items", 1, "speakers", 1, "é.x"), 25),
        (("days", 1, "items", 0), 27),
        (("days", 1, "items", 0, "deep", "k"), 29),
        (("x", "y", "zé\n\\", "k"), 31),
    ],
)
def test_a_key_is_found_in_its_line(place: Place, line: int) -> None:
    assert locate(TEXT)[place] == line


def test_everything_that_is_read_has_a_line_and_nothing_else_has() -> None:
    assert set(locate(TEXT)) == set(places(tomllib.loads(TEXT)))


def test_a_key_that_is_missing_is_told_at_the_table_it_is_missing_in() -> None:
    lines = locate(TEXT)
    assert line_of(lines, ("days", 0, "items", 1, "title")) == 22
    assert line_of(lines, ("days", 5)) == 17
    assert line_of(lines, ("operators",)) == 0


def test_an_empty_text_has_no_lines() -> None:
    assert locate("\n# nothing\n") == {}


def test_what_tomllib_would_not_read_is_no_text_to_look_in() -> None:
    with pytest.raises(ValueError, match="tomllib"):
        locate("= 1")
