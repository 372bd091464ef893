"""What is recorded of many officials at once, as it comes: the list of a whole region, the mail that confirms forty, the van that arrives with nine."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.seats import accepts, nominate
from cmc_desk.desk.sponsorships import name_of, the_sponsorship, touch_all
from cmc_desk.desk.travel_facts import sponsorships_of
from cmc_desk.desk.travellers import record_visa, travels, write_passport
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.passport_lines import hidden
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Sponsorship
from cmc_desk.rules.travel_states import Travel, VisaState


@dataclass(frozen=True, slots=True)
class SeatFor:
    """Who is nominated for which seat; `letter` is that which names them, empty if none does yet."""

    seat: str
    participant: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class PassportOf:
    """The passport of a participant as it is printed."""

    participant: str
    issuer: str
    number: str
    name: str = ""
    birth: date | None = None
    expires: date | None = None


@command("travel.nominate_all")
def nominate_all(tx: Tx, *, nominations: Sequence[SeatFor]) -> list[str]:
    """Put participants on free seats and return the sponsorships; if one of them cannot be nominated, nobody is."""
    return [
        _of(
            partial(nominate, tx, seat=one.seat, participant=one.participant, letter=one.letter),
            name_of(tx.session, one.participant),
        )
        for one in nominations
    ]


@command("travel.accept_all")
def accept_all(tx: Tx, *, sponsorships: Sequence[str]) -> list[str]:
    """Record that the funding of these officials was confirmed in writing; if that of one cannot be, that of none is."""
    return _each(tx, sponsorships, lambda row, one: accepts(tx, row, one))


@command("travel.record_passports")
def record_passports(tx: Tx, *, passports: Sequence[PassportOf]) -> list[str]:
    """Record the passports of participants; if one of them cannot be right, none is recorded. See `record_passport`."""
    tx.apart["passports"] = [replace(one, number=hidden(one.number)) for one in passports]
    return [
        _of(
            partial(
                write_passport,
                tx,
                participant=one.participant,
                issuer=one.issuer,
                number=one.number,
                name=one.name,
                birth=one.birth,
                expires=one.expires,
            ),
            name_of(tx.session, one.participant),
        )
        for one in passports
    ]


@command("travel.no_visa_needed")
def no_visa_needed(tx: Tx, *, sponsorships: Sequence[str]) -> list[str]:
    """Record that these officials need no visa, neither here nor on their way."""
    return [
        _of(partial(record_visa, tx, sponsorship=key, state=VisaState.NOT_REQUIRED), _name(tx, key))
        for key in sponsorships
    ]


@command("travel.arrive_all")
def arrive_all(tx: Tx, *, sponsorships: Sequence[str], at: datetime | None = None) -> list[str]:
    """Record that a wave of officials has arrived, now or `at` if it is told afterwards; if one of them cannot have, none has."""
    return _each(tx, sponsorships, lambda row, one: travels(tx, row, one, to=Travel.ARRIVED, at=at))


def _each(tx: Tx, sponsorships: Sequence[str], act: Callable[[schema.Sponsorship, Sponsorship], None]) -> list[str]:
    """Do something with officials of whom everything is read at once: asked for one by one they take long."""
    wanted = list(dict.fromkeys(sponsorships))
    held = tx.session.scalars(select(schema.Sponsorship).where(schema.Sponsorship.id.in_(wanted))).all()
    rows = [the_sponsorship(tx.session, key) for key in wanted]
    known = sponsorships_of(tx.session, wanted)
    for row in rows:
        try:
            act(row, known[row.id])
        except Refusal as refusal:
            raise _named(refusal, name_of(tx.session, row.participant)) from refusal
    touch_all(tx, rows)
    del held
    return wanted


def _of(act: Callable[[], str], name: str) -> str:
    """Do something for one of many; what is refused says of whom."""
    try:
        return act()
    except Refusal as refusal:
        raise _named(refusal, name) from refusal


def _named(refusal: Refusal, name: str) -> Refusal:
    if not name or name in refusal.sentence:
        return refusal
    return Refusal(_("{name}: {sentence}").format(name=name, sentence=refusal.sentence), field=refusal.field)


def _name(tx: Tx, sponsorship: str) -> str:
    row = tx.session.get(schema.Sponsorship, sponsorship)
    return name_of(tx.session, row.participant) if row is not None else ""
