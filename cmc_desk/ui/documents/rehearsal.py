"""The Documents page brought from state to state for pictures of it, by the keys that a person would press, on a copy of the meeting."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.ui.documents.brought_rehearsal import brought_states
from cmc_desk.ui.documents.page import DocumentsPage
from cmc_desk.ui.documents.proposal_form import ProposalForm
from cmc_desk.ui.documents.provision_rows import is_bracketed
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.stage.acts import STAGE

_KEY = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_LYING = QSize(1920, 1080)


class Rehearsal:
    """Presses keys on a page."""

    def __init__(self, page: DocumentsPage, settle: Callable[[], None]) -> None:
        self.page = page
        self.settle = settle

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where the keyboard is."""
        focused = QApplication.focusWidget()
        target: QWidget = focused if focused is not None and self.page.isAncestorOf(focused) else self.page
        QTest.keyClick(target, key, modifiers)
        self.settle()

    def contested(self) -> bool:
        """Open the document and the provision for which most stand beside each other; say whether there is any."""
        page = self.page
        best, most = ("", ""), 0
        for title in page.shown.titles:
            page.open_document(title.key)
            for one in page.shown.draft.provisions if page.shown.draft is not None else ():
                if len(one.alternatives) > most:
                    best, most = (title.key, one.provision.key), len(one.alternatives)
        if not most:
            return False
        page.open_document(best[0])
        page.open_provision(best[1])
        page.left.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settle()
        return True


def documents_states(window: MainWindow, settle: Callable[[], None]) -> Iterator[tuple[str, QWidget]]:
    """Bring the page from one main state to the next, and say what each picture is called and of what it is."""
    page = window.page("documents")
    if not isinstance(page, DocumentsPage):
        raise TypeError("the page of the documents has another name")
    one = Rehearsal(page, settle)
    settle()
    if not one.contested():
        yield "documents-empty", window
        return
    yield "documents", window
    for name in _looks(one):
        yield name, window
    for name in _forms(one):
        yield name, window
    yield from _stage(one, window)
    for name in brought_states(page, one.press, settle):
        yield name, window
    window.show_keys()
    yield "documents-keys", window
    window.keys_overlay.close_again()
    if one.contested():
        one.press(_KEY.Key_Return, _CONTROL)
        yield "documents-agreed", window


def _looks(one: Rehearsal) -> Iterator[str]:
    for number, name in ((_KEY.Key_2, "clean"), (_KEY.Key_3, "side-by-side")):
        one.press(number, _ALT)
        yield f"documents-{name}"
    one.press(_KEY.Key_1, _ALT)
    one.press(_KEY.Key_D)
    yield "documents-whole"
    one.press(_KEY.Key_F8)
    yield "documents-next-change"
    one.press(_KEY.Key_D)
    one.press(_KEY.Key_BracketRight)
    row = one.page.left.list.current()
    if row is not None and is_bracketed(row):
        yield "documents-next-bracket"
    one.contested()


def _forms(one: Rehearsal) -> Iterator[str]:
    for key, modifiers, name in (
        (_KEY.Key_S, _NONE, "supporters"),
        (_KEY.Key_M, _NONE, "merge"),
        (_KEY.Key_A, _SHIFT, "as-modified"),
        (_KEY.Key_Y, _NONE, "answer"),
        (_KEY.Key_N, _CONTROL, "new"),
        (_KEY.Key_E, _NONE, "edit"),
        (_KEY.Key_T, _NONE, "text"),
        (_KEY.Key_P, _NONE, "paragraph"),
        (_KEY.Key_V, _NONE, "versions"),
        (_KEY.Key_D, _ALT, "document"),
    ):
        one.press(key, modifiers)
        if one.page.side.form is not None:
            yield f"documents-{name}"
            if name == "new" and isinstance(one.page.side.form, ProposalForm):
                one.page.side.form.action.setFocus(Qt.FocusReason.OtherFocusReason)
                one.press(_KEY.Key_Down)
                yield "documents-new-insert"
            one.press(_KEY.Key_Escape)
    for key, name in (
        (_KEY.Key_C, "circulate"),
        (_KEY.Key_L, "adopt"),
        (_KEY.Key_X, "next-version"),
        (_KEY.Key_N, "found"),
    ):
        one.press(_KEY.Key_D, _ALT)
        one.press(key)
        if one.page.side.form is not None:
            yield f"documents-{name}"
            one.press(_KEY.Key_Escape)


def _stage(one: Rehearsal, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    one.press(_KEY.Key_F6)
    stage = window.room.windows.get(STAGE)
    if stage is None:
        return
    stage.resize(_LYING)
    one.settle()
    yield "documents-on-stage", stage
    stage.set_light(light=True)
    one.settle()
    yield "documents-on-stage-light", stage
    window.close_room()
    window.activateWindow()
    one.settle()
