"""What is typed of one correction is said of no other."""

from datetime import UTC, datetime

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmc_desk.rules.document_kinds import CorrectionOutcome
from cmc_desk.rules.report_standing import Correction
from cmc_desk.ui.report.settle_form import SettleForm

AT = datetime(2019, 12, 9, 12, tzinfo=UTC)
ONE, TWO = (Correction(str(number), number, 1, str(number), "JM", "It is wrong.", AT) for number in (1, 2))


def test_what_was_typed_of_a_correction_waits_until_that_one_is_chosen_again(qtbot: QtBot) -> None:
    form = SettleForm()
    qtbot.addWidget(form)
    form.show_correction(ONE, "Jamaica")
    QTest.keyClicks(form.answer, "As Jamaica asked.")
    form.outcome.choose(CorrectionOutcome.NOTED.value)
    form.show_correction(TWO, "Haiti")
    assert (form.answer.text(), form.chosen_outcome()) == ("", CorrectionOutcome.ACCEPTED)
    form.show_correction(ONE, "Jamaica")
    assert (form.answer.text(), form.chosen_outcome()) == ("As Jamaica asked.", CorrectionOutcome.NOTED)
    form.clear()
    form.show_correction(TWO, "Haiti")
    form.show_correction(ONE, "Jamaica")
    assert form.answer.text() == ""


def test_nothing_need_be_read_only_where_words_are_deleted(qtbot: QtBot) -> None:
    form = SettleForm()
    qtbot.addWidget(form)
    form.show_correction(ONE, "Jamaica")
    assert form.corrected.placeholderText() == "the paragraph as it should read"
    QTest.keyClicks(form.replaced, "five")
    assert form.corrected.placeholderText() == "empty: it is deleted"
    form.show_correction(TWO, "Haiti")
    assert form.corrected.placeholderText() == "the paragraph as it should read"
