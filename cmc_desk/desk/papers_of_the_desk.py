"""The papers that the desk hands out and keeps: name plates, sheets to sign and to tick, envelopes, the pack for a power cut."""

from cmc_desk.desk.agenda_paper import gather_agenda
from cmc_desk.desk.delegation_facts import gather_delegation_sheets
from cmc_desk.desk.fallback import gather_fallback_pack
from cmc_desk.desk.paper_kinds import PaperKind
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
from cmc_desk.rules.papers import Format, PaperGroup

PAPERS_OF_THE_DESK: tuple[PaperKind, ...] = (
    PaperKind(
        key="name-plates",
        title=N_("Name plates"),
        group=PaperGroup.DESK,
        icon="letter",
        formats=(Format.PDF,),
        gather=gather_name_plates,
        render=name_plates.render,
        asks=frozenset({"second", "only", "persons", "flags"}),
        fields=("salutation", "given_name", "family_name", "functional_title", "delegation"),
        people=lambda content: content.people,
    ),
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
    PaperKind(
        key="delegation-sheets",
        title=N_("Delegation sheets"),
        group=PaperGroup.DESK,
        icon="flagi",
        formats=(Format.PDF,),
        gather=gather_delegation_sheets,
        render=delegation_sheets.render,
        asks=frozenset({"second", "only"}),
        fields=(
            "salutation",
            "given_name",
            "family_name",
            "functional_title",
            "institution",
            "delegation",
            "capacity",
            "consent",
            "credentials",
        ),
        people=lambda content: content.people,
    ),
    PaperKind(
        key="envelopes",
        title=N_("Envelope labels"),
        group=PaperGroup.DESK,
        icon="folder",
        formats=(Format.PDF,),
        gather=gather_envelopes,
        render=envelopes.render,
        asks=frozenset({"second", "only", "flags"}),
    ),
    PaperKind(
        key="fallback-pack",
        title=N_("Paper fallback pack"),
        group=PaperGroup.DESK,
        icon="copy",
        formats=(Format.PDF,),
        gather=gather_fallback_pack,
        render=fallback_pack.render,
        asks=frozenset({"second", "day", "at", "blanks"}),
        fields=(
            "given_name",
            "family_name",
            "functional_title",
            "institution",
            "delegation",
            "capacity",
            "credentials",
        ),
        people=lambda content: content.people,
        of_now=True,
    ),
)
