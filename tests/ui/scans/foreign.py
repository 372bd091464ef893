"""A badge of somebody else's meeting, with nothing on it but letters and an Enter, held before whatever field the cursor is in."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from cmc_desk.desk.undoing import last_row
from cmc_desk.ui.context import Context
from cmc_desk.ui.scanner import Scanner
from cmc_desk.ui.typed_text import what_enter_does

# A quick scanner, and one at the pace of the quickest hands.
PACES_MS = (2, 20)
WORDS = ("MADOXAMD", "QWERTYUIOP")


def fields_of(form: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """Return the fields of a form that somebody can type in now."""
    found: list[QLineEdit | QPlainTextEdit] = [*form.findChildren(QLineEdit), *form.findChildren(QPlainTextEdit)]
    return [one for one in found if one.isVisible() and one.isEnabled() and not one.isReadOnly()]


@contextmanager
def scanner_of(context: Context) -> Iterator[list[float]]:
    """Let a scanner hear the keys meanwhile, by a clock that only the test moves."""
    app, now = QApplication.instance(), [1000.0]
    assert isinstance(app, QApplication)
    made = Scanner(app, clock=lambda: now[0], stamped=False, typed=context.is_typed, text=context.is_typed_text)
    try:
        yield now
    finally:
        made.stop()
        made.deleteLater()


def holds_nothing(context: Context, form: QWidget) -> int:
    """Hold foreign badges before every field of a form: nothing is recorded, the form stays, and no line of it takes the letters.

    Where whole paragraphs are written, and Enter ends a line, a word is a word. Return how many fields there are.
    """
    fields = fields_of(form)
    with scanner_of(context) as now:
        for field in fields:
            for word in WORDS:
                for pace in PACES_MS:
                    field.setFocus(Qt.FocusReason.OtherFocusReason)
                    assert QApplication.focusWidget() is field, (field, QApplication.focusWidget())
                    before, row = _text(field), context.desk.read(last_row)
                    for sign in word:
                        now[0] += pace
                        QTest.keyClicks(_target(field), sign)
                    now[0] += pace
                    QTest.keyClick(_target(field), Qt.Key.Key_Return)
                    now[0] += 500
                    assert context.desk.read(last_row) == row, (field.accessibleName(), word, pace)
                    assert not _takes_no_letters(field) or _text(field) == before, (field.accessibleName(), word, pace)
                    assert field.isVisible(), (field.accessibleName(), word, pace)
    return len(fields)


def _target(field: QWidget) -> QWidget:
    return QApplication.focusWidget() or field


def _takes_no_letters(field: QWidget) -> bool:
    return isinstance(field, QLineEdit) or bool(what_enter_does(field))


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
