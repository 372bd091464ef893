"""The registration page: the desk, and beside it the walk-in, one person in full, lists, and attendance."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.desk.attendance import Answer
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sheet_code import SheetCode, SheetPaper, parse_sheet
from cmc_desk.ui.context import Context
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.registration.card_travel import CardTravel
from cmc_desk.ui.registration.desk_view import DeskView
from cmc_desk.ui.sound import play

if TYPE_CHECKING:
    from cmc_desk.ui.badges.machine import Machine
    from cmc_desk.ui.registration.person_view import PersonView
    from cmc_desk.ui.registration.walk_in_view import WalkInView


class RegistrationPage(Page):
    """A stack of views; a scan shows the desk, and what was being typed elsewhere waits there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.desk_view = DeskView(context, self)
        self._travel = CardTravel(context, self.desk_view.card.travel, self)
        self.desk_view.prints.shown.connect(self._travel.show_card)
        self._machine: Machine | None = None
        self._walk_in: WalkInView | None = None
        self._person: PersonView | None = None
        self.import_page: Page | None = None
        self.attendance: Page | None = None
        self.badges: Page | None = None
        self._back = DeskButton(_("Back to the desk"), key="F2", icon="registration", size="small", parent=self)
        self._stack = QStackedLayout(self)
        self._beside = QWidget(self)
        self._beside_stack = QStackedLayout()
        self._lay_out_beside()
        self._stack.addWidget(self._beside)
        self._stack.addWidget(self.desk_view)
        self._stack.setCurrentWidget(self.desk_view)
        self.setFocusProxy(self.desk_view)
        self.desk_view.asked.connect(self._on_asked)
        self._back.clicked.connect(self.show_desk)
        self._search_key = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
        self._search_key.activated.connect(self.show_desk)

    @property
    def walk_in(self) -> "WalkInView":
        """The view of somebody who is not on the list, made when it is first asked for: the desk opens sooner without it."""
        if self._walk_in is None:
            from cmc_desk.ui.registration.walk_in_view import WalkInView

            self._walk_in = WalkInView(self.context, self)
            self._stack.addWidget(self._walk_in)
            self._walk_in.entered.connect(self._on_entered)
            self._walk_in.same.connect(self.open_at)
            self._walk_in.left.connect(self.show_desk)
        return self._walk_in

    @property
    def person(self) -> "PersonView":
        """One person in full, made when it is first asked for."""
        if self._person is None:
            from cmc_desk.ui.registration.person_view import PersonView

            self._person = PersonView(self.context, self)
            self._stack.addWidget(self._person)
            self._person.left.connect(self._on_person_left)
        return self._person

    def use_machine(self, machine: "Machine") -> None:
        """Print on the printers of `machine` instead of those of this computer; said before anything is printed."""
        self._machine = machine
        self.desk_view.prints.machine = machine

    def keys(self) -> Sequence[tuple[str, str]]:
        if self.shown() in self._beside_views():
            return (*self.shown().keys(), ("F2", _("Back to the desk")))
        if self.shown() is self._walk_in:
            return (
                (key_text("Return"), _("Save, check in and queue the badge")),
                (key_text("Shift+Return"), _("Save and check in, no badge")),
                (key_text("Tab"), _("Take the delegation that is proposed")),
                ("Alt+1…3", _("It is this person")),
                ("Alt+L", _("Asked whether to be listed")),
                ("F2", _("Back to the desk, keep what is typed")),
                ("Esc", _("Leave, keep nothing")),
            )
        if self.shown() is self._person:
            return (
                (f"{key_text('Ctrl+S')}, {key_text('Ctrl+Return')}", _("Save")),
                (key_text("Ctrl+Shift+W"), _("Withdraw")),
                (key_text("Ctrl+Shift+R"), _("Reinstate")),
                (key_text("Ctrl+Shift+P"), _("Somebody else comes instead")),
                (key_text("Ctrl+Shift+V"), _("Credentials verified")),
                *self._person.photo.keys(),
                ("Esc", _("Leave, change nothing")),
            )
        return (
            ("F2", _("Search")),
            (key_text("Return"), _("Check in the chosen person")),
            ("↑ ↓", _("Choose another")),
            ("Esc", _("Clear, next person")),
            (key_text("Ctrl+N"), _("Register a walk-in")),
            (key_text("Ctrl+Shift+Z"), _("Undo the check-in on the card")),
            (key_text("Ctrl+Shift+L"), _("Mark as left")),
            (key_text("Ctrl+Shift+H"), _("Arrived, at Travel too")),
            (key_text("Ctrl+G"), _("Whole delegation present")),
            (key_text("Ctrl+D"), _("Note done")),
            (key_text("Ctrl+P"), _("Print the badge of the person on the card")),
            (key_text("Ctrl+E"), _("Add a note")),
            (key_text("Ctrl+R"), _("Edit the person")),
            ("Alt+1…4", _("All, expected, present, notes")),
            ("Alt+S", _("What a check-in counts for")),
            (key_text("Ctrl+M"), _("Just scanned or still missing")),
            (key_text("Ctrl+Shift+N"), _("Register without check-in")),
            (key_text("Ctrl+I"), _("Bring in a list")),
            (key_text("Ctrl+Shift+A"), _("Attendance by session")),
            (key_text("Ctrl+B"), _("Badges")),
        )

    def shown(self) -> Page:
        """Return the view that is open."""
        view = self._stack.currentWidget()
        if view is self._beside:
            view = self._beside_stack.currentWidget()
        return view if isinstance(view, Page) else self.desk_view

    def open_at(self, what: object) -> None:
        """Show a person by identifier, `("import", path)`, `("find", name)`, "import", "walk-in", "new", "attendance" or "badges"."""
        match what:
            case ("find", str() as name):
                self.show_desk()
                self.desk_view.search.field.set_text(name)
            case ("import" | "badges" as view, place):
                self._on_asked(view, place)
            case "import" | "walk-in" | "new" | "attendance" | "badges":
                self._on_asked(str(what), None)
            case str() if what:
                self.show_desk()
                self.desk_view.open_at(what)

    def scanned(self, text: str) -> bool:
        view = self.shown()
        if (sheet := parse_sheet(text)) is not None:
            self.take_sheet(sheet)
            return True
        if self.context.is_typed(text):
            # A quick hand, or a badge with nothing but the name on it: who is meant is for the person at the desk to say.
            self.show_desk()
            self.desk_view.search.field.set_text(text)
            return True
        if view is not self.desk_view and self._is_no_code(text):
            return True
        if view is self.attendance and view.scanned(text):
            return True
        self._show(self.desk_view)
        self.desk_view.take_code(text)
        return True

    def _is_no_code(self, text: str) -> bool:
        from cmc_desk.ui.registration.elsewhere import answer_words

        return answer_words(self.context, text)

    def scanned_elsewhere(self, text: str, *, stays: bool) -> bool:
        from cmc_desk.ui.registration.elsewhere import answer_elsewhere

        if not stays:
            return self._is_no_code(text)
        return answer_elsewhere(self.context, text, session=self.desk_view.choice, shown=self.desk_view.remember)

    def take_sheet(self, sheet: SheetCode) -> None:
        """Say which sheet was scanned, and show where what stands on it is entered."""
        from cmc_desk.ui.registration.sheet_scan import place_of, sheet_words

        context = self.context
        try:
            place = place_of(context.facts, sheet, context.now())
        except Refusal as refusal:
            play("refused")
            context.say("amber", refusal.sentence)
            return
        play("ok")
        if sheet.paper is SheetPaper.BLANK_BADGES:
            self._on_asked("walk-in", None)
        else:
            self._on_asked("attendance", place)
        context.say("notice", *sheet_words(context.facts, sheet))

    def changed(self, tables: frozenset[str]) -> None:
        for view in self._views():
            view.changed(tables)

    def show_desk(self) -> None:
        """Show the desk with the cursor in its field."""
        self._show(self.desk_view)
        self.desk_view.focus_field()

    def _views(self) -> tuple[Page, ...]:
        made = (self.desk_view, self._walk_in, self._person)
        return (*(view for view in made if view is not None), *self._beside_views())

    def _beside_views(self) -> tuple[Page, ...]:
        return tuple(view for view in (self.import_page, self.attendance, self.badges) if view is not None)

    def _show(self, view: Page) -> None:
        self.setFocusProxy(view)
        beside = view in self._beside_views()
        # Two owners of one key would answer by turns.
        self._search_key.setEnabled(not beside)
        if beside:
            self._beside_stack.setCurrentWidget(view)
        self._stack.setCurrentWidget(self._beside if beside else view)
        self.desk_view.search.set_walk_in_waiting(waiting=self._walk_in is not None and self._walk_in.is_begun())

    def _lay_out_beside(self) -> None:
        bar = Pane("sand", lines="b", parent=self._beside)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 5, 16, 6)
        row.addWidget(self._back)
        row.addStretch()
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(self._beside_stack, 1)

    def _on_asked(self, view: str, what: object) -> None:
        if view == "walk-in":
            self.walk_in.begin(session=self.desk_view.choice, name=self.desk_view.searched_in_vain())
            self._show(self.walk_in)
            self.walk_in.form.given.setFocus()
        elif view in ("person", "new"):
            self._show(self.person)
            self.person.open_at(what)
        elif view == "import":
            self._open(self._make_import(), what)
        elif view == "attendance":
            self._open(self._make_attendance(), what)
        elif view == "sheet" and isinstance(what, SheetCode):
            self.take_sheet(what)
        elif view == "badges":
            self._open(self._make_badges(), what)

    def _open(self, page: Page, what: object) -> None:
        self._show(page)
        if what is not None:
            page.open_at(what)
        else:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_import(self) -> Page:
        if self.import_page is None:
            from cmc_desk.ui.registration.import_page import ImportPage

            self.import_page = ImportPage(self.context, self)
            self._beside_stack.addWidget(self.import_page)
        return self.import_page

    def _make_attendance(self) -> Page:
        if self.attendance is None:
            from cmc_desk.ui.registration.attendance_page import AttendancePage

            self.attendance = AttendancePage(self.context, self)
            self._beside_stack.addWidget(self.attendance)
        return self.attendance

    def _make_badges(self) -> Page:
        if self.badges is None:
            from cmc_desk.ui.badges.page import BadgesPage

            self.badges = BadgesPage(self.context, machine=self._machine, parent=self)
            self._beside_stack.addWidget(self.badges)
        return self.badges

    def _on_entered(self, answer: object) -> None:
        self._show(self.desk_view)
        if isinstance(answer, Answer):
            self.desk_view.show_answer(answer)

    def _on_person_left(self, participant: str) -> None:
        self.show_desk()
        if participant:
            self.desk_view.open_at(participant)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.shown().setFocus(Qt.FocusReason.OtherFocusReason)
