"""Whose badges a run has, and in which order they come out of the printer."""

from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.badge_list import BadgeFilter, BadgeRow, badge_rows
from cmc_desk.desk.meeting import as_delegation
from cmc_desk.desk.setup import delegation_index
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_order import BadgeKey, BadgeOrder, ordered
from cmc_desk.rules.badge_state import Why
from cmc_desk.rules.official_order import delegation_rank
from cmc_desk.rules.people import EXPECTED, Capacity, Status
from cmc_desk.rules.refusal import Refusal

NOT_PRINTED = "not-printed"
# What a run may be narrowed to by the state of badges; `only` may also be a status of people or a delegation.
_BADGES: dict[str, Callable[[BadgeRow], bool]] = {
    NOT_PRINTED: lambda row: row.at is None,
    "to-print": lambda row: row.why is not Why.PRINTED,
    "printed": lambda row: row.at is not None,
}


def badge_people(session: Session, *, only: str = "") -> tuple[str, ...]:
    """Return whose badges are asked for: everybody's who is expected, or only those of a state, a status or a delegation.

    `only` is not-printed, to-print, changed or printed; a status such as confirmed; or a delegation by code or by any name.
    Raises Refusal if it is none of these.
    """
    word = only.strip()
    if word.lower() in _BADGES:
        rows = badge_rows(session, only=BadgeFilter.ALL)
        return tuple(row.participant for row in rows if _BADGES[word.lower()](row))
    if word.lower() == BadgeFilter.CHANGED.value:
        return tuple(row.participant for row in badge_rows(session, only=BadgeFilter.CHANGED))
    if word.lower() in tuple(Status):
        return _people(session, schema.Participant.status == Status(word.lower()))
    expected = schema.Participant.status.in_(EXPECTED)
    if not word:
        return _people(session, expected)
    return _people(session, expected & (schema.Participant.delegation == _delegation(session, word)))


def in_order(
    session: Session, *, participants: Sequence[str], order: BadgeOrder = BadgeOrder.DELEGATION, language: str
) -> tuple[str, ...]:
    """Return people in the order in which their badges are printed; delegations stand as their names do in `language`."""
    ranks = {
        row.id: delegation_rank(row.kind, as_delegation(row, language).short_name)
        for row in session.scalars(select(schema.Delegation))
    }
    person = schema.Participant
    wanted = set(participants)
    keys = [
        BadgeKey(row[0], ranks[row[1]], row[2] is Capacity.HEAD, row[3])
        for row in session.execute(select(person.id, person.delegation, person.capacity, person.sort_key))
        if row[0] in wanted
    ]
    return ordered(keys, order)


def _people(session: Session, condition: ColumnElement[bool]) -> tuple[str, ...]:
    return tuple(session.scalars(select(schema.Participant.id).where(condition)))


def _delegation(session: Session, word: str) -> str:
    index, names = delegation_index(session)
    code = word.upper() if word.upper() in names else index.match(word)
    if code is None:
        raise Refusal(
            _(
                "“{word}” is no delegation of this meeting, and none of: {words}. Write a code such as JM, or a name."
            ).format(word=word, words=", ".join((*_BADGES, BadgeFilter.CHANGED.value, *Status))),
            field="only",
        )
    return code
