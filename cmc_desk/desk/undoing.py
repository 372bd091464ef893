"""Taking back what was done last: by the inverse that a command named, or by putting its rows back as they were."""

import json
from dataclasses import dataclass
from typing import Any, get_type_hints

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from cmc_desk.db.schema import JournalRow, Participant, TravelDocument
from cmc_desk.desk.act_words import about
from cmc_desk.desk.changes import put_back
from cmc_desk.desk.command import Tx, command, command_named
from cmc_desk.desk.sponsorships import refuse_stranger
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.plain import from_plain
from cmc_desk.rules.refusal import Refusal

# How the tables of drafts are named, and those of the report.
_OF_DRAFTS, _OF_REPORT = ("Draft", "Provision", "Proposal"), ("Report",)
# What is sent, signed or paid: no key goes behind it to what was done before. What records that something was made or read out is passed over.
FOR_GOOD = (
    "readouts.issue",
    "report.circulate",
    "report.sign_off",
    "report.finish",
    "report.issue_also",
    "report.issue_corrigendum",
    "travel.pay",
    "travel.settle",
    "travel.void_payment",
)
# Letters of an inverse: of about fifty rows and more, which take longer than a key may.
_LARGE = 20_000


@dataclass(frozen=True, slots=True)
class Undoable:
    """What Ctrl+Z is about, by its number and kind in the journal: a `large` one is better taken back beside the window.

    What was done `for_good` cannot be taken back.
    """

    seq: int
    large: bool
    kind: str
    for_good: bool


@dataclass(frozen=True, slots=True)
class Undone:
    """What Ctrl+Z took back: the number and the kind of the command in the journal, and whom or what it was about."""

    seq: int
    kind: str
    about: str = ""


@command("undo")
def undo(tx: Tx, *, seq: int) -> Undone:
    """Take back the command with the number `seq`.

    Raises Refusal if it cannot be taken back, was taken back already, or was built upon since.
    """
    row = tx.session.get(JournalRow, seq)
    if row is None or row.inverse is None:
        raise Refusal(_("This cannot be undone."))
    if tx.session.scalar(select(JournalRow.seq).where(JournalRow.undoes == seq)) is not None:
        raise Refusal(_("This was undone already."))
    inverse = json.loads(row.inverse)
    tx.undoes = seq
    words = about(tx.session, row)
    if "command" in inverse:
        function = command_named(inverse["command"])
        hints = get_type_hints(function)
        function(tx, **{name: from_plain(hints[name], value) for name, value in inverse["args"].items()})
    else:
        _refuse_strangers(tx.session, inverse["rows"])
        _refuse_overtaken(tx.session, inverse["rows"])
        put_back(tx.session, inverse["rows"])
        if any(change["table"] == TravelDocument.__name__ for change in inverse["rows"]):
            # The journal keeps no number of a passport, not of one that is taken away either.
            tx.cannot_be_undone()
    return Undone(seq=seq, kind=row.kind, about=words)


def last_row(session: Session) -> int:
    """Return the number of the newest row of the journal."""
    return session.scalar(select(func.max(JournalRow.seq))) or 0


def _refuse_strangers(session: Session, rows: list[dict[str, Any]]) -> None:
    """Raise Refusal if somebody whose delegation would be put back has been given a seat of the other one since."""
    for change in rows:
        if change["table"] == Participant.__name__ and change["do"] == "change" and "delegation" in change["before"]:
            refuse_stranger(session, change["key"][0], change["before"]["delegation"])


def _refuse_overtaken(session: Session, rows: list[dict[str, Any]]) -> None:
    """Raise Refusal if the meeting went on from what would be put back of a draft or of the report.

    The rules of both are loaded when one is concerned: the desk opens and takes back a check-in without them.
    """
    tables = [str(change["table"]) for change in rows]
    if any(table.startswith(_OF_DRAFTS) for table in tables):
        from cmc_desk.desk.draft_undoing import refuse_overtaken

        refuse_overtaken(session, rows)
    if any(table.startswith(_OF_REPORT) for table in tables):
        from cmc_desk.desk.report_undoing import refuse_signed

        refuse_signed(session, rows)


def last_undoable(session: Session, *, station: str, since: int = 0) -> Undoable | None:
    """Return the newest command of `station` after row `since` of the journal that Ctrl+Z would take back, or cannot because it is for good."""
    undoing = aliased(JournalRow)
    query = (
        select(JournalRow.seq, JournalRow.kind, func.length(JournalRow.inverse))
        .outerjoin(undoing, undoing.undoes == JournalRow.seq)
        .where(
            JournalRow.station == station,
            JournalRow.seq > since,
            or_(JournalRow.inverse.is_not(None), JournalRow.kind.in_(FOR_GOOD)),
            JournalRow.undoes.is_(None),
            undoing.seq.is_(None),
        )
        .order_by(JournalRow.seq.desc())
        .limit(1)
    )
    found = session.execute(query).first()
    if found is None:
        return None
    seq, kind, letters = found
    return Undoable(seq, kind=kind, large=(letters or 0) > _LARGE, for_good=letters is None)
