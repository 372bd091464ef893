"""Papers of a document, made where it is looked at; the page of the papers makes them with every choice."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import DocumentKind
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.ui import settings
from cmc_desk.ui.context import Context
from cmc_desk.ui.papers.making import Making, Order, Outcome
from cmc_desk.ui.papers.work import say_outcome


@dataclass(frozen=True, slots=True)
class Offered:
    """A paper by its name here: its kind, its form, its key and its words."""

    name: str
    kind: str
    form: Format
    key: str
    words: str
    told: str = ""
    icon: str = "papers"


class DraftPapers(QObject):
    """Makes them beside the window, and says in the strip where they lie."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._making = Making(context.desk, pool=context.pool, parent=self)
        self._making.ended.connect(self._on_ended)

    def offered(self) -> tuple[Offered, ...]:
        """Return the papers that are made here."""
        return (
            Offered(
                "redline", "draft-redline", Format.DOCX, "W", _("Redline, Word"), _("with tracked changes and comments")
            ),
            Offered("redline-pdf", "draft-redline", Format.PDF, "F", _("Redline, PDF")),
            Offered("clean", "draft-clean", Format.DOCX, "K", _("Clean text, Word"), _("with numbered lines")),
            Offered(
                "columns",
                "draft-two-columns",
                Format.DOCX,
                "B",
                _("Two columns, Word"),
                _("the text beside what is proposed"),
            ),
            Offered("matrix", "comments-matrix", Format.XLSX, "M", _("Comments matrix"), _("workbook"), "sheet"),
            Offered("plan", "plan-of-action", Format.XLSX, "Y", _("Plan of Action"), _("workbook"), "sheet"),
        )

    def make(self, name: str, text: DraftText, *, newest: int) -> None:
        """Make a paper of a document in the version that is looked at; `newest` is the number of its last one."""
        # What makes papers takes a moment to load: whoever asks for one has that moment.
        from cmc_desk.desk.paper_kinds import paper_kinds

        paper = next(one for one in self.offered() if one.name == name)
        if paper.kind == "plan-of-action" and text.kind is not DocumentKind.PLAN:
            self._context.say("amber", _("Nothing made: "), _("this document is no plan of action."))
            return
        if self._making.is_running():
            self._context.say("quiet", _("The last paper is still being made."))
            return
        kind = next(one for one in paper_kinds() if one.key == paper.kind)
        looked_at = text.version.number if text.version is not None else newest
        older = looked_at < newest and "issue" in kind.asks
        ask = Ask(language=text.language, draft=text.key, issue=looked_at if older else 0)
        title = f"{text.short_title}: {paper.words}"
        if older and text.version is not None:
            title = f"{title} · {text.version.label}"
        self._context.settle()
        order = Order(kind, ask, paper.form, title)
        self._making.start([order], settings.papers_folder(self._context.desk.store.path))

    def _on_ended(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            say_outcome(self._context, outcome)
