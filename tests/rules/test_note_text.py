"""What of a text can be kept, and two entries made into one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.note_kinds import Attribution, EntryKind
from cmc_desk.rules.note_text import found_by, joined, same_speaker, storable
from cmc_desk.rules.notes import Written

DUE = date(2019, 12, 20)


@given(st.text())
def test_whatever_is_a_character_stays_as_it_was_typed(text: str) -> None:
    kept = storable(text)
    assert kept == text.replace("\x00", "")
    assert storable(kept) == kept


def test_half_a_character_and_a_null_are_left_out() -> None:
    assert storable("a\ud83db\x00c\u2028\u00a0") == "abc\u2028\u00a0"


def test_an_entry_is_found_by_words_that_an_apostrophe_parts_and_by_names_that_it_does_not() -> None:
    assert found_by("L’île d'O'Brien", "Non-é") == "lile dobrien non e none l ile d o brien"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (Written(delegation="JM"), Written(delegation="JM"), True),
        (Written(delegation="JM"), Written(), True),
        (Written(), Written(unknown=True), True),
        (Written(delegation="JM"), Written(delegation="HT"), False),
        (Written(delegation="JM"), Written(unknown=True), False),
        (Written(delegation="JM", participant="a"), Written(delegation="JM", participant="b"), False),
    ],
)
def test_two_entries_are_of_one_speaker_or_one_of_them_names_nobody(
    first: Written, second: Written, *, same: bool
) -> None:
    assert same_speaker(first, second) is same


def test_joined_entries_say_both_and_lose_no_fact() -> None:
    first = Written(text="One. \n", attribution=Attribution.INTERNAL, language="fr")
    second = Written(
        text=" Two.",
        kind=EntryKind.ACTION,
        delegation="JM",
        participant="a",
        document="principles",
        provision="3",
        attribution=Attribution.NOT_FOR_ATTRIBUTION,
        highlighted=True,
        assignee="HT",
        due=DUE,
    )
    assert joined(first, second) == Written(
        text="One.\n\nTwo.",
        kind=EntryKind.ACTION,
        delegation="JM",
        participant="a",
        document="principles",
        provision="3",
        language="fr",
        attribution=Attribution.INTERNAL,
        highlighted=True,
        assignee="HT",
        due=DUE,
    )


def test_what_the_first_entry_says_stands_before_what_the_second_says() -> None:
    first = Written(text="One.", kind=EntryKind.DECISION, delegation="JM", provision="1", due=DUE)
    second = Written(text="", kind=EntryKind.ACTION, delegation="JM", document="principles", assignee="HT")
    found = joined(first, second)
    assert (found.text, found.kind, found.document, found.provision) == ("One.", EntryKind.DECISION, "", "1")
    assert (found.assignee, found.due) == ("", DUE)
