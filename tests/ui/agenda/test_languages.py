"""What everybody reads at a glance is whole on a screen of 1366 × 768, in every language of the windows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from cmc_desk.desk import agenda
from cmc_desk.i18n import LANGUAGES, choose_language
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.fair_floor import GroupShare
from cmc_desk.ui.agenda.fair_pane import put_groups
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.theme import font
from tests.ui.agenda.stand import Chair, make_chair


@pytest.fixture(params=LANGUAGES)
def chair(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Chair]:
    choose_language(request.param)
    made = make_chair(qtbot, tmp_path)
    made.at(10, 19)
    made.desk.do(agenda.start_item, item="context")
    made.press(Qt.Key.Key_N)
    QApplication.processEvents()
    yield made
    made.close()
    choose_language("en")


def cut(buttons: list[DeskButton]) -> list[str]:
    """Return the words of the buttons that are smaller than they ought to be."""
    return [
        one.text()
        for one in buttons
        if one.isVisible() and (one.width() < one.sizeHint().width() or one.height() < one.sizeHint().height())
    ]


def test_the_run_mode_is_whole(chair: Chair) -> None:
    run = chair.page.run
    assert cut([one for one in run.findChildren(DeskButton) if one is not run.card.next]) == []
    left = draw.text_width(_("{time} left").format(time="10:00"), font(14, bold=True))
    assert left <= run.speakers.table.columnWidth(3) - 24
    assert draw.text_width(_("on plan"), font(13)) <= run.rundown.table.columnWidth(6) - 24
    # The heads of the columns, too.
    heads = run.rundown.table.horizontalHeader()
    for place in range(2, 7):
        words = str(heads.model().headerData(place, Qt.Orientation.Horizontal))
        assert draw.text_width(words, font(12)) <= heads.sectionSize(place) - 16
    assert run.speakers.foot.second.toolTip() == ""
    chair.press(Qt.Key.Key_T)
    QApplication.processEvents()
    assert cut(run.more.findChildren(DeskButton)) == []


def test_the_form_of_the_plan_stands_whole(chair: Chair) -> None:
    chair.page.show_plan("context")
    QApplication.processEvents()
    form = chair.page.plan.lines.form
    area = form.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() == 0
    assert area.horizontalScrollBar().maximum() == 0
    days = chair.page.plan.lines.days
    assert days.width() >= days.sizeHint().width()
    assert cut(form.findChildren(DeskButton)) == []
    assert [one.text() for one in form.findChildren(Tick) if one.width() < one.sizeHint().width()] == []
    assert [one.editor.accessibleName() for one in form.findChildren(Field) if not one.says_whole_hint()] == []


def test_the_three_groups_of_the_fair_floor_stand_whole(chair: Chair) -> None:
    """With as many rows as a meeting of the whole region has: four categories, eight regions, five languages."""
    chair.press(Qt.Key.Key_V)
    fair = chair.page.run.panels.fair
    for table, number in ((fair.categories, 4), (fair.regions, 8), (fair.languages, 5)):
        put_groups(table, [GroupShare(f"group {place}", 1, 0, ZERO, 0.0, 0.0) for place in range(number)], str)
    QApplication.processEvents()
    for table in (fair.categories, fair.regions, fair.languages):
        area = table.parentWidget()
        assert area is not None
        view = area.parentWidget()
        assert view is not None
        assert table.geometry().bottom() < view.height()
        assert table.verticalScrollBar().maximum() == 0
