"""What is to be seen to before the report goes out, as the desk finds it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk import recommendations, report
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.outcome_paper import gather_report
from cmc_desk.desk.preflight import preflight
from cmc_desk.desk.proposal_parties import add_party, respond
from cmc_desk.rules.document_kinds import PartyRole, ProposalAction
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.notes import Written
from cmc_desk.rules.papers import Ask, Naming
from cmc_desk.rules.preflight import Check, Finding, Severity
from tests.desk.drafted import KEY as DRAFT
from tests.desk.drafted import bring, propose
from tests.desk.note_hands import file
from tests.desk.note_hands import said as spoken
from tests.desk.report_hands import said, tree
from tests.meetings import ANAIS, ANDRE, KEISHA, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path, people=(KEISHA, ANDRE, ANAIS))
    yield opened
    opened.close()


def checks(desk: Desk) -> dict[Check, Finding]:
    return {one.check: one for one in desk.read(preflight)}


def test_recommendations_of_the_notes_that_nobody_put_into_the_list_are_told(desk: Desk) -> None:
    entry = file(desk, Written("That the group meets once a year.", kind=EntryKind.RECOMMENDATION))
    told = checks(desk)[Check.NOTED]
    assert (told.severity, told.count, told.where[0].key) == (Severity.WARNS, 1, entry)
    desk.do(recommendations.put_recommendation, verb="recommends", texts={"en": "That."}, entry=entry)
    assert checks(desk)[Check.NOTED].severity is Severity.GOOD


def write(desk: Desk, block: str, text: str, *, attributed: bool = False) -> None:
    desk.do(report.write_block, block=block, language="en", attributed=attributed, text=text)


def named(desk: Desk) -> list[str]:
    return [one.key for one in checks(desk)[Check.NAMES].where]


def test_a_name_is_found_wherever_a_text_without_names_says_it_and_goes_wherever_it_was_written_over(
    desk: Desk,
) -> None:
    desk.do(report.set_report, attributed=False)
    file(desk, spoken("Haiti objected, and the meeting agreed to a vote.", kind=EntryKind.DECISION))
    file(desk, spoken("Haiti asked that the agenda be changed.", kind=EntryKind.DECISION), item="opening")
    opening, at = (
        next(
            block.key for block in tree(desk).shown if block.key.startswith(part) and not block.key.endswith("sentence")
        )
        for part in ("organisation/agenda/", "proceedings/discussion/conclusions/")
    )
    assert named(desk) == ["summary/outcomes/list", "outcomes/agreed/table", opening, at]
    write(desk, at, "After an objection the *meeting* agreed to a vote.")
    write(desk, opening, "It was asked that the agenda be changed.")
    assert named(desk) == []
    assert said(tree(desk), "summary/outcomes/list") == "After an objection the meeting agreed to a vote."
    assert "After an objection the meeting agreed to a vote." in said(tree(desk), "outcomes/agreed/table")


def test_another_text_of_the_report_is_looked_over_as_it_is_asked_for_and_its_paper_says_what_blocks_it(
    desk: Desk,
) -> None:
    file(desk, spoken("Haiti objected, and the meeting agreed to a vote.", kind=EntryKind.DECISION))
    other = {one.check: one for one in desk.read(preflight, language="fr", attributed=False)}
    assert (Check.NAMES in checks(desk), other[Check.NAMES].severity) == (False, Severity.BLOCKS)
    own, unnamed = (
        desk.read(gather_report, ask=Ask(language=language, naming=naming)).blocking
        for language, naming in (("en", Naming.ATTRIBUTED), ("fr", Naming.NOT_ATTRIBUTED))
    )
    assert unnamed == own + 1


def test_what_names_by_design_is_no_finding_until_somebody_puts_in_another_name(desk: Desk) -> None:
    desk.do(report.set_report, attributed=False)
    assert named(desk) == []
    convening = "organisation/convening/sentence"
    assert "Jamaica" in said(tree(desk), convening)
    write(desk, convening, "The Government of Jamaica invited to it.")
    assert named(desk) == []
    write(desk, convening, "The Government of Jamaica invited to it, and Haiti objected.")
    write(desk, "organisation/methods/plenary", "Haiti took the floor; Jamaica disagreed.")
    told = checks(desk)[Check.NAMES]
    assert (named(desk), told.count) == ([convening, "organisation/methods/plenary"], 3)


def test_who_is_named_in_what_was_said_of_a_proposal_is_left_out_of_a_text_that_names_nobody(desk: Desk) -> None:
    bring(desk)
    text = propose(desk, "2", "Returns to Haiti take place in safety.", rationale="Jamaica cannot accept “dignity”.")
    desk.do(respond, proposal=text, agency="IOM", text="The wish of Jamaica is noted, says IOM.")
    propose(desk, "1", "", action=ProposalAction.QUESTION, rationale="Jamaica asks Haiti what it means.")
    desk.do(
        add_party,
        proposal=text,
        delegation="JM",
        role=PartyRole.RESERVATION,
        words="Jamaica reserves its position, as Haiti does.",
    )
    for attributed in (False, True):
        found = tree(desk, attributed=attributed)
        pending = said(found, f"documents/{DRAFT}/pending/table")
        matrix = said(found, f"annex-matrix/{DRAFT}/table")
        who = ("Jamaica", "Haiti") if attributed else ("[…]", "[…]")
        assert f"{who[0]} asks {who[1]} what it means." in pending
        assert f"{who[0]} asks {who[1]} what it means." in matrix
        assert f"{who[0]} cannot accept “dignity”." in matrix
        assert f"The wish of {who[0]} is noted, says IOM." in matrix
        assert "Returns to Haiti take place in safety." in matrix
        reserved = said(found, f"documents/{DRAFT}/reservations/{text}/JM")
        assert f"Jamaica reserves its position, as {who[1]} does." in reserved


def test_an_absent_delegation_that_somebody_lets_speak_by_hand_is_told(desk: Desk) -> None:
    plenary = "organisation/methods/plenary"
    write(desk, plenary, "Haiti took the floor and asked for a vote.", attributed=True)
    assert checks(desk)[Check.ABSENT].severity is Severity.GOOD
    write(desk, plenary, "Aruba took the floor and asked for a vote.", attributed=True)
    told = checks(desk)[Check.ABSENT]
    assert (told.severity, told.said) == (Severity.WARNS, "0 of 1, not Aruba")
    assert [(one.page, one.key) for one in told.where] == [("papers", plenary)]
