"""The panels of the Run mode, one open at a time: each asks for something, and what it asks is done and said here."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from cmc_desk.desk import agenda_plan, floor_roll
from cmc_desk.desk.floor_delegations import present_delegations
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.compress import CompressPlan, compress
from cmc_desk.rules.floor import heard
from cmc_desk.rules.floor_kinds import HostPlace, SpeechKind
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.agenda.add_panel import AddPanel
from cmc_desk.ui.agenda.compress_pane import CompressPane
from cmc_desk.ui.agenda.doing import done
from cmc_desk.ui.agenda.draw_panel import DrawPanel
from cmc_desk.ui.agenda.entry_acts import EntryActs
from cmc_desk.ui.agenda.entry_panel import EntryPanel
from cmc_desk.ui.agenda.export_pane import ExportPane
from cmc_desk.ui.agenda.fair_pane import FairPane
from cmc_desk.ui.agenda.fairness import fair_of
from cmc_desk.ui.agenda.late_bar import LateBar
from cmc_desk.ui.agenda.past_acts import PastActs
from cmc_desk.ui.agenda.past_pane import PastPane
from cmc_desk.ui.agenda.past_rows import past_rows
from cmc_desk.ui.agenda.words import length_words
from cmc_desk.ui.context import Context
from cmc_desk.ui.live import LIVE_TABLES
from cmc_desk.ui.registration.words import language_word

if TYPE_CHECKING:
    from cmc_desk.ui.agenda.run_view import RunView


_MINUTE = timedelta(minutes=1)


class RunPanels(QObject):
    """Opening one closes the others, so that Esc always means the one that is seen."""

    def __init__(self, context: Context, view: "RunView") -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self.add = AddPanel()
        self.draw = DrawPanel(context.facts)
        self.fair = FairPane()
        self.compress = CompressPane(context.live)
        self.past = PastPane()
        self.late = LateBar()
        self.entry = EntryPanel()
        self.export = ExportPane(context)
        self._past_acts = PastActs(context, self.past, self.late, self)
        for panel in (self.add, self.draw, self.entry, self.fair, self.compress, self.past, self.late, self.export):
            panel.left.connect(self.close)
        self._past_acts.finished.connect(self.close)
        self._entry_acts = EntryActs(context, self.entry, self)
        self._entry_acts.finished.connect(self.close)
        self.add.added.connect(self._on_added)
        self.add.all_asked.connect(self._on_all)
        self.draw.asked.connect(self._on_draw)
        self.compress.applied.connect(self._on_applied)

    def add_to(self, left: QStackedWidget, right: QStackedWidget) -> None:
        """Stand where the rundown and the speakers stand."""
        lefts: tuple[QWidget, ...] = (self.compress, self.past, self.fair, self.export)
        rights: tuple[QWidget, ...] = (self.add, self.draw, self.entry)
        for stack, panels in ((left, lefts), (right, rights)):
            for panel in panels:
                stack.addWidget(panel)

    def close(self) -> None:
        """Show the rundown and the speakers again."""
        view = self._view
        self.late.hide()
        view.left_stack.setCurrentWidget(view.rundown)
        view.right_stack.setCurrentWidget(view.speakers)
        view.reload(frozenset())
        view.speakers.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_right(self, panel: QWidget) -> None:
        """Show a panel in the place of the speakers."""
        self.late.hide()
        self._view.left_stack.setCurrentWidget(self._view.rundown)
        self._view.right_stack.setCurrentWidget(panel)

    def open_left(self, panel: QWidget) -> None:
        """Show a panel in the place of the rundown."""
        self.late.hide()
        self._view.right_stack.setCurrentWidget(self._view.speakers)
        self._view.left_stack.setCurrentWidget(panel)

    def refresh(self, tables: frozenset[str]) -> None:
        """Show what has changed in the panel that is open."""
        if not tables & (LIVE_TABLES | {"presence_event"}):
            return
        view = self._view
        left = view.left_stack.currentWidget()
        if view.right_stack.currentWidget() is self.add:
            self.add.refresh(self.present(), self._waiting(), self._heard())
        if left is self.fair:
            self._show_fair()
        elif left is self.past and view.rundown.day is not None:
            self.past.show_rows(past_rows(view.live, self._context.facts, day=view.rundown.day), view.rundown.day)

    def open_add(self, kind: SpeechKind) -> None:
        """Ask who wants to speak."""
        if self._view.floor() is None:
            self._view.floor_acts.add("", kind)
            return
        self.open_right(self.add)
        self.add.open(kind, self._context.facts, present=self.present(), waiting=self._waiting(), heard=self._heard())

    def open_draw(self) -> None:
        """Ask how the roll is drawn."""
        floor = self._view.floor()
        if floor is None:
            self._view.floor_acts.call()
            return
        self.open_right(self.draw)
        self.draw.open(self._context.facts, floor.facts.draws)

    def open_entry(self) -> None:
        """Show what is kept of the chosen entry, to be changed."""
        speech = self._view.floor_acts.chosen_speech()
        if speech is not None:
            self.open_right(self.entry)
            self._entry_acts.open(speech)

    def toggle_fair(self) -> None:
        """Show who has had how much of the floor, or the rundown again."""
        if self._view.left_stack.currentWidget() is self.fair:
            self.close()
        else:
            self.open_left(self.fair)
            self._show_fair()
            self.fair.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_compress(self) -> None:
        """Show three ways to make up time."""
        view = self._view
        day = view.rundown.day
        if day is None:
            return
        live, now = view.live, view.moment().now
        self.open_left(self.compress)
        standing = view.moment().standing(view.track())
        point = live.line(standing.fixed)
        missing = -(standing.slack or timedelta())
        self.compress.show_plans(
            compress(live.rundown.items, live.actuals, now, day=day, track=view.track()),
            cut=(length_words(missing), point.item.title) if point is not None and missing >= _MINUTE else None,
        )

    def open_past(self) -> None:
        """Show what was recorded, to be corrected."""
        view = self._view
        if view.rundown.day is not None:
            self.open_left(self.past)
            self.past.show_rows(past_rows(view.live, self._context.facts, day=view.rundown.day), view.rundown.day)
            self.past.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_export(self) -> None:
        """Offer the files of the agenda, and its record."""
        self.open_left(self.export)
        self.export.open()

    def open_late(self) -> None:
        """Ask when what runs really began."""
        running = self._view.moment().standing(self._view.track()).running
        line = self._view.live.line(running)
        if line is None:
            self._say_amber(_("Nothing is running: start an item first."))
            return
        self.close()
        self._past_acts.open_late(line, self._view.live)

    def start_chosen(self) -> None:
        """Start the chosen line out of turn."""
        if (item := self._chosen()) is not None:
            self._view.rundown.choose_none()
            self._view.rundown.follow()
            self._view.items.start(item)

    def skip_chosen(self) -> None:
        """Leave the chosen line out."""
        if (item := self._chosen()) is not None:
            self._view.items.skip(item)

    def reopen_chosen(self) -> None:
        """Take the chosen line up again."""
        if (item := self._chosen()) is not None:
            self._view.items.reopen(item)

    def _chosen(self) -> str | None:
        item = self._view.rundown.chosen()
        if not item:
            self._say_amber(_("Choose a line of the rundown first."))
        return item or None

    def _show_fair(self) -> None:
        fair = fair_of(self._view.live, self._context.facts, self._view.moment().now)
        self.fair.show_fair(fair, self._context.facts, language_word)

    def present(self) -> frozenset[str]:
        """Return the delegations that registration shows as present."""
        return frozenset(self._context.desk.read(present_delegations, now=self._context.now()))

    def _waiting(self) -> frozenset[str]:
        floor = self._view.floor()
        if floor is None:
            return frozenset()
        statements = [speech for speech in floor.waiting if speech.entry.kind is SpeechKind.STATEMENT]
        return frozenset(speech.entry.delegation for speech in statements)

    def _heard(self) -> frozenset[str]:
        floor = self._view.floor()
        return heard(floor.speeches) if floor is not None else frozenset()

    def _on_added(self, delegation: str, kind: object) -> None:
        if isinstance(kind, SpeechKind):
            again = kind is SpeechKind.STATEMENT and delegation in self._heard()
            self._view.floor_acts.add(delegation, kind, again=again)
            if kind is not SpeechKind.STATEMENT:
                self.close()

    def _on_all(self) -> None:
        self._view.floor_acts.add_all(self.add.free())

    def _on_draw(self) -> None:
        floor = self._view.floor()
        if floor is None:
            return
        if self.draw.delegation.text().strip() and not self.draw.delegation.key():
            unknown = _("Choose a delegation of the meeting, or leave this empty.")
            self.draw.blame(Refusal(unknown, field="delegation"))
            return
        try:
            drawn = self._context.desk.do(
                floor_roll.draw_roll,
                topic=floor.key,
                language=self.draw.language.key(),
                delegation=self.draw.delegation.key(),
                host=HostPlace(self.draw.host.key()),
                witnesses=self.draw.witnesses.text().strip(),
            )
        except Refusal as refusal:
            self.draw.blame(refusal)
        except Unavailable as trouble:
            self._context.trouble(trouble)
        else:
            name = self._context.facts.delegation_name(drawn.delegation)
            self._context.say("notice", _("Drawn: "), name, _(" · the roll begins there"), undo=True)
            self.close()

    def _on_applied(self, plan: object) -> None:
        if not isinstance(plan, CompressPlan):
            return
        if done(self._context, agenda_plan.set_lengths, lengths=plan.lengths, reason=_("to make up time")) is not None:
            gained = _("{minutes} made up").format(minutes=length_words(plan.gained))
            self._context.say("notice", _("Applied: "), gained, undo=True)
            self.close()

    def _say_amber(self, sentence: str) -> None:
        self._context.say("amber", _("Nothing changed: "), sentence)
