"""Recommendations as sentences in four languages."""

import pytest

from cmc_desk.rules.readouts import Recommendation
from cmc_desk.rules.recommendation_tables import ADDRESSEES, VERBS
from cmc_desk.rules.recommendation_words import (
    LANGUAGES,
    addressee_of_a_delegation,
    addressee_words,
    first_words,
    needs_addressee,
    sentence,
)

OBJECTS = (
    ("en", "designate a national focal point"),
    ("es", "designar un punto focal nacional"),
    ("fr", "établir un point focal national"),
    ("nl", "een nationaal contactpunt aan te wijzen"),
)
DATES = {"en": "31 March 2020", "es": "31 de marzo de 2020", "fr": "31 mars 2020", "nl": "31 maart 2020"}


def recommendation(verb: str = "recommends", addressee: str = "participating States", **more: object) -> Recommendation:
    facts: dict[str, object] = {"objects": OBJECTS} | more
    return Recommendation("key", 1, verb, addressee, **facts)  # type: ignore[arg-type] # what a test wants


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "The Meeting recommends that participating States, countries and territories designate a national focal point"
                " by 31 March 2020."
            ),
        ),
        (
            "es",
            (
                "La Reunión recomienda a los Estados, países y territorios participantes designar un punto focal nacional"
                " a más tardar el 31 de marzo de 2020."
            ),
        ),
        (
            "fr",
            (
                "La Réunion recommande aux États, pays et territoires participants d’établir un point focal national"
                " au plus tard le 31 mars 2020."
            ),
        ),
        (
            "nl",
            (
                "De Vergadering beveelt de deelnemende staten, landen en gebieden aan uiterlijk op 31 maart 2020 een nationaal"
                " contactpunt aan te wijzen."
            ),
        ),
    ],
)
def test_verb_addressee_object_and_deadline_make_a_sentence(language: str, words: str) -> None:
    assert sentence(recommendation(), language, deadline=DATES[language]) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The Meeting takes note of the report."),
        ("es", "La Reunión toma nota de the report."),
        ("fr", "La Réunion prend note de the report."),
        ("nl", "De Vergadering neemt kennis van the report."),
    ],
)
def test_some_verbs_need_nobody_and_no_date(language: str, words: str) -> None:
    noted = recommendation("takes note", "", objects=tuple((one, "the report.") for one in LANGUAGES))
    assert sentence(noted, language, deadline="") == words
    assert not needs_addressee("takes note")
    assert needs_addressee("invites")


def test_every_verb_goes_with_every_addressee_in_every_language() -> None:
    for verb in VERBS:
        for addressee in ADDRESSEES:
            for language in LANGUAGES:
                words = sentence(recommendation(verb, addressee), language, deadline="x")
                assert words.endswith(".")
                assert not {"{", "}"} & set(words)
                assert "  " not in words


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("adopter", "d’adopter"),
        ("Établir", "d’Établir"),
        ("héberger", "d’héberger"),
        ("harmoniser", "d’harmoniser"),
        ("hâter", "de hâter"),
        ("convoquer", "de convoquer"),
    ],
)
def test_french_shortens_de_before_a_vowel_but_not_before_every_h(about: str, words: str) -> None:
    asked = recommendation("requests", "IOM", objects=(("fr", about),))
    assert sentence(asked, "fr", deadline="") == f"La Réunion prie l’OIM {words}."


@pytest.mark.parametrize("about", ["That the drafts be sent", "that the drafts be sent", "the drafts be sent"])
def test_what_goes_to_nobody_in_particular_says_that_once_and_has_no_gap(about: str) -> None:
    to_nobody = recommendation(addressee="", objects=tuple((one, about) for one in LANGUAGES))
    assert sentence(to_nobody, "en", deadline="") == "The Meeting recommends that the drafts be sent."
    assert all("  " not in sentence(to_nobody, one, deadline="x") for one in LANGUAGES)


def test_a_language_in_which_nothing_was_written_says_nothing() -> None:
    assert sentence(recommendation(objects=OBJECTS[:1]), "es", deadline="") == ""


def test_a_deadline_in_words_stands_for_the_date() -> None:
    before = recommendation(deadline_words=(("en", "before the high-level meeting"),))
    assert sentence(before, "en", deadline=DATES["en"]).endswith("focal point before the high-level meeting.")
    assert sentence(before, "es", deadline="").endswith("nacional.")


def test_what_was_written_by_hand_stands_and_what_was_approved_stands_before_it() -> None:
    written = recommendation(texts=(("en", "By hand."), ("fr", " ")))
    assert sentence(written, "en", deadline="") == "By hand."
    assert sentence(written, "fr", deadline="").startswith("La Réunion")
    amended = recommendation(texts=(("en", "By hand."),), amended=(("en", "As amended."),))
    assert sentence(amended, "en", deadline="") == "As amended."


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (
            {"en": "the Bahamas", "es": "las Bahamas", "fr": "les Bahamas", "nl": "de Bahama’s"},
            ("the Bahamas", "a las Bahamas", "les Bahamas", "aux Bahamas", "de Bahama’s"),
        ),
        (
            {"en": "Guyana", "fr": "le Guyana", "es": "El Salvador"},
            ("Guyana", "a El Salvador", "le Guyana", "au Guyana", "Guyana"),
        ),
        (
            {"en": "Jamaica", "fr": "la Jamaïque"},
            ("Jamaica", "a Jamaica", "la Jamaïque", "à la Jamaïque", "Jamaica"),
        ),
        (
            {"en": "the United Kingdom", "es": "el Reino Unido", "fr": "l’OIM"},
            ("the United Kingdom", "al Reino Unido", "l’OIM", "à l’OIM", "the United Kingdom"),
        ),
        ({"en": "Haiti", "fr": "Haïti"}, ("Haiti", "a Haiti", "Haïti", "à Haïti", "Haiti")),
    ],
)
def test_a_delegation_has_its_articles_drawn_together(names: dict[str, str], words: tuple[str, ...]) -> None:
    found = addressee_of_a_delegation(names)
    assert (found.en, found.es, found.fr, found.fr_to, found.nl) == words


def test_a_delegation_may_be_asked_by_name() -> None:
    jamaica = addressee_of_a_delegation({"en": "Jamaica", "fr": "la Jamaïque"})
    asked = recommendation("invites", "JM")
    assert sentence(asked, "fr", deadline="", delegation=jamaica) == (
        "La Réunion invite la Jamaïque à établir un point focal national."
    )


def test_verbs_and_addressees_have_words_for_lists() -> None:
    assert first_words("recommends", "en") == "Recommends that …"
    assert first_words("invites", "nl") == "Nodigt … uit …"
    assert addressee_words("UNHCR", "es") == "ACNUR"
    assert addressee_words("secretariat", "es") == "La secretaría"
    assert addressee_words("host State", "fr") == "L’État hôte"
