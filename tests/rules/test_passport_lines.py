"""The two lines of a passport: ICAO 9303 checks every field but the name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.passport_lines import (
    check_digit,
    hidden,
    last_of,
    looks_like_a_passport_line,
    looks_like_passport_lines,
    read_passport_lines,
)
from cmc_desk.rules.refusal import Refusal

# The specimen of ICAO 9303, part 4.
FIRST = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
SECOND = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
THEN = date(2010, 12, 5)
TODAY = date(2019, 12, 5)


def lines(
    *, number: str = "A1234567<", birth: str = "800229", expires: str = "290228", extra: str = "", digit: str = ""
) -> str:
    """Return the lines of a fictional passport, with the digits that check it."""
    extra = extra.ljust(14, "<")
    checked = "".join(f"{field}{check_digit(field)}" for field in (number, birth, expires))
    number_checked, birth_checked, expires_checked = checked[:10], checked[10:17], checked[17:]
    last = digit or str(check_digit(extra))
    whole = number_checked + birth_checked + expires_checked + extra + last
    second = f"{number_checked}JAM{birth_checked}F{expires_checked}{extra}{last}{check_digit(whole)}"
    return "P<JAMEXAMPLE<BLAKE<<KEISHA<ANN".ljust(44, "<") + "\n" + second


def test_the_specimen_of_the_standard() -> None:
    found = read_passport_lines(f"{FIRST}\n{SECOND}", today=THEN)
    assert (found.issuer, found.family_name, found.given_name) == ("UTO", "ERIKSSON", "ANNA MARIA")
    assert (found.number, found.nationality) == ("L898902C3", "UTO")
    assert (found.birth, found.expires) == (date(1974, 8, 12), date(2012, 4, 15))
    assert found.name == "ANNA MARIA ERIKSSON"


def test_small_letters_spaces_and_one_long_line_are_forgiven() -> None:
    typed = f" {FIRST.lower()} {SECOND[:20]} {SECOND[20:]}\r\n"
    assert read_passport_lines(typed, today=THEN) == read_passport_lines(FIRST + SECOND, today=THEN)
    assert looks_like_passport_lines(typed)
    assert not looks_like_passport_lines(PASS_OF_OTHER_LENGTH)


PASS_OF_OTHER_LENGTH = FIRST + SECOND[:-1]


def test_letters_are_read_as_digits_where_only_digits_can_stand() -> None:
    scanned = lines().replace("800229", "8OO229")
    assert read_passport_lines(scanned, today=TODAY).birth == date(1980, 2, 29)


def test_somebody_of_one_name_has_one_name() -> None:
    one = FIRST.replace("ERIKSSON<<ANNA<MARIA", "ANNA<<<<<<<<<<<<<<<<")
    assert read_passport_lines(one + SECOND, today=THEN).name == "ANNA"


@pytest.mark.parametrize(
    ("place", "field"),
    [(3, "number"), (14, "date of birth"), (22, "date of expiry"), (30, "personal number"), (43, "whole line")],
)
def test_a_digit_that_does_not_agree_names_its_field(place: int, field: str) -> None:
    wrong = SECOND[:place] + str((int(SECOND[place]) + 1) % 10) + SECOND[place + 1 :]
    with pytest.raises(Refusal, match=f"The {field} and its check digit do not agree"):
        read_passport_lines(FIRST + wrong, today=THEN)


def test_an_empty_last_field_may_have_no_digit() -> None:
    assert read_passport_lines(lines(digit="<"), today=TODAY) == read_passport_lines(lines(digit="0"), today=TODAY)
    with pytest.raises(Refusal, match="personal number"):
        read_passport_lines(lines(extra="X", digit="<"), today=TODAY)
    with pytest.raises(Refusal, match="personal number"):
        read_passport_lines(lines(digit="7"), today=TODAY)


def test_dates_are_of_the_likely_century() -> None:
    found = read_passport_lines(lines(birth="191206", expires="690101"), today=TODAY)
    assert (found.birth, found.expires) == (date(1919, 12, 6), date(2069, 1, 1))
    assert read_passport_lines(lines(expires="991231"), today=TODAY).expires == date(1999, 12, 31)


def test_a_date_that_there_is_not_is_refused() -> None:
    with pytest.raises(Refusal, match="date of birth is no date"):
        read_passport_lines(lines(birth="810229"), today=TODAY)
    with pytest.raises(Refusal, match="date of expiry is no date"):
        read_passport_lines(lines(expires="291301"), today=TODAY)


def test_what_are_no_lines_of_a_passport_is_refused() -> None:
    with pytest.raises(Refusal, match="87 were typed of 88"):
        read_passport_lines(PASS_OF_OTHER_LENGTH, today=TODAY)
    for text in ("V" + FIRST[1:] + SECOND, FIRST.replace("ANNA", "AN,A") + SECOND):
        with pytest.raises(Refusal, match="not the lines of a passport"):
            read_passport_lines(text, today=TODAY)


signs = st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<")


@given(
    st.text(signs, min_size=9, max_size=9),
    st.dates(date(1920, 1, 1), date(2019, 12, 5)),
    st.dates(date(2015, 1, 1), date(2060, 12, 31)),
    st.text(signs, max_size=14),
)
def test_whatever_was_written_with_its_digits_is_read_back(number: str, birth: date, expires: date, extra: str) -> None:
    text = lines(number=number, birth=f"{birth:%y%m%d}", expires=f"{expires:%y%m%d}", extra=extra)
    found = read_passport_lines(text, today=TODAY)
    assert (found.number, found.birth, found.expires) == (number.rstrip("<"), birth, expires)


@given(st.integers(0, 8), st.sampled_from("0123456789"), st.text(st.sampled_from("0123456789"), min_size=9, max_size=9))
def test_one_wrong_digit_in_the_number_is_always_noticed(place: int, digit: str, number: str) -> None:
    text = lines(number=number)
    wrong = number[:place] + digit + number[place + 1 :]
    if wrong == number:
        return
    with pytest.raises(Refusal):
        read_passport_lines(text.replace(f"\n{number}", f"\n{wrong}"), today=TODAY)


@given(st.text(max_size=120))
def test_no_text_makes_it_fall_over(text: str) -> None:
    for candidate in (text, FIRST + text, "P" + text.ljust(87, "0")[:87]):
        try:
            read_passport_lines(candidate, today=TODAY)
        except Refusal:
            continue


def test_one_line_alone_is_told_from_a_badge_and_a_number_is_known_by_its_end() -> None:
    assert looks_like_a_passport_line(SECOND)
    assert looks_like_a_passport_line(FIRST.lower())
    assert not looks_like_a_passport_line(FIRST + SECOND)
    assert not looks_like_a_passport_line("A" * 44)
    assert [last_of(number) for number in ("R12345678", "123456", "12345", "1234")] == ["5678", "3456", "45", "34"]
    assert [hidden(number) for number in (" r 1234-5678 ", "12345", "1", "")] == ["…5678", "…45", "…", "…"]
