"""Tells a text that somebody types quickly into a field from a scan that happens while the cursor stands there."""

from typing import Protocol

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from cmc_desk.desk import presence
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.badge_code import CodeKind, parse
from cmc_desk.rules.dictation import reads_as_dictated
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.rules.scans import reads_as_words
from cmc_desk.rules.sheet_code import parse_sheet

# A field that scans are meant for says so: there, words that end with Enter are a badge with nothing but a name on it.
TAKES_SCANS = "takes_scans"
# A field that whole sentences are typed into, in which every key is seen at once, says so: there, only what can be a code is taken for a
# scan, see `rules.dictation`. The first key of what may be one is given on to it, and taken back by its `take_back` when it was one. Who
# types has a pause before each key, so that none of theirs is late.
DICTATED = "dictated"
# What the Enter does in such a field, if it is not to file what was said or to end a line: there, one word with an Enter is what a badge of
# somebody else's says. Where it decides for the meeting, the Enter after several words is nobody's either unless hands can have typed them.
ENTER = "enter"
SAVES, DECIDES = "saves", "decides"
_TYPED_INTO = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
# What stands in a sentence. A colon begins what other programs put into their codes, such as MECARD:N: and a name.
_IN_SENTENCES = frozenset(" -–'’.,;!?()&/+\"“”«»")


class Judge(Protocol):
    """Tells whether a burst into a field of text is text, or into one that is `dictated` to."""

    def __call__(self, text: str, *, dictated: bool = False) -> bool: ...


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


def is_dictated(widget: QWidget | None) -> bool:
    """Say whether whole sentences are typed into `widget`."""
    return widget is not None and bool(widget.property(DICTATED))


def what_enter_does(widget: QWidget | None) -> str:
    """Return `SAVES` or `DECIDES` if an Enter in `widget` does that, else nothing."""
    told = widget.property(ENTER) if widget is not None else None
    return told if isinstance(told, str) else ""


def is_typed_text(desk: Desk, text: str, *, dictated: bool = False) -> bool:
    """Say whether a burst is text: neither a code of a known shape, nor of a sheet, nor of anybody's badge or ticket.

    Into a field that is `dictated` to, everything is text that cannot be a code.
    """
    scanned = parse(text)
    if (
        not (reads_as_dictated(text) if dictated else reads_as_text(text))
        or scanned.kind is not CodeKind.UNKNOWN
        or parse_sheet(text) is not None
    ):
        return False
    try:
        if desk.read(presence.badge_with, code=scanned.code) is not None:
            return False
        return desk.read(presence.holder_of_alias, codes=(scanned.code, *scanned.also)) is None
    except Unavailable:
        return True
