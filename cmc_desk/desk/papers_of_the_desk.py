"""The papers that the desk hands out and keeps: name plates, sheets to sign and to tick, envelopes, the pack for a power cut."""

from cmc_desk.desk.agenda_paper import gather_agenda
from cmc_desk.desk.delegation_facts import gather_delegation_sheets
from cmc_desk.desk.fallback import gather_fallback_pack
from cmc_desk.desk.paper_kinds import PaperKind, people_told
from cmc_desk.desk.plates import gather_envelopes, gather_name_plates
from cmc_desk.desk.signing import gather_signatures, gather_tick_list
from cmc_desk.i18n import N_
from cmc_desk.reports import (
    agenda_table,
    delegation_sheets,
    envelopes,
    fallback_pack,
    name_plates,
    signature_sheet,
    tick_list,
)

_SIGNING = ("given_name", "family_name", "functional_title", "institution", "delegation", "capacity")


PAPERS_OF_THE_DESK: tuple[PaperKind, ...] = (
    PaperKind(
        key="name-plates",
        title=N_("Name plates"),
        icon="letter",
        gather=gather_name_plates,
        render=name_plates.render,
        asks=frozenset({"second", "only", "persons", "flags"}),
        fields=("salutation", "given_name", "family_name", "functional_title", "delegation"),
        people=people_told,
    ),
    PaperKind(
        key="signature-sheet",
        title=N_("Signature sheets"),
        icon="summaries",
        gather=gather_signatures,
        render=signature_sheet.render,
        asks=frozenset({"session", "day", "only"}),
        fields=_SIGNING,
        people=people_told,
    ),
    PaperKind(
        key="tick-list",
        title=N_("Tick list"),
        icon="check",
        gather=gather_tick_list,
        render=tick_list.render,
        asks=frozenset({"day"}),
        fields=("given_name", "family_name", "delegation", "credentials"),
        people=people_told,
    ),
    PaperKind(
        key="agenda-table",
        title=N_("Agenda for the table"),
        icon="agenda",
        gather=gather_agenda,
        render=agenda_table.render,
        asks=frozenset({"second", "day"}),
    ),
    PaperKind(
        key="delegation-sheets",
        title=N_("Delegation sheets"),
        icon="flagi",
        gather=gather_delegation_sheets,
        render=delegation_sheets.render,
        asks=frozenset({"second", "only"}),
        fields=("salutation", *_SIGNING, "consent", "credentials"),
        people=people_told,
    ),
    PaperKind(
        key="envelopes",
        title=N_("Envelope labels"),
        icon="folder",
        gather=gather_envelopes,
        render=envelopes.render,
        asks=frozenset({"second", "only", "flags"}),
    ),
    PaperKind(
        key="fallback-pack",
        title=N_("Paper fallback pack"),
        icon="copy",
        gather=gather_fallback_pack,
        render=fallback_pack.render,
        asks=frozenset({"second", "day", "at", "blanks"}),
        fields=(*_SIGNING, "credentials"),
        people=people_told,
        of_now=True,
    ),
)
