"""Which delegation a list means, whatever it calls it."""

import csv
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.rules.delegations import DelegationIndex, protocol_name, row_of, sort_key, spoken_name
from cmc_desk.rules.meeting import DelegationKind, DelegationPlan

# The UN short names and the everyday names of the delegations to the Caribbean consultations.
NAMES = Path(__file__).with_name("delegation_names.csv")


@cache
def rows() -> tuple[tuple[str, tuple[str, ...]], ...]:
    with NAMES.open(encoding="utf-8", newline="") as file:
        return tuple((code, tuple(names)) for code, *names in list(csv.reader(file))[1:])


@cache
def index() -> DelegationIndex:
    aliases = (("VG", ("BVI",)), ("JM", ("The Host",)))
    return DelegationIndex([*rows(), *aliases])


def test_every_code_and_every_name_means_its_delegation() -> None:
    for code, names in rows():
        for text in (code, code.lower(), *filter(None, names)):
            assert index().match(text) == code, text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Bahamas", "BS"),
        ("Bahamas, The", "BS"),
        ("BAHAMAS", "BS"),
        ("Curacao", "CW"),
        ("St. Kitts & Nevis", "KN"),
        ("St Kitts-Nevis", "KN"),
        ("BVI", "VG"),
        ("Virgin Islands, British", "VG"),
        ("Virgin Islands (U.S.)", "VI"),
        ("Trinidad & Tobago", "TT"),
        ("Trinidad y Tobago", "TT"),
        ("St Maarten", "SX"),
        ("Sint Vincent en de Grenadines", "VC"),
        ("Ste-Lucie", "LC"),
        ("Turks & Caicos", "TC"),
        ("  república   dominicana ", "DO"),
        ("Gobierno de la República Dominicana", "DO"),
        ("Gouvernement d’Haïti", "HT"),
        ("Govt. of the Bahamas", "BS"),
        ("Gov't of Jamaica", "JM"),
        ("Government of the Republic of Trinidad and Tobago", "TT"),
        ("Co-operative Republic of Guyana", "GY"),
        ("Commonwealth of Dominica", "DM"),
        ("Permanent Mission of Belize to the United Nations in Geneva", "BZ"),
        ("Misión Permanente de Cuba ante las Naciones Unidas", "CU"),
        ("Kingdom of the Netherlands", "NL"),
        ("Netherlands, Kingdom of the", "NL"),
        ("Koninkrijk der Nederlanden", None),
        ("Atlantis", None),
        ("Saint", None),
        ("the", None),
        ("", None),
        ("–", None),
    ],
)
def test_what_lists_write_is_matched(text: str, code: str | None) -> None:
    assert index().match(text) == code


def test_text_that_means_two_delegations_matches_neither_and_suggests_both() -> None:
    both = DelegationIndex([("MF", ["Saint-Martin"]), ("SX", ["St. Martin", "Sint Maarten"])])
    assert both.match("St Martin") is None
    assert both.match("Saint-Martin") is None
    assert both.match("Sint Maarten") == "SX"
    assert both.suggest("Saint Martin") == ("MF", "SX")


def test_an_exact_name_means_its_delegation_where_titles_are_all_that_differs() -> None:
    two = DelegationIndex([("XA", ["Example (Republic of)"]), ("XB", ["Example (Kingdom of)"])])
    assert two.match("Example (Kingdom of)") == "XB"
    assert two.match("Example") is None


def test_a_row_without_names_is_known_by_its_code() -> None:
    assert DelegationIndex([("IOM", ["", " "])]).match("iom") == "IOM"
    assert DelegationIndex([("IOM", [""])]).match("") is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("tri", ("TT",)),
        ("Tobago", ("TT",)),
        ("Trinadad", ("TT",)),
        ("Trinidad and Tobaggo", ("TT",)),
        ("Haitti", ("HT",)),
        ("Curacoa", ("CW",)),
        ("Dominca", ("DM", "DO")),
        ("Ministry of Foreign Affairs, Haiti", ("HT",)),
        ("St. Maarten", ("SX",)),
        ("Atlantis", ()),
        ("", ()),
        ("?", ()),
    ],
)
def test_near_names_are_suggested(text: str, codes: tuple[str, ...]) -> None:
    assert index().suggest(text, n=3)[: len(codes)] == codes
    assert bool(index().suggest(text)) is bool(codes)


def test_no_more_are_suggested_than_asked_for() -> None:
    assert len(index().suggest("s")) == 3
    assert len(index().suggest("s", n=5)) == 5


@given(st.text(st.sampled_from("aeAinst. (),&'’–é"), max_size=20))
@settings(max_examples=60)
def test_whatever_is_matched_is_suggested_first_and_nothing_is_suggested_twice(text: str) -> None:
    suggested = index().suggest(text, n=99)
    assert len(set(suggested)) == len(suggested)
    code = index().match(text)
    assert code is None or suggested[0] == code


def test_a_plan_is_known_by_its_code_names_and_aliases() -> None:
    plan = DelegationPlan(
        "BS",
        DelegationKind.STATE,
        names=(("en", "Bahamas (the)"), ("es", "Bahamas (las)")),
        short_names=(("nl", "Bahama’s"),),
        aliases=("BHS",),
    )
    assert row_of(plan) == ("BS", ("Bahamas (the)", "Bahamas (las)", "Bahama’s", "BHS"))


def test_names_are_sorted_without_accents_and_articles() -> None:
    names = [
        "Îles Caïmanes",
        "The Bahamas",
        "Barbade (la)",
        "Aruba",
        "Estados Unidos de América (los)",
        "Jamaica",
        "Belize (le)",
    ]
    assert sorted(names, key=sort_key) == [
        "Aruba",
        "The Bahamas",
        "Barbade (la)",
        "Belize (le)",
        "Estados Unidos de América (los)",
        "Îles Caïmanes",
        "Jamaica",
    ]
    assert sort_key("The Bahamas") == sort_key("Bahamas (the)") == "bahamas"


@pytest.mark.parametrize(
    ("printed", "spoken"),
    [
        ("Bahamas (the)", "The Bahamas"),
        ("Jamaïque (la)", "La Jamaïque"),
        ("Équateur (l')", "L'Équateur"),
        ("Netherlands (Kingdom of the)", "Kingdom of the Netherlands"),
        ("Saint Martin (French part)", "Saint Martin (French part)"),
        ("Jamaica", "Jamaica"),
        ("Example ()", "Example ()"),
        ("Example (-)", "Example (-)"),
        ("", ""),
    ],
)
def test_a_name_is_read_aloud_with_its_article_before_it(printed: str, spoken: str) -> None:
    assert spoken_name(printed) == spoken


@pytest.mark.parametrize(
    ("name", "short", "shown"),
    [
        ("Saint Kitts and Nevis", "St. Kitts & Nevis", "Saint Kitts and Nevis"),
        ("Bahamas (the)", "Bahamas", "Bahamas"),
        ("Trinité-et-Tobago (la)", "Trinité-et-Tobago", "Trinité-et-Tobago"),
        ("Sint Maarten (Dutch part)", "Sint Maarten", "Sint Maarten"),
        ("United Kingdom of Great Britain and Northern Ireland (the)", "United Kingdom", "United Kingdom"),
    ],
)
def test_where_protocol_looks_a_delegation_has_its_un_name(name: str, short: str, shown: str) -> None:
    assert protocol_name(name, short) == shown
