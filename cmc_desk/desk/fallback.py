"""What goes into the pack for a power cut: the lists of a day, from the next session on."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.agenda_paper import gather_agenda
from cmc_desk.desk.meeting import Meeting, agenda, meeting, operators, stations
from cmc_desk.desk.signing import gather_tick_list, sheets_of, signers
from cmc_desk.reports.fallback_pack import FallbackPack
from cmc_desk.reports.signature_sheet import SignatureSheets
from cmc_desk.rules.papers import Ask


def gather_fallback_pack(session: Session, ask: Ask) -> FallbackPack:
    """Return the pack of a day.

    The day is the one that was asked for, else that of the instant `at` if it is one of the meeting, else every day. Sessions
    that have ended at that instant have no sheet any more.
    """
    facts = meeting(session)
    day = ask.day or _day_of(facts, ask.at)
    of_day = replace(ask, day=day, session="", only="")
    coming = [
        item
        for item in agenda(session)
        if item.attendance and (not day or item.day.isoformat() == day) and (ask.at is None or item.ends > ask.at)
    ]
    contact = schema.Contact
    return FallbackPack(
        day=date.fromisoformat(day) if day else None,
        tick_list=gather_tick_list(session, of_day),
        agenda=gather_agenda(session, of_day),
        signatures=SignatureSheets(sheets_of(facts, coming, signers(session, of_day))),
        blanks=ask.blanks,
        contacts=tuple(
            (row.label, row.number) for row in session.scalars(select(contact).order_by(contact.position, contact.id))
        ),
        operators=tuple((row.name, row.role) for row in operators(session)),
        stations=stations(session),
    )


def _day_of(facts: Meeting, at: datetime | None) -> str:
    day = facts.local(at).date() if at else None
    return day.isoformat() if day and day in facts.days else ""
