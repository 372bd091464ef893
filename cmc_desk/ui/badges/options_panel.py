"""What is chosen once for a kind of badge: languages, the back, crop marks, blank badges."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import pgettext
from cmc_desk.rules.badge_design import BackSide
from cmc_desk.rules.papers import MOST_BLANKS
from cmc_desk.ui.badges.habits import Shift
from cmc_desk.ui.badges.mm_field import MmField
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.registration.words import language_word
from cmc_desk.ui.theme import font

LANGUAGES = ("en", "es", "fr", "nl")


class OptionsPanel(QWidget):
    """`changed` says that the sheets look otherwise now, `back_shifted` that the backs lie elsewhere."""

    changed = Signal()
    back_shifted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = [(code, language_word(code)) for code in LANGUAGES]
        self.language = self._combo(_("Language"), words)
        self.second = self._combo(_("Second language"), [("", _("none")), *words])
        self.back = Segment((), name=_("Back side"), even=True, parent=self)
        self._why_no_back = Text(size=12, tone="slate", parent=self)
        self.crop = Tick(_("Crop marks"), size=13, parent=self)
        self.unreadable = Tick(_("Unreadable names: a line to write on"), size=13, parent=self)
        self.blank = QSpinBox(self)
        self.blank.setRange(0, MOST_BLANKS)
        self.blank.setFont(font(13))
        self.blank.setFixedSize(56, 28)
        self.blank.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.blank.setAccessibleName(_("Blank badges"))
        self.back_right = MmField(_("Backs further right"), self)
        self.back_down = MmField(_("Backs further down"), self)
        self._back_shift = QWidget(self)
        self._lay_out()
        self.set_backs((BackSide.NONE,), BackSide.NONE, why_not="")
        for combo in (self.language, self.second):
            combo.picked.connect(self.changed)
        self.back.chosen.connect(self._on_back)
        for tick in (self.crop, self.unreadable):
            tick.toggled.connect(self.changed)
        self.blank.valueChanged.connect(self.changed)
        for field in (self.back_right, self.back_down):
            field.valueChanged.connect(self.back_shifted)

    def set_backs(self, offered: Sequence[BackSide], chosen: BackSide, *, why_not: str) -> None:
        """Offer these backs; `why_not` says in one sentence why others are not."""
        names = {BackSide.NONE: _("Front only"), BackSide.DUPLEX: _("Duplex"), BackSide.FOLD: _("Fold")}
        self.back.set_options([Option(one.value, names[one]) for one in offered])
        self._choose_back(chosen if chosen in offered else BackSide.NONE)
        self._why_no_back.setText(why_not)
        self._why_no_back.setVisible(bool(why_not))
        self._back_shift.setVisible(self.back_side() is BackSide.DUPLEX)

    def put(self, *, language: str, second: str, crop: bool) -> None:
        """Show these choices without saying so."""
        for widget in (self.crop, self.blank):
            widget.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.language.set_key(language)
        self.second.set_key(second)
        self.crop.setChecked(crop)
        for widget in (self.crop, self.blank):
            widget.blockSignals(False)  # noqa: FBT003 - Qt's own

    def order_nothing_more(self) -> None:
        """Take back what is asked for one run only: blank badges, and badges without a readable name."""
        for widget in (self.unreadable, self.blank):
            widget.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.blank.setValue(0)
        self.unreadable.setChecked(False)
        for widget in (self.unreadable, self.blank):
            widget.blockSignals(False)  # noqa: FBT003 - Qt's own

    def show_shift(self, shift: Shift) -> None:
        """Show how far the backs lie from where their fronts are."""
        self.back_right.put(shift.back_right)
        self.back_down.put(shift.back_down)

    def back_side(self) -> BackSide:
        """Return how the back of a badge comes to be there."""
        return BackSide(self.back.key() or BackSide.NONE.value)

    def second_language(self) -> str:
        """Return the second language; the first once more is none."""
        return "" if self.second.key() == self.language.key() else self.second.key()

    def _choose_back(self, back: BackSide) -> None:
        self.back.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.back.choose(back.value)
        self.back.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _on_back(self) -> None:
        self._back_shift.setVisible(self.back_side() is BackSide.DUPLEX)
        self.changed.emit()

    def _combo(self, name: str, choices: Sequence[tuple[str, str]]) -> Combo:
        combo = Combo(choices, size=13, height=28, parent=self)
        combo.setAccessibleName(name)
        return combo

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for column, (words, widget) in enumerate(((_("Language"), self.language), (_("Second language"), self.second))):
            grid.addWidget(Text(words, size=12, tone="slate", parent=self), 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 1)
        shift = QHBoxLayout(self._back_shift)
        shift.setContentsMargins(0, 0, 0, 0)
        shift.setSpacing(8)
        shift.addWidget(Text(_("Backs right / down"), size=12, tone="slate", parent=self._back_shift), 1)
        for field in (self.back_right, self.back_down):
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            field.setFixedSize(74, 28)
            shift.addWidget(field)
        more = QHBoxLayout()
        more.setSpacing(8)
        more.addWidget(self.crop)
        more.addStretch()
        more.addWidget(Text(pgettext("badges without a name", "Blank"), size=13, parent=self))
        more.addWidget(self.blank)
        column_ = QVBoxLayout(self)
        # With everything that can be there, the pane is as high as the smallest window leaves it.
        column_.setContentsMargins(16, 2, 16, 4)
        column_.setSpacing(4)
        column_.addLayout(grid)
        column_.addWidget(self.back)
        column_.addWidget(self._why_no_back)
        column_.addWidget(self._back_shift)
        column_.addLayout(more)
        column_.addWidget(self.unreadable)
        column_.addStretch()
