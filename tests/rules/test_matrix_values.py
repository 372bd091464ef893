"""What the cells of a matrix that comes back mean, in whatever language and by whatever name."""

from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.document_kinds import ProposalType
from cmc_desk.rules.matrix_columns import columns_of, heading_names
from cmc_desk.rules.matrix_marks import mark_name, mark_of, read_mark, said_as
from cmc_desk.rules.matrix_values import UnreadableError, choices, chosen, codes_in, number_in, reservations_in

EN = NullTranslations()
CODES = {"haiti": "HT", "jamaica": "JM", "netherlands, kingdom of the": "NL"}
NAMED = choices([EN], lambda name: CODES.get(name.strip().lower()))


def test_a_number_is_read_as_people_type_it() -> None:
    assert [number_in(text) for text in ("P-014", "p14", " 14 ", "P–7", "x", "")] == [14, 14, 14, 7, None, None]


def test_a_choice_is_known_by_its_word_its_value_and_the_letters_of_standards_bodies() -> None:
    assert chosen("Editorial", NAMED.kinds) is ProposalType.EDITORIAL
    assert chosen("ge", NAMED.kinds) is ProposalType.GENERAL
    assert chosen("  ", NAMED.kinds) is None
    with pytest.raises(UnreadableError, match="musical"):
        chosen("musical", NAMED.kinds)


def test_delegations_are_parted_by_semicolons_and_by_commas_that_are_in_no_name() -> None:
    of = NAMED.delegation_of
    assert codes_in("Haiti; Netherlands, Kingdom of the\nJamaica, Haiti", of) == ("HT", "NL", "JM")
    with pytest.raises(UnreadableError, match="Narnia"):
        codes_in("Haiti, Narnia", of)


def test_a_reservation_has_its_words_after_a_colon() -> None:
    of = NAMED.delegation_of
    assert reservations_in("Haiti: asks its capital: soon\n\nJamaica; Netherlands, Kingdom of the", of) == (
        ("HT", "asks its capital: soon"),
        ("JM", ""),
        ("NL", ""),
    )
    with pytest.raises(UnreadableError):
        reservations_in("Narnia: never", of)


def test_columns_are_known_by_the_headings_of_others_and_answers_by_who_gives_them() -> None:
    names = heading_names([EN])
    headings = ["Nr.", "País", "Proposed rewording", "Justification", "Response of IOM", "respuesta de OIM", "Weather"]
    assert columns_of(headings, names, ("Response of {agency}",)) == {
        "number": 0,
        "delegations": 1,
        "proposed": 2,
        "rationale": 3,
        "answer IOM": 4,
        "answer OIM": 5,
    }
    assert columns_of(["No.", "Name"], names, ()) == {}


@given(
    st.dictionaries(st.text(st.characters(categories=("L", "Zs")), min_size=1).filter(str.strip), st.text(), max_size=5)
)
def test_a_mark_says_what_stood_in_each_cell(cells: dict[str, str]) -> None:
    cells = {f"{number}{name.strip()}": text for number, (name, text) in enumerate(cells.items())}
    read = read_mark(mark_of("P-001", cells))
    assert read == ("P-001", {mark_name(name): said_as(text) for name, text in cells.items()})


def test_what_is_no_mark_is_none_and_white_space_makes_no_difference() -> None:
    assert read_mark("") is None
    assert read_mark("P-001 proposed=zz") is None
    assert said_as(" a\nb ") == said_as("a b") != said_as("a c")
    assert said_as("  ") == "00000"
