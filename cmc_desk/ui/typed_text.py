"""Tells a text that somebody types quickly into a field from a scan that happens while the cursor stands there."""

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from cmc_desk.desk import presence
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.badge_code import CodeKind, parse
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.rules.scans import reads_as_words
from cmc_desk.rules.sheet_code import parse_sheet

# A field that scans are meant for says so: there, words that end with Enter are a badge with nothing but a name on it.
TAKES_SCANS = "takes_scans"
_TYPED_INTO = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
# What stands in a sentence. A colon begins what other programs put into their codes, such as MECARD:N: and a name.
_IN_SENTENCES = frozenset(" -–'’.,;!?()&/+\"“”«»")


def is_text_field(widget: QWidget | None) -> bool:
    """Say whether text is typed into `widget`, and no scan is meant for it."""
    return isinstance(widget, _TYPED_INTO) and not widget.property(TAKES_SCANS)


def reads_as_text(text: str) -> bool:
    """Say whether a burst is a word, or several words with a space between them, which no scanner sends."""
    if reads_as_words(text):
        return True
    words = text.split()
    return (
        len(words) > 1 and any(map(str.isalpha, text)) and all(sign.isalnum() or sign in _IN_SENTENCES for sign in text)
    )


def is_typed_text(desk: Desk, text: str) -> bool:
    """Say whether a burst is text: neither a code of a known shape, nor of a sheet, nor of anybody's badge or ticket."""
    scanned = parse(text)
    if not reads_as_text(text) or scanned.kind is not CodeKind.UNKNOWN or parse_sheet(text) is not None:
        return False
    try:
        if desk.read(presence.badge_with, code=scanned.code) is not None:
            return False
        return desk.read(presence.holder_of_alias, codes=(scanned.code, *scanned.also)) is None
    except Unavailable:
        return True
