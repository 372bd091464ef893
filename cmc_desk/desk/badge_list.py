"""What the Badges page lists: who has which badge and why it is to be printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.search import find_serials
from cmc_desk.desk.badge_words import HOLDER, BadgeWords, Holder
from cmc_desk.i18n import texts
from cmc_desk.rules.badge_state import CHANGED, LANGUAGE, Why, is_to_print, why_of
from cmc_desk.rules.folding import words
from cmc_desk.rules.official_order import delegation_rank, member_rank
from cmc_desk.rules.people import EXPECTED

_EVERYBODY = 10**9
Words = Mapping[str, str]


class BadgeFilter(StrEnum):
    """Which badges a list shows; what is changed is to be printed too, what is printed is not."""

    TO_PRINT = "to print"
    CHANGED = "changed"
    PRINTED = "printed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class BadgeRow:
    """The valid badge of somebody who is expected; `delegation` is a code, `colour` a name of the palette.

    `at` is when it was printed last, `queued_at` since when it waits; `replaces` counts the badges before it, and `reason` says
    why the last of them is valid no more.
    """

    participant: str
    badge: str
    name: str
    delegation: str
    delegation_name: str
    category: str
    category_name: str
    colour: str
    why: Why
    at: datetime | None
    queued_at: datetime | None
    replaces: int
    reason: str


@dataclass(frozen=True, slots=True)
class BadgeList:
    """The rows that were asked for, and how many each filter would show of everybody."""

    rows: tuple[BadgeRow, ...]
    counts: dict[BadgeFilter, int]


def badge_list(
    session: Session, *, only: BadgeFilter = BadgeFilter.TO_PRINT, text: str = "", delegation: str = ""
) -> BadgeList:
    """Return the badges of those who are expected, by delegation in official order, the head first, with the counts.

    `text` keeps those who have every word of it, as the search of people does; `delegation` is a code.
    """
    found, everybody = _found(session, text), _all_rows(session)
    rows = (
        row
        for row in everybody
        if fits(row, only) and delegation in ("", row.delegation) and (found is None or row.participant in found)
    )
    return BadgeList(tuple(rows), {each: sum(fits(row, each) for row in everybody) for each in BadgeFilter})


def badge_rows(
    session: Session, *, only: BadgeFilter = BadgeFilter.TO_PRINT, text: str = "", delegation: str = ""
) -> tuple[BadgeRow, ...]:
    """Return the rows of `badge_list` alone."""
    return badge_list(session, only=only, text=text, delegation=delegation).rows


def fits(row: BadgeRow, only: BadgeFilter) -> bool:
    """Say whether a filter shows a badge."""
    match only:
        case BadgeFilter.TO_PRINT:
            return is_to_print(row.why)
        case BadgeFilter.CHANGED:
            return row.why in CHANGED
        case BadgeFilter.PRINTED:
            return not is_to_print(row.why)
        case BadgeFilter.ALL:
            return True


def _found(session: Session, text: str) -> frozenset[str] | None:
    """Return who has every word of `text`, None if nothing was typed."""
    typed = words(text)
    if not typed:
        return None
    named, others = find_serials(session, typed, limit=_EVERYBODY)
    wanted = {*named, *others}
    people = session.execute(select(schema.Participant.serial, schema.Participant.id))
    return frozenset(row[1] for row in people if row[0] in wanted)


def _all_rows(session: Session) -> list[BadgeRow]:
    printed, replaced = _last_words(session), _replaced(session)
    language = session.scalars(select(schema.Meeting.language)).one()
    today = _Today(session)
    shown = today.words(language)
    badge = schema.Badge
    query = (
        select(*HOLDER, badge.id, badge.printed_at, badge.queued_at)
        .join(badge, badge.participant == schema.Participant.id)
        .where(badge.revoked_at.is_(None), schema.Participant.status.in_(EXPECTED))
    )
    ranked, ranks = [], dict[str, tuple[int, str]]()
    for *fields, badge_id, printed_at, queued_at in session.execute(query):
        person = Holder(*fields)
        category = shown.category(person)
        before = printed.get(badge_id)
        count, reason = replaced.get(person.id, (0, ""))
        row = BadgeRow(
            participant=person.id,
            badge=badge_id,
            name=person.name_on_badge,
            delegation=person.delegation,
            delegation_name=shown.delegation(person.delegation),
            category=category.key if category else "",
            category_name=category.name if category else "",
            colour=category.colour if category else "slate",
            why=why_of(
                printed_at=printed_at,
                queued_at=queued_at,
                printed=before,
                today=today.words(before.get(LANGUAGE, language)).of(person) if before else {},
            ),
            at=printed_at,
            queued_at=queued_at,
            replaces=count,
            reason=reason,
        )
        if person.delegation not in ranks:
            ranks[person.delegation] = delegation_rank(shown.kind(person.delegation), row.delegation_name)
        rank = ranks[person.delegation], member_rank(person.capacity, person.sort_key), person.id
        ranked.append((rank, row))
    ranked.sort(key=lambda pair: pair[0])
    return [row for _rank, row in ranked]


def _last_words(session: Session) -> dict[str, Words]:
    """Return the words of the last print of each badge that stands."""
    row = schema.BadgePrint
    query = select(row.badge, row.words).where(row.voided_at.is_(None)).order_by(row.at)
    return {found[0]: found[1] for found in session.execute(query)}


def _replaced(session: Session) -> dict[str, tuple[int, str]]:
    """Return for each person with badges that are valid no more how many, and why the last of them is not."""
    row = schema.Badge
    query = select(row.participant, row.reason).where(row.revoked_at.is_not(None)).order_by(row.revoked_at)
    found: dict[str, tuple[int, str]] = {}
    for participant, reason in session.execute(query):
        found[participant] = (found.get(participant, (0, ""))[0] + 1, reason)
    return found


class _Today:
    """The words that badges would have today, by the language in which they were printed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words: dict[str, BadgeWords] = {}

    def words(self, language: str) -> BadgeWords:
        """Return the words in one language."""
        if language not in self._words:
            self._words[language] = BadgeWords(self._session, texts(language), language)
        return self._words[language]
