"""The Setup page: at the left what there is to set up, beside it the chosen part."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.context import Context
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.setup.agenda_section import AgendaSection
from cmc_desk.ui.setup.aliases_section import AliasesSection
from cmc_desk.ui.setup.categories_section import CategoriesSection
from cmc_desk.ui.setup.computer_section import ComputerSection
from cmc_desk.ui.setup.contacts_section import ContactsSection
from cmc_desk.ui.setup.copies_section import CopiesSection
from cmc_desk.ui.setup.delegations_section import DelegationsSection
from cmc_desk.ui.setup.meeting_section import MeetingSection
from cmc_desk.ui.setup.operators_section import OperatorsSection
from cmc_desk.ui.setup.section import Section
from cmc_desk.ui.theme import hints_shown

_NAVIGATION = 240
_ROW = 42


@dataclass(frozen=True, slots=True)
class _Part:
    """A section: its name in the program, its icon and title, and how it is made."""

    key: str
    icon: str
    title: str
    make: Callable[[Context, QWidget], Section]


_PARTS = (
    _Part("meeting", "home", N_("Meeting"), MeetingSection),
    _Part("agenda", "cal", N_("Days and sessions"), AgendaSection),
    _Part("delegations", "flagi", N_("Delegations"), DelegationsSection),
    _Part("categories", "grid", N_("Categories"), CategoriesSection),
    _Part("operators", "user", N_("Operators and stations"), OperatorsSection),
    _Part("copies", "disk", N_("Copies and safety"), CopiesSection),
    _Part("aliases", "sheet", N_("Import aliases"), AliasesSection),
    _Part("computer", "setup", N_("This computer"), ComputerSection),
    # Last, so that the keys of the others stay what they were.
    _Part("contacts", "phone", N_("Contacts"), ContactsSection),
)


class SetupPage(Page):
    """Everything that is decided before the queue stands there; `habits_changed` says that this computer has other habits."""

    habits_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sections: dict[str, Section] = {}
        self._stale_parts = {part.key for part in _PARTS}
        self.list: RowList[_Part] = RowList(
            _paint_part, key=_key, spoken=_title, name=_("Sections of Setup"), height=_ROW, ground=_ground, lines=False
        )
        self.list.set_rows(_PARTS, first=True)
        self.list.chosen.connect(self._on_chosen)
        self._stack = QStackedWidget()
        navigation = Pane("sand", lines="r")
        navigation.setFixedWidth(_NAVIGATION)
        column = QVBoxLayout(navigation)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(PaneHead(_("Setup"), ground="sand"))
        self.list.setFixedHeight(_ROW * len(_PARTS))
        column.addWidget(self.list)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(navigation)
        row.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)
        for number, part in enumerate(_PARTS, start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setObjectName(part.key)
            shortcut.activated.connect(self._on_key)
        self.show_section("meeting")

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self._sections[self.section_key]

    @property
    def section_key(self) -> str:
        """The name of the section that is shown."""
        widget = self._stack.currentWidget()
        return next(key for key, section in self._sections.items() if section is widget)

    def show_section(self, key: str) -> bool:
        """Show a section, once what was typed in the one before is saved; say whether it is shown."""
        if self._sections and key != self.section_key and not self.section.leave():
            self.list.choose(self.section_key)
            return False
        if key not in self._sections:
            part = next(part for part in _PARTS if part.key == key)
            made = part.make(self.context, self)
            if isinstance(made, ComputerSection):
                made.habits_changed.connect(self.habits_changed)
            self._sections[key] = made
            self._stack.addWidget(made)
        self._stack.setCurrentWidget(self._sections[key])
        self.list.choose(key)
        if key in self._stale_parts and self.isVisible():
            self._stale_parts.discard(key)
            self._sections[key].reload()
        return True

    def keys(self) -> Sequence[tuple[str, str]]:
        return (("Alt+1…9", _("choose a section")), *self.section.keys())

    def open_at(self, what: object) -> None:
        if isinstance(what, str) and what in [part.key for part in _PARTS]:
            self.show_section(what)

    def scanned(self, text: str) -> bool:
        return self.section.scanned(text)

    def states(self) -> Iterator[str]:
        for part in _PARTS:
            self.show_section(part.key)
            yield part.key

    def reload(self, tables: frozenset[str]) -> None:
        del tables
        self._stale_parts = {part.key for part in _PARTS if part.key != self.section_key}
        self.section.reload()

    def _on_chosen(self, part: object) -> None:
        if isinstance(part, _Part):
            self.show_section(part.key)

    def _on_key(self) -> None:
        if self.show_section(self.sender().objectName()):
            self.section.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _key(part: _Part) -> str:
    return part.key


def _title(part: _Part) -> str:
    return _(part.title)


def _ground(_part: _Part) -> str:
    return "sand"


def _paint_part(painter: QPainter, rect: QRectF, part: _Part, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    tone = "sea" if selected else "slate"
    icons.paint(painter, QRectF(rect.x() + PAD, round(rect.center().y() - 8), 16, 16), part.icon, tone)
    words = rect.adjusted(PAD + 26, 0, -PAD - 16, 0)
    draw.text(painter, words, _(part.title), bold=selected, tone="ink")
    if hints_shown():
        number = rect.adjusted(0, 0, -PAD, 0)
        draw.text(painter, number, str(_PARTS.index(part) + 1), size=11, tone="slate", align=draw.RIGHT)
