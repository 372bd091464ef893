"""What was decided becomes the next text, and what is undecided leaves it as it is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.applying import Substituted, apply_decisions, can_move, moved, substituted
from cmc_desk.rules.document_kinds import ProposalAction, ProposalDecision, ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.proposals import Proposal
from tests.rules.drafted import draft, paragraph, proposal, taken

SUB, HEADING = ProvisionKind.SUBPARAGRAPH, ProvisionKind.HEADING
TITLE = paragraph("t", "Statement", kind=ProvisionKind.TITLE)
HEAD = paragraph("h", "Principles", "I", kind=HEADING)
TWO = paragraph("b", "States shall consider common procedures.", "2")
TWO_A = paragraph("ba", "for children;", "(a)", kind=SUB)
THREE = paragraph("c", "States shall report.", "3")
TEXT = (TITLE, HEAD, TWO, TWO_A, THREE)
INSERT, DELETE, MOVE = ProposalAction.INSERT_AFTER, ProposalAction.DELETE, ProposalAction.MOVE


def applied(*proposals: Proposal, text: tuple[Provision, ...] = TEXT) -> list[tuple[str, str]]:
    return [(one.label, one.text) for one in apply_decisions(draft(*text), proposals)]


def keys(*proposals: Proposal) -> str:
    return " ".join(one.key for one in apply_decisions(draft(*TEXT), proposals))


def said(key: str, *proposals: Proposal) -> Provision:
    found = draft(*apply_decisions(draft(*TEXT), proposals)).provision(key)
    assert found is not None
    return found


def test_what_was_accepted_is_the_text_and_as_modified_if_it_was() -> None:
    wish = proposal(1, TWO, "States should consider common procedures.")
    assert said("b", taken(wish)).text == "States should consider common procedures."
    assert said("b", taken(wish, final_text="States will consider it.")).text == "States will consider it."
    assert said("b", taken(wish, applied_in=2)).text == TWO.text
    assert said("b", wish).text == TWO.text


def test_what_was_accepted_for_other_words_is_put_together_else_the_last_word_holds() -> None:
    one = taken(proposal(1, TWO, "States should consider common procedures."), after=2)
    other = taken(proposal(2, TWO, "States shall consider compatible procedures."), after=1)
    last = taken(proposal(3, TWO, "States may consider common procedures."), after=3)
    assert said("b", one, other).text == "States should consider compatible procedures."
    assert said("b", one, other, last).text == "States may consider common procedures."


def test_what_is_undecided_puts_an_open_provision_in_brackets() -> None:
    live = proposal(1, TWO, "States should report.")
    assert said("b", live).status is ProvisionStatus.BRACKETED
    assert said("b", taken(live, final_text="States [should] report.")).status is ProvisionStatus.BRACKETED
    closed = replace(live, decision=ProposalDecision.WITHDRAWN)
    text = draft(replace(TWO, status=ProvisionStatus.BRACKETED), replace(THREE, status=ProvisionStatus.BRACKETED))
    assert [one.status for one in apply_decisions(text, [closed])] == [ProvisionStatus.OPEN, ProvisionStatus.BRACKETED]
    agreed = draft(replace(TWO, status=ProvisionStatus.AGREED))
    assert apply_decisions(agreed, [live])[0].status is ProvisionStatus.AGREED


def test_a_deletion_marks_and_what_is_decided_after_it_brings_the_text_back() -> None:
    away = taken(proposal(1, TWO, action=DELETE))
    gone = said("b", away)
    assert (gone.status, gone.text) == (ProvisionStatus.DELETED, TWO.text)
    back = said("b", away, taken(proposal(2, TWO, "States may consider it."), after=1))
    assert (back.status, back.text) == (ProvisionStatus.OPEN, "States may consider it.")


def test_what_is_below_a_deleted_paragraph_goes_with_it_but_not_what_is_below_a_heading() -> None:
    assert said("ba", taken(proposal(1, TWO, action=DELETE))).status is ProvisionStatus.DELETED
    assert said("ba", proposal(1, TWO, action=DELETE)).status is ProvisionStatus.OPEN
    assert said("b", taken(proposal(1, HEAD, action=DELETE))).status is ProvisionStatus.OPEN
    assert said("b", taken(proposal(1, paragraph("x", "gone"), action=DELETE))).status is ProvisionStatus.OPEN


def test_a_cell_of_a_plan_is_changed_by_itself() -> None:
    row = paragraph(
        "r",
        "Set up a network",
        "1.1.1",
        kind=ProvisionKind.PLAN_ROW,
        level=3,
        cells=(("lead", "IOM"), ("target", "10")),
    )
    wishes = [taken(proposal(1, row, "UNHCR", field="lead")), taken(proposal(2, row, action=DELETE, field="target"))]
    wishes.append(taken(proposal(3, row, "2020", field="timeframe")))
    assert apply_decisions(draft(row), wishes)[0].cells == (("lead", "UNHCR"), ("timeframe", "2020"))


def test_new_provisions_follow_what_they_come_after_and_what_is_below_it() -> None:
    first = taken(proposal(1, TWO, "First.", action=INSERT), after=9)
    second = taken(proposal(2, TWO, "Second.", action=INSERT, new_label="2 quater"))
    assert applied(first, second)[2:] == [
        ("2", TWO.text),
        ("(a)", "for children;"),
        ("2 bis", "First."),
        ("2 quater", "Second."),
        ("3", THREE.text),
    ]
    assert applied(taken(proposal(3, TWO_A, "for families;", action=INSERT)))[4] == ("(a) bis", "for families;")


def test_below_a_heading_a_new_provision_is_what_stands_there() -> None:
    below = said("p1", taken(proposal(1, HEAD, "New.", action=INSERT)))
    assert (below.kind, below.label) == (ProvisionKind.PARAGRAPH, "")
    assert keys(taken(proposal(1, HEAD, "New.", action=INSERT))) == "t h p1 b ba c"
    assert keys(taken(proposal(1, None, "New.", action=INSERT))) == "t p1 h b ba c"
    alone = apply_decisions(draft(), [taken(proposal(1, None, "New.", action=INSERT))])
    assert [(one.kind, one.text) for one in alone] == [(ProvisionKind.PARAGRAPH, "New.")]


def test_what_is_to_follow_a_provision_that_is_gone_stands_at_the_end() -> None:
    assert keys(taken(proposal(1, paragraph("x", "gone"), "New.", action=INSERT))) == "t h b ba c p1"


def test_a_provision_moves_with_what_is_below_it() -> None:
    assert keys(taken(proposal(1, TWO, action=MOVE, target="c"))) == "t h c b ba"
    assert keys(taken(proposal(1, THREE, action=MOVE, target="b"))) == "t h b ba c"
    assert keys(taken(proposal(1, THREE, action=MOVE))) == "t c h b ba"
    assert said("c", taken(proposal(1, THREE, action=MOVE, new_label="1"))).label == "1"


def test_a_move_to_where_nothing_is_leaves_everything_where_it_was() -> None:
    assert moved(TEXT, "b", "x") == moved(TEXT, "x", "b") == moved(TEXT, "b", "ba") == list(TEXT)


def test_a_move_and_a_question_leave_the_words_alone() -> None:
    live = proposal(1, TWO, "Why?", action=ProposalAction.QUESTION)
    assert said("b", taken(live)) == replace(TWO, path="2")
    assert said("c", taken(proposal(1, THREE, action=MOVE))).text == THREE.text


@pytest.mark.parametrize(
    ("base", "old", "new", "text"),
    [
        ("States shall report.", "shall", "should", "States should report."),
        ("States shall not be shallow.", "shall", "will", "States will not be shallow."),
        ("Shall States report?", "shall", "will", "Will States report?"),
        ("the “host  State” pays", '"host State"', "host", "the host pays"),
        ("States shall report.", "shall ", "", "States report."),
        ("States report, yearly.", ", yearly", "", "States report."),
        ("States shall report.", "States", "", "shall report."),
        ("States report yearly", "yearly", "", "States report"),
        ("pro-active", "pro-", "", "active"),
        ("States report.", "", "every year", "States report every year."),
        ("States report.", "", ", every year", "States report, every year."),
        ("States report.", "", "They meet.", "States report. They meet."),
        ("States report", " ", "yearly", "States report yearly"),
        ("", "", "New.", "New."),
        ("States report.", "", "", "States report."),
    ],
)
def test_words_from_the_floor_are_put_in_place_of_others(base: str, old: str, new: str, text: str) -> None:
    assert substituted(base, old, new) == Substituted(text)


def test_words_that_are_not_there_or_there_twice_leave_the_text() -> None:
    none = substituted("States report.", "shall", "should")
    assert (none.text, none.found, none.clear) == ("States report.", False, False)
    several = substituted("They shall and we shall.", "shall", "should")
    assert (several.text, several.times, several.found, several.clear) == ("They shall and we shall.", 2, True, False)
    assert substituted("a b", "a", "c").clear


WORDS = st.lists(st.sampled_from(["States", "à", "[", "]", "shall", "Curaçao", ",", "—"]), min_size=1, max_size=10)


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=3), st.data())
def test_accepting_gives_the_new_texts_and_rejecting_all_gives_the_base(texts: list[str], data: st.DataObject) -> None:
    text = draft(*(paragraph(str(place), said, str(place + 1)) for place, said in enumerate(texts)))
    wishes = [proposal(place + 1, one, data.draw(WORDS.map(" ".join))) for place, one in enumerate(text.provisions)]
    rejected = [replace(one, decision=ProposalDecision.NOT_ACCEPTED) for one in wishes]
    assert [one.text for one in apply_decisions(text, rejected)] == texts
    accepted = [taken(one) for one in wishes]
    assert [one.text for one in apply_decisions(text, accepted)] == [one.new_text for one in wishes]


def test_a_provision_can_be_moved_after_what_is_there_and_does_not_belong_to_it() -> None:
    text = (
        paragraph("1", "one", "1"),
        paragraph("a", "below", "(a)", kind=ProvisionKind.SUBPARAGRAPH),
        paragraph("2", "two", "2"),
    )
    asked = [("1", "2"), ("1", ""), ("1", "a"), ("1", "gone"), ("gone", "2")]
    assert [can_move(text, *one) for one in asked] == [True, True, False, False, False]
