"""Attendance: people arrive, leave and come back; a mistake is voided and stays on record."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from cmc_desk.db import schema
from cmc_desk.desk import presence, scan_targets
from cmc_desk.desk.changes import add_row
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.corrections import undo_walk_in, void_acts
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.presence import Event, Who
from cmc_desk.desk.registration import Registered, enter, the_participant, valid_badge
from cmc_desk.i18n import gettext as _
from cmc_desk.rules import badge_code
from cmc_desk.rules.attendance import EventKind, Presence, may_record, state_of
from cmc_desk.rules.passport_lines import looks_like_a_passport_line
from cmc_desk.rules.people import Credentials, Person, Status
from cmc_desk.rules.refusal import Refusal

# What a check-in may count for besides a session by its key: the registration slot of the day, or whatever runs by the clock.
REGISTRATION, RUNNING = scan_targets.REGISTRATION, scan_targets.RUNNING


class Verdict(StrEnum):
    """What the desk answers to a scan or a name."""

    CHECKED_IN = "checked in"
    ALREADY_IN = "already in"
    RETURNED = "came back"
    WALK_IN = "walk-in"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    REVOKED = "badge replaced"
    UNKNOWN = "unknown code"
    OTHER_MEETING = "other meeting"
    MISTYPED = "mistyped"


REFUSED = frozenset(
    {Verdict.WITHDRAWN, Verdict.REPLACED, Verdict.REVOKED, Verdict.UNKNOWN, Verdict.OTHER_MEETING, Verdict.MISTYPED}
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a scan came to; `first_*` tell of the arrival that stands, `sentence` says why a scan was refused.

    `beside` are sessions that run in other rooms at the same time: one of them may have been meant.
    """

    verdict: Verdict
    participant: str | None = None
    name: str = ""
    delegation: str = ""
    sessions: tuple[str, ...] = ()
    first_at: datetime | None = None
    first_station: str = ""
    first_operator: str = ""
    sentence: str = ""
    beside: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether nobody was let in on this scan."""
        return self.verdict in REFUSED


@command("attendance.check_in")
def check_in(
    tx: Tx,
    *,
    code: str = "",
    participant: str = "",
    session: str = REGISTRATION,
    via: str = "scan",
    at: datetime | None = None,
) -> Answer:
    """Record that somebody is present now, or was at `at`, found by a scanned code or already chosen.

    A repeated scan is not an error: the first arrival stands and is returned. A refused scan is recorded too, with its reason.
    Raises Refusal if `session` is none of this meeting.
    """
    tx.told = at
    if not participant and looks_like_a_passport_line(code):
        raise Refusal(_("This is a line of a passport, not a badge: it is read at Travel. Nothing of it was kept."))
    if participant:
        answer = _welcome(tx, presence.the_person(tx.session, participant), session=session, via=via)
    else:
        answer = _by_code(tx, code, session=session, via=via)
    _log(tx, answer, via=via, code="" if participant else presence.hint_at(code))
    return answer


@command("attendance.walk_in")
def walk_in(tx: Tx, *, person: Person, session: str = REGISTRATION, badge: bool = True) -> Answer:
    """Enter somebody who is in no letter, check them in, and queue their badge; the organiser verifies the credentials later."""
    new: Registered = enter(
        tx, person=replace(person, credentials=Credentials.TO_VERIFY, status=Status.CONFIRMED), walk_in=True
    )
    answer = replace(
        _welcome(tx, presence.the_person(tx.session, new.id), session=session, via="walk-in"), verdict=Verdict.WALK_IN
    )
    if badge:
        valid_badge(tx.session, new.id).queued_at = tx.now
    _log(tx, answer, via="walk-in")
    # The person stays too: their arrival and every scan since are on record, and need somebody to be of.
    recorded = (tx.inverse or {})["args"]
    tx.undo_with(undo_walk_in, participant=new.id, events=recorded["events"], scans=recorded["scans"])
    return answer


@command("attendance.leave")
def leave(tx: Tx, *, participant: str, session: str = REGISTRATION) -> datetime:
    """Record that somebody left now; raises Refusal if they are not there."""
    row, target = the_participant(tx.session, participant), scan_targets.targets(tx, session)[-1]
    events = presence.live_events(tx.session, row.id)
    if problem := may_record(presence.movements(events, target.key), EventKind.LEAVE):
        raise Refusal(problem)
    return _record(tx, row.id, target.key, EventKind.LEAVE, events, via="name")


@command("attendance.mark_delegation")
def mark_delegation(tx: Tx, *, delegation: str, session: str = REGISTRATION) -> int:
    """Record that every expected member of a delegation is present; return how many were not yet."""
    members = presence.expected_of(tx.session, delegation)
    answers = [_welcome(tx, person, session=session, via="delegation") for person in members]
    marked = [answer for answer in answers if answer.verdict is not Verdict.ALREADY_IN]
    for answer in marked:
        _log(tx, answer, via="delegation")
    if not marked:
        raise Refusal(_("Everybody who is expected of this delegation is present already."))
    return len(marked)


@command("attendance.excuse")
def excuse(tx: Tx, *, participant: str, session: str, reason: str = "") -> str:
    """Record that somebody said they will not come to a session."""
    row = the_participant(tx.session, participant)
    key = scan_targets.targets(tx, session)[0].key
    if tx.session.get(schema.Excuse, (row.id, key)) is not None:
        raise Refusal(_("This person is excused from this session already."))
    tx.session.add(schema.Excuse(participant=row.id, session=key, reason=reason))
    return row.id


@command("attendance.no_longer_excused")
def no_longer_excused(tx: Tx, *, participant: str, session: str) -> str:
    """Take an excuse back."""
    row = tx.session.get(schema.Excuse, (participant, session))
    if row is None:
        raise Refusal(_("This person is not excused from this session."))
    tx.session.delete(row)
    return participant


@command("attendance.void")
def void(tx: Tx, *, events: list[str], scans: list[str]) -> int:
    """Void arrivals that were a mistake; they stay on record with who voided them and when.

    Raises Refusal if one was voided already, or if the person has left or come back since.
    """
    void_acts(tx, events=events, scans=scans)
    return len(events)


def _by_code(tx: Tx, code: str, *, session: str, via: str) -> Answer:
    scanned = badge_code.parse(code)
    if scanned.problem:
        return Answer(Verdict.MISTYPED, sentence=scanned.problem)
    badge = presence.badge_with(tx.session, scanned.code)
    if badge is not None:
        if badge.revoked_at is None:
            return _welcome(tx, badge.holder, session=session, via=via)
        return replace(
            _about(badge.holder, Verdict.REVOKED),
            first_at=badge.revoked_at,
            first_station=badge.revoked_at_station,
            sentence=presence.replaced_words(badge, tx.remembered.ask(tx.session, meeting), now=tx.now),
        )
    holder = presence.holder_of_alias(tx.session, (scanned.code, *scanned.also))
    if holder is not None:
        return _welcome(tx, holder, session=session, via=via)
    if scanned.kind in (badge_code.CodeKind.OURS, badge_code.CodeKind.INDICO, badge_code.CodeKind.PRETIX_SIGNED):
        return Answer(
            Verdict.OTHER_MEETING,
            sentence=_(
                "A proper code, but of nobody in this meeting: look the person up by name or register a walk-in."
            ),
        )
    return Answer(Verdict.UNKNOWN, sentence=_("Nobody in this meeting has this code: look the person up by name."))


def _welcome(tx: Tx, row: Who, *, session: str, via: str) -> Answer:
    if row.status is Status.WITHDRAWN:
        return replace(
            _about(row, Verdict.WITHDRAWN),
            sentence=_("This person is withdrawn: ask the organiser."),
        )
    if row.status is Status.REPLACED:
        return replace(
            _about(row, Verdict.REPLACED), sentence=_("Somebody else comes in this person's place: ask the organiser.")
        )
    targets = scan_targets.targets(tx, session)
    events = presence.live_events(tx.session, row.id)
    arrived: list[str] = []
    came_back = False
    for target in targets:
        state = state_of(presence.movements(events, target.key))
        if state.presence is Presence.PRESENT:
            continue
        came_back = came_back or state.presence is Presence.LEFT
        kind = EventKind.RETURN if state.presence is Presence.LEFT else EventKind.ARRIVE
        _record(tx, row.id, target.key, kind, events, via=via)
        arrived.append(target.key)
    if arrived:
        return replace(
            _about(row, Verdict.RETURNED if came_back else Verdict.CHECKED_IN),
            sessions=tuple(arrived),
            first_at=tx.at,
            first_station=tx.author.station,
            first_operator=tx.author.operator,
            beside=scan_targets.beside(tx, session, targets),
        )
    keys = {target.key for target in targets}
    first = next(event for event in events if event.kind is EventKind.ARRIVE and event.session in keys)
    return replace(
        _about(row, Verdict.ALREADY_IN), first_at=first.at, first_station=first.station, first_operator=first.operator
    )


def _record(tx: Tx, participant: str, session: str, kind: EventKind, events: Sequence[Event], *, via: str) -> datetime:
    # The order of a person's events is that of their times: a clock that fell back must not put this one before the last.
    last = max((event.at for event in events if event.session == session), default=None)
    at = tx.at if last is None else max(tx.at, last + timedelta(microseconds=1))
    identifier = tx.new_id()
    values: dict[str, Any] = {
        "id": identifier,
        "participant": participant,
        "session": session,
        "kind": kind,
        "at": at,
        "station": tx.author.station,
        "operator": tx.author.operator,
        "via": via,
        "voided_at": None,
        "voided_by": "",
    }
    add_row(tx.session, schema.PresenceEvent, values)
    _void_on_undo(tx, events=[identifier])
    return at


def _log(tx: Tx, answer: Answer, *, via: str, code: str = "") -> None:
    identifier = tx.new_id()
    values: dict[str, Any] = {
        "id": identifier,
        "at": tx.at,
        "station": tx.author.station,
        "operator": tx.author.operator,
        "session": " ".join(answer.sessions),
        "participant": answer.participant,
        "answer": answer.verdict.value,
        "via": via,
        "code": code,
        "voided_at": None,
    }
    add_row(tx.session, schema.Scan, values)
    if answer.sessions:
        _void_on_undo(tx, scans=[identifier])
    elif tx.inverse is None:
        tx.cannot_be_undone()


def _void_on_undo(tx: Tx, *, events: Sequence[str] = (), scans: Sequence[str] = ()) -> None:
    so_far = (tx.inverse or {}).get("args", {"events": [], "scans": []})
    tx.undo_with(void, events=[*so_far["events"], *events], scans=[*so_far["scans"], *scans])


def _about(row: Who, verdict: Verdict) -> Answer:
    return Answer(verdict, participant=row.id, name=row.full_name, delegation=row.delegation)
