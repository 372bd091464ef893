"""The left of the desk: the one field, what a check-in counts for, the filters, and who was found."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.attendance import REGISTRATION
from cmc_desk.desk.people import Filter
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.keycap import KeyCap, key_text
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.result_list import HitRow, ResultList
from cmc_desk.ui.parts.runs import Run, RunLine
from cmc_desk.ui.parts.search_field import SearchField
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.commands_first import CommandsFirst
from cmc_desk.ui.typed_text import TAKES_SCANS

WIDTH = 425
# An empty key would be painted as a choice that was not made.
_OF_THE_DAY = "registration of the day"


class SearchPane(Pane):
    """Shows what it is given; every wish of the user is a signal."""

    text_changed = Signal(str)
    entered = Signal()
    chosen = Signal(object)
    filter_chosen = Signal(str)
    counting_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="r", parent=parent)
        self.setFixedWidth(WIDTH)
        self._quiet = False
        self.counting = Combo(size=13, height=28, parent=self)
        self.counting.setAccessibleName(_("Checking in for"))
        self.counting.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.field = SearchField(name=_("Scan a badge, or type a name, delegation or code"), parent=self)
        self.field.edit.setProperty(TAKES_SCANS, True)  # noqa: FBT003 - Qt's own signature
        self.filters = Segment(
            (
                Option(Filter.ALL, _("All"), 0),
                Option(Filter.EXPECTED, _("Expected"), 0),
                Option(Filter.PRESENT, _("Present"), 0),
                Option(Filter.NOTES, _("Notes"), 0, "pin"),
            ),
            name=_("Which people"),
            even=True,
            parent=self,
        )
        self.results = ResultList(name=_("People found"), parent=self)
        self.walk_in = DeskButton(_("Register a walk-in"), key="Ctrl+N", icon="plus", parent=self)
        self.stray = Callout("amber", parent=self)
        self.stray.hide()
        self._counting_label = Text(_("Checking in for"), size=12, tone="slate", parent=self)
        self._match = RunLine(size=12, parent=self)
        self.setFocusProxy(self.field)
        self._lay_out()
        self._connect()
        CommandsFirst(self.field.edit)

    def text(self) -> str:
        """Return what is typed."""
        return self.field.text()

    def empty(self) -> None:
        """Empty the field without announcing it: the card that is shown stays."""
        self._quiet = True
        self.field.set_text("")
        self._quiet = False

    def select_all(self) -> None:
        """Select what is typed, so that the next name replaces it."""
        self.field.edit.selectAll()

    def set_choices(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer what a check-in may count for."""
        self.counting.set_choices([(key or _OF_THE_DAY, words) for key, words in choices])
        self.counting.set_key(chosen or _OF_THE_DAY)
        self.counting.setToolTip(self.counting.currentText())
        # Whoever checks in for something else than usual must see it without reading.
        self._counting_label.set_tone("slate" if chosen == REGISTRATION else "amberInk")

    def warn_of_day(self, day: str) -> None:
        """Say that today is none of the meeting and for which `day` a check-in counts; nothing if it is empty."""
        if day:
            self.stray.say(_("Today is not a day of the meeting"), _("A check-in counts for {day}.").format(day=day))
        self.stray.setVisible(bool(day))

    def set_counts(self, counts: Mapping[Filter, int]) -> None:
        """Show how many people each filter would show."""
        self.filters.set_counts({only.value: number for only, number in counts.items()})

    def set_found(self, rows: Sequence[HitRow], *, total: str, of: int, first: bool) -> None:
        """Show who was found; with `first` the first of them is chosen, otherwise whoever was chosen stays so."""
        key = rows[0].key if first and rows else None
        self.results.set_rows(rows, key=key)
        words = _(" of {whole} match").format(whole=of) if self.text().strip() else _(" of {whole}").format(whole=of)
        self._match.set_runs((Run(total, bold=True), Run(words, tone="slate")))

    def current(self) -> str:
        """Return the identifier of the chosen person; empty if nobody is chosen."""
        row = self.results.current()
        return str(row.key) if row is not None else ""

    def choose_nobody(self) -> None:
        """Take the choice away, so that Enter means nobody."""
        self.results.set_rows(self.results.rows(), key="")

    def set_walk_in_waiting(self, *, waiting: bool) -> None:
        """Say whether a walk-in was begun and waits to be gone on with."""
        self.walk_in.set_text(_("Go on with the walk-in") if waiting else _("Register a walk-in"))

    def _on_text_changed(self, text: str) -> None:
        if not self._quiet:
            self.text_changed.emit(text)

    def _on_counting(self, key: str) -> None:
        self.counting_chosen.emit(REGISTRATION if key == _OF_THE_DAY else key)
        self.field.edit.setFocus()

    def _connect(self) -> None:
        self.field.text_changed.connect(self._on_text_changed)
        self.field.entered.connect(self.entered)
        self.field.stepped.connect(self.results.step)
        self.results.chosen.connect(self.chosen)
        self.results.taken.connect(self.entered)
        self.filters.chosen.connect(self.filter_chosen)
        self.counting.picked.connect(self._on_counting)
        opened = QShortcut(QKeySequence("Alt+S"), self)
        opened.activated.connect(self.counting.showPopup)
        for place, only in enumerate(Filter):
            key = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key(Qt.Key.Key_1 + place))
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda only=only: self.filters.choose(only.value))

    def _lay_out(self) -> None:
        upper = QVBoxLayout()
        upper.setContentsMargins(16, 12, 16, 10)
        upper.setSpacing(8)
        upper.addLayout(_line(self._counting_label, self.counting, KeyCap(key_text("Alt+S"), parent=self)))
        upper.addWidget(self.stray)
        upper.addWidget(self.field)
        hint = Text(_("Scan a badge, or type a name, delegation or code"), size=12, tone="slate", parent=self)
        search = Text(_("search"), size=12, tone="slate", parent=self)
        upper.addLayout(_line(hint, 1, KeyCap("F2", parent=self), search))
        upper.addSpacing(2)
        upper.addWidget(self.filters)
        upper.addSpacing(4)
        choose = Text(_("choose"), size=12, tone="slate", parent=self)
        upper.addLayout(_line(self._match, 1, KeyCap("↑", parent=self), KeyCap("↓", parent=self), choose))
        lower = QVBoxLayout()
        lower.setContentsMargins(16, 12, 16, 12)
        lower.addWidget(self.walk_in)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addLayout(upper)
        whole.addWidget(Rule(parent=self))
        whole.addWidget(self.results, 1)
        whole.addWidget(Rule(parent=self))
        whole.addLayout(lower)


def _line(*widgets: QWidget | int) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(8)
    for widget in widgets:
        if isinstance(widget, int):
            layout.addStretch(widget)
        else:
            layout.addWidget(widget, 1 if isinstance(widget, Combo) else 0)
    return layout
