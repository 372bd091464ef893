"""What the page says before somebody acts: what falls, what was parked, what cannot be written; and what no scan takes from it."""

from PySide6.QtCore import Qt

from cmc_desk.desk.draft_acts import circulate_version
from cmc_desk.desk.people import codes_of, find_people
from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.sheet_code import SheetCode, SheetPaper
from cmc_desk.ui.frame import Frame
from cmc_desk.ui.scanner import Scanner
from tests.ui.documents.stand import ALT, CTRL, KEY, NOT_ACCEPTED, SECOND, Drafter

MONTHLY, WEEKLY, DAILY = (SECOND.replace("year", word) for word in ("month", "week", "day"))


def test_every_proposal_that_falls_is_counted_and_named_before_and_after(drafter: Drafter) -> None:
    first = drafter.propose("2", MONTHLY)
    drafter.propose("2", WEEKLY, "HT")
    drafter.propose("2", WEEKLY, "AW")
    drafter.propose("2", DAILY, "AW")
    drafter.open("2")
    drafter.page.choose_proposal(first)
    text = drafter.page.text
    assert text.agree.text() == "Agree on [2] · 3 not accepted"
    assert text.falling.isVisible()
    assert text.falling.text() == "Agreeing here does not accept 3 others: P-002, P-003, P-004"
    drafter.press(Qt.Key.Key_Return, CTRL)
    assert "[2] · 3 others not accepted: P-002, P-003, P-004" in drafter.last()
    assert [drafter.proposal(number).decision for number in (2, 3, 4)] == [NOT_ACCEPTED] * 3
    assert not text.falling.isVisible()
    drafter.press(Qt.Key.Key_Z, CTRL)
    assert all(drafter.proposal(number).live for number in (1, 2, 3, 4))


def test_what_was_parked_or_referred_says_so_and_leads_beside_it(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.propose("2", WEEKLY, "HT")
    drafter.open("2")
    drafter.press(Qt.Key.Key_S)
    drafter.press(Qt.Key.Key_A)
    drafter.press(Qt.Key.Key_Return)
    drafter.press(Qt.Key.Key_Escape)
    shown = drafter.page.side.list
    assert shown.rows()[0].state.text == "Leading"
    for key, words in ((Qt.Key.Key_K, "Parked"), (Qt.Key.Key_H, "High level")):
        drafter.press(key)
        row = shown.rows()[0]
        assert (row.state.text, row.notes[0].text) == (words, "Leading")
        assert [button.isVisible() for button in (shown.accept, shown.park, shown.reopen)] == [True, False, True]


def test_a_proposal_is_entered_against_another(drafter: Drafter) -> None:
    first = drafter.propose("2", MONTHLY)
    drafter.open("2")
    drafter.press(Qt.Key.Key_N, CTRL)
    drafter.type("hai")
    drafter.press(Qt.Key.Key_Tab)
    drafter.form.field("counter_to").editor.setFocus()
    drafter.press(Qt.Key.Key_Down)
    drafter.form.field("new_text").editor.setFocus()
    drafter.press(Qt.Key.Key_A, CTRL)
    drafter.type(WEEKLY)
    drafter.press(Qt.Key.Key_S, CTRL)
    assert (drafter.proposal(2).counter_to, drafter.proposal(2).of(PartyRole.PROPOSER)) == (first, ("HT",))


def test_what_was_circulated_is_not_opened_to_be_written(drafter: Drafter) -> None:
    drafter.desk.do(circulate_version, draft=KEY, comments_until=None)
    drafter.open("1")
    drafter.press(Qt.Key.Key_T)
    assert drafter.page.side.form is None
    assert "Draft 1 was circulated" in drafter.last()


def scan(drafter: Drafter, text: str) -> None:
    """Let a text and its Enter come at the pace of a scanner."""
    window, now = drafter.window, [1000.0]
    context = window.context
    scanner = Scanner(
        window._app, clock=lambda: now[0], stamped=False, typed=context.is_typed, text=context.is_typed_text
    )
    scanner.scanned.connect(window.take_scan)
    for sign in text:
        now[0] += 2
        drafter.type(sign)
    now[0] += 2
    drafter.press(Qt.Key.Key_Return)
    now[0] += 500
    scanner.tick()
    scanner.stop()
    scanner.deleteLater()


def test_quick_words_and_their_enter_land_in_the_answer_and_in_a_line(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.open("2")
    drafter.press(Qt.Key.Key_Y)
    editor = drafter.form.field("text").editor
    editor.setFocus()
    scan(drafter, "Agreed by the capital")
    assert drafter.form.values()["text"] == "Agreed by the capital\n"
    drafter.press(Qt.Key.Key_Escape)
    drafter.press(Qt.Key.Key_A)
    drafter.press(Qt.Key.Key_D, ALT)
    drafter.press(Qt.Key.Key_X)
    drafter.form.field("label").editor.setFocus()
    scan(drafter, "Text of the friends of the chair")
    version = drafter.page.shown.draft.text.version  # type: ignore[union-attr]
    assert version is not None
    assert version.label == "Text of the friends of the chair"


def test_a_foreign_badge_of_letters_adopts_nothing_and_makes_no_version(drafter: Drafter) -> None:
    for key, name in ((Qt.Key.Key_L, "reason"), (Qt.Key.Key_X, "label")):
        drafter.press(Qt.Key.Key_D, ALT)
        drafter.press(key)
        drafter.form.field(name).editor.setFocus()
        scan(drafter, "MADOXAMD")
        assert drafter.form.values()[name] == ""
        drafter.press(Qt.Key.Key_Escape)
    # Nor do several words of one, where Enter adopts.
    drafter.press(Qt.Key.Key_D, ALT)
    drafter.press(Qt.Key.Key_L)
    drafter.form.field("reason").editor.setFocus()
    scan(drafter, "Maria Example")
    assert drafter.form.values()["reason"] == "Maria Example"
    version = drafter.page.shown.draft.text.version  # type: ignore[union-attr]
    assert version is not None
    assert (version.number, version.decided) == (1, Decided.PENDING)


def test_a_badge_and_a_sheet_that_are_scanned_leave_the_form_and_the_page_where_they_are(drafter: Drafter) -> None:
    (hit,) = drafter.desk.read(find_people, text="Keisha").hits
    drafter.open("2")
    drafter.press(Qt.Key.Key_N, CTRL)
    editor = drafter.form.field("new_text").editor
    editor.setFocus()
    drafter.type("Half")
    before = drafter.form.values()["new_text"]
    for code in (
        drafter.desk.read(codes_of, participants=[hit.id])[hit.id],
        SheetCode(SheetPaper.BLANK_BADGES, "", 1).words,
        "4006381333931",
    ):
        scan(drafter, code)
        frame = drafter.window.findChild(Frame)
        assert frame is not None
        assert frame.chosen() == "documents"
        assert drafter.form.values()["new_text"] == before
    assert len(drafter.said) >= 3
