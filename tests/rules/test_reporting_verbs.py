"""Notes that begin with a verb are read as a sentence after the name of whoever spoke."""

import pytest

from cmc_desk.rules.reporting_verbs import goes_on, is_of_the_chair


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Supports Saint Lucia.", "supports Saint Lucia."),
        ("en", "*Reports* twelve cases.", "*reports* twelve cases."),
        ("en", "Notes, with concern, that", "notes, with concern, that"),
        ("es", "Agradece a la sede.", "agradece a la sede."),
        ("fr", "Émet une réserve.", "émet une réserve."),
        ("nl", "Steunt het voorstel.", "steunt het voorstel."),
        ("en", "Requests for asylum rose.", None),
        ("en", "States should agree.", None),
        ("en", "Has anybody asked?", None),
        ("en", "A draft law is ready.", None),
        ("en", "Supports", None),
        ("en", "", None),
        ("pt", "Supports it.", None),
    ],
)
def test_a_text_goes_on_after_the_name_if_it_begins_with_such_a_verb(
    language: str, text: str, words: str | None
) -> None:
    assert goes_on(text, language) == words


@pytest.mark.parametrize(
    "text", ["Chair: the CMC", "The Chairperson recalled", "La présidente", "De voorzitter", "Presidencia:"]
)
def test_the_chair_speaks_for_no_delegation(text: str) -> None:
    assert is_of_the_chair(text)


@pytest.mark.parametrize("text", ["Chairs are needed.", "The charter", ""])
def test_what_only_begins_alike_is_not_the_chair(text: str) -> None:
    assert not is_of_the_chair(text)
