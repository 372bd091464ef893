"""The draft under discussion beside the notes, quoted by a key; and the documents in the list of approval."""

from PySide6.QtCore import Qt

from cmc_desk.desk import draft_acts
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.proposals import add_proposal
from cmc_desk.rules.document_kinds import ProposalAction, ProvisionKind
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.ui.stage.look import ApprovalLook, Stamp
from cmc_desk.ui.summaries.page_parts import APPROVAL
from tests.ui.summaries.reader import Reader
from tests.ui.summaries.stand import CTRL, Rapporteur

KEY, WORDS = "principles", "They meet in Kingston."


def found(rapporteur: Rapporteur | Reader) -> str:
    """Found a draft with a paragraph; return the key of the paragraph."""
    desk = rapporteur.desk
    desk.do(draft_acts.found_draft, key=KEY, title="Guiding Principles", short_title="Principles")
    desk.do(draft_acts.bring_text, draft=KEY, provisions=(ReadProvision(ProvisionKind.PARAGRAPH, WORDS, "3"),))
    return desk.read(draft_text, draft=KEY).provisions[0].key


def test_the_text_under_discussion_is_shown_with_what_is_proposed_and_quoted(rapporteur: Rapporteur) -> None:
    provision = found(rapporteur)
    notes = rapporteur.page.notes
    notes.beside.discussing.be_about(KEY, "3")
    part = notes.side.discussed
    assert part.isVisibleTo(notes)
    assert [run.text for run in part.text.runs()] == ["3. ", WORDS]
    modify = ProposalAction.MODIFY
    rapporteur.desk.do(
        add_proposal,
        draft=KEY,
        action=modify,
        provision=provision,
        new_text="They meet in Havana.",
        delegations=("HT",),
    )
    assert "[added: Havana]" in part.text.accessibleName()
    notes.composer.setFocus()
    rapporteur.press(Qt.Key.Key_Q, CTRL)
    assert notes.composer.editor.text() == f"“{WORDS}”"
    notes.beside.discussing.be_about(KEY, "99")
    assert not part.isVisibleTo(notes)


def test_documents_are_lines_of_the_approval_and_the_room_sees_what_became_of_them(reader: Reader) -> None:
    found(reader)
    reader.open(APPROVAL)
    row = reader.approval.list.current()
    assert row is not None
    assert (row.sentence, row.aside) == ("Guiding Principles · Draft 1", "0 of 1 provisions agreed")
    reader.press(Qt.Key.Key_D)
    reader.type("no time")
    reader.press(Qt.Key.Key_Return)
    version = reader.desk.read(draft_text, draft=KEY).version
    assert version is not None
    assert (version.decided, version.reason) == (Decided.DEFERRED, "no time")
    reader.press(Qt.Key.Key_O)
    reader.press(Qt.Key.Key_A)
    assert reader.last().startswith("Principles: Approved · ")
    look = reader.approval.look()
    assert isinstance(look, ApprovalLook)
    assert (look.number, look.stamp) == (0, Stamp.APPROVED)
