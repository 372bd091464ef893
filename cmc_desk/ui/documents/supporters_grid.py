"""The delegations of the meeting as tiles to be tapped while they speak up: those that are here first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.rules.folding import fold
from cmc_desk.ui import icons
from cmc_desk.ui.documents.words import ROLES
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.flag import paint_flag

COLUMNS, TILE, GAP = 2, 30, 4
_SIGNS = {
    PartyRole.PROPOSER: ("summaries", "sea"),
    PartyRole.SUPPORTER: ("check", "leaf"),
    PartyRole.OPPONENT: ("x", "coral"),
    PartyRole.RESERVATION: ("half-disc", "amber"),
}
_GROUNDS = {
    PartyRole.PROPOSER: "lagoon",
    PartyRole.SUPPORTER: "leafT",
    PartyRole.OPPONENT: "coralT",
    PartyRole.RESERVATION: "amberT",
}
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -COLUMNS, Qt.Key.Key_Down: COLUMNS}
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Tile:
    """A delegation, whether it is here, and where it stands."""

    code: str
    name: str
    flag: str
    present: bool = True
    role: PartyRole | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        here = "" if self.present else _("not here")
        role = _(ROLES[self.role]) if self.role is not None else ""
        return ", ".join(part for part in (self.name, role, here) if part)


class SupportersGrid(QWidget):
    """Arrows walk, letters go to a name; Enter, Space and a click tap: `tapped` has the code.

    A figure says how the next tap is meant, and taps nobody: `role_asked` has it. `moved` has the place that must be in sight.
    """

    tapped = Signal(str)
    role_asked = Signal(int)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: tuple[Tile, ...] = ()
        self._at = 0
        self._typed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Delegations"))

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show the delegations; the one that the keyboard is at stays."""
        code = self.code()
        self._tiles = tuple(tiles)
        self._at = next((number for number, one in enumerate(self._tiles) if one.code == code), 0)
        self.updateGeometry()
        self._say()
        self.update()

    def tiles(self) -> tuple[Tile, ...]:
        """Return what is shown."""
        return self._tiles

    def code(self) -> str:
        """Return the delegation that the keyboard is at."""
        return self._tiles[self._at].code if self._at < len(self._tiles) else ""

    def place_of(self, code: str) -> QRectF:
        """Return where the tile of a delegation is."""
        return self._box(next(number for number, one in enumerate(self._tiles) if one.code == code))

    def begin(self) -> None:
        """Begin at the top, with no letter typed."""
        self._at, self._typed = 0, ""
        self._say()
        self.update()

    def _box(self, number: int) -> QRectF:
        wide = (self.width() - GAP * (COLUMNS - 1)) // COLUMNS
        column, line = number % COLUMNS, number // COLUMNS
        return QRectF(column * (wide + GAP), line * (TILE + GAP), wide, TILE)

    def _number_at(self, point: QPoint) -> int:
        return next((number for number in range(len(self._tiles)) if self._box(number).contains(point)), -1)

    def _go(self, number: int) -> None:
        if 0 <= number < len(self._tiles):
            self._at = number
            self._say()
            self.update()
            self.moved.emit(self._box(number).toRect())

    def _find(self, letter: str) -> None:
        """Go to the first name that begins with what was typed; a letter that finds nothing begins anew."""
        for typed in (self._typed + letter, letter):
            wanted = fold(typed)
            for number, one in enumerate(self._tiles):
                if any(word.startswith(wanted) for word in (fold(one.name), fold(one.code))):
                    self._typed = typed
                    self._go(number)
                    return
        self._typed = ""

    def _say(self) -> None:
        self.setAccessibleDescription(self._tiles[self._at].spoken if self._at < len(self._tiles) else "")

    def sizeHint(self) -> QSize:
        lines = -(-len(self._tiles) // COLUMNS)
        return QSize(360, max(0, lines * (TILE + GAP) - GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, one in enumerate(self._tiles):
            self._paint(painter, self._box(number), one, here=number == self._at and self.hasFocus())
        painter.end()

    def _paint(self, painter: QPainter, box: QRectF, one: Tile, *, here: bool) -> None:
        ground = _GROUNDS[one.role] if one.role is not None else "panel" if one.present else "sand"
        draw.box(
            painter, box, fill=ground, edge="sea" if here else "edge" if one.present else "line", width=2 if here else 1
        )
        x = box.x() + 9
        x += paint_flag(painter, x, box.center().y(), one.flag, 18) + 8
        right = box.right() - 8
        if one.role is not None:
            icon, tone = _SIGNS[one.role]
            icons.paint(painter, QRectF(right - 14, box.center().y() - 7, 14, 14), icon, tone, ground=ground)
            right -= 20
        tone = "ink" if one.present or one.role is not None else "slate"
        draw.text(
            painter,
            QRectF(x, box.y(), right - x, box.height()),
            one.name,
            size=13,
            bold=one.role is not None,
            tone=tone,
        )

    def event(self, event: QEvent) -> bool:
        # What is typed here is the beginning of a name, not an act of the page.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_typed(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bare = Qt.Key(event.key()), _is_bare(event)
        letter = event.text()
        if bare and key in _ARROWS:
            self._go(self._at + _ARROWS[key])
        elif bare and key in _TAKING and not event.isAutoRepeat() and self.code():
            self._typed = ""
            self.tapped.emit(self.code())
        elif bare and letter in ("1", "2", "3", "4"):
            # Nobody is tapped by it: the keyboard may still be at whoever is first.
            self.role_asked.emit(int(letter))
        elif bare and letter and letter.isalpha():
            self._find(letter)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().toPoint())
        if number >= 0:
            self._go(number)
            self.tapped.emit(self._tiles[number].code)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def _is_bare(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)


def _is_typed(event: QKeyEvent) -> bool:
    return _is_bare(event) and (event.text().isalnum() or event.key() in _TAKING)
