"""The approval of recommendations: line by line approved, approved as amended or deferred, each with its time, before the whole room."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from cmc_desk.desk import approval
from cmc_desk.desk.command import Tx
from cmc_desk.desk.recommendations import proposed_sentences, recommendations, sentences
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.papers import Format
from cmc_desk.rules.readouts import Recommendation
from cmc_desk.rules.recommendation_words import LANGUAGES
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import FACT_TABLES, Context
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.stage.look import ApprovalLook, Stamp
from cmc_desk.ui.summaries.approval_panes import LETTERS, LETTERS_ALONE, ApprovalPanes, progress_words
from cmc_desk.ui.summaries.document_lines import TABLES as DRAFT_TABLES
from cmc_desk.ui.summaries.document_lines import DocumentLines
from cmc_desk.ui.summaries.note_papers import PDF_KEY, WORD_KEY, NotePapers
from cmc_desk.ui.summaries.page_parts import RECOMMENDATIONS
from cmc_desk.ui.summaries.reading_view import ALONE_KEY, STAGE_KEY
from cmc_desk.ui.summaries.recommendation_rows import RecommendationRow, recommendation_rows
from cmc_desk.ui.summaries.slots_pane import RECOMMENDATIONS_KEY

P = ParamSpec("P")
R = TypeVar("R")
TABLES = FACT_TABLES | {"recommendation"} | DRAFT_TABLES
_NEXT = 3
_STAMPS = {
    Decided.PENDING: Stamp.NONE,
    Decided.APPROVED: Stamp.APPROVED,
    Decided.AMENDED: Stamp.AMENDED,
    Decided.DEFERRED: Stamp.DEFERRED,
}


class ApprovalView(ApprovalPanes):
    """Every decision is one key; Enter goes on, so that the room sees what was decided as long as the chair wants."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: tuple[Recommendation, ...] = ()
        self.language = context.facts.meeting.language
        self._alone = False
        self._papers = NotePapers(context, self)
        self.documents = DocumentLines(context)
        self._connect()

    def open(self, key: str) -> None:
        """Show the list at the first line that is not decided, or at one."""
        self.close_panels()
        self.read()
        pending = next((one.key for one in self.found if one.decided is Decided.PENDING), "")
        self.list.choose(key or pending or (self.found[0].key if self.found else ""))

    def reload(self, tables: frozenset[str]) -> None:
        """Read again what has changed."""
        if tables & TABLES:
            self.read()

    def read(self) -> None:
        """Show the list as it stands now."""
        try:
            self.found = self.context.desk.read(recommendations)
            said = self.context.desk.read(sentences, language=self.language)
            before = self.context.desk.read(proposed_sentences, language=self.language)
            standing = self.context.desk.read(approval.approval_standing)
        except Unavailable as trouble:
            self.context.say("amber", trouble.sentence)
            return
        rows = (*recommendation_rows(self.context.facts, self.found, said, before), *self.documents.rows())
        if rows != self.list.rows():
            self.list.set_rows(rows, first=True)
        self.show_standing(standing)
        self.show_list(shown=bool(rows))
        self.languages.set_options([self.language_option(one) for one in LANGUAGES])
        self._show_chosen()

    def chosen(self) -> Recommendation | None:
        """Return the recommendation that is before the meeting."""
        row = self.list.current()
        return next((one for one in self.found if row is not None and one.key == row.key), None)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("A", _("Approved")),
            ("M", _("Approved as amended")),
            ("D", _("Deferred")),
            ("O", _("Reopen")),
            (key_text("Return"), _("The next one that is not decided")),
            ("↑ ↓", _("Choose a recommendation")),
            (key_text("Alt+L"), _("Language of the list")),
            (key_text(PDF_KEY), _("Make the list as PDF")),
            (key_text(WORD_KEY), _("Make the list as Word document")),
            (key_text(STAGE_KEY), _("Let the room see it on the stage, or not any more")),
            (key_text(ALONE_KEY), _("Full screen")),
            (key_text(RECOMMENDATIONS_KEY), _("Write recommendations")),
        )

    def ticked(self, now: datetime) -> None:
        """Show the time."""
        self.time.setText(self.context.facts.clock(now, seconds=True))
        self.stage.setChecked(isinstance(self.context.on_stage, ApprovalLook))

    def look(self) -> ApprovalLook | None:
        """Return what the room sees: the chosen line, what became of it, and what comes next."""
        rows = self.list.rows()
        row = self.list.current()
        if row is None:
            return None
        after = rows[rows.index(row) + 1 :][:_NEXT]
        agenda = self.context.facts.agenda
        title = next(
            (item.title for item in agenda if item.kind is ItemKind.APPROVAL), _("Approval of recommendations")
        )
        return ApprovalLook(
            title=title,
            progress=progress_words(self.standing) if self.standing is not None else "",
            number=row.number,
            sentence=row.sentence,
            stamp=_STAMPS[row.decided],
            decided=row.chip.text if row.decided is not Decided.PENDING else "",
            changes=row.changes,
            next=tuple(f"{two.number}. {two.sentence}" if two.number else two.sentence for two in after),
        )

    def changed_unseen(self, tables: frozenset[str]) -> None:
        """Let the room see what was decided elsewhere, while another page stands in the window."""
        if tables & TABLES and isinstance(self.context.on_stage, ApprovalLook):
            self.read()

    def may_leave(self) -> bool:
        """Nothing that is typed here is a decision before it is made."""
        self.close_panels()
        return True

    def _show_chosen(self, *_chosen: object) -> None:
        row = self.list.current()
        decided = row is not None and row.decided is not Decided.PENDING
        nothing = "" if row is not None else _("There is no recommendation yet.")
        at = row.chip.text if row is not None and decided else ""
        why = nothing or (_("{decided}: reopen it first.").format(decided=at) if decided else "")
        for button in (self.approve, self.amend, self.defer):
            button.allow(why_not=why)
        self.reopen.allow(why_not=nothing or ("" if decided else _("It was not decided yet.")))
        if isinstance(self.context.on_stage, ApprovalLook):
            self.context.put_on_stage(self.look())

    def _decide(self, words: str, command: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> bool:
        one = self.chosen()
        if one is None or self.context.attempt(command, *args, **kwargs) is None:
            return False
        self.close_panels()
        self.read()
        now = self.context.facts.clock(self.context.now())
        number = _("Recommendation {number}: ").format(number=one.number)
        self.context.say("notice", number, words, f" · {now}", undo=True)
        return True

    def _go_on(self, *_taken: object) -> None:
        """Choose the next line that is not decided."""
        rows = self.list.rows()
        row = self.list.current()
        at = rows.index(row) if row is not None else -1
        following = (*rows[at + 1 :], *rows[: max(0, at)])
        pending = next((two.key for two in following if two.decided is Decided.PENDING), "")
        if pending:
            self.list.choose(pending)
        else:
            self.context.say("notice", _("Every recommendation is decided."))

    def _on_approve(self) -> None:
        if self.documents.decide(self.list.current(), Decided.APPROVED):
            self.read()
        elif (one := self.chosen()) is not None:
            self._decide(_("approved"), approval.approve, recommendation=one.key)

    def _on_amend(self) -> None:
        if self.documents.decide(self.list.current(), Decided.AMENDED):
            self.read()
            return
        one = self.chosen()
        if one is None:
            return
        try:
            said = {code: self.context.desk.read(sentences, language=code).get(one.key, "") for code in LANGUAGES}
        except Unavailable as trouble:
            self.context.say("amber", trouble.sentence)
            return
        self.show_panel(self.amending)
        self.amending.open(one.number, said, self.language)

    def _on_amended(self, texts: object) -> None:
        one = self.chosen()
        if one is None or not isinstance(texts, dict):
            return
        try:
            same = self.context.desk.read(approval.says_so, recommendation=one.key, told=texts)
        except (Refusal, Unavailable) as trouble:
            self.context.say("amber", trouble.sentence)
            return
        if same:
            # Nobody has changed a word: then it is approved as it stands, and is not counted among what the meeting amended.
            self._decide(_("approved"), approval.approve, recommendation=one.key)
            return
        self._decide(_("approved as amended"), approval.approve_amended, recommendation=one.key, amended=dict(texts))

    def _on_defer(self) -> None:
        if title := self.documents.title_of(self.list.current()):
            self.show_panel(self.deferring)
            self.deferring.open_for(_("{title} is deferred").format(title=title))
        elif (one := self.chosen()) is not None:
            self.show_panel(self.deferring)
            self.deferring.open(one.number)

    def _on_deferred(self, reason: str) -> None:
        if self.documents.decide(self.list.current(), Decided.DEFERRED, reason):
            self.close_panels()
            self.read()
            return
        one = self.chosen()
        if one is not None:
            self._decide(_("deferred"), approval.defer, recommendation=one.key, reason=reason)

    def _on_reopen(self) -> None:
        if self.documents.reopen(self.list.current()):
            self.read()
        elif (one := self.chosen()) is not None:
            self._decide(_("before the meeting again"), approval.reopen, recommendation=one.key)

    def _on_language(self, language: str) -> None:
        self.language = language
        self.read()

    def _on_stage(self) -> None:
        shown = isinstance(self.context.on_stage, ApprovalLook)
        self.context.put_on_stage(None if shown else self.look())
        self.stage.setChecked(isinstance(self.context.on_stage, ApprovalLook))

    def _on_alone(self) -> None:
        self._alone = not self._alone
        self.alone.setChecked(self._alone)
        self.list.set_letters(LETTERS_ALONE if self._alone else LETTERS)
        self.context.alone_asked.emit(self._alone)

    def _on_write(self) -> None:
        row = self.list.current()
        self.part_asked.emit(RECOMMENDATIONS, row.key if isinstance(row, RecommendationRow) else "")

    def _on_paper(self, form: Format, *_pressed: object) -> None:
        self._papers.make_recommendations(self.language, form)

    def _on_back(self) -> None:
        if isinstance(self.context.on_stage, ApprovalLook):
            self.context.put_on_stage(None)
        self.left.emit()

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_chosen)
        self.list.taken.connect(self._go_on)
        self.next_button.clicked.connect(self._go_on)
        self.approve.clicked.connect(self._on_approve)
        self.amend.clicked.connect(self._on_amend)
        self.defer.clicked.connect(self._on_defer)
        self.reopen.clicked.connect(self._on_reopen)
        self.amending.amended.connect(self._on_amended)
        self.amending.left.connect(self.close_panels)
        self.deferring.deferred.connect(self._on_deferred)
        self.deferring.left.connect(self.close_panels)
        self.languages.chosen.connect(self._on_language)
        self.stage.clicked.connect(self._on_stage)
        self.alone.clicked.connect(self._on_alone)
        self.write.clicked.connect(self._on_write)
        self.empty_write.clicked.connect(self._on_write)
        self.pdf.clicked.connect(partial(self._on_paper, Format.PDF))
        self.word.clicked.connect(partial(self._on_paper, Format.DOCX))
        self.back.clicked.connect(self._on_back)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._alone:
            self._on_alone()
