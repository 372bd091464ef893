"""The agenda for others, and the record of what it became: each file has its key, a file chooser asks where, the strip says what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.agenda_files import MadeAgenda, make_agenda, make_record, record_agenda
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.file_choice import ask_where
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.short_path import short_path

_ALL = "all"
_BUTTON = 300


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that can be written: what it is called, what for, and its ending."""

    words: str
    use: str
    ending: str
    icon: str
    record: bool = False


OFFERS = (
    Offer(N_("Calendar"), N_("for calendars and telephones: one appointment for each item"), ".ics", "cal"),
    Offer(N_("Workbook of Ontime"), N_("with its columns; can be changed and read again here"), ".xlsx", "grid"),
    Offer(N_("Project of Ontime"), N_("for the technicians: one rundown for each day"), ".json", "clock"),
    Offer(N_("Text table"), N_("for any other program"), ".csv", "sheet"),
    Offer(N_("Agenda as PDF"), N_("to be handed out"), ".pdf", "papers"),
    Offer(
        N_("Planned and actual as PDF"),
        N_("the record: what was late, why, who spoke how long"),
        ".pdf",
        "check",
        record=True,
    ),
    Offer(
        N_("Planned and actual as workbook"),
        N_("the same with every act, to reckon with"),
        ".xlsx",
        "grid",
        record=True,
    ),
)


class ExportPane(Pane):
    """The figures 1 to 7 write the files, of one day or of all; `left` asks to be put away."""

    left = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._context = context
        self._task = OneTask(self, pool=context.pool)
        # The keyboard stays with the pane itself: on a button Space would mean the button.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = PaneHead(_("Export"), subtitle=_("the agenda for others, and the record of what it became"))
        back = DeskButton(_("Back"), key="Esc", size="small")
        back.clicked.connect(self.left)
        self.head.add(back)
        self.days = Segment(name=_("Day"))
        self.buttons: list[DeskButton] = []
        self._lay_out()

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this pane with what they do, for F1."""
        return (*((str(number), _(offer.words)) for number, offer in enumerate(OFFERS, 1)), ("Esc", _("Close")))

    def open(self, day: str = "") -> None:
        """Offer the files, of a day (ISO) or of all."""
        days = self._context.live.rundown.days
        options = [Option(_ALL, _("All days"))]
        options += [Option(one.isoformat(), day_words(one, "ddd d MMM")) for one in days]
        self.days.set_options(options)
        self.days.choose(day or _ALL)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self, offer: Offer, path: Path | None = None) -> None:
        """Write a file to `path`, or where somebody says; it is made beside the window."""
        if self._task.is_running():
            return
        target = path or self._ask_where(offer)
        if target is None:
            return
        desk, day = self._context.desk, "" if self.days.key() == _ALL else self.days.key()
        make: Callable[..., MadeAgenda] = make_record if offer.record else make_agenda
        self._task.start(
            lambda _progress: make(desk, target, day=day), finished=self._on_made, refused=self._on_refused
        )

    def _ask_where(self, offer: Offer) -> Path | None:
        name = "planned-and-actual" if offer.record else "agenda"
        day = "" if self.days.key() == _ALL else f"-{self.days.key()}"
        return ask_where(self, _(offer.words), f"{name}{day}{offer.ending}", offer.ending)

    def _on_made(self, made: MadeAgenda) -> None:
        written = made.written
        folder = _(" in {folder}").format(folder=short_path(written.path.parent))
        try:
            record_agenda(self._context.desk, made)
        except (Refusal, Unavailable) as trouble:
            self._context.say(
                "coral", _("Saved, but NOT RECORDED in the journal: "), written.path.name, f". {trouble.sentence}"
            )
            return
        if written.beside:
            words = _("{folder}, beside {asked}, which is open in another program.")
            self._context.say(
                "amber", _("Written as "), written.path.name, words.format(folder=folder, asked=written.asked.name)
            )
        else:
            self._context.say("notice", _("Written: "), written.path.name, folder)

    def _on_refused(self, trouble: Trouble) -> None:
        self._context.say("coral", _("NOT WRITTEN. "), trouble.sentence)

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        days.setContentsMargins(16, 12, 16, 8)
        days.addWidget(self.days)
        days.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(days)
        for number, offer in enumerate(OFFERS, 1):
            if offer.record and not OFFERS[number - 2].record:
                column.addSpacing(8)
                column.addWidget(Rule(parent=self))
                column.addSpacing(8)
            button = DeskButton(
                _(offer.words), key=str(number), icon=offer.icon, align=Qt.AlignmentFlag.AlignLeft, parent=self
            )
            button.setFixedWidth(_BUTTON)
            button.clicked.connect(partial(self.write, offer, None))
            self.buttons.append(button)
            row = QHBoxLayout()
            row.setContentsMargins(16, 5, 16, 5)
            row.setSpacing(16)
            row.addWidget(button)
            row.addWidget(Text(_(offer.use), size=13, tone="slate", parent=self), 1)
            column.addLayout(row)
        column.addStretch()
