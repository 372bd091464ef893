"""What the tests of papers do again and again: make one and record it, look at states, records and words."""

import io
from pathlib import Path

from pypdf import PdfReader

from cmc_desk.db.schema import JournalRow
from cmc_desk.db.schema import Paper as PaperRow
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.made_papers import paper_states
from cmc_desk.desk.making_papers import MadePaper, make_paper, record_paper
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.rules.papers import Ask, Format, PaperState
from tests.paper_kinds import SHEET

PDF, DOCX = Format.PDF, Format.DOCX


def made(desk: Desk, folder: Path, ask: Ask | None = None, form: Format = PDF, kind: PaperKind = SHEET) -> MadePaper:
    paper = make_paper(desk, kind, ask or Ask(), form, folder)
    record_paper(desk, paper)
    return paper


def states(desk: Desk, *kinds: PaperKind) -> list[tuple[PaperState, int]]:
    return [(one.state, one.version) for one in desk.read(paper_states, now=desk.clock.now(), kinds=kinds or (SHEET,))]


def papers(desk: Desk) -> list[PaperRow]:
    with desk.store.read() as session:
        return list(session.query(PaperRow).order_by(PaperRow.at))


def journal(desk: Desk) -> JournalRow:
    with desk.store.read() as session:
        return session.query(JournalRow).order_by(JournalRow.seq.desc()).limit(1).one()


def words(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
