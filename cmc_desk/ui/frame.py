"""Rail, bar and strip around the pages."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.clock import RehearsalClock, TrainingClock
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.bar_words import ItemWords, day_line, item_words, safety_words
from cmc_desk.ui.context import Context
from cmc_desk.ui.desk_strip import COPY_KEY, OFFER_KEY, DeskStrip
from cmc_desk.ui.keeping import Keeper
from cmc_desk.ui.page import Page
from cmc_desk.ui.page_kinds import PageKind
from cmc_desk.ui.parts.chip import Chip, ChipKind
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.message_strip import Hint
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.rail import Rail, RailEntry
from cmc_desk.ui.parts.top_bar import TopBar
from cmc_desk.ui.stage.acts import GAP_KEYS, PANEL_KEY, ROOM_KEYS, STAGE_KEY


class Frame(Pane):
    """What stands around every page; a training meeting, and a rehearsal, say at all times that they are one."""

    def __init__(
        self, kinds: Sequence[PageKind], *, training: bool, rehearsal: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("panel", parent=parent)
        self._kinds = tuple(kinds)
        self._chosen = kinds[0].key if kinds else ""
        entries = [RailEntry(kind.key, kind.number, kind.icon, _(kind.title)) for kind in kinds]
        self.rail = Rail(entries, parent=self)
        self.bar = TopBar(parent=self)
        self.pages = QStackedWidget(self)
        self.strip = DeskStrip(parent=self)
        hints: tuple[Hint, ...] = (Hint(_("Go to"), key=key_text("Ctrl+K")), Hint(_("Keys"), key="F1"))
        if rehearsal:
            self._mark(_("Rehearsal"), "blocks")
            hints = (Hint(_("Rehearsal on a copy: nothing of it is kept"), icon="alert"), *hints)
        elif training:
            self._mark(_("Training"), "warning")
            hints = (Hint(_("Training, not encrypted"), icon="alert"), *hints)
        self._hints = self._shown_hints = hints
        self._offered: tuple[Hint, ...] = ()
        self._own: tuple[Hint, ...] = ()
        self.strip.set_hints(hints)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def chosen(self) -> str:
        """Return the key of the page that is open."""
        return self._chosen

    def show_hints(self, own: Sequence[Hint]) -> None:
        """Show what a page has to say at the right of the strip, before what always stands there."""
        self._own = tuple(own)
        hints = (*self._offered, *own, *self._hints)
        if hints != self._shown_hints:
            self._shown_hints = hints
            self.strip.set_hints(hints)

    def offer(self, offered: Sequence[Hint]) -> None:
        """Show what waits for an answer before everything else at the right of the strip."""
        self._offered = tuple(offered)
        self.show_hints(self._own)

    def choose(self, key: str) -> None:
        """Mark a page on the rail."""
        self._chosen = key
        self.rail.choose(key)

    def set_alone(self, *, alone: bool) -> None:
        """Let the page have the whole window but for the message strip, which says what is not saved; or show everything again."""
        self.rail.setVisible(not alone)
        self.bar.setVisible(not alone)

    def everywhere(self, dark_key: str) -> Sequence[tuple[str, str]]:
        """Return the keys that work on every page, with what they do."""
        return (
            *((key_text(f"Ctrl+{kind.number}"), _(kind.title)) for kind in self._kinds),
            (key_text("Ctrl+K"), _("Go to anything")),
            (key_text("Ctrl+Z"), _("Undo the last act of this session")),
            (key_text("Ctrl+L"), _("Lock")),
            (STAGE_KEY, _("Stage for the projector; Esc on it closes it")),
            (PANEL_KEY, _("Screens of the room, rehearsal")),
            *((key_text(key), _(words)) for key, words in ROOM_KEYS),
            *((key_text(key), _(words)) for key, words in GAP_KEYS),
            (key_text(COPY_KEY), _("Copy the details of a defect")),
            (key_text(OFFER_KEY), _("Take over texts kept elsewhere, while they are offered")),
            (key_text(dark_key), _("Light or dark")),
            (_("F1 or {key}").format(key=key_text("Ctrl+/")), _("These keys")),
        )

    def show_facts(
        self, context: Context, keeper: Keeper, *, now: datetime, agenda: bool = True, page: Page | None = None
    ) -> None:
        """Show the time and everything that follows from it; it is computed anew each time, never counted.

        Where the `agenda` stands is left out until the window is there to be seen: to read it takes longer than all the rest.
        What the `page` that is shown says matters more stands in its place.
        """
        facts, bar = context.facts, self.bar
        said = page.bar_words() if page is not None else None
        local = facts.meeting.local(now)
        zone = clock_words(context)
        bar.clock.set_time(f"{local:%H:%M}", f"{local:%S}", zone)
        bar.set_meeting(facts.meeting.short_title, day_line(facts, now))
        item = said or (item_words(facts, now, context.live) if agenda else ItemWords("", "", running=False, icon=""))
        bar.set_item(item.title, icon=item.icon, chip=item.chip, next_text=item.next_text)
        author = context.desk.author
        bar.set_operator(author.operator, author.station)
        bar.safety.set_state(*safety_words(facts, keeper.state(), keeper.machine_now()))

    def _mark(self, words: str, kind: ChipKind) -> None:
        row = self.bar.layout()
        if isinstance(row, QHBoxLayout):
            chip = Chip(words, kind, parent=self.bar)
            row.insertWidget(1, chip)
            row.insertSpacing(2, 16)


def clock_words(context: Context) -> str:
    """Return which clock it is: that of the city, of a training meeting, or of a rehearsal with its pace."""
    clock = context.desk.clock
    if isinstance(clock, RehearsalClock):
        return _("Rehearsal ×{pace}").format(pace=f"{clock.pace:g}")
    if isinstance(clock, TrainingClock):
        return _("Training clock")
    return _("{city} time").format(city=context.facts.meeting.city)
