"""The timeframe of an activity is read as months where its words say them, in four languages, and months are words again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.i18n import LANGUAGES, texts
from cmc_desk.rules.timeframes import (
    BY_WORDS,
    YEAR,
    Span,
    calendar_columns,
    column_months,
    marked_words,
    months_in,
    months_words,
)

EN = texts("en")


def month(year: int, number: int) -> int:
    return year * YEAR + number - 1


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2020", month(2020, 1), month(2020, 12)),
        ("2020 to 2022", month(2020, 1), month(2022, 12)),
        ("2020–2022", month(2020, 1), month(2022, 12)),
        ("2020-2022", month(2020, 1), month(2022, 12)),
        ("by March 2020", month(2020, 3), month(2020, 3)),
        ("by 2022", month(2022, 12), month(2022, 12)),
        ("March to June 2020", month(2020, 3), month(2020, 6)),
        ("from January 2020 to May 2021", month(2020, 1), month(2021, 5)),
        ("Q1 2020 – 2021 Q3", month(2020, 1), month(2021, 9)),
        ("first half of 2020", month(2020, 1), month(2020, 6)),
        ("2020-03", month(2020, 3), month(2020, 3)),
        ("03/2020", month(2020, 3), month(2020, 3)),
        ("enero de 2020 a junio de 2020", month(2020, 1), month(2020, 6)),
        ("segundo semestre de 2020", month(2020, 7), month(2020, 12)),
        ("d’ici mars 2020", month(2020, 3), month(2020, 3)),
        ("T1 2020 au T3 2020", month(2020, 1), month(2020, 9)),
        ("K2 2020 tot K3 2020", month(2020, 4), month(2020, 9)),
        ("tegen 2021", month(2021, 12), month(2021, 12)),
        ("by the end of 2021", month(2021, 12), month(2021, 12)),
        ("Before  the end of March 2021", month(2021, 3), month(2021, 3)),
        ("a más tardar en 2021", month(2021, 12), month(2021, 12)),
        ("para finales de 2021", month(2021, 12), month(2021, 12)),
        ("d’ici la fin de 2021", month(2021, 12), month(2021, 12)),
        ("voor het einde van 2021", month(2021, 12), month(2021, 12)),
        ("de enero de 2020", month(2020, 1), month(2020, 1)),
        ("a partir de 2020 hasta 2022", month(2020, 1), month(2022, 12)),
    ],
)
def test_words_that_say_months_are_read(words: str, first: int, last: int) -> None:
    assert months_in(words) == (Span(first, last),)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "every year",
        "continuous",
        "2022 to 2020",
        "soon, 2020",
        "by then",
        "by the end of it",
        "continuous, 2020",
        "from then on",
        "third half of 2020",
        "Sometime 2020",
        "1 to 2 to 2020",
    ],
)
def test_words_that_say_none_are_left_as_they_are(words: str) -> None:
    assert months_in(words) == ()


def test_several_times_are_several_spans_and_one_that_goes_on_has_no_end() -> None:
    assert months_in("2020; 2022") == (Span(24240, 24251), Span(24264, 24275))
    (span,) = months_in("2020, continuous")
    assert span == Span(24240, None)
    assert span.covers(99999, 99999)
    assert not span.covers(24000, 24239)


def test_a_calendar_has_months_quarters_or_years_as_there_are_few_or_many() -> None:
    assert calendar_columns([]) == ()
    assert len(calendar_columns(months_in("March 2020 to June 2021"))) == 16
    assert len(calendar_columns(months_in("2020 to 2025"))) == 24
    assert len(calendar_columns(months_in("2020 to 2045"))) == 26
    assert calendar_columns([Span(24242, None)]) == ((24242, 24242),)
    assert column_months("Q2  2020") == (24243, 24245)
    assert column_months("Lead") is None


@given(st.integers(1990 * YEAR, 2090 * YEAR), st.integers(0, 90), st.sampled_from(LANGUAGES))
def test_months_in_words_are_read_again(first: int, more: int, language: str) -> None:
    assert months_in(months_words(first, first + more, texts(language))) == (Span(first, first + more),)


def test_marked_columns_that_follow_one_another_are_one_span() -> None:
    quarters = calendar_columns(months_in("2020 to 2021"))
    assert marked_words([quarters[0], quarters[1], quarters[4]], EN) == "Q1 2020 – Q2 2020, Q1 2021"
    assert marked_words(quarters[:4], EN) == "2020"
    assert marked_words([], EN) == ""
    assert marked_words(calendar_columns(months_in("2020"))[2:3], EN) == "March 2020"


QUARTERS = st.builds(
    lambda quarter, language: (3 * quarter, months_words(3 * quarter, 3 * quarter + 2, texts(language))),
    st.integers(1990 * 4, 2090 * 4),
    st.sampled_from(LANGUAGES),
)


@given(
    QUARTERS,
    st.sampled_from(["from {}", "From {} onwards", "desde {}", "a partir de {}", "à partir de {}", "vanaf {}"]),
)
def test_what_only_has_a_beginning_goes_on(unit: tuple[int, str], words: str) -> None:
    first, said = unit
    assert months_in(words.format(said)) == (Span(first, None),)
    assert months_in(f"{words.format(said)}, continuous") == (Span(first, None),)


@given(QUARTERS, st.sampled_from(BY_WORDS))
def test_what_is_to_be_done_by_a_time_is_its_last_month(unit: tuple[int, str], words: str) -> None:
    first, said = unit
    assert months_in(f"{words} {said}") == (Span(first + 2, first + 2),)
