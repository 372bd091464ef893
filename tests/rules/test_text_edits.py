"""Two proposals for a text meet where they change the same words; where they do not, both can be had at once."""

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.applying import substituted
from cmc_desk.rules.note_text import composed
from cmc_desk.rules.text_edits import Edit, alike, combined, edits, laid_over, meet

BASE = "States shall consider common procedures for all."
WORDS = st.lists(st.sampled_from(["shall", "à", "[", "]", ",", "the", "Curaçao", "\n", "l’été"]), max_size=14)
TEXTS = WORDS.map(" ".join)


def test_an_edit_knows_its_words() -> None:
    assert edits(BASE, "States should consider common procedures for all.") == (Edit(7, 12, 1, 2, "should"),)
    assert edits("a b", "a x b") == (Edit(2, 2, 1, 1, "x "),)
    assert edits("a", "a b") == (Edit(1, 1, 1, 1, " b"),)
    assert edits("same", "same") == ()


def test_two_that_change_other_words_are_had_at_once() -> None:
    one, other = BASE.replace("shall", "should"), BASE.replace("for all", "for everybody")
    assert combined(BASE, (one, other)) == "States should consider common procedures for everybody."
    assert combined(BASE, (one, one)) == one
    assert combined(BASE, ()) == BASE


def test_two_that_change_the_same_word_or_put_in_at_the_same_place_meet() -> None:
    assert combined(BASE, (BASE.replace("shall", "should"), BASE.replace("shall", "may"))) is None
    added = (BASE.replace("common", "common, agreed"), BASE.replace("common", "common and clear"))
    assert combined(BASE, added) is None
    inside = (BASE.replace("shall consider", "develop"), BASE.replace("shall", "shall also"))
    assert combined(BASE, inside) is None


def test_what_is_wanted_is_laid_over_a_text_without_putting_back_what_is_otherwise_there() -> None:
    current, wanted = BASE.replace("shall", "should").replace("common", "joint"), BASE.replace("common", "shared")
    assert laid_over(BASE, current, wanted) == "States should consider shared procedures for all."


def test_what_means_nothing_is_not_looked_at() -> None:
    assert alike("“a” –  b\u00a0c ") == alike('"a" - b c')


@given(TEXTS, TEXTS)
def test_the_edits_of_a_text_make_what_is_wanted(base: str, wanted: str) -> None:
    assert combined(base, (wanted,)) == wanted


@given(TEXTS, TEXTS, TEXTS)
def test_it_does_not_matter_who_came_first(base: str, one: str, other: str) -> None:
    both = combined(base, (one, other))
    assert both == combined(base, (other, one))
    assert (both is None) == (one != other and meet(edits(base, one), edits(base, other)))


@given(WORDS.filter(bool), st.data())
def test_two_that_replace_the_same_word_always_meet(words: list[str], data: st.DataObject) -> None:
    base = " ".join(words)
    place = data.draw(st.integers(0, len(words) - 1))
    one, other = (" ".join([*words[:place], new, *words[place + 1 :]]) for new in ("alpha", "beta"))
    if words[place] != "\n":
        assert combined(base, (one, other)) is None


def test_the_same_words_are_alike_and_found_however_their_accents_were_typed() -> None:
    words = "Los Estados compartirán información."
    apart = normalize("NFD", words)
    assert alike(apart) == alike(words)
    assert substituted(apart, "información", "datos").text == "Los Estados compartirán datos."
    assert substituted(words, normalize("NFD", "información"), "datos").clear
    assert composed(apart) == words
