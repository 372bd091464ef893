"""Who may be named in the notes: the delegations of the meeting and its people, and the names that its spelling knows."""

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.articles import articles
from cmc_desk.desk.meeting import as_delegation, attendance_sessions, meeting
from cmc_desk.desk.presence import here_on
from cmc_desk.i18n import LANGUAGES
from cmc_desk.rules.delegations import without_article
from cmc_desk.rules.official_order import delegation_rank, member_rank
from cmc_desk.rules.people import EXPECTED
from cmc_desk.rules.sessions import sessions_for_scan
from cmc_desk.rules.speaker_completion import Speaker
from cmc_desk.rules.spoken_names import everyday, spoken


def speakers(session: Session, *, now: datetime | None = None) -> tuple[Speaker, ...]:
    """Return every delegation in official order, and after them everybody who is expected or here, for completion.

    Who is here is what registration shows on the day that `now` belongs to; without it, on any day.
    """
    facts = meeting(session)
    here = _here(session, now)
    people = _people(session, here)
    with_people = {row.delegation for row in people if row.id in here}
    rows = {row.id: row for row in session.scalars(select(schema.Delegation))}
    order = sorted(
        rows.values(), key=lambda row: (*delegation_rank(row.kind, as_delegation(row, facts.language).name), row.id)
    )
    places = {row.id: place for place, row in enumerate(order)}
    members = sorted(people, key=lambda row: (places[row.delegation], *member_rank(row.capacity, row.sort_key)))
    return (
        *(_delegation(row, facts.language, present=row.id in with_people) for row in order),
        *(_person(row, rows[row.delegation], present=row.id in here) for row in members),
    )


def known_names(session: Session) -> tuple[str, ...]:
    """Return the names and terms that the spelling of this meeting knows whatever a dictionary says of them."""
    return tuple(dict.fromkeys(name for name in _names(session) if name))


def _here(session: Session, now: datetime | None) -> frozenset[str]:
    sessions = attendance_sessions(session)
    if now is not None:
        facts = meeting(session)
        found = sessions_for_scan(sessions, now=now, grace_minutes=facts.grace_minutes, zone=facts.tzinfo)
        sessions = tuple(one for one in sessions if found and one.day == found[0].day)
    return frozenset(session.scalars(here_on([one.key for one in sessions])))


def _people(session: Session, here: Collection[str]) -> list[schema.Participant]:
    person = schema.Participant
    return list(session.scalars(select(person).where(or_(person.status.in_(EXPECTED), person.id.in_(here)))))


def _delegation(row: schema.Delegation, language: str, *, present: bool) -> Speaker:
    shown = as_delegation(row, language)
    return Speaker(
        delegation=row.id,
        name=everyday(shown.name, shown.short_name),
        names=(*map(without_article, shown.names), *shown.aliases),
        present=present,
        flag=row.flag.lower(),
        spoken=_spoken(row),
    )


def _person(row: schema.Participant, delegation: schema.Delegation, *, present: bool) -> Speaker:
    name = f"{row.given_name} {row.family_name}".strip()
    return Speaker(
        delegation=row.delegation,
        name=name,
        names=tuple(dict.fromkeys(filter(None, (row.badge_name, f"{row.family_name} {row.given_name}".strip())))),
        participant=row.id,
        present=present,
        flag=delegation.flag.lower(),
        spoken=_spoken(delegation),
    )


def _spoken(row: schema.Delegation) -> tuple[tuple[str, str], ...]:
    """Return what a delegation is called within a sentence in each language; its English name where it has no other."""
    english = everyday(row.names.get("en", ""), row.short_names.get("en", "")) or row.id
    found = []
    for language in LANGUAGES:
        full, short = row.names.get(language, ""), row.short_names.get(language, "")
        found.append((language, spoken(full, short, language, articles()) if full or short else english))
    return tuple(found)


def _names(session: Session) -> Iterator[str]:
    facts = meeting(session)
    yield from (facts.title, facts.short_title, facts.subtitle, facts.host, facts.venue, facts.city, *facts.sponsors)
    for row in session.scalars(select(schema.Delegation)):
        yield from (row.id, *row.names.values(), *row.short_names.values(), *row.aliases)
    person = schema.Participant
    for given, family, badge, institution in session.execute(
        select(person.given_name, person.family_name, person.badge_name, person.institution)
    ):
        yield from (given, family, badge, institution)
    for speakers_of_item in session.scalars(select(schema.Item.speakers)):
        for one in speakers_of_item:
            yield from (str(one.get("name", "")), str(one.get("organisation", "")))
    yield from session.scalars(select(schema.Operator.name))
    yield from session.scalars(select(schema.NoteTerm.word))
