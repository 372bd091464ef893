"""Of two spellings of one name the one with accents and capitals is not lost to the one without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.dry_run import Difference
from cmc_desk.rules.folding import fold
from cmc_desk.rules.import_decisions import Action, changes
from cmc_desk.rules.import_matching import Existing
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.people import Person
from cmc_desk.rules.spelling import loses
from tests.rules.imported import planned, row, table

INAKI = Existing("p0", Person(given_name="Iñaki", family_name="NÚÑEZ", delegation="CU"))
HEADINGS = "Family name | Given name | Delegation | Phone"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Núñez", "Nunez"),
        ("NÚÑEZ", "Nunez"),
        ("Núñez", "NÚÑEZ"),
        ("Núñez", "núñez"),
        ("Núñez", "NUNEZ"),
        ("McExample", "Mcexample"),
        ("Weiß", "Weiss"),
        ("De Núñez", "Denunez"),
    ],
)
def test_a_spelling_without_accents_or_capitals_loses_something_and_the_other_way_round_nothing(
    ours: str, theirs: str
) -> None:
    assert loses(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Nunez", "Núñez"),
        ("NÚÑEZ", "Núñez"),
        ("Björn", "Bjørn"),
        ("Example-Blake", "Éxample Blake"),
        ("Sample", "Muster"),
        ("", "Núñez"),
        ("K.", "Keisha"),
    ],
)
def test_a_spelling_that_says_as_much_or_another_name_loses_nothing(ours: str, theirs: str) -> None:
    assert not loses(ours, theirs)


@given(st.text(alphabet="aAéÉñßoÖ -", max_size=8))
def test_a_name_loses_nothing_to_itself_and_its_accents_to_its_plain_letters(name: str) -> None:
    assert not loses(name, name)
    assert loses(name, fold(name)) or name.isascii()


def test_an_accented_name_is_kept_when_the_list_is_without_and_the_row_says_so() -> None:
    found = row(HEADINGS, "Nunez | Inaki | Cuba |", INAKI)
    assert (found.verdict, found.match) == (RowVerdict.SAME, "p0")
    assert found.differs == (
        Difference("given_name", "Iñaki", "Inaki", kept=True),
        Difference("family_name", "NÚÑEZ", "Nunez", kept=True),
    )


def test_what_else_the_row_says_is_taken_and_the_name_is_kept() -> None:
    plan = planned(table(HEADINGS, "Nunez | Inaki | Cuba | +53 1"), [INAKI])
    assert plan.rows[0].verdict is RowVerdict.UPDATE
    (change,) = changes(plan, {})
    assert change["person"] == {"phone": "+53 1"}


def test_an_accent_that_the_list_brings_is_taken() -> None:
    known = Existing("p0", Person(given_name="Inaki", family_name="NUNEZ", delegation="CU"))
    plan = planned(table(HEADINGS, "Núñez | Iñaki | Cuba |"), [known])
    (change,) = changes(plan, {})
    assert change["person"] == {"given_name": "Iñaki", "family_name": "Núñez"}


def test_a_name_that_is_divided_otherwise_is_kept_too_if_it_lost_its_accents() -> None:
    known = Existing("p0", Person(given_name="Joost van", family_name="der Müster", delegation="AW"))
    found = row("Name | Country", "Joost van der Muster | Aruba", known)
    assert [difference.kept for difference in found.differs] == [True, True]
    turned = row("Name | Country", "Nunez Inaki | Cuba", INAKI)
    assert turned.verdict is RowVerdict.DUPLICATE
    assert all(difference.kept for difference in turned.differs)


def test_a_name_on_the_badge_is_kept_as_a_name_is() -> None:
    known = Existing("p0", Person(given_name="Ana", family_name="Sample", delegation="CU", badge_name="Aná Sample"))
    found = row("Family name | Given name | Delegation | Name on badge", "Sample | Ana | Cuba | ANA SAMPLE", known)
    assert found.differs == (Difference("badge_name", "Aná Sample", "ANA SAMPLE", kept=True),)


def test_the_second_row_of_a_person_does_not_take_the_accents_of_the_first() -> None:
    plan = planned(table(HEADINGS, "Núñez | Iñaki | Cuba |", "NUNEZ | Inaki | Cuba | +53 1"))
    (change,) = changes(plan, {3: Action.MERGE})
    assert (change["person"]["given_name"], change["person"]["family_name"]) == ("Iñaki", "Núñez")
    assert change["person"]["phone"] == "+53 1"
