"""Arrivals and departures: who rides in which vehicle, and which version of which list was sent to whom."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.passengers import passengers, transfers
from cmc_desk.desk.sent_lists import Sent, edition, mark_sent
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import clean
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sent_lists import Difference, ListKind, Row, differences
from cmc_desk.rules.travel_lists import Manifest, manifest_of, manifest_rows, rooming_of, rooming_rows
from cmc_desk.rules.travel_states import Direction

_DIRECTIONS = {ListKind.ARRIVALS: Direction.OUT, ListKind.DEPARTURES: Direction.BACK}
_KINDS = {direction: kind for kind, direction in _DIRECTIONS.items()}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class ManifestList:
    """A manifest as it would be sent now, as `version`, with the differences to the version that was `sent` last."""

    version: int
    manifest: Manifest
    sent: Sent | None
    differences: tuple[Difference, ...]


def manifest(session: Session, *, direction: Direction) -> Manifest:
    """Return who is met at the airport (`Direction.OUT`) or brought there, vehicle by vehicle."""
    return manifest_of(passengers(session), direction, transfers(session))


def manifest_list(session: Session, *, direction: Direction) -> ManifestList:
    """Return a manifest with its number and what has changed since the version last sent."""
    found = manifest(session, direction=direction)
    rows = manifest_rows(found)
    version = edition(session, _KINDS[direction], rows)
    changed = differences(version.last.rows, rows) if version.last is not None else ()
    return ManifestList(version.number, found, version.last, changed)


@command("travel.send_list")
def send_list(tx: Tx, *, kind: ListKind, recipient: str) -> int:
    """Keep a list as it stands as sent to `recipient`, and return its number; what was sent and is still so keeps the number it has.

    Raises Refusal if nobody is on it, or it is not said who gets it.
    """
    to = clean(recipient)[:_LONGEST]
    if not to:
        raise Refusal(_("To whom was it sent? Type the hotel, the driver or the firm."), field="recipient")
    rows = rows_of_list(tx.session, ListKind(kind))
    if not rows:
        raise Refusal(_("Nobody is on this list yet: there is nothing to send."), field="kind")
    tx.cannot_be_undone()
    return mark_sent(tx, ListKind(kind), to, rows)


def rows_of_list(session: Session, kind: ListKind) -> tuple[Row, ...]:
    """Return a list as it stands, in the words in which it is kept when it is sent."""
    if kind is ListKind.ROOMING:
        return rooming_rows(rooming_of(passengers(session), transfers(session)))
    return manifest_rows(manifest(session, direction=_DIRECTIONS[kind]))
