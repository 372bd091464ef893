"""Whole screens made of the parts: they fit the smallest screen, and everything in them has a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.ui import theme
from tests.ui.scenes import SCENES
from tests.ui.sheets import SHEETS

ALL = SCENES | SHEETS


def nameless(scene: QWidget) -> list[QWidget]:
    """Return what takes the keyboard or a click and says nothing to a screen reader."""
    return [
        widget
        for widget in scene.findChildren(QWidget)
        if (widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton))
        and widget.focusProxy() is None
        and widget.isVisibleTo(scene)
        and not (widget.accessibleName() or widget.objectName().startswith("qt_"))
    ]


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_screen_fits_names_everything_and_follows_the_scheme(name: str, qapp: QApplication, qtbot: QtBot) -> None:
    if theme.is_dark() or not qapp.styleSheet():
        theme.apply(qapp, dark=False)
    scene = ALL[name]()
    qtbot.addWidget(scene)
    scene.show()
    least = scene.minimumSizeHint()
    assert least.width() <= 1366
    assert least.height() <= 768
    assert nameless(scene) == []
    light = scene.grab().toImage()
    theme.apply(qapp, dark=True)
    assert scene.grab().toImage() != light
