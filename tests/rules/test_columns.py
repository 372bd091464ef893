"""Columns find their field by themselves, in every language, and in the exports of other programs."""

import pytest

from cmc_desk.i18n import LANGUAGES, texts
from cmc_desk.rules.column_aliases import ALIASES
from cmc_desk.rules.columns import TARGETS, guess, program, recognise, without_names
from cmc_desk.rules.people import FIELD_NAMES, FIELDS


def targets(*headings: str, rows: tuple[tuple[str, ...], ...] = (), **remembered: str) -> tuple[str, ...]:
    return guess(headings, rows, remembered).targets


def test_every_target_is_a_field_or_a_special_one() -> None:
    special = {"full_name", "code_alias:indico", "code_alias:pretix", "desk_note"}
    assert set(TARGETS) == set(FIELD_NAMES) | special


@pytest.mark.parametrize("target", TARGETS)
def test_the_first_name_of_a_target_means_it(target: str) -> None:
    first = ALIASES[target].strip().split("|")[0].strip()
    assert targets(first) == (target,)


def test_what_the_program_calls_a_field_means_it_in_every_language() -> None:
    for language in LANGUAGES:
        headings = tuple(texts(language).gettext(field.title) for field in FIELDS)
        assert targets(*headings) == tuple(field.name for field in FIELDS), language


LISTS = {
    "English": (
        ("No.", ""),
        ("First name(s)", "given_name"),
        ("SURNAME", "family_name"),
        ("Functional title", "functional_title"),
        ("Country / Delegation", "delegation"),
        ("Ministry / Org.", "institution"),
        ("Tel.", "phone"),
        ("Dietary", "dietary"),
        ("Official e-mail address of the delegate", "email"),
        ("Passport number", ""),
        ("Nationality", ""),
    ),
    "Spanish": (
        ("N°", ""),
        ("Tratamiento", "salutation"),
        ("Nombre(s)", "given_name"),
        ("Apellido(s)", "family_name"),
        ("Cargo que desempeña", "functional_title"),
        ("Institución de procedencia", "institution"),
        ("País", "delegation"),
        ("Correo electrónico", "email"),
        ("Teléfono celular", "phone"),
        ("Restricciones alimentarias", "dietary"),
        ("Calidad", "capacity"),
        ("Teléfono de emergencia", ""),
    ),
    "French": (
        ("Civilité", "salutation"),
        ("Nom", "family_name"),
        ("Prénom", "given_name"),
        ("Fonction", "functional_title"),
        ("Ministère", "institution"),
        ("Pays", "delegation"),
        ("Courriel", "email"),
        ("N° de téléphone", "phone"),
        ("Régime alimentaire", "dietary"),
        ("Langue de travail", "language"),
        ("Date de naissance", ""),
    ),
    "Dutch": (
        ("Aanhef", "salutation"),
        ("Voornaam", "given_name"),
        ("Naam", "family_name"),
        ("Functie", "functional_title"),
        ("Ministerie", "institution"),
        ("Land", "delegation"),
        ("E-mailadres", "email"),
        ("Telefoonnummer", "phone"),
        ("Dieetwensen", "dietary"),
        ("Hoedanigheid", "capacity"),
        ("Opmerkingen", "desk_note"),
    ),
    "Portuguese": (
        ("Nome completo", "full_name"),
        ("País", "delegation"),
        ("Instituição", "institution"),
        ("Cargo", "functional_title"),
        ("Telefone", "phone"),
    ),
}


