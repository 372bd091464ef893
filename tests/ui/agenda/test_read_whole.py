"""What decides the next key is read whole: what Space starts, the fixed point with its time, the slack, long names."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from cmc_desk.ui.agenda.card_look import CardLook
from cmc_desk.ui.agenda.running_card import RunningCard, _two_lines
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton, _paint_words
from cmc_desk.ui.parts.cells import CellStyle, FlagText, cell_width
from cmc_desk.ui.parts.runs import Run, plain
from cmc_desk.ui.theme import font
from tests.ui.agenda.stand import Chair

_LONG = "Coffee break and official group photo 10:15"


def test_the_fixed_point_takes_a_second_line_and_keeps_its_time(chair: Chair) -> None:
    face = font(14, bold=True)
    assert _two_lines("Lunch 13:00", face, 180) == ("Lunch 13:00",)
    lines = _two_lines(_LONG, face, 180)
    assert " ".join(lines) == _LONG
    assert len(lines) == 2
    for room in (60, 90, 130):
        assert _two_lines(_LONG, face, room)[-1].endswith("10:15")


def test_the_slack_takes_a_second_line_where_one_is_too_short(chair: Chair) -> None:
    card: RunningCard = chair.page.run.card
    long = (Run("Slack to Presentation of priorities −38 min", bold=True), Run(" · cut at 13:00, rest moves to 14:30"))
    card.show_look(CardLook(title="Opening", slack=long))
    assert card.slack._more.isVisible()
    assert plain(card.slack._more._runs) == "cut at 13:00, rest moves to 14:30"
    card.show_look(CardLook(title="Opening", slack=(Run("Lunch now"), Run(" · no time"))))
    assert not card.slack._more.isVisible()


def test_the_space_button_has_the_whole_width_and_two_lines_for_a_long_title(chair: Chair) -> None:
    card = chair.page.run.card
    assert card.next.width() > 370
    image = QImage(400, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    room = QRectF(0, 0, 270, 40)
    words = "Next: Presentation of national priorities and expectations"
    assert _paint_words(painter, room, words, size=14, bold=True, tone="ink") == 270
    assert _paint_words(painter, room, "Next: Lunch", size=14, bold=True, tone="ink") < 120
    painter.end()
    halves = [
        any(image.pixelColor(x, y) != Qt.GlobalColor.white for x in range(270) for y in range(*rows))
        for rows in ((2, 19), (23, 38))
    ]
    assert halves == [True, True]
    assert DeskButton(words, size="medium").accessibleName() == words


def test_a_long_name_fits_beside_its_state(chair: Chair) -> None:
    table = chair.page.run.speakers.table
    room = table.columnWidth(1) - 16
    assert cell_width(FlagText("BQ", "Caribbean Netherlands"), CellStyle(align=draw.LEFT, size=13)) <= room


@pytest.mark.parametrize(("typed", "nobody"), [("qqq", True), ("jam", False), ("", False)])
def test_where_no_delegation_is_found_the_panel_says_what_to_do(chair: Chair, typed: str, nobody: bool) -> None:  # noqa: FBT001
    chair.press(Qt.Key.Key_S)
    panel = chair.page.run.panels.add
    chair.type(typed)
    QApplication.processEvents()
    assert panel.nobody.isVisible() is nobody
    assert QApplication.focusWidget() is panel.field.edit
