"""The papers of sponsored travel: lists for hotel, drivers and agency, payments and receipts, the wall, the chase list, the costs."""

from typing import Any

from cmc_desk.desk.cost_papers import gather_costs
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.payment_papers import gather_cash_pack, gather_payment_sheet, gather_receipts
from cmc_desk.desk.seat_papers import gather_agent_list, gather_chase_list, gather_wall
from cmc_desk.desk.transport_papers import gather_rooming, gather_transports
from cmc_desk.i18n import N_
from cmc_desk.reports import (
    agent_list,
    cash_pack,
    chase_list,
    driver_sheets,
    manifest,
    name_boards,
    payment_sheet,
    receipts,
    rooming,
    seat_wall,
    travel_costs,
)
from cmc_desk.rules.papers import Format, PaperGroup

_NAMED = ("given_name", "family_name", "delegation")
_RIDES = (*_NAMED, "phone", "language", "flight")
_BOTH = (Format.PDF, Format.XLSX)


def _people(content: Any) -> int:
    """Say of how many people a paper is that says so itself."""
    return int(content.people)


PAPERS_OF_TRAVEL: tuple[PaperKind, ...] = (
    PaperKind(
        key="manifest",
        title=N_("Manifest of arrivals and departures"),
        group=PaperGroup.TRAVEL,
        icon="plane",
        formats=_BOTH,
        gather=gather_transports,
        render=manifest.render,
        fields=_RIDES,
        people=_people,
    ),
    PaperKind(
        key="driver-sheets",
        title=N_("Driver sheets"),
        group=PaperGroup.TRAVEL,
        icon="pin",
        gather=gather_transports,
        render=driver_sheets.render,
        fields=_RIDES,
        people=_people,
    ),
    PaperKind(
        key="name-boards",
        title=N_("Name boards"),
        group=PaperGroup.TRAVEL,
        icon="user",
        gather=gather_transports,
        render=name_boards.render,
        fields=(*_NAMED, "flight"),
        people=_people,
    ),
    PaperKind(
        key="rooming",
        title=N_("Rooming list"),
        group=PaperGroup.TRAVEL,
        icon="bed",
        formats=_BOTH,
        gather=gather_rooming,
        render=rooming.render,
        fields=(*_NAMED, "nights", "flight"),
        people=_people,
    ),
    PaperKind(
        key="agent-list",
        title=N_("List for the travel agency"),
        group=PaperGroup.TRAVEL,
        icon="ticket",
        formats=(Format.XLSX,),
        gather=gather_agent_list,
        render=agent_list.render,
        fields=(*_NAMED, "passport_name", "flight", "ticket"),
        people=_people,
    ),
    PaperKind(
        key="seat-wall",
        title=N_("Seat wall"),
        group=PaperGroup.TRAVEL,
        icon="grid",
        gather=gather_wall,
        render=seat_wall.render,
        asks=frozenset({"at"}),
        fields=("family_name", "delegation", "agency", "seat_state"),
        people=_people,
        of_now=True,
    ),
    PaperKind(
        key="chase-list",
        title=N_("Chase list"),
        group=PaperGroup.TRAVEL,
        icon="alert",
        formats=_BOTH,
        gather=gather_chase_list,
        render=chase_list.render,
        asks=frozenset({"only", "at"}),
        fields=(*_NAMED, "missing"),
        people=_people,
        of_now=True,
    ),
    PaperKind(
        key="payment-sheet",
        title=N_("Payment sheet"),
        group=PaperGroup.TRAVEL,
        icon="cash",
        formats=_BOTH,
        gather=gather_payment_sheet,
        render=payment_sheet.render,
        asks=frozenset({"only"}),
        fields=(*_NAMED, "agency", "allowance"),
        people=lambda content: len({(payee.delegation, payee.name) for payee in content.payees}),
    ),
    PaperKind(
        key="receipts",
        title=N_("Receipts"),
        group=PaperGroup.TRAVEL,
        icon="note",
        gather=gather_receipts,
        render=receipts.render,
        asks=frozenset({"only"}),
        fields=(*_NAMED, "agency", "allowance"),
        people=lambda content: len({(payee.delegation, payee.name) for payee in content.receipts}),
    ),
    PaperKind(
        key="bank-notes",
        title=N_("Notes for the bank"),
        group=PaperGroup.TRAVEL,
        icon="copy",
        gather=gather_cash_pack,
        render=cash_pack.render_bank,
    ),
    PaperKind(
        key="envelope-slips",
        title=N_("Envelope slips"),
        group=PaperGroup.TRAVEL,
        icon="letter",
        gather=gather_cash_pack,
        render=cash_pack.render_slips,
        asks=frozenset({"only"}),
        fields=(*_NAMED, "allowance"),
        people=_people,
    ),
    PaperKind(
        key="travel-costs",
        title=N_("Costs and budget of sponsored travel"),
        group=PaperGroup.TRAVEL,
        icon="overview",
        formats=_BOTH,
        gather=gather_costs,
        render=travel_costs.render,
        asks=frozenset({"at"}),
        fields=(*_NAMED, "agency", "cost"),
        people=_people,
        of_now=True,
    ),
)
