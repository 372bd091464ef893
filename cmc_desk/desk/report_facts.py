"""What the report of the final outcomes is made from, gathered in one read: each figure is counted once and stands everywhere."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.approval_papers import gather_approval
from cmc_desk.desk.articles import articles
from cmc_desk.desk.host import host_in
from cmc_desk.desk.meeting import as_delegation, meeting
from cmc_desk.desk.people_listed import gather_participants
from cmc_desk.desk.readout_called import called
from cmc_desk.desk.recommendation_rows import recommendations
from cmc_desk.desk.register import register
from cmc_desk.desk.report_arrivals import arrived_on, attended_days
from cmc_desk.desk.report_attendance import attended
from cmc_desk.desk.report_documents import reported_documents
from cmc_desk.desk.report_items import reported_items
from cmc_desk.desk.report_rows import report_row, status_in
from cmc_desk.i18n import texts
from cmc_desk.reports.outcome_facts import NextStep, OutcomeFacts, Recommended
from cmc_desk.reports.outcome_words import remark_words, status_words
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.spoken_names import in_sentence


def outcome_facts(session: Session, *, language: str, attributed: bool) -> OutcomeFacts:
    """Return the meeting as its report tells it, in a language, with or without the names of who spoke."""
    facts, row = meeting(session), report_row(session)
    words = texts(language)
    participants = gather_participants(session, Ask(language=language, final=True))
    rows = tuple(session.scalars(select(schema.Delegation)))
    shown = {one.id: as_delegation(one, language) for one in rows}
    names = called(session, language)
    spoken = {code: one.spoken for code, one in names.items()}
    counted = attended(session, language=language)
    items = reported_items(session, language=language, attributed=attributed)
    status = status_in(session, language=language, attributed=attributed)
    version = row.version if row is not None and status is row.status else 0
    return OutcomeFacts(
        language=language,
        attributed=attributed,
        meeting=facts.title,
        subtitle=facts.subtitle,
        host=host_in(session, language),
        sponsors=tuple(
            in_sentence(shown[code].short_name if code in shown else code, language, articles())
            for code in facts.sponsors
        ),
        venue=facts.venue,
        city=facts.city,
        days=facts.days,
        status=status_words(status, version, words),
        remark=remark_words(status, row.corrections_until if row is not None else None, words),
        objectives=tuple(session.scalars(select(schema.Meeting.objectives)).one()),
        attendance_taken=counted.taken,
        delegations=counted.delegations,
        participants=participants,
        items=items,
        documents=reported_documents(session, facts=facts, names=spoken, attributed=attributed),
        recommendations=_recommended(session, language),
        steps=tuple(
            NextStep(one.what, one.who, one.due, number=one.number, done=one.closed_at is not None)
            for one in register(session, language=language)
        ),
        names=tuple((code, one.alone) for code, one in names.items()),
        attended_days=attended_days(session, counted.people),
        arrivals=arrived_on(session, counted.people, items),
    )


def _recommended(session: Session, language: str) -> tuple[Recommended, ...]:
    # Numbers move when one is removed: what was left out or written by hand stays with its own.
    keys = {one.number: one.key for one in recommendations(session)}
    return tuple(
        Recommended(
            line.number, line.text, line.decided, line.at, line.proposed, line.reason, keys.get(line.number, "")
        )
        for line in gather_approval(session, Ask(language=language)).lines
    )
