"""A paper of the tests: who is expected, as PDF and as Word, for a delegation or for all, provisional or final."""

import io
from dataclasses import dataclass
from gettext import NullTranslations

from sqlalchemy.orm import Session

from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.roster import roster
from cmc_desk.reports.page import Pages, TableColumn
from cmc_desk.rules.papers import Ask, Format, Imprint, PaperGroup
from cmc_desk.rules.refusal import Unavailable


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the paper says."""

    final: bool
    session: str
    names: tuple[str, ...]


def gather(session: Session, ask: Ask) -> Sheet:
    groups = roster(session, language=ask.language, only=ask.only)
    names = tuple(member.full_name for group in groups for member in group.members)
    return Sheet(ask.final, ask.session, names)


def render(sheet: Sheet, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    if form is Format.DOCX:
        from docx import Document

        document = Document()
        for name in sheet.names:
            document.add_paragraph(name)
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()
    pages = Pages(f"Sheet, version {imprint.version}", imprint, texts)
    pages.text("Final" if sheet.final else "Provisional", size=14, bold=True)
    pages.table([TableColumn("Name", 1)], [[name] for name in sheet.names], least_height=40)
    return pages.finish()


SHEET = PaperKind(
    key="sheet",
    title="Sheet of names",
    icon="note",
    formats=(Format.PDF, Format.DOCX),
    gather=gather,
    render=render,
    asks=frozenset({"only", "final", "session"}),
    fields=("given_name", "family_name"),
    people=lambda sheet: len(sheet.names),
)


def _no_disk(_sheet: Sheet, _form: Format, _texts: NullTranslations, _imprint: Imprint) -> bytes:
    raise Unavailable("The fonts cannot be read: set the program up again.")


def _defect(_sheet: Sheet, _form: Format, _texts: NullTranslations, _imprint: Imprint) -> bytes:
    raise ZeroDivisionError


ROOMS = PaperKind("rooms", "Rooms", "bed", gather, render, group=PaperGroup.TRAVEL)
UNAVAILABLE = PaperKind("unavailable", "No fonts", "x", gather, _no_disk)
DEFECT = PaperKind("defect", "Defect", "x", gather, _defect)
