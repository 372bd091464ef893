"""Word files with tracked changes: rejecting all of them gives the text of the draft, accepting them what is proposed."""

import io
from dataclasses import replace

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.exchange.draft_word import read_draft
from cmc_desk.i18n import texts
from cmc_desk.reports.draft_facts import DraftPaper, printed_label
from cmc_desk.reports.draft_word import redline, two_columns
from cmc_desk.rules.applying import apply_decisions, inserted
from cmc_desk.rules.document_kinds import DocumentKind, PlanField, ProposalAction, ProposalDecision, ProvisionKind
from cmc_desk.rules.drafts import ACTIVITY, INDICATOR, DraftText, Provision
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redlines import render_draft
from tests.reports.draft_case import NAMES, VERSION, proposal
from tests.reports.reading import IMPRINT
from tests.reports.word_changes_case import decided, said

EN = texts("en")
_WORD = st.sampled_from(
    ["States", "[will]", "déjà", "señal,", "coöperate", "shall;", "“data”", "not", "Curaçao", "1990", "ليلى"]
)
TEXT = st.lists(_WORD, min_size=1, max_size=9).map(" ".join)
KIND = st.sampled_from([ProvisionKind.PARAGRAPH, ProvisionKind.PREAMBULAR, ProvisionKind.SUBPARAGRAPH])
ACTION = st.sampled_from([ProposalAction.MODIFY, ProposalAction.DELETE, ProposalAction.INSERT_AFTER, None])


def paper(provisions: list[Provision], proposals: list[Proposal]) -> DraftPaper:
    """Return the paper of a draft of these provisions."""
    text = DraftText("plan", "Draft", "Draft", DocumentKind.OTHER, version=VERSION, provisions=tuple(provisions))
    return DraftPaper("en", render_draft(text, proposals), tuple(proposals), NAMES, "America/Jamaica")


def line(one: Provision) -> str:
    """Return what a paragraph says with its number."""
    return f"{printed_label(one.label)}\t{one.text}" if one.label else one.text


@st.composite
def drafts(draw: st.DrawFn) -> tuple[list[Provision], list[Proposal], list[str]]:
    """Return paragraphs, at most one proposal on each, and what the paragraphs say once all are accepted.

    None is for what stands below a paragraph that is to be deleted: the two would be in conflict, and stay so in brackets.
    """
    provisions: list[Provision] = []
    proposals: list[Proposal] = []
    wanted: list[Provision] = []
    gone: set[str] = set()
    falls = False
    for place, (text, kind, drawn, new) in enumerate(
        draw(st.lists(st.tuples(TEXT, KIND, ACTION, TEXT), min_size=1, max_size=6))
    ):
        below = kind is ProvisionKind.SUBPARAGRAPH
        falls = falls if below else drawn is ProposalAction.DELETE
        action = None if below and falls else drawn
        label = str(place + 1) if kind is ProvisionKind.PARAGRAPH else ""
        one = Provision(f"p{place}", kind, text, label)
        provisions.append(one)
        wanted.append(replace(one, text=new) if action is ProposalAction.MODIFY else one)
        gone |= {one.key} if action is ProposalAction.DELETE else set()
        if action is None or (action is ProposalAction.MODIFY and new == text):
            continue
        new_label = f"{label} bis" if label and action is ProposalAction.INSERT_AFTER else ""
        wished = "" if action is ProposalAction.DELETE else new
        proposals.append(proposal(place + 1, one.key, wished, "LC", action=action, base=text, new_label=new_label))
    for wish in proposals:
        if wish.action is ProposalAction.INSERT_AFTER:
            # Below what stands below it, as the next version has it.
            wanted = inserted(wanted, wish)
    return provisions, proposals, [line(one) for one in wanted if one.key not in gone]


@given(drafts())
@settings(max_examples=8, deadline=None)
def test_accepting_all_gives_what_is_proposed_and_rejecting_all_the_draft(
    case: tuple[list[Provision], list[Proposal], list[str]],
) -> None:
    provisions, proposals, wanted = case
    content = redline(paper(provisions, proposals), EN, IMPRINT)
    assert said(decided(content, "reject")) == [line(one) for one in provisions]
    assert said(decided(content, "accept")) == wanted
    read = read_draft(content)
    assert [one.text for one in read.provisions] == [one.text for one in provisions]
    assert [(one.label, one.text) for one in read.accepted] == [
        (words.partition("\t")[0].rstrip("."), words.partition("\t")[2]) if "\t" in words else ("", words)
        for words in wanted
    ]


