"""How every window looks: style, palette, typeface and the one style sheet."""

import gc
from functools import cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.resource import resource
from cmc_desk.ui import palette
from cmc_desk.ui.focus_ring import follow_focus
from cmc_desk.ui.palette import colour, is_dark

__all__ = ["BASE", "apply", "colour", "every_widget", "font", "hints_shown", "is_dark", "show_hints"]

FAMILY = "Noto Sans"
BASE = 14
_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "sand",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "lagoon2",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "coral",
    QPalette.ColorRole.ToolTipBase: "rail",
    QPalette.ColorRole.ToolTipText: "railOnInk",
    QPalette.ColorRole.Highlight: "lagoon",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Accent: "sea",
    QPalette.ColorRole.Link: "sea",
    QPalette.ColorRole.LinkVisited: "sea",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "neutralT",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
}
_OFF = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
# Frames and spacing only: what a palette cannot say. The words and sizes of a field are its font.
_SHEET = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox {{
  background: {panel}; border: 1px solid {edge}; border-radius: 4px; padding: 1px 9px;
  selection-background-color: {lagoon}; selection-color: {ink};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus {{ border: 2px solid {sea}; padding: 0px 8px; }}
QLineEdit[problem="true"] {{ border: 2px solid {coral}; padding: 0px 8px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled {{ background: {sand}; color: {faint}; border-color: {line}; }}
QLineEdit {{ lineedit-password-character: 8226; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0px; border: none; }}
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] {{ border: none; background: transparent; padding: 0px; }}
QToolTip {{ background: {rail}; color: {railOnInk}; border: 1px solid {edge}; padding: 4px 6px; }}
QAbstractItemView {{ border: none; background: {panel}; outline: 0; }}
QAbstractItemView[ground="sand"] {{ background: {sand}; }}
QAbstractItemView[popup="true"] {{ border: 1px solid {edge}; border-radius: 4px; }}
QAbstractItemView[popup="true"]::item {{ padding-left: 7px; }}
QAbstractItemView[popup="true"]::item:selected {{ background: {lagoon}; color: {ink}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0px; }}
QScrollBar::handle {{ background: {edge}; border-radius: 3px; border: 2px solid transparent; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {line}; }}
"""


class _Hints:
    """Whether buttons show their keys; beginners want them, the third day does not."""

    shown: bool = True


def apply(app: QApplication, *, dark: bool) -> None:
    """Dress the whole program in the light or the dark scheme; calling it again changes the scheme at once."""
    palette.choose(dark=dark)
    sheet = _SHEET.format_map({name: palette.hexcode(name) for name in palette.TOKENS})
    # Qt dresses every widget anew, a tenth of a second for an empty program, even where nothing is new.
    worn = app.styleSheet() == sheet
    if not worn and app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    _load_fonts()
    app.styleHints().setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    app.setPalette(_palette())
    app.setFont(font(BASE))
    if not worn:
        app.setStyleSheet(sheet)
    follow_focus(app)
    for widget in every_widget(app):
        widget.update()


def every_widget(app: QApplication) -> list[QWidget]:
    """Return all widgets of the program, of all its windows.

    Qt's list holds bare pointers. The binding wraps them one after another, and a look for garbage that begins meanwhile would delete
    windows that were closed and are still in the list.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return app.allWidgets()
    finally:
        if collecting:
            gc.enable()


def font(size: int, *, bold: bool = False) -> QFont:
    """Return Noto Sans of `size` px (device-independent), regular or bold; its figures are tabular."""
    return QFont(_font(size, bold=bold))


def hints_shown() -> bool:
    """Say whether buttons show their keys."""
    return _Hints.shown


def show_hints(app: QApplication, *, shown: bool) -> None:
    """Show or hide the keys on all buttons and in the corners of fields; the keys work either way."""
    _Hints.shown = shown
    for widget in every_widget(app):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


@cache
def _font(size: int, *, bold: bool) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    # At 125 % and 150 % hinted widths differ from the unhinted ones, and columns that fitted are cut.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def _load_fonts() -> None:
    for path in sorted(resource("fonts").glob("*.[to]tf")):
        QFontDatabase.addApplicationFont(str(path))


def _palette() -> QPalette:
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, colour(name))
    for role in _OFF:
        made.setColor(QPalette.ColorGroup.Disabled, role, colour("faint"))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Base, colour("sand"))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(colour("neutralT")))
    return made
