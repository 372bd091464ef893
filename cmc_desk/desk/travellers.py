"""What is recorded of one official on a seat: office, visa, journey, passport, and warnings that are waived."""

import re
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.registration import the_participant
from cmc_desk.desk.sponsorships import the_sponsorship, touch
from cmc_desk.desk.travel_facts import besides, sponsorship_of, travel_facts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import clean
from cmc_desk.rules.passport_lines import hidden
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Sponsorship
from cmc_desk.rules.travel_machine import check_travels, check_visa
from cmc_desk.rules.travel_states import Profile, Travel, VisaState, Warned
from cmc_desk.rules.travel_warnings import warnings
from cmc_desk.rules.travel_words import WARNED_WORDS

_NUMBER, _ISSUER = re.compile("[A-Z0-9]{4,20}"), re.compile("[A-Z]{1,3}")


@command("travel.set_travel")
def set_travel(
    tx: Tx, *, sponsorship: str, to: Travel, reason: str = "", at: datetime | None = None, version: int = 0
) -> str:
    """Record how far the journey of an official has come; an arrival is of now, or of `at` if it is told afterwards.

    Raises Refusal if that does not follow from what is recorded, or if a reason is needed and none is given.
    """
    row = the_sponsorship(tx.session, sponsorship, version=version)
    travels(tx, row, sponsorship_of(tx.session, sponsorship), to=to, reason=reason, at=at)
    touch(tx, row)
    return sponsorship


def travels(
    tx: Tx, row: schema.Sponsorship, one: Sponsorship, *, to: Travel, reason: str = "", at: datetime | None = None
) -> None:
    """Write how far a journey has come of which everything is known (`one`); `set_travel` says what is refused."""
    check_travels(one, to, reason=reason)
    if at is not None and at > tx.now:
        raise Refusal(_("This has not happened yet: correct the time."), field="at")
    if to is Travel.ARRIVED:
        row.arrived_at = at or tx.at
    row.travel = to
    if reason:
        row.reason = clean(reason)


@command("travel.record_visa")
def record_visa(
    tx: Tx, *, sponsorship: str, state: VisaState, note: str = "", due: date | None = None, version: int = 0
) -> str:
    """Record how far the visa has come; `note` says which (such as: US transit), `due` the day that is waited for."""
    row = the_sponsorship(tx.session, sponsorship, version=version)
    check_visa(row.visa, state)
    row.visa, row.visa_note, row.visa_due = VisaState(state), clean(note), due
    touch(tx, row)
    return sponsorship


@command("travel.set_profile")
def set_profile(tx: Tx, *, sponsorship: str, profile: Profile, focal_point: bool, version: int = 0) -> str:
    """Correct which office an official comes from, and whether they are a known focal point."""
    row = the_sponsorship(tx.session, sponsorship, version=version)
    row.profile, row.focal_point = Profile(profile), focal_point
    touch(tx, row)
    return sponsorship


@command("travel.waive")
def waive(tx: Tx, *, sponsorship: str, warned: Warned, reason: str, version: int = 0) -> str:
    """Record that the sponsors do without one of their wishes for this official, and why.

    Raises Refusal without a reason, if it was waived already, or if there is nothing to waive.
    """
    row = the_sponsorship(tx.session, sponsorship, version=version)
    words = clean(reason)
    if not words:
        raise Refusal(_("Say why: it stays on record."), field="reason")
    if warned is Warned.GONE_AT_THE_DESK:
        raise Refusal(_("This cannot be waived: give the seat up, or replace the official."), field="warned")
    if tx.session.get(schema.Waiver, (sponsorship, Warned(warned))) is not None:
        raise Refusal(_("This was waived already."), field="warned")
    if warned not in warnings_of(tx.session, sponsorship):
        raise Refusal(
            _("There is nothing to waive: it is not so that “{warning}”").format(warning=_(WARNED_WORDS[warned])),
            field="warned",
        )
    tx.session.add(
        schema.Waiver(
            sponsorship=sponsorship, warned=Warned(warned), reason=words, operator=tx.author.operator, at=tx.now
        )
    )
    touch(tx, row)
    return sponsorship


