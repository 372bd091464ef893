"""Which tray of the desk a badge lies in."""

import pytest

from cmc_desk.rules.trays import TRAYS, Tray, initial_of, tray_of, tray_rank

FIRST, LAST = TRAYS


@pytest.mark.parametrize(
    ("family", "tray"),
    [
        ("Example", FIRST),
        ("Kemp-Sample", FIRST),
        ("Ångström-Muster", FIRST),
        ("Łuczak-Muster", LAST),
        ("Lopez-Sample", LAST),
        ("Zuñiga-Specimen", LAST),
        ("3rd Example", FIRST),
    ],
)
def test_the_folded_family_name_says_the_tray(family: str, tray: Tray) -> None:
    assert tray_of("Anaïs", family) == tray


def test_a_person_without_a_family_name_lies_under_the_given_name() -> None:
    assert tray_of("Madonna", "") == LAST
    assert initial_of("Élodie", "") == "E"


def test_a_name_that_no_latin_letter_stands_for_lies_in_the_last_tray_after_z() -> None:
    assert tray_of("小明", "王") == LAST
    assert sorted([("小明", "王"), ("A", "Zuñiga")], key=lambda name: tray_rank(*name))[0] == ("A", "Zuñiga")


def test_a_name_without_letters_lies_in_the_first_tray() -> None:
    assert initial_of("", "…") == ""
    assert tray_of("", "…") == FIRST


def test_people_are_sorted_by_tray_and_then_by_family_and_given_name() -> None:
    names = [("Zoe", "Muster"), ("Bo", "Álamo"), ("Al", "Muster"), ("Cy", "Alba")]
    assert sorted(names, key=lambda name: tray_rank(*name)) == [
        ("Bo", "Álamo"),
        ("Cy", "Alba"),
        ("Al", "Muster"),
        ("Zoe", "Muster"),
    ]


def test_a_tray_says_its_letters() -> None:
    assert [tray.letters for tray in TRAYS] == ["A–K", "L–Z"]
