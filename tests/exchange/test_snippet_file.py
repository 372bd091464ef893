"""The text modules that come with the program, and tables of them."""

from pathlib import Path

import pytest

from cmc_desk.exchange.snippet_file import read_snippets, shipped_snippets, snippets_csv, snippets_of_csv
from cmc_desk.i18n import LANGUAGES
from cmc_desk.rules.note_prefixes import KINDS
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.snippets import PLACES, Snippet, Surroundings, expand

AROUND = Surroundings("the Bahamas", "Item", "Plan", "2", "16:41")


def test_every_language_has_the_same_triggers_beside_its_own_names_of_the_agencies() -> None:
    by_language = {
        language: {one.trigger for one in shipped_snippets() if one.language == language} for language in LANGUAGES
    }
    agencies = {"oim", "acn", "hcr"}
    assert len(by_language["en"]) >= 20
    assert {frozenset(triggers - agencies) for triggers in by_language.values()} == {frozenset(by_language["en"])}
    assert {
        "dr",
        "ds",
        "dn",
        "dp",
        "dsup",
        "dres",
        "dcl",
        "mtn",
        "mta",
        "mtr",
        "sd",
        "od",
        "iom",
        "unh",
    } <= by_language["en"]


def test_every_text_fills_its_places_and_the_same_ones_in_every_language() -> None:
    places: dict[str, set[frozenset[str]]] = {}
    for snippet in shipped_snippets():
        used = frozenset(place for place in PLACES if f"{{{place}}}" in snippet.text)
        places.setdefault(snippet.trigger, set()).add(used)
        assert not expand(snippet, AROUND).missing
    assert {trigger for trigger, found in places.items() if len(found) > 1} == set()


def test_no_trigger_is_taken_for_the_prefix_of_a_line() -> None:
    assert {one.trigger for one in shipped_snippets()} & set(KINDS) == set()


def test_a_table_is_read_as_it_was_written() -> None:
    odd = Snippet("fr", "odd", '=1+1 «\u00a0x\u00a0»\nsecond \\n; "quoted", end')
    assert snippets_of_csv(snippets_csv((*shipped_snippets(), odd))) == (*shipped_snippets(), odd)


@pytest.mark.parametrize(
    "table",
    [
        "Text;Trigger;Language\nThe text;dr;EN\n;;\n",
        "\ufefflanguage\ttrigger\ttext\textra\nen\tdr\tfirst\t\nen\tDR\tThe text\tx\n",
    ],
)
def test_a_table_of_somebody_else_has_its_columns_in_any_order(table: str) -> None:
    assert [(one.language, one.text) for one in snippets_of_csv(table.encode())] == [("en", "The text")]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "first row has to name"),
        ("language,text\nen,x", "first row has to name"),
        ("language,trigger,text\nen,dr,x\nen,d r,x", "Row 3: A trigger is one word"),
        ("language,trigger,text\nen,dr", "Row 2: Type the text"),
        ("language,trigger,text\nde,dr,x", "Row 2: “de” is none"),
        ('language,trigger,text\nen,dr,"x', "is not closed"),
        ("x" * 1_100_000, "too large"),
    ],
)
def test_what_is_wrong_with_a_table_is_told_with_its_row(table: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        snippets_of_csv(table.encode())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[snippets]\ndr = "The {speakr}"', "line 2, snippets.dr: Only these places"),
        ('[snippets]\ndr = ""', "line 2, snippets.dr: must not be empty"),
        ("", "snippets: is missing"),
        ('[snippets]\ndr = "x"\n[other]', "other: this key is not known"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_line_and_key(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "en.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal, match=said):
        read_snippets(path, "en")
