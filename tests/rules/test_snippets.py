"""Text modules and their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.snippets import Expanded, Snippet, Surroundings, checked_snippet, expand, overlaid, triggered

RECALLED = Snippet("en", "dr", "The delegation of {speaker} recalled that")
RAPPELE = Snippet("fr", "dr", "La délégation de {speaker} a rappelé que")
ABOUT = Snippet("en", "abt", "{speaker} on {para} of {doc} ({item}, {time}):")
LINES = Snippet("en", "lst", "- \n")


@pytest.mark.parametrize("before", ["dr", "DR", "Then dr", "(dr", "“dr", "line\ndr", "*dr", "a\u00a0dr"])
def test_a_trigger_is_the_last_word_before_the_cursor(before: str) -> None:
    assert triggered(before, (ABOUT, RECALLED)) == RECALLED


@pytest.mark.parametrize("before", ["", "dr ", "hydr", "x-dr", "dr.", "l’dr", "dra", "2/dr"])
def test_within_a_word_or_after_it_there_is_none(before: str) -> None:
    assert triggered(before, (ABOUT, RECALLED)) is None


def test_the_places_are_filled_and_typing_goes_on_behind_a_blank() -> None:
    assert expand(RECALLED, Surroundings(speaker="the Bahamas")) == Expanded(
        "The delegation of the Bahamas recalled that "
    )
    assert expand(RAPPELE, Surroundings(speaker="le Belize")).text == "La délégation du Belize a rappelé que "
    assert expand(LINES, Surroundings()).text == "- \n"
    around = Surroundings("the Bahamas", "Item 3", "Plan of Action", "2.1", "16:41")
    assert expand(ABOUT, around).text == "The Bahamas on 2.1 of Plan of Action (Item 3, 16:41): "


def test_what_is_missing_is_seen_and_can_be_found() -> None:
    found = expand(ABOUT, Surroundings(doc="Plan"))
    assert found.text == "?? on … of Plan (…, …): "
    assert [found.text[start:end] for start, end in found.missing] == ["??", "…", "…", "…"]


@given(st.sampled_from([RECALLED, RAPPELE, ABOUT]), st.builds(Surroundings, *[st.text(max_size=9)] * 5))
def test_whatever_fills_the_places_what_is_missing_stands_where_it_is_said_to(
    snippet: Snippet, around: Surroundings
) -> None:
    found = expand(snippet, around)
    assert all(found.text[start:end] in ("??", "…") for start, end in found.missing)


def test_a_snippet_is_kept_without_blanks_around_it() -> None:
    assert checked_snippet("en", " dr ", " The {speaker} \n") == Snippet("en", "dr", "The {speaker}")


@pytest.mark.parametrize(
    ("language", "trigger", "text", "field"),
    [
        ("de", "dr", "text", "language"),
        ("en", "", "text", "trigger"),
        ("en", "d r", "text", "trigger"),
        ("en", "d-r", "text", "trigger"),
        ("en", "d" * 21, "text", "trigger"),
        ("en", "dr", " ", "text"),
        ("en", "dr", "x" * 2001, "text"),
        ("en", "dr", "The {speakr}", "text"),
        ("en", "dr", "The speaker}", "text"),
    ],
)
def test_what_cannot_be_a_snippet_is_refused_with_its_field(language: str, trigger: str, text: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_snippet(language, trigger, text)
    assert refused.value.field == field


def test_a_meetings_own_stands_before_what_comes_with_the_program_and_an_empty_one_takes_it_away() -> None:
    own = (Snippet("en", "DR", "Mine"), Snippet("fr", "dr", ""), Snippet("en", "new", "New"))
    assert overlaid((RAPPELE, RECALLED, ABOUT), own) == (ABOUT, own[0], own[2])
