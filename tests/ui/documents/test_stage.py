"""The room reads the paragraph under discussion, and goes on reading it while the operator works elsewhere."""

from PySide6.QtCore import Qt

from cmc_desk.desk.attendance import check_in
from cmc_desk.desk.proposals import add_party
from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.rules.people import Person
from cmc_desk.ui.stage.look import DraftLook
from tests.meetings import enter
from tests.ui.documents.stand import Drafter


def test_f6_shows_it_and_what_is_recorded_elsewhere_is_seen_at_once(drafter: Drafter) -> None:
    key = drafter.propose("2", "States shall exchange information every month.")
    drafter.propose("2", "States shall exchange information every week.", "HT")
    drafter.open("2")
    drafter.press(Qt.Key.Key_F6)
    look = drafter.window.context.on_stage
    assert isinstance(look, DraftLook)
    assert [(one.opening, one.who, one.conflicts != "") for one in look.alternatives] == [
        ("[2.", "Jamaica", True),
        ("[2 bis.", "Haiti", True),
    ]
    drafter.window.activateWindow()
    drafter.window.go("agenda")
    drafter.desk.do(add_party, proposal=key, delegation="AW", role=PartyRole.SUPPORTER)
    later = drafter.window.context.on_stage
    assert isinstance(later, DraftLook)
    assert [one.behind for one in later.alternatives] == ["2 supporters", "1 supporter"]
    assert later.alternatives[0].leading
    drafter.window.go("documents")
    drafter.page.text.stage.click()
    assert drafter.window.context.on_stage is None


def test_a_badge_that_is_scanned_shows_who_is_here_and_reads_no_text_anew(drafter: Drafter) -> None:
    drafter.propose("2", "States shall exchange information every month.")
    drafter.open("2")
    draft = drafter.page.shown.draft
    drafter.desk.do(check_in, participant=enter(drafter.desk, Person("Kim", "Specimen-Lee", "AW")).id)
    assert drafter.page.shown.draft is draft
    assert drafter.page.shown.present == ("HT", "JM", "AW")
    assert drafter.page.side.support.rows()[-1].number == 2
