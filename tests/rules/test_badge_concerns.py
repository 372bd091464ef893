"""What is to be looked at before printing, in words."""

import pytest

from cmc_desk.rules.badge_concerns import SHOW_WORDS, by_gravity, concern_words, is_grave, unreadable_words, whose
from cmc_desk.rules.badge_design import BadgeWarning, Concern, Show


@pytest.mark.parametrize(
    ("concern", "detail", "sentence"),
    [
        (Concern.SMALL, "6.25", "institution shrinks to 6.25 pt"),
        (Concern.CUT, "5.5", "institution is cut off, even at 5.5 pt"),
        (Concern.NO_GLYPH, "ꙮ", "institution has letters that no font has: ꙮ"),
        (Concern.NO_PHOTO, "", "institution cannot be read"),
        (Concern.SHORTENED, "5", "institution has texts that are shortened to fit at 5 pt"),
        (Concern.LEFT_OUT, "Fri 6 Dec", "institution is not all there, for want of room: Fri 6 Dec"),
        (Concern.UNREADABLE, "", "NOT PRINTED: no font has the letters of the name"),
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


def test_what_cannot_be_read_comes_before_what_is_missing_and_that_before_what_is_small() -> None:
    warnings = [BadgeWarning("p", "Ana Sample", Show.NAME, concern) for concern in Concern]
    ordered = [warning.concern for warning in by_gravity(warnings)]
    assert ordered == [
        Concern.UNREADABLE,
        Concern.NO_GLYPH,
        Concern.NO_PHOTO,
        Concern.CUT,
        Concern.LEFT_OUT,
        Concern.SHORTENED,
        Concern.SMALL,
    ]
    assert [is_grave(warning) for warning in by_gravity(warnings)] == [True] * 5 + [False] * 2


def test_warnings_of_one_gravity_stay_in_the_order_of_the_run() -> None:
    warnings = [BadgeWarning(key, "", Show.NAME, Concern.SMALL) for key in ("p2", "p1", "p3")]
    assert by_gravity(warnings) == tuple(warnings)


def test_whose_name_no_font_can_print_is_said_with_what_to_do() -> None:
    one = unreadable_words(["王 小明"], "--even-unreadable")
    assert one == (
        "No font has the letters of “王 小明”: enter another name on badge, or ask for a line to write it on "
        "(--even-unreadable)."
    )
    assert "“王 小明”, “李 华”: enter other names" in unreadable_words(["王 小明", "李 华"], "Options")
