"""The right of the Papers page when the meeting is closed: where the closing kit goes, in which language, and what became of it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk.closing import ClosingKit
from cmc_desk.i18n import LANGUAGES, ngettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.closing_manifest import Verdict
from cmc_desk.ui.papers.make_pane import WIDTH
from cmc_desk.ui.papers.work_foot import WorkFoot
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.checklist import Checklist, CheckRow
from cmc_desk.ui.parts.chip import ChipKind
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.registration.words import language_word
from cmc_desk.ui.short_path import short_path
from cmc_desk.ui.theme import font

_HEIGHT = 32
_GROUP = 8
# The px that a line of this pane has for its words, and a line of its banner.
_ROOM, _BANNER = WIDTH - 33, WIDTH - 65
# More files than these are counted.
_MOST = 8


class ClosingPane(Pane):
    """Every signal is a wish; `left` gives the place back to the paper."""

    made_asked = Signal()
    place_asked = Signal()
    verify_asked = Signal()
    open_asked = Signal()
    cancel_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="l", parent=parent)
        self.place = Path()
        self.close_key = DeskButton(_("Close"), key="Esc", kind="quiet", size="tight", parent=self)
        self.head = PaneHead(_("Closing kit"), side=True, height=48, ground="panel", right=self.close_key, parent=self)
        self.what = Text(
            _(
                "Everything of the meeting in one folder: the report, lists and workbooks, the drafts, summaries and statements, and who"
                " did what, with a manifest by which it can be verified."
            ),
            size=13,
            tone="slate",
            wrap=True,
            parent=self,
        )
        self.name = QLineEdit(self)
        self.name_field = Field(_("Name of the new folder"), self.name, height=_HEIGHT, parent=self)
        self.where = Text(size=12, tone="slate", parent=self)
        self.other = DeskButton(_("Elsewhere…"), key="Alt+E", size="small", parent=self)
        self.language = Combo([(code, language_word(code)) for code in LANGUAGES], size=13, height=30, parent=self)
        self.language_field = Field(_("Language of the papers"), self.language, height=0, parent=self)
        self.notes = Tick(_("with the notes as they were typed"), size=13, parent=self)
        self.warning = Callout("amber", parent=self)
        self.result = Callout("leaf", parent=self)
        self.differences = Checklist(name=_("What is not as it was made"), parent=self)
        self.make = DeskButton(
            _("Make the kit"), key="Ctrl+Return", icon="folder", kind="primary", size="medium", parent=self
        )
        self.open = DeskButton(_("Open the folder"), key="Alt+P", parent=self)
        self.verify = DeskButton(_("Verify a kit…"), key="Alt+V", icon="check", parent=self)
        self.reason = Text(size=12, tone="coral", wrap=True, parent=self)
        self.foot = WorkFoot(name=_("Making the closing kit"), parent=self)
        self.busy = self.foot.busy
        self._lay_out()
        self.notes.toggled.connect(self.warning.setVisible)
        for button, wish in (
            (self.make, self.made_asked),
            (self.other, self.place_asked),
            (self.verify, self.verify_asked),
            (self.open, self.open_asked),
            (self.close_key, self.left),
        ):
            button.clicked.connect(wish)
        self.busy.cancel_asked.connect(self.cancel_asked)
        self.warning.say(_("What is internal stands in them"), _("Give such a kit to nobody outside the secretariat."))
        for widget in (self.warning, self.result, self.differences, self.open):
            widget.hide()
        self.say_problem("", "")

    def begin(self, place: Path, name: str, language: str) -> None:
        """Show where a new kit would go, and in which language."""
        self.show_place(place)
        self.name.setText(name)
        self.language.set_key(language)
        self.notes.setChecked(False)
        for widget in (self.result, self.differences, self.open):
            widget.hide()
        self.say_problem("", "")

    def show_place(self, place: Path) -> None:
        """Say in which folder the new one is made."""
        self.place = place
        self.where.setText(draw.elided_middle(_("in {folder}").format(folder=short_path(place)), font(12), _ROOM))
        self.where.setToolTip(str(place))

    def folder(self) -> Path:
        """Return the folder that is to be made."""
        return self.place / self.name.text().strip()

    def say_problem(self, sentence: str, field: str) -> None:
        """Say why there is no kit, beside its name if that is to blame."""
        beside = field == "out"
        self.name_field.set_problem(sentence if beside else "")
        self.reason.setText("" if beside else sentence)
        self.reason.setVisible(bool(sentence) and not beside)

    def show_made(self, kit: ClosingKit) -> None:
        """Say what lies in the folder now, and by what it is known."""
        number = len(kit.files)
        words = ngettext("{number} file is in it", "{number} files are in it", number).format(number=number)
        self._say_result("leaf", words, _("SHA-256 of its manifest: {digest}").format(digest=_in_groups(kit.digest)))
        self.open.show()

    def show_verdict(self, folder: Path, verdict: Verdict) -> None:
        """Say whether a kit is as it was made, and which files are not."""
        if verdict.whole:
            words = ngettext("{number} file, as it was made", "{number} files, all as they were made", verdict.files)
            self._say_result("leaf", words.format(number=verdict.files), _named(folder))
            return
        self._say_result("coral", _("This kit is not as it was made"), why_not_whole(verdict) or _named(folder))
        found: tuple[tuple[str, ChipKind, tuple[str, ...]], ...] = (
            (_("missing"), "absent", verdict.missing),
            (_("changed"), "warning", verdict.changed),
            (_("added"), "walkin", verdict.added),
        )
        rows = [
            CheckRow((words, path), kind, path, right=words, is_path=True)
            for words, kind, paths in found
            for path in paths
        ]
        more = len(rows) - _MOST
        if more > 0:
            words = ngettext("{number} more file", "{number} more files", more).format(number=more)
            rows = [*rows[:_MOST], CheckRow("more", "neutral", words)]
        self.differences.set_checks(rows)
        self.differences.setVisible(bool(rows))

    def show_progress(self, words: str, done: int, whole: int) -> None:
        """Show what is being done, and how far it is."""
        self.foot.show_progress(words, done, whole)

    def show_rest(self) -> None:
        """Show that nothing is going on."""
        self.foot.show_rest()

    def _say_result(self, kind: str, title: str, second: str) -> None:
        self.differences.hide()
        self.open.hide()
        self.result.say(title, second, kind="leaf" if kind == "leaf" else "coral")
        self.result.show()
        self.result.setMinimumHeight(max(58, self.result.heightForWidth(self.width() - 1)))

    def _lay_out(self) -> None:
        elsewhere = QHBoxLayout()
        elsewhere.addWidget(self.other)
        elsewhere.addStretch(1)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 14, 16, 12)
        inner.setSpacing(10)
        inner.addWidget(self.what)
        inner.addWidget(self.name_field)
        inner.addWidget(self.where)
        inner.addLayout(elsewhere)
        inner.addWidget(self.language_field)
        inner.addWidget(self.notes)
        for widget in (self.make, self.open, self.verify, self.reason):
            self.foot.rest.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(inner)
        column.addWidget(self.warning)
        column.addWidget(self.result)
        column.addWidget(self.differences)
        column.addStretch(1)
        column.addWidget(self.foot)


def why_not_whole(verdict: Verdict) -> str:
    """Return what a manifest and the journal do not agree on, as sentences; empty if only files are not as they were."""
    said = []
    if not verdict.journal:
        said.append(_("The journal of this meeting has another past than the kit says."))
    if not verdict.recorded:
        said.append(
            _(
                "The journal of this meeting does not know this manifest: it was written anew, or the kit was never recorded."
            )
        )
    return " ".join(said)


def _named(folder: Path) -> str:
    """Return the name of a kit: where it breaks nowhere it is shortened in its middle, and its end says of which day it is."""
    face = font(13)
    return " ".join(draw.elided_middle(word, face, _BANNER) for word in folder.name.split())


def _in_groups(digest: str) -> str:
    """Return a digest in groups, so that it can be read out, and broken into lines."""
    return " ".join(digest[place : place + _GROUP] for place in range(0, len(digest), _GROUP))
