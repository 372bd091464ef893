"""The report read before it is issued: building it takes its time, and meanwhile everybody else can read and write."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.preflight import preflight
from cmc_desk.desk.report_facts import outcome_facts
from cmc_desk.desk.report_rows import asked_for, issues, report_row
from cmc_desk.desk.report_trees import tree_of
from cmc_desk.desk.steps import Progress
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.preflight import Finding, blocked
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import Block

# At a busy desk somebody is checked in while the report is built: then it is built again, so often.
_TRIES = 3


@dataclass(frozen=True, slots=True)
class ReadReport:
    """The report in the language and naming in which it is issued next, as it stood after a row of the journal (its digest is `head`).

    `blocking` is what keeps it from being final; only a report that is signed off is looked over for that.
    """

    head: str
    language: str
    attributed: bool
    blocks: tuple[Block, ...]
    blocking: tuple[Finding, ...] = ()


class ReportMoved(Refusal):
    """Something was recorded between the reading of the report and its issue."""


# A command that issues the report and is given its `until` or its `by`.
Issuing = Callable[Concatenate[Tx, ...], int]


def read_ahead(session: Session) -> ReadReport:
    """Return the report as it would be issued now."""
    row, found = report_row(session), issues(session)
    language, attributed = asked_for(session, language="", attributed=None)
    signed = row is not None and row.status is ReportStatus.SIGNED_OFF and bool(found)
    if signed:
        # What is made final is what was signed.
        language, attributed = found[-1].language, found[-1].attributed
    facts = outcome_facts(session, language=language, attributed=attributed)
    return ReadReport(
        journal_head(session),
        language,
        attributed,
        tree_of(session, facts).shown,
        tuple(blocked(preflight(session, facts=facts))) if signed else (),
    )


def journal_head(session: Session) -> str:
    """Return the digest of the last row of the journal: what was recorded since is told by another one."""
    row = schema.JournalRow
    return session.scalars(select(row.digest).order_by(row.seq.desc()).limit(1)).first() or ""


def heed(tx: Tx, ahead: ReadReport, *, language: str, attributed: bool) -> None:
    """Take what was read as the report if it is that still; raises Refusal if anything was recorded since."""
    tx.apart["ahead"] = ahead.head
    if ahead.head != journal_head(tx.session) or (ahead.language, ahead.attributed) != (language, attributed):
        raise ReportMoved(_("The meeting was changed while the report was read: do it again."))


def issuing_job(desk: Desk, command: Issuing, **given: object) -> Callable[[Progress], tuple[int, Callable[[], None]]]:
    """Return the work of issuing the report, to be done in any thread; what it brings is that of `Desk.do_apart`.

    Until it is written it can be cancelled. It raises Refusal if the meeting is changed again and again meanwhile.
    """

    def work(progress: Progress) -> tuple[int, Callable[[], None]]:
        for left in reversed(range(_TRIES)):
            with desk.beside() as store, store.read() as session:
                ahead = read_ahead(session)
            progress(_TRIES - left, _TRIES + 1)
            try:
                return desk.do_apart(command, ahead=ahead, **given)
            except ReportMoved:
                if not left:
                    raise
        raise AssertionError("the last try brings or raises something")

    return work
