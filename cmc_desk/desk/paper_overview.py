"""All that the list of papers shows: the kinds, what was made of them, and how far the badges are."""

from collections.abc import Callable
from dataclasses import dataclass

from cmc_desk.db.store import Store
from cmc_desk.desk.badge_state import BadgesPrinted, badges_printed
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.made_papers import Paper, states_job
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.steps import Progress

Kinds = Callable[[], tuple[PaperKind, ...]]


@dataclass(frozen=True, slots=True)
class Overview:
    """The papers as they stand now."""

    kinds: tuple[PaperKind, ...]
    papers: tuple[Paper, ...]
    badges: BadgesPrinted


def overview_job(desk: Desk, kinds: Kinds) -> Callable[[Progress], Overview]:
    """Return the work of reading the overview, to be done in any thread; it also loads what makes papers."""
    path, key = desk.store.path, desk.store.key

    def work(progress: Progress) -> Overview:
        known = kinds()
        # A connection of its own: the desk has one, and the windows need it.
        store = Store(path, key)
        try:
            with store.read() as session:
                badges = badges_printed(session)
        finally:
            store.close()
        return Overview(known, states_job(desk, known)(progress), badges)

    return work
