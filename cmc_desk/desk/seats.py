"""Financed seats: how many there are and whose, who is nominated, accepted, replaced, and how a seat becomes free again.

Nothing here is erased: who declined, was withdrawn, replaced or released stays on the seat as its past.
"""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.allowance_costs import let_shares_tell
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.leaving import leave_nothing_due
from cmc_desk.desk.registration import the_participant
from cmc_desk.desk.seat_rows import seats_follow
from cmc_desk.desk.sponsorships import holder_of, name_of, next_version, the_seat, the_sponsorship, touch
from cmc_desk.desk.travel_facts import sponsorship_of
from cmc_desk.desk.travel_settings import agencies, is_local
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import clean
from cmc_desk.rules.meeting import Eligibility
from cmc_desk.rules.nominations import Cost, Nominee, Replacement, check_nominee, profile_of, replacement
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.seats import check_shares, seats_of
from cmc_desk.rules.travel_facts import Seat, Share, Sponsorship
from cmc_desk.rules.travel_machine import check_accepts, check_leaves
from cmc_desk.rules.travel_states import Nomination, Profile, Travel, VisaState


@command("travel.set_quota")
def set_quota(tx: Tx, *, delegation: str, quota: int) -> int:
    """Say how many officials of a delegation are financed; one that was optional is sponsored from now on. Return the quota.

    Raises Refusal if the delegation is not financed at all, or if a seat that would go is held.
    """
    row = tx.session.get(schema.Delegation, delegation)
    if row is None:
        raise Refusal(_("Which delegation? Choose one of the list."), field="delegation")
    if quota and row.eligibility in (Eligibility.NONE, Eligibility.OBSERVER):
        raise Refusal(
            _("This delegation is not financed: change that under Setup before it is given seats."), field="quota"
        )
    if quota and row.eligibility is Eligibility.OPTIONAL:
        row.eligibility = Eligibility.SPONSORED
        tx.session.flush()
    seats_follow(tx.session, row, quota=quota)
    return quota


@command("travel.set_seat")
def set_seat(tx: Tx, *, seat: str, profile: Profile, shares: Sequence[Share]) -> str:
    """Say which office the sponsors would like on a seat, and what each agency bears of it.

    What the holder costs follows, but for what was billed or paid already. Raises Refusal unless the agencies bear the whole; nobody
    need bear a seat of the host.
    """
    row = the_seat(tx.session, seat)
    delegation = tx.session.get_one(schema.Delegation, row.delegation)
    host = tx.session.scalars(select(schema.Meeting.host_delegation)).one()
    local = is_local(delegation.id, delegation.eligibility, host=host)
    check_shares(shares, [agency.key for agency in agencies(tx.session)], local=local)
    row.profile = Profile(profile)
    wanted = {share.agency: share.basis_points for share in shares}
    for there in tx.session.scalars(select(schema.SeatShare).where(schema.SeatShare.seat == seat)):
        basis_points = wanted.pop(there.agency, 0)
        if basis_points:
            there.basis_points = basis_points
        else:
            tx.session.delete(there)
    tx.session.add_all(
        schema.SeatShare(seat=seat, agency=agency, basis_points=basis_points) for agency, basis_points in wanted.items()
    )
    holder = holder_of(tx.session, seat)
    if holder is not None:
        let_shares_tell(tx, holder.id)
    return seat


@command("travel.nominate")
def nominate(
    tx: Tx,
    *,
    seat: str,
    participant: str,
    letter: str = "",
    profile: Profile | None = None,
    focal_point: bool | None = None,
) -> str:
    """Put a participant on a free seat and return the sponsorship; office and focal point are as the registration knows them.

    Raises Refusal if the seat is held or above the quota, or if the participant is of another delegation or not coming.
    """
    row = the_seat(tx.session, seat)
    holder = holder_of(tx.session, seat)
    nominee = _nominee(tx.session, participant)
    check_nominee(
        nominee, _seat_fact(tx.session, row), holder=name_of(tx.session, holder.participant) if holder else ""
    )
    return _put_on(tx, row, nominee, letter=letter, profile=profile, focal_point=focal_point)


@command("travel.accept")
def accept(tx: Tx, *, sponsorship: str, letter: str = "", version: int = 0) -> str:
    """Record that the funding of an official was confirmed in writing; `letter` is that which names them, if it was not said yet.

    Raises Refusal if no letter names them, or if the nomination is over or accepted already.
    """
    row = the_sponsorship(tx.session, sponsorship, version=version)
    if letter:
        row.letter = _letter(tx.session, letter, row.seat)
        tx.session.flush()
    accepts(tx, row, sponsorship_of(tx.session, sponsorship))
    touch(tx, row)
    return sponsorship


def accepts(tx: Tx, row: schema.Sponsorship, one: Sponsorship) -> None:
    """Write that the funding of an official was confirmed of whom everything is known (`one`); `accept` says what is refused."""
    check_accepts(one)
    row.nomination, row.accepted_at = Nomination.ACCEPTED, tx.at


@command("travel.decline")
def decline(tx: Tx, *, sponsorship: str, reason: str = "", version: int = 0) -> str:
    """Record that the sponsors do not finance this official; the seat is free."""
    return _leave(tx, sponsorship, Nomination.DECLINED, reason=reason, version=version)


