"""What payment sheet, receipts and cash pack read: the lines of payments as they are handed out and signed for."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from sqlalchemy.orm import Session

from cmc_desk.desk.meeting import Meeting, meeting
from cmc_desk.desk.payment_list import PaymentLine, is_handed_out, payment_lines
from cmc_desk.desk.transport_papers import delegation_names
from cmc_desk.reports.cash_pack import CashPack, Envelope
from cmc_desk.reports.payment_sheet import PaymentSheet
from cmc_desk.reports.payment_words import Payee
from cmc_desk.reports.receipts import Receipts
from cmc_desk.rules.allowance_policies import percent
from cmc_desk.rules.cash import by_currency, in_notes
from cmc_desk.rules.currencies import notes_of
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import WHOLE, PaymentState

_ON_THE_SHEET = frozenset({PaymentState.APPROVED, PaymentState.PAID, PaymentState.SETTLED})


def gather_payment_sheet(session: Session, ask: Ask) -> PaymentSheet:
    """Return what is approved for those who hold a seat, and what was paid and counts.

    Lines that are void, and those against them, are not on it.
    """
    facts, names = meeting(session), delegation_names(session, ask.language)
    lines = [
        line
        for line in _lines(session, ask)
        if line.state in _ON_THE_SHEET
        and line.corrects is None
        and not line.corrected
        and (line.holds_seat or line.receipt is not None)
    ]
    ordered = sorted(lines, key=lambda line: (names.get(line.delegation, ""), line.seat, line.number))
    return PaymentSheet(tuple(_payee(line, names, facts) for line in ordered))


def gather_receipts(session: Session, ask: Ask) -> Receipts:
    """Return every receipt in the order of its number; one that was made void says so."""
    facts, names = meeting(session), delegation_names(session, ask.language)
    lines = _lines(session, ask)
    voided = {line.corrects: line.reason for line in lines if line.corrects is not None}
    paid = sorted((line for line in lines if line.receipt is not None), key=lambda line: line.receipt or 0)
    return Receipts(
        language=ask.language,
        place=facts.city,
        receipts=tuple(_payee(line, names, facts, void=voided.get(line.receipt or 0, "")) for line in paid),
    )


def gather_cash_pack(session: Session, ask: Ask) -> CashPack:
    """Return every approved payment in cash that somebody is to be handed, and the notes that the bank is asked for."""
    names = delegation_names(session, ask.language)
    lines = [line for line in _lines(session, ask) if is_handed_out(line)]
    ordered = sorted(lines, key=lambda line: (names.get(line.delegation, ""), line.seat, line.number))
    envelopes = tuple(
        Envelope(
            number=number,
            name=line.name,
            delegation=names.get(line.delegation, line.delegation),
            currency=line.paid_currency,
            amount=line.handed,
            notes=in_notes(line.handed, notes_of(line.paid_currency)),
        )
        for number, line in enumerate(ordered, start=1)
    )
    amounts = [(one.currency, one.amount) for one in envelopes]
    bank = by_currency(amounts, {currency: notes_of(currency) for currency, _amount in amounts})
    return CashPack(envelopes, tuple(bank.items()))


def shares_words(shares: Sequence[Share]) -> str:
    """Return which agencies bear a seat: IOM, or IOM 60 %, UNHCR 40 %."""
    if len(shares) == 1:
        return shares[0].agency
    return ", ".join(f"{share.agency} {percent(Decimal(share.basis_points) / WHOLE)}" for share in shares)


def _lines(session: Session, ask: Ask) -> list[PaymentLine]:
    found = payment_lines(session, language=ask.language)
    return [line for line in found if not ask.only or line.delegation == ask.only]


def _payee(line: PaymentLine, names: Mapping[str, str], facts: Meeting, *, void: str = "") -> Payee:
    return Payee(
        name=line.name,
        delegation=names.get(line.delegation, line.delegation),
        seat=line.seat,
        agencies=shares_words(line.shares),
        allowance=line.allowance,
        state=line.state,
        amount=line.amount,
        currency=line.currency,
        method=line.method,
        rate=line.rate,
        rate_source=line.rate_source,
        paid_amount=line.paid_amount,
        paid_currency=line.paid_currency,
        rounding=line.rounding,
        received_before=line.received_before,
        handed=line.handed,
        receipt=line.receipt,
        approved_by=line.approved_by,
        paid_by=line.paid_by,
        paid_at=facts.local(line.paid_at) if line.paid_at else None,
        void=void,
    )
