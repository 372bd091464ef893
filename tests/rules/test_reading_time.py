"""How long a text is read aloud."""

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.reading_time import Reading, reading, word_count, words_in


def test_signs_and_bullets_are_no_words() -> None:
    assert word_count("- *Agreed:* principle 1 – [not agreed] …") == 5
    assert word_count("(a) l’Haïti\u00a0: 3,5 %") == 3
    assert word_count("") == 0
    assert words_in(["one two", "three"]) == 3


def test_a_hundred_and_ten_words_are_a_minute() -> None:
    found = reading(110, words_a_minute=110, slot_minutes=15)
    assert (found.seconds, found.minutes, found.over) == (60, 1, -840)
    assert reading(111, words_a_minute=110).minutes == 2
    assert reading(1, words_a_minute=110) == Reading(1, 1, 0)


def test_what_the_agenda_does_not_time_is_never_too_long() -> None:
    assert reading(9_000, words_a_minute=110).over == 0
    assert reading(2_000, words_a_minute=100, slot_minutes=15).over == 300


@given(st.integers(0, 100_000), st.integers(40, 300))
def test_nobody_reads_more_words_than_the_pace_allows(words: int, pace: int) -> None:
    found = reading(words, words_a_minute=pace)
    assert (found.seconds - 1) * pace < words * 60 <= found.seconds * pace
