"""A script says what hands do; a line that says nothing is named."""

import pytest

from cmc_desk.rules.key_script import Stroke, strokes
from cmc_desk.rules.refusal import Refusal


def test_a_text_is_a_stroke_for_every_letter_and_a_new_line_is_a_key() -> None:
    assert strokes(['{"type": "é\\n😀"}']) == (
        Stroke(1, letter="é"),
        Stroke(1, key="Shift+Return"),
        Stroke(1, letter="😀"),
    )


def test_keys_pauses_and_items_are_strokes_and_empty_lines_are_none() -> None:
    lines = ['{"item": "Opening"}', "", '{"key": "Alt+2"}\n', '{"wait": 400}', '{"wait": 0.5}']
    assert strokes(lines) == (
        Stroke(1, item="Opening"),
        Stroke(3, key="Alt+2"),
        Stroke(4, wait=400),
        Stroke(5, wait=0.5),
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("type", "no JSON"),
        ("[]", "one of type, key, wait, item"),
        ("{}", "one of"),
        ('{"type": "a", "key": "b"}', "one of"),
        ('{"speak": "a"}', "one of"),
        ('{"wait": "long"}', "milliseconds"),
        ('{"wait": true}', "milliseconds"),
        ('{"wait": -1}', "milliseconds"),
        ('{"type": 4}', "after “type” comes a text"),
        ('{"key": ""}', "after “key” comes a text"),
    ],
)
def test_a_line_that_says_nothing_is_named(line: str, words: str) -> None:
    with pytest.raises(Refusal, match=r"Line 2 of the script") as refused:
        strokes(['{"type": "a"}', line])
    assert words in refused.value.sentence
