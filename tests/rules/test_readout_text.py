"""What the sources of a line say together."""

from dataclasses import replace
from datetime import date

import pytest

from cmc_desk.rules.note_kinds import Attribution, EntryKind, Section
from cmc_desk.rules.notes import Written
from cmc_desk.rules.readout_text import (
    Source,
    digest_of_sources,
    digests,
    gathered,
    named_by,
    nameless,
    source_of,
    voices_of,
)
from tests.rules.worded import wording

NAMED, UNNAMED = wording(attributed=True), wording()


def entry(text: str, delegation: str = "", kind: EntryKind = EntryKind.INTERVENTION, **more: object) -> Source:
    written = replace(Written(text=text, kind=kind, delegation=delegation), **more)  # type: ignore[arg-type] # what a test wants
    return source_of(f"key of {text}", "item", written, Section.MAIN_POINTS)


def test_what_somebody_said_is_attributed_or_not() -> None:
    said = (entry("Principles bind nobody.", "LC"),)
    assert gathered(said, NAMED) == "Saint Lucia: Principles bind nobody."
    assert gathered(said, UNNAMED) == "One delegation: Principles bind nobody."
    assert named_by(said, NAMED) == ("LC",)
    assert named_by(said, UNNAMED) == ()


def test_a_text_that_names_its_speaker_is_not_introduced() -> None:
    said = (entry("The delegation of Jamaica recalled that.", "JM"),)
    assert gathered(said, NAMED) == "The delegation of Jamaica recalled that."
    assert gathered(said, UNNAMED) == "One delegation recalled that."


def test_what_is_not_for_attribution_is_named_in_no_text() -> None:
    said = (entry("The delegation of Jamaica objects.", "JM", attribution=Attribution.NOT_FOR_ATTRIBUTION),)
    for how in (NAMED, UNNAMED):
        assert gathered(said, how) == "One delegation objects."
        assert named_by(said, how) == ()
        assert nameless("Jamaica objects.", said, how) == "One delegation objects."


def test_a_decision_is_the_meeting_s_whoever_put_it_into_words() -> None:
    for kind in (EntryKind.DECISION, EntryKind.RECOMMENDATION, EntryKind.PROCEDURAL):
        said = (entry("Jamaica will host.", "JM", kind),)
        assert gathered(said, NAMED) == gathered(said, UNNAMED) == "Jamaica will host."


def test_even_a_decision_names_nobody_who_is_not_to_be_named() -> None:
    said = (entry("Jamaica will host.", "JM", EntryKind.DECISION, attribution=Attribution.NOT_FOR_ATTRIBUTION),)
    assert gathered(said, NAMED) == "One delegation will host."


def test_notes_that_begin_with_a_verb_are_read_as_a_sentence() -> None:
    said = (entry("Supports Jamaica.", "LC"),)
    assert gathered(said, NAMED) == "Saint Lucia supports Jamaica."
    assert gathered(said, UNNAMED) == "One delegation supports Jamaica."
    french = (entry("Soutient le texte.", "LC", language="fr"),)
    assert gathered(french, NAMED) == "Saint Lucia: Soutient le texte."
    assert gathered(french, wording("fr")) == "Une délégation soutient le texte."


def test_the_chair_is_introduced_by_nobody() -> None:
    said = (entry("Chair: the CMC is a dialogue.", "JM"),)
    assert gathered(said, NAMED) == gathered(said, UNNAMED) == "Chair: the CMC is a dialogue."


def test_an_action_says_who_and_until_when() -> None:
    written = Written(text="Circulate it", kind=EntryKind.ACTION, assignee="JM", due=date(2019, 12, 6))
    source = source_of("k", "item", written, Section.NEXT_STEPS, due_words="6 December 2019")
    assert gathered((source,), UNNAMED) == "Circulate it (Jamaica, by 6 December 2019)"
    assert gathered((replace(source, written=replace(written, assignee="the chair")),), wording("fr")) == (
        "Circulate it (the chair, au plus tard le 6 December 2019)"
    )
    ended = replace(source, written=replace(written, text="Circulate it."))
    assert gathered((ended,), UNNAMED) == "Circulate it (Jamaica, by 6 December 2019)."
    alone = source_of("k", "item", replace(written, assignee="", due=None), Section.NEXT_STEPS)
    assert gathered((alone,), UNNAMED) == "Circulate it"
    assert gathered((replace(source, due_words=""),), wording("pt")) == "Circulate it (Jamaica)"


