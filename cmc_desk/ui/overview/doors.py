"""The checks before the doors open: what the computer says, what a person found, and asking that person."""

from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cmc_desk.desk.door_checks import looked, note_check
from cmc_desk.i18n import chosen_language, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.door_checks import BY_HAND, CheckKind, ComputerFacts, by_hand, door_checks
from cmc_desk.rules.overview_words import check_title, good_words
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.overview.acts import OverviewActs
from cmc_desk.ui.overview.checking import ORDER, Checking
from cmc_desk.ui.overview.checks_pane import ChecksPane
from cmc_desk.ui.overview.shown import check_rows


class Doors(QObject):
    """Shows the checks in their pane; `page` is what the question lies over."""

    def __init__(self, context: Context, pane: ChecksPane, acts: OverviewActs, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._pane = pane
        self._acts = acts
        self._page = page
        self._computer: ComputerFacts | None = None
        self._open: tuple[CheckKind, ...] = ORDER
        pane.look.clicked.connect(self._on_look)
        pane.check_taken.connect(self._on_check)
        acts.looked.connect(self._on_looked)
        acts.copied.connect(acts.look)

    @cached_property
    def checking(self) -> Checking:
        """What asks for the checks that only a person can make."""
        made = Checking(self._page)
        made.found.connect(self._on_found)
        made.print_asked.connect(self._on_print_asked)
        return made

    @property
    def asks(self) -> bool:
        """Whether a person is being asked."""
        return "checking" in self.__dict__ and self.checking.isVisible()

    def scanned(self) -> None:
        """Learn that the scanner has read something while a person is being asked."""
        if self.checking.kind is CheckKind.SCANNER:
            self._on_found(CheckKind.SCANNER, good=True, words="")

    def ticked(self) -> None:
        """Show the time to whoever compares it with a watch."""
        if self.asks:
            self.checking.show_time(f"{self._context.facts.meeting.local(self._context.now()):%H:%M:%S}")

    def show(self) -> None:
        """Show how everything stands that is known."""
        if self._computer is None:
            return
        desk, facts = self._context.desk, self._context.facts
        now = facts.meeting.local(self._context.now())
        found = door_checks(self._computer, desk.read(looked), station=desk.author.station, now=now)
        self._pane.show_checks(check_rows(found, facts.clock), good_words(found))
        self._open = tuple(kind for kind in ORDER if not next(one.good for one in found if one.kind is kind))

    def check(self, kind: CheckKind) -> None:
        """Ask for a check, or do what mends it."""
        if kind in BY_HAND:
            self._ask((kind,))
        elif kind is CheckKind.ELSEWHERE:
            self._acts.copy_to_stick()
        else:
            self._context.go("setup")

    def _ask(self, kinds: tuple[CheckKind, ...]) -> None:
        self.checking.ask(kinds)
        self.ticked()

    def _on_look(self) -> None:
        self._ask(self._open or ORDER)

    def _on_check(self, kind: object) -> None:
        if isinstance(kind, CheckKind):
            self.check(kind)

    def _on_looked(self, found: object) -> None:
        if isinstance(found, ComputerFacts):
            self._computer = found
            self.show()

    def _on_found(self, kind: object, good: bool, words: str) -> None:  # noqa: FBT001 - a slot
        what = by_hand(kind) if isinstance(kind, CheckKind) else None
        if what is None or not isinstance(kind, CheckKind):
            return
        try:
            self._context.desk.do(note_check, what=what, good=good, words=words)
        except Refusal as refusal:
            self.checking.refuse(refusal.sentence)
            return
        except Unavailable as trouble:
            self._context.trouble(trouble)
            return
        self.show()
        found = _(" is good.") if good else _(" is not as it should be.")
        self._context.say("notice" if good else "amber", "", check_title(kind), found, undo=True)
        self.checking.next()

    def _on_print_asked(self) -> None:
        from cmc_desk.reports.test_page import render

        printing, meeting = self._acts.work.printing, self._context.facts.meeting
        if not printing.known:
            printing.listed.connect(self._on_listed)
            printing.look_for_printers()
            return
        page = render(meeting.short_title, meeting.local(self._context.now()), texts(chosen_language()))
        self._acts.work.print(page, _("Test page"))

    def _on_listed(self) -> None:
        self._acts.work.printing.listed.disconnect(self._on_listed)
        if self._acts.work.printing.known:
            self._on_print_asked()
        else:
            self.checking.refuse(_("This computer knows no printer: add one in its settings first."))
