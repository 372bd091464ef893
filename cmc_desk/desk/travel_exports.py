"""Papers of sponsored travel that were handed to somebody: who got which version, with the highest class of what it says of people."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.manifest import rows_of_list
from cmc_desk.desk.paper_content import ask_of, digest_of, gather_content
from cmc_desk.desk.paper_kinds import PaperKind, paper_kinds
from cmc_desk.desk.sent_lists import mark_sent, sent_versions
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.export_classes import Recipient, check_recipient, highest, recipients_of
from cmc_desk.rules.folding import clean
from cmc_desk.rules.people import Sensitivity
from cmc_desk.rules.plain import from_plain
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sent_lists import NAME, ListKind

KIND, SENT = "travel.hand_over", "travel.send_list"
_LONGEST = 200
# What has to be sent anew, with what has changed, when the list moves on.
_RIDES = (ListKind.ARRIVALS, ListKind.DEPARTURES)
_LISTS = {"manifest": _RIDES, "driver-sheets": _RIDES, "rooming": (ListKind.ROOMING,)}
_GOES_TO = {
    ListKind.ARRIVALS: Recipient.DRIVER,
    ListKind.DEPARTURES: Recipient.DRIVER,
    ListKind.ROOMING: Recipient.HOTEL,
}
_PAPER_OF = {ListKind.ARRIVALS: "manifest", ListKind.DEPARTURES: "manifest", ListKind.ROOMING: "rooming"}


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A paper that somebody got: its key and version (of the file), how sensitive it is, of how many people it is.

    `lists` are the numbers under which its lists are kept, so that the next version says what has changed since. A list of which it
    was only said that it was sent has no paper and no file.
    """

    paper: str
    kind: str
    version: int
    file: str
    to: Recipient
    recipient: str
    sensitivity: Sensitivity
    people: int
    lists: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """An entry of the register: what was handed over, when, by whom and at which station."""

    seq: int
    at: datetime
    operator: str
    station: str
    handed: HandedOver


@command(KIND)
def hand_over(tx: Tx, *, paper: str, to: Recipient, recipient: str) -> HandedOver:
    """Record that a paper that was made is handed to `recipient`, who is a hotel, a driver, …; a list is kept as sent with it.

    Raises Refusal if the paper is not for such a recipient, if it is not said who that is, or if it does not say any more what is true.
    """
    row = tx.session.get(schema.Paper, paper)
    kind = next((one for one in paper_kinds() if row is not None and one.key == row.kind), None)
    if row is None or kind is None or not recipients_of(kind.key):
        raise Refusal(_("Make the paper first: only one that was made can be handed over."), field="paper")
    check_recipient(kind.key, Recipient(to), only=ask_of(row).only)
    who = clean(recipient)[:_LONGEST]
    if not who:
        raise Refusal(_("To whom is it handed? Type a name, of the firm or of the person."), field="recipient")
    _check_current(tx, kind, row)
    tx.cannot_be_undone()
    return HandedOver(
        paper=row.id,
        kind=row.kind,
        version=row.version,
        file=row.file,
        to=Recipient(to),
        recipient=who,
        sensitivity=highest(kind.fields),
        people=row.people,
        lists=tuple(number for one in _LISTS.get(row.kind, ()) if (number := _kept(tx, one, who))),
    )


def handed_over(session: Session, *, kind: str = "") -> tuple[Export, ...]:
    """Return the register of what was handed over or sent, the newest first: of all papers, or of one kind."""
    table = schema.JournalRow
    query = select(table).where(table.kind.in_((KIND, SENT)), table.outcome.is_not(None)).order_by(table.seq.desc())
    found = (
        Export(row.seq, row.at, row.operator, row.station, handed)
        for row in session.scalars(query)
        if (handed := _handed(session, row)) is not None
    )
    return tuple(one for one in found if not kind or one.handed.kind == kind)


def last_made(session: Session, kind: str) -> str | None:
    """Return the paper of a kind that was made last, to be handed over; None if none was."""
    table = schema.Paper
    return session.scalars(
        select(table.id).where(table.kind == kind).order_by(table.at.desc(), table.version.desc())
    ).first()


def _check_current(tx: Tx, kind: PaperKind, row: schema.Paper) -> None:
    """Raise Refusal if a paper would say something else if it were made now."""
    found = gather_content(tx.session, kind, ask_of(row), now=tx.now)
    if digest_of(found) != row.source:
        raise Refusal(
            _("“{file}” does not say any more what is true: make it again, then hand it over.").format(file=row.file),
            field="paper",
        )


def _kept(tx: Tx, kind: ListKind, recipient: str) -> int:
    """Keep a list as sent and return its number; 0 if nobody is on it."""
    rows = rows_of_list(tx.session, kind)
    return mark_sent(tx, kind, recipient, rows) if rows else 0


def _handed(session: Session, row: schema.JournalRow) -> HandedOver | None:
    """Return what an act of the journal handed over; None where its arguments were erased."""
    outcome = json.loads(row.outcome or "null")
    if row.kind == KIND:
        handed: HandedOver = from_plain(HandedOver, outcome)
        return handed
    if row.args is None:
        return None
    args = json.loads(row.args)
    kind = ListKind(args["kind"])
    sent = next((one for one in sent_versions(session, kind=kind) if one.version == outcome), None)
    fields = next(one.fields for one in paper_kinds() if one.key == _PAPER_OF[kind])
    return HandedOver(
        paper="",
        kind=_PAPER_OF[kind],
        version=outcome,
        file="",
        to=_GOES_TO[kind],
        recipient=clean(args["recipient"])[:_LONGEST],
        sensitivity=highest(fields),
        people=len({one[NAME] for one in sent.rows}) if sent is not None else 0,
        lists=(outcome,),
    )
