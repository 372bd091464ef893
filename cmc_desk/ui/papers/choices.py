"""What can be chosen for a paper: only that which this kind of paper heeds."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.i18n import LANGUAGES, pgettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.papers import MOST_BLANKS, Ask, Naming, heeded
from cmc_desk.ui.context import Facts
from cmc_desk.ui.papers.instant_choice import InstantChoice
from cmc_desk.ui.papers.rule_choice import RuleChoice
from cmc_desk.ui.papers.words import NAMINGS, day_of, session_words
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.registration.words import language_word
from cmc_desk.ui.theme import font

_LABEL = 68
_HEIGHT = 30
_SESSION, _DAY = "session ", "day "
_MOST_VERSIONS = 9999


class Choices(QWidget):
    """`changed` says that something else is asked for; `ask` tells what."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks: frozenset[str] = frozenset()
        self._usual = Ask()
        self.language = _combo(_("Language"), self)
        self.second = _combo(_("Second language"), self)
        self.about = _combo(_("Session or day"), self)
        self.only = _combo(_("Delegation"), self)
        self.final = Segment(
            (Option("", _("Provisional")), Option("final", pgettext("list", "Final"))),
            name=_("Status"),
            even=True,
            parent=self,
        )
        self.persons = Segment(
            (Option("", _("Delegations")), Option("persons", _("Persons"))), name=_("For"), parent=self
        )
        self.at = InstantChoice(self)
        self.rule = RuleChoice(self)
        self.flags = Tick(_("with flags"), size=13, parent=self)
        self.blanks = _line(_("Blank badges"), self)
        self.blanks.setValidator(QIntValidator(0, MOST_BLANKS, self.blanks))
        self.naming = _combo(_("Who spoke"), self)
        self.issue = _line(_("Version"), self)
        self.issue.setValidator(QIntValidator(0, _MOST_VERSIONS, self.issue))
        self.issue.setPlaceholderText(_("as it stands"))
        self.until = _line(_("Corrections by"), self)
        self.until.setPlaceholderText(_("a week after the meeting"))
        self.draft = _combo(_("Draft document"), self)
        self._rows: list[tuple[frozenset[str], QWidget, Text]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._lay_out()
        self._connect()

    def show_ask(self, facts: Facts, kind: PaperKind, ask: Ask) -> None:
        """Offer what this paper heeds, and show what was asked of it; nothing is emitted."""
        self._asks, self._usual = kind.asks, ask
        codes = sorted(facts.delegations.values(), key=lambda one: one.name)
        self._offer(self.only, [("", _("All")), *((one.code, one.short_name) for one in codes)], ask.only)
        self._offer(self.second, [("", _("None")), *((code, language_word(code)) for code in LANGUAGES)], ask.second)
        self._offer(self.about, self._abouts(facts), _about_key(ask))
        usual = _("All") if kind.of_all_drafts else _("The first with a text")
        self._offer(self.draft, [("", usual), *((one.key, one.title) for one in facts.drafts)], ask.draft)
        self.language.set_key(ask.language)
        self.at.show_instant(facts, ask.at)
        self.rule.show_rule(facts, ask)
        for segment, on in ((self.final, ask.final), (self.persons, ask.persons)):
            segment.blockSignals(True)  # noqa: FBT003 - Qt's own
            segment.choose([option.key for option in segment.options()][on])
            segment.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.naming.set_key(ask.naming.value)
        quiet = (self.flags, self.blanks, self.issue, self.until)
        for widget in quiet:
            widget.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.flags.setChecked(ask.flags)
        self.blanks.setText(str(ask.blanks))
        self.issue.setText(str(ask.issue or ""))
        self.until.setText(ask.until)
        for widget in quiet:
            widget.blockSignals(False)  # noqa: FBT003 - Qt's own
        for names, row, _problem in self._rows:
            row.setVisible(not names or bool(names & kind.asks))

    def ask(self) -> Ask:
        """Return what is asked for; what the paper does not heed is left out.

        Raises Refusal if a time was typed that is none.
        """
        about = self.about.key()
        sessions, days = self.rule.needed()
        asked = replace(
            self._usual,
            language=self.language.key(),
            second=self.second.key(),
            session=about.removeprefix(_SESSION) if about.startswith(_SESSION) else "",
            day=about.removeprefix(_DAY) if about.startswith(_DAY) else "",
            only=self.only.key(),
            final=bool(self.final.key()),
            at=self.at.instant() if "at" in self._asks else None,
            sessions_needed=sessions,
            days_needed=days,
            persons=bool(self.persons.key()),
            flags=self.flags.isChecked(),
            blanks=int(self.blanks.text() or 0),
            naming=Naming(self.naming.key()),
            issue=int(self.issue.text() or 0),
            until=self.until.text().strip(),
            draft=self.draft.key(),
        )
        return heeded(asked, self._asks)

    def blame(self, field: str, sentence: str) -> bool:
        """Say beside a field of `Ask` what is wrong with it; say whether it is shown. No field takes every problem back."""
        found = False
        for names, row, problem in self._rows:
            blamed = field in names and not row.isHidden()
            problem.setText(sentence if blamed else "")
            problem.setVisible(blamed)
            found = found or blamed
        return found

    def problem(self) -> str:
        """Return what is said to be wrong."""
        return next((problem.text() for _names, _row, problem in self._rows if problem.text()), "")

    def _abouts(self, facts: Facts) -> list[tuple[str, str]]:
        found = [("", _("The whole meeting"))]
        for day in facts.meeting.days:
            if "day" in self._asks:
                found.append((_DAY + day.isoformat(), day_of(facts, day.isoformat())))
            if "session" in self._asks:
                # Notes are taken in any item, attendance in some.
                keys = [one.id for one in facts.agenda if one.day == day]
                if "naming" not in self._asks:
                    keys = [one.key for one in facts.sessions if one.day == day]
                found += [(_SESSION + key, session_words(facts, key)) for key in keys]
        return found

    def _offer(self, combo: Combo, choices: list[tuple[str, str]], key: str) -> None:
        if key and key not in [one for one, _words in choices]:
            # What was asked once and is no longer there stays what was asked.
            choices = [*choices, (key, key.rpartition(" ")[2])]
        combo.set_choices(choices)
        combo.set_key(key)

    def _add(self, label: str, *widgets: QWidget, heeds: str = "") -> None:
        row = QWidget(self)
        whole = QVBoxLayout(row)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(8)
        words = Text(label, size=12, tone="slate", parent=row)
        words.setFixedWidth(_LABEL)
        line.addWidget(words)
        for widget in widgets:
            line.addWidget(widget, 1)
        problem = Text(size=12, tone="coral", wrap=True, parent=row)
        problem.hide()
        whole.addLayout(line)
        whole.addWidget(problem)
        self._column.addWidget(row)
        self._rows.append((frozenset(heeds.split()), row, problem))

    def _lay_out(self) -> None:
        self.language.set_choices([(code, language_word(code)) for code in LANGUAGES])
        self._add(_("Language"), self.language)
        self._add(_("Second"), self.second, heeds="second")
        self._add(_("About"), self.about, heeds="session day")
        self._add(_("Delegation"), self.only, heeds="only")
        self._add(_("Status"), self.final, heeds="final")
        self._add(_("At"), self.at, heeds="at")
        self._add(_("Rule"), self.rule, heeds="sessions_needed days_needed")
        self._add(_("For"), self.persons, heeds="persons")
        self._add("", self.flags, heeds="flags")
        self._add(_("Blanks"), self.blanks, heeds="blanks")
        self.naming.set_choices([(naming.value, _(words)) for naming, words in NAMINGS.items()])
        self._add(_("Speakers"), self.naming, heeds="naming")
        self._add(_("Version"), self.issue, heeds="issue")
        self._add(_("Until"), self.until, heeds="until")
        self._add(_("Document"), self.draft, heeds="draft")

    def _connect(self) -> None:
        for combo in (self.language, self.second, self.about, self.only, self.naming, self.draft):
            combo.picked.connect(self.changed)
        for segment in (self.final, self.persons):
            segment.chosen.connect(self.changed)
        self.at.changed.connect(self.changed)
        self.rule.changed.connect(self.changed)
        self.flags.toggled.connect(self.changed)
        for line in (self.blanks, self.issue, self.until):
            line.editingFinished.connect(self.changed)


def _line(name: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setFont(font(13))
    line.setFixedHeight(_HEIGHT)
    line.setAccessibleName(name)
    return line


def _combo(name: str, parent: QWidget) -> Combo:
    combo = Combo(size=13, height=_HEIGHT, parent=parent)
    combo.setAccessibleName(name)
    return combo


def _about_key(ask: Ask) -> str:
    return _SESSION + ask.session if ask.session else _DAY + ask.day if ask.day else ""
