"""What is provided on a date otherwise than agenda and hotel say, for everybody or for one official."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowance_days import checked_letters
from cmc_desk.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class ProvidedRow:
    """What was settled for a date; without a sponsorship it stands for everybody in the place of the agenda."""

    key: str
    sponsorship: str
    day: date
    letters: str


@command("travel.set_provided")
def set_provided(tx: Tx, *, day: date, letters: str, sponsorship: str = "") -> str:
    """Settle what is provided on a date: letters of R room, B breakfast, L lunch, D dinner, X no allowance; none is nothing.

    For everybody it stands in the place of the agenda, for one official in the place of agenda and hotel.
    """
    found = checked_letters(letters, field="letters")
    if sponsorship and tx.session.get(schema.Sponsorship, sponsorship) is None:
        raise Refusal(_("This official is not in the meeting file any more."), field="sponsorship")
    row = _row(tx.session, day, sponsorship)
    if row is None:
        row = schema.ProvidedDay(id=tx.new_id(), sponsorship=sponsorship or None, day=day, letters=found)
        tx.session.add(row)
    row.letters = found
    return row.id


@command("travel.clear_provided")
def clear_provided(tx: Tx, *, day: date, sponsorship: str = "") -> None:
    """Let agenda and hotel say again what is provided on a date."""
    row = _row(tx.session, day, sponsorship)
    if row is None:
        raise Refusal(_("Nothing was settled for this date."), field="day")
    tx.session.delete(row)


def provided_rows(session: Session) -> tuple[ProvidedRow, ...]:
    """Return what was settled, for everybody first, by date."""
    rows = session.scalars(select(schema.ProvidedDay))
    found = (ProvidedRow(row.id, row.sponsorship or "", row.day, row.letters) for row in rows)
    return tuple(sorted(found, key=lambda row: (row.sponsorship, row.day)))


def _row(session: Session, day: date, sponsorship: str) -> schema.ProvidedDay | None:
    table = schema.ProvidedDay
    owner = table.sponsorship == sponsorship if sponsorship else table.sponsorship.is_(None)
    return session.scalars(select(table).where(table.day == day, owner)).first()
