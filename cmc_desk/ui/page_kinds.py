"""Which pages the main window has; a number never changes, so that no key ever does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import N_
from cmc_desk.ui.context import Context
from cmc_desk.ui.page import Page


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page: its name in the program, the number of its key, its icon, its title, and how it is made."""

    key: str
    number: int
    icon: str
    title: str
    make: Callable[[Context, QWidget], Page]


def _registration(context: Context, parent: QWidget) -> Page:
    from cmc_desk.ui.registration.page import RegistrationPage

    return RegistrationPage(context, parent)


def _agenda(context: Context, parent: QWidget) -> Page:
    from cmc_desk.ui.agenda.page import AgendaPage

    return AgendaPage(context, parent)


def _summaries(context: Context, parent: QWidget) -> Page:
    from cmc_desk.ui.summaries.page import SummariesPage

    return SummariesPage(context, parent)


def _documents(context: Context, parent: QWidget) -> Page:
    from cmc_desk.ui.documents.page import DocumentsPage

    return DocumentsPage(context, parent)


def _travel(context: Context, parent: QWidget) -> Page:
    from cmc_desk.ui.travel.page import TravelPage

    return TravelPage(context, parent)


def _papers(context: Context, parent: QWidget) -> Page:
    from cmc_desk.ui.papers.page import PapersPage

    return PapersPage(context, parent)


def _setup(context: Context, parent: QWidget) -> Page:
    from cmc_desk.ui.setup.page import SetupPage

    return SetupPage(context, parent)


PAGES: Sequence[PageKind] = (
    PageKind("registration", 2, "registration", N_("Registration"), _registration),
    PageKind("agenda", 3, "agenda", N_("Agenda"), _agenda),
    PageKind("summaries", 4, "summaries", N_("Summaries"), _summaries),
    PageKind("documents", 5, "documents", N_("Documents"), _documents),
    PageKind("travel", 6, "travel", N_("Travel"), _travel),
    PageKind("papers", 7, "papers", N_("Papers"), _papers),
    PageKind("setup", 8, "setup", N_("Setup"), _setup),
)
