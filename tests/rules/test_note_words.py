"""The words that are checked, and those that never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.note_words import KnownWords, Word, in_utf16, parts, words, written


def checked(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The States’ views, re-read.", ["The", "States", "views", "re-read"]),
        ("l’avis d’Haïti aujourd'hui", ["l’avis", "d’Haïti", "aujourd'hui"]),
        ("*strong* _emphasised words_ [brackets]", ["strong", "emphasised", "words", "brackets"]),
        ("e\u0301tat co\u2011ordination", ["e\u0301tat", "co\u2011ordination"]),
        ("and/or participant·e·s", ["and", "or", "participant·e·s"]),
        ("‘agreed’ text—text", ["agreed", "text", "text"]),
        ("Human-Mobility", ["Human-Mobility"]),
        ("principle.[see] next.", ["principle", "see", "next"]),
    ],
)
def test_words_are_found_whole_whatever_stands_around_them(text: str, found: list[str]) -> None:
    assert checked(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("CARICOM", "SOMs", "NGOs’", "MoU", "McSample", "O’Brien", "l’ONU", "IOM's", "COUNTER-TRAFFICKING"),
        *("2019", "3rd", "A4", "COVID-19", "CMC/2019/INF.2", "4(a)", "PKT_7", "snake_case", "a_b", "principle(3)"),
        *("ana@example.org", "https://example.org/a-page", "www.example.org", "example.org,", "(example.org)"),
        *("@jamaica", "C:\\notes\\file", "a", "y", "e.g.", "الهجرة", "миграция", "x" * 61),
    ],
)
def test_acronyms_figures_codes_addresses_and_other_scripts_are_never_checked(text: str) -> None:
    assert checked(text) == []


def test_what_has_no_letters_parts_nothing_else() -> None:
    assert checked("") == []
    assert words("in 2019 we") == (Word("in", 0), Word("we", 8))


@given(st.text("ab É’-_.3@ /\n😀[]*ع", max_size=60) | st.text(max_size=60))
def test_a_word_stands_where_it_is_said_to_stand(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text


def test_names_are_known_word_by_word_with_their_forms() -> None:
    known = KnownWords(["Trinidad and Tobago", "Curaçao", "Haïti", "Ana Muster-Croes", "refoulement", "St. Kitts"])
    for word in ("Trinidad", "TOBAGO", "Curaçao’s", "Curaçao's", "d’Haïti", "Muster-Croes", "Kitts’", "refoulement"):
        assert word in known
    for word in ("and", "Curacao", "trinidad", "Muster", ""):
        assert word not in known


def test_nothing_is_known_without_names_and_nothing_that_is_no_word() -> None:
    assert "Jamaica" not in KnownWords()
    assert 7 not in KnownWords(["7"])


def test_letters_are_composed_and_signs_one() -> None:
    assert written("e\u0301tat’s co\u2011op") == "état's co-op"


def test_hyphens_part_a_word() -> None:
    assert parts("Haiti-led") == ("Haiti", "led")
    assert parts("plain") == parts("-x") == parts("") == ()


def test_places_are_counted_as_text_fields_count_them() -> None:
    assert [in_utf16("a😀b", place) for place in (0, 1, 2, 3)] == [0, 1, 3, 4]
