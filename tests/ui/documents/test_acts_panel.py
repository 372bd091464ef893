"""The panel of the acts says what can be done by now, while it is open."""

from PySide6.QtCore import Qt

from cmc_desk.desk.draft_acts import adopt_draft, reopen_draft
from cmc_desk.desk.draft_seen import digest_of_seen
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.rules.note_kinds import Decided
from tests.ui.documents.stand import KEY, Drafter


def test_what_was_taken_back_is_not_said_any_more(drafter: Drafter) -> None:
    acts = drafter.page.acts
    seen = digest_of_seen(drafter.desk.read(draft_text, draft=KEY).provisions, ())
    drafter.desk.do(adopt_draft, draft=KEY, decided=Decided.APPROVED, seen=seen)
    acts.document_panel()
    panel = acts.document.acts_panel
    assert panel.buttons["L"].toolTip() or not panel.buttons["L"].isEnabled()
    assert panel.hasFocus()
    drafter.desk.do(reopen_draft, draft=KEY)
    assert drafter.page.side.form is panel
    assert panel.buttons["L"].isEnabled()
    assert not panel.buttons["O"].isEnabled()
    assert panel.hasFocus()
    drafter.press(Qt.Key.Key_Escape)
    assert drafter.page.side.form is None
