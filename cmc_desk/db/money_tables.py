"""The tables of allowances, payments and costs; amounts are in minor units, rates of exchange are decimals as text."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cmc_desk.db.base import Base, Plain
from cmc_desk.rules.travel_states import CostKind, Method, PaymentState


class AllowancePolicy(Base):
    """How an agency pays allowances; `body` holds the shares as `rules.allowances.AllowancePolicy` has them, decimals as text."""

    __tablename__ = "allowance_policy"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str]
    source: Mapped[str]
    body: Mapped[Plain]
    __table_args__ = (CheckConstraint("name <> '' AND source <> ''", name="says_whose_and_where_from"),)


class AllowanceRate(Base):
    """What a day at a place is worth from a day on; `until` is the last day it holds for."""

    __tablename__ = "allowance_rate"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    place: Mapped[str] = mapped_column(String(40))
    since: Mapped[date]
    until: Mapped[date | None]
    amount: Mapped[int]
    long_amount: Mapped[int | None]
    currency: Mapped[str] = mapped_column(String(3))
    source: Mapped[str]
    __table_args__ = (
        CheckConstraint("amount >= 0 AND (long_amount IS NULL OR long_amount >= 0)", name="amounts_not_negative"),
        CheckConstraint("until IS NULL OR until >= since", name="ends_after_it_begins"),
        CheckConstraint("source <> ''", name="has_a_source"),
        UniqueConstraint("place", "since", "currency"),
    )


class ExchangeRate(Base):
    """How many of `quoted` one `base` is worth in a month (its first day)."""

    __tablename__ = "exchange_rate"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    month: Mapped[date]
    base: Mapped[str] = mapped_column(String(3))
    quoted: Mapped[str] = mapped_column(String(3))
    rate: Mapped[str] = mapped_column(String(24))
    source: Mapped[str]
    __table_args__ = (
        UniqueConstraint("month", "base", "quoted"),
        CheckConstraint("source <> ''", name="has_a_source"),
    )


class ProvidedDay(Base):
    """What is provided on a date beside what follows from agenda and hotel: letters R, B, L, D, X; without a sponsorship to everybody."""

    __tablename__ = "provided_day"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    sponsorship: Mapped[str | None] = mapped_column(ForeignKey("sponsorship.id"))
    day: Mapped[date]
    letters: Mapped[str] = mapped_column(String(5))
    __table_args__ = (
        Index(
            "uq_provided_day_person", "sponsorship", "day", unique=True, sqlite_where=text("sponsorship IS NOT NULL")
        ),
        Index("uq_provided_day_everybody", "day", unique=True, sqlite_where=text("sponsorship IS NULL")),
    )


class Computation(Base):
    """A computed allowance, whole, with everything that it rests on; a new one never changes an old one.

    `by_hand` says that the stops were entered and do not follow from the journey, `trips` are those to and from terminals.
    """

    __tablename__ = "computation"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    sponsorship: Mapped[str] = mapped_column(ForeignKey("sponsorship.id"))
    version: Mapped[int]
    policy: Mapped[Plain]
    stops: Mapped[list[Plain]]
    by_hand: Mapped[bool]
    days: Mapped[list[Plain]]
    trips: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    gross: Mapped[int]
    deduction: Mapped[int]
    terminals: Mapped[int]
    net: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    at: Mapped[datetime]
    operator: Mapped[str]
    __table_args__ = (
        UniqueConstraint("sponsorship", "version"),
        CheckConstraint("net = gross - deduction + terminals AND net >= 0", name="net_adds_up"),
    )


class Payment(Base):
    """A line of payment of a computation; triggers refuse to change or remove what is paid, and receipt numbers have no gaps.

    `amount` is in the currency of the allowance, `paid_amount` what it comes to in `paid_currency` with `rounding` as a line of its own;
    of that `received_before` had been received with a line that is void. A line that corrects a paid one names it in `voids`: it is void
    if the money came back, recovery due while it has not, settled since it has.
    """

    __tablename__ = "payment"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    computation: Mapped[str] = mapped_column(ForeignKey("computation.id"))
    sponsorship: Mapped[str] = mapped_column(ForeignKey("sponsorship.id"))
    state: Mapped[PaymentState]
    amount: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    method: Mapped[Method]
    rate: Mapped[str] = mapped_column(String(24))
    rate_source: Mapped[str]
    paid_amount: Mapped[int]
    paid_currency: Mapped[str] = mapped_column(String(3))
    rounding: Mapped[int]
    received_before: Mapped[int]
    receipt: Mapped[int | None] = mapped_column(unique=True)
    approved_by: Mapped[str]
    approved_at: Mapped[datetime | None]
    paid_by: Mapped[str]
    paid_at: Mapped[datetime | None]
    settled_by: Mapped[str]
    settled_at: Mapped[datetime | None]
    voids: Mapped[str | None] = mapped_column(ForeignKey("payment.id"), unique=True)
    reason: Mapped[str]
    number: Mapped[int] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    __table_args__ = (
        Index("uq_payment_live", "computation", unique=True, sqlite_where=text("state <> 'void' AND voids IS NULL")),
        Index("uq_payment_open", "sponsorship", unique=True, sqlite_where=text("state IN ('computed', 'approved')")),
        CheckConstraint(
            "(receipt IS NOT NULL) = (state IN ('paid', 'settled') AND voids IS NULL)", name="paid_has_a_receipt"
        ),
        CheckConstraint("receipt IS NULL OR receipt >= 1", name="receipt_from_one"),
        CheckConstraint(
            "receipt IS NULL OR (approved_by <> '' AND paid_by <> '' AND paid_at IS NOT NULL)",
            name="paid_by_somebody",
        ),
        CheckConstraint(
            "CASE WHEN voids IS NULL THEN state <> 'recovery due' ELSE state IN ('void', 'recovery due', 'settled') END",
            name="corrections_have_states_of_their_own",
        ),
        CheckConstraint("(state <> 'void' AND voids IS NULL) OR reason <> ''", name="void_has_a_reason"),
        CheckConstraint("amount >= 0 AND paid_amount >= 0 AND received_before >= 0", name="amounts_not_negative"),
    )


class Payee(Base):
    """Who was paid with a receipt, and for whom: name, delegation, and what each agency bears of it in basis points.

    It is written just before the receipt, and triggers keep it as it was: names and shares that change later change neither receipt nor
    books.
    """

    __tablename__ = "payee"

    payment: Mapped[str] = mapped_column(ForeignKey("payment.id"), primary_key=True)
    name: Mapped[str]
    delegation: Mapped[str] = mapped_column(String(16))
    shares: Mapped[dict[str, int]]
    __table_args__ = (CheckConstraint("name <> '' AND delegation <> ''", name="is_somebody"),)


class RoomPrice(Base):
    """What a night in the hotel of the meeting costs: one row, once somebody has said it."""

    __tablename__ = "room_price"

    id: Mapped[int] = mapped_column(primary_key=True)
    amount: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint("amount >= 0", name="not_negative"),
    )


class CostLine(Base):
    """What a sponsorship costs an agency of one kind: estimated, committed and actual; it outlives a replacement."""

    __tablename__ = "cost_line"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    sponsorship: Mapped[str] = mapped_column(ForeignKey("sponsorship.id"))
    agency: Mapped[str] = mapped_column(ForeignKey("agency.id"))
    kind: Mapped[CostKind]
    estimated: Mapped[int]
    committed: Mapped[int]
    actual: Mapped[int]
    paid: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    note: Mapped[str]
    __table_args__ = (
        UniqueConstraint("sponsorship", "agency", "kind", "currency"),
        CheckConstraint("estimated >= 0 AND committed >= 0 AND actual >= 0 AND paid >= 0", name="not_negative"),
    )