def test_a_speaker_whom_nobody_knows_is_a_speaker() -> None:
    said = (entry("Supports it.", unknown=True),)
    assert gathered(said, NAMED) == gathered(said, UNNAMED) == "One speaker supports it."
    assert gathered((entry("Supports it."),), UNNAMED) == "Supports it."
    assert gathered((entry("Supports it.", "XX"),), NAMED) == "One delegation supports it."


def test_merged_entries_are_told_one_by_one_where_they_are_named() -> None:
    said = (entry("Supports it", "LC"), entry("Wants it shorter.", "LC"), entry("Agrees", "JM"))
    assert gathered(said, NAMED) == "Saint Lucia supports it. Wants it shorter. Jamaica: Agrees."
    assert named_by(said, NAMED) == ("LC", "JM")


def test_merged_entries_are_said_by_as_many_delegations_as_are_distinct() -> None:
    said = (
        entry("The delegation of Jamaica objects", "JM"),
        entry("Asks Jamaica why.", "LC"),
        entry("So do we.", "JM"),
    )
    assert gathered(said, UNNAMED) == "Some delegations: objects. Asks one delegation why. So do we."
    assert len(voices_of(said)) == 2
    asked = tuple(entry("Why?", code, EntryKind.QUESTION) for code in ("JM", "LC", "GY", "DM"))
    assert gathered(asked, UNNAMED) == "Several delegations asked: Why? Why? Why? Why?"
    alone = (entry("A.", "JM"), entry("B.", "JM"))
    assert gathered(alone, UNNAMED) == "One delegation: A. B."


def test_what_the_meeting_said_is_not_put_into_the_mouth_of_some() -> None:
    said = (entry("It was agreed", kind=EntryKind.DECISION), entry("Objects!", "JM"))
    assert gathered(said, UNNAMED) == "It was agreed. One delegation: Objects!"


def test_what_is_internal_or_gone_says_nothing() -> None:
    internal = entry("Secret.", "JM", attribution=Attribution.INTERNAL)
    gone = source_of("k", "item", Written(text="Gone.", delegation="LC"), Section.MAIN_POINTS, gone=True)
    assert gone.section is None
    assert gathered((internal, gone, entry("Stays", "GY")), NAMED) == "Guyana: Stays"
    assert voices_of((internal, gone)) == frozenset()


def test_a_recommendation_says_its_sentence_and_a_line_its_text() -> None:
    formal = source_of(
        "k", "item", Written(text="r", delegation="JM"), Section.RECOMMENDATIONS, formal="The Meeting recommends it."
    )
    line = Source("line:k", "item", "digest", composed="One delegation: yes")
    assert formal.formal
    assert gathered((formal,), UNNAMED) == "The Meeting recommends it."
    assert gathered((line,), UNNAMED) == "One delegation: yes"
    assert gathered((formal, line), UNNAMED) == "The Meeting recommends it. One delegation: yes."


def test_what_was_rewritten_names_nobody_where_nobody_is_named() -> None:
    said = (entry("x", "LC"), entry("Jamaica hosts.", "JM", EntryKind.DECISION))
    assert nameless("Saint Lucia thanked Jamaica.", said, UNNAMED) == "One delegation thanked Jamaica."
    assert nameless("Saint Lucia thanked Jamaica.", said, NAMED) == "Saint Lucia thanked Jamaica."


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Other."},
        {"kind": EntryKind.QUESTION},
        {"delegation": "JM"},
        {"unknown": True},
        {"provision": "4"},
        {"attribution": Attribution.INTERNAL},
        {"assignee": "JM"},
        {"due": date(2019, 12, 6)},
    ],
)
def test_whatever_a_summary_uses_changes_the_digest(change: dict[str, object]) -> None:
    before = entry("Text.", "LC")
    assert before.written is not None
    written = replace(before.written, **change)  # type: ignore[arg-type] # what the case says
    after = source_of(before.key, "item", written, Section.MAIN_POINTS)
    assert digest_of_sources((before,)) != digest_of_sources((after,))


def test_a_highlight_or_another_order_of_the_notes_changes_no_digest() -> None:
    before = entry("Text.", "LC")
    assert digest_of_sources((before,)) == digest_of_sources((entry("Text.", "LC", highlighted=True),))
    assert digest_of_sources((before, before)) != digest_of_sources((before,))
    assert digests((before, before)) == (*digests((before,)), *digests((before,)))
