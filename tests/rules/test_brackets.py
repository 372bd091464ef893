"""Square brackets come in pairs, and the meter counts what is left of them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.brackets import Pair, brackets, is_agreed_on, meter, pairs_in, without_outer
from cmc_desk.rules.document_kinds import ProposalAction, ProposalDecision, ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import ACTIVITY, INDICATOR, Provision
from cmc_desk.rules.redline import Meter
from cmc_desk.rules.redlines import render_draft
from tests.rules.drafted import draft, paragraph, proposal, taken


def test_pairs_stand_in_each_other() -> None:
    assert brackets("a [b [c] d] [e]").pairs == (Pair(2, 10), Pair(5, 7, 2), Pair(12, 14))
    assert pairs_in("[a]", "none", "[b] [c]") == 3


def test_one_without_its_other_half_is_told_and_counts() -> None:
    told = brackets("] a [b] [c")
    assert (told.unopened, told.unclosed) == ((0,), (8,))
    assert pairs_in("] a [b] [c") == 3


def test_brackets_around_all_of_a_text_can_be_taken_away() -> None:
    assert without_outer(" [The States [agree]] ") == "The States [agree]"
    assert without_outer("[a] and [b]") == "[a] and [b]"
    assert without_outer("none") == "none"


@given(st.text(st.sampled_from("[]a "), max_size=30))
def test_every_bracket_is_half_of_a_pair_or_told(text: str) -> None:
    found = brackets(text)
    assert 2 * len(found.pairs) + len(found.unclosed) + len(found.unopened) == text.count("[") + text.count("]")
    assert all(text[pair.begin] + text[pair.end] == "[]" for pair in found.pairs)
    assert (pairs_in(text) == 0) == ("[" not in text and "]" not in text)


def test_the_meter_counts_what_can_be_agreed_on() -> None:
    status = ProvisionStatus
    agreed = [
        paragraph(str(place), "yes", status=one) for place, one in enumerate([status.AGREED, status.AD_REFERENDUM])
    ]
    text = draft(
        paragraph("h", "A [name]", kind=ProvisionKind.HEADING),
        *agreed,
        paragraph("b", "States [shall] agree."),
        paragraph("c", "States agree.", status=status.BRACKETED),
        paragraph("o", "States meet."),
        paragraph("d", "Later.", status=status.DEFERRED),
        paragraph("g", "[gone]", status=status.DELETED),
        paragraph("w", "Was here."),
    )
    beginning = proposal(1, None, "First.", action=ProposalAction.INSERT_AFTER)
    away = taken(proposal(2, text.provision("w"), action=ProposalAction.DELETE))
    live = proposal(3, text.provision("o"), "States shall meet.")
    asked = proposal(4, text.provision("d"), "Why?", action=ProposalAction.QUESTION)
    all_of_them = [beginning, away, live, asked]
    counted = Meter(agreed=1, ad_referendum=1, bracketed=3, open=1, deferred=1, brackets=4)
    assert meter(text, all_of_them) == render_draft(text, all_of_them).meter == counted
    assert counted.whole == 6
    closed = replace(live, decision=ProposalDecision.NOT_ACCEPTED)
    assert meter(text, [closed]) == Meter(agreed=1, ad_referendum=1, bracketed=2, open=3, deferred=1, brackets=2)


def test_an_indicator_is_agreed_on_with_its_activity_and_a_heading_with_what_it_heads() -> None:
    levels = (ProvisionKind.PLAN_ROW, ACTIVITY), (ProvisionKind.PLAN_ROW, INDICATOR), (ProvisionKind.HEADING, 1)
    rows = [Provision(str(number), kind, "A", level=level) for number, (kind, level) in enumerate(levels)]
    assert [is_agreed_on(one) for one in rows] == [True, False, False]
    assert is_agreed_on(Provision("p", ProvisionKind.PARAGRAPH, "A", level=INDICATOR))
