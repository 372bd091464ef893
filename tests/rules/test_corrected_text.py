"""What a paragraph says with what was corrected of it, and what cannot be said of it twice."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.corrected_text import against, as_corrected
from cmc_desk.rules.document_kinds import CorrectionOutcome
from cmc_desk.rules.report_standing import Correction, Edition

TEXT = "Two States came,  and two spoke."
WORDS = st.text("ab ", min_size=1, max_size=6).filter(str.strip)


def said(place: str, replaced: str, corrected: str, *, edition: str = "en", version: int = 3) -> Correction:
    return Correction(
        key=f"{place}{replaced}{corrected}",
        number=1,
        version=version,
        paragraph=place,
        delegation="",
        words="Wrong.",
        at=datetime(2019, 12, 20, 9, 0),  # noqa: DTZ001 - a clock of the meeting
        outcome=CorrectionOutcome.ACCEPTED,
        replaced=replaced,
        corrected=corrected,
        edition=Edition(edition),
    )


HERE = said("1", "x", "y")


@pytest.mark.parametrize(
    ("others", "text"),
    [
        ((), "Two States came, and two spoke."),
        ((said("1", "States  came", "came"), said("1", "two", "one")), "Two came, and one spoke."),
        ((said("1", "", "Nobody came."), said("1", "Nobody", "All")), "All came."),
        ((said("", "Two", "Three"),), "Three States came, and two spoke."),
        ((said("1(a)", "two", "one"),), "Two States came, and two spoke. one"),
        ((said("2", "two", "one"), said("1", "two", "one", edition="fr"), said("1", "two", "one", version=4)), None),
    ],
)
def test_a_paragraph_reads_as_it_was_corrected(others: tuple[Correction, ...], text: str | None) -> None:
    assert as_corrected(TEXT, HERE, others) == (text or "Two States came, and two spoke.")


def test_what_is_read_for_a_point_stands_besides() -> None:
    point = said("1(a)", "x", "y")
    assert as_corrected(TEXT, point, (said("1 a", "", "No one."),)) == "Two States came, and two spoke. No one."
    assert as_corrected(TEXT, point, (said("1(b)", "two", "one"),)) == "Two States came, and two spoke."


@pytest.mark.parametrize(
    ("one", "other", "is_against"),
    [
        (said("1", "", "A."), said("1", "", "B."), True),
        (said("1", "", "A."), said("1", "Two", "One"), True),
        (said("1", "Two", "One"), said("1", "", "B."), True),
        (said("1(a)", "two", "one"), said("1", "", "B."), True),
        (said("1", "", "B."), said("1(a)", "two", "one"), True),
        (said("1(a)", "", "A."), said("1(b)", "", "B."), False),
        (said("1", "", "A."), said("", "Two", "One"), False),
        (said("", "", "A."), said("", "Two", "One"), True),
        (said("1", "Two", "One"), said("1", "Two", "Three"), True),
        (said("1", "Two States", "One"), said("1", "States came", "All came"), True),
        (said("1", "Two", "One"), said("1", "spoke", "listened"), False),
        (said("1", "Two", "One"), said("", "Two", "Three"), True),
        (said("1", "two", "one"), said("1(a)", "two", "three"), False),
        (said("Annex I", "Two", "One"), said("annex i", "Two", "Three"), True),
        (said("Annex I", "Two", "One"), said("Annex II", "Two", "Three"), False),
    ],
)
def test_two_corrections_of_the_same_words_do_not_go_out_together(
    one: Correction, other: Correction, *, is_against: bool
) -> None:
    text = TEXT if one.paragraph.startswith("1") else None
    assert against(one, (said("2", "", "A."), other), text=text) == (other if is_against else None)


@given(WORDS, WORDS, WORDS, WORDS)
def test_whoever_does_both_finds_both(first: str, read: str, second: str, then: str) -> None:
    one, other = said("1", second, then), said("1", first, read)
    text = f"{first} – {second}"
    if against(one, (other,), text=text) is None:
        assert " ".join(second.split()) in as_corrected(text, one, (other,))