@given(TEXT, TEXT, TEXT)
@settings(max_examples=8, deadline=None)
def test_a_wish_for_what_falls_with_its_paragraph_stays_in_brackets_beside_the_deletion(
    text: str, below: str, new: str
) -> None:
    new = f"{new} anew"
    provisions = [
        Provision("p0", ProvisionKind.PARAGRAPH, text, "1"),
        Provision("p1", ProvisionKind.SUBPARAGRAPH, below, ""),
    ]
    proposals = [
        proposal(1, "p0", "", "LC", action=ProposalAction.DELETE, base=text),
        proposal(2, "p1", new, "LC", action=ProposalAction.MODIFY, base=below),
    ]
    content = redline(paper(provisions, proposals), EN, IMPRINT)
    assert said(decided(content, "reject")) == [line(one) for one in provisions]
    accepted = said(decided(content, "accept"))
    assert any(words.startswith("[1.") for words in accepted)
    assert any(new in words and words.endswith("]") for words in accepted)


@given(st.lists(TEXT, min_size=1, max_size=3), st.data())
@settings(max_examples=8, deadline=None)
def test_whatever_is_proposed_for_the_rows_of_a_plan_rejecting_all_gives_the_rows(
    rows: list[str], data: st.DataObject
) -> None:
    provisions = [
        Provision(
            f"p{place}", ProvisionKind.PLAN_ROW, text, f"1.{place}", ACTIVITY, cells=((PlanField.LEAD.value, "IOM"),)
        )
        for place, text in enumerate(rows)
    ]
    wishes = data.draw(st.lists(st.tuples(st.integers(0, len(rows) - 1), ACTION, TEXT, st.booleans()), max_size=5))
    proposals = [
        proposal(
            number + 1,
            f"p{place}",
            "" if action is ProposalAction.DELETE else new,
            "TT",
            action=action,
            field=PlanField.LEAD.value if of_lead and action is ProposalAction.MODIFY else "",
        )
        for number, (place, action, new, of_lead) in enumerate(wishes)
        if action is not None
    ]
    content = redline(paper(provisions, proposals), EN, IMPRINT)
    assert said(decided(content, "reject")) == [f"{one.label}|{one.text}|IOM" for one in provisions]


def test_a_row_that_is_deleted_and_one_that_is_put_in_go_and_come_as_rows() -> None:
    provisions = [
        Provision(
            f"p{place}", ProvisionKind.PLAN_ROW, text, f"1.{place}", ACTIVITY, cells=((PlanField.LEAD.value, "IOM"),)
        )
        for place, text in enumerate(("Train officials.", "Share data.", "Meet."))
    ]
    proposals = [
        proposal(1, "p0", "", "CU", action=ProposalAction.DELETE),
        proposal(
            2,
            "p1",
            "Publish data.",
            "JM",
            action=ProposalAction.INSERT_AFTER,
            new_label="1.1 bis",
            new_cells=((PlanField.LEAD.value, "UNHCR"),),
        ),
        proposal(3, "p2", "UNHCR", "JM", field=PlanField.LEAD.value),
    ]
    content = redline(paper(provisions, proposals), EN, IMPRINT)
    assert said(decided(content, "accept")) == ["1.1|Share data.|IOM", "1.1 bis|Publish data.|UNHCR", "1.2|Meet.|UNHCR"]


