"""Numbers as lists count them: figures, letters, Roman numerals, and which of two a letter is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cmc_desk.rules.list_numbers import ListNumber, NumberForm, list_number, written

FORM = NumberForm


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("3", ListNumber(FORM.DECIMAL, (3,), after=".")),
        ("1.2.3", ListNumber(FORM.DECIMAL, (1, 2, 3), after=".")),
        ("(a)", ListNumber(FORM.LOWER_LETTER, (1,), "(", ")")),
        ("b)", ListNumber(FORM.LOWER_LETTER, (2,), "", ")")),
        ("(bb)", ListNumber(FORM.LOWER_LETTER, (28,), "(", ")")),
        ("(i)", ListNumber(FORM.LOWER_ROMAN, (1,), "(", ")")),
        ("(xiv)", ListNumber(FORM.LOWER_ROMAN, (14,), "(", ")")),
        ("IV", ListNumber(FORM.UPPER_ROMAN, (4,), "", ".")),
        ("A", ListNumber(FORM.UPPER_LETTER, (1,), "", ".")),
        ("(2)", ListNumber(FORM.DECIMAL, (2,), "(", ")")),
        ("(0)", None),
        ("0", None),
        ("3 bis", None),
        ("(a", None),
        ("(ab)", None),
        ("Article 3", None),
        ("", None),
    ],
)
def test_a_label_is_a_number_of_a_list_or_none(label: str, number: ListNumber | None) -> None:
    assert list_number(label) == number


def test_a_letter_that_is_a_roman_numeral_too_is_what_continues_its_list() -> None:
    after_h = list_number("(i)", list_number("(h)"))
    assert after_h == ListNumber(FORM.LOWER_LETTER, (9,), "(", ")")
    assert list_number("(v)", list_number("(iv)")) == ListNumber(FORM.LOWER_ROMAN, (5,), "(", ")")
    assert list_number("(c)", list_number("(ii)")) == ListNumber(FORM.LOWER_LETTER, (3,), "(", ")")


@given(st.integers(1, 390), st.sampled_from(FORM))
@example(178, FORM.LOWER_ROMAN)
def test_what_is_written_is_read_again(value: int, form: FORM) -> None:
    label = f"({written(form, value)})"
    before = ListNumber(form, (value - 1,), "(", ")")
    assert list_number(label, before) == ListNumber(form, (value,), "(", ")")


def test_forms_that_nobody_uses_and_values_without_a_letter_are_figures() -> None:
    assert written("decimalZero", 7) == "07"
    assert written("chicago", 3) == "3"
    assert written(FORM.LOWER_ROMAN, 0) == "0"
    assert written(FORM.UPPER_LETTER, 10_000) == "10000"
