"""The words in the cells of a list mean the same in every language, gender and number."""

import pytest

from cmc_desk.i18n import LANGUAGES, texts
from cmc_desk.rules.people import Capacity, Consent, Credentials, InstitutionKind, Status
from cmc_desk.rules.value_aliases import CHOICES
from cmc_desk.rules.values import choice, is_salutation, kind_of_institution, language_code, yes_or_no


@pytest.mark.parametrize("field", CHOICES)
def test_every_value_is_known_by_what_the_program_calls_it(field: str) -> None:
    for value in CHOICES[field]:
        for language in LANGUAGES:
            assert choice(field, texts(language).gettext(str(value))) is value


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("Head of Delegation", Capacity.HEAD),
        ("HEAD (acting)", Capacity.HEAD),
        ("Minister and Head of Delegation", Capacity.HEAD),
        ("Jefa de la Delegación", Capacity.HEAD),
        ("Cheffe de délégation", Capacity.HEAD),
        ("Delegatieleider", Capacity.HEAD),
        ("Deputy Head of Delegation", Capacity.ALTERNATE),
        ("Deputy head of delegation of the ministry", Capacity.ALTERNATE),
        ("Delegado/a", Capacity.DELEGATE),
        ("Délégués", Capacity.DELEGATE),
        ("Afgevaardigde", Capacity.DELEGATE),
        ("Suplente", Capacity.ALTERNATE),
        ("Advisor", Capacity.ADVISER),
        ("Asesoras", Capacity.ADVISER),
        ("Observadora", Capacity.OBSERVER),
        ("Waarnemer", Capacity.OBSERVER),
        ("Ponente", Capacity.SPEAKER),
        ("Secrétariat", Capacity.SECRETARIAT),
        ("Tolk", Capacity.INTERPRETER),
        ("Periodista", Capacity.PRESS),
        ("Consultant", None),
        ("", None),
    ],
)
def test_a_capacity_is_understood(text: str, capacity: Capacity | None) -> None:
    assert choice("capacity", text) is capacity


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Completed", Status.CONFIRMED),
        ("Confirmada", Status.CONFIRMED),
        ("confirmées", Status.CONFIRMED),
        ("bevestigd", Status.CONFIRMED),
        ("paid", Status.CONFIRMED),
        ("Awaiting payment", Status.NOMINATED),
        ("designada", Status.NOMINATED),
        ("Withdrawn", Status.WITHDRAWN),
        ("canceled", Status.WITHDRAWN),
        ("Annulé", Status.WITHDRAWN),
        ("Reemplazado", Status.REPLACED),
        ("not confirmed", None),
    ],
)
def test_a_status_is_understood_as_a_whole_only(text: str, status: Status | None) -> None:
    assert choice("status", text) is status


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("consent", "yes", Consent.YES),
        ("consent", "Non", Consent.NO),
        ("consent", "acepta", Consent.YES),
        ("consent", "no acepta", Consent.NO),
        ("consent", "not asked", Consent.UNKNOWN),
        ("consent", "perhaps", None),
        ("credentials", "Sí", Credentials.VERIFIED),
        ("credentials", "nee", Credentials.TO_VERIFY),
        ("credentials", "reçue", Credentials.VERIFIED),
        ("credentials", "por verificar", Credentials.TO_VERIFY),
        ("credentials", "?", None),
        ("institution_kind", "Relaciones Exteriores", InstitutionKind.FOREIGN_AFFAIRS),
        ("institution_kind", "Department of Immigration", InstitutionKind.IMMIGRATION),
        ("institution_kind", "Autre", InstitutionKind.OTHER),
        ("institution_kind", "Ministry of Health", None),
    ],
)
def test_a_choice_is_understood(field: str, text: str, value: object) -> None:
    assert choice(field, text) is value


def test_yes_and_no_are_understood_in_five_languages_and_as_ticks() -> None:
    for yes in ("Yes", "SÍ", "si", "oui", "ja", "Sim", "x", "✓", " X ", "1", "true"):
        assert yes_or_no(yes) is True, yes
    for no in ("No", "non", "NEE", "não", "-", "0", "✗"):
        assert yes_or_no(no) is False, no
    for neither in ("", "perhaps", "Cuba"):
        assert yes_or_no(neither) is None, neither


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("English", "en"),
        ("inglés", "en"),
        ("Frans", "fr"),
        ("Español / Inglés", "es"),
        ("EN", "en"),
        ("fr-FR", "fr"),
        ("nl_AW", "nl"),
        ("Haitian Creole", "ht"),
        ("Papiamento", "pap"),
        ("Fluent in French", "fr"),
        ("hablo en casa", ""),
        ("Klingon", ""),
        ("", ""),
    ],
)
def test_the_first_language_that_is_named_counts(text: str, code: str) -> None:
    assert language_code(text) == code


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ministry of Foreign Affairs and Foreign Trade", InstitutionKind.FOREIGN_AFFAIRS),
        ("Ministerio de Relaciones Exteriores", InstitutionKind.FOREIGN_AFFAIRS),
        ("MINREX", InstitutionKind.FOREIGN_AFFAIRS),
        ("Ministère des Affaires étrangères, Direction des migrations", InstitutionKind.FOREIGN_AFFAIRS),
        ("Ministerie van Buitenlandse Zaken", InstitutionKind.FOREIGN_AFFAIRS),
        ("Embassy of Cuba", InstitutionKind.FOREIGN_AFFAIRS),
        ("Passport, Immigration and Citizenship Agency", InstitutionKind.IMMIGRATION),
        ("Dirección de Identificación, Inmigración y Extranjería", InstitutionKind.IMMIGRATION),
        ("Instituto Nacional de Migración", InstitutionKind.IMMIGRATION),
        ("Office national de la migration", InstitutionKind.IMMIGRATION),
        ("Immigratiedienst", InstitutionKind.IMMIGRATION),
        ("International Organization for Migration", InstitutionKind.OTHER),
        ("Universidad de las Migraciones", InstitutionKind.OTHER),
        ("Ministry of Health", InstitutionKind.OTHER),
        ("", InstitutionKind.OTHER),
    ],
)
def test_the_profile_of_an_institution_is_guessed_from_its_name(text: str, kind: InstitutionKind) -> None:
    assert kind_of_institution(text) is kind


def test_a_salutation_is_a_salutation_and_nothing_else() -> None:
    for text in ("Mr.", "Sra.", "Mme", "H.E. Dr.", "Dhr."):
        assert is_salutation(text), text
    for text in ("Director", "Dr. Sample", ""):
        assert not is_salutation(text), text