def test_a_row_that_is_to_be_elsewhere_and_a_new_indicator_keep_their_cells() -> None:
    lead, target = PlanField.LEAD.value, PlanField.TARGET.value
    provisions = [
        Provision(f"p{place}", ProvisionKind.PLAN_ROW, text, f"1.{place}", ACTIVITY, cells=((lead, "IOM"),))
        for place, text in enumerate(("Train officials.", "Share data."))
    ]
    new = {"action": ProposalAction.INSERT_AFTER, "new_cells": ((target, "9"),)}
    proposals = [
        proposal(1, "p0", "", "CU", action=ProposalAction.MOVE, target="p1"),
        proposal(2, "p1", "Courses", "JM", **new),
        proposal(3, "p1", "Judges", "JM", new_label="1.4", **(new | {"new_cells": ((lead, "JM"), (target, "3"))})),
    ]
    case = paper([*provisions, Provision("i", ProvisionKind.PLAN_ROW, "Years", "", INDICATOR)], proposals)
    read = read_draft(redline(case, EN, IMPRINT))
    assert [(one.level, one.text, dict(one.cells)) for one in read.accepted] == [
        (ACTIVITY, "Share data.", {lead: "IOM"}),
        (INDICATOR, "Courses", {target: "9"}),
        (INDICATOR, "Years", {}),
        (ACTIVITY, "Judges", {target: "3", lead: "JM"}),
        (ACTIVITY, "Train officials.", {lead: "IOM"}),
    ]
    taken = [replace(one, decision=ProposalDecision.ACCEPTED, decided_at=one.received_at) for one in proposals]
    assert [one.text for one in apply_decisions(case.text, taken)] == [one.text for one in read.accepted]
    assert [one.text for one in read.provisions] == ["Train officials.", "Share data.", "Years"]
    with_changes = two_columns(case, EN, IMPRINT)
    assert "Courses\nTarget: 9" in "\n".join(
        cell.text for row in Document(io.BytesIO(with_changes)).tables[0].rows for cell in row.cells
    )


def test_a_paragraph_that_is_to_be_elsewhere_goes_there_when_the_change_is_accepted() -> None:
    provisions = [Provision(f"p{place}", ProvisionKind.PARAGRAPH, f"Text {place}.", str(place)) for place in (1, 2, 3)]
    wish = proposal(1, "p1", "", "CU", action=ProposalAction.MOVE, target="p2")
    content = redline(paper(provisions, [wish]), EN, IMPRINT)
    assert said(decided(content, "reject")) == ["1.\tText 1.", "2.\tText 2.", "3.\tText 3."]
    assert said(decided(content, "accept")) == ["2.\tText 2.", "1.\tText 1.", "3.\tText 3."]
    to_the_top = replace(wish, key="k2", provision="p3", target="")
    xml = Document(io.BytesIO(content)).element.body.xml
    assert [xml.count(f"<w:move{name} ") for name in ("From", "To", "FromRangeStart", "ToRangeStart")] == [2, 2, 1, 1]
    read = read_draft(content)
    assert [one.label for one in read.accepted] == ["2", "1", "3"]
    assert [(one.action, one.ours) for one in read.tracked] == [(ProposalAction.MOVE, True)]
    nowhere = redline(paper(provisions, [replace(wish, target="gone")]), EN, IMPRINT)
    assert said(decided(nowhere, "accept")) == ["1.\tText 1.", "2.\tText 2.", "3.\tText 3."]
    content = redline(paper(provisions, [to_the_top]), EN, IMPRINT)
    assert said(decided(content, "accept")) == ["3.\tText 3.", "1.\tText 1.", "2.\tText 2."]


def test_line_breaks_of_a_paragraph_come_and_go_with_the_change() -> None:
    provisions = [Provision("p1", ProvisionKind.PARAGRAPH, "One\ntwo\nthree.", "1")]
    content = redline(paper(provisions, [proposal(1, "p1", "One\nthree\n\nfour.", "CU")]), EN, IMPRINT)
    assert said(decided(content, "reject")) == ["1.\tOne\ntwo\nthree."]
    assert said(decided(content, "accept")) == ["1.\tOne\nthree\n\nfour."]


def test_what_excludes_one_another_stands_in_brackets_and_what_does_not_is_woven_together() -> None:
    base = "States will share data and meet once every year."
    provisions = [Provision("p1", ProvisionKind.PARAGRAPH, base, "1")]
    first = proposal(1, "p1", "States shall share data and meet once every year.", "CU", base=base)
    second = proposal(2, "p1", "States will share data and meet twice every year.", "JM", base=base)
    other = proposal(3, "p1", "States may exchange data and meet once every year.", "TT", base=base)
    both = redline(paper(provisions, [first, second]), EN, IMPRINT)
    assert said(decided(both, "accept")) == ["1.\tStates shall share data and meet twice every year."]
    against = redline(paper(provisions, [first, other]), EN, IMPRINT)
    assert said(decided(against, "accept")) == [
        "[1.\tStates shall share data and meet once every year.]",
        "[1 bis.\tStates may exchange data and meet once every year.]",
    ]
    assert said(decided(against, "reject")) == ["1.\tStates will share data and meet once every year."]


