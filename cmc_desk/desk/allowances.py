"""Allowances are computed, kept whole with what they rest on, and shown in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.allowance_basis import Basis, Ground, Worked, bases, ground, worked
from cmc_desk.desk.allowance_costs import refresh_allowance_costs
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.payment_rows import lines_by_sponsorship, lines_of, next_number, the_sponsorship
from cmc_desk.i18n import chosen_language, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowance_stays import Stay
from cmc_desk.rules.allowance_words import explained
from cmc_desk.rules.allowances import Allowance, AllowanceDay, AllowancePolicy
from cmc_desk.rules.money import from_minor, to_minor
from cmc_desk.rules.payments import HANDED_OUT, Line, check_holds, live
from cmc_desk.rules.plain import from_plain, to_plain
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Method, Nomination, PaymentState


@dataclass(frozen=True, slots=True)
class Computed:
    """An allowance as it was kept: its line of payment, its version and what is due, in minor units."""

    sponsorship: str
    payment: str
    computation: str
    version: int
    net: int
    currency: str


@dataclass(frozen=True, slots=True)
class Left:
    """An official whose allowance could not be computed, and why."""

    sponsorship: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ComputedAll:
    """What became of computing many allowances at once."""

    done: tuple[Computed, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class AllowanceView:
    """An allowance as it was computed last; `stale` says that journey, hotel, agenda, rates or policy have changed since.

    Then `why_stale` is empty, or says why it could not be computed now.
    """

    sponsorship: str
    computation: str
    version: int
    at: datetime
    operator: str
    by_hand: bool
    allowance: Allowance
    stale: bool = False
    why_stale: str = ""


@command("travel.compute_allowance")
def compute_allowance(tx: Tx, *, sponsorship: str, stays: tuple[Stay, ...] = (), by_journey: bool = False) -> Computed:
    """Compute the allowance of an official by the journey, or by stays entered by hand, and return its line of payment.

    Stays that were entered hold until others are entered or it is computed `by_journey` again. What comes to the same as before stays as
    it is. An open line is made void and a new one takes its place.
    Raises Refusal if it was paid already, if the seat was given up, or if policy, journey or rate are missing.
    """
    check_holds(the_sponsorship(tx.session, sponsorship).nomination)
    basis = bases(tx.session, (sponsorship,))[sponsorship]
    found = worked(basis, ground(tx.session), by_hand=stays, by_journey=by_journey)
    return _enter(tx, {sponsorship: found}, {sponsorship: _open_line(lines_of(tx.session, sponsorship))})[0]


@command("travel.compute_allowances")
def compute_allowances(tx: Tx, *, sponsorships: tuple[str, ...] = ()) -> ComputedAll:
    """Compute the allowances of these officials, or of all who are accepted and not paid; what cannot be computed is told."""
    on, known, lines = ground(tx.session), bases(tx.session), lines_by_sponsorship(tx.session)
    held = tx.session.scalars(select(schema.Sponsorship)).all()
    found, open_lines, left = dict[str, Worked](), dict[str, Line | None](), []
    for key in sponsorships or _to_compute(tx.session, lines):
        try:
            check_holds(the_sponsorship(tx.session, key).nomination)
            open_lines[key] = _open_line(lines.get(key, []))
            found[key] = worked(known[key], on)
        except Refusal as refusal:
            left.append(Left(key, refusal.sentence))
    del held
    return ComputedAll(tuple(_enter(tx, found, open_lines)), tuple(left))


def allowance_preview(
    session: Session, *, sponsorship: str, stays: tuple[Stay, ...] = (), by_journey: bool = False
) -> Allowance:
    """Return the allowance of an official as it would be computed now; raises Refusal as `compute_allowance` does."""
    the_sponsorship(session, sponsorship)
    basis = bases(session, (sponsorship,))[sponsorship]
    return worked(basis, ground(session), by_hand=stays, by_journey=by_journey).allowance


def allowance_of(session: Session, *, sponsorship: str, language: str = "") -> AllowanceView | None:
    """Return the newest allowance of an official, explained in a language (that of the windows unless another is asked for)."""
    return allowances(session, sponsorships=(sponsorship,), language=language).get(sponsorship)


def allowances(session: Session, *, sponsorships: tuple[str, ...] = (), language: str = "") -> dict[str, AllowanceView]:
    """Return the newest allowance of each of these officials, or of all."""
    table = schema.Computation
    query = select(table).order_by(table.version)
    if sponsorships:
        query = query.where(table.sponsorship.in_(sponsorships))
    rows = {row.sponsorship: row for row in session.scalars(query)}
    on, known = ground(session), bases(session, set(rows))
    return {key: _view(row, known[key], on, language) for key, row in rows.items()}


def restored(row: schema.Computation, language: str = "") -> Allowance:
    """Return a computed allowance as it was kept, explained in a language."""
    allowance = Allowance(
        policy=from_plain(AllowancePolicy, row.policy),
        currency=row.currency,
        days=tuple(from_plain(AllowanceDay, one) for one in row.days),
        terminals=from_minor(row.terminals, row.currency),
        trips=row.trips,
    )
    return explained(allowance, texts(language or chosen_language()))


def _to_compute(session: Session, lines: dict[str, list[Line]]) -> Sequence[str]:
    table = schema.Sponsorship
    accepted = session.scalars(
        select(table.id).where(table.nomination == Nomination.ACCEPTED).order_by(table.created_at, table.id)
    )
    paid = {key for key, some in lines.items() if (line := live(some)) is not None and line.state in HANDED_OUT}
    return [key for key in accepted if key not in paid]


def _open_line(lines: Sequence[Line]) -> Line | None:
    """Return the line of an official that is not paid yet; raises Refusal if one was."""
    line = live(lines)
    if line is not None and line.state in HANDED_OUT:
        raise Refusal(
            _("The allowance was paid with receipt {number}: make that void first, then compute it anew.").format(
                number=line.receipt
            ),
            field="payment",
        )
    return line


def _enter(tx: Tx, found: Mapping[str, Worked], lines: Mapping[str, Line | None]) -> list[Computed]:
    """Keep allowances with a line of payment each, but for those that come to the same as before; a few statements for all of them."""
    session = tx.session
    opened = {key: line.key for key in found if (line := lines[key]) is not None}
    rows = {
        row.sponsorship: (row, computation)
        for row, computation in session.execute(
            select(schema.Payment, schema.Computation)
            .join(schema.Computation, schema.Computation.id == schema.Payment.computation)
            .where(schema.Payment.id.in_(opened.values()))
        )
    }
    version, of = schema.Computation.version, schema.Computation.sponsorship
    versions = session.execute(select(of, func.max(version)).where(of.in_(found)).group_by(of))
    newest = {row[0]: int(row[1]) for row in versions}
    done, fresh = dict[str, Computed](), list[schema.Computation]()
    for key, one in found.items():
        if key in rows:
            row, before = rows[key]
            if before.digest == one.digest:
                done[key] = _computed(before, row.id)
                continue
            row.state, row.reason = PaymentState.VOID, _("Computed anew.")
        fresh.append(_computation(tx, key, one, version=newest.get(key, 0) + 1))
    session.add_all(fresh)
    session.flush()
    number = next_number(session)
    for step, computation in enumerate(fresh):
        payment = _line(tx, computation, number=number + step)
        session.add(payment)
        done[computation.sponsorship] = _computed(computation, payment.id)
    refresh_allowance_costs(tx, [computation.sponsorship for computation in fresh])
    return [done[key] for key in found]


def _computation(tx: Tx, sponsorship: str, found: Worked, *, version: int) -> schema.Computation:
    allowance = found.allowance
    # The words are made again in whatever language is asked for; what they say is kept.
    days = [{name: value for name, value in to_plain(day).items() if name != "why"} for day in allowance.days]
    return schema.Computation(
        id=tx.new_id(),
        sponsorship=sponsorship,
        version=version,
        policy=to_plain(allowance.policy),
        stops=to_plain(found.stops),
        by_hand=found.by_hand,
        days=days,
        trips=allowance.trips,
        digest=found.digest,
        gross=to_minor(allowance.gross, allowance.currency),
        deduction=to_minor(allowance.deduction, allowance.currency),
        terminals=to_minor(allowance.terminals, allowance.currency),
        net=to_minor(allowance.net, allowance.currency),
        currency=allowance.currency,
        at=tx.now,
        operator=tx.author.operator,
    )


def _line(tx: Tx, computation: schema.Computation, *, number: int) -> schema.Payment:
    return schema.Payment(
        id=tx.new_id(),
        computation=computation.id,
        sponsorship=computation.sponsorship,
        state=PaymentState.COMPUTED,
        amount=computation.net,
        currency=computation.currency,
        method=Method.CASH,
        rate="1",
        rate_source="",
        paid_amount=computation.net,
        paid_currency=computation.currency,
        rounding=0,
        received_before=0,
        approved_by="",
        paid_by="",
        settled_by="",
        reason="",
        number=number,
        created_at=tx.now,
    )


def _computed(row: schema.Computation, payment: str) -> Computed:
    return Computed(row.sponsorship, payment, row.id, row.version, row.net, row.currency)


def _view(row: schema.Computation, basis: Basis, on: Ground, language: str) -> AllowanceView:
    stale, why = False, ""
    try:
        stale = worked(basis, on).digest != row.digest
    except Refusal as refusal:
        stale, why = True, refusal.sentence
    return AllowanceView(
        sponsorship=row.sponsorship,
        computation=row.id,
        version=row.version,
        at=row.at,
        operator=row.operator,
        by_hand=row.by_hand,
        allowance=restored(row, language),
        stale=stale,
        why_stale=why,
    )
