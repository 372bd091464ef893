"""Setup › Meeting: its own data, and the way to make a template of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk import meeting as meetings
from cmc_desk.desk import setup
from cmc_desk.desk.host import host_names
from cmc_desk.desk.setup_lists import delegation_rows
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import span_words
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.fact_rows import Fact, FactRows
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.words import language_word
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.host_names import HostNames
from cmc_desk.ui.setup.section import EDIT_KEYS, Section

_SIDE = 372


class MeetingSection(Section):
    """One form over the whole pane; at the right what the meeting has, and its template."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = _form()
        self.form.saved.connect(self.save)
        self.form.left.connect(self._on_left)
        self._filled = False
        self._facts = FactRows(label_width=124)
        self.template_button = DeskButton(_("Save as a template…"), key="Alt+S", icon="disk")
        self.template_button.clicked.connect(self.ask_template)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(PaneHead(_("Meeting"), subtitle=_("What every page and paper says of it")))
        left.addWidget(self.form, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._side())
        self.setFocusProxy(self.form.field("title").editor)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (*EDIT_KEYS, ("Alt+S", _("save this meeting as a template")))

    def reload(self) -> None:
        facts = self.context.desk.read(meetings.meeting)
        items = self.context.desk.read(meetings.agenda)
        delegations = self.context.desk.read(delegation_rows)
        people = sum(row.people for row in delegations)
        self._facts.set_facts(
            (
                Fact(_("Days"), (span_words(facts.days),)),
                Fact(_("Agenda"), (ngettext("{number} item", "{number} items", len(items)).format(number=len(items)),)),
                Fact(_("Delegations"), (str(len(delegations)),)),
                Fact(_("People"), (str(people),)),
            )
        )
        if not self._filled or not self.form.is_changed():
            self._fill(facts)

    def leave(self) -> bool:
        return not self._filled or not self.form.is_changed() or self.save()

    def save(self) -> bool:
        """Save what was typed; say whether that is done."""
        changes = self.form.changes()
        if not changes:
            return True

        def work() -> None:
            if "grace_minutes" in changes:
                changes["grace_minutes"] = _minutes(changes["grace_minutes"])
            if "sponsors" in changes:
                changes["sponsors"] = [part.strip() for part in changes["sponsors"].split(",")]
            self.context.desk.do(setup.change_meeting, changes=changes)

        if self.act(self.form, work) is None:
            return False
        self._fill(self.context.desk.read(meetings.meeting))
        self.done(_("Saved: "), _("the meeting"))
        return True

    def ask_template(self) -> None:
        """Ask for a file and write this meeting to it as a template."""
        if not self.leave():
            return
        start = str(self.context.desk.store.path.with_suffix(".toml"))
        name, _kind = QFileDialog.getSaveFileName(self, _("Save as a template"), start, _("Meeting templates (*.toml)"))
        if name:
            self.save_template(Path(name))

    def save_template(self, path: Path) -> None:
        """Write this meeting to `path` as a template."""
        from cmc_desk.desk.meeting_plan import save_as_template

        target = path if path.suffix else path.with_suffix(".toml")
        if self.act(None, lambda: self.context.desk.read(save_as_template, path=target)) is not None:
            self.context.say(
                "notice", _("Template written: "), target.name, _(" in {folder}").format(folder=path.parent)
            )

    def _fill(self, facts: meetings.Meeting) -> None:
        self._filled = True
        names = ("title", "short_title", "subtitle", "host", "venue", "city", "zone", "language")
        self.form.fill(
            {name: getattr(facts, name) for name in names}
            | {"grace_minutes": str(facts.grace_minutes), "sponsors": ", ".join(facts.sponsors)}
            | {"host_names": dict(self.context.desk.read(host_names))}
        )

    def _on_left(self) -> None:
        self._fill(self.context.desk.read(meetings.meeting))

    def _side(self) -> Pane:
        side = Pane("sand", lines="l")
        side.setFixedWidth(_SIDE)
        words = Text(
            _(
                "A template founds the next meeting: agenda, delegations, categories and operators as they are set up here. "
                "Nobody who takes part is in it."
            ),
            size=13,
            tone="slate",
            wrap=True,
        )
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 8, 16, 16)
        inner.setSpacing(14)
        inner.addWidget(self._facts)
        column = QVBoxLayout(side)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PaneHead(_("What it has"), side=True))
        column.addLayout(inner)
        column.addWidget(PaneHead(_("The next meeting"), side=True, lines="tb"))
        below = QVBoxLayout()
        below.setContentsMargins(16, 14, 16, 16)
        below.setSpacing(14)
        below.addWidget(words)
        below.addWidget(self.template_button)
        column.addLayout(below)
        column.addStretch()
        return side


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise Refusal(_("Type a whole number of minutes."), field="grace_minutes")
    return int(text)


def _form() -> Form:
    form = Form(_("Meeting"), side=False, removes=False)
    form.add(
        ("title", Field(_("Title"), QLineEdit())),
        ("short_title", Field(_("Short title, on top of the window"), QLineEdit())),
        shares=(3, 2),
    )
    form.add(("subtitle", Field(_("Subtitle"), QLineEdit())))
    form.add(
        ("host", Field(_("Host"), QLineEdit())),
        ("host_names", Field(_("Host in papers of another language"), HostNames())),
        shares=(2, 3),
    )
    form.add(("venue", Field(_("Venue"), QLineEdit())), ("city", Field(_("City"), QLineEdit())))
    form.add(
        ("zone", Field(_("Time zone"), QLineEdit(), hint=_("as America/Jamaica; the agenda keeps its clock times"))),
        (
            "language",
            Field(_("Language of the papers"), Combo([(code, language_word(code)) for code in setup.LANGUAGES])),
        ),
    )
    form.add(
        ("sponsors", Field(_("Sponsors"), QLineEdit(), hint=_("with commas between them"))),
        (
            "grace_minutes",
            Field(_("Minutes before a session"), QLineEdit(), hint=_("so early a scan counts for it")),
        ),
    )
    return form
