"""Everything in one workbook as one of the papers: what the single workbooks read, in one moment."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from cmc_desk.desk import attendance_paper
from cmc_desk.desk.approval_papers import gather_register
from cmc_desk.desk.draft_papers import gather_proposals
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.people_listed import gather_participants
from cmc_desk.desk.planned_actual import planned_record
from cmc_desk.desk.seat_papers import gather_wall
from cmc_desk.desk.transport_papers import gather_transports
from cmc_desk.i18n import N_
from cmc_desk.reports import everything_book
from cmc_desk.reports.everything_book import Everything
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.people import visible_fields

KEY = "everything"
# What the sheets of travel and of the list of participants say besides.
_MORE = ("salutation", "phone", "flight", "agency", "nomination", "seat_state")


def gather(session: Session, ask: Ask) -> Everything:
    """Return everything as it stands at `ask.at`."""
    if ask.at is None:
        raise ValueError("seats stand somewhere at an instant")
    return _everything(session, ask, ask.at, back=True)


def gather_now(session: Session, ask: Ask, now: datetime) -> Everything:
    """Return everything with all that is recorded."""
    return _everything(session, replace(ask, at=now), now, back=False)


def _everything(session: Session, ask: Ask, now: datetime, *, back: bool) -> Everything:
    return Everything(
        language=ask.language,
        attendance=replace(attendance_paper.gather(session, ask), fields=()),
        participants=gather_participants(session, ask),
        wall=gather_wall(session, ask),
        rides=gather_transports(session, ask),
        record=planned_record(session, now=now, back=back),
        actions=gather_register(session, ask),
        proposals=gather_proposals(session, ask),
    )


_FIELDS = (*(field.name for field in visible_fields(attendance_paper.LIMIT)), *_MORE)
EVERYTHING_PAPER = PaperKind(
    key=KEY,
    title=N_("Everything in one workbook"),
    icon="sheet",
    formats=(Format.XLSX,),
    gather=gather,
    gather_now=gather_now,
    render=everything_book.render,
    asks=frozenset({"at"}),
    fields=tuple(dict.fromkeys(_FIELDS)),
    people=lambda content: content.people,
    of_now=True,
)
