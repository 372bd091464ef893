"""The dress of the windows: readable in both schemes, changed at run time, in one typeface."""

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from cmc_desk.ui import palette, theme
from cmc_desk.ui.focus_ring import FocusRing
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import _STYLES
from cmc_desk.ui.parts.keycap import KeyCap
from cmc_desk.ui.parts.pane import Pane
from tests.ui.parts.pictures import Show, colours_in

WORDS = {
    *(
        (words, ground)
        for words in ("ink", "slate")
        for ground in ("panel", "sand", "sand2", "lagoon", "lagoon2", "amberT")
    ),
    *((style.words, style.ground) for style in _STYLES.values()),
    ("faint", "panel"),
    ("ink", "hl"),
    ("ink", "coralT"),
    ("ink", "leafT"),
    ("slate", "leafT"),
    ("sea", "panel"),
    ("sea", "lagoon"),
    ("coral", "panel"),
    ("amberInk", "panel"),
    ("leaf", "panel"),
    ("onPrimary", "sea"),
    ("onPrimary", "seaHover"),
    ("railInk", "rail"),
    ("railOnInk", "railOn"),
}
SHAPES = {
    ("edge", "panel"),
    ("edge", "sand"),
    ("amber", "panel"),
    ("sea", "panel"),
    ("sea", "sand"),
    ("railBar", "railOn"),
    *((style.shape_tone, style.ground) for style in _STYLES.values() if style.shape_tone),
}


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""

    def light(colour: QColor) -> float:
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4)
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_all_words_can_be_read_on_their_grounds(dark: bool) -> None:  # noqa: FBT001 - a parameter of the test
    pale = {
        pair: round(contrast(QColor(palette.TOKENS[pair[0]][dark]), QColor(palette.TOKENS[pair[1]][dark])), 2)
        for pair in WORDS
    }
    assert {pair: ratio for pair, ratio in pale.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("dark", [False, True])
def test_all_shapes_and_edges_are_seen_on_their_grounds(dark: bool) -> None:  # noqa: FBT001 - a parameter of the test
    pale = {
        pair: round(contrast(QColor(palette.TOKENS[pair[0]][dark]), QColor(palette.TOKENS[pair[1]][dark])), 2)
        for pair in SHAPES
    }
    assert {pair: ratio for pair, ratio in pale.items() if ratio < 3} == {}


def test_a_colour_that_is_not_in_the_palette_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        theme.colour("mauve")


def test_changing_the_scheme_repaints_what_is_open(qtbot: QtBot, qapp: QApplication) -> None:
    pane = Pane("panel")
    qtbot.addWidget(pane)
    pane.resize(20, 20)
    pane.show()
    assert colours_in(pane) == {"#ffffff"}
    theme.apply(qapp, dark=True)
    assert theme.is_dark()
    assert colours_in(pane) == {"#142027"}
    assert qapp.palette().window().color() == theme.colour("sand")
    theme.apply(qapp, dark=False)
    assert colours_in(pane) == {"#ffffff"}


def test_the_typeface_is_ours_in_two_weights_with_figures_of_one_width() -> None:
    for bold in (False, True):
        face = theme.font(14, bold=bold)
        assert QFontInfo(face).family() == "Noto Sans"
        assert face.pixelSize() == 14
        assert len({QFontMetricsF(face).horizontalAdvance(figure) for figure in "0123456789"}) == 1
    assert QFontMetricsF(theme.font(14, bold=True)).horizontalAdvance("bold") > QFontMetricsF(
        theme.font(14)
    ).horizontalAdvance("bold")


def test_hiding_the_hints_hides_the_caps_and_the_keys_still_work(qtbot: QtBot, qapp: QApplication, shown: Show) -> None:
    cap, button = KeyCap("F2"), DeskButton("Note", key="Ctrl+E")
    window = shown(cap, button)
    wide = button.sizeHint().width()
    theme.show_hints(qapp, shown=False)
    assert cap.sizeHint().isEmpty()
    assert button.sizeHint().width() < wide
    with qtbot.waitSignal(button.clicked, timeout=0):
        QTest.keyClick(window, Qt.Key.Key_E, modifier=Qt.KeyboardModifier.ControlModifier)


def test_a_window_may_go_while_a_control_of_it_has_the_keyboard(qtbot: QtBot) -> None:
    for make in (DeskButton, QLineEdit):
        window = QWidget()
        control = make("Done", parent=window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        control.setFocus()
        assert QApplication.focusWidget() is control
        delete(window)
        assert QApplication.focusWidget() is None


def test_the_ring_follows_the_keyboard_and_stays_off_the_control(shown: Show) -> None:
    first, second = DeskButton("First"), DeskButton("Second")
    window = shown(first, second)
    first.setFocus()
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.geometry() == first.geometry().adjusted(-4, -4, 4, 4)
    second.setFocus()
    assert ring.isVisible()
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    window.resize(640, 480)
    QApplication.sendPostedEvents()
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    second.hide()
    assert ring.geometry() == first.geometry().adjusted(-4, -4, 4, 4)
    first.setEnabled(False)
    assert not ring.isVisible()
