"""The text of drafts: founded, brought, edited, circulated, and made anew from what was decided."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import draft_texts, draft_versions, meters, rendered_draft
from cmc_desk.rules.document_kinds import DocumentKind, ProposalDecision, ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.rules.refusal import Refusal
from tests.desk.drafted import KEY, PLAN, TEXT, bring, propose, provision, text
from tests.meetings import clock_of


def test_a_draft_is_founded_and_its_text_brought_in_order(desk: Desk) -> None:
    bring(desk)
    found = text(desk)
    assert (found.kind, found.language, found.short_title) == (DocumentKind.DECLARATION, "en", KEY)
    assert found.version is not None
    assert (found.version.number, found.version.label) == (1, "Draft 1")
    assert [(one.path, one.text) for one in found.provisions] == [
        ("I", "Foundations"),
        ("1", "States shall exchange information every year."),
        ("2", "Returns take place in safety and dignity."),
        ("2(a)", "children who travel alone;"),
        ("3", "The [plenary] meets once a year."),
    ]
    desk.undo()
    assert text(desk).version is None
    desk.undo()
    assert desk.read(draft_texts) == ()


def test_a_draft_without_a_key_is_known_by_its_title(desk: Desk) -> None:
    key = desk.do(draft_acts.found_draft, title="Rules of the Sample", symbol="CMC/1")
    assert key == "rules-of-the-sample"
    assert desk.do(draft_acts.found_draft, title="Rules of the Sample") == "rules-of-the-sample-2"
    desk.do(draft_acts.found_draft, key=key, title="Rules", kind=DocumentKind.MODALITIES, language="fr")
    found = text(desk, key=key)
    assert (found.title, found.kind, found.symbol, found.language) == ("Rules", DocumentKind.MODALITIES, "", "fr")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "T", "language": "de"}, "language"),
        ({"title": "T", "symbol": "x" * 61}, "symbol"),
        ({"title": "T", "key": "No Key"}, "key"),
    ],
)
def test_what_is_wrong_with_a_draft_is_told_beside_its_field(desk: Desk, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        desk.do(draft_acts.found_draft, **wrong)
    assert refused.value.field == field


def test_a_new_text_keeps_the_provisions_that_it_replaces_and_what_was_agreed_on_them(desk: Desk) -> None:
    bring(desk)
    one, two = provision(desk, "1"), provision(desk, "2")
    for each in (one, two):
        desk.do(draft_acts.set_provision_status, provision=each.key, status=ProvisionStatus.AGREED)
    desk.do(
        draft_acts.bring_text,
        draft=KEY,
        label="Draft 1 rev. 1",
        provisions=(
            ReadProvision(ProvisionKind.PARAGRAPH, one.text, "1", replaces=one.key),
            ReadProvision(ProvisionKind.PARAGRAPH, "Returns take place in safety.", "2", replaces=two.key),
            ReadProvision(ProvisionKind.PARAGRAPH, "New.", "3"),
        ),
    )
    assert [
        (each.key == known, each.status)
        for each, known in zip(text(desk).provisions, (one.key, two.key, ""), strict=True)
    ] == [
        (True, ProvisionStatus.AGREED),
        (True, ProvisionStatus.OPEN),
        (False, ProvisionStatus.OPEN),
    ]
    assert [each.label for each in desk.read(draft_versions, draft=KEY)] == ["Draft 1", "Draft 1 rev. 1"]
    assert len(text(desk, version=1).provisions) == len(TEXT)


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        (ReadProvision(ProvisionKind.PARAGRAPH, "  "),),
        (ReadProvision(ProvisionKind.PARAGRAPH, "A", replaces="nothing"),),
        (ReadProvision(ProvisionKind.PARAGRAPH, "A", level=0),),
        (ReadProvision(ProvisionKind.PARAGRAPH, "A", label="x" * 41),),
        (ReadProvision(ProvisionKind.PARAGRAPH, "A", cells=(("lead", "JM"),)),),
        (ReadProvision(ProvisionKind.PLAN_ROW, "A", cells=(("colour", "red"),)),),
    ],
)
def test_what_is_no_text_is_not_brought(desk: Desk, wrong: tuple[ReadProvision, ...]) -> None:
    bring(desk)
    with pytest.raises(Refusal):
        desk.do(draft_acts.bring_text, draft=KEY, provisions=wrong)
    assert len(desk.read(draft_versions, draft=KEY)) == 1


def test_two_provisions_are_not_the_new_text_of_one(desk: Desk) -> None:
    bring(desk)
    twice = ReadProvision(ProvisionKind.PARAGRAPH, "A", replaces=provision(desk, "1").key)
    with pytest.raises(Refusal, match="Two provisions"):
        desk.do(draft_acts.bring_text, draft=KEY, provisions=(twice, twice))


def test_the_secretariat_edits_a_version_that_nobody_has_yet(desk: Desk) -> None:
    bring(desk)
    before = text(desk).provisions
    one = provision(desk, "1").key
    desk.do(draft_acts.edit_provision, provision=one, text="States exchange data.", label="1.")
    new = desk.do(draft_acts.add_provision, draft=KEY, text="First.", label="0")
    desk.do(draft_acts.move_provision, provision=new, after=one)
    desk.do(draft_acts.remove_provision, provision=provision(desk, "3").key)
    assert [each.text for each in text(desk).provisions] == [
        "Foundations",
        "States exchange data.",
        "First.",
        "Returns take place in safety and dignity.",
        "children who travel alone;",
    ]
    desk.do(draft_acts.renumber_provisions, draft=KEY)
    assert [each.label for each in text(desk).provisions] == ["I", "1.", "2.", "3.", "(a)"]
    for _act in range(5):
        desk.undo()
    assert text(desk).provisions == before


def test_a_row_of_a_plan_is_edited_with_its_cells(desk: Desk) -> None:
    bring(desk, PLAN, key="plan")
    row = provision(desk, "1", key="plan")
    assert (row.said("lead"), row.said("timeframe")) == ("JM", "2020")
    desk.do(draft_acts.edit_provision, provision=row.key, text=row.text, cells={"lead": "HT", "timeframe": " "})
    assert provision(desk, "1", key="plan").cells == (("lead", "HT"),)
    desk.undo()
    assert provision(desk, "1", key="plan") == row
    heading = text(desk, key="plan").provisions[0].key
    with pytest.raises(Refusal, match="Only a row"):
        desk.do(draft_acts.edit_provision, provision=heading, text="Data", cells={"lead": "JM"})


def test_what_is_wrong_with_a_provision_is_refused(desk: Desk) -> None:
    bring(desk)
    one = provision(desk, "1").key
    acts: tuple[tuple[Callable[..., Any], dict[str, Any]], ...] = (
        (draft_acts.edit_provision, {"provision": one, "text": " "}),
        (draft_acts.edit_provision, {"provision": one, "text": "A", "level": 0}),
        (draft_acts.edit_provision, {"provision": "nowhere", "text": "A"}),
        (draft_acts.add_provision, {"draft": KEY, "text": "A", "after": "nowhere"}),
        (draft_acts.add_provision, {"draft": "nothing", "text": "A"}),
        (draft_acts.move_provision, {"provision": one, "after": one}),
        (draft_acts.renumber_provisions, {"draft": KEY}),
    )
    for act, told in acts:
        with pytest.raises(Refusal):
            desk.do(act, **told)


def test_what_was_circulated_stays_as_the_delegations_have_it(desk: Desk) -> None:
    bring(desk)
    desk.do(draft_acts.circulate_version, draft=KEY, comments_until=date(2019, 12, 6))
    version = text(desk).version
    assert version is not None
    assert (version.circulated_at, version.comments_until) == (desk.clock.now(), date(2019, 12, 6))
    one = provision(desk, "1").key
    acts: tuple[tuple[Callable[..., Any], dict[str, Any]], ...] = (
        (draft_acts.edit_provision, {"provision": one, "text": "A"}),
        (draft_acts.add_provision, {"draft": KEY, "text": "A"}),
        (draft_acts.remove_provision, {"provision": one}),
        (draft_acts.move_provision, {"provision": one}),
        (draft_acts.circulate_version, {"draft": KEY}),
    )
    for act, told in acts:
        with pytest.raises(Refusal, match="circulated"):
            desk.do(act, **told)
    desk.undo()
    with pytest.raises(Refusal, match="past"):
        desk.do(draft_acts.circulate_version, draft=KEY, comments_until=date(2019, 12, 4))


def test_a_provision_is_agreed_once_nothing_is_left_on_it(desk: Desk) -> None:
    bring(desk)
    bracketed, free = provision(desk, "3").key, provision(desk, "1").key
    with pytest.raises(Refusal, match="brackets"):
        desk.do(draft_acts.set_provision_status, provision=bracketed, status=ProvisionStatus.AD_REFERENDUM)
    key = propose(desk, "1", "States should exchange information every year.")
    with pytest.raises(Refusal, match="P-001 is still"):
        desk.do(draft_acts.set_provision_status, provision=free, status=ProvisionStatus.AGREED)
    desk.do(proposals.decide, proposal=key, decision=ProposalDecision.ACCEPTED)
    desk.do(draft_acts.set_provision_status, provision=free, status=ProvisionStatus.AGREED)
    ((_key, meter),) = desk.read(meters)
    assert (meter.agreed, meter.bracketed, meter.open, meter.brackets) == (1, 1, 2, 1)
    settled = propose(desk, "3", "The plenary meets once a year.")
    desk.do(proposals.decide, proposal=settled, decision=ProposalDecision.ACCEPTED)
    desk.do(draft_acts.set_provision_status, provision=bracketed, status=ProvisionStatus.AGREED)
    with pytest.raises(Refusal, match="agreed on this text"):
        desk.do(draft_acts.edit_provision, provision=free, text="Something else.")
    with pytest.raises(Refusal, match="agreed on this text"):
        desk.do(draft_acts.remove_provision, provision=free)


def test_something_that_was_proposed_for_is_not_removed(desk: Desk) -> None:
    bring(desk)
    propose(desk, "1", "States should exchange information every year.")
    with pytest.raises(Refusal, match="P-001"):
        desk.do(draft_acts.remove_provision, provision=provision(desk, "1").key)


def test_the_next_version_says_what_was_decided_and_shows_what_was_there(desk: Desk) -> None:
    bring(desk)
    with pytest.raises(Refusal, match="Nothing was decided"):
        desk.do(draft_acts.next_version, draft=KEY)
    taken = propose(desk, "1", "States should exchange information every year.")
    left = propose(desk, "2", "Returns take place in dignity.")
    desk.do(proposals.decide, proposal=taken, decision=ProposalDecision.ACCEPTED)
    clock_of(desk).advance(minutes=1)
    desk.do(draft_acts.next_version, draft=KEY)
    assert provision(desk, "1").text == "States should exchange information every year."
    assert provision(desk, "1", version=1).text == "States shall exchange information every year."
    assert provision(desk, "2").status is ProvisionStatus.BRACKETED
    shown = desk.read(rendered_draft, draft=KEY)
    assert (shown.base, len(shown.provisions)) == (1, len(TEXT))
    (first,) = (one for one in shown.provisions if one.provision.label == "1")
    assert [(run.kept.value, run.text, run.proposal) for run in first.runs if run.kept.value != "same"] == [
        ("removed", "shall", taken),
        ("added", "should", taken),
    ]
    (second,) = (one for one in shown.provisions if one.provision.label == "2")
    assert [one.proposals for one in second.alternatives][-1] == (left,)
    assert desk.read(proposals.proposal, key=taken).applied_in == 2
    desk.undo()
    assert desk.read(proposals.proposal, key=taken).applied_in == 0
    assert len(desk.read(draft_versions, draft=KEY)) == 1


def test_there_is_no_draft_or_version_that_nobody_made(desk: Desk) -> None:
    with pytest.raises(Refusal, match="no such draft"):
        text(desk)
    desk.do(draft_acts.found_draft, key=KEY, title="T")
    with pytest.raises(Refusal, match="no text yet"):
        desk.do(draft_acts.next_version, draft=KEY)
    bring(desk)
    with pytest.raises(Refusal, match="no version 2"):
        text(desk, version=2)
