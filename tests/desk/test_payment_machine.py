"""Whatever is computed, approved, paid and corrected in whatever order: receipts without gaps, what is paid stays, sums agree.

Meanwhile journeys change, names and shares change, officials arrive or give the seat up, and money is paid in two currencies.
"""

import tempfile
from collections import Counter, defaultdict
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.db.connection import connect
from cmc_desk.desk import (
    allowances,
    costs,
    daily_rates,
    payment_list,
    payments,
    provided_days,
    registration,
    seats,
    travellers,
)
from cmc_desk.desk.costs import Amounts
from cmc_desk.desk.payment_list import PaymentLine
from cmc_desk.desk.payment_papers import gather_cash_pack, gather_payment_sheet
from cmc_desk.desk.payment_rows import payment_states
from cmc_desk.rules.cost_shares import split
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.payments import OPEN
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import CostKind, Method, PaymentState, Profile, Travel
from tests.desk.sponsored import OFFICIALS, approved, financed, journey, night, official
from tests.meetings import open_desk

WHO = st.sampled_from(OFFICIALS)
SHARES = st.sampled_from(((("IOM", 6667), ("UNHCR", 3333)), (("IOM", 10_000),), (("UNHCR", 10_000),)))


class Payments(RuleBasedStateMachine):
    """Two officials on shared seats of whom anything is tried.

    `kept` is what every receipt said when it was written, `held` what each official has in hand of each currency.
    """

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.desk = open_desk(Path(self.folder.name))
        # A connection that never writes hears of every commit of all others.
        self.watch = connect(self.desk.store.path, self.desk.store.key)
        self.read_at = -1
        self.lines: tuple[PaymentLine, ...] = ()
        financed(self.desk)
        for month in (11, 12):
            self.desk.do(
                daily_rates.set_exchange_rate,
                month=date(2019, month, 1),
                base="USD",
                quoted="JMD",
                rate="138.50",
                source="Sample",
            )
        for who in OFFICIALS:
            official(self.desk, who, shares=(("IOM", 6667), ("UNHCR", 3333)), travel=Travel.TICKETED)
        # One has come, so that most of what is tried is about money; the other may stay away.
        self.desk.do(travellers.set_travel, sponsorship=OFFICIALS[0], to=Travel.ARRIVED)
        self.versions = 1
        self.kept: dict[int, tuple[object, ...]] = {}
        self.held: Counter[tuple[str, str]] = Counter()

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.watch.close()
            self.desk.close()
            self.folder.cleanup()

    @rule(who=WHO)
    def compute(self, who: str) -> None:
        self._try(allowances.compute_allowance, sponsorship=who)

    @rule(who=WHO, letters=st.sampled_from(("", "L", "X")), day=st.integers(4, 7))
    def provide(self, who: str, letters: str, day: int) -> None:
        self._try(provided_days.set_provided, day=night(day), letters=letters, sponsorship=who)

    @rule(who=WHO, day=st.integers(6, 8))
    def fly_home(self, who: str, day: int) -> None:
        self.versions += 1
        journey(self.desk, who, version=self.versions, home=datetime(2019, 12, day, 14, 15, tzinfo=UTC))

    @rule(who=WHO, name=st.sampled_from(("Example", "Specimen")))
    def rename(self, who: str, name: str) -> None:
        with self.desk.store.read() as session:
            person = session.get_one(schema.Sponsorship, who).participant
        self._try(registration.edit_person, participant=person, changes={"family_name": name})

    @rule(who=WHO, shares=SHARES)
    def share(self, who: str, shares: tuple[tuple[str, int], ...]) -> None:
        seat = f"HT-{OFFICIALS.index(who) + 1}"
        borne = tuple(Share(agency, points) for agency, points in shares)
        self._try(seats.set_seat, seat=seat, profile=Profile.OTHER, shares=borne)

    @rule(who=WHO)
    def arrive(self, who: str) -> None:
        self._try(travellers.set_travel, sponsorship=who, to=Travel.ARRIVED)

    @rule(who=WHO)
    def leave(self, who: str) -> None:
        self._try(seats.withdraw, sponsorship=who, reason="Tried")

    @rule(who=WHO, currency=st.sampled_from(("", "USD", "JMD")), method=st.sampled_from(Method))
    def approve(self, who: str, currency: str, method: Method) -> None:
        self._on(self._newest(who), payments.approve, currency=currency, method=method)

    @rule(currency=st.sampled_from(("", "JMD")))
    def approve_all(self, currency: str) -> None:
        wanted = tuple(line.key for line in self._lines() if line.state is PaymentState.COMPUTED)
        self._try(payments.approve_payments, payments=wanted, currency=currency)

    @rule(who=WHO)
    def pay(self, who: str) -> None:
        self._pay(self._newest(who))

    @rule(who=WHO)
    def hand_out(self, who: str) -> None:
        with suppress(Refusal):
            self._pay_what(approved(self.desk, who))

    @rule(who=WHO, currency=st.sampled_from(("", "USD", "JMD")))
    def pay_anew(self, who: str, currency: str) -> None:
        """Take a receipt back that is still in somebody's hand, and pay the same in perhaps another currency."""
        for line in self._counting(who):
            self._void(line, returned=False)
            self._try(allowances.compute_allowance, sponsorship=who)
            self.approve(who, currency, Method.CASH)
            self.pay(who)

    @rule(who=WHO, day=st.integers(6, 8))
    def fly_home_between_approval_and_payment(self, who: str, day: int) -> None:
        self._try(allowances.compute_allowance, sponsorship=who)
        self.approve(who, "", Method.CASH)
        self.fly_home(who, day)
        self.pay(who)

    @rule(who=WHO)
    def settle(self, who: str) -> None:
        due = (*self._outstanding(who), *self._counting(who))
        line = self._on(due[0] if due else None, payments.settle)
        if line is not None and line.state is PaymentState.RECOVERY_DUE:
            self.held[line.sponsorship, line.paid_currency] -= line.paid_amount

    @rule(who=WHO, returned=st.booleans())
    def void(self, who: str, *, returned: bool) -> None:
        self._void(self._newest(who), returned=returned)

    @rule(number=st.integers(0, 9), act=st.sampled_from((payments.approve, payments.pay, payments.settle)))
    def do_what_makes_no_sense(self, number: int, act: Any) -> None:
        lines = [line for line in self._lines() if line.state is PaymentState.VOID or line.corrected]
        if number < len(lines) and lines[number].state is not PaymentState.PAID:
            assert self._on(lines[number], act) is None

    @rule()
    def undo(self) -> None:
        with suppress(Refusal):
            self.desk.undo()

    @invariant()
    def receipts_have_no_gaps_and_never_change(self) -> None:
        found = {line.receipt: line for line in self._lines() if line.receipt is not None}
        assert sorted(found) == list(range(1, len(found) + 1))
        assert self.kept.keys() <= found.keys()
        for number, line in found.items():
            money = (line.amount, line.paid_amount, line.paid_currency, line.received_before)
            whose = (line.name, line.delegation, line.shares, line.paid_by, line.paid_at)
            said = (line.key, money, whose, line.allowance)
            assert self.kept.setdefault(number, said) == said

    @invariant()
    def nobody_is_paid_twice(self) -> None:
        for who in OFFICIALS:
            assert len(self._counting(who)) <= 1

    @invariant()
    def what_somebody_has_in_hand_is_paid_or_due_back(self) -> None:
        lines = self._lines()
        for who in OFFICIALS:
            due = Counter[str]()
            for line in (*self._counting(who), *self._outstanding(who)):
                due[line.paid_currency] += line.paid_amount
            for currency in ("USD", "JMD"):
                assert self.held[who, currency] == due[currency], lines

    @invariant()
    def what_has_to_come_back_is_said_until_a_new_payment_sets_it_off(self) -> None:
        states = self.desk.read(payment_states)
        for who in OFFICIALS:
            opened = [line for line in self._of(who) if line.state in OPEN]
            assert len({line.paid_currency for line in self._outstanding(who)}) <= 1
            if self._outstanding(who):
                assert not self._counting(who)
                assert (states[who] is PaymentState.RECOVERY_DUE) == (not opened)

    @invariant()
    def whoever_has_left_is_handed_nothing(self) -> None:
        lines = self._lines()
        assert not [line for line in lines if line.state in OPEN and not line.holds_seat]
        with self.desk.store.read() as session:
            sheet, pack = gather_payment_sheet(session, Ask(language="en")), gather_cash_pack(session, Ask("en"))
        on_it = sum(
            line.state is PaymentState.APPROVED or (line.receipt is not None and not line.corrected) for line in lines
        )
        assert len(sheet.payees) == on_it
        assert len(pack.envelopes) <= sum(line.state is PaymentState.APPROVED for line in lines)

    @invariant()
    def the_costs_of_the_agencies_make_what_is_out_as_it_was_borne_then(self) -> None:
        for who in OFFICIALS:
            out: defaultdict[str, int] = defaultdict(int)
            receipts = {line.receipt: line for line in self._of(who) if line.receipt is not None}
            for line in (*self._counting(who), *(receipts[one.corrects or 0] for one in self._outstanding(who))):
                for agency, part in split(line.amount, line.shares).items():
                    out[agency] += part
            rows = self.desk.read(costs.cost_rows, sponsorship=who)
            found = {row.agency: row.amounts for row in rows if row.kind is CostKind.ALLOWANCE}
            assert all(found.get(agency, Amounts()).paid == amount for agency, amount in out.items())
            assert sum(amounts.paid for amounts in found.values()) == sum(out.values())

    @invariant()
    def net_is_gross_less_deduction(self) -> None:
        with self.desk.store.read() as session:
            for row in session.scalars(select(schema.Computation)):
                assert row.net == row.gross - row.deduction + row.terminals >= 0

    def _lines(self) -> tuple[PaymentLine, ...]:
        """Return the lines as the file has them; they are read again once anybody, by whatever way, has written in it."""
        version = self.watch.execute("PRAGMA data_version").fetchone()[0]
        if self.read_at != version:
            self.read_at, self.lines = version, self.desk.read(payment_list.payment_lines)
        return self.lines

    def _of(self, who: str) -> list[PaymentLine]:
        return [line for line in self._lines() if line.sponsorship == who]

    def _counting(self, who: str) -> list[PaymentLine]:
        return [line for line in self._of(who) if line.receipt is not None and not line.corrected]

    def _outstanding(self, who: str) -> list[PaymentLine]:
        return [line for line in self._of(who) if line.state is PaymentState.RECOVERY_DUE]

    def _newest(self, who: str) -> PaymentLine | None:
        return max((line for line in self._of(who) if not line.corrected), key=lambda line: line.number, default=None)

    def _pay(self, line: PaymentLine | None) -> None:
        if line is not None:
            with suppress(Refusal):
                self._pay_what(line.key)

    def _pay_what(self, key: str) -> None:
        who = next(line.sponsorship for line in self._lines() if line.key == key)
        view = self.desk.read(allowances.allowance_of, sponsorship=who)
        done = self.desk.do(payments.pay, payment=key)
        assert view is not None
        assert not view.stale, "what is handed out is what is due"
        self.held[who, done.currency] += done.handed

    def _void(self, line: PaymentLine | None, *, returned: bool) -> None:
        done = self._on(line, payments.void, reason="Tried", returned=returned)
        if done is not None and done.receipt is not None and returned:
            self.held[done.sponsorship, done.paid_currency] -= done.paid_amount

    def _on(self, line: PaymentLine | None, act: Any, **how: object) -> PaymentLine | None:
        """Try something with a line and return what it was before, None if it was refused."""
        return line if line is not None and self._try(act, payment=line.key, **how) else None

    def _try(self, act: Any, **how: object) -> bool:
        try:
            self.desk.do(act, **how)
        except Refusal:
            return False
        return True


TestPayments = Payments.TestCase
TestPayments.settings = settings(max_examples=8, stateful_step_count=30, deadline=None)
