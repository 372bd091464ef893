"""Registration: people are entered, corrected, withdrawn, replaced, and the desk is told what it must know."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.history import history_of
from cmc_desk.desk.sponsorships import refuse_stranger
from cmc_desk.i18n import gettext as _
from cmc_desk.rules import badge_code
from cmc_desk.rules.folding import clean, name_key
from cmc_desk.rules.people import FIELD_NAMES, FIELDS, Credentials, Person, Status
from cmc_desk.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Registered:
    """A participant as just entered: identifier and valid badge code."""

    id: str
    code: str


@command("registration.register")
def register(tx: Tx, *, person: Person, desk_note: str = "") -> Registered:
    """Enter a participant and give them a badge code.

    Raises Refusal if the name is missing, the delegation unknown, or a field cannot be right.
    """
    return enter(tx, person=person, desk_note=desk_note)


@command("registration.edit")
def edit_person(tx: Tx, *, participant: str, changes: dict[str, Any]) -> str:
    """Change fields of a participant (names of `Person`); the journal keeps what stood there before."""
    row = the_participant(tx.session, participant)
    update(tx.session, row, changes)
    return row.id


@command("registration.withdraw")
def withdraw(tx: Tx, *, participant: str, reason: str = "") -> str:
    """Record that somebody is not coming; their badge answers so from now on."""
    row = the_participant(tx.session, participant)
    if row.status in (Status.WITHDRAWN, Status.REPLACED):
        raise Refusal(_("This person is withdrawn already."))
    row.status = Status.WITHDRAWN
    if reason:
        _note(tx, row.id, reason)
    return row.id


@command("registration.reinstate")
def reinstate(tx: Tx, *, participant: str) -> str:
    """Record that somebody who was withdrawn is coming after all, with the status they had before."""
    row = the_participant(tx.session, participant)
    if row.status is not Status.WITHDRAWN:
        raise Refusal(_("Only a person who was withdrawn can be reinstated."))
    row.status = _status_before(tx.session, row)
    return row.id


@command("registration.replace")
def replace_person(tx: Tx, *, participant: str, person: Person) -> Registered:
    """Enter somebody in the place of a participant of the same delegation; the chain is kept."""
    row = the_participant(tx.session, participant)
    if row.status is Status.REPLACED:
        raise Refusal(_("This person was replaced already."))
    if person.delegation != row.delegation:
        raise Refusal(_("A replacement comes from the same delegation."), field="delegation")
    new = enter(tx, person=person)
    row.status = Status.REPLACED
    row.replaced_by = new.id
    return new


@command("registration.verify_credentials")
def verify_credentials(tx: Tx, *, participant: str) -> str:
    """Record that the organiser has seen the letter that names this person."""
    row = the_participant(tx.session, participant)
    row.credentials = Credentials.VERIFIED
    return row.id


@command("registration.note")
def add_note(tx: Tx, *, participant: str, text: str) -> str:
    """Leave a note that the desk sees when this person stands there; return its identifier."""
    if not text.strip():
        raise Refusal(_("The note is empty: type what the desk must know."), field="note")
    return _note(tx, the_participant(tx.session, participant).id, text.strip())


@command("registration.note_done")
def finish_note(tx: Tx, *, note: str) -> str:
    """Record that what a note asks for was done."""
    row = tx.session.get(schema.DeskNote, note)
    if row is None:
        raise Refusal(_("This note is not there any more."))
    row.done_at, row.done_by = tx.now, tx.author.operator
    return note


def enter(
    tx: Tx, *, person: Person, desk_note: str = "", walk_in: bool = False, serial: int | None = None
) -> Registered:
    """Add a participant and their badge in the open transaction; see `register`."""
    values = checked(tx.session, {name: getattr(person, name) for name in FIELD_NAMES})
    row = schema.Participant(
        id=tx.new_id(),
        serial=serial or next_serial(tx.session),
        walk_in=walk_in,
        sort_key=name_key(values["given_name"], values["family_name"]),
        created_at=tx.now,
        **values,
    )
    code = badge_code.make(tx.secret_bits(badge_code.RANDOM_BITS))
    tx.session.add(row)
    tx.session.flush()
    tx.session.add(schema.Badge(id=tx.new_id(), code=code, participant=row.id, issued_at=tx.now))
    if desk_note:
        _note(tx, row.id, desk_note)
    return Registered(row.id, code)


def update(session: Session, row: schema.Participant, changes: dict[str, Any]) -> None:
    """Change fields of a participant in the open transaction; see `edit_person`."""
    unknown = changes.keys() - set(FIELD_NAMES)
    if unknown:
        raise ValueError(f"no such field: {sorted(unknown)}")
    names = {name: changes.get(name, getattr(row, name)) for name in ("given_name", "family_name")}
    wanted = checked(session, {**names, **changes})
    if wanted.get("delegation", row.delegation) != row.delegation:
        refuse_stranger(session, row.id, wanted["delegation"])
    for name, value in wanted.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    row.sort_key = name_key(row.given_name, row.family_name)


def checked(session: Session, values: dict[str, Any]) -> dict[str, Any]:
    """Return field values as they are stored: cleaned text, enumerations; raises Refusal naming the field."""
    found: dict[str, Any] = {}
    for field in FIELDS:
        if field.name not in values:
            continue
        value = values[field.name]
        if field.choices is not None:
            value = field.choices(value)
        elif isinstance(value, str):
            value = clean(value)
            if len(value) > field.longest:
                raise Refusal(
                    _("{field} is longer than {number} characters: shorten it.").format(
                        field=_(field.title), number=field.longest
                    ),
                    field=field.name,
                )
        found[field.name] = value
    if "family_name" in found and not (found.get("given_name") or found["family_name"]):
        raise Refusal(_("The name is missing: type at least the family name."), field="family_name")
    if found.get("email") and "@" not in found["email"]:
        raise Refusal(_("The e-mail address has no @: correct it or leave it empty."), field="email")
    if "delegation" in found and session.get(schema.Delegation, found["delegation"]) is None:
        raise Refusal(_("Which delegation? Choose one of the list."), field="delegation")
    return found


def the_participant(session: Session, participant: str) -> schema.Participant:
    """Return a participant's row; raises Refusal if it is not there (any more)."""
    row = session.get(schema.Participant, participant)
    if row is None:
        raise not_there()
    return row


def not_there() -> Refusal:
    """Return what is said of somebody who was taken out of the meeting."""
    return Refusal(_("This person is not in the meeting file any more."))


def valid_badge(session: Session, participant: str) -> schema.Badge:
    """Return the one badge of a participant that is valid; raises Refusal if they are not there (any more)."""
    query = select(schema.Badge).where(schema.Badge.participant == participant, schema.Badge.revoked_at.is_(None))
    badge = session.scalars(query).first()
    if badge is None:
        raise not_there()
    return badge


def next_serial(session: Session) -> int:
    """Return the next free number of the search index."""
    return int(session.scalar(select(func.max(schema.Participant.serial))) or 0) + 1


def _status_before(session: Session, row: schema.Participant) -> Status:
    for act in history_of(session, participant=row.id):
        for change in act.changes:
            if change.name == "status" and change.after == Status.WITHDRAWN.value and act.undone_at is None:
                return Status(change.before)
    # Taken back as a walk-in, or withdrawn from the first list on.
    return Status.CONFIRMED if row.walk_in else Status.NOMINATED


def _note(tx: Tx, participant: str, text: str) -> str:
    note = schema.DeskNote(
        id=tx.new_id(), participant=participant, body=text[:2000], left_by=tx.author.operator, left_at=tx.now
    )
    tx.session.add(note)
    return note.id
