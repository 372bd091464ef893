"""What the paper of costs and budget reads."""

from datetime import date
from gettext import NullTranslations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.costs import Amounts
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.transport_papers import delegation_names
from cmc_desk.desk.travel_budget import BudgetRow, budget
from cmc_desk.i18n import texts as texts_of
from cmc_desk.reports.cost_facts import AgencyBudget, Figures, KindCost, OfficialCost, TravelCosts
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.travel_states import HOLDING, Nomination, Travel
from cmc_desk.rules.travel_words import NOMINATION_WORDS, TRAVEL_WORDS


def gather_costs(session: Session, ask: Ask) -> TravelCosts:
    """Return budget and costs as they stand, converted with the rates of the month of `ask.at`."""
    if ask.at is None:
        raise ValueError("rates are of a month")
    day = meeting(session).local(ask.at).date()
    rows = budget(session, day=day)
    names = {row.agency: row.name for row in rows}
    return TravelCosts(
        month=date(day.year, day.month, 1),
        budgets=tuple(_budget(row) for row in rows),
        kinds=tuple(
            KindCost(row.name, cost.kind, _figures(cost.currency, cost.amounts, cost.expected))
            for row in rows
            for cost in row.rows
        ),
        officials=_officials(session, ask, names),
    )


def _budget(row: BudgetRow) -> AgencyBudget:
    return AgencyBudget(
        name=row.name,
        budget=row.budget,
        figures=_figures(row.currency, row.amounts, row.expected),
        unconverted=tuple(dict.fromkeys(cost.currency for cost in row.unconverted)),
    )


def _officials(session: Session, ask: Ask, agencies: dict[str, str]) -> tuple[OfficialCost, ...]:
    delegations, texts = delegation_names(session, ask.language), texts_of(ask.language)
    query = (
        select(schema.CostLine, schema.Sponsorship, schema.Participant, schema.Seat)
        .join(schema.Sponsorship, schema.Sponsorship.id == schema.CostLine.sponsorship)
        .join(schema.Participant, schema.Participant.id == schema.Sponsorship.participant)
        .join(schema.Seat, schema.Seat.id == schema.Sponsorship.seat)
        .order_by(schema.Seat.number, schema.Sponsorship.created_at, schema.Participant.sort_key)
    )
    found = []
    for cost, sponsorship, person, seat in session.execute(query):
        amounts = Amounts(cost.estimated, cost.committed, cost.actual, cost.paid)
        if amounts == Amounts():
            continue
        found.append(
            OfficialCost(
                delegation=delegations.get(seat.delegation, seat.delegation),
                seat=seat.number,
                name=" ".join(part for part in (person.given_name, person.family_name) if part),
                state=_state(sponsorship.nomination, sponsorship.travel, texts),
                agency=agencies.get(cost.agency, cost.agency),
                kind=cost.kind,
                figures=_figures(cost.currency, amounts, amounts.actual or amounts.committed or amounts.estimated),
                sunk=sponsorship.nomination not in HOLDING or sponsorship.travel is Travel.NO_SHOW,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.delegation, one.seat)))


def _state(nomination: Nomination, travel: Travel, texts: NullTranslations) -> str:
    """Return how a nomination ended, or how far the journey of one that holds its seat has come."""
    words = TRAVEL_WORDS[travel] if nomination in HOLDING else NOMINATION_WORDS[nomination]
    return texts.gettext(words)


def _figures(currency: str, amounts: Amounts, expected: int) -> Figures:
    return Figures(currency, amounts.estimated, amounts.committed, amounts.actual, amounts.paid, expected)
