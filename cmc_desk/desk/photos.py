"""Photographs of participants, as small as a badge needs them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.registration import the_participant
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

# What `exchange.photo.badge_photo` makes is never larger.
LARGEST = 25_000
_JPEG = b"\xff\xd8\xff"


@command("photos.set")
def set_photo(tx: Tx, *, participant: str, image: bytes) -> str:
    """Keep the photograph of a participant, in the place of the one before: a JPEG that `exchange.photo.badge_photo` made."""
    if not image.startswith(_JPEG) or len(image) > LARGEST:
        raise ValueError("not a photograph for a badge")
    row = tx.session.get(schema.Photo, the_participant(tx.session, participant).id)
    if row is None:
        tx.session.add(schema.Photo(id=participant, image=image, at=tx.now))
    else:
        row.image, row.at = image, tx.now
    return participant


@command("photos.remove")
def remove_photo(tx: Tx, *, participant: str) -> str:
    """Take the photograph of a participant away; raises Refusal if there is none."""
    row = tx.session.get(schema.Photo, participant)
    if row is None:
        raise Refusal(_("There is no photo of this person."))
    tx.session.delete(row)
    return participant


def photo_of(session: Session, *, participant: str) -> bytes | None:
    """Return the photograph of a participant as JPEG, or None."""
    return session.scalar(select(schema.Photo.image).where(schema.Photo.id == participant))
