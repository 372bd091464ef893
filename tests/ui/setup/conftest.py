"""A Setup page in a real window over a real meeting file, with a clock that stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.desk.desk import Desk
from cmc_desk.ui import theme
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.setup.page import SetupPage
from cmc_desk.ui.setup.section import Section
from tests.desk.kingston import open_desk
from tests.ui.inline_pool import InlinePool

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Setting:
    """Somebody before the Setup page, with what was said to them."""

    page: SetupPage
    desk: Desk
    said: list[Message]

    def section(self, key: str) -> Section:
        """Go to a section by its key on the keyboard."""
        keys = (
            "meeting",
            "agenda",
            "delegations",
            "categories",
            "operators",
            "copies",
            "aliases",
            "computer",
            "contacts",
        )
        self.press(getattr(Qt.Key, f"Key_{keys.index(key) + 1}"), ALT)
        assert self.page.section_key == key
        return self.page.section

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifiers)

    def type_over(self, field: Field, text: str) -> None:
        """Replace what stands in a field."""
        assert isinstance(field.editor, QLineEdit)
        field.editor.setFocus()
        field.editor.selectAll()
        QTest.keyClicks(field.editor, text)

    def last(self) -> str:
        """Return what was said last, as one line."""
        message = self.said[-1]
        return message.before + message.bold + message.after


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Light before and after, with the keys shown."""
    theme.apply(qapp, dark=False)
    theme.show_hints(qapp, shown=True)
    yield qapp
    theme.apply(qapp, dark=False)
    theme.show_hints(qapp, shown=True)


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path, dressed: QApplication) -> Iterator[Callable[..., Setting]]:
    """Return the way to open a meeting and show its Setup page as large as the smallest window leaves it."""
    opened: list[Desk] = []

    def make(passphrase: str = "") -> Setting:
        desk = open_desk(tmp_path, passphrase=passphrase)
        opened.append(desk)
        # The test holds the window; the page lives as long as it does.
        context = Context(desk, pool=InlinePool())
        page = SetupPage(context)
        desk.subscribe(page.changed)
        said: list[Message] = []
        context.said.connect(said.append)
        context.setParent(page)
        page.resize(1278, 676)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.setFocus()
        return Setting(page, desk, said)

    yield make
    for desk in opened:
        desk.close()


@pytest.fixture
def stand(begin: Callable[..., Setting]) -> Setting:
    """Return a training meeting with its Setup page."""
    return begin()


def nameless(scene: QWidget) -> list[QWidget]:
    """Return what takes the keyboard and says nothing to a screen reader."""
    return [
        widget
        for widget in scene.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and widget.isVisibleTo(scene)
        and not (widget.accessibleName() or widget.objectName().startswith("qt_"))
    ]
