"""Papers of a read-out and of the approval, made where they are looked at; the page of the papers makes them with every choice."""

from PySide6.QtCore import QObject

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import ReadoutForm
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.readouts import Readout
from cmc_desk.ui import settings
from cmc_desk.ui.context import Context
from cmc_desk.ui.papers.making import Making, Order, Outcome
from cmc_desk.ui.papers.work import say_outcome

# As on the page of the papers where it has them.
PDF_KEY, WORD_KEY, TEXT_KEY = "Ctrl+Shift+P", "Ctrl+Shift+W", "Ctrl+Shift+T"
SUMMARY, RECOMMENDATIONS = "summary", "recommendations"


class NotePapers(QObject):
    """Makes them beside the window, and says in the strip where they lie."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._making = Making(context.desk, pool=context.pool, parent=self)
        self._making.ended.connect(self._on_ended)

    def make_summary(self, readout: Readout, form: Format) -> None:
        """Make the paper of a read-out as it stands now, with names or without as it was chosen."""
        day = readout.day.isoformat() if readout.day is not None else ""
        # What a working group reports is a paper of its own.
        session = readout.key if readout.form is ReadoutForm.GROUP else readout.item
        self._make(SUMMARY, Ask(language=readout.language, session=session, day=day), form, readout.title)

    def make_recommendations(self, language: str, form: Format) -> None:
        """Make the list of the recommendations with what became of them."""
        self._make(RECOMMENDATIONS, Ask(language=language), form, _("Recommendations and their approval"))

    def _make(self, key: str, ask: Ask, form: Format, title: str) -> None:
        # What makes papers takes a moment to load: whoever asks for one has that moment.
        from cmc_desk.desk.paper_kinds import paper_kinds

        if self._making.is_running():
            self._context.say("quiet", _("The last paper is still being made."))
            return
        kind = next(one for one in paper_kinds() if one.key == key)
        # What is being typed belongs to it.
        self._context.settle()
        self._making.start([Order(kind, ask, form, title)], settings.papers_folder(self._context.desk.store.path))

    def _on_ended(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            say_outcome(self._context, outcome)