@command("travel.no_longer_waive")
def no_longer_waive(tx: Tx, *, sponsorship: str, warned: Warned, version: int = 0) -> str:
    """Take back that one of the wishes was waived: it is a warning again."""
    row = the_sponsorship(tx.session, sponsorship, version=version)
    there = tx.session.get(schema.Waiver, (sponsorship, Warned(warned)))
    if there is None:
        raise Refusal(_("This was not waived."), field="warned")
    tx.session.delete(there)
    touch(tx, row)
    return sponsorship


@command("travel.record_passport")
def record_passport(
    tx: Tx,
    *,
    participant: str,
    issuer: str,
    number: str,
    name: str = "",
    birth: date | None = None,
    expires: date | None = None,
) -> str:
    """Record the passport of a participant as it is printed, in the place of the one before; `name` is that of its machine-readable lines.

    The journal keeps the end of the number alone, so that a number that was replaced cannot come back by undoing. Raises Refusal, with
    the field, for what cannot be so.
    """
    tx.apart["number"] = hidden(number)
    return write_passport(
        tx, participant=participant, issuer=issuer, number=number, name=name, birth=birth, expires=expires
    )


def write_passport(
    tx: Tx, *, participant: str, issuer: str, number: str, name: str, birth: date | None, expires: date | None
) -> str:
    """Write a passport in the open transaction; whoever calls keeps its number out of the journal."""
    the_participant(tx.session, participant)
    values = {
        "issuer": _matching(_ISSUER, issuer, "issuer", _("Type who issued it as in the passport, such as HTI.")),
        "number": _matching(_NUMBER, number, "number", _("Type the number of the passport: letters and digits only.")),
        "name": clean(name),
        "birth": birth,
        "expires": expires,
    }
    if birth is not None and birth >= tx.now.date():
        raise Refusal(_("The date of birth has not come yet: correct it."), field="birth")
    if birth is not None and expires is not None and expires <= birth:
        raise Refusal(_("The passport expires before its holder was born: correct one of the two."), field="expires")
    row = tx.session.get(schema.TravelDocument, participant)
    if row is None:
        tx.session.add(schema.TravelDocument(id=participant, **values))
    else:
        if row.number != values["number"]:
            tx.cannot_be_undone()
        for field, value in values.items():
            setattr(row, field, value)
    # Whoever has this traveller open in another window is to notice.
    table = schema.Sponsorship
    for one in tx.session.scalars(select(table).where(table.participant == participant, table.holds_seat == 1)):
        touch(tx, one)
    return participant


@command("travel.reveal_passport")
def passport_was_revealed(tx: Tx, *, participant: str, reason: str) -> str:
    """Record that somebody looked at the whole number of a passport, and why; see `reveal_passport`."""
    if tx.session.get(schema.TravelDocument, participant) is None:
        raise Refusal(_("No passport of this person is known."), field="participant")
    if not reason.strip():
        raise Refusal(_("Say what the number is needed for: it stays on record."), field="reason")
    tx.cannot_be_undone()
    return participant


def reveal_passport(desk: Desk, *, participant: str, reason: str) -> str:
    """Return the whole number of a passport, of which everything else shows the last four; that somebody looked is in the journal first."""
    desk.do(passport_was_revealed, participant=participant, reason=reason)
    return desk.read(_passport_number, participant=participant)


def warnings_of(session: Session, sponsorship: str) -> tuple[Warned, ...]:
    """Return everything that deserves a look at an official on a seat; nothing if the seat was given up."""
    facts = travel_facts(session)
    one = facts.sponsorships[sponsorship]
    seat = next((seat for seat in facts.seats if seat.sponsorship == sponsorship), None)
    if seat is None:
        return ()
    return warnings(one, seat=seat, beside=besides(facts)[sponsorship], rules=facts.rules)


def _passport_number(session: Session, *, participant: str) -> str:
    return session.get_one(schema.TravelDocument, participant).number


def _matching(pattern: re.Pattern[str], text: str, field: str, sentence: str) -> str:
    found = clean(text).upper().replace(" ", "").replace("-", "")
    if not pattern.fullmatch(found):
        raise Refusal(sentence, field=field)
    return found
