"""The report among the papers: read beside the window, looked over before it goes out, and its editor, made when it is first asked for."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.report_sight import ReportSight, report_sight_job
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.papers import Ask, Naming
from cmc_desk.rules.preflight import Finding
from cmc_desk.rules.report_standing import Edition
from cmc_desk.ui.context import Context
from cmc_desk.ui.papers.looking import BesideReader
from cmc_desk.ui.report import acts
from cmc_desk.ui.report.before_pane import BeforePane
from cmc_desk.ui.report.issuing import Issuing
from cmc_desk.ui.report.places import target_of
from cmc_desk.ui.report.view import ReportView
from cmc_desk.ui.timers import after_rest


def ask_of(edition: Edition, ask: Ask) -> Ask:
    """Return what is asked of the report for a text of it, in a language, with names or without."""
    naming = Naming.ATTRIBUTED if edition.attributed else Naming.NOT_ATTRIBUTED
    return replace(ask, language=edition.language, naming=naming)


class ReportPart(QObject):
    """`came` says that the report was read, `made_editor` brings the editor when there is one."""

    came = Signal()
    made_editor = Signal(object)

    def __init__(self, context: Context, pane: BeforePane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._gone: tuple[str, int] = ("", -1)
        self.sight: ReportSight | None = None
        self.view: ReportView | None = None
        self.reader = BesideReader(lambda: report_sight_job(context.desk), pool=context.pool, parent=self)
        self.reader.came.connect(self._on_came)
        self.reader.troubled.connect(self._on_troubled)
        self._filling = after_rest(0, self._fill, self)
        self.issuing = Issuing(context, self)
        self.issuing.progressed.connect(pane.show_progress)
        self.issuing.rested.connect(pane.show_rest)
        self.issuing.moved.connect(self.reader.read)
        pane.busy.cancel_asked.connect(self.issuing.cancel)
        pane.opened.connect(self.go_to)
        pane.final_asked.connect(self.finish)

    def editor(self) -> ReportView:
        """Return the editor."""
        if self.view is None:
            self.view = ReportView(self._context, self.issuing)
            self.made_editor.emit(self.view)
            # At the next turn of the window: making the editor and filling it are two pauses, and together one that is noticed.
            self._filling.start()
        return self.view

    def usual(self, ask: Ask) -> bool:
        """Tell whether this is the report as it is, not one in another language, otherwise named, or an earlier version."""
        language = self.sight.standing.language if self.sight is not None else ask.language
        return (ask.language, ask.naming, ask.issue) == (language, Naming.AS_CHOSEN, 0)

    def usual_ask(self) -> Ask:
        """Return what is asked of the report as it is."""
        language = self.sight.standing.language if self.sight is not None else self._context.facts.meeting.language
        return Ask(language=language)

    def go_to(self, finding: object) -> None:
        """Go where something is to be mended; asked again, to the next place of the same."""
        if not isinstance(finding, Finding) or not finding.where:
            return
        what, before = self._gone
        number = (before + 1) % len(finding.where) if what == finding.what else 0
        self._gone = (finding.what, number)
        place = finding.where[number]
        if len(finding.where) > 1:
            words = _("{what}: {number} of {whole}, ").format(
                what=finding.what, number=number + 1, whole=len(finding.where)
            )
            self._context.say("quiet", words, place.words)
        self._context.go(*target_of(finding.check, place))

    def read(self) -> None:
        """Read the report again now."""
        self._say_stale()
        self.reader.read()

    def read_soon(self) -> None:
        """Read the report again in a moment."""
        self._say_stale()
        self.reader.read_soon()

    def finish(self) -> None:
        """Make the report final, in the languages that are ticked in its editor if there is one."""
        if self.sight is not None:
            wanted = self.view.standing.editions.wanted() if self.view is not None else ()
            acts.finish(self.issuing, self.sight.standing.status, wanted)

    def made_asks(self) -> tuple[Ask, ...]:
        """Return what is asked of the report where it is made: a final one in every language in which it was issued."""
        usual = self.usual_ask()
        others = self.sight.standing.editions[1:] if self.sight is not None else ()
        return usual, *(ask_of(edition, usual) for edition in others)

    def _say_stale(self) -> None:
        if self.view is not None and self.view.isVisible():
            self.view.standing.show_stale()

    def _fill(self) -> None:
        if self.sight is not None and self.view is not None:
            self.view.show_sight(self.sight)

    def _on_came(self, sight: object) -> None:
        if isinstance(sight, ReportSight):
            self.sight = sight
            self._pane.show_sight(sight)
            self._filling.stop()
            self._fill()
            self.came.emit()

    def _on_troubled(self, sentence: str) -> None:
        self._context.say("coral", _("The report cannot be read. "), sentence)