@pytest.mark.parametrize("language", LISTS)
def test_a_list_maps_by_itself_in(language: str) -> None:
    assert targets(*(heading for heading, _target in LISTS[language])) == tuple(target for _, target in LISTS[language])


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("Name", "Country"), ("full_name", "delegation")),
        (("Name", "Surname"), ("given_name", "family_name")),
        (("Nom", "Prénom"), ("family_name", "given_name")),
        (("Nombre", "Apellidos"), ("given_name", "family_name")),
        (("Naam", "Voornaam", "Achternaam"), ("", "given_name", "family_name")),
        (("Full name", "First name", "Last name"), ("", "given_name", "family_name")),
        (("Nombre / Name / Nom", "País"), ("full_name", "delegation")),
        (("Name of official", "Name of hotel"), ("full_name", "")),
        (("Surname, first name", "State"), ("full_name", "delegation")),
    ],
)
def test_what_a_name_is_depends_on_the_other_columns(headings: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert targets(*headings) == expected


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        ("Title", ("Mr.", "Ms", ""), "salutation"),
        ("Titre", ("M.", "Mme", "Directrice"), "salutation"),
        ("Title", ("Director", "Chief of Passports"), "functional_title"),
        ("Title", (), "functional_title"),
        ("Estado", ("Confirmado", "Pendiente"), "status"),
        ("Estado", ("Cuba", "Haití"), "delegation"),
        ("Role", ("Head of Delegation", "Adviser"), "capacity"),
        ("Rol", ("Directora de Migración", ""), "functional_title"),
        ("Category", ("Delegate", "Observer"), "capacity"),
        ("Category", ("A", "B"), ""),
        ("Unknown", ("ana@example.org", "jan@example.org", ""), "email"),
        ("Unknown", ("Ana", "jan@example.org", "Li"), ""),
    ],
)
def test_what_a_heading_means_may_be_told_by_the_cells_below(
    heading: str, cells: tuple[str, ...], expected: str
) -> None:
    assert targets(heading, rows=tuple((cell,) for cell in cells)) == (expected,)


def test_an_empty_column_of_titles_beside_the_posts_is_for_salutations() -> None:
    assert targets("Title", "Position") == ("salutation", "functional_title")


def test_each_target_is_used_once_and_by_the_column_that_names_it_best() -> None:
    assert targets("Work phone", "Phone", "Mobile phone number") == ("", "phone", "")
    assert targets("E-mail", "E-mail (2)") == ("email", "")
    assert targets("State", "Country") == ("", "delegation")


def test_a_correction_that_was_remembered_wins() -> None:
    assert targets("Cargo", "Puesto", puesto="functional_title") == ("", "functional_title")
    assert targets("Phone", "Zimmer", phone="", zimmer="desk_note") == ("", "desk_note")


def test_a_heading_about_others_is_not_understood_by_a_part_of_it() -> None:
    for heading in ("Emergency contact phone", "Nombre del hotel", "Country of residence", "Flight number", "", "(x)"):
        assert recognise(heading) is None, heading


def test_pretix_is_known_by_its_headings_in_four_languages() -> None:
    for headings, expected in (
        (("Order code", "Attendee name: Given name", "Attendee name: Family name"), ("", "given_name", "family_name")),
        (
            (
                "Código del pedido",
                "Nombre del asistente: Nombre",
                "Nombre del asistente: Apellido",
                "Estado o provincia",
            ),
            ("", "given_name", "family_name", ""),
        ),
        (
            ("Code de commande", "Nom du participant: Prénom", "Nom du participant: Nom de famille", "Secret"),
            ("", "given_name", "family_name", "code_alias:pretix"),
        ),
        (
            ("Bestelcode", "Naam deelnemer: Voornaam", "Naam deelnemer: Achternaam", "Telefoonnummer"),
            ("", "given_name", "family_name", "phone"),
        ),
    ):
        assert program(headings) == "pretix"
        assert targets(*headings) == expected


def test_a_colon_alone_does_not_make_a_name() -> None:
    assert targets("Hotel: Name") == ("",)
    assert targets("Tel.:") == ("phone",)


def test_indico_is_known_by_its_headings_and_its_number_is_no_code() -> None:
    headings = ("ID", "Name", "First Name", "Last Name", "Title", "Position", "Address")
    assert program(headings) == "indico"
    assert targets(*headings) == ("", "", "given_name", "family_name", "salutation", "functional_title", "")
    assert program(("First Name", "Last Name", "Email Address")) == "list"


def test_a_list_without_names_says_which_columns_are_looked_for() -> None:
    assert without_names(guess(("Name", "Country")), "list.csv") == ""
    assert "“prices.csv” has no column with names" in without_names(guess(("Item", "Price")), "prices.csv")
