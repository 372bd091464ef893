"""The Badges view brought from state to state for pictures of it, with a printer that is told when to go away."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings

from cmc_desk.desk.badge_list import BadgeFilter
from cmc_desk.desk.registration import edit_person
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.badges.habits import BadgeHabits
from cmc_desk.ui.badges.machine import Machine
from cmc_desk.ui.badges.page import BadgesPage
from cmc_desk.ui.badges.paper_pane import LEDGER, OPTIONS
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.parts.printing import KnownPrinter, Progress, Turned

_NAME = "Office laser"


class RehearsalPrinter:
    """Takes pages and makes nothing of them; after `left` jobs it is not found any more (None: it never goes away)."""

    def __init__(self) -> None:
        self.left: int | None = None

    @property
    def name(self) -> str:
        """What the printer is called."""
        return _NAME

    def print_pages(
        self,
        content: bytes,
        *,
        title: str,
        pages: Sequence[int] = (),
        copies: int = 1,
        turned: Turned = "",
        progress: Progress | None = None,
    ) -> int:
        """Take the pages, or say as a real printer does that it is gone."""
        del content, title, copies, turned
        if progress is not None:
            progress(0, len(pages))
        if self.left is not None:
            if not self.left:
                raise Unavailable(
                    _("The printer {name} is not found: switch it on, look at its cable, or choose another.").format(
                        name=_NAME
                    )
                )
            self.left -= 1
        return len(pages)


def rehearsal_machine(habits: Path) -> tuple[Machine, RehearsalPrinter]:
    """Return a computer with one printer that wastes no paper and with its habits in a file of their own, and that printer."""
    settings = QSettings(str(habits), QSettings.Format.IniFormat)
    printer = RehearsalPrinter()
    known = (KnownPrinter(_NAME, _NAME, usual=True),)
    return Machine(known=lambda: known, named=lambda _name: printer, habits=BadgeHabits(Habits(settings))), printer


def badge_states(page: BadgesPage, printer: RehearsalPrinter, settle: Callable[[], None]) -> Iterator[str]:
    """Bring the view through its main states; `settle` waits until everything that was begun has ended."""

    def rest() -> None:
        settle()
        if page.maker.rest.isActive():
            page.maker.rest.timeout.emit()
        settle()

    page.people.search.setText("specimen")
    rest()
    page.paper.print.click()
    rest()
    page.people.search.clear()
    page.people.only.choose(BadgeFilter.PRINTED.value)
    rest()
    printed = page.people.table.current()
    if printed is not None:
        page.context.desk.do(
            edit_person, participant=printed.key, changes={"functional_title": "Director of Migration"}
        )
    page.people.only.choose(BadgeFilter.TO_PRINT.value)
    rest()
    if printed is not None:
        page.people.table.choose(printed.key)
    page.paper.choose_list(LEDGER)
    rest()
    yield "badges"
    if page.sheet.warnings.rows():
        page.people.table.choose(page.sheet.warnings.rows()[0].participant)
        rest()
        yield "badges-to-look-at"
    page.paper.choose_list(OPTIONS)
    page.paper.options.blank.setValue(2)
    rest()
    yield "badges-options"
    page.paper.options.blank.setValue(0)
    page.people.only.choose(BadgeFilter.PRINTED.value)
    page.people.again.click()
    rest()
    yield "badges-again"
    page.people.reprint.close_again()
    page.people.only.choose(BadgeFilter.TO_PRINT.value)
    rest()
    printer.left = 1
    page.paper.print.click()
    rest()
    yield "badges-failed"
    printer.left = None
    page.printing.cancel_waiting()
    rest()
