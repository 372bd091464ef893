"""The name on a badge over two lines."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from cmc_desk.rules.badge_names import two_lines
from cmc_desk.rules.folding import clean


@pytest.mark.parametrize(
    ("given_name", "family_name", "expected"),
    [
        ("Keisha", "Example-Blake", ("Keisha", "Example-Blake")),
        ("Ana María", "de la Muestra Ortega", ("Ana María", "de la Muestra Ortega")),
        ("", "Muster", ("Muster", "")),
        ("Perry", "", ("Perry", "")),
        ("مثال", "نموذج", ("مثال", "نموذج")),
    ],
)
def test_without_a_wish_the_given_name_stands_over_the_family_name(
    given_name: str, family_name: str, expected: tuple[str, str]
) -> None:
    assert two_lines(given_name, family_name) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("Keisha Ann Example-Blake", ("Keisha Ann", "Example Blake")),
        ("keisha ann EXAMPLE BLAKE", ("Keisha Ann", "Example Blake")),
        ("Kay Example Blake", ("Kay", "Example Blake")),
        ("Example Blake Kay", ("Example Blake", "Kay")),
        ("Keisha Ann Blake", ("Keisha Ann", "Blake")),
        ("Kay B. Sample", ("Kay B.", "Sample")),
        ("Kay van der Muster", ("Kay", "van der Muster")),
        ("MUSTER Kay", ("MUSTER", "Kay")),
        ("Kay", ("Kay", "")),
        ("Muster, Kay", ("Muster, Kay", "")),
        ("Example Blake", ("Example", "Blake")),
    ],
)
def test_a_name_that_was_asked_for_is_parted_where_its_family_name_is(wanted: str, expected: tuple[str, str]) -> None:
    assert two_lines("Keisha Ann", "Example Blake", wanted) == expected


def test_a_name_without_a_family_name_is_parted_by_its_look() -> None:
    assert two_lines("Kay Sample", "", "Kay van Muster") == ("Kay", "van Muster")
    assert two_lines("", "Sample Muster", "Sample Muster") == ("Sample Muster", "")


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=60))
def test_no_letter_is_lost_added_or_turned_round(given_name: str, family_name: str, wanted: str) -> None:
    given_name, family_name, wanted = clean(given_name), clean(family_name), clean(wanted)
    first, second = two_lines(given_name, family_name, wanted)
    assert first or not second
    shown = " ".join(part for part in (first, second) if part)
    full = " ".join(part for part in (given_name, family_name) if part)
    assert shown in ({full, wanted} if wanted else {full})
