"""The Papers page brought from state to state for pictures of it; its files go with the copy that the pictures are taken on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from cmc_desk.desk import people, registration
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.people import Consent
from cmc_desk.ui import settings
from cmc_desk.ui.papers.page import PapersPage
from cmc_desk.ui.papers.rows import BADGES
from cmc_desk.ui.parts.printing import KnownPrinter


def bring_papers(meeting: Path, copy: Path) -> None:
    """Lay the papers of a meeting beside its copy, as they lie beside the meeting itself."""
    made = settings.papers_folder(meeting)
    if made.is_dir():
        shutil.copytree(made, settings.usual_papers_folder(copy))


def use_rehearsal_printer(page: PapersPage) -> None:
    """Let the page know one printer, whatever this computer has; said before the page is shown."""
    page.work.printing.list_printers = lambda: (KnownPrinter("laser", "Office laser", usual=True),)


def paper_states(page: PapersPage) -> Iterator[str]:
    """Bring the page from one main state to the next, and say what each picture is called."""
    yield "papers"
    page.side.make.click()
    yield "papers-made"
    for kind in ("attendance", "participants", BADGES):
        page.open_at(kind)
        yield f"papers-{kind}"
    desk = page.context.desk
    if listed := _somebody_listed(desk):
        desk.do(registration.edit_person, participant=listed, changes={"functional_title": "Permanent Secretary"})
    page.open_at("participants")
    page.reader.read()
    yield "papers-changed"


def _somebody_listed(desk: Desk) -> str:
    """Return somebody who stands in the list of participants, so that a correction puts it out of date."""
    hits = desk.read(people.find_people, limit=500).hits
    return next((hit.id for hit in hits if desk.read(people.person_of, participant=hit.id).consent is Consent.YES), "")
