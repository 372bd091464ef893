"""One sponsorship as the commands change it: found, compared with what the window showed, and marked as changed."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal


def the_sponsorship(session: Session, sponsorship: str, *, version: int = 0) -> schema.Sponsorship:
    """Return a sponsorship; raises Refusal if it is not there, or if somebody has changed it since the window read `version`.

    0 is what a command line gives that has read nothing before.
    """
    row = session.get(schema.Sponsorship, sponsorship)
    if row is None:
        raise gone()
    if version and row.version != version:
        raise Refusal(
            _("{operator} has changed {name} in the meantime: look at what is there now, then do it again.").format(
                operator=row.changed_by, name=name_of(session, row.participant)
            )
        )
    return row


def gone() -> Refusal:
    """Return what is said of a nomination that was taken back."""
    return Refusal(_("This nomination is not in the meeting file any more."))


def touch(tx: Tx, row: schema.Sponsorship) -> None:
    """Mark a sponsorship as changed by this command; every command that changes anything of it does so.

    The number is that of the row of the journal to come: it is never used twice, not even after something was undone.
    """
    touch_all(tx, (row,))


def touch_all(tx: Tx, rows: Iterable[schema.Sponsorship]) -> None:
    """Mark sponsorships as changed by this command, all with the number that it will have in the journal."""
    version = next_version(tx.session)
    for row in rows:
        row.version = version
        row.changed_by, row.changed_at = tx.author.operator, tx.now


def next_version(session: Session) -> int:
    """Return the number that the present command gives to what it changes."""
    return (session.scalar(select(func.max(schema.JournalRow.seq))) or 0) + 1


def name_of(session: Session, participant: str) -> str:
    """Return the name of a participant."""
    row = session.get(schema.Participant, participant)
    return " ".join(part for part in (row.given_name, row.family_name) if part) if row else ""


def refuse_stranger(session: Session, participant: str, delegation: str) -> None:
    """Raise Refusal if a participant who would be of `delegation` holds a seat of another one: seats do not travel with people."""
    table = schema.Sponsorship
    held = (
        select(schema.Seat.id)
        .join(table, table.seat == schema.Seat.id)
        .where(table.participant == participant, table.holds_seat == 1, schema.Seat.delegation != delegation)
    )
    found = session.scalars(held).first()
    if found is not None:
        raise Refusal(
            _("{name} holds the financed seat {seat}: withdraw or replace that nomination before the move.").format(
                name=name_of(session, participant), seat=found
            ),
            field="delegation",
        )


def the_seat(session: Session, seat: str) -> schema.Seat:
    """Return a seat; raises Refusal if there is none of this key."""
    row = session.get(schema.Seat, seat)
    if row is None:
        raise Refusal(
            _("There is no seat {seat}: a seat is called as HT-2 is, the second of Haiti.").format(seat=seat),
            field="seat",
        )
    return row


def holder_of(session: Session, seat: str) -> schema.Sponsorship | None:
    """Return the sponsorship that holds a seat."""
    table = schema.Sponsorship
    return session.scalars(select(table).where(table.seat == seat, table.holds_seat == 1)).one_or_none()
