"""The text modules of a meeting: the program's, with its own before them."""

import pytest

from cmc_desk.desk import snippets as modules
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.snippets import Snippet


def of(desk: Desk, trigger: str, language: str = "en") -> str:
    found = {one.trigger: one.text for one in desk.read(modules.snippets, language=language)}
    return found.get(trigger, "")


def put(desk: Desk, trigger: str, text: str) -> None:
    desk.do(modules.put_snippet, language="en", trigger=trigger, text=text)


def test_the_program_brings_some_in_every_language(desk: Desk) -> None:
    for language in ("en", "es", "fr", "nl"):
        assert "{speaker}" in of(desk, "dr", language)
    assert desk.read(modules.own_snippets, language="en") == ()


def test_ones_own_stands_before_that_of_the_program_and_can_be_taken_back(desk: Desk) -> None:
    shipped = of(desk, "dr")
    put(desk, "DR", "{speaker} recalled that")
    assert of(desk, "DR") == "{speaker} recalled that"
    put(desk, "dr", "{speaker} reminded the meeting that")
    assert of(desk, "dr") == "{speaker} reminded the meeting that"
    desk.undo()
    assert of(desk, "DR") == "{speaker} recalled that"
    assert desk.do(modules.reset_snippet, language="en", trigger="dr").text == shipped
    assert of(desk, "dr") == shipped
    with pytest.raises(Refusal, match="nothing to go back"):
        desk.do(modules.reset_snippet, language="en", trigger="dr")


def test_what_says_the_same_as_the_program_is_not_made_ones_own(desk: Desk) -> None:
    put(desk, "dr", of(desk, "dr"))
    assert desk.read(modules.own_snippets, language="en") == ()


def test_any_can_be_removed_and_comes_back(desk: Desk) -> None:
    put(desk, "own", "Of our own.")
    for trigger in ("own", "dr"):
        before = of(desk, trigger)
        desk.do(modules.remove_snippet, language="en", trigger=trigger)
        assert of(desk, trigger) == ""
        with pytest.raises(Refusal, match="no snippet"):
            desk.do(modules.remove_snippet, language="en", trigger=trigger)
        desk.undo()
        assert of(desk, trigger) == before


def test_a_snippet_that_makes_no_sense_is_refused_and_a_table_with_one_is_not_taken(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        put(desk, "two words", "x")
    assert refused.value.field == "trigger"
    with pytest.raises(Refusal):
        desk.do(modules.import_snippets, snippets=(Snippet("en", "x", "X"), Snippet("en", "y", "{nothing}")))
    assert of(desk, "x") == ""


def test_a_table_is_taken_over_at_once_and_back_at_once(desk: Desk) -> None:
    put(desk, "own", "Of our own.")
    table = (Snippet("en", "own", "Of theirs."), Snippet("fr", "x", "X"), Snippet("en", "dr", of(desk, "dr")))
    assert desk.do(modules.import_snippets, snippets=table, source="table.csv") == 2
    assert (of(desk, "own"), of(desk, "x", "fr")) == ("Of theirs.", "X")
    assert desk.do(modules.import_snippets, snippets=table) == 0
    desk.undo()
    desk.undo()
    assert (of(desk, "own"), of(desk, "x", "fr")) == ("Of our own.", "")
