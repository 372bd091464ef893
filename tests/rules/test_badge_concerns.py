"""What is to be looked at before printing, in words."""

import pytest

from cmc_desk.rules.badge_concerns import SHOW_WORDS, concern_words, whose
from cmc_desk.rules.badge_design import BadgeWarning, Concern, Show


@pytest.mark.parametrize(
    ("concern", "detail", "sentence"),
    [
        (Concern.SMALL, "6.25", "institution shrinks to 6.25 pt"),
        (Concern.CUT, "5.5", "institution is cut off, even at 5.5 pt"),
        (Concern.NO_GLYPH, "ꙮ", "institution has letters that no font has: ꙮ"),
        (Concern.NO_PHOTO, "", "institution cannot be read"),
    ],
)
def test_every_concern_is_a_sentence(concern: Concern, detail: str, sentence: str) -> None:
    warning = BadgeWarning("p1", "Keisha Example-Blake", Show.INSTITUTION, concern, detail)
    assert (whose(warning), concern_words(warning)) == ("Keisha Example-Blake", sentence)


def test_what_is_on_all_badges_is_of_every_one() -> None:
    warning = BadgeWarning("", "", Show.AGENDA, Concern.CUT, "5.5")
    assert whose(warning) == "Every badge"


def test_every_field_has_words() -> None:
    assert set(SHOW_WORDS) == set(Show)
