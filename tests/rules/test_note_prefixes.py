"""What a line of the notes says of itself by how it begins."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.amendments import Amendment
from cmc_desk.rules.meeting import DocumentPlan
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.note_prefixes import KINDS, Typed, read_line, vanishing
from cmc_desk.rules.speaker_completion import Speaker

TODAY = date(2019, 12, 5)
JAMAICA = Speaker("JM", "Jamaica", ("Jamaïque",))
LUCIA = Speaker("LC", "Saint Lucia", ("Sainte-Lucie",))
VINCENT = Speaker("VC", "Saint Vincent and the Grenadines")
TRINIDAD = Speaker("TT", "Trinidad and Tobago")
DOMINICAN = Speaker("DO", "Dominican Republic")
ANA = Speaker("LC", "Ana Muster", participant="p1")
SPEAKERS = (JAMAICA, LUCIA, VINCENT, TRINIDAD, DOMINICAN, ANA)
DOCUMENTS = (
    DocumentPlan("principles", "Statement of Ideals and Guiding Principles", "Guiding Principles"),
    DocumentPlan("modalities", "Standard Operating Modalities (SOMs)", "Operating Modalities"),
    DocumentPlan("plan-of-action", "Regional Plan of Action", "Plan of Action"),
)
BULLETS = "- one\n- two"


def read(text: str, kind: EntryKind | None = None) -> Typed:
    return read_line(text, speakers=SPEAKERS, documents=DOCUMENTS, today=TODAY, kind=kind)


@pytest.mark.parametrize("letter", [*KINDS, *map(str.upper, KINDS)])
def test_a_letter_and_a_colon_become_the_kind_and_vanish(letter: str) -> None:
    assert read(f"{letter}: The text") == Typed("The text", kind=KINDS[letter.lower()])
    assert read(f"{letter}:The text") == Typed("The text", kind=KINDS[letter.lower()])
    assert read(f"{letter}\u00a0: The text") == Typed("The text", kind=KINDS[letter.lower()])


@pytest.mark.parametrize("text", ["x: text", "da: text", "d text", "d:/notes", "d:\\notes", "Agreed: d: text"])
def test_other_beginnings_are_text(text: str) -> None:
    assert read(text) == Typed(text)


def test_an_exclamation_mark_marks_for_the_read_out_beside_any_kind() -> None:
    decision = Typed("text", kind=EntryKind.DECISION, highlighted=True)
    assert read("!d: text") == read("! d: text") == read("d: ! text") == decision
    assert read("! text") == Typed("text", highlighted=True)
    assert read("!! text") == Typed("!! text")
    assert read("! d: ! text") == Typed("! text", kind=EntryKind.DECISION, highlighted=True)


def test_a_dash_is_procedural_unless_it_begins_a_list() -> None:
    assert read("- meeting suspended 10:10") == Typed("meeting suspended 10:10", kind=EntryKind.PROCEDURAL)
    assert read("–meeting resumed") == Typed("meeting resumed", kind=EntryKind.PROCEDURAL)
    assert read(BULLETS) == Typed(BULLETS)
    assert read("-5 degrees") == Typed("-5 degrees")
    assert read(f"d: {BULLETS}") == Typed(BULLETS, kind=EntryKind.DECISION)


def test_two_question_marks_are_a_speaker_to_be_fixed_later() -> None:
    assert read("?? supports this") == Typed("supports this", unknown=True)
    assert read("@?? supports this") == Typed("supports this", unknown=True)
    assert read("q: ??: does it imply?") == Typed("does it imply?", kind=EntryKind.QUESTION, unknown=True)
    assert read("??? what") == Typed("??? what")
    assert read("?? ?? what") == Typed("?? what", unknown=True)


def test_an_at_sign_at_the_beginning_names_the_speaker() -> None:
    assert read("@jm supports this") == Typed("supports this", speaker=JAMAICA)
    assert read("@trini: supports this") == Typed("supports this", speaker=TRINIDAD)
    assert read('@"saint lucia" supports') == Typed("supports", speaker=LUCIA)
    assert read("@“Ana Muster” supports") == Typed("supports", speaker=ANA)
    assert read("@do supports") == Typed("supports", speaker=DOMINICAN)
    assert read("?? @jm supports") == Typed("supports", speaker=JAMAICA)


@pytest.mark.parametrize("text", ["@nobody said", "@saint said", "@zz said", "ana@example.org wrote", "supports @jm"])
def test_whoever_cannot_be_told_stays_in_the_text(text: str) -> None:
    assert read(text) == Typed(text)


def test_an_action_has_somebody_who_does_it_and_a_day() -> None:
    action = Typed("Circulate a definition", kind=EntryKind.ACTION, assignee="JM", due=date(2019, 12, 6))
    assert read("a: @jm Circulate a definition due: fri") == action
    assert read("a: Circulate a definition @jam, due:6/12") == action
    assert read("Circulate a definition @jm due: tomorrow", EntryKind.ACTION) == Typed(
        "Circulate a definition", assignee="JM", due=date(2019, 12, 6)
    )
    assert read("n: @host_State sends it.") == Typed("sends it.", kind=EntryKind.NEXT_STEP, assignee="host State")
    assert read("a: @“ana muster” calls") == Typed("calls", kind=EntryKind.ACTION, assignee="Ana Muster")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a: Send it, due: 10 Dec 2019.", "Send it."),
        ("a: Send it due: 10 Dec 2019 to all", "Send it to all"),
        ("a: due: 10 Dec 2019 send it", "send it"),
        ("a: Send it\ndue: 10 Dec 2019", "Send it\n"),
        ("a: First\ndue: 10 Dec 2019 then", "First\nthen"),
    ],
)
def test_what_vanishes_leaves_no_hole(text: str, rest: str) -> None:
    assert read(text) == Typed(rest, kind=EntryKind.ACTION, due=date(2019, 12, 10))


def test_a_day_that_cannot_be_read_stays_and_the_next_one_counts() -> None:
    assert read("a: Send it due: soon") == Typed("Send it due: soon", kind=EntryKind.ACTION)
    assert read("a: it is due: soon, due: fri").due == date(2019, 12, 6)


def test_only_what_is_to_be_done_has_a_day() -> None:
    assert read("d: It is due: fri") == Typed("It is due: fri", kind=EntryKind.DECISION)


def test_a_proposal_with_an_arrow_is_an_amendment_to_a_provision() -> None:
    assert read("p: 4 jm shall->should") == Typed(
        "4: “shall” → “should”",
        kind=EntryKind.PROPOSAL,
        speaker=JAMAICA,
        provision="4",
        amendment=Amendment("4", "shall", "should", "JM"),
    )
    assert read("4 do not->must not", EntryKind.PROPOSAL) == Typed(
        "4: “do not” → “must not”", provision="4", amendment=Amendment("4", "do not", "must not")
    )
    assert read("p: @lc 4 shall->may").speaker == LUCIA
    assert read("p: § 3 bis: shall->may").amendment == Amendment("3 bis", "shall", "may")


def test_an_amendment_says_the_same_when_it_is_read_again() -> None:
    once = read("p: 4 jm shall->should")
    again = read(once.rest, EntryKind.PROPOSAL)
    assert (again.rest, again.provision) == (once.rest, "4")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("som", "modalities"),
        ("Operating Modalities", "modalities"),
        ("principles", "principles"),
        ("guid", "principles"),
        ("poa", "plan-of-action"),
        ("plan", "plan-of-action"),
    ],
)
def test_a_proposal_names_its_document_by_key_title_or_initials(name: str, key: str) -> None:
    found = read(f"p: {name} 4 jm shall->should")
    assert (found.document, found.provision, found.amendment) == (key, "4", Amendment("4", "shall", "should", "JM"))


def test_a_name_that_several_documents_have_is_none() -> None:
    assert read("p: of 4: x").document == ""
    assert read("p: The 4 States: x") == Typed("The 4 States: x", kind=EntryKind.PROPOSAL)


def test_a_proposal_in_prose_keeps_its_words_and_knows_its_provision() -> None:
    prose = "Principle 2 should name displacement."
    assert read(f"p: {prose}") == Typed(prose, kind=EntryKind.PROPOSAL, document="principles", provision="2")
    para = "párrafo 3 bis debería suprimirse"
    assert read(f"p: {para}") == Typed(para, kind=EntryKind.PROPOSAL, provision="3 bis")
    assert read("p: 4: insert a comma") == Typed("insert a comma", kind=EntryKind.PROPOSAL, provision="4")
    assert read("p: para 4: insert a comma") == Typed("insert a comma", kind=EntryKind.PROPOSAL, provision="4")
    assert read("p: 4 countries asked") == Typed("4 countries asked", kind=EntryKind.PROPOSAL)


def test_a_section_sign_says_the_provision_of_any_entry() -> None:
    assert read("q: §3 Does it bind?") == Typed("Does it bind?", kind=EntryKind.QUESTION, provision="3")
    assert read("§ 2.1: fine") == Typed("fine", provision="2.1")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("d: ", Typed("", kind=EntryKind.DECISION)),
        ("! ", Typed("", highlighted=True)),
        ("?? ", Typed("", unknown=True)),
        ("! d: text", Typed("text", kind=EntryKind.DECISION, highlighted=True)),
    ],
)
def test_a_prefix_vanishes_while_it_is_typed_when_a_blank_follows(typed: str, said: Typed) -> None:
    assert vanishing(typed) == said


@pytest.mark.parametrize("typed", ["", "d", "d:", "d:x", "!", "!x", "??", "- ", "text"])
def test_before_that_it_stays(typed: str) -> None:
    assert vanishing(typed) is None


@given(st.text(max_size=60), st.none() | st.sampled_from(EntryKind))
def test_nothing_that_is_typed_breaks_it(text: str, kind: EntryKind | None) -> None:
    found = read(text, kind)
    assert found.amendment or len(found.rest) <= len(text)


@given(st.text("draqpn:!?@-§ 4jmdue>.\n", max_size=30), st.none() | st.sampled_from(EntryKind))
def test_what_stays_was_typed(text: str, kind: EntryKind | None) -> None:
    found = read(text, kind)
    left = iter(text)
    assert found.amendment or all(letter in left for letter in found.rest if not letter.isspace())
