"""All that the list of papers shows: the kinds, what was made of them, and how far the badges are."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from cmc_desk.desk.badge_state import BadgesPrinted, badges_printed
from cmc_desk.desk.beside import reading_beside
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.made_papers import Paper, judged, listed
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.report_sight import report_status
from cmc_desk.desk.steps import Progress
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.papers import Ask, PaperState

Kinds = Callable[[], tuple[PaperKind, ...]]


@dataclass(frozen=True, slots=True)
class Overview:
    """The papers as they stand now; `report` is where the report of the final outcomes stands."""

    kinds: tuple[PaperKind, ...]
    papers: tuple[Paper, ...]
    badges: BadgesPrinted
    report: ReportStatus = ReportStatus.DRAFT

    def paper(self, kind: str, ask: Ask) -> Paper | None:
        """Return a paper by its kind and what is asked of it, if it is listed."""
        return next((one for one in self.papers if (one.kind, one.ask) == (kind, ask)), None)

    def knowing(self, paper: Paper) -> "Overview":
        """Return this with what was found of one of its papers."""
        papers = (paper if (one.kind, one.ask) == (paper.kind, paper.ask) else one for one in self.papers)
        return replace(self, papers=tuple(papers))

    def after(self, before: "Overview | None") -> "Overview":
        """Return this with what was found before of the same makings: that stands until they are judged anew."""
        known = {replace(one, state=PaperState.UNJUDGED, problem=""): one for one in before.papers} if before else {}
        return replace(self, papers=tuple(known.get(one, one) for one in self.papers))


def overview_job(desk: Desk, kinds: Kinds) -> Callable[[Progress], Overview]:
    """Return the work of listing the papers, to be done in any thread; it also loads what makes papers.

    Nothing is judged: that takes a reading of each paper, see `judging_job`.
    """

    def work(_progress: Progress) -> Overview:
        known = kinds()
        with reading_beside(desk) as session:
            return Overview(known, listed(session, known), badges_printed(session), report_status(session))

    return work


def judging_job(desk: Desk, kind: PaperKind, paper: Paper) -> Callable[[Progress], Paper]:
    """Return the work of looking whether a paper that was made still says what is true, to be done in any thread."""
    now = desk.clock.now()

    def work(_progress: Progress) -> Paper:
        with reading_beside(desk) as session:
            return judged(session, kind, paper, now=now)

    return work