_PLAIN = st.lists(st.sampled_from(["States", "will", "déjà", "not"]), min_size=1, max_size=5).map(" ".join)
_KINDS = st.sampled_from([ProvisionKind.PARAGRAPH, ProvisionKind.PLAN_ROW])
_DECISION = st.sampled_from([ProposalDecision.OPEN, ProposalDecision.BRACKETED, ProposalDecision.REFERRED])


@given(_PLAIN, st.lists(st.tuples(st.none() | _PLAIN, _DECISION), min_size=1, max_size=4), _KINDS)
@settings(max_examples=8, deadline=None)
def test_whatever_stands_against_each_other_no_brackets_are_left_around_nothing(
    base: str, wishes: list[tuple[str | None, ProposalDecision]], kind: ProvisionKind
) -> None:
    of_row = kind is ProvisionKind.PLAN_ROW
    one = Provision("p1", kind, base, "1", ACTIVITY if of_row else 1, cells=((PlanField.LEAD.value, base),) * of_row)
    proposals = [
        proposal(
            number,
            "p1",
            new or "",
            "CU",
            action=ProposalAction.MODIFY if new or of_row else ProposalAction.DELETE,
            base=base,
            field=PlanField.LEAD.value if of_row else "",
            decision=decision,
        )
        for number, (new, decision) in enumerate(wishes, 1)
        if new != base
    ]
    content = redline(paper([one], proposals), EN, IMPRINT)
    accepted, rejected = (said(decided(content, act)) for act in ("accept", "reject"))
    assert not [words for words in accepted if "[]" in "".join(words.split()) or "[1.]" in "".join(words.split())]
    assert rejected == [f"1|{base}|{base}" if of_row else f"1.\t{base}"]


def test_the_number_of_the_text_that_stands_first_is_its_own() -> None:
    rivals = [
        proposal(1, "p1", "", "CU", action=ProposalAction.DELETE, base="States will."),
        proposal(2, "p1", "States shall.", "JM", base="States will."),
    ]
    content = redline(paper([Provision("p1", ProvisionKind.PARAGRAPH, "States will.", "1")], rivals), EN, IMPRINT)
    assert said(decided(content, "accept")) == ["[1 bis.\tStates shall.]", "[1.\tDelete this text.]"]
    assert said(decided(content, "reject")) == ["1.\tStates will."]


def test_what_is_new_or_moved_stands_behind_what_is_below_as_the_next_version_has_it() -> None:
    sub = ProvisionKind.SUBPARAGRAPH
    provisions = [
        Provision("p1", ProvisionKind.PARAGRAPH, "States will:", "1"),
        Provision("a", sub, "meet;", "(a)"),
        Provision("b", sub, "report.", "(b)"),
        Provision("p2", ProvisionKind.PARAGRAPH, "So be it.", "2"),
        Provision("p3", ProvisionKind.PARAGRAPH, "Amen.", "3"),
    ]
    proposals = [
        proposal(1, "p1", "They pay.", "CU", action=ProposalAction.INSERT_AFTER, new_label="1 bis"),
        proposal(2, "b", "and sing.", "JM", action=ProposalAction.INSERT_AFTER, new_label="(c)"),
        proposal(3, "p1", "", "HT", action=ProposalAction.MOVE, target="p2"),
    ]
    for wishes in (proposals[:2], proposals[2:]):
        case = paper(provisions, wishes)
        content = redline(case, EN, IMPRINT)
        taken = [replace(one, decision=ProposalDecision.ACCEPTED, decided_at=one.received_at) for one in wishes]
        assert said(decided(content, "accept")) == [line(one) for one in apply_decisions(case.text, taken)]
        assert said(decided(content, "reject")) == [line(one) for one in provisions]
