"""A matrix of comments goes out, is filled in, and comes back: what is new, what changed, and what cannot be, all or nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_acts import adopt_draft, next_version
from cmc_desk.desk.matrix_import import import_matrix, matrix_dry_run, matrix_preview, read_matrix_file, refuse_problems
from cmc_desk.desk.proposals import add_party, decide, edit_proposal, proposal, proposals
from cmc_desk.desk.trying import Trial
from cmc_desk.rules.document_kinds import Channel, PartyRole, ProposalAction, ProposalDecision, ProposalType
from cmc_desk.rules.matrix_rows import MatrixPreview
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.refusal import Refusal
from tests.desk.plan_hands import Cells, copied, filled_in, once, with_proposals, workbook

ROWS = list[Cells]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory.mktemp("matrix"), with_proposals, "comments-matrix")


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = copied(made, tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def book(desk: Desk, tmp_path: Path) -> Path:
    return tmp_path / "comments-matrix.xlsx"


def sent(desk: Desk, path: Path) -> MatrixPreview:
    return desk.read(matrix_preview, file=read_matrix_file(path))


def taken(desk: Desk, preview: MatrixPreview) -> None:
    refuse_problems(preview)
    desk.do(import_matrix, new=preview.new, changes=preview.changes, source=preview.source)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_matrix_that_nobody_touched_changes_nothing(desk: Desk, tmp_path: Path, language: str) -> None:
    preview = sent(desk, workbook(desk, tmp_path, "comments-matrix", language=language))
    assert (preview.new, preview.changes, preview.told, preview.problems) == ((), (), (), ())
    assert preview.unchanged == 2
    with pytest.raises(Refusal, match="Nothing in the file differs"):
        taken(desk, preview)


def test_what_was_written_anew_is_taken_over_in_one_act_that_can_be_taken_back(desk: Desk, book: Path) -> None:
    def change(rows: ROWS) -> ROWS:
        rows[0] |= {
            "Proposed text": "States share their procedures.\nThey do so every year.",
            "Type": "Editorial",
            "Supported by": "Haiti; UNHCR",
            "Delegations": "Jamaica",
            "Reservations": "Aruba: asks its capital",
            "Response of IOM": "Noted.",
            "Response of UNHCR": "Agreed.",
        }
        rows[1] |= {"Status": "Accepted as modified", "Final text": "2022"}
        return rows

    preview = sent(desk, filled_in(book, "Plan", change))
    assert preview.problems == ()
    assert [change.name for change in preview.changes] == ["P-001", "P-002"]
    before = desk.read(proposals)
    taken(desk, preview)
    first, second = desk.read(proposals)
    assert first.new_text == "States share their procedures.\nThey do so every year."
    assert first.kind is ProposalType.EDITORIAL
    assert [(one.delegation, one.role, one.words) for one in first.parties] == [
        ("HT", PartyRole.SUPPORTER, ""),
        ("JM", PartyRole.PROPOSER, ""),
        ("UNHCR", PartyRole.SUPPORTER, ""),
        ("AW", PartyRole.RESERVATION, "asks its capital"),
    ]
    assert {(one.agency, one.text) for one in first.responses} == {("IOM", "Noted."), ("UNHCR", "Agreed.")}
    assert (second.decision, second.final_text) == (ProposalDecision.MODIFIED, "2022")
    desk.undo()
    assert desk.read(proposals) == before


def test_a_decision_can_be_taken_back_in_a_file_and_a_delegation_can_say_nothing_any_more(
    desk: Desk, tmp_path: Path
) -> None:
    key = desk.read(proposal, key="P-001").key
    desk.do(decide, proposal=key, decision=ProposalDecision.NOTED)
    desk.do(add_party, proposal=key, delegation="UNHCR", role=PartyRole.RESERVATION, words="later")

    def change(rows: ROWS) -> ROWS:
        rows[0] |= {"Status": "Open", "Supported by": None, "Reservations": "UNHCR: soon"}
        return rows

    taken(desk, sent(desk, filled_in(workbook(desk, tmp_path, "comments-matrix"), "Plan", change)))
    now = desk.read(proposal, key=key)
    assert now.decision is ProposalDecision.OPEN
    assert [(one.delegation, one.words) for one in now.parties] == [("HT", ""), ("UNHCR", "soon")]


def test_a_comment_below_the_last_row_is_a_new_proposal(desk: Desk, book: Path) -> None:
    def change(rows: ROWS) -> ROWS:
        new: Cells = {
            "Provision": "2.1",
            "Delegations": "Haiti, Jamaica",
            "Proposed text": "Skills are known.",
            "Received": "2019-12-04",
        }
        cell: Cells = {
            "Provision": "1.1.1",
            "Column of the plan": "Lead",
            "Delegations": "HT",
            "Proposed text": "UNHCR",
        }
        asked: Cells = {
            "Delegations": "Aruba",
            "What it does": "Question",
            "Rationale": "Who pays?",
            "Response of IOM": "We do.",
        }
        return [*rows, new, cell, asked]

    preview = sent(desk, filled_in(book, "Plan", change))
    assert preview.problems == ()
    taken(desk, preview)
    one, cell, asked = desk.read(proposals)[2:]
    assert (one.action, one.channel, one.of(PartyRole.PROPOSER)) == (
        ProposalAction.MODIFY,
        Channel.WRITTEN,
        ("HT", "JM"),
    )
    assert f"{one.received_at:%Y-%m-%d %H:%M}" == "2019-12-04 05:00"
    assert (cell.field, cell.base, cell.new_text) == ("lead", "IOM", "UNHCR")
    assert (asked.action, asked.kind, asked.provision) == (ProposalAction.QUESTION, ProposalType.QUESTION, "")
    assert asked.responses[0].text == "We do."


def test_rows_that_were_sorted_or_taken_out_are_told_in_a_sentence_each(desk: Desk, book: Path) -> None:
    path = book
    filled_in(path, "All documents", lambda _rows: [])
    backwards = sent(desk, filled_in(path, "Plan", lambda rows: rows[::-1]))
    assert backwards.told == ("The rows were put in another order: they were found by their numbers.",)
    assert (backwards.changes, backwards.unchanged) == ((), 2)
    fewer = sent(desk, filled_in(path, "Plan", lambda rows: rows[:1]))
    assert fewer.told == ("P-001 is no longer in the file: it stays as it is.",)
    assert fewer.problems == ()


PROBLEMS: list[tuple[Cells, str]] = [
    ({"No.": "P-002"}, "the number P-002 was written over P-001. Write P-001 again, or leave the row out."),
    ({"No.": "P-099", "Mark": None}, "there is no proposal P-099. A new comment has no number."),
    ({"Provision": "2.1"}, "the provision of P-001 was typed anew."),
    ({"Supported by": "Narnia"}, "“Narnia” means nothing here. Write it as the lists of the workbook do."),
    ({"Type": "Musical"}, "“Musical” means nothing here."),
    ({"Status": "Merged"}, "proposals are merged on the page of the documents."),
]
NEW: list[tuple[Cells, str]] = [
    ({"Proposed text": "More."}, "whose comment is it? Write the delegation."),
    ({"Delegations": "Haiti"}, "nothing is proposed and nothing is said."),
    ({"Delegations": "Haiti", "Provision": "9", "Proposed text": "More."}, "the Plan has no provision “9”."),
    ({"Delegations": "Haiti", "Rationale": "Why?", "Received": "soon"}, "“soon” is no day: write it as 2019-12-01."),
]


@pytest.mark.parametrize(("typed", "sentence"), PROBLEMS)
def test_a_row_that_cannot_be_taken_over_is_told_in_one_sentence_and_nothing_is(
    desk: Desk, book: Path, typed: Cells, sentence: str
) -> None:
    def change(rows: ROWS) -> ROWS:
        rows[0] |= typed
        rows[1]["Rationale"] = "Also changed"
        return rows

    preview = sent(desk, filled_in(book, "Plan", change))
    assert [one for one in preview.problems if sentence in one] == list(preview.problems)
    assert preview.problems[0].startswith("Plan, row 2: ")
    with pytest.raises(Refusal, match="Plan, row 2"):
        taken(desk, preview)
    assert desk.read(proposal, key="P-002").rationale == ""


@pytest.mark.parametrize(("typed", "sentence"), NEW)
def test_a_new_comment_that_says_too_little_is_told(desk: Desk, book: Path, typed: Cells, sentence: str) -> None:
    path = filled_in(book, "Plan", lambda rows: [*rows, typed])
    (problem,) = sent(desk, path).problems
    assert problem == f"Plan, row 4: {sentence}"


def test_what_was_changed_here_and_in_the_file_is_nobodys_guess(desk: Desk, book: Path) -> None:
    def change(rows: ROWS) -> ROWS:
        rows[0]["Rationale"] = "From the capital"
        return rows

    path = filled_in(book, "Plan", change)
    desk.do(edit_proposal, proposal=desk.read(proposal, key="P-001").key, rationale="From the room")
    (problem,) = sent(desk, path).problems
    assert "“Rationale” of P-001 was changed in the file, and here since the file was written." in problem


def test_two_sheets_that_do_not_agree_are_told(desk: Desk, book: Path) -> None:
    path = book
    for sheet, words in (("Plan", "One"), ("All documents", "Another")):
        filled_in(path, sheet, lambda rows, words=words: [rows[0] | {"Rationale": words}, *rows[1:]])  # type: ignore[misc] # bound now
    (problem,) = sent(desk, path).problems
    assert problem == "Plan, row 2 and All documents, row 2: “Rationale” of P-001 says two things. Write one of them."


def test_what_is_no_longer_allowed_when_it_is_taken_over_is_refused_as_a_whole(desk: Desk, book: Path) -> None:
    def change(rows: ROWS) -> ROWS:
        rows[0]["Rationale"] = "Changed"
        rows[1]["Final text"] = "Without a decision"
        return rows

    preview = sent(desk, filled_in(book, "Plan", change))
    tried = matrix_dry_run(Trial(desk), read_matrix_file(book))
    assert [one.partition(": ")[2][:12] for one in tried.problems] == ["A final text"]
    with pytest.raises(Refusal, match="Plan, row 3: A final text belongs to a decision"):
        taken(desk, preview)
    assert desk.read(proposal, key="P-001").rationale == "It is “share” in the consultations."


def test_a_table_of_somebody_else_with_other_headings_is_read_as_well(desk: Desk, book: Path) -> None:
    path = book.with_name("theirs.csv")
    path.write_text(
        "Country,Para,Type of comment,Proposed change,Justification\nHaití,§ 2.1,te,Skills count.,Because\n",
        encoding="utf-8",
    )
    (new,) = sent(desk, path).new
    assert (new.proposal.delegations, new.proposal.kind) == (("HT",), ProposalType.TECHNICAL)
    assert (new.proposal.new_text, new.proposal.rationale) == ("Skills count.", "Because")


def test_a_table_without_such_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Delegation\nKeisha,Jamaica\n", encoding="utf-8")
    with pytest.raises(Refusal, match="is no matrix of comments"):
        read_matrix_file(path)


def test_a_final_text_is_not_lost_where_the_status_does_not_go_with_it(desk: Desk, book: Path) -> None:
    def change(rows: ROWS) -> ROWS:
        rows[0] |= {"Status": "Accepted", "Final text": "States share all procedures."}
        return rows

    with pytest.raises(Refusal, match="A final text belongs to a decision"):
        taken(desk, sent(desk, filled_in(book, "Plan", change)))


def test_a_new_comment_is_taken_in_once_until_that_is_taken_back(desk: Desk, book: Path) -> None:
    new: Cells = {"Delegations": "Haiti", "Rationale": "Who pays?", "Received": "2019-12-01"}
    filled_in(book, "Plan", lambda rows: [*rows, new])
    taken(desk, sent(desk, book))
    again = sent(desk, book)
    assert (again.new, again.unchanged) == ((), 3)
    assert again.told == ("1 new comment was taken in already: it stays as it is.",)
    filled_in(book, "Plan", lambda rows: [*rows[:2], rows[2] | {"Supported by": "Jamaica"}])
    (problem,) = sent(desk, book).problems
    assert problem.startswith("Plan, row 4: this comment was taken in already, without what else the row says now.")
    desk.undo()
    assert len(sent(desk, book).new) == 1


def test_what_writing_would_refuse_is_said_before(desk: Desk, book: Path) -> None:
    first, second = desk.read(proposals)
    desk.do(decide, proposal=first.key, decision=ProposalDecision.ACCEPTED)
    late: Cells = {"Delegations": "Haiti", "Rationale": "Who pays?", "Received": "2019-12-24"}
    filled_in(book, "Plan", lambda rows: [rows[0] | {"Rationale": "So."}, rows[1], late])
    preview = desk.read(matrix_preview, file=read_matrix_file(book), now=desk.clock.now())
    assert preview.problems == (
        "Plan, row 2: P-001 was decided already. Reopen it before you change it.",
        "Plan, row 4: “2019-12-24” is later than now.",
    )
    desk.do(decide, proposal=second.key, decision=ProposalDecision.WITHDRAWN)
    desk.do(next_version, draft="plan")
    workbook(desk, book.parent, "comments-matrix")
    filled_in(book, "Plan", lambda rows: [rows[0] | {"Status": "Open"}, rows[1]])
    (problem,) = sent(desk, book).problems
    assert problem == "Plan, row 2: P-001 is in the text already. Propose another change instead."
    desk.do(adopt_draft, draft="plan", decided=Decided.APPROVED)
    new: Cells = {"Delegations": "Haiti", "Provision": "1.1.1", "Proposed text": "States meet."}
    filled_in(book, "Plan", lambda rows: [*rows[:1], rows[1] | {"Rationale": "So."}, new])
    assert {one.partition(": ")[2] for one in sent(desk, book).problems} == {
        "the meeting adopted the Plan, and it stays as it is. Take the row out of the file."
    }


def test_a_text_that_was_typed_over_is_said_to_change_nothing(desk: Desk, book: Path) -> None:
    filled_in(book, "Plan", lambda rows: [rows[0] | {"Current text": "States meet."}, rows[1]])
    preview = sent(desk, book)
    assert (preview.changes, preview.problems) == ((), ())
    assert preview.told == (
        "Plan, row 2: “Current text” was typed over, which changes nothing. Write it as the proposed text.",
    )
