"""The numbers to call at the meeting: police, ambulance, the secretariat, the desks."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.rules.contacts import problem_among
from cmc_desk.rules.folding import clean
from cmc_desk.rules.refusal import Refusal

Contacts = tuple[tuple[str, str], ...]


@command("setup.contacts")
def change_contacts(tx: Tx, *, contacts: list[tuple[str, str]]) -> int:
    """Make these (what, number) the contacts of the meeting, in this order; return how many there are.

    Raises Refusal for a line with one half missing, for one that stands there twice, and for more than fit on a badge.
    """
    wanted = [(clean(label), clean(number)) for label, number in contacts]
    if problem := problem_among(wanted):
        raise Refusal(problem, field="contacts")
    rows = list(tx.session.scalars(select(schema.Contact).order_by(schema.Contact.position)))
    for position, (label, number) in enumerate(wanted):
        if position < len(rows):
            row = rows[position]
            row.position, row.label, row.number = position, label, number
        else:
            add_contact(tx, position, label, number)
    for row in rows[len(wanted) :]:
        tx.session.delete(row)
    return len(wanted)


def contacts_of(session: Session) -> Contacts:
    """Return the contacts as (what, number), in their order."""
    row = schema.Contact
    return tuple(
        (found[0], found[1]) for found in session.execute(select(row.label, row.number).order_by(row.position))
    )


def add_contact(tx: Tx, position: int, label: str, number: str) -> None:
    """Add a contact in the open transaction."""
    tx.session.add(schema.Contact(id=tx.new_id(), position=position, label=label, number=number))
