"""The names of the meeting that the program brings, as they stand within sentences."""

import tomllib

import pytest

from cmc_desk.desk.articles import articles
from cmc_desk.resource import resource
from cmc_desk.rules.folding import fold
from cmc_desk.rules.spoken_names import in_sentence

DELEGATIONS = tomllib.loads(resource("meetings", "cmc-2019.toml").read_text(encoding="utf-8"))["delegations"]


def said(code: str, language: str, names: str = "names") -> str:
    return in_sentence(DELEGATIONS[code][names][language], language, articles())


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            "en",
            {
                "BS": "the Bahamas",
                "NL": "the Kingdom of the Netherlands",
                "VG": "the British Virgin Islands",
                "GD": "Grenada",
            },
        ),
        (
            "es",
            {"DO": "la República Dominicana", "NL": "el Reino de los Países Bajos", "TC": "las Islas Turcas y Caicos"},
        ),
        (
            "fr",
            {
                "GY": "le Guyana",
                "BM": "les Bermudes",
                "HT": "Haïti",
                "GP": "la Guadeloupe",
                "NL": "le Royaume des Pays-Bas",
            },
        ),
    ],
)
def test_states_and_territories_have_the_articles_of_their_language(language: str, shown: dict[str, str]) -> None:
    assert {code: said(code, language) for code in shown} == shown


def test_the_dutch_names_that_the_united_nations_do_not_have_are_known_too() -> None:
    shown = {
        "BS": "de Bahama’s",
        "US": "de Verenigde Staten",
        "GB": "het Verenigd Koninkrijk",
        "NL": "Nederland",
        "AW": "Aruba",
    }
    assert {code: said(code, "nl", "short_names") for code in shown} == shown


def test_every_article_is_of_its_language_and_every_name_stands_there_once() -> None:
    written = tomllib.loads(resource("names", "articles.toml").read_text(encoding="utf-8"))
    usual = {"en": {"the"}, "es": {"el", "la", "los", "las", ""}, "fr": {"le", "la", "les", "l’"}, "nl": {"de", "het"}}
    for language, of_language in written.items():
        assert set(of_language) <= usual[language]
        names = [fold(name) for some in of_language.values() for name in some]
        assert len(names) == len(set(names)), language
