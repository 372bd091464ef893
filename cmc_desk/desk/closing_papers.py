"""What a closing kit has in it: which papers, asked how, in which form, under which name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.attendance_paper import attendance_paper
from cmc_desk.desk.corrigenda import corrigenda
from cmc_desk.desk.draft_texts import draft_texts
from cmc_desk.desk.report_rows import SIGNED, issues
from cmc_desk.rules.document_kinds import DocumentKind
from cmc_desk.rules.note_kinds import Attribution
from cmc_desk.rules.papers import Ask, Format, Naming
from cmc_desk.rules.people import Sensitivity
from cmc_desk.rules.report_standing import Edition, editions

# A kit goes to many hands: nobody's e-mail or telephone is in it.
KIT_ATTENDANCE = attendance_paper(Sensitivity.PUBLIC)


@dataclass(frozen=True, slots=True)
class KitPaper:
    """A paper of the kit: its kind, what is asked of it, its form, and the folder and name under which it lies there."""

    kind: str
    ask: Ask
    form: Format
    folder: str
    name: str


def kit_papers(session: Session, *, language: str) -> tuple[KitPaper, ...]:
    """Return the papers of the kit; of what the meeting has nothing, as drafts without a text, there is none.

    What says of people where they sleep, what they are paid, which passport they have or how they are reached is not among them.
    """
    return tuple(_papers(session, language))


def _papers(session: Session, language: str) -> Iterator[KitPaper]:
    usual = Ask(language=language)
    final = Ask(language=language, final=True)
    yield from _report(session, usual)
    for form in (Format.DOCX, Format.PDF, Format.XLSX):
        yield _paper("participants", final, form, "people", "participants")
    yield _paper(KIT_ATTENDANCE.key, usual, Format.XLSX, "people", "attendance")
    for form in (Format.PDF, Format.XLSX):
        yield _paper("planned-actual", usual, form, "agenda", "planned-actual")
    yield _paper("agenda-table", usual, Format.PDF, "agenda", "agenda")
    for form in (Format.DOCX, Format.PDF):
        yield _paper("summary", usual, form, "summaries", "summaries")
    for code in _speakers(session):
        yield _paper("summary", Ask(language=language, only=code), Format.DOCX, "statements", code)
    if session.scalar(select(schema.Recommendation.id).where(schema.Recommendation.deleted_at.is_(None)).limit(1)):
        for form in (Format.DOCX, Format.PDF):
            yield _paper("recommendations", usual, form, "recommendations", "recommendations")
    yield _paper("action-register", usual, Format.XLSX, "recommendations", "actions")
    yield from _of_documents(session, language)


def _report(session: Session, usual: Ask) -> Iterator[KitPaper]:
    """Return the report, and if it is final all texts of it that were issued, with what was corrected in them since."""
    row = session.scalars(select(schema.Report).where(schema.Report.status.in_(SIGNED))).first()
    # What the host has signed is in the kit, in whatever language the other papers are.
    issued = editions(issues(session), row.version) if row is not None else ()
    for form in (Format.DOCX, Format.PDF):
        if not issued:
            yield _paper("outcome-report", usual, form, "report", "report")
        for place, edition in enumerate(issued):
            ask = replace(usual, language=edition.language, naming=_naming(edition) if place else Naming.AS_CHOSEN)
            unlike = edition.attributed is not issued[0].attributed
            yield _paper("outcome-report", ask, form, "report", _named("report", edition, place, unlike=unlike))
    several = len({edition.attributed for edition in issued}) > 1
    for one in corrigenda(session):
        if row is None or one.version != row.version:
            continue
        there = {line.edition.attributed for line in one.lines}
        for form, (place, edition) in product((Format.DOCX, Format.PDF), enumerate(issued)):
            # Whoever has the text without names is sent nothing that was corrected in the other one.
            if edition.attributed in there or not several:
                naming = _naming(edition) if several else Naming.AS_CHOSEN
                ask = replace(usual, language=edition.language, issue=one.number, naming=naming)
                unlike = edition.attributed is not issued[0].attributed
                name = _named(f"corrigendum-{one.number}", edition, place, unlike=unlike)
                yield _paper("corrigendum", ask, form, "report", name)


def _naming(edition: Edition) -> Naming:
    return Naming.ATTRIBUTED if edition.attributed else Naming.NOT_ATTRIBUTED


def _named(name: str, edition: Edition, place: int, *, unlike: bool = False) -> str:
    """Return what a file of the report is called; the first one has the name alone."""
    named = "with-names" if edition.attributed else "without-names"
    return " ".join((name, *((edition.language,) if place else ()), *((named,) if unlike else ())))


def _of_documents(session: Session, language: str) -> Iterator[KitPaper]:
    written = [one for one in draft_texts(session) if one.version is not None]
    for draft in written:
        ask = Ask(language=language, draft=draft.key)
        for key, name in (("draft-redline", "redline"), ("draft-clean", "clean")):
            for form in (Format.DOCX, Format.PDF):
                yield _paper(key, ask, form, "documents", f"{draft.key} {name}")
        if draft.kind is DocumentKind.PLAN:
            yield _paper("plan-of-action", ask, Format.XLSX, "documents", f"{draft.key} plan")
    if written:
        usual = Ask(language=language)
        for form in (Format.XLSX, Format.DOCX):
            yield _paper("comments-matrix", usual, form, "documents", "comments-matrix")
        yield _paper("proposals", usual, Format.XLSX, "documents", "proposals")


def _speakers(session: Session) -> tuple[str, ...]:
    """Return the codes of the delegations that said anything which is theirs to be shown."""
    row = schema.NoteEntry
    found = session.scalars(
        select(row.delegation)
        .where(row.filed_at.is_not(None), row.deleted_at.is_(None), row.delegation.is_not(None))
        .where(row.attribution == Attribution.ATTRIBUTABLE)
        .distinct()
    )
    return tuple(sorted(code for code in found if code))


def _paper(kind: str, ask: Ask, form: Format, folder: str, name: str) -> KitPaper:
    return KitPaper(kind, ask, form, folder, f"{name}.{form.value}")
