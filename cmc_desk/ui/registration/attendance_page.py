"""Attendance session by session: who attended, who left, who is excused, who is still missing, and the workbook of it all."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QWidget

from cmc_desk.desk import attendance, papers, registration
from cmc_desk.desk.attendance_list import AttendanceList, attendance_list
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts.segment import Option
from cmc_desk.ui.registration.attendance_panes import MissingPane, SessionsPane
from cmc_desk.ui.registration.attendance_rows import (
    ALL,
    PersonLine,
    credential_lines,
    group_of,
    missing_lines,
    person_lines,
    session_lines,
    shown_lines,
)
from cmc_desk.ui.registration.attendance_table import PeopleTable
from cmc_desk.ui.registration.sheet_scan import SheetPlace
from cmc_desk.ui.said_saved import say_saved


class AttendancePage(Page):
    """Chooses a session, shows its people, and records what the room says of them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._session = ""
        self._lines: tuple[PersonLine, ...] = ()
        self._writing = OneTask(self, pool=context.pool)
        self.sessions = SessionsPane(self)
        self.people = PeopleTable(self)
        self.side = MissingPane(organiser=context.desk.author.role is Role.ORGANISER, parent=self)
        self.setFocusProxy(self.people)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for pane, stretch in ((self.sessions, 0), (self.people, 1), (self.side, 0)):
            row.addWidget(pane, stretch)
        self._connect()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page."""
        return (
            ("Enter", _("Attended")),
            ("P", _("Attended")),
            ("L", _("Left")),
            ("X", _("Excused, or no longer excused")),
            ("D", _("The whole delegation attended")),
            ("V", _("Credentials seen")),
            ("Alt+Down", _("Next session")),
            ("Alt+Up", _("Session before")),
            ("Ctrl+F", _("Look for somebody in the list")),
            ("Esc", _("Take the filters away")),
            ("Ctrl+M", _("Delegations or credentials")),
            ("Ctrl+E", _("Attendance workbook")),
        )

    def open_at(self, what: object) -> None:
        """Show a session by its key, or the `SheetPlace` of a sheet that is to be entered."""
        place = what if isinstance(what, SheetPlace) else SheetPlace(what) if isinstance(what, str) else None
        if place is None or all(one.key != place.session for one in self.context.facts.sessions):
            return
        self._session = place.session
        self.reload(frozenset({"*"}))
        if isinstance(what, SheetPlace):
            self.people.clear_filters()
            self.people.delegation.set_key(place.delegation if place.alone else "")
            self._show_people()
            first = next((line.row.id for line in self._lines if line.row.delegation == place.delegation), "")
            self.people.table.choose(first)
            self.people.table.scrollTo(self.people.table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)
            self.people.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self, tables: frozenset[str]) -> None:
        del tables  # whoever arrives, is excused or renamed stands in this list
        facts = self.context.facts
        known = {one.key: one for one in facts.sessions}
        if self._session not in known:
            slot = facts.registration_now(self.context.now())
            self._session = slot.key if slot else next(iter(known), "")
        found = self.context.desk.read(attendance_list, key=self._session)
        self._lines = person_lines(facts, found)
        self._show_sessions(found)
        self._show_choices()
        self._show_people()
        self.side.show_state(found.counts, missing_lines(facts, found), credential_lines(self._lines))
        session = known.get(self._session)
        if session is not None:
            when = f"{day_words(session.day, 'ddd d MMM')}, {facts.clock(session.starts)}–{facts.clock(session.ends)}"
            self.people.head.say(session.title, right=when)

    def export(self, path: Path | None = None) -> None:
        """Write the attendance workbook to `path`, or where the user says; it is made beside the window."""
        if self._writing.is_running():
            return
        target = path or self._ask_where()
        if target is None:
            return
        desk, limit, csv = self.context.desk, self.sessions.export.limit(), self.sessions.export.csv.isChecked()
        self._writing.start(
            lambda progress: papers.make_attendance(desk, target, limit=limit, csv=csv, progress=progress),
            progressed=self.sessions.export.show_progress,
            finished=self._on_written,
            refused=self._on_not_written,
            cancelled=self._on_cancelled,
            ended=self.sessions.export.show_rest,
        )

    def _mark_present(self) -> None:
        line = self._chosen()
        if line is None:
            return
        answer = self.context.attempt(attendance.check_in, participant=line.row.id, session=self._session, via="list")
        if answer is None:
            return
        if answer.refused:
            self.context.say("amber", _("Not recorded: "), line.row.name, f". {answer.sentence}")
        elif answer.verdict is attendance.Verdict.ALREADY_IN:
            self.context.say("amber", _("Nothing changed: "), line.row.name, _(" is there already."))
        else:
            self._say(_("Attended: "), line)

    def _mark_left(self) -> None:
        line = self._chosen()
        if line is None:
            return
        done = self.context.attempt(attendance.leave, participant=line.row.id, session=self._session)
        if done is not None:
            self._say(_("Left: "), line)

    def _mark_excused(self, reason: str) -> None:
        line = self._chosen()
        if line is None:
            return
        done = self.context.attempt(attendance.excuse, participant=line.row.id, session=self._session, reason=reason)
        if done is not None:
            self._say(_("Excused: "), line)

    def _take_excuse_back(self) -> None:
        line = self._chosen()
        if line is None:
            return
        done = self.context.attempt(attendance.no_longer_excused, participant=line.row.id, session=self._session)
        if done is not None:
            self._say(_("No longer excused: "), line)

    def _mark_delegation(self) -> None:
        line = self._chosen()
        if line is None:
            return
        number = self.context.attempt(attendance.mark_delegation, delegation=line.row.delegation, session=self._session)
        if number is not None:
            words = ngettext(": {number} person marked.", ": {number} people marked.", number).format(number=number)
            self.context.say("notice", _("Attended: "), line.delegation, words, undo=True)

    def _verify(self, participant: str) -> None:
        name = next((line.row.name for line in self._lines if line.row.id == participant), "")
        if self.context.attempt(registration.verify_credentials, participant=participant):
            self.context.say("notice", _("Credentials seen: "), name, undo=True)

    def _chosen(self) -> PersonLine | None:
        line = self.people.table.current()
        if line is not None:
            self.people.acted_on(line.row.id)
        return line

    def _say(self, before: str, line: PersonLine) -> None:
        self.context.say("notice", before, line.row.name, f", {line.delegation}", undo=True)

    def _show_sessions(self, found: AttendanceList) -> None:
        facts = self.context.facts
        days = sorted({one.day for one in facts.sessions})
        day = next((one.day for one in facts.sessions if one.key == self._session), None)
        self.sessions.days.set_options([Option(one.isoformat(), day_words(one, "ddd d MMM")) for one in days])
        if day is not None:
            self.sessions.days.blockSignals(True)  # noqa: FBT003 - Qt's own
            self.sessions.days.choose(day.isoformat())
            self.sessions.days.blockSignals(False)  # noqa: FBT003 - Qt's own
            self.sessions.show_sessions(session_lines(facts, found, day.isoformat()), self._session)

    def _show_choices(self) -> None:
        names = {line.row.delegation: line.delegation for line in self._lines}
        self.people.delegation.set_choices([("", _("All delegations")), *names.items()])

    def _show_people(self) -> None:
        people = self.people
        delegation, text = people.delegation.key(), people.search.text()
        shown = shown_lines(self._lines, state=people.states.key(), delegation=delegation, text=text)
        within = shown_lines(self._lines, state=ALL, delegation=delegation, text=text)
        counts = Counter(group_of(line.row.mark.presence) for line in within)
        people.show_people(shown, {ALL: len(within), **{key: counts[key] for key in ("came", "absent", "excused")}})

    def _on_session(self, key: str) -> None:
        if key != self._session:
            self._session = key
            self.reload(frozenset({"*"}))

    def _on_day(self, day: str) -> None:
        first = next((one.key for one in self.context.facts.sessions if one.day.isoformat() == day), "")
        self._on_session(first)

    def _step(self, places: int) -> None:
        keys = [one.key for one in self.context.facts.sessions]
        if self._session in keys:
            self._on_session(keys[max(0, min(len(keys) - 1, keys.index(self._session) + places))])

    def _on_delegation(self, code: str) -> None:
        self.people.clear_filters()
        self.people.delegation.set_key(code)
        self._show_people()
        self.people.table.setFocus()

    def _ask_where(self) -> Path | None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Attendance workbook"), str(folder / "attendance.xlsx"), _("Workbook (*.xlsx)")
        )
        return Path(name).with_suffix(".xlsx") if name else None

    def _on_written(self, written: papers.Written) -> None:
        try:
            papers.record_attendance(self.context.desk, written)
        except (Refusal, Unavailable) as trouble:
            self.context.say("coral", _("Saved, but NOT RECORDED in the journal. "), trouble.sentence)
            return
        if written.broken_at is not None:
            words = _(
                ": the journal of the meeting file was changed from outside at row {row}. Its last sheet says so."
            )
            self.context.say(
                "coral", _("Saved with a warning: "), written.paths[0].name, words.format(row=written.broken_at)
            )
        else:
            say_saved(self.context, written.paths[0], written.asked, folder=str(written.paths[0].parent))

    def _on_not_written(self, trouble: Trouble) -> None:
        self.context.say("coral", _("The workbook was not written. "), trouble.sentence)

    def _on_cancelled(self) -> None:
        self.context.say("quiet", _("The workbook was cancelled."))

    def _connect(self) -> None:
        people = self.people
        self.sessions.chosen.connect(self._on_session)
        self.sessions.day_chosen.connect(self._on_day)
        self.sessions.export.asked.connect(self.export)
        self.sessions.export.cancelled.connect(self._writing.cancel)
        people.filtered.connect(self._show_people)
        people.present_asked.connect(self._mark_present)
        people.left_asked.connect(self._mark_left)
        people.excused_asked.connect(self._mark_excused)
        people.no_longer_asked.connect(self._take_excuse_back)
        people.delegation_asked.connect(self._mark_delegation)
        self.side.delegation_taken.connect(self._on_delegation)
        self.side.verify_asked.connect(self._verify)
        for key, places in (("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda places=places: self._step(places))
