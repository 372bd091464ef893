"""Who said it: put before a sentence, or taken out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.speaker_words import introduced, unnamed, without_itself
from tests.rules.worded import CALLED, wording


@pytest.mark.parametrize(
    ("language", "kind", "several", "words"),
    [
        ("en", EntryKind.INTERVENTION, False, "X: Text."),
        ("en", EntryKind.PROPOSAL, False, "X proposed: Text."),
        ("es", EntryKind.PROPOSAL, True, "X propusieron: Text."),
        ("fr", EntryKind.QUESTION, False, "X a demandé\u00a0: Text."),
        ("nl", EntryKind.PROPOSAL, True, "X stelden voor: Text."),
        ("pt", EntryKind.QUESTION, True, "X asked: Text."),
    ],
)
def test_whoever_spoke_stands_before_what_they_said(
    language: str, kind: EntryKind, *, several: bool, words: str
) -> None:
    assert introduced("Text.", speaker="x", kind=kind, provision="", language=language, several=several) == words


def test_where_nobody_spoke_nobody_is_put_before_it() -> None:
    assert introduced("Text.", speaker="", kind=EntryKind.DECISION, provision="4", language="en") == "Text."


def test_the_provision_is_told_unless_the_text_tells_it() -> None:
    def told(text: str, language: str = "en") -> str:
        return introduced(text, speaker="x", kind=EntryKind.PROPOSAL, provision="3 bis", language=language)

    assert told("shall → should") == "X proposed on provision 3 bis: shall → should"
    assert told("Delete 3 bis.") == "X proposed: Delete 3 bis."
    assert told("x", "pt") == "X proposed on provision 3 bis: x"
    assert told("x", "fr") == "X a proposé sur la disposition 3 bis\u00a0: x"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jamaica recalled it.", "One delegation recalled it."),
        ("The delegation of Jamaica recalled it.", "One delegation recalled it."),
        ("Noted that the Government of Jamaica hosts.", "Noted that one delegation hosts."),
        ("The representative of JAMAICA asked. Jamaica insisted.", "One delegation asked. One delegation insisted."),
        ("Jamaica’s text, [Jamaica]", "One delegation’s text, [one delegation]"),
        ("Saint Lucia and Jamaica agreed.", "Some delegations agreed."),
        ("It pleased Saint Lucia, Jamaica, and the Bahamas.", "It pleased some delegations."),
        ("St. Lucia, Jamaica, Bahamas and IOM: yes.", "Several delegations: yes."),
        ("- Jamaica: yes\n- *Jamaica*: no", "- One delegation: yes\n- *One delegation*: no"),
        ("Jamaicans and Dominican law stay.", "Jamaicans and Dominican law stay."),
        ("An iom is no IOM.", "An iom is no one delegation."),
        ("Cuba spoke.", "Cuba spoke."),
    ],
)
def test_who_is_named_becomes_so_many_delegations(text: str, words: str) -> None:
    assert unnamed(text, CALLED["en"], wording()) == words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "La délégation de la Jamaïque a rappelé.", "Une délégation a rappelé."),
        ("fr", "L’avis de la Jamaïque plaît.", "L’avis d’une délégation plaît."),
        ("fr", "La position du Guyana, dit-il.", "La position d’une délégation, dit-il."),
        ("fr", "La représentante de l’OIM a noté.", "Une délégation a noté."),
        ("fr", "Merci au Guyana.", "Merci à une délégation."),
        ("fr", "L’avis de Sainte-Lucie et de la Jamaïque", "L’avis d’une délégation et d’une délégation"),
        ("es", "La propuesta de Jamaica", "La propuesta de una delegación"),
        ("es", "La delegación de las Bahamas recordó", "Una delegación recordó"),
        ("nl", "De delegatie van de Bahama’s wees erop", "Één delegatie wees erop"),
        ("nl", "De regering van Jamaica", "Één delegatie"),
        ("pt", "A Jamaica disse", "A one delegation disse"),
    ],
)
def test_what_goes_with_a_name_goes_with_it_in_every_language(language: str, text: str, words: str) -> None:
    assert unnamed(text, CALLED["en"], wording(language)) == words


def test_a_text_in_another_language_than_the_summary_keeps_its_own() -> None:
    assert unnamed("Jamaica recordó", ["JM"], wording("en"), language="es") == "Una delegación recordó"


def test_only_the_delegations_that_are_meant_are_taken_out() -> None:
    assert unnamed("Jamaica and Saint Lucia", ["LC"], wording()) == "Jamaica and one delegation"
    assert unnamed("Jamaica", [], wording()) == "Jamaica"
    assert unnamed("Jamaica", ["??"], wording()) == "Jamaica"


def test_a_text_may_begin_with_whoever_speaks() -> None:
    def rest(text: str) -> str | None:
        return without_itself(text, ["JM"], CALLED["en"], "en")

    assert rest("The delegation of Jamaica recalled it.") == "recalled it."
    assert rest("“*Jamaica* recalled") == "* recalled"
    assert rest("It pleased Jamaica.") is None
    assert without_itself("Jamaica", [], CALLED["en"], "en") is None


@given(st.text(max_size=200), st.sampled_from(["en", "es", "fr", "nl"]))
def test_no_text_keeps_a_name_that_is_taken_out(text: str, language: str) -> None:
    found = unnamed(f"{text} Jamaica {text}", ["JM"], wording(language))
    assert "jamaica" not in found.casefold().replace(text.casefold(), "")
