"""What an import writes: people and badges, codes, notes, and what was learned, each table in one flush."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.registration import checked, next_serial
from cmc_desk.desk.sponsorships import refuse_stranger
from cmc_desk.i18n import gettext as _
from cmc_desk.rules import badge_code
from cmc_desk.rules.folding import clean, fold, name_key
from cmc_desk.rules.import_decisions import Change
from cmc_desk.rules.people import FIELD_NAMES, Person
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.refusal import Refusal

T = TypeVar("T")
_AT_ONCE = 500
_NOBODY = to_plain(Person())


def add(tx: Tx, changes: Sequence[Change]) -> list[tuple[Change, str]]:
    """Add people and their badges, each table in one flush."""
    serial = next_serial(tx.session)
    rows: list[schema.Participant] = []
    for change in changes:
        values = _checked(tx.session, {**_NOBODY, **change["person"]}, row=change["row"])
        rows.append(
            schema.Participant(
                id=tx.new_id(),
                serial=serial + len(rows),
                walk_in=False,
                sort_key=name_key(values["given_name"], values["family_name"]),
                created_at=tx.now,
                **values,
            )
        )
    tx.session.add_all(rows)
    tx.session.flush()
    tx.session.add_all(
        schema.Badge(
            id=tx.new_id(),
            code=badge_code.make(tx.secret_bits(badge_code.RANDOM_BITS)),
            participant=row.id,
            issued_at=tx.now,
        )
        for row in rows
    )
    tx.session.flush()
    return [(change, row.id) for change, row in zip(changes, rows, strict=True)]


def update(tx: Tx, changes: Sequence[Change]) -> list[tuple[Change, str]]:
    """Change people; only the fields that a row brings are touched."""
    rows: dict[str, schema.Participant] = {}
    for some in _parts([change["id"] for change in changes]):
        found = tx.session.scalars(select(schema.Participant).where(schema.Participant.id.in_(some)))
        rows.update((row.id, row) for row in found)
    for change in changes:
        row = rows.get(change["id"])
        if row is None:
            raise Refusal(
                _("Row {row}: this person is not in the meeting file any more. Read the list again.").format(
                    row=change["row"]
                ),
                field=str(change["row"]),
            )
        names = {name: change["person"].get(name, getattr(row, name)) for name in ("given_name", "family_name")}
        wanted = _checked(tx.session, {**names, **change["person"]}, row=change["row"])
        if wanted.get("delegation", row.delegation) != row.delegation:
            _of_row(partial(refuse_stranger, tx.session, row.id, wanted["delegation"]), row=change["row"])
        for name, value in wanted.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
        row.sort_key = name_key(row.given_name, row.family_name)
    tx.session.flush()
    return [(change, change["id"]) for change in changes]


def _checked(session: Session, values: dict[str, Any], *, row: int) -> dict[str, Any]:
    """Return the fields of a row as they are stored; a Refusal names the row."""
    unknown = values.keys() - set(FIELD_NAMES)
    if unknown:
        raise ValueError(f"no such field: {sorted(unknown)}")
    return _of_row(partial(checked, session, values), row=row)


def _of_row(act: Callable[[], T], *, row: int) -> T:
    """Do something for one row; what is refused names it."""
    try:
        return act()
    except Refusal as refusal:
        sentence = _("Row {row}: {sentence}").format(row=row, sentence=refusal.sentence)
        raise Refusal(sentence, field=str(row)) from refusal


def give_codes(tx: Tx, changes: Sequence[Change], owners: Mapping[int, str]) -> tuple[str, ...]:
    """Add the codes of tickets that were issued elsewhere; return those that belong to somebody else already."""
    wanted = {code: (owners[change["row"]], source) for change in changes for source, code in change["aliases"]}
    theirs: dict[str, str] = {}
    for some in _parts(list(wanted)):
        alias = schema.CodeAlias
        query = select(alias.code, alias.participant).where(alias.code.in_(some))
        theirs.update((row[0], row[1]) for row in tx.session.execute(query))
    tx.session.add_all(
        schema.CodeAlias(code=code, participant=participant, source=source)
        for code, (participant, source) in wanted.items()
        if code not in theirs
    )
    tx.session.flush()
    return tuple(code for code, owner in theirs.items() if owner != wanted[code][0])


def learn(session: Session, learned: Mapping[str, str]) -> None:
    """Write down which delegation a word means; a word that another delegation was said to mean changes sides."""
    if not learned:
        return
    rows = {row.id: row for row in session.scalars(select(schema.Delegation))}
    for text, code in learned.items():
        if code not in rows:
            raise Refusal(_("Which delegation? Choose one of the list."), field="delegation")
        for row in rows.values():
            kept = [alias for alias in row.aliases if fold(alias) != fold(text)]
            wanted = [*kept, clean(text)] if row.id == code else kept
            if sorted(wanted) != sorted(row.aliases):
                row.aliases = wanted
    session.flush()


def remember(session: Session, columns: Mapping[str, str]) -> None:
    """Write down where columns belong, for the next list that has them."""
    for heading, target in columns.items():
        row = session.get(schema.ColumnMemory, fold(heading))
        if row is None:
            session.add(schema.ColumnMemory(heading=fold(heading), target=target))
        elif row.target != target:
            row.target = target
    session.flush()


def leave_notes(tx: Tx, changes: Sequence[Change], owners: Mapping[int, str]) -> None:
    """Leave the notes that the list brings for the desk."""
    tx.session.add_all(
        schema.DeskNote(
            id=tx.new_id(),
            participant=owners[change["row"]],
            body=change["desk_note"],
            left_by=tx.author.operator,
            left_at=tx.now,
        )
        for change in changes
        if change["desk_note"]
    )
    tx.session.flush()


def _parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Cut a long list into pieces that one query takes."""
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
