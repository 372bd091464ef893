"""What a file is let fall on says so, and what stands beside it is reached by the keyboard in the order in which it is seen."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.ui.documents.file_pane import FilePane
from cmc_desk.ui.documents.file_part import FilePart
from tests.ui.documents.stand import Drafter


def test_one_local_file_can_be_let_fall_on_it(drafter: Drafter, qtbot: QtBot, tmp_path: Path) -> None:
    part = FilePart(drafter.page.context)
    qtbot.addWidget(part)
    heard: list[object] = []
    part.dropped.connect(heard.append)
    one, two = tmp_path / "text.docx", tmp_path / "matrix.xlsx"
    for paths, taken in ([one], True), ([one, two], False), ([], False):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
        enter.ignore()
        part.dragEnterEvent(enter)
        assert enter.isAccepted() is taken
        part.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    assert heard == [one]


def test_the_label_of_a_version_is_forgotten_with_the_file(qtbot: QtBot) -> None:
    pane = FilePane("Take over")
    qtbot.addWidget(pane)
    editor = pane.label.editor
    assert isinstance(editor, QLineEdit)
    editor.setText("  Second draft ")
    assert pane.version_label() == "Second draft"
    pane.forget_label()
    assert pane.version_label() == ""


def test_the_keyboard_goes_from_the_head_through_the_body_to_the_act(qtbot: QtBot) -> None:
    pane, inside, body = FilePane("Take over"), QLineEdit(), QVBoxLayout()
    body.addWidget(inside)
    pane.lay_out(body)
    qtbot.addWidget(pane)
    ways: list[QWidget] = []
    at = pane.nextInFocusChain()
    while at is not None and at is not pane:
        ways += [at] if at in (pane.back, inside, pane.write) else []
        at = at.nextInFocusChain()
    assert ways == [pane.back, inside, pane.write]
