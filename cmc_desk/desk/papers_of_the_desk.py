"""The papers that the desk hands out and keeps: name plates, sheets to sign and to tick, envelopes, the pack for a power cut."""

from cmc_desk.desk.agenda_paper import gather_agenda
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.signing import gather_signatures, gather_tick_list
from cmc_desk.i18n import N_
from cmc_desk.reports import agenda_table, signature_sheet, tick_list
from cmc_desk.rules.papers import Format, PaperGroup

PAPERS_OF_THE_DESK: tuple[PaperKind, ...] = (
    PaperKind(
        key="signature-sheet",
        title=N_("Signature sheets"),
        group=PaperGroup.DESK,
        icon="summaries",
        formats=(Format.PDF,),
        gather=gather_signatures,
        render=signature_sheet.render,
        asks=frozenset({"session", "day", "only"}),
        fields=("given_name", "family_name", "functional_title", "institution", "delegation", "capacity"),
        people=lambda content: content.people,
    ),
    PaperKind(
        key="tick-list",
        title=N_("Tick list"),
        group=PaperGroup.DESK,
        icon="check",
        formats=(Format.PDF,),
        gather=gather_tick_list,
        render=tick_list.render,
        asks=frozenset({"day"}),
        fields=("given_name", "family_name", "delegation", "credentials"),
        people=lambda content: content.people,
    ),
    PaperKind(
        key="agenda-table",
        title=N_("Agenda for the table"),
        group=PaperGroup.DESK,
        icon="agenda",
        formats=(Format.PDF,),
        gather=gather_agenda,
        render=agenda_table.render,
        asks=frozenset({"second", "day"}),
    ),
)
