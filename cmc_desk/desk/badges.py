"""Badges: which are to be printed, which came out of the printer, which were lost or spoilt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.registration import not_there, the_participant, valid_badge
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules import badge_code
from cmc_desk.rules.badge_state import PrintedBadge
from cmc_desk.rules.folding import clean
from cmc_desk.rules.people import EXPECTED
from cmc_desk.rules.refusal import Refusal

LONGEST_REASON = 200
_A_LITTLE = timedelta(microseconds=1)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Reissued:
    """The badge that takes the place of a lost one: its identifier and its code."""

    badge: str
    code: str


@command("badges.printed")
def record_printed(
    tx: Tx, *, badges: list[PrintedBadge], printer: str, design: str, stock: str, job: str, reason: str = ""
) -> list[str]:
    """Record that a printer accepted a job with these badges (see `badge_state.printed_of`); return the prints.

    What was taken out of the meeting in the meantime is passed over: paper cannot be called back. Raises Refusal if a badge was
    printed already and no reason is given for printing it again.
    """
    words = {printed.code: printed.words for printed in badges}
    rows = _badges_with(tx.session, list(words))
    if not rows:
        raise not_there()
    why = _reason(reason)
    _refuse_again(tx.session, rows, why)
    made, at = [], _after_the_last(tx)
    for row in rows:
        made.append(tx.new_id())
        tx.session.add(
            schema.BadgePrint(
                id=made[-1],
                badge=row.id,
                participant=row.participant,
                at=at,
                station=tx.author.station,
                operator=tx.author.operator,
                printer=printer,
                design=design,
                stock=stock,
                job=job,
                reason=why,
                words=words[row.code],
            )
        )
        row.printed_at, row.queued_at = at, None
    # The paper is there whatever is undone: it is marked void, and to be printed again.
    tx.undo_with(void_prints, prints=made)
    return made


@command("badges.reissue")
def reissue(tx: Tx, *, participant: str, reason: str) -> Reissued:
    """Give a participant a new code, to be printed; the old badge is valid no more and says so from now on.

    Raises Refusal without a reason, and for somebody who does not come.
    """
    why = _reason(reason)
    if not why:
        raise Refusal(_("Say why the badge is replaced, such as: lost."), field="reason")
    if the_participant(tx.session, participant).status not in EXPECTED:
        raise Refusal(_("This person is not coming: reinstate them before they get a new badge."))
    old = valid_badge(tx.session, participant)
    old.revoked_at, old.revoked_at_station, old.reason, old.queued_at = tx.now, tx.author.station, why, None
    # Before the new one: at no instant has a person two valid badges.
    tx.session.flush()
    code = badge_code.make(tx.secret_bits(badge_code.RANDOM_BITS))
    at = max(tx.now, old.issued_at + _A_LITTLE)
    new = schema.Badge(id=tx.new_id(), code=code, participant=participant, issued_at=at, queued_at=tx.now)
    tx.session.add(new)
    return Reissued(new.id, code)


@command("badges.void")
def void_prints(tx: Tx, *, prints: list[str], reason: str = "") -> int:
    """Record that prints came to nothing, such as a sheet that jammed; their badges are to be printed again with the same code.

    Return how many were marked; raises Refusal if all of them were void already.
    """
    why = _reason(reason)
    rows = [row for row in _prints(tx.session, prints) if row.voided_at is None]
    if not rows:
        raise Refusal(_("This was marked void already."))
    for row in rows:
        row.voided_at, row.voided_by, row.void_reason = tx.now, tx.author.operator, why
    tx.session.flush()
    badges = _rows_of(tx.session, [row.badge for row in rows])
    stand = _last_prints(tx.session, [badge.id for badge in badges])
    for badge in badges:
        badge.printed_at = stand.get(badge.id)
        if badge.revoked_at is None:
            badge.queued_at = tx.now
    return len(rows)


def check_first_prints(session: Session, *, codes: list[str], reason: str = "") -> None:
    """Raise the Refusal of `record_printed`, before the paper is used, if one of these badges was printed already."""
    _refuse_again(session, _badges_with(session, codes), _reason(reason))


def _after_the_last(tx: Tx) -> datetime:
    # The order of the ledger is that of its times: a clock that fell back must not put this job before the last.
    last = tx.session.scalar(select(func.max(schema.BadgePrint.at)))
    return tx.now if last is None else max(tx.now, last + _A_LITTLE)


def _reason(text: str) -> str:
    why = clean(text)
    if len(why) > LONGEST_REASON:
        raise Refusal(
            _("The reason is longer than {number} characters: shorten it.").format(number=LONGEST_REASON),
            field="reason",
        )
    return why


def _refuse_again(session: Session, badges: Sequence[schema.Badge], reason: str) -> None:
    rows = [row for row in badges if row.printed_at is not None]
    if reason or not rows:
        return
    person = the_participant(session, rows[0].participant)
    name = " ".join(part for part in (person.given_name, person.family_name) if part)
    at = meeting(session).local(rows[0].printed_at or rows[0].issued_at)
    sentence = ngettext(
        "The badge of {name} was printed already, at {time}: say why it is printed again.",
        "{number} of these badges were printed already, that of {name} at {time}: say why they are printed again.",
        len(rows),
    )
    raise Refusal(sentence.format(number=len(rows), name=name, time=f"{at:%H:%M}"), field="reason")


def _badges_with(session: Session, codes: Sequence[str]) -> list[schema.Badge]:
    query = select(schema.Badge)
    found = {
        row.code: row for some in _portions(codes) for row in session.scalars(query.where(schema.Badge.code.in_(some)))
    }
    return [found[code] for code in codes if code in found]


def _rows_of(session: Session, badges: Sequence[str]) -> list[schema.Badge]:
    query = select(schema.Badge)
    return [
        row
        for some in _portions(sorted(set(badges)))
        for row in session.scalars(query.where(schema.Badge.id.in_(some)))
    ]


def _prints(session: Session, prints: Sequence[str]) -> list[schema.BadgePrint]:
    query = select(schema.BadgePrint)
    return [row for some in _portions(prints) for row in session.scalars(query.where(schema.BadgePrint.id.in_(some)))]


def _last_prints(session: Session, badges: Sequence[str]) -> dict[str, datetime]:
    """Return when each of these badges was last printed by a print that stands."""
    row = schema.BadgePrint
    query = select(row.badge, func.max(row.at)).where(row.voided_at.is_(None)).group_by(row.badge)
    return {
        found[0]: found[1] for some in _portions(badges) for found in session.execute(query.where(row.badge.in_(some)))
    }


def _portions(values: Sequence[str]) -> list[Sequence[str]]:
    return [values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE)]
