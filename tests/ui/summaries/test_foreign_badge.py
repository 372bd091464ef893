"""A foreign badge of letters only, held before any form of the approval list and the recommendations, approves, defers and writes nothing."""

from PySide6.QtCore import Qt

from cmc_desk.rules.note_kinds import Decided
from cmc_desk.ui.summaries.page_parts import APPROVAL, RECOMMENDATIONS
from tests.ui.scans.foreign import holds_nothing
from tests.ui.summaries.reader import Reader, recommend


def test_it_approves_nothing_as_amended_and_defers_nothing(reader: Reader) -> None:
    recommend(reader)
    reader.open(APPROVAL)
    context = reader.window.context
    for key, panel in ((Qt.Key.Key_M, reader.approval.amending), (Qt.Key.Key_D, reader.approval.deferring)):
        reader.press(key)
        assert holds_nothing(context, panel)
        reader.press(Qt.Key.Key_Escape)
    assert {one.decided for one in reader.recommendations()} == {Decided.PENDING}


def test_it_writes_no_recommendation(reader: Reader) -> None:
    recommend(reader)
    reader.open(RECOMMENDATIONS)
    known = reader.recommendations()
    assert holds_nothing(reader.window.context, reader.writer.form)
    assert reader.recommendations() == known
