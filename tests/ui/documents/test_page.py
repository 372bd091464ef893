"""The page of the documents: the text, the proposals on it, and one key for every decision."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from cmc_desk.rules.document_kinds import PartyRole, ProposalAction, ProvisionStatus
from tests.ui.documents.stand import (
    ACCEPTED,
    AGREED,
    ALT,
    CTRL,
    KEY,
    NOT_ACCEPTED,
    OPEN,
    PARKED,
    SECOND,
    SHIFT,
    Drafter,
)

MONTHLY, TWICE = "States shall exchange information every month.", "States may exchange information every year."


def test_it_opens_on_what_is_in_brackets_and_says_how_much_is_agreed(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.propose("2", SECOND.replace("year", "week"), "HT")
    page = drafter.page
    page.document = ""
    page.open_document(KEY)
    assert page.provision == drafter.provision("2").key
    assert page.text.head.title.text() == "2 Foundations"
    assert page.text.chip.look().text == "In brackets · 2"
    assert page.left.version.text().startswith("Draft 1 · ")
    assert "0 % of 3 agreed · 2 pairs of brackets" in page.left.bar.accessibleDescription()
    assert drafter.titles() == ["P-001 Jamaica Open", "P-002 Haiti Open"]
    spoken = [part.spoken for part in page.text.canvas.parts()]
    assert any("[2." in words and "[removed: year] [added: month]" in words for words in spoken)
    assert any("[2 bis." in words and "Conflicts" in words for words in spoken)


def test_every_decision_is_one_key_and_undo_takes_it_back(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.open("2")
    drafter.press(Qt.Key.Key_K)
    assert drafter.proposal(1).decision is PARKED
    assert drafter.last().startswith("P-001 parked in brackets · ")
    drafter.press(Qt.Key.Key_A)
    assert drafter.proposal(1).decision is ACCEPTED
    assert drafter.page.side.list.reopen.isVisible()
    drafter.press(Qt.Key.Key_Z, CTRL)
    assert drafter.proposal(1).decision is PARKED
    drafter.press(Qt.Key.Key_R)
    assert drafter.proposal(1).decision is NOT_ACCEPTED
    drafter.press(Qt.Key.Key_O)
    assert drafter.proposal(1).live
    drafter.press(Qt.Key.Key_W)
    assert drafter.titles() == ["P-001 Jamaica Withdrawn"]


def test_agreeing_on_an_alternative_lets_the_others_fall_and_is_one_act(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.propose("2", TWICE, "HT")
    drafter.open("2")
    assert drafter.page.text.agree.text() == "Agree on [2] · 1 not accepted"
    assert drafter.page.text.falling.text() == "Agreeing here does not accept 1 other: P-002"
    drafter.press(Qt.Key.Key_Down, ALT)
    assert drafter.page.text.agree.text() == "Agree on [2 bis] · 1 not accepted"
    drafter.press(Qt.Key.Key_Return, CTRL)
    assert drafter.provision("2").status is AGREED
    assert (drafter.proposal(1).decision, drafter.proposal(2).decision) == (NOT_ACCEPTED, ACCEPTED)
    assert drafter.last().startswith("2: Agreed · [2 bis] · 1 other not accepted: P-001")
    assert not drafter.page.text.agree.isEnabled()
    drafter.press(Qt.Key.Key_Z, CTRL)
    assert drafter.provision("2").status is OPEN
    assert drafter.proposal(1).live
    assert drafter.proposal(2).live


def test_a_text_without_proposals_is_agreed_ad_referendum_by_its_key(drafter: Drafter) -> None:
    drafter.open("1")
    drafter.press(Qt.Key.Key_Return, ALT)
    assert drafter.provision("1").status is ProvisionStatus.AD_REFERENDUM
    drafter.press(Qt.Key.Key_P)
    drafter.press(Qt.Key.Key_1)
    assert drafter.provision("1").status is OPEN


def test_delegations_are_tapped_as_they_speak_up(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.open("2")
    drafter.press(Qt.Key.Key_S)
    grid = drafter.page.side.supporters.grid
    assert [(tile.name, tile.present) for tile in grid.tiles()] == [
        ("Haiti", True),
        ("Jamaica", True),
        ("Aruba", False),
    ]
    drafter.press(Qt.Key.Key_A)
    assert grid.code() == "AW"
    drafter.press(Qt.Key.Key_Return)
    assert drafter.proposal(1).of(PartyRole.SUPPORTER) == ("AW",)
    assert drafter.last() == "Supporter added: Aruba to [2] · 2 supporters"
    drafter.press(Qt.Key.Key_2)
    drafter.press(Qt.Key.Key_H)
    drafter.press(Qt.Key.Key_Return)
    assert drafter.proposal(1).of(PartyRole.OPPONENT) == ("HT",)
    drafter.press(Qt.Key.Key_Return)
    assert drafter.proposal(1).of(PartyRole.OPPONENT) == ()
    drafter.press(Qt.Key.Key_Escape)
    rows = drafter.page.side.support.rows()
    assert [(row.label, row.number) for row in rows] == [("[2]", 2), ("Silent", 1)]


def test_the_supporters_of_a_joint_proposal_are_counted_as_its_bar_counts_them(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.propose("2", MONTHLY, "HT")
    drafter.open("2")
    drafter.press(Qt.Key.Key_S)
    drafter.press(Qt.Key.Key_A)
    drafter.press(Qt.Key.Key_Return)
    assert drafter.last() == "Supporter added: Aruba to [2] · 3 supporters"
    assert [row.number for row in drafter.page.side.support.rows()] == [3, 0]


def test_a_proposal_is_entered_by_keys_alone_and_letters_in_a_field_are_no_acts(drafter: Drafter) -> None:
    drafter.open("3")
    drafter.press(Qt.Key.Key_N, CTRL)
    drafter.type("hai")
    drafter.press(Qt.Key.Key_Tab)
    form = drafter.form
    form.field("new_text").editor.setFocus()
    drafter.press(Qt.Key.Key_End, CTRL)
    drafter.type(" Always.")
    drafter.press(Qt.Key.Key_S, CTRL)
    one = drafter.proposal(1)
    assert (one.new_text, one.of(PartyRole.PROPOSER)) == ("They meet in Kingston. Always.", ("HT",))
    assert drafter.last() == "Added: P-001 · Haiti"
    assert drafter.titles() == ["P-001 Haiti Open"]


def test_what_makes_no_sense_is_said_beside_its_field(drafter: Drafter) -> None:
    drafter.open("3")
    drafter.press(Qt.Key.Key_N, CTRL)
    drafter.press(Qt.Key.Key_S, CTRL)
    assert drafter.form.field("new_text").problem() == "This is what the text says already."
    drafter.press(Qt.Key.Key_Escape)
    assert drafter.page.side.form is None
    drafter.press(Qt.Key.Key_A)
    assert drafter.last() == "Nothing changed: choose a proposal first."


def test_two_proposals_that_can_stand_together_become_one(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.propose("2", TWICE, "HT")
    drafter.open("2")
    drafter.press(Qt.Key.Key_M)
    assert drafter.form.values()["text"] == "States may exchange information every month."
    drafter.press(Qt.Key.Key_S, CTRL)
    assert drafter.titles()[0] == "P-003 Jamaica and 1 more Open"
    assert drafter.last() == "Merged into P-003 · P-001, P-002"


def test_brackets_and_changes_are_walked_by_their_keys(drafter: Drafter) -> None:
    drafter.propose("1", "These principles are binding.")
    drafter.propose("3", "They meet in Havana.")
    page = drafter.page
    drafter.open("1")
    drafter.press(Qt.Key.Key_BracketRight)
    assert page.provision == drafter.provision("3").key
    drafter.press(Qt.Key.Key_BracketLeft)
    assert page.provision == drafter.provision("1").key
    drafter.press(Qt.Key.Key_F8)
    assert page.text.canvas.change_at() == (2, 0)
    drafter.press(Qt.Key.Key_F8)
    assert page.provision == drafter.provision("3").key
    drafter.press(Qt.Key.Key_F8)
    assert drafter.last() == "There is no further change in this draft."


def test_the_text_is_looked_at_clean_and_side_by_side_and_as_a_whole(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.open("2")
    parts = drafter.page.text.canvas.parts
    drafter.press(Qt.Key.Key_2, ALT)
    assert not any("[added:" in part.spoken for part in parts())
    drafter.press(Qt.Key.Key_3, ALT)
    assert any("[removed: year]" in part.spoken and "→" in part.spoken for part in parts())
    drafter.press(Qt.Key.Key_1, ALT)
    drafter.press(Qt.Key.Key_D)
    assert {part.provision for part in parts()} == {row.key for row in drafter.page.left.list.rows() if row.key}


def test_accepted_as_modified_shows_what_would_be_written_while_it_is_typed(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.open("2")
    drafter.press(Qt.Key.Key_A, SHIFT)
    drafter.press(Qt.Key.Key_A, CTRL)
    drafter.type("States meet.")
    drafter.press(Qt.Key.Key_S, CTRL)
    assert drafter.proposal(1).final_text == "States meet."
    assert drafter.last() == "P-001 accepted as modified"


def test_the_secretariat_edits_the_text_and_the_proposal_is_marked_stale(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.open("2")
    drafter.press(Qt.Key.Key_T)
    drafter.press(Qt.Key.Key_End, CTRL)
    drafter.type(" So be it.")
    drafter.press(Qt.Key.Key_S, CTRL)
    assert drafter.provision("2").text == f"{SECOND} So be it."
    assert [chip.text for chip in drafter.page.side.list.rows()[0].notes] == ["Text has changed since"]


def test_what_was_decided_goes_into_the_next_version_and_older_ones_can_be_read(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.open("2")
    drafter.press(Qt.Key.Key_A)
    drafter.press(Qt.Key.Key_D, ALT)
    drafter.press(Qt.Key.Key_X)
    assert drafter.form.intro.text() == "1 proposal goes into the text. 0 stay before the meeting."
    drafter.press(Qt.Key.Key_S, CTRL)
    assert drafter.provision("2").text == MONTHLY
    drafter.press(Qt.Key.Key_V)
    drafter.press(Qt.Key.Key_Down)
    drafter.press(Qt.Key.Key_Return)
    assert "an older one" in drafter.page.left.version.text()
    assert not drafter.page.side.new.isEnabled()


def test_a_comment_cannot_be_accepted_and_that_is_said(drafter: Drafter) -> None:
    drafter.propose("2", "", action=ProposalAction.COMMENT, rationale="Why yearly?")
    drafter.open("2")
    drafter.press(Qt.Key.Key_A)
    assert drafter.last() == "It changes no text: it can be noted, referred or withdrawn."
    drafter.press(Qt.Key.Key_Y)
    drafter.form.field("text").editor.setFocus()
    drafter.type("It was so before.")
    drafter.press(Qt.Key.Key_S, CTRL)
    assert [one.text for one in drafter.proposal(1).responses] == ["It was so before."]
    drafter.press(Qt.Key.Key_N)
    assert drafter.titles() == ["P-001 Jamaica Closed"]


def test_f1_lists_every_key_and_a_new_document_is_founded_by_keys(drafter: Drafter) -> None:
    listed = dict(drafter.page.keys())
    assert {"A", "K", "W", "R", "S", "M", "]", "F6", "F8", "Ctrl+N", "Ctrl+O", "Ctrl+Enter"} <= set(listed)
    assert len(listed) == len(drafter.page.keys())
    drafter.press(Qt.Key.Key_D, ALT)
    drafter.press(Qt.Key.Key_N)
    title = drafter.form.field("title").editor
    assert isinstance(title, QLineEdit)
    assert title.hasFocus()
    drafter.type("Plan of the Sample")
    drafter.press(Qt.Key.Key_Return)
    assert drafter.page.document != "principles"
    assert drafter.page.text.empty.isVisible()


def test_what_is_proposed_for_the_whole_document_stands_at_its_head(drafter: Drafter) -> None:
    drafter.press(Qt.Key.Key_D, ALT)
    drafter.press(Qt.Key.Key_G)
    drafter.type("hai")
    drafter.press(Qt.Key.Key_Tab)
    drafter.form.field("rationale").editor.setFocus()
    drafter.type("Shorter, please.")
    drafter.press(Qt.Key.Key_S, CTRL)
    assert (drafter.proposal(1).provision, drafter.proposal(1).rationale) == ("", "Shorter, please.")
    assert drafter.titles() == ["P-001 Haiti Open"]
    row = drafter.page.left.list.current()
    assert row is not None
    assert (row.whole, row.live) == (True, 1)


def test_a_reservation_keeps_its_words_and_two_may_propose_together(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.open("2")
    drafter.press(Qt.Key.Key_S)
    panel = drafter.page.side.supporters
    drafter.press(Qt.Key.Key_3)
    assert drafter.proposal(1).of(PartyRole.RESERVATION) == ()
    drafter.press(Qt.Key.Key_Return)
    assert drafter.proposal(1).of(PartyRole.RESERVATION) == ("HT",)
    panel.words.setFocus()
    drafter.type("subject to its law")
    drafter.press(Qt.Key.Key_Return)
    party = next(one for one in drafter.proposal(1).parties if one.delegation == "HT")
    assert (party.role, party.words) == (PartyRole.RESERVATION, "subject to its law")
    panel.grid.setFocus()
    drafter.press(Qt.Key.Key_4)
    drafter.press(Qt.Key.Key_Return)
    assert drafter.proposal(1).of(PartyRole.PROPOSER) == ("JM", "HT")