@command("travel.withdraw")
def withdraw(tx: Tx, *, sponsorship: str, reason: str = "", version: int = 0) -> str:
    """Record that the delegation takes its nomination back; the seat is free."""
    return _leave(tx, sponsorship, Nomination.WITHDRAWN, reason=reason, version=version)


@command("travel.release")
def release(tx: Tx, *, sponsorship: str, reason: str, version: int = 0) -> str:
    """Release the seat of an official who did not come; who released it and why stays on record, and so does the cost."""
    return _leave(tx, sponsorship, Nomination.RELEASED, reason=reason, version=version)


@command("travel.replace")
def replace(
    tx: Tx,
    *,
    sponsorship: str,
    participant: str,
    reason: str = "",
    letter: str = "",
    profile: Profile | None = None,
    focal_point: bool | None = None,
    version: int = 0,
) -> str:
    """Put somebody else of the delegation in the place of an official and return the new sponsorship; the chain and the cost are kept.

    The room of the official who leaves is given up, unless they have not come already, and what was not paid yet is made void.

    Raises Refusal as `nominate` and `withdraw` do; after a ticket was issued it asks for a reason (see `plan_replacement`).
    """
    session = tx.session
    row = the_sponsorship(session, sponsorship, version=version)
    seat = the_seat(session, row.seat)
    if row.participant == participant:
        raise Refusal(_("This is the same person: choose who comes instead."), field="participant")
    nominee = _nominee(session, participant)
    check_leaves(sponsorship_of(session, sponsorship), Nomination.REPLACED, reason=reason)
    check_nominee(nominee, _seat_fact(session, seat), holder="")
    row.nomination, row.reason = Nomination.REPLACED, clean(reason)
    leave_nothing_due(tx, row)
    touch(tx, row)
    # The index that lets one hold the seat looks at every statement: first the one goes, then the other comes.
    session.flush()
    return _put_on(tx, seat, nominee, letter=letter, profile=profile, focal_point=focal_point, replaces=row.id)


def plan_replacement(session: Session, *, sponsorship: str) -> Replacement:
    """Return what replacing an official means, before it is done: whether a reason is asked for, and what is lost."""
    the_sponsorship(session, sponsorship)
    lines = session.scalars(select(schema.CostLine).where(schema.CostLine.sponsorship == sponsorship))
    costs = [Cost(line.kind, line.currency, line.committed, line.actual) for line in lines]
    return replacement(sponsorship_of(session, sponsorship), costs)


def _leave(tx: Tx, sponsorship: str, to: Nomination, *, reason: str, version: int) -> str:
    row = the_sponsorship(tx.session, sponsorship, version=version)
    check_leaves(sponsorship_of(tx.session, sponsorship), to, reason=reason)
    row.nomination, row.reason = to, clean(reason)
    if to is Nomination.RELEASED:
        row.released_by = tx.author.operator
    leave_nothing_due(tx, row)
    touch(tx, row)
    return sponsorship


def _put_on(
    tx: Tx,
    seat: schema.Seat,
    nominee: Nominee,
    *,
    letter: str,
    profile: Profile | None,
    focal_point: bool | None,
    replaces: str | None = None,
) -> str:
    row = schema.Sponsorship(
        id=tx.new_id(),
        seat=seat.id,
        participant=nominee.key,
        nomination=Nomination.NOMINATED,
        travel=Travel.NONE,
        visa=VisaState.UNKNOWN,
        visa_note="",
        visa_due=None,
        profile=Profile(profile) if profile else profile_of(nominee),
        focal_point=nominee.focal_point if focal_point is None else focal_point,
        letter=_letter(tx.session, letter, seat.id) if letter else None,
        replaces=replaces,
        accepted_at=None,
        arrived_at=None,
        released_by="",
        reason="",
        created_at=tx.at,
        version=next_version(tx.session),
        changed_by=tx.author.operator,
        changed_at=tx.now,
    )
    tx.session.add(row)
    tx.session.flush()
    return row.id


def _letter(session: Session, letter: str, seat: str) -> str:
    row = session.get(schema.NominationLetter, letter)
    if row is None or row.delegation != the_seat(session, seat).delegation:
        raise Refusal(_("This letter is of another delegation, or not in the meeting file any more."), field="letter")
    return row.id


def _nominee(session: Session, participant: str) -> Nominee:
    row = the_participant(session, participant)
    return Nominee(
        key=row.id,
        name=name_of(session, row.id),
        delegation=row.delegation,
        status=row.status,
        institution_kind=row.institution_kind,
        focal_point=row.focal_point,
    )


def _seat_fact(session: Session, row: schema.Seat) -> Seat:
    """Return a seat as the rules know it; raises Refusal if it is out of use because the quota was lowered."""
    delegation = session.get_one(schema.Delegation, row.delegation)
    if row.number > seats_of(delegation.eligibility, delegation.quota):
        raise Refusal(
            _("Seat {number} is not financed any more: raise the quota of the delegation first.").format(
                number=row.number
            ),
            field="seat",
        )
    return Seat(row.id, row.delegation, row.number, row.profile, ())
