"""Names of States within sentences of four languages."""

import pytest

from cmc_desk.rules.spoken_names import by_itself, everyday, in_sentence, is_plural, joined, spoken

ARTICLES = {
    "en": {"cayman islands": "the", "kingdom of the netherlands": "the"},
    "es": {"islas caiman": "las", "el salvador": ""},
    "fr": {"iles caimans": "les", "oim": "l’"},
    "nl": {"kaaimaneilanden": "de"},
}


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("Bahamas (the)", "en", "the Bahamas"),
        ("The Bahamas", "en", "the Bahamas"),
        ("Netherlands (Kingdom of the)", "en", "the Kingdom of the Netherlands"),
        ("Cayman Islands", "en", "the Cayman Islands"),
        ("Guyana (le)", "fr", "le Guyana"),
        ("OIM", "fr", "l’OIM"),
        ("L’Exemple", "fr", "l’Exemple"),
        ("República Dominicana (la)", "es", "la República Dominicana"),
        ("El Salvador", "es", "El Salvador"),
        ("El Salvador", "en", "El Salvador"),
        ("Kaaimaneilanden", "nl", "de Kaaimaneilanden"),
        ("Sample Islands", "en", "Sample Islands"),
        ("Sint Maarten (Dutch part)", "en", "Sint Maarten (Dutch part)"),
        ("The Sample", "pt", "the Sample"),
    ],
)
def test_a_name_within_a_sentence_has_its_article_and_none_is_guessed(name: str, language: str, said: str) -> None:
    assert in_sentence(name, language, ARTICLES) == said


@pytest.mark.parametrize(
    ("name", "alone"),
    [
        ("Guyana (le)", "Guyana"),
        ("Netherlands (Kingdom of the)", "Kingdom of the Netherlands"),
        ("Saint Martin (French part)", "Saint Martin (French part)"),
        ("Haiti", "Haiti"),
    ],
)
def test_a_name_that_stands_alone_has_no_article(name: str, alone: str) -> None:
    assert by_itself(name) == alone


@pytest.mark.parametrize(
    ("name", "language", "plural"),
    [
        ("les Bahamas", "fr", True),
        ("Les Bahamas", "fr", True),
        ("le Guyana", "fr", False),
        ("los Estados Unidos de América", "es", True),
        ("la OIM", "es", False),
        ("de Kaaimaneilanden", "nl", True),
        ("de Dominicaanse Republiek", "nl", False),
        ("the Bahamas", "en", False),
    ],
)
def test_some_names_want_the_plural_of_their_verb(name: str, language: str, plural: bool) -> None:  # noqa: FBT001
    assert is_plural(name, language) is plural


@pytest.mark.parametrize(
    ("full", "short", "language", "said"),
    [
        ("Bahamas (the)", "Bahamas", "en", "the Bahamas"),
        ("Bahamas (las)", "", "es", "las Bahamas"),
        ("Belize (le)", "Belize", "fr", "le Belize"),
        ("Netherlands (Kingdom of the)", "Netherlands", "en", "the Netherlands"),
        ("Netherlands (Kingdom of the)", "", "en", "the Netherlands"),
        ("Pays-Bas (Royaume des)", "Pays-Bas", "fr", "les Pays-Bas"),
        ("Example (Royaume du)", "", "fr", "le Example"),
        ("Ejemplo (República del)", "", "es", "el Ejemplo"),
        ("Exemple (l’)", "", "fr", "l’Exemple"),
        ("Cayman Islands", "", "en", "the Cayman Islands"),
        ("Islas Caimán", "", "es", "las Islas Caimán"),
        ("Îles Caïmanes", "Îles Caïmans", "fr", "les Îles Caïmans"),
        ("", "Kaaimaneilanden", "nl", "de Kaaimaneilanden"),
        ("Sint Maarten (Dutch part)", "", "en", "Sint Maarten (Dutch part)"),
        ("Jamaica", "", "en", "Jamaica"),
        ("Jamaica", "", "pt", "Jamaica"),
    ],
)
def test_a_name_has_the_article_that_the_lists_write_behind_it(full: str, short: str, language: str, said: str) -> None:
    assert spoken(full, short, language, ARTICLES) == said


@pytest.mark.parametrize(
    ("full", "short", "name"),
    [
        ("Saint Kitts and Nevis", "St. Kitts & Nevis", "Saint Kitts and Nevis"),
        ("Saint Lucia", "St. Lucia", "Saint Lucia"),
        ("", "St. Lucia", "St. Lucia"),
        ("United States of America (the)", "United States", "United States"),
    ],
)
def test_a_sentence_has_no_name_that_is_shortened_for_tables(full: str, short: str, name: str) -> None:
    assert everyday(full, short) == name


@pytest.mark.parametrize(
    ("before", "name", "language", "text"),
    [
        ("La délégation de ", "le Belize", "fr", "La délégation du Belize"),
        ("La délégation de ", "les Bahamas", "fr", "La délégation des Bahamas"),
        ("De ", "les Bahamas", "fr", "Des Bahamas"),
        ("La délégation de ", "la Jamaïque", "fr", "La délégation de la Jamaïque"),
        ("La délégation de ", "Haïti", "fr", "La délégation d’Haïti"),
        ("La délégation de ", "Antigua-et-Barbuda", "fr", "La délégation d’Antigua-et-Barbuda"),
        ("La délégation de ", "Cuba", "fr", "La délégation de Cuba"),
        ("Elle dit que ", "Aruba", "fr", "Elle dit qu’Aruba"),
        ("La parole est donnée à ", "le Suriname", "fr", "La parole est donnée au Suriname"),
        ("La parole est donnée à ", "les Pays-Bas", "fr", "La parole est donnée aux Pays-Bas"),
        ("avec ", "le Belize", "fr", "avec le Belize"),
        ("La delegación de ", "el Reino Unido", "es", "La delegación del Reino Unido"),
        ("La delegación de ", "El Salvador", "es", "La delegación de El Salvador"),
        ("La palabra a ", "el Reino Unido", "es", "La palabra al Reino Unido"),
        ("The delegation of ", "the Bahamas", "en", "The delegation of the Bahamas"),
        ("De delegatie van ", "de Kaaimaneilanden", "nl", "De delegatie van de Kaaimaneilanden"),
        ("", "the Bahamas", "en", "The Bahamas"),
        ("It ended. ", "the Bahamas", "en", "It ended. The Bahamas"),
    ],
)
def test_prepositions_and_articles_become_one_word_where_the_language_wants_it(
    before: str, name: str, language: str, text: str
) -> None:
    assert joined(before, name, language) == text
