"""The letters in which delegations name their officials: by which way they came, when, whom they name, and the file itself."""

import hashlib
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.registration import the_participant
from cmc_desk.desk.sponsorships import name_of, touch
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import clean
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import HOLDING, LetterKind

LARGEST = 10_000_000


@command("travel.record_letter")
def record_letter(
    tx: Tx,
    *,
    delegation: str,
    kind: LetterKind,
    reference: str,
    dated: date,
    received: date,
    names: Sequence[str],
    file_name: str = "",
    file: bytes = b"",
    also_named: str = "",
) -> str:
    """Record a letter that names these participants, and return it; whoever of them is on a seat without a letter has this one.

    `also_named` is whom it names besides, as it is written there: a note verbale often comes before its people are registered.

    The file is kept with its SHA-256, in the meeting file alone: the journal has the digest only. Raises Refusal if it is dated after
    it came or comes from the future, names somebody of another delegation, or was recorded before.
    """
    session = tx.session
    if session.get(schema.Delegation, delegation) is None:
        raise Refusal(_("Which delegation? Choose one of the list."), field="delegation")
    _check_days(session, tx, dated, received)
    for participant in names:
        if the_participant(session, participant).delegation != delegation:
            raise Refusal(
                _("{name} is of another delegation: its own letters name its officials.").format(
                    name=name_of(session, participant)
                ),
                field="names",
            )
    digest = _digest(tx, delegation, file)
    row = schema.NominationLetter(
        id=tx.new_id(),
        delegation=delegation,
        kind=LetterKind(kind),
        reference=clean(reference),
        dated=dated,
        received=received,
        file_name=clean(file_name),
        file=file or None,
        digest=digest,
        also_named=clean(also_named) or None,
    )
    session.add(row)
    session.flush()
    session.add_all(schema.LetterNames(letter=row.id, participant=one) for one in dict.fromkeys(names))
    _attach(tx, row, names)
    return row.id


@command("travel.attach_letter")
def attach_letter(tx: Tx, *, letter: str, names: Sequence[str], also_named: str | None = None) -> str:
    """Say that a letter names these participants too; raises Refusal if the letter or one of them is not of the meeting.

    `also_named` is what remains of the names that nobody could be found for; None leaves them as they are.
    """
    row = tx.session.get(schema.NominationLetter, letter)
    if row is None:
        raise Refusal(_("This letter is not in the meeting file any more."), field="letter")
    known = set(tx.session.scalars(select(schema.LetterNames.participant).where(schema.LetterNames.letter == letter)))
    for participant in dict.fromkeys(names):
        if the_participant(tx.session, participant).delegation != row.delegation:
            raise Refusal(
                _("{name} is of another delegation: its own letters name its officials.").format(
                    name=name_of(tx.session, participant)
                ),
                field="names",
            )
        if participant not in known:
            tx.session.add(schema.LetterNames(letter=letter, participant=participant))
    if also_named is not None:
        row.also_named = clean(also_named) or None
    _attach(tx, row, names)
    return letter


def _check_days(session: Session, tx: Tx, dated: date, received: date) -> None:
    zone = ZoneInfo(session.scalars(select(schema.Meeting.zone)).one())
    if dated > received:
        raise Refusal(_("The letter is dated after the day on which it came: correct one of the two."), field="dated")
    if received > tx.now.astimezone(zone).date():
        raise Refusal(_("The day on which the letter came has not come yet."), field="received")


def _digest(tx: Tx, delegation: str, file: bytes) -> str:
    """Return the digest of a file, empty without one, and have the journal keep that in its place."""
    if not file:
        return ""
    if len(file) > LARGEST:
        raise Refusal(
            _("The file has more than {number} MB: scan it smaller.").format(number=LARGEST // 1_000_000), field="file"
        )
    digest = hashlib.sha256(file).hexdigest()
    table = schema.NominationLetter
    if tx.session.scalar(select(table.id).where(table.delegation == delegation, table.digest == digest)) is not None:
        raise Refusal(_("This very file was recorded for this delegation already."), field="file")
    tx.apart["file"] = digest
    return digest


def _attach(tx: Tx, letter: schema.NominationLetter, names: Sequence[str]) -> None:
    query = (
        select(schema.Sponsorship)
        .join(schema.Seat, schema.Seat.id == schema.Sponsorship.seat)
        .where(
            schema.Seat.delegation == letter.delegation,
            schema.Sponsorship.participant.in_(list(names)),
            schema.Sponsorship.letter.is_(None),
            schema.Sponsorship.nomination.in_(HOLDING),
        )
    )
    for row in tx.session.scalars(query):
        row.letter = letter.id
        touch(tx, row)
