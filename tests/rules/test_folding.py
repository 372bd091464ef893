"""Text as it is compared, searched, highlighted and stored."""

import unicodedata
from itertools import chain, pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.rules.folding import clean, fold, matched_spans, name_key, search_text, words

# Latin, Greek, Cyrillic, Hebrew, Arabic; Latin and Greek with more marks, punctuation, signs; kana, Hangul, surrogates.
_BLOCKS = ((0, 0x700), (0x1E00, 0x2200), (0x3040, 0x3100), (0xAC00, 0xAC40), (0xD800, 0xD804), (0xFB00, 0xFF70))
MANY_SCRIPTS = tuple(map(chr, chain.from_iterable(range(*block) for block in _BLOCKS)))
TEXTS = st.text(st.sampled_from(MANY_SCRIPTS), max_size=30)
NAMES = st.text(st.sampled_from("aAbBéÉłŁœŒßİıøñü-' .’ЙйΟυ\u0301\u00a0–ac0"), max_size=16)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz", "lukasz"),
        ("Søren Ørsted", "soren orsted"),
        ("Đặng", "dang"),
        ("Weiß WEISS", "weiss weiss"),
        ("Œuvre", "oeuvre"),
        ("İpek IŞIK ılık", "ipek isik ilik"),
        ("Þór Ægir Guðrún", "thor aegir gudrun"),
        ("ŋĸŧħ Ƙwame Ɔyɛ", "nkth kwame oye"),
        ("El-Sayed", "el sayed"),
        ("O'Brien O’Brien Oʼbrien", "obrien obrien obrien"),
        ("S.E. D’Angelo", "se dangelo"),
        ("ʻAlī ibn Abī Ṭālib", "ali ibn abi talib"),
        ("Иван Щербаков", "ivan shcherbakov"),
        ("Сергей", "sergey"),
        ("Сергеи\u0306", "sergey"),
        ("Παπαδόπουλος", "papadopoulos"),
        ("مُحَمَّد أحمد", "محمد احمد"),
        ("عبـــد ٱلله إبراهيم", "عبد الله ابراهيم"),
        ("ﬁn № ½ ٣", "fin no 1 2 3"),
        ("Smith…Jones − Cox", "smith jones cox"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("  Trinidad\u00a0&\tTobago (the) ", "trinidad tobago the"),
        ("山田", "山田"),
        ("", ""),
    ],
)
def test_text_is_folded_to_plain_small_letters(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert words(text) == tuple(folded.split())


def test_folding_any_character_twice_changes_nothing_and_its_composition_does_not_matter() -> None:
    for char in MANY_SCRIPTS:
        folded = fold(char)
        assert fold(folded) == fold(unicodedata.normalize("NFD", char)) == folded
        assert folded == folded.strip()


@given(TEXTS)
@settings(max_examples=150)
def test_folding_any_text_twice_changes_nothing_and_its_composition_does_not_matter(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == fold(unicodedata.normalize("NFD", text)) == folded
    assert folded == " ".join(folded.split())


def test_what_is_hyphenated_stands_apart_and_joined_in_the_index() -> None:
    assert search_text("El-Sayed") == "el sayed elsayed"
    assert search_text("O'Brien") == "obrien"
    assert search_text("Łukasz", "Saint‑Jean–Baptiste") == "lukasz saint jean baptiste saintjeanbaptiste"


def test_every_word_stands_in_the_index_once_and_a_lone_dash_is_none() -> None:
    assert search_text("Ana - Ana", "", "ANA –") == "ana"


@given(NAMES, NAMES)
@settings(max_examples=150)
def test_every_word_that_is_typed_as_it_stands_is_in_the_index(one: str, other: str) -> None:
    assert {*words(one), *words(other)} <= set(search_text(one, other).split())


def test_the_key_of_a_name_begins_with_the_family_name() -> None:
    assert name_key("Łukasz", "De La Cruz-Example") == "de la cruz example lukasz"
    assert name_key("", "Muster") == name_key("Muster", "") == "muster"


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Œuvre", "oeu", ["Œu"]),
        ("Œuvre", "o", ["Œ"]),
        ("Keisha Example-Blake", "bla", ["Bla"]),
        ("Keisha Example-Blake", "keisha EXAMPLE-BLAKE", ["Keisha", "Example", "Blake"]),
        ("Sabla Muster", "bla", []),
        ("El-Sayed", "elsay", ["El-Say"]),
        ("Miles O’Brien", "obr o", ["O’Br"]),
        ("José Nu\u0301n\u0303ez", "nun", ["Nu\u0301n\u0303"]),
        ("Κώστας Παπαδόπουλος", "papadopou", ["Παπαδόπου"]),
        ("Сергеи\u0306", "sergey", ["Сергеи\u0306"]),
        ("Ana Anabel", "an ana", ["Ana", "Ana"]),
        ("Ana", "", []),
        ("", "ana", []),
    ],
)
def test_the_original_letters_that_match_are_marked(text: str, query: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in matched_spans(text, query)] == marked


@given(NAMES, NAMES)
@settings(max_examples=200)
def test_marks_stand_in_order_apart_from_each_other_and_where_the_index_finds_something(text: str, query: str) -> None:
    spans = matched_spans(text, query)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))
    found = [word for word in words(query) if any(entry.startswith(word) for entry in search_text(text).split())]
    assert not found or spans


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Ana \u00a0 María\t\r\nSample \u00a0", "Ana María Sample"),
        ("M.\u00a0Dupont-Example", "M.\u00a0Dupont-Example"),
        ("Ana\u202eNoël\u2066\x00\x9b\ufeff", "AnaNoël"),
        ("Jose\u0301", "José"),
        ("de la CRUZ  Sample", "de la CRUZ Sample"),
        ("line\u0085end\u2028next", "line end next"),
        ("lone \ud800surrogate", "lone surrogate"),
        (" ", ""),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_is_cleaned_away_and_nothing_is_re_cased(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(TEXTS)
@settings(max_examples=150)
def test_cleaning_twice_changes_nothing_and_leaves_no_space_at_the_ends(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned == cleaned.strip()
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in cleaned)


def test_ten_thousand_people_are_folded_in_a_moment() -> None:
    parts = ("Łukasz", "De La Cruz-Example", "Ministry of Foreign Affairs", "Trinité-et-Tobago")
    began = perf_counter()
    for number in range(10_000):
        search_text(*parts, str(number))
    assert perf_counter() - began < 1.5
