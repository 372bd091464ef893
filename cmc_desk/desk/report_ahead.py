"""The report read before it is issued: building it takes its time, and meanwhile everybody else can read and write."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Concatenate

from sqlalchemy.orm import Session

from cmc_desk.desk.beside import reading_beside
from cmc_desk.desk.command import Tx
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.preflight import names_left, preflight
from cmc_desk.desk.report_facts import outcome_facts
from cmc_desk.desk.report_rows import asked_for, issues, report_row
from cmc_desk.desk.report_trees import tree_of
from cmc_desk.desk.standstill import Moment, moment
from cmc_desk.desk.steps import Progress
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.preflight import Finding, blocked
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import Block
from cmc_desk.rules.report_standing import Edition

# At a busy desk somebody is checked in while the report is built: then it is built again, so often.
_TRIES = 3


@dataclass(frozen=True, slots=True)
class ReadText:
    """What the report says in a language, with names or without, and what keeps that from being signed off and final."""

    edition: Edition
    blocks: tuple[Block, ...]
    blocking: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadReport:
    """The report as it is issued next, as it stood at a moment of the meeting.

    The first of its `texts` is the report in its own language and naming, which the host signs; others are issued beside it.
    """

    at: Moment
    texts: tuple[ReadText, ...]


class ReportMoved(Refusal):
    """Something was recorded or kept between the reading of the report and its issue."""


class ReportUnseen(ReportMoved):
    """The report says something else than what whoever issues it has before them: reading it again helps nobody who does not look."""


# A command that issues the report and is given its `until`, its `by` or the `editions` that are issued beside the first.
Issuing = Callable[Concatenate[Tx, ...], int]


def read_ahead(session: Session, *, editions: Sequence[Edition] = ()) -> ReadReport:
    """Return the report as it would be issued now, also in the `editions` that are asked for besides."""
    return ReadReport(moment(session), read_texts(session, (next_edition(session), *editions)))


def read_texts(session: Session, editions: Sequence[Edition], *, look: bool = True) -> tuple[ReadText, ...]:
    """Return the report in each edition once; whether anything blocks the first is only told if it is to be looked for."""
    return tuple(
        _read(session, edition, first=not place, look=look) for place, edition in enumerate(dict.fromkeys(editions))
    )


def next_edition(session: Session) -> Edition:
    """Return in which language and naming the report goes out next: what is made final is what was signed."""
    row, found = report_row(session), issues(session)
    if row is not None and row.status is ReportStatus.SIGNED_OFF and found:
        return found[-1].edition
    return Edition(*asked_for(session, language="", attributed=None))


def heeded(tx: Tx, ahead: ReadReport | None, editions: Sequence[Edition], *, look: bool = True) -> tuple[ReadText, ...]:
    """Return the texts of the report that are issued: as they were read ahead, or read now.

    Raises Refusal if anything was recorded or kept since they were read.
    """
    if ahead is None:
        return read_texts(tx.session, editions, look=look)
    tx.apart["ahead"] = ahead.at.digest
    known = {one.edition: one for one in ahead.texts}
    wanted = tuple(dict.fromkeys(editions))
    if ahead.at != moment(tx.session) or ahead.texts[0].edition != wanted[0] or not known.keys() >= set(wanted):
        raise ReportMoved(_("The meeting was changed while the report was read: do it again."))
    return tuple(known[edition] for edition in wanted)


def issuing_job(
    desk: Desk,
    command: Issuing,
    *,
    editions: tuple[Edition, ...] = (),
    heard: Callable[[ReadReport], object] | None = None,
    **given: object,
) -> Callable[[Progress], tuple[int, Callable[[], None]]]:
    """Return the work of issuing the report, to be done in any thread; what it brings is that of `Desk.do_apart`.

    Until it is written it can be cancelled. It raises Refusal if the meeting is changed again and again meanwhile. `heard` is called
    with what is read each time, the last of which is issued.
    """
    told = {**given, "editions": editions} if editions else given

    def work(progress: Progress) -> tuple[int, Callable[[], None]]:
        for left in reversed(range(_TRIES)):
            with reading_beside(desk) as session:
                ahead = read_ahead(session, editions=editions)
            if heard is not None:
                heard(ahead)
            progress(_TRIES - left, _TRIES + 1)
            try:
                return desk.do_apart(command, ahead=ahead, **told)
            except ReportUnseen:
                raise
            except ReportMoved:
                if not left:
                    raise
        raise AssertionError("the last try brings or raises something")

    return work


def _read(session: Session, edition: Edition, *, first: bool, look: bool) -> ReadText:
    facts = outcome_facts(session, language=edition.language, attributed=edition.attributed)
    tree = tree_of(session, facts)
    if not first:
        return ReadText(edition, tree.shown, names_left(session, tree))
    return ReadText(edition, tree.shown, blocked(preflight(session, facts=facts, beside=False)) if look else ())
