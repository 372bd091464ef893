"""Names on tickets and passports are compared as a check-in desk compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.ticket_names import LONGEST, same_name

PART = st.from_regex(r"[A-Z][a-zé]{2,8}", fullmatch=True)


@pytest.mark.parametrize(
    ("ticket", "passport"),
    [
        ("EXAMPLEPIERRE/NADEGEMRS", "Nadège Example-Pierre"),
        ("EXAMPLE PIERRE/NADEGE MRS", "EXAMPLE PIERRE<<NADEGE"),
        ("SAMPLE/WILLIAMS", "Williams Sample"),
        ("SAMPLE/WILLIAMSMR", "Williams Sample"),
        ("MUELLER/JOERG", "Jörg Müller"),
        ("MULLER/JORG", "Jörg Müller"),
        ("SPECIMEN NUNEZ/JOSE", "José Specimen Núñez"),
        ("Keisha Example", "Example Keisha"),
    ],
)
def test_the_same_person_is_recognised(ticket: str, passport: str) -> None:
    assert same_name(ticket, passport)


@pytest.mark.parametrize(
    ("ticket", "passport"),
    [
        ("EXAMPLE/KEISHA", "Keisha Ann Example"),
        ("EXAMPEL/KEISHA", "Keisha Example"),
        ("EXAMPLE/KEISHA", ""),
        ("MR", "Keisha Example"),
    ],
)
def test_another_name_is_another_name(ticket: str, passport: str) -> None:
    assert not same_name(ticket, passport)


def test_of_a_name_that_fills_its_place_the_end_may_be_missing() -> None:
    passport = "María de los Ángeles Altagracia Example-Matos de la Concepción y Sample-Rodríguez"
    ticket = "EXAMPLE-MATOS DE LA CONCEPCION Y SAMPLE-RODRIGUEZ/MARIA DE LOS ANGELES"[:LONGEST]
    assert same_name(ticket, passport)
    assert not same_name(ticket[: LONGEST - 1], passport)
    assert not same_name(ticket.replace("MARIA", "MARIO"), passport)
    assert not same_name("/" * LONGEST, passport)


@given(PART, PART, st.sampled_from(["", "MR", " MRS", "MSTR", " DR."]))
def test_capitals_accents_order_and_title_make_no_difference(given_name: str, family: str, title: str) -> None:
    ticket = f"{family}/{given_name}{title}".upper().replace("É", "E")
    assert same_name(ticket, f"{given_name} {family}")
    assert same_name(ticket, f"{family} {given_name}")
