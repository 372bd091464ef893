"""Runs of a redline broken into lines: what was added underlined, what was removed struck, so that it reads in grey as well."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.redline import Run
from cmc_desk.rules.word_difference import Kept
from cmc_desk.ui.palette import colour
from cmc_desk.ui.theme import font

_LINE = "\u2028"
_UNDER = 2.0


class LaidRuns:
    """`height` is what the runs take at `width` px; `changes` says how far down each stretch of changes begins.

    A `head` stands before the text in bold, such as "[3 bis.", a `tail` after it, such as "]".
    """

    def __init__(
        self, runs: Sequence[Run], width: int, size: int, head: str = "", tail: str = "", *, bold: bool = False
    ) -> None:
        runs = apart(runs)
        before = f"{head} " if head else ""
        self._layout = QTextLayout((before + "".join(run.text for run in runs) + tail).replace("\n", _LINE))
        self._layout.setFont(font(size, bold=bold))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._removed: list[tuple[int, int]] = []
        self._added: list[tuple[int, int]] = []
        self._ends = ((0, _length(before)), (_length(before) + sum(_length(run.text) for run in runs), _length(tail)))
        self._mark(runs, _length(before))
        self.height, self._size = 0.0, size
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(40, width))
            line.setPosition(QPointF(0, self.height))
            self.height += round(line.height() + size * 0.18)
        self._layout.endLayout()
        self.changes = self._changes()

    def paint(self, painter: QPainter, at: QPointF, *, tone: str = "ink") -> None:
        """Draw the text with its upper left corner at `at`, in the scheme that is in force."""
        formats = []
        for places, mark in ((self._removed, "coral"), (self._added, "leaf")):
            for start, length in places:
                piece = QTextLayout.FormatRange()
                look = QTextCharFormat()
                look.setForeground(colour(mark))
                look.setFontStrikeOut(mark == "coral")
                piece.start, piece.length, piece.format = start, length, look
                formats.append(piece)
        formats.extend(_bold(start, length) for start, length in self._ends if length)
        painter.setPen(colour(tone))
        self._layout.draw(painter, at, formats)
        for start, length in self._added:
            self._underline(painter, at, start, start + length)

    def _mark(self, runs: Sequence[Run], start: int) -> None:
        bold = [_bold(first, length) for first, length in self._ends if length]
        if bold:
            # Bold letters are wider: the lines are broken with them.
            self._layout.setFormats(bold)
        for run in runs:
            length = _length(run.text)
            if run.kept is not Kept.SAME:
                # A blank at its ends is neither underlined nor struck.
                first, last = _length(run.text) - _length(run.text.lstrip()), _length(run.text.rstrip())
                if first < last:
                    place = (start + first, last - first)
                    (self._added if run.kept is Kept.ADDED else self._removed).append(place)
            start += length

    def _changes(self) -> tuple[float, ...]:
        """Return where each stretch of changes begins; what was removed and what came in its place are one."""
        found: list[float] = []
        end = -2
        for start, length in sorted(self._removed + self._added):
            # A blank between what goes and what comes does not part them.
            if start > end + 1:
                line = self._layout.lineForTextPosition(start)
                found.append(line.y() if line.isValid() else 0.0)
            end = start + length
        return tuple(found)

    def _underline(self, painter: QPainter, at: QPointF, start: int, end: int) -> None:
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            left, right = _x(line, first), _x(line, last)
            y = round(at.y() + line.y() + line.ascent() + self._size * 0.22)
            painter.fillRect(QRectF(at.x() + left, y, right - left, _UNDER), colour("leaf"))


@lru_cache(maxsize=1024)
def laid_runs(
    runs: tuple[Run, ...], width: int, size: int, head: str = "", tail: str = "", *, bold: bool = False
) -> LaidRuns:
    """Return runs broken into lines; what was measured is not measured again to be painted."""
    return LaidRuns(runs, width, size, head, tail, bold=bold)


def apart(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs with a blank between what was removed and what came in its place, so that two words are not read as one.

    A blank that was removed is nothing to be seen.
    """
    made: list[Run] = []
    for run in runs:
        if run.kept is Kept.REMOVED and run.text.strip(" ") == "":
            continue
        replaced = made and made[-1].kept is Kept.REMOVED and run.kept is Kept.ADDED
        if replaced and not made[-1].text[-1:].isspace() and not run.text[:1].isspace():
            made.append(Run(" "))
        made.append(run)
    return tuple(made)


def spoken_runs(runs: Sequence[Run]) -> str:
    """Return a redline in words, for whoever hears it."""
    words = {Kept.SAME: "{text}", Kept.REMOVED: _("[removed: {text}]"), Kept.ADDED: _("[added: {text}]")}
    return " ".join(words[run.kept].format(text=run.text.strip()) for run in runs if run.text.strip())


def _length(text: str) -> int:
    # Qt counts in UTF-16, where an emoji is two.
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _x(line: QTextLine, place: int) -> float:
    # The binding returns the place that it may have moved to as well.
    found: object = line.cursorToX(place)
    first = found[0] if isinstance(found, tuple) else found
    return first if isinstance(first, float) else 0.0


def _bold(start: int, length: int) -> QTextLayout.FormatRange:
    piece = QTextLayout.FormatRange()
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    piece.start, piece.length, piece.format = start, length, look
    return piece
